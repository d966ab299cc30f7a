"""The one way to write: one operation, one log row a row, one link; or nothing."""

from __future__ import annotations

import hashlib
import json
import threading
from typing import TYPE_CHECKING

import pytest
from tests.store.office import ACTOR, Office, add, dump, edit

from township_ledger.domain.chain import FIRST_PREVIOUS, link_after
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Fault, OperationKind, Query

if TYPE_CHECKING:
    from township_ledger.store.connection import Connection
    from township_ledger.store.ledger_store import SqlLedgerStore

WRONG = Fault("2027年", "value.month_only")


def log_of(store: SqlLedgerStore, number: int) -> list[tuple[str, str, object]]:
    rows = store.connection.all(
        "SELECT ledger, uid, change FROM log WHERE operation = ? ORDER BY id", (number,)
    )
    return [(ledger, uid, json.loads(change)) for ledger, uid, change in rows]


def stopped(_uid: str) -> None:
    raise KeyboardInterrupt


def test_a_new_row(store: SqlLedgerStore) -> None:
    uid = add(store, "people", {"工号": "007", "空": ""}, name="王伟", birth=WRONG)
    row = store.row("people", uid)
    assert row is not None
    assert (row.draft, row.values["name"], row.values["birth"], row.faults, row.own, row.retired) == (
        True, "王伟", None, {"birth": WRONG}, {"工号": "007"}, False,
    )  # fmt: skip
    assert log_of(store, 2) == [
        ("people", uid, {
            "+": [None, 1], "birth": [None, {"fault": "2027年", "reason": "value.month_only"}],
            "name": [None, "王伟"], "own:工号": [None, "007"],
        })
    ]  # fmt: skip
    assert store.own_columns("people") == ["工号"]


def test_links_follow_from_one_another(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟")
    edit(store, "people", uid, name="王威")
    previous = FIRST_PREVIOUS
    for number, at, actor, kind, nonce, digest, link in store.connection.all(
        "SELECT number, at, actor, kind, nonce, digest, link FROM operation ORDER BY number"
    ):
        hashed = hashlib.sha256(nonce)
        for ledger, row, change in store.connection.all(
            "SELECT ledger, uid, change FROM log WHERE operation = ? ORDER BY id", (number,)
        ):
            hashed.update(f'["{ledger}","{row}",{change}]\n'.encode())
        assert digest == hashed.digest()
        assert link == link_after(previous, number, at, actor, kind, digest)
        assert len(nonce) == 16
        previous = link


def test_an_edit_changes_what_it_names_alone(store: SqlLedgerStore) -> None:
    uid = add(store, "people", {"工号": "007"}, name="王伟", birth=WRONG, sex="男")
    with store.transaction(OperationKind.EDIT, page="people") as transaction:
        assert transaction.update(
            "people", uid, {"birth": "1980-01-01", "sex": "男"}, own={"工号": "", "车牌": "皖A"}
        )
        assert not transaction.update("people", uid, {"sex": "男"}, own={"工号": "", "车牌": "皖A"})
        transaction.detail(cells=2)
    row = store.row("people", uid)
    assert row is not None
    assert (row.draft, row.values["birth"], row.values["sex"], row.faults, row.own) == (
        False, "1980-01-01", "男", {}, {"车牌": "皖A"},
    )  # fmt: skip
    assert log_of(store, transaction.number) == [
        ("people", uid, {
            "birth": [{"fault": "2027年", "reason": "value.month_only"}, "1980-01-01"],
            "own:工号": ["007", None], "own:车牌": [None, "皖A"],
        })
    ]  # fmt: skip
    newest = store.operations(1)[0]
    assert (newest.detail, newest.rows, newest.ledgers) == ({"page": "people", "cells": 2}, 1, ("people",))


def test_refused_text_takes_a_values_place(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟", sex="男")
    edit(store, "people", uid, name=Fault("王??", "value.name"), sex=Fault("？", "value.choice"))
    edit(store, "people", uid, sex=Fault("??", "value.choice"))
    row = store.row("people", uid)
    assert row is not None
    assert (row.draft, row.values["name"], row.faults["sex"].text) == (True, None, "??")


def test_an_operation_that_changed_nothing_leaves_no_trace(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟")
    before = store.operations()
    with store.transaction(OperationKind.EDIT) as transaction:
        seen = [transaction.changed]
        for name in ("李丽", "王伟"):
            transaction.update("people", uid, {"name": name})
            seen.append(transaction.changed)
    assert seen == [False, True, False]
    with store.transaction(OperationKind.SETTING) as transaction:
        transaction.set("unit_name", str(store.setting("unit_name")))
    assert store.operations() == before
    with store.transaction(OperationKind.UNMASK, what="rows"):
        pass  # some deeds are told although they change nothing
    assert store.operations(1)[0].kind is OperationKind.UNMASK


def test_several_changes_of_one_row_are_one_log_row(store: SqlLedgerStore) -> None:
    with store.transaction(OperationKind.ADD) as transaction:
        uid = transaction.insert("people", {"name": "王"})
        transaction.update("people", uid, {"name": "王伟", "sex": "男"})
        transaction.update("people", uid, {"sex": None})
    assert log_of(store, 2) == [("people", uid, {"+": [None, 1], "name": [None, "王伟"]})]


def test_an_exception_takes_everything_back(office: Office, store: SqlLedgerStore) -> None:
    before = dump(store)
    with pytest.raises(KeyboardInterrupt), store.transaction(OperationKind.ADD) as transaction:
        stopped(transaction.insert("people", {"name": "王伟"}, {"birth": WRONG}, {"工号": "7"}))
    assert dump(store) == before
    assert len(store.operations()) == 1
    add(store, "people", name="王伟")
    assert store.operations(1)[0].number == 2


def test_a_transaction_that_the_database_ended_itself(store: SqlLedgerStore) -> None:
    """A full disk at COMMIT makes SQLite roll back on its own."""
    with pytest.raises(WorldFault) as caught, store.transaction(OperationKind.ADD) as transaction:
        full(transaction.connection, transaction.insert("people", {"name": "王伟"}))
    assert caught.value.code == "store.full"
    assert store.count(Query("people")) == 0


def full(connection: Connection, _uid: str) -> None:
    connection.execute("ROLLBACK")
    raise WorldFault("store.full")


def test_values_of_the_home_are_logged(store: SqlLedgerStore) -> None:
    with store.transaction(OperationKind.SETTING) as transaction:
        transaction.set("unit_code", "11340700")
    assert store.setting("unit_code") == "11340700"
    assert log_of(store, 2) == [(".home", "unit_code", {"value": ["", "11340700"]})]
    assert (store.operations(1)[0].rows, store.operations(1)[0].ledgers) == (0, ())
    with pytest.raises(ValueError, match="named by"), store.transaction(OperationKind.SETTING) as transaction:
        transaction.set('x"y', "")


def test_a_row_that_is_referred_to_stays(store: SqlLedgerStore) -> None:
    person = add(store, "people", name="王伟")
    certificate = add(store, "certificates", certificate_no="12000001", person=person)
    with pytest.raises(WorldFault) as caught, store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("people", person)
    assert (caught.value.code, caught.value.params["title"]) == ("store.referred", "证件")
    with store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("certificates", certificate)
        transaction.retire("people", person)
    assert log_of(store, transaction.number) == [
        ("certificates", certificate, {"-": [None, 1]}), ("people", person, {"-": [None, 1]}),
    ]  # fmt: skip
    assert store.count(Query("people")) == 0
    row = store.row("people", person)
    assert row is not None
    assert row.retired
    for deed in ("retire", "update"):
        with pytest.raises(WorldFault) as caught, store.transaction(OperationKind.EDIT) as transaction:
            transaction.retire("people", person) if deed == "retire" else transaction.update(
                "people", person, {}
            )
        assert caught.value.code == "store.retired"
    with store.transaction(OperationKind.EDIT) as transaction:
        transaction.restore("people", person)
        transaction.restore("people", person)
    assert store.count(Query("people", search="王伟")) == 1


def test_what_is_not_there(store: SqlLedgerStore) -> None:
    with pytest.raises(WorldFault) as caught, store.transaction(OperationKind.EDIT) as transaction:
        transaction.update("people", "0" * 32, {"name": "x"})
    assert caught.value.code == "store.no_row"
    with pytest.raises(KeyError, match="no column nose"), store.transaction(OperationKind.ADD) as transaction:
        transaction.insert("people", {"nose": "x"})
    assert store.row("people", "0" * 32) is None


def test_a_reference_to_nowhere_is_refused_by_the_database(store: SqlLedgerStore) -> None:
    from sqlcipher3 import dbapi2

    with pytest.raises(dbapi2.IntegrityError):
        add(store, "certificates", certificate_no="1", person="0" * 32)
    assert store.count(Query("certificates")) == 0


def test_a_job_is_found_after_its_answer_was_lost(store: SqlLedgerStore) -> None:
    with store.transaction(OperationKind.IMPORT, job="job-1") as transaction:
        transaction.insert("people", {"name": "王伟"})
    assert store.operation_of_job("job-1") == transaction.number
    assert store.operation_of_job("job-2") is None


def test_two_writers_take_turns(office: Office) -> None:
    one, two = office.open(), office.open(actor="李丽")
    version = two.data_version()
    held, go = threading.Event(), threading.Event()

    def hold() -> None:
        with one.transaction(OperationKind.ADD) as transaction:
            transaction.insert("people", {"name": "王伟"})
            held.set()
            go.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(10)
    two.connection.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(WorldFault) as caught:
        add(two, "people", name="李丽")
    assert caught.value.code == "store.busy"
    assert two.count(Query("people")) == 0  # reading goes on beside a writer
    two.connection.execute("PRAGMA busy_timeout = 5000")
    go.set()
    add(two, "people", name="李丽")
    thread.join()
    assert [operation.actor for operation in two.operations()] == ["李丽", ACTOR, ACTOR]
    assert two.data_version() != version
    assert one.count(Query("people")) == 2


def test_rows_get_their_indexes_when_they_become_many(
    store: SqlLedgerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def indexes() -> set[str]:
        rows = store.connection.all(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'l_people'"
        )
        return {row[0] for row in rows}

    assert "i_people__post" not in indexes()
    assert "i_people__name" in indexes()
    monkeypatch.setattr("township_ledger.store.bulk_writing.MANY_ROWS", 2)
    for name in ("甲", "乙"):
        add(store, "people", name=name)
    assert "i_people__post" not in indexes()
    with pytest.raises(KeyboardInterrupt), store.transaction(OperationKind.ADD) as transaction:
        stopped(transaction.insert("people", {"name": "丙"}))
    assert "i_people__post" not in indexes()
    add(store, "people", name="丙")
    add(store, "people", name="丁")
    assert "i_people__post" in indexes()

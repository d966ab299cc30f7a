"""What a clerk types becomes a value, or is kept with the reason; leaving a cell is never blocked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.store.office import ACTOR, PASSWORD, UNIT, Office, StandingClock, add, shipped_definitions

from township_ledger import words
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Fault, OperationKind, Query, Row
from township_ledger.store.home import create_home
from township_ledger.usecases.edit_rows import Edited, edit, edit_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from township_ledger.store.ledger_store import SqlLedgerStore

TODAY = date(2026, 6, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlLedgerStore]:
    definitions = shipped_definitions()
    key = create_home(tmp_path / "home", UNIT, ACTOR, PASSWORD, StandingClock(), definitions)
    office = Office(tmp_path / "home", key, StandingClock(), definitions)
    yield office.open()
    office.close()


@dataclass(frozen=True)
class Typed:
    ledger: str
    uid: str | None
    texts: Mapping[str, str] = field(default_factory=dict)
    retire: bool = False


def typed(store: SqlLedgerStore, ledger: str, uid: str | None, **texts: str) -> Row:
    done = edit(store, Typed(ledger, uid, texts), TODAY)
    assert done.uid is not None
    row = store.row(ledger, done.uid)
    assert row is not None
    for fault in row.faults.values():
        assert words.sentence(fault.reason, text=fault.text)
    return row


def test_a_block_is_one_operation_and_one_undo(store: SqlLedgerStore) -> None:
    uids = [typed(store, "people", None, name=name).uid for name in ("甲", "乙", "丙")]
    block = [Typed("people", uid, {"post": "队员", "entry_date": "2027年"}) for uid in uids]
    done = edit_block(store, block, TODAY)
    newest = store.operations(1)[0]
    assert (done.uid, done.operation, newest.number, newest.rows) == (None, newest.number, newest.number, 3)
    for uid in uids:
        row = store.row("people", uid)
        assert row is not None
        assert row.values["post"] == "队员"
        assert row.faults["entry_date"].text == "2027年"
    assert edit_block(store, block, TODAY) == Edited(None, None)
    store.undo(newest.number)
    row = store.row("people", uids[2])
    assert row is not None
    assert (row.values["post"], row.faults) == (None, {})


def test_a_block_with_a_row_that_is_gone_writes_nothing(store: SqlLedgerStore) -> None:
    uid = typed(store, "people", None, name="甲").uid
    before = store.operations(1)[0].number
    with pytest.raises(WorldFault) as caught:
        edit_block(
            store, [Typed("people", uid, {"post": "a"}), Typed("people", "0" * 32, {"post": "b"})], TODAY
        )
    assert caught.value.code == "store.no_row"
    assert store.operations(1)[0].number == before


def test_a_row_is_added_changed_and_taken_out(store: SqlLedgerStore) -> None:
    row = typed(
        store,
        "people",
        None,
        name=" 王 伟 ",
        sex="男性",
        birth="1980年1月1日",
        phone="１３８００００１２３４",
    )
    assert (row.values["name"], row.values["sex"], row.values["birth"], row.values["phone"]) == (
        "王伟", "男", "1980-01-01", "13800001234",
    )  # fmt: skip
    row = typed(store, "people", row.uid, sex="", post="队长")
    assert (row.values["sex"], row.values["post"]) == (None, "队长")
    assert edit(store, Typed("people", row.uid, {"post": "队长"}), TODAY) == Edited(row.uid, None)
    done = edit(store, Typed("people", row.uid, retire=True), TODAY)
    assert [each.kind for each in store.operations(3)] == [
        OperationKind.RETIRE,
        OperationKind.EDIT,
        OperationKind.ADD,
    ]
    assert done.operation == store.operations(1)[0].number
    assert store.count(Query("people")) == 0
    for uid, code in ((row.uid, "store.retired"), ("0" * 32, "store.no_row")):
        with pytest.raises(WorldFault) as caught:
            edit(store, Typed("people", uid, {"name": "x"}), TODAY)
        assert caught.value.code == code


def test_refused_and_doubtful_text_is_kept(store: SqlLedgerStore) -> None:
    row = typed(store, "people", None, name="王伟", birth="1980年", id_number="340712198007110000")
    assert row.draft
    assert row.faults["birth"].text == "1980年"
    assert row.faults["id_number"].text == "340712198007110000"
    row = typed(store, "people", row.uid, birth="1980-07-11", id_number="")
    assert (row.draft, row.faults) == (False, {})


def test_what_stands_in_brackets_behind_a_name_goes_to_the_remark(store: SqlLedgerStore) -> None:
    row = typed(store, "people", None, name="王伟（代）")
    assert (row.values["name"], row.values["remark"]) == ("王伟", "代")
    row = typed(store, "people", row.uid, name="李丽（借调）")
    assert (row.values["name"], row.values["remark"]) == ("李丽", "代；借调")
    row = typed(store, "people", row.uid, name="赵六（兼）", remark="")
    assert row.values["remark"] == "兼"
    row = typed(store, "people", row.uid, name="赵六（挂职）", remark="下派")
    assert row.values["remark"] == "下派；挂职"


def test_columns_of_the_clerks_own(store: SqlLedgerStore) -> None:
    done = edit(store, Typed("people", None, {"name": "王伟", "own:工号": " 007 "}), TODAY)
    assert done.uid is not None
    row = store.row("people", done.uid)
    assert row is not None
    assert row.own == {"工号": "007"}
    row = typed(store, "people", row.uid, **{"own:工号": ""})
    assert row.own == {}


def test_a_reference_is_typed_by_its_label(store: SqlLedgerStore) -> None:
    one = add(store, "people", name="王伟", id_number="340712198007110009")
    add(store, "people", name="李丽")
    add(store, "people", name="李丽")
    session = add(store, "training", title="法律知识", start_date="2026-03-01", hours=8.0)
    row = typed(store, "certificates", None, certificate_no="120001", person="王 伟")
    assert row.values["person"] == one
    for text, reason in (
        ("李丽", "value.person_many"),
        ("赵六", "value.person_unknown"),
        ("f" * 32, "value.person_unknown"),
    ):
        row = typed(store, "certificates", row.uid, person=text)
        assert (row.draft, row.values["person"], row.faults["person"]) == (True, None, Fault(text, reason))
    row = typed(store, "certificates", row.uid, person=one)
    assert row.values["person"] == one
    row = typed(store, "certificates", row.uid, person=" ")
    assert row.values["person"] is None
    row = typed(store, "certificates", row.uid, person="340712198007110009")
    assert row.values["person"] == one
    visit = typed(store, "attendance", None, session="法律知识", person="王伟")
    assert (visit.values["session"], visit.values["person"]) == (session, one)
    visit = typed(store, "attendance", visit.uid, session="别的班")
    assert visit.faults["session"].reason == "value.reference_unknown"
    with pytest.raises(WorldFault) as caught:
        edit(store, Typed("people", one, retire=True), TODAY)
    assert caught.value.code == "store.referred"


def test_a_reference_to_a_row_without_a_text_label(store: SqlLedgerStore) -> None:
    """The label of an attendance is a reference itself, so nothing that is typed can name one."""
    from dataclasses import replace

    from township_ledger.domain.definitions import ColumnType

    people = store.definitions["people"]
    columns = tuple(
        replace(each, type=ColumnType.REFERENCE, target="attendance") if each.name == "nation" else each
        for each in people.columns
    )
    store.definitions = {**store.definitions, "people": replace(people, columns=columns)}
    uid = add(store, "people", name="王伟")
    row = typed(store, "people", uid, nation="某次")
    assert row.faults["nation"].reason == "value.reference_unknown"


def test_two_dates_must_stand_in_order(store: SqlLedgerStore) -> None:
    row = typed(
        store, "training", None, title="法律知识", hours="8", start_date="2026-03-05", end_date="2026-03-01"
    )
    assert row.faults == {"start_date": Fault("2026-03-05", "value.date_before")}
    row = typed(store, "training", row.uid, end_date="2026-03-02")  # it does not mend it: the refusal stands
    assert row.faults == {"start_date": Fault("2026-03-05", "value.date_before")}
    assert row.values["end_date"] == "2026-03-02"
    row = typed(store, "training", row.uid, place="会议室")
    assert "start_date" in row.faults
    row = typed(store, "training", row.uid, end_date="2026-03-06")
    assert (row.faults, row.values["start_date"], row.values["end_date"]) == ({}, "2026-03-05", "2026-03-06")
    row = typed(store, "training", row.uid, end_date="2026年3月4日")
    assert row.faults == {"end_date": Fault("2026年3月4日", "value.date_before")}
    row = typed(store, "training", row.uid, start_date="2026-03-04")
    assert (row.faults, row.values["end_date"]) == ({}, "2026-03-04")


def test_dates_out_of_order_from_elsewhere_block_no_other_cell(store: SqlLedgerStore) -> None:
    uid = add(store, "training", title="法律知识", hours=8.0, start_date="2026-03-05", end_date="2026-03-01")
    row = typed(store, "training", uid, place="会议室")
    assert (row.faults, row.values["place"], row.values["start_date"]) == ({}, "会议室", "2026-03-05")

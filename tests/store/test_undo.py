"""Undo gives the state before, except for listed conflicts; whatever happened in between."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.office import ACTOR, Office, StandingClock, add, dump, edit

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Conflict, Fault, OperationKind, Query
from township_ledger.store.audit import audit
from township_ledger.usecases.bulk import ChangedRow, NewRow
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Cell
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore

WRONG = Fault("2027年", "value.month_only")


def retire(store: SqlLedgerStore, ledger: str, uid: str) -> int:
    with store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire(ledger, uid)
    return transaction.number


def test_an_edit_is_undone_and_redone(store: SqlLedgerStore) -> None:
    uid = add(store, "people", {"工号": "7"}, name="王伟", birth=WRONG)
    before = dump(store)
    with store.transaction(OperationKind.EDIT) as transaction:
        transaction.update("people", uid, {"name": "李丽", "birth": "1980-01-01"}, own={"工号": "8"})
    after = dump(store)
    undone = store.undo(transaction.number)
    assert (undone.restored, undone.conflicts) == (3, ())
    assert dump(store) == before
    operation = store.operations(1)[0]
    assert (operation.kind, operation.undoes, operation.undone_by) == (
        OperationKind.UNDO,
        transaction.number,
        None,
    )
    assert store.operations(2)[1].undone_by == operation.number
    assert undone.operation is not None
    assert store.undo(undone.operation).restored == 3
    assert dump(store) == after
    assert store.operations(1)[0].kind is OperationKind.REDO
    assert store.operations(3)[2].undone_by is None
    assert store.undo(transaction.number).restored == 3
    assert dump(store) == before


def test_what_was_changed_since_is_a_conflict(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟", sex="男")
    number = edit(store, "people", uid, name="李丽", sex="女")
    edit(store, "people", uid, name="赵六")
    outcome = store.undo(number)
    assert outcome.restored == 1
    assert outcome.conflicts == (Conflict("people", uid, "name", "赵六", "王伟"),)
    row = store.row("people", uid)
    assert row is not None
    assert (row.values["name"], row.values["sex"]) == ("赵六", "男")
    assert store.operations(1)[0].detail == {"restored": 1, "conflicts": 1}


def test_nothing_left_to_restore_writes_nothing(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟")
    number = edit(store, "people", uid, name="李丽")
    edit(store, "people", uid, name="赵六")
    newest = store.operations(1)
    outcome = store.undo(number)
    assert (outcome.operation, outcome.restored, len(outcome.conflicts)) == (None, 0, 1)
    assert store.operations(1) == newest
    edit(store, "people", uid, name="王伟")
    assert store.undo(number).conflicts == ()  # the old value stands already


def test_a_new_row_is_retired_unless_it_was_changed_or_is_referred_to(store: SqlLedgerStore) -> None:
    def newest() -> int:
        return store.operations(1)[0].number

    one = add(store, "people", {"工号": "7"}, name="王伟", birth=WRONG)
    first = newest()
    two = add(store, "people", name="李丽")
    second = newest()
    three = add(store, "people", name="赵六")
    third = newest()
    add(store, "certificates", certificate_no="1", person=two)
    edit(store, "people", three, sex="男")
    assert store.undo(first).restored == 1
    assert store.undo(second).conflicts == (Conflict("people", two, None, 1, None),)
    assert store.undo(third).conflicts == (Conflict("people", three, None, 1, None),)
    assert store.count(Query("people")) == 2
    row = store.row("people", one)
    assert row is not None
    assert row.retired
    retire(store, "people", three)
    outcome = store.undo(third)
    assert (outcome.operation, outcome.conflicts) == (None, ())


def test_a_retired_row_comes_back_and_goes_again(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟")
    before = dump(store)
    number = retire(store, "people", uid)
    after = dump(store)
    undone = store.undo(number).operation
    assert undone is not None
    assert dump(store) == before
    redone = store.undo(undone).operation
    assert redone is not None
    assert dump(store) == after
    assert store.undo(redone).restored == 1
    assert dump(store) == before
    add(store, "certificates", certificate_no="1", person=uid)
    outcome = store.undo(store.operations(2)[1].number)
    assert outcome.conflicts == (Conflict("people", uid, None, 1, None),)


def test_undo_of_an_edit_to_a_row_that_was_taken_out(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟")
    number = edit(store, "people", uid, name="李丽")
    gone = retire(store, "people", uid)
    assert store.undo(number).conflicts == (Conflict("people", uid, "name", "李丽", "王伟"),)
    undone = store.undo(gone).operation
    retire(store, "people", uid)
    assert undone is not None
    assert store.undo(undone).operation is None  # it is out already


def test_a_reference_to_a_row_that_was_taken_out_is_not_restored(store: SqlLedgerStore) -> None:
    person = add(store, "people", name="王伟")
    certificate = add(store, "certificates", certificate_no="1", person=person)
    number = edit(store, "certificates", certificate, person=None)
    retire(store, "people", person)
    assert store.undo(number).conflicts == (Conflict("certificates", certificate, "person", None, person),)


def test_an_import_of_many_rows_is_undone_weeks_later(store: SqlLedgerStore) -> None:
    columns = store.tables["people"].columns
    old = add(store, "people", name="老王")
    before = {name: rows for name, rows in dump(store).items() if name == "search_key"}
    uids = [f"{number:032x}" for number in range(500)]
    with store.transaction(OperationKind.IMPORT) as transaction:
        transaction.insert_many(
            "people",
            [
                NewRow(
                    uid,
                    tuple(f"王{place}" if name == "name" else None for name in columns),
                    {},
                    {"工号": str(place)},
                )
                for place, uid in enumerate(uids)
            ],
        )
        transaction.update_many("people", [ChangedRow(old, {"name": ("老王", "王老")})])
    assert store.count(Query("people")) == 501
    edit(store, "people", uids[3], sex="男")
    outcome = store.undo(transaction.number)
    assert (outcome.restored, len(outcome.conflicts)) == (500, 1)
    assert [row.values["name"] for row in store.rows(Query("people"))] == ["老王", "王3"]
    assert dump(store)["search_key"] == sorted(
        [*before["search_key"], ("w3", dump(store)["search_key"][-1][1])]
    )
    assert audit(store, Silent()).ok


def test_what_cannot_be_undone(store: SqlLedgerStore) -> None:
    number = edit(store, "people", add(store, "people", name="王伟"), name="李丽")
    for wanted, code in ((99, "operation.unknown"), (1, "operation.not_undoable")):
        with pytest.raises(WorldFault) as caught:
            store.undo(wanted)
        assert caught.value.code == code
    store.undo(number)
    with pytest.raises(WorldFault) as caught:
        store.undo(number)
    assert caught.value.code == "operation.undone"


def test_what_ctrl_z_and_ctrl_y_take(office: Office) -> None:
    store, other = office.open(), office.open(actor="李丽")
    assert store.newest_undoable(ACTOR) is None
    assert store.newest_redoable(ACTOR) is None
    uid = add(store, "people", name="王伟")
    first = edit(store, "people", uid, name="甲")
    second = edit(store, "people", uid, name="乙")
    theirs = edit(other, "people", uid, sex="男")
    assert (store.newest_undoable(ACTOR), store.newest_undoable("李丽")) == (second, theirs)
    one = store.undo(second).operation
    two = store.undo(first).operation
    assert store.newest_undoable(ACTOR) == first - 1
    assert store.newest_redoable(ACTOR) == two
    assert two is not None
    assert one is not None
    store.undo(two)
    assert store.newest_undoable(ACTOR) == first
    assert store.newest_redoable(ACTOR) == one
    store.undo(one)
    assert store.newest_redoable(ACTOR) is None
    assert store.newest_undoable(ACTOR) == second
    store.undo(second)
    edit(store, "people", uid, name="丙")
    assert store.newest_redoable(ACTOR) is None  # after something new nothing is left to redo


def test_a_ledger_or_column_that_is_not_in_use_is_a_conflict(office: Office) -> None:
    store = office.open()
    uid = add(store, "people", name="王伟", nation="汉族")
    number = edit(store, "people", uid, nation="回族")
    added = number - 1
    store.tables = {name: table for name, table in store.tables.items() if name != "people"}
    assert store.undo(number).conflicts == (Conflict("people", uid, None, None, None),)
    assert store.undo(added).operation is None
    store.close()
    from dataclasses import replace

    people = office.definitions["people"]
    fewer = replace(
        people, version=2, columns=tuple(each for each in people.columns if each.name != "nation")
    )
    store = office.open(definitions={**office.definitions, "people": fewer})
    assert store.undo(number).conflicts == (Conflict("people", uid, "nation", None, "汉族"),)


CELLS = st.sampled_from(["甲", "乙", None, WRONG])
STEPS = st.lists(
    st.tuples(st.sampled_from(["edit", "add", "retire", "undo"]), st.integers(0, 7), st.sampled_from(["name", "post"]), CELLS),
    min_size=1, max_size=14,
)  # fmt: skip


def _do(store: SqlLedgerStore, step: tuple[str, int, str, Any]) -> None:
    deed, place, column, value = step
    rows = list(store.rows(Query("people")))
    if deed == "add":
        add(store, "people", **{column: value})
    elif deed == "undo":
        numbers = [each.number for each in store.operations() if each.undone_by is None and each.number > 1]
        if numbers:
            store.undo(numbers[place % len(numbers)])
    elif rows and deed == "edit":
        edit(store, "people", rows[place % len(rows)].uid, **{column: value})
    elif rows:
        retire(store, "people", rows[place % len(rows)].uid)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS, place=st.integers(0, 13))
def test_undo_returns_the_state_before_except_listed_conflicts(
    made_home: tuple[Path, DatabaseKey],
    definitions: dict[str, Ledger],
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, int, str, Any]],
    place: int,
) -> None:
    home = tmp_path_factory.mktemp("undo") / "home"
    shutil.copytree(made_home[0], home)
    office = Office(home, made_home[1], StandingClock(), definitions)
    store = office.open()
    states: dict[int, dict[str, list[tuple[Any, ...]]]] = {}
    for step in steps:
        newest = store.operations(1)[0].number
        states[newest + 1] = dump(store)
        _do(store, step)
    undoable = [each for each in store.operations() if each.number > 1 and each.undone_by is None]
    if undoable:
        operation = undoable[place % len(undoable)]
        present = dump(store)
        outcome = store.undo(operation.number)
        if operation.number == undoable[0].number and operation.number == store.operations(2)[-1].number:
            assert not outcome.conflicts  # nothing came after it
        _check(store, operation.number, states[operation.number], present, outcome.conflicts)
    assert audit(store, Silent()).ok
    office.close()


def _check(
    store: SqlLedgerStore,
    number: int,
    before: dict[str, list[tuple[Any, ...]]],
    present: dict[str, list[tuple[Any, ...]]],
    conflicts: tuple[Conflict, ...],
) -> None:
    """Every cell that the operation changed is as it was before it, or is listed; all others are untouched."""
    log = store.connection.all("SELECT uid, change FROM log WHERE operation = ?", (number,))
    touched = {(uid, name) for uid, change in log for name in json.loads(change)}
    listed = {(conflict.uid, conflict.column) for conflict in conflicts}
    names = ("id", "uid", "draft", "-", *store.tables["people"].columns)
    was, now, after = (
        {row[1]: dict(zip(names, row, strict=True)) for row in state["people"]}
        for state in (before, present, dump(store))
    )
    faults: list[dict[tuple[str, str], Cell]] = [
        {(row[1], row[2]): row[3] for row in state["cell_fault"]} for state in (before, present, dump(store))
    ]
    for uid, row in after.items():
        for name in ("name", "post"):
            cell = (row[name], faults[2].get((uid, name)))
            if (uid, name) in touched and (uid, name) not in listed and uid in was:
                assert cell == (was[uid][name], faults[0].get((uid, name)))
            else:
                assert cell == (now[uid][name], faults[1].get((uid, name)))
        if (uid, "+") in touched and (uid, None) not in listed:
            assert row["-"] == 1
        if (uid, "-") in touched and (uid, None) not in listed:
            assert row["-"] == was[uid]["-"]

"""Set-wise writing leaves exactly what single writing leaves."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.office import Office, StandingClock, add, dump

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Cell, Fault, OperationKind, Query
from township_ledger.store.audit import audit
from township_ledger.usecases.bulk import ChangedRow, NewRow
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore

WRONG = Fault("2027年", "value.month_only")
NAMES = st.text("王李伟丽䶮𠅤·ab1 ", max_size=4)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "name": NAMES.filter(bool), "sex": st.sampled_from(["男", "女"]), "phone": st.text("0123456789", min_size=1),
        "id_number": st.just("34071219800711000X"), "birth": st.just(WRONG), "legal_qualification": st.integers(0, 1),
        "remark": NAMES.filter(bool),
    },
)  # fmt: skip
OWN = st.dictionaries(st.sampled_from(["工号", "车牌"]), NAMES, max_size=2)


def new_row(ledger: Ledger, uid: str, values: Mapping[str, Cell | Fault], own: Mapping[str, str]) -> NewRow:
    cells = {name: value for name, value in values.items() if not isinstance(value, Fault)}
    return NewRow(
        uid,
        tuple(cells.get(column.name) for column in ledger.columns),
        {name: value for name, value in values.items() if isinstance(value, Fault)},
        own,
        (secrets.token_bytes(32),),
    )


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.tuples(ROWS, OWN), max_size=6))
def test_insert_many_is_many_inserts(
    made_home: tuple[Path, DatabaseKey],
    definitions: dict[str, Ledger],
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[dict[str, Cell | Fault], dict[str, str]]],
) -> None:
    import shutil

    ledger = definitions["people"]
    uids = [secrets.token_hex(16) for _ in rows]
    found = []
    for way in ("one", "many"):
        home = tmp_path_factory.mktemp(way) / "home"
        shutil.copytree(made_home[0], home)
        office = Office(home, made_home[1], StandingClock(), definitions)
        store = office.open()
        with store.transaction(OperationKind.IMPORT) as transaction:
            made = [new_row(ledger, uid, *row) for uid, row in zip(uids, rows, strict=True)]
            if way == "many":
                assert transaction.insert_many("people", made) == len(rows)
            else:
                for row in made:
                    cells = dict(zip(transaction.tables["people"].columns, row.values, strict=True))
                    transaction.insert_as("people", row.uid, cells, row.faults, row.own)
        found.append(
            (
                dump(store),
                store.connection.all("SELECT id, ledger, uid, change FROM log ORDER BY id")[5:],
                store.connection.all("SELECT title, position FROM own_column")
                and store.own_columns("people"),
                [store.search(text) for text in ("王", "w", "1", "伟丽", "𠅤")],
            )
        )
        assert audit(store, Silent()).ok
        office.close()
    assert found[0] == found[1]


def test_changes_of_every_kind(store: SqlLedgerStore) -> None:
    people = store.definitions["people"]
    uids = [secrets.token_hex(16) for _ in range(4)]
    with store.transaction(OperationKind.IMPORT) as transaction:
        single = transaction.insert("people", {"name": "先来"})
        transaction.insert_many(
            "people",
            [
                new_row(people, uid, {"name": f"王{number}", "birth": WRONG}, {"工号": str(number)})
                for number, uid in enumerate(uids)
            ],
        )
        assert transaction.insert_many("people", []) == 0
    assert store.page(Query("people"), 0, 1)[0].uid == single
    with store.transaction(OperationKind.IMPORT) as transaction:
        count = transaction.update_many(
            "people",
            [
                ChangedRow(uids[0], {"birth": (WRONG, "1980-01-01"), "sex": (None, "男")}, (b"0" * 32,)),
                ChangedRow(
                    uids[1], {"name": ("王1", "李一"), "own:工号": ("1", None), "own:车牌": (None, "皖A")}
                ),
                ChangedRow(uids[2], {"sex": (None, Fault("？", "value.choice")), "birth": (WRONG, None)}),
                ChangedRow(uids[3], {}, (b"3" * 32,)),
            ],
        )
    assert count == 3
    rows = store.values_of("people", uids)
    assert [rows[uid][store.tables["people"].place["name"]] for uid in uids] == ["王0", "李一", "王2", "王3"]
    assert [row.draft for row in store.rows(Query("people"))] == [False, False, True, True, True]
    assert store.faults_of("people", uids) == {
        uids[1]: {"birth": WRONG}, uids[2]: {"sex": Fault("？", "value.choice")}, uids[3]: {"birth": WRONG},
    }  # fmt: skip
    assert store.own_of("people", uids)[uids[1]] == {"车牌": "皖A"}
    assert [hit.label for hit in store.search("李一")] == ["李一"]
    digests = store.import_digests("people")
    assert (digests[b"0" * 32], digests[b"3" * 32]) == (uids[0], uids[3])
    assert audit(store, Silent()).ok
    outcome = store.undo(transaction.number)
    assert (outcome.restored, outcome.conflicts) == (7, ())


def test_a_row_that_is_gone_is_not_changed(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟")
    with store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("people", uid)
    for each in (uid, "0" * 32):
        with pytest.raises(WorldFault) as caught, store.transaction(OperationKind.IMPORT) as transaction:
            transaction.update_many("people", [ChangedRow(each, {"name": ("王伟", "x")})])
        assert caught.value.code == "store.no_row"


def test_what_an_import_remembers(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟", birth="1980-01-01")
    add(store, "people", name="李丽")
    number = store.operations(1)[0].number
    with store.transaction(OperationKind.IMPORT) as transaction:
        transaction.remember_mapping("f", "people", "{}")
        transaction.remember_mapping("f", "people", '{"a":1}')
        transaction.remember_digests("people", [(b"2" * 32, uid), (b"1" * 32, uid)])
    assert store.operations(1)[0].number == number  # nothing of a ledger changed
    assert store.mapping("f", "people") == '{"a":1}'
    assert store.mapping("f", "powers") is None
    assert store.import_digests("people") == {b"1" * 32: uid, b"2" * 32: uid}
    assert store.key_map("people", ("name", "birth")) == {("王伟", "1980-01-01"): [uid]}
    with store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("people", uid)
    assert store.import_digests("people") == {}
    assert store.key_map("people", ("name", "birth")) == {}

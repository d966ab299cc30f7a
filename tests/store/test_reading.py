"""Reading: pages cut from an index and pages of kept ids say the same as a plain sort in Python."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.store.office import Office, add, edit

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.rows import Fault, Filter, Op, OperationKind, Query, Row, Sort
from township_ledger.store import queries
from township_ledger.store.tables import LedgerTable
from township_ledger.usecases.bulk import NewRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from township_ledger.domain.rows import Cell
    from township_ledger.store.ledger_store import SqlLedgerStore

POSTS = ["队长", "副队长", "队员", None]


@pytest.fixture
def filled(store: SqlLedgerStore) -> SqlLedgerStore:
    """70 people (5 retired, some cells empty, some drafts) and as many certificates."""
    chance = random.Random(5)  # noqa: S311 - rows, not secrets
    columns = store.tables["people"].columns
    uids = [f"{number:032x}" for number in range(70)]
    with store.transaction(OperationKind.IMPORT) as transaction:
        rows = []
        for number, uid in enumerate(uids):
            values: dict[str, Cell] = {
                "name": f"王{chance.choice('伟丽强')}{number % 7}", "post": chance.choice(POSTS), "sex": chance.choice("男女"),
                "birth": f"19{60 + number % 30}-01-01" if number % 3 else None, "unit": chance.choice(["司法所", "执法队"]),
            }  # fmt: skip
            faults = {"phone": Fault("123", "value.phone")} if number % 10 == 0 else {}
            own = {"工号": str(number % 4)} if number % 2 else {}
            rows.append(NewRow(uid, tuple(values.get(name) for name in columns), faults, own))
        transaction.insert_many("people", rows)
        for number in range(70):
            person = uids[(number * 11) % 70] if number % 9 else None
            transaction.insert("certificates", {"certificate_no": f"12{number:06d}", "person": person})
    with store.transaction(OperationKind.RETIRE) as transaction:
        for uid in uids[60:65]:
            if transaction.referring("people", uid) is None:
                transaction.retire("people", uid)
    return store


def everything(store: SqlLedgerStore, ledger: str = "people") -> list[Row]:
    return store.rows_by_id(ledger, store.ids(Query(ledger)))


def sorted_by(rows: list[Row], value: Callable[[Row], Cell], *, descending: bool) -> list[str]:
    filled = [row for row in rows if value(row) is not None]
    filled.sort(key=lambda row: (str(value(row)), row.id), reverse=descending)
    return [row.uid for row in [*filled, *(row for row in rows if value(row) is None)]]


def test_retired_rows_never_appear(filled: SqlLedgerStore) -> None:
    with filled.transaction(OperationKind.RETIRE) as transaction:
        lone = next(row.uid for row in everything(filled) if transaction.referring("people", row.uid) is None)
        transaction.retire("people", lone)
    rows = everything(filled)
    assert lone not in {row.uid for row in rows}
    assert filled.count(Query("people")) == len(rows)
    assert [row.id for row in rows] == sorted(row.id for row in rows)


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("column", ["name", "post", "birth", "sex"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_of_a_sort(
    filled: SqlLedgerStore, monkeypatch: pytest.MonkeyPatch, column: str, descending: bool, many: bool
) -> None:
    if many:
        monkeypatch.setattr("township_ledger.store.reading.MANY_ROWS", 10)
    wanted = sorted_by(everything(filled), lambda row: row.values[column], descending=descending)
    query = Query("people", sort=(Sort(column, descending),))
    for limit in (7, 100):
        found: list[str] = []
        while page := filled.page(query, len(found), limit):
            found += [row.uid for row in page]
        assert found == wanted
    assert [row.uid for row in filled.rows(query)] == wanted
    assert [row.uid for row in filled.page(query, 40, 9)] == wanted[40:49]
    assert filled.page(query, 1000, 10) == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM l_people t WHERE {in_use}",
        "SELECT count(*) FROM l_people t WHERE {in_use} AND t.name = '王伟'",
        "SELECT t.id FROM l_people t WHERE {in_use} ORDER BY t.id LIMIT 9 OFFSET 9",
        "SELECT t.id FROM l_people t WHERE {in_use} AND t.name IS NOT NULL ORDER BY t.name, t.id LIMIT 9",
        "SELECT t.id FROM l_people t WHERE {in_use} AND t.name IS NOT NULL ORDER BY t.name DESC, t.id DESC LIMIT 9",
        "SELECT t.id FROM l_people t WHERE {in_use} AND t.name IS NULL ORDER BY t.id",
        "SELECT t.id FROM l_people t WHERE {in_use} AND t.name >= '王' AND t.name < '玌'",
        "SELECT 1 FROM l_certificates t WHERE t.person = '' AND {in_use}",
    ],
)
def test_pages_and_counts_read_an_index_and_nothing_else(store: SqlLedgerStore, sql: str) -> None:
    plan = store.connection.all("EXPLAIN QUERY PLAN " + sql.format(in_use=queries.IN_USE))
    assert [line[3].startswith("SEARCH t USING COVERING INDEX") for line in plan] == [True]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (
            Query("certificates", filters=(Filter("person", Op.IN, ("a", "b")),), draft=False),
            "i_certificates__person",
        ),
        (Query("people", uids=frozenset(map(str, range(50)))), "sqlite_autoindex_l_people_1"),
    ],
)
def test_rows_picked_by_what_they_hold_are_not_looked_for_in_the_whole_ledger(
    store: SqlLedgerStore, query: Query, index: str
) -> None:
    (sql,) = queries.ids_sql(store.tables[query.ledger], query, store.tables)
    first, *_ = store.connection.all("EXPLAIN QUERY PLAN " + sql.text, sql.params)
    assert f"INDEX {index} " in first[3]


def test_a_page_without_a_sort_is_in_the_order_of_recording(filled: SqlLedgerStore) -> None:
    wanted = [row.uid for row in everything(filled)]
    for offset in (0, 3, 33, 50, len(wanted) - 2):
        assert [row.uid for row in filled.page(Query("people"), offset, 5)] == wanted[offset : offset + 5]
    assert filled.page(Query("people"), 0, 0) == []


def test_sorting_by_several_columns_and_an_own_one(filled: SqlLedgerStore) -> None:
    rows = everything(filled)
    query = Query("people", sort=(Sort("post"), Sort("birth", descending=True)))
    wanted = sorted(
        rows,
        key=lambda row: (
            row.values["post"] is None, str(row.values["post"]), row.values["birth"] is None,
            -int(str(row.values["birth"] or "0")[:4]), row.id,
        ),
    )  # fmt: skip
    assert [row.uid for row in filled.rows(query)] == [row.uid for row in wanted]
    own = sorted_by(rows, lambda row: row.own.get("工号"), descending=True)
    assert [row.uid for row in filled.rows(Query("people", sort=(Sort("own:工号", descending=True),)))] == own


@pytest.mark.parametrize("descending", [False, True])
def test_a_reference_sorts_by_its_label(filled: SqlLedgerStore, descending: bool) -> None:
    rows = everything(filled, "certificates")
    labels = filled.labels("people", {str(row.values["person"]) for row in rows})
    wanted = sorted_by(rows, lambda row: labels.get(str(row.values["person"])), descending=descending)
    query = Query("certificates", sort=(Sort("person", descending),))
    assert [row.uid for row in filled.rows(query)] == wanted
    assert [row.uid for row in filled.page(query, 10, 5)] == wanted[10:15]


FILTERS: list[tuple[Filter, Callable[[Row], bool]]] = [
    (Filter("post", Op.EQ, "队长"), lambda row: row.values["post"] == "队长"),
    (Filter("post", Op.NE, "队长"), lambda row: row.values["post"] != "队长"),
    (Filter("post", Op.EMPTY), lambda row: row.values["post"] is None),
    (Filter("post", Op.FILLED), lambda row: row.values["post"] is not None),
    (Filter("post", Op.IN, ("队长", "队员")), lambda row: row.values["post"] in ("队长", "队员")),
    (Filter("post", Op.IN, "队长"), lambda row: row.values["post"] == "队长"),
    (Filter("post", Op.CONTAINS, "队"), lambda row: "队" in str(row.values["post"])),
    (Filter("birth", Op.LT, "1970-01-01"), lambda row: str(row.values["birth"] or "9") < "1970-01-01"),
    (Filter("birth", Op.LE, "1970-01-01"), lambda row: str(row.values["birth"] or "9") <= "1970-01-01"),
    (Filter("birth", Op.GT, "1970-01-01"), lambda row: str(row.values["birth"] or "0") > "1970-01-01"),
    (Filter("birth", Op.GE, "1970-01-01"), lambda row: str(row.values["birth"] or "0") >= "1970-01-01"),
    (Filter("phone", Op.FAULT), lambda row: "phone" in row.faults),
    (Filter("own:工号", Op.EQ, "1"), lambda row: row.own.get("工号") == "1"),
    (Filter("own:工号", Op.EMPTY), lambda row: "工号" not in row.own),
]


@pytest.mark.parametrize(("condition", "holds"), FILTERS, ids=lambda each: str(getattr(each, "op", "")))
def test_filters(filled: SqlLedgerStore, condition: Filter, holds: Callable[[Row], bool]) -> None:
    wanted = [row.uid for row in everything(filled) if holds(row)]
    query = Query("people", filters=(condition,))
    assert wanted
    assert filled.count(query) == len(wanted)
    assert [row.uid for row in filled.rows(query)] == wanted
    assert filled.count(query) == len(wanted)  # from the kept ids now
    both = Query("people", filters=(condition, Filter("sex", Op.EQ, "男")), sort=(Sort("name"),))
    men = [row for row in everything(filled) if holds(row) and row.values["sex"] == "男"]
    assert [row.uid for row in filled.page(both, 0, 100)] == sorted_by(
        men, lambda row: row.values["name"], descending=False
    )
    assert filled.count(both) == len(men)


def test_drafts_and_given_rows(filled: SqlLedgerStore) -> None:
    rows = everything(filled)
    for draft in (True, False):
        assert [row.uid for row in filled.rows(Query("people", draft=draft))] == [
            row.uid for row in rows if row.draft is draft
        ]
    add(filled, "people", name="新来")
    assert filled.count(Query("people", draft=False)) == sum(not row.draft for row in rows) + 1
    some = frozenset(row.uid for row in rows[10:30])
    assert [row.uid for row in filled.page(Query("people", uids=some), 5, 5)] == [
        row.uid for row in rows[15:20]
    ]
    assert filled.count(Query("people", uids=frozenset())) == 0
    many = frozenset([*some, *(f"{number:032x}" for number in range(1000, 40000))])
    assert filled.count(Query("people", uids=many)) == 20
    assert list(filled.cells(Query("people", uids=frozenset([rows[3].uid])), ("name", "sex"))) == [
        (rows[3].id, rows[3].uid, rows[3].values["name"], rows[3].values["sex"])
    ]


def test_unknown_columns_and_wrong_filters_are_our_own_faults(filled: SqlLedgerStore) -> None:
    with pytest.raises(KeyError, match="no column nose"):
        filled.count(Query("people", filters=(Filter("nose", Op.EMPTY),)))
    with pytest.raises(TypeError, match="several values"):
        filled.count(Query("people", filters=(Filter("name", Op.EQ, ("a", "b")),)))
    with pytest.raises(KeyError):
        filled.count(Query("none"))
    with pytest.raises(KeyError, match="no column nose"):
        next(iter(filled.cells(Query("people"), ("nose",))))


def test_what_is_kept_is_forgotten_when_something_is_written(office: Office, filled: SqlLedgerStore) -> None:
    query = Query("people", filters=(Filter("sex", Op.EQ, "男"),))
    before = filled.count(query)
    assert len(filled.ids(query)) == before
    other = office.open()
    uid = add(other, "people", name="新来", sex="男")
    assert filled.count(query) == before + 1
    assert filled.ids(query)[-1] == filled.row("people", uid).id  # type: ignore[union-attr]
    edit(filled, "people", uid, sex="女")
    assert filled.count(query) == before
    for number in range(100):  # more than are kept
        filled.count(Query("people", filters=(Filter("name", Op.EQ, str(number)),)))
        filled.ids(Query("people", search=str(number)))
    assert filled.count(query) == before


def test_a_snapshot_does_not_see_what_comes_after(office: Office, store: SqlLedgerStore) -> None:
    other = office.open(write=False)
    with other.snapshot():
        assert other.count(Query("people")) == 0
        add(store, "people", name="王伟")
        with other.snapshot():
            assert other.count(Query("people")) == 0
    assert other.count(Query("people")) == 1


def test_labels_of_labels(store: SqlLedgerStore) -> None:
    person = add(store, "people", name="王伟")
    lone = add(store, "people", sex="男")
    session = add(store, "training", title="法律知识", start_date="2026-03-01", hours=8.0)
    one = add(store, "attendance", session=session, person=person)
    two = add(store, "attendance", session=session)
    three = add(store, "attendance", session=session, person=lone)
    assert store.labels("people", [person, lone, "0" * 32]) == {person: "王伟", lone: ""}
    assert store.labels("attendance", [one, two, three]) == {one: "王伟", two: "", three: ""}
    assert [row.uid for row in store.rows(Query("attendance", sort=(Sort("person"),)))] == [one, two, three]
    assert store.row("training", session).values["hours"] == 8.0  # type: ignore[union-attr]
    assert isinstance(store.row("training", session).values["hours"], float)  # type: ignore[union-attr]


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize(
    "sort",
    [
        (),
        (Sort("name"),),
        (Sort("name", descending=True),),
        (Sort("phone"),),  # empty in some rows
        (Sort("birth"), Sort("name")),
    ],
)
def test_where_every_row_stands(
    filled: SqlLedgerStore, sort: tuple[Sort, ...], many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if many:
        monkeypatch.setattr("township_ledger.store.reading.MANY_ROWS", 10)
    query = Query("people", sort=sort)
    uids = [row.uid for row in filled.rows(query)]
    assert [filled.position(query, uid) for uid in uids] == list(range(len(uids)))


def test_where_a_row_stands(filled: SqlLedgerStore) -> None:
    query = Query("people", sort=(Sort("name"),))
    uids = [row.uid for row in filled.rows(query)]
    assert filled.position(query, uids[17]) == 17
    assert filled.position(Query("people", uids=frozenset(uids[:3])), uids[17]) is None
    assert filled.position(query, "0" * 31 + "z") is None
    gone = add(filled, "people", name="张三")
    assert filled.position(Query("people"), gone) == len(uids)
    with filled.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("people", gone)
    assert filled.position(Query("people"), gone) is None


def test_a_history_says_in_which_bundle_a_value_was_reported(store: SqlLedgerStore) -> None:
    uid = add(store, "people", name="王伟", sex="男")

    def bundle(sequence: int) -> None:
        with store.transaction(OperationKind.BUNDLE, sequence=sequence) as transaction:
            pass
        store.connection.execute(
            "INSERT INTO sent_bundle VALUES (?, '2026', '2026-06-30', '', '', NULL, NULL, ?, '', '', '', '')",
            (sequence, transaction.number),
        )

    bundle(1)
    bundle(2)
    edit(store, "people", uid, name="王威")
    bundle(3)
    edit(store, "people", uid, name="王卫")
    edit(store, "people", uid, name="王魏")
    bundle(4)
    entries = store.history("people", uid, "name")
    assert [(entry.old, entry.new, entry.bundles) for entry in entries] == [
        ("王卫", "王魏", (4,)), ("王威", "王卫", ()), ("王伟", "王威", (3,)), (None, "王伟", (1, 2)),
    ]  # fmt: skip
    whole = store.history("people", uid)
    assert [(entry.column, entry.bundles) for entry in whole[3:]] == [
        (None, (1, 2, 3, 4)), ("name", (1, 2)), ("sex", (1, 2, 3, 4)),
    ]  # fmt: skip
    assert (
        store.operations(2)[1].number == store.operations(1, before=store.operations(1)[0].number)[0].number
    )


def test_a_label_is_followed_twice_and_no_further(store: SqlLedgerStore) -> None:
    """A reference to a row whose label is a reference sorts by what that one is called."""
    visits = LedgerTable(
        replace(
            store.definitions["certificates"],
            columns=tuple(
                replace(each, type=ColumnType.REFERENCE, target="attendance")
                if each.name == "person"
                else each
                for each in store.definitions["certificates"].columns
            ),
        ),
        1,
    )
    (piece,) = queries.ids_sql(visits, Query("certificates", sort=(Sort("person"),)), store.tables)
    assert (
        'SELECT g2."name" FROM "l_people" g2 WHERE g2.uid = (SELECT g1."person" FROM "l_attendance" g1'
        in piece.text
    )
    looped = {"people": LedgerTable(replace(store.definitions["attendance"], name="people"), 1)}
    (piece,) = queries.ids_sql(looped["people"], Query("people", sort=(Sort("person"),)), looped)
    assert "g3" not in piece.text


def test_a_reference_whose_ledger_is_not_in_use_is_plain(store: SqlLedgerStore) -> None:
    tables = {"certificates": store.tables["certificates"]}
    for sort in ((Sort("person"),), (Sort("issued"), Sort("person"))):
        pieces = queries.ids_sql(
            tables["certificates"], Query("certificates", search="王", sort=sort), tables
        )
        assert all("l_people" not in piece.text for piece in pieces)


@pytest.mark.parametrize("walked", [0, 1_000_000])
@pytest.mark.parametrize(
    "sort", [Sort("name"), Sort("name", descending=True), Sort("birth", descending=True), Sort("unit")]
)
def test_many_rows_found_are_sorted_by_walking_an_index(
    filled: SqlLedgerStore, monkeypatch: pytest.MonkeyPatch, sort: Sort, walked: int
) -> None:
    monkeypatch.setattr("township_ledger.store.reading.MANY_ROWS", 10)
    monkeypatch.setattr("township_ledger.store.reading._WALKED", walked)
    filters = (Filter("sex", Op.EQ, "男"),)
    men = [row for row in everything(filled) if row.values["sex"] == "男"]
    wanted = sorted_by(men, lambda row: row.values[sort.column], descending=sort.descending)
    assert [row.uid for row in filled.rows(Query("people", filters=filters, sort=(sort,)))] == wanted
    two = Query("people", filters=filters, sort=(sort, Sort("post")))
    assert {row.uid for row in filled.rows(two)} == set(wanted)
    assert filled.count(Query("people", filters=filters, sort=(sort,), draft=False)) == sum(
        not row.draft for row in men
    )

"""A home written under an older definition takes a newer one without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.office import Office, add

from township_ledger.domain.definition_files import load_ledgers
from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.rows import Fault, OperationKind, Query, Row, Sort
from township_ledger.store.audit import audit
from township_ledger.store.schema import Shape, holds_all_of, shape_of
from township_ledger.store.tables import quoted
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.ledger_store import SqlLedgerStore

HEAD = """\
format = 1
[ledger]
name = "devices"
title = "装备"
item = "8"
role = "主"
version = {version}
label = "{label}"
hint = "这里放装备。"
keys = [["name"]]
"""


def devices(version: int, *columns: str, label: str = "name") -> Mapping[str, Ledger]:
    """One ledger from lines like `price money 价格`; a `!` behind the name makes it required."""
    text = HEAD.format(version=version, label=label)
    for line in columns:
        name, kind, title = line.split(" ")
        required = "true" if name.endswith("!") else "false"
        text += f'[[column]]\nname = "{name.rstrip("!")}"\ntitle = "{title}"\ntype = "{kind}"\nrequired = {required}\n'
        if kind == "choice":
            text += 'choices = ["好", "坏"]\n'
        if kind == "reference":
            text += 'target = "devices"\n'
    return load_ledgers({"devices.toml": lambda: text})


def with_devices(office: Office, newer: Mapping[str, Ledger]) -> SqlLedgerStore:
    office.close()
    return office.open(definitions={**office.definitions, **newer})


def only(store: SqlLedgerStore, uid: str) -> Row:
    row = store.row("devices", uid)
    assert row is not None
    return row


OLD = (
    "name! text 名称",
    "price money 价格",
    "count integer 数量",
    "state choice 状态",
    "good yes_no 完好",
    "note text 说明",
    "hours hours 时数",
)


def test_a_new_ledger_and_a_new_column(office: Office) -> None:
    store = with_devices(office, devices(1, *OLD))
    uid = add(store, "devices", name="执法记录仪", price=123456)
    store = with_devices(office, devices(2, *OLD, "place text 存放地", "part reference 部件"))
    assert only(store, uid).values == {
        "name": "执法记录仪", "price": 123456, "count": None, "state": None, "good": None, "note": None, "hours": None,
        "place": None, "part": None,
    }  # fmt: skip
    other = add(store, "devices", name="电池", place="库房", part=uid)
    assert store.labels("devices", [str(only(store, other).values["part"])]) == {uid: "执法记录仪"}
    assert [row.uid for row in store.page(Query("devices", sort=(Sort("place"),)), 0, 9)] == [other, uid]
    operation = store.operations(2)[1]
    assert (operation.kind, operation.rows) == (OperationKind.MIGRATE, 0)
    assert audit(store, Silent()).ok


def test_a_column_that_is_gone_keeps_its_values_for_its_return(office: Office) -> None:
    store = with_devices(office, devices(1, *OLD))
    uid = add(store, "devices", name="执法记录仪", note="左边的", price=5)
    store = with_devices(office, devices(2, "name! text 名称"))
    assert only(store, uid).values == {"name": "执法记录仪"}
    assert audit(store, Silent()).ok
    store = with_devices(office, devices(3, *OLD))
    assert (only(store, uid).values["note"], only(store, uid).values["price"]) == ("左边的", 5)
    assert [hit.uid for hit in store.search("左边")] == [uid]
    assert audit(store, Silent()).ok


def test_a_changed_type_makes_a_new_column_and_keeps_the_old_values_in_sight(office: Office) -> None:
    store = with_devices(office, devices(1, *OLD))
    one = add(
        store, "devices", name="甲", price=123450, count=3, state="好", good=1, note="12", hours=8.0
    )  # fmt: skip
    two = add(store, "devices", name="乙", price=-5, good=0, hours=0.5, count=Fault("三个", "value.number"))
    newer = devices(
        2, "name! text 名称", "price text 价格", "count date 数量", "state integer 状态", "good text 完好", "note integer 说明", "hours text 时数"
    )  # fmt: skip
    store = with_devices(office, newer)
    assert set(only(store, one).values.values()) == {"甲", None}
    assert only(store, one).own == {
        "价格（旧）": "1234.50", "数量（旧）": "3", "状态（旧）": "好", "完好（旧）": "是", "说明（旧）": "12", "时数（旧）": "8",
    }  # fmt: skip
    assert only(store, two).own == {
        "价格（旧）": "-0.05",
        "完好（旧）": "否",
        "时数（旧）": "0.5",
        "数量（旧）": "三个",
    }
    assert (only(store, two).draft, only(store, two).faults) == (False, {})
    columns = [row[1] for row in store.connection.all("PRAGMA table_info(l_devices)")]
    assert {"price_old1", "note_old1", "hours_old1"} <= set(columns)
    assert store.connection.value("SELECT price_old1 FROM l_devices WHERE uid = ?", (one,)) == 123450
    entry = store.history("devices", one, "price")[0]
    assert (entry.kind, entry.old, entry.new) == (OperationKind.MIGRATE, 123450, None)
    assert audit(store, Silent()).ok
    with store.transaction(OperationKind.EDIT) as transaction:
        transaction.update("devices", one, {"note": 12, "price": "007"})
    assert only(store, one).values["note"] == 12
    assert only(store, one).values["price"] == "007"
    store = with_devices(office, devices(3, *OLD))
    assert only(store, one).own["价格（旧）（旧）"] == "007"
    assert only(store, one).own["价格（旧）"] == "1234.50"
    assert "price_old2" in [row[1] for row in store.connection.all("PRAGMA table_info(l_devices)")]
    assert audit(store, Silent()).ok


def test_a_wider_type_changes_nothing(office: Office) -> None:
    store = with_devices(office, devices(1, *OLD))
    uid = add(store, "devices", name="甲", note="旧的", state="好", hours=1.5)
    store = with_devices(
        office,
        devices(
            2,
            "name! long_text 名称",
            *OLD[1:3],
            "state text 状态",
            OLD[4],
            "note long_text 说明",
            "hours decimal 时数",
        ),
    )
    values = only(store, uid).values
    assert (values["name"], values["note"], values["state"], values["hours"]) == ("甲", "旧的", "好", 1.5)
    assert only(store, uid).own == {}
    assert [hit.uid for hit in store.search("好")] == [uid]  # a choice was no searched text, a text is


def test_other_required_columns_make_other_drafts(office: Office) -> None:
    store = with_devices(office, devices(1, *OLD))
    one = add(store, "devices", name="甲", note="x")
    two = add(store, "devices", name="乙")
    three = add(store, "devices", name="丙", note="x", count=Fault("三", "value.number"))
    store = with_devices(office, devices(2, *OLD[:5], "note! text 说明", OLD[6]))
    assert [only(store, uid).draft for uid in (one, two, three)] == [False, True, True]
    assert store.count(Query("devices", draft=True)) == 2
    store = with_devices(office, devices(3, *(line.replace("!", "") for line in OLD)))
    assert [only(store, uid).draft for uid in (one, two, three)] == [False, False, True]


def test_another_label_makes_the_search_index_anew(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("township_ledger.store.migrating._BATCH", 2)
    store = with_devices(office, devices(1, *OLD))
    uids = [add(store, "devices", name=f"记录仪{number}", note=f"左边{number}") for number in range(5)]
    with store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("devices", uids[4])
    assert store.search("zb") == []
    store = with_devices(office, devices(2, *OLD, label="note"))
    assert sorted(hit.label for hit in store.search("zb")) == ["左边0", "左边1", "左边2", "左边3"]
    assert store.search("jly") == []
    names = {
        row[0] for row in store.connection.all("SELECT name FROM sqlite_master WHERE tbl_name = 'l_devices'")
    }
    assert "i_devices__note" in names
    store = with_devices(office, devices(3, "name! text 名称"))
    names = {
        row[0] for row in store.connection.all("SELECT name FROM sqlite_master WHERE tbl_name = 'l_devices'")
    }
    assert "i_devices__note" not in names


def test_a_ledger_of_many_rows_has_all_indexes_from_the_start(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = with_devices(office, devices(1, *OLD))
    for name in ("甲", "乙"):
        add(store, "devices", name=name)
    monkeypatch.setattr("township_ledger.store.schema.MANY_ROWS", 2)
    store = with_devices(office, devices(2, *OLD, "place text 存放地"))
    names = {
        row[0] for row in store.connection.all("SELECT name FROM sqlite_master WHERE tbl_name = 'l_devices'")
    }
    assert "i_devices__place" in names


@given(new=st.sampled_from(ColumnType), old=st.sampled_from(ColumnType))
def test_what_holds_what_is_kept_in_the_same_way(new: ColumnType, old: ColumnType) -> None:
    from township_ledger.store.tables import affinity

    if holds_all_of(new, old):
        assert affinity(new) == affinity(old)
    assert holds_all_of(old, old)
    assert not (new is not old and holds_all_of(ColumnType.PERSON, old) and new is ColumnType.PERSON)


def test_a_shape_reads_back(definitions: Mapping[str, Ledger]) -> None:
    for ledger in definitions.values():
        shape = shape_of(ledger)
        assert Shape.read(shape.text()) == shape
    with pytest.raises(ValueError, match="not a name"):
        quoted('x"; DROP TABLE log; --')

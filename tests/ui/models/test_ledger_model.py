"""The table behind a grid: what it says, what it asks of the database, and how edits pass through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from township_ledger.domain.rows import Fault, Filter, Op, Query, Row, Sort
from township_ledger.ui.models import ledger_model
from township_ledger.ui.models.derived import PeopleColumns
from township_ledger.ui.models.ledger_model import PAGE, LedgerModel

if TYPE_CHECKING:
    import pytest
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

EDIT = Qt.ItemDataRole.EditRole
DISPLAY = Qt.ItemDataRole.DisplayRole
TIP = Qt.ItemDataRole.ToolTipRole
ALIGN = Qt.ItemDataRole.TextAlignmentRole


def model_of(services: FakeServices, ledger: str = "people") -> LedgerModel:
    return LedgerModel(services, services.reader.defined[ledger])


def cell(model: LedgerModel, row: int, column: str, role: Qt.ItemDataRole = DISPLAY) -> object:
    return model.data(model.index(row, model.place(column)), int(role.value))


def test_it_keeps_the_rules_of_qt(services: FakeServices, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model_of(services))  # type: ignore[no-untyped-call]


def test_row_count_is_exact_and_pages_come_when_asked(services: FakeServices) -> None:
    for number in range(1000):
        services.reader.add("people", name=f"人{number}")
    services.reader.calls.clear()
    model = model_of(services)
    assert model.rowCount() == 1048
    assert "page" not in services.reader.calls
    assert cell(model, 1047, "name") == "人999"
    assert cell(model, 1046, "name") == "人998"
    assert services.reader.calls["page"] == 1


def test_only_so_many_pages_are_kept(services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_model, "KEPT_PAGES", 2)
    for number in range(4 * PAGE):
        services.reader.add("people", name=f"人{number}")
    model = model_of(services)
    for row in (0, PAGE, 2 * PAGE):
        cell(model, row, "name")
    services.reader.calls.clear()
    cell(model, PAGE, "name")
    cell(model, 0, "name")
    assert services.reader.calls["page"] == 1  # the page used longest ago was given up


def test_a_narrowed_view_keeps_its_ids(services: FakeServices) -> None:
    model = model_of(services)
    model.show(Query("people", filters=(Filter("person_type", Op.EQ, "辅助人员"),)))
    assert model.rowCount() == 6
    services.reader.calls.clear()
    assert cell(model, 5, "name") == "陈红梅"
    assert services.reader.calls["rows_by_id"] == 1
    assert "page" not in services.reader.calls


def test_a_very_wide_view_keeps_no_ids(services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_model, "IDS_UP_TO", 5)
    model = model_of(services)
    model.show(Query("people", filters=(Filter("person_type", Op.EQ, "执法人员"),)))
    services.reader.calls.clear()
    assert cell(model, 0, "name") == "王䶮"
    assert services.reader.calls.get("rows_by_id") is None


def test_ids_and_phones_are_masked_on_screen_and_whole_in_the_editor(services: FakeServices) -> None:
    model = model_of(services)
    assert cell(model, 0, "id_number") == "3407**********2416"
    assert cell(model, 0, "id_number", EDIT) == "340711199001012416"
    assert cell(model, 0, "phone") == "138****1234"


def test_refused_text_is_shown_and_told(services: FakeServices) -> None:
    model = model_of(services)
    found = model.grid_row(4)
    assert found is not None
    place = model.place("id_number")
    assert found.faults[place].text == "34071119790230241X"
    assert cell(model, 4, "id_number") == "3407**********241X"
    assert "18 位" in str(cell(model, 4, "id_number", TIP))


def test_a_reason_without_a_sentence_still_tells(services: FakeServices) -> None:
    model = model_of(services)
    assert model.fault_words(Fault("八", "value.no_such_reason")) == "“八”没有读懂，按原样留着。"
    assert "2027年" in model.fault_words(Fault("2027年", "value.date_incomplete"))


def test_references_are_resolved_once_a_page(services: FakeServices) -> None:
    model = model_of(services, "certificates")
    services.reader.calls.clear()
    assert cell(model, 0, "person") == "王䶮"
    assert cell(model, 1, "person") == "李㛃"
    assert services.reader.calls["labels"] == 1
    assert cell(model, 0, "person", EDIT) == "王䶮"


def test_numbers_stand_right_and_certificate_numbers_left(services: FakeServices) -> None:
    services.reader.add("training", title="班", hours=3.5)
    model = model_of(services, "training")
    right, left = int(Qt.AlignmentFlag.AlignRight), int(Qt.AlignmentFlag.AlignLeft)
    assert int(str(cell(model, 0, "hours", ALIGN))) & right
    assert cell(model, 0, "hours") == "3.5"
    certificates = model_of(services, "certificates")
    assert int(str(cell(certificates, 0, "certificate_no", ALIGN))) & left


def test_sorting_is_a_query(services: FakeServices) -> None:
    model = model_of(services)
    model.sort(model.place("name"), Qt.SortOrder.DescendingOrder)
    assert model.query.sort == (Sort("name", descending=True),)
    model.sort(-1)
    assert len(model.query.sort) == 0


def test_worked_out_columns_do_not_sort_and_are_not_edited(services: FakeServices) -> None:
    model = LedgerModel(services, services.reader.defined["people"], PeopleColumns(services))
    place = next(place for place, column in enumerate(model.columns) if column.title == "证件状态")
    model.sort(place)
    assert model.query.sort == ()
    index = model.index(0, place)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "暂扣")
    assert model.data(index) == "有效"
    assert "有效期至 2026-12-18" in str(model.data(index, int(TIP.value)))
    assert "其他台账" in str(model.headerData(place, Qt.Orientation.Horizontal, int(TIP.value)))


def test_an_edit_is_pending_until_it_is_written(services: FakeServices, qtbot: QtBot) -> None:
    services.hold = True
    model = model_of(services)
    index = model.index(0, model.place("name"))
    assert model.setData(index, "王龑")
    uid = services.edits[0].uid
    assert uid is not None
    assert model.pending(uid, "name") == "王龑"
    assert model.data(index) == "王龑"
    assert cell(model, 0, "name", EDIT) == "王龑"
    row = services.reader.row("people", uid)
    assert row is not None
    assert row.values["name"] == "王䶮"
    with qtbot.waitSignal(model.written):
        services.release()
    assert model.pending(uid, "name") is None
    assert not model.has_pending
    assert model.data(index) == "王龑"


def test_an_edit_that_changes_nothing_is_not_queued(services: FakeServices) -> None:
    model = model_of(services)
    assert not model.setData(model.index(0, model.place("name")), "王䶮")
    assert services.edits == []


def test_a_refused_edit_shows_the_old_value_again(services: FakeServices, qtbot: QtBot) -> None:
    services.refuse = "store.busy"
    model = model_of(services)
    with qtbot.waitSignal(model.refused) as told:
        model.setData(model.index(0, model.place("name")), "王龑")
    assert told.args is not None
    assert told.args[0] == "store.busy"
    assert cell(model, 0, "name") == "王䶮"


def test_a_new_row_resets_and_a_changed_one_does_not(services: FakeServices, qtbot: QtBot) -> None:
    model = model_of(services)
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh()
    services.reader.add("people", name="新来的")
    with qtbot.waitSignal(model.modelReset):
        model.refresh()
    assert model.rowCount() == 49


def test_own_columns_stand_at_the_end(services: FakeServices) -> None:
    services.reader.add("people", name="甲", own={"血型": "O"})
    model = model_of(services)
    before = model.columnCount()
    services.reader.own["people"] = ["血型"]
    model.refresh()
    assert model.columnCount() == before + 1
    assert cell(model, 48, "own:血型") == "O"
    assert model.flags(model.index(48, before)) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(48, before), "AB")
    assert cell(model, 48, "own:血型") == "AB"
    assert cell(model, 48, "own:血型", EDIT) == "AB"
    assert "不进报送包" in str(model.headerData(before, Qt.Orientation.Horizontal, int(TIP.value)))


def test_find_puts_the_finger_on_a_row(services: FakeServices) -> None:
    model = model_of(services)
    uids = [row.uid for row in services.reader.tables["people"]]
    assert model.find(uids[30]) == 30
    assert model.find(uids[30], near=31) == 30
    assert model.find("0" * 32) == -1
    model.show(Query("people", filters=(Filter("person_type", Op.EQ, "辅助人员"),)))
    assert model.find(uids[0]) == -1


def test_a_page_that_shrank_meanwhile_is_empty_there(services: FakeServices) -> None:
    model = model_of(services)
    table = services.reader.tables["people"]
    table[:] = table[:10]
    assert model.grid_row(20) is None
    assert cell(model, 20, "name") is None
    assert model.edit_text(20, 0) == ""
    assert model.tip(20, 0) == ""


def test_outside_the_table_is_nothing(services: FakeServices) -> None:
    model = model_of(services)
    assert model.grid_row(-1) is None
    assert model.grid_row(48) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(model.index(0, 0), int(Qt.ItemDataRole.CheckStateRole.value)) is None
    assert model.headerData(0, Qt.Orientation.Vertical) == 1
    assert model.headerData(0, Qt.Orientation.Vertical, int(TIP.value)) is None


def test_a_page_is_prepared_once(services: FakeServices) -> None:
    model = model_of(services)
    row = model.grid_row(0)
    assert row is not None
    assert isinstance(row.row, Row)
    assert model.grid_row(0) is row

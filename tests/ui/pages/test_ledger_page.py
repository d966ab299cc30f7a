"""The page of a ledger, driven as a clerk drives it: keys, clicks, chips, panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMessageBox, QPlainTextEdit
from tests.ui.fake_services import NOW, FakeServices

from township_ledger.domain.rows import Filter, HistoryEntry, Op, OperationKind, Query, UndoOutcome
from township_ledger.ui.dialogs.history_dialog import HistoryDialog
from township_ledger.ui.dialogs.row_dialog import RowDialog
from township_ledger.ui.page import ImportRequest
from township_ledger.ui.pages.ledger_page import LedgerPage
from township_ledger.ui.services import UndoFault
from township_ledger.ui.widgets.row_extra import CertificateEvents, SessionAttendance

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from township_ledger.ui.theme import Theme
    from township_ledger.ui.widgets.ledger_grid import LedgerGrid


Editor = TypeVar("Editor", QLineEdit, QPlainTextEdit, QComboBox)


def page_of(services: FakeServices, theme: Theme, qtbot: QtBot, ledger: str = "people") -> LedgerPage:
    page = LedgerPage(services, theme, ledger)
    qtbot.addWidget(page)
    page.resize(1160, 600)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.shown()
    qtbot.waitUntil(lambda: bool(page._counts))
    return page


def open_editor(grid: LedgerGrid, kind: type[Editor]) -> Editor:
    """Return the editor that stands open in the grid."""
    found = [child for child in grid.viewport().children() if isinstance(child, kind) and child.isVisible()]
    assert found, "an editor is open"
    return found[-1]


@pytest.fixture
def people(services: FakeServices, theme: Theme, qtbot: QtBot) -> LedgerPage:
    services.rules = {
        "may_enforce": frozenset(row.uid for row in services.reader.tables["people"][:33]),
        "below_target": frozenset(row.uid for row in services.reader.tables["people"][:11]),
    }
    return page_of(services, theme, qtbot)


def test_chips_carry_counts_and_narrow_the_rows(people: LedgerPage, qtbot: QtBot) -> None:
    assert people.ui.chips.texts() == [
        "全部 48",
        "今日可执法 33",
        "执法人员 42",
        "辅助人员 6",
        "未达学时 11",
        "草稿 6",
    ]
    assert people.sub_title == "执法 42 人，辅助 6 人"
    people.ui.chips.choose("drafts")
    people.ui.chips.chosen.emit("drafts")
    assert people.model.total == 6
    people.ui.chips.chosen.emit("below_target")
    assert people.model.total == 11
    people.ui.chips.chosen.emit("")
    assert people.model.total == 48


def test_rows_of_a_rule_that_come_later_are_awaited_or_dropped(
    people: LedgerPage, services: FakeServices, qtbot: QtBot
) -> None:
    services.picks_wait = True
    with qtbot.waitSignal(people.counts) as told:
        people.ui.chips.chosen.emit("may_enforce")
    assert told.args == ["正在找…"]
    assert people.model.total == 48
    people.ui.chips.chosen.emit("below_target")
    late, newest = services.picks
    late()
    assert people.model.total == 48
    newest()
    assert people.model.total == 11
    people.ui.chips.chosen.emit("may_enforce")
    people.shown(Query("people"))
    services.picks[-1]()
    assert people.model.total == 48


def test_search_narrows_and_an_empty_answer_offers_the_way_back(people: LedgerPage) -> None:
    people.search("赵文斌")
    assert people.model.total == 6
    people.search("没有这个人")
    assert people.ui.stack.currentWidget() is people.ui.emptySide
    assert people.ui.emptyTitle.text() == "没有符合的行"
    people.ui.emptyDo.click()
    assert people.model.total == 48
    assert people.ui.stack.currentWidget() is people.ui.gridSide


def test_an_empty_ledger_says_what_belongs_here(theme: Theme, qtbot: QtBot) -> None:
    services = FakeServices()
    page = page_of(services, theme, qtbot)
    assert page.ui.emptyHint.text() == services.reader.defined["people"].hint
    with qtbot.waitSignal(page.go) as went:
        page.ui.emptyDo.click()
    assert went.args == ["import", ImportRequest("people")]


def test_typing_enter_and_tab_edit_in_place(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    grid = people.ui.grid
    people.ui.grid.go_to(0, people.model.place("post"))
    QTest.keyClick(grid, Qt.Key.Key_X)  # any key begins to edit
    editor = open_editor(grid, QLineEdit)
    editor.setText("中队长")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(services.edits) == 1)
    assert services.edits[-1].texts == {"post": "中队长"}
    assert grid.currentIndex().row() == 1  # Enter goes down
    assert people.model.data(people.model.index(0, people.model.place("post"))) == "中队长"
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = open_editor(grid, QLineEdit)
    editor.setText("副中队长")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert services.edits[-1].texts == {"post": "副中队长"}
    assert grid.currentIndex().row() == 1
    assert grid.currentIndex().column() != people.model.place("post")


def test_an_input_method_composes_inside_the_cell(
    people: LedgerPage, services: FakeServices, qtbot: QtBot
) -> None:
    grid = people.ui.grid
    grid.go_to(0, people.model.place("post"))
    QApplication.sendEvent(grid, QInputMethodEvent("zhong", []))
    editor = open_editor(grid, QLineEdit)
    commit = QInputMethodEvent("", [])
    commit.setCommitString("中队长")
    QApplication.sendEvent(editor, commit)
    assert grid.currentIndex().row() == 0
    assert editor.text().endswith("中队长")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(services.edits) == 1)
    assert "中队长" in services.edits[-1].texts["post"]


def test_choices_are_a_list_that_also_takes_free_text(
    people: LedgerPage, services: FakeServices, qtbot: QtBot
) -> None:
    grid = people.ui.grid
    grid.go_to(0, people.model.place("person_type"))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    combo = open_editor(grid, QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == [
        "",
        "执法人员",
        "辅助人员",
        "法制审核人员",
        "监督人员",
    ]
    qtbot.waitUntil(combo.view().isVisible)  # it opens by itself
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    assert services.edits == []
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(services.edits) == 1)
    assert services.edits[-1].texts == {"person_type": "辅助人员"}


def test_an_editor_is_as_wide_as_its_text_and_choices(people: LedgerPage) -> None:
    grid = people.ui.grid
    grid.setColumnWidth(people.model.place("sex"), 40)
    grid.go_to(0, people.model.place("sex"))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    combo = open_editor(grid, QComboBox)
    assert combo.width() >= 64 + combo.fontMetrics().horizontalAdvance("女")
    QTest.keyClick(combo, Qt.Key.Key_Escape)
    place = people.model.place("id_number")
    grid.setColumnWidth(place, 60)
    grid.go_to(0, place)
    QTest.keyClick(grid, Qt.Key.Key_F2)
    line = open_editor(grid, QLineEdit)
    assert line.width() > line.fontMetrics().horizontalAdvance(line.text())
    assert line.geometry().right() <= grid.viewport().rect().right()


def test_long_text_takes_lines_and_enter_ends_it(
    people: LedgerPage, services: FakeServices, qtbot: QtBot
) -> None:
    grid = people.ui.grid
    grid.go_to(0, people.model.place("remark"))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = open_editor(grid, QPlainTextEdit)
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert services.edits[-1].texts == {"remark": "a\nb"}


def test_escape_leaves_the_cell_as_it_was(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    grid = people.ui.grid
    grid.go_to(0, people.model.place("name"))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = open_editor(grid, QLineEdit)
    editor.setText("别人")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert services.edits == []


def test_delete_fill_down_copy_and_paste(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    grid, model = people.ui.grid, people.model
    grid.go_to(1, model.place("phone"))
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert services.edits[-1].texts == {"phone": ""}
    QTest.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert services.edits[-1].texts == {"phone": "13856781234"}
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "138****1234"
    QGuiApplication.clipboard().setText("甲\t队长\n乙\t队员\n")
    grid.go_to(46, model.place("unit"))
    with qtbot.waitSignal(people.message) as said:
        QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["粘贴了 2 行"]
    assert [len(block) for block in services.blocks] == [2]  # one paste is one operation
    assert services.edits[-1].texts == {"unit": "乙", "post": "队员"}
    grid.go_to(0, model.place("name"))
    before = len(services.edits)
    QTest.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)  # nothing above the first row
    assert len(services.edits) == before
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert grid.currentIndex().row() == 1


def test_several_cells_fill_from_their_first_row(people: LedgerPage, services: FakeServices) -> None:
    grid, model = people.ui.grid, people.model
    services.reader.tables["people"][0].values["post"] = "队长"  # type: ignore[index]
    model.refresh()
    grid.go_to(0, model.place("post"))
    selection = grid.selectionModel().selection()
    selection.select(model.index(0, model.place("post")), model.index(2, model.place("post")))
    grid.selectionModel().select(selection, grid.selectionModel().SelectionFlag.ClearAndSelect)
    grid.fill_down()
    assert [edit.texts for edit in services.edits] == [{"post": "队长"}] * 2


def test_the_panel_tells_about_the_cell_under_the_cursor(people: LedgerPage, services: FakeServices) -> None:
    uid = services.reader.tables["people"][4].uid
    entry = HistoryEntry(
        3, NOW, "李敏", OperationKind.IMPORT, "id_number", "340711197902302416", "3407", (6,)
    )
    services.reader.entries.append(("people", uid, entry))
    people.ui.grid.go_to(4, people.model.place("id_number"))
    panel = people.ui.panel.ui
    assert panel.title.text() == "单雄信 · 身份证号"
    assert panel.draft.isVisible()
    assert "校验位" in panel.fault.text()
    assert panel.history.texts() == [
        "今天 09:12",
        "李敏 导入",
        "3407**********2416 → ****",
        "第 6 号报送包报过",
    ]
    panel.restore.click()
    assert services.edits[-1].texts == {"id_number": "340711197902302416"}


def test_the_panel_tells_what_is_missing_and_what_is_worked_out(
    people: LedgerPage, services: FakeServices
) -> None:
    services.reader.add("people", person_type="执法人员")
    people.refresh(frozenset({"people"}))
    people.ui.grid.go_to(48, people.model.place("name"))
    assert people.ui.panel.ui.fault.text() == "缺姓名，这一行先作草稿。"
    people.ui.grid.go_to(0, people.model.place('"证件状态'))
    assert "有效期至 2026-12-18" in people.ui.panel.ui.value.text()
    assert not people.ui.panel.ui.history.isVisible()
    people._tell_cell(-1, -1)
    assert people.ui.panel.uid == ""


def test_a_query_and_a_uid_from_elsewhere_are_shown(
    people: LedgerPage, services: FakeServices, qtbot: QtBot
) -> None:
    people.shown(Query("people", draft=True))
    assert people.model.total == 6
    assert people.ui.chips.current() == "drafts"
    people.shown(Query("people", filters=(Filter("sex", Op.EQ, "男"),)))
    assert people.ui.chips.current() == ""
    uid = services.reader.tables["people"][0].uid
    people.shown(uid)  # not among the 男: the page shows everybody, then the row
    found = people.model.grid_row(people.ui.grid.currentIndex().row())
    assert found is not None
    assert found.row.uid == uid
    with qtbot.waitSignal(people.message) as said:
        people.shown("0" * 32)
    assert said.args is not None
    assert "不在台账里" in said.args[0]


def test_the_cursor_stays_on_its_row_when_rows_come(people: LedgerPage, services: FakeServices) -> None:
    people.ui.grid.go_to(10, people.model.place("post"))
    services.reader.add("people", name="新来的", person_type="辅助人员")
    people.refresh(frozenset({"people"}))
    assert people.ui.grid.currentIndex().row() == 10
    assert people.ui.grid.currentIndex().column() == people.model.place("post")
    people.refresh(frozenset({"training"}))  # no concern of this page


def test_undo_and_redo_tell_what_they_did(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.message) as said:
        people._deeds.undo()
    assert said.args == ["已撤销 1 处"]
    services.outcome = UndoOutcome(None, 0, ())
    with qtbot.waitSignal(people.message) as said:
        people._deeds.redo()
    assert said.args == ["没有改动任何格子"]
    services.outcome = None
    with qtbot.waitSignal(people.message) as said:
        QTest.keyClick(people.ui.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["没有可以撤销的操作"]
    services.outcome = UndoFault("operation.undone", {"number": 7})
    with qtbot.waitSignal(people.message) as said:
        people._deeds.undo()
    assert said.args == ["第 7 号操作已经撤销过了。"]


def _press(text: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == text).click()


def test_taking_a_row_out_says_what_it_does(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    uid = services.reader.tables["people"][0].uid
    QTimer.singleShot(0, lambda: _press("留着"))
    people._deeds.retire(uid)
    assert services.edits == []
    QTimer.singleShot(0, lambda: _press("移出这一行"))
    with qtbot.waitSignal(people.message) as said:
        people._deeds.retire(uid)
    assert said.args == ["已移出 1 行，可撤销"]
    assert services.edits[-1].retire
    assert people.model.total == 47


def test_a_row_that_is_referred_to_stays(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    services.refuse = "store.busy"
    QTimer.singleShot(0, lambda: _press("移出这一行"))
    with qtbot.waitSignal(people.message):
        people._deeds.retire(services.reader.tables["people"][0].uid)
    assert people.model.total == 48


def test_all_history_is_a_table(people: LedgerPage, services: FakeServices) -> None:
    uid = services.reader.tables["people"][0].uid
    services.reader.entries += [
        ("people", uid, HistoryEntry(1, NOW, "李敏", OperationKind.IMPORT, None, None, None)),
        ("people", uid, HistoryEntry(2, NOW, "李敏", OperationKind.EDIT, "post", None, "队员", (6, 7))),
        ("people", uid, HistoryEntry(3, NOW, "李敏", OperationKind.EDIT, "own:血型", "A", "O")),
    ]
    seen: list[list[str]] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        model = dialog.ui.entries.model()
        seen.extend(
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        )
        dialog.accept()

    QTimer.singleShot(0, read)
    people._deeds.all_history(uid)
    assert seen[0][3:6] == ["血型", "A", "O"]
    assert seen[1] == ["今天 09:12", "李敏", "修改", "职务", "空", "队员", "第 6 号、第 7 号"]
    assert seen[2][3] == "整行"


def test_adding_a_row(people: LedgerPage, services: FakeServices, qtbot: QtBot) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RowDialog)
        dialog.save()
        assert "什么都没有填" in dialog.ui.trouble.text()
        dialog.set_text("name", "欧阳某")
        dialog.set_text("person_type", "辅助人员")
        dialog.set_text("remark", "借调")
        dialog.save()

    QTimer.singleShot(0, fill)
    with qtbot.waitSignal(people.message) as said:
        people.ui.add.click()
    assert said.args == ["已添加 1 行，可撤销"]
    assert services.edits[-1].texts == {"name": "欧阳某", "person_type": "辅助人员", "remark": "借调"}
    found = people.model.grid_row(people.ui.grid.currentIndex().row())
    assert found is not None
    assert found.row.values["name"] == "欧阳某"


def test_a_row_that_cannot_be_written_is_told_in_the_dialog(
    services: FakeServices, theme: Theme, qtbot: QtBot
) -> None:
    services.refuse = "store.busy"
    dialog = RowDialog(services, services.reader.defined["people"], "添加人员")
    qtbot.addWidget(dialog)
    dialog.set_text("name", "甲")
    dialog.save()
    assert dialog.ui.trouble.text()
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_narrow_windows_get_a_drawer(people: LedgerPage, qtbot: QtBot) -> None:
    people.set_narrow(True)
    people.set_narrow(True)
    assert not people.ui.panel.isVisible()
    people.ui.details.click()
    assert people.ui.panel.isVisible()
    assert people.ui.panel.geometry().right() == people.ui.gridSide.width() - 1
    QTest.keyClick(people.ui.panel, Qt.Key.Key_Escape)
    assert not people.ui.panel.isVisible()
    people.drawer.toggle()
    people.resize(900, 500)
    people.ui.panel.ui.close.click()
    people.drawer.toggle()
    QTest.keyClick(people.ui.gridSide, Qt.Key.Key_Escape)
    assert not people.ui.panel.isVisible()
    people.set_narrow(False)
    assert people.ui.panel.isVisible()
    people.drawer.toggle()  # nothing to toggle when there is room
    assert people.ui.panel.isVisible()


def test_columns_can_be_hidden_and_shown(
    people: LedgerPage, services: FakeServices, theme: Theme, qtbot: QtBot
) -> None:
    place = people.model.place("education")
    assert people.ui.grid.isColumnHidden(place)
    menu = people.columns.menu()
    assert not menu.actions()[0].isEnabled()  # the name always stays
    next(action for action in menu.actions() if action.text() == "学历").trigger()
    assert not people.ui.grid.isColumnHidden(place)
    again = page_of(services, theme, qtbot)  # this computer remembers
    assert not again.ui.grid.isColumnHidden(place)
    assert again.ui.grid.isColumnHidden(again.model.place("birth"))


def _drop(path: Path) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    return event, data


@pytest.mark.parametrize(("name", "page"), [("花名册.xlsx", "import"), ("第8号.asics", "verify")])
def test_a_dropped_file_goes_where_it_belongs(
    people: LedgerPage, qtbot: QtBot, tmp_path: Path, name: str, page: str
) -> None:
    event, _data = _drop(tmp_path / name)
    with qtbot.waitSignal(people.go) as went:
        people.dropEvent(event)
    assert went.args is not None
    assert went.args[0] == page
    wanted = ImportRequest("people", tmp_path / name) if page == "import" else tmp_path / name
    assert went.args[1] == wanted


def test_certificates_show_and_take_dated_events(services: FakeServices, theme: Theme, qtbot: QtBot) -> None:
    certificate = services.reader.tables["certificates"][0]
    services.reader.add(
        "certificate_events",
        certificate=certificate.uid,
        event="暂扣",
        date="2026-10-01",
        until="2026-12-31",
        document_no="示执发〔2026〕7 号",
    )
    services.reader.add(  # without its document it is a draft and does not count
        "certificate_events", certificate=certificate.uid, event="注销", date="2026-09-01"
    )
    page = page_of(services, theme, qtbot, "certificates")
    page.ui.grid.go_to(0)
    extra = page._extra
    assert isinstance(extra, CertificateEvents)
    assert extra.heading.text() == "证件异动 2 笔"
    assert extra.list.item(0).text() == "2026-10-01 暂扣（至 2026-12-31） 示执发〔2026〕7 号"
    assert extra.list.item(1).text() == "2026-09-01 注销 缺文号，先作草稿"
    status = page.model.place('"今日状态')
    assert page.model.data(page.model.index(0, status)) == "暂扣"

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RowDialog)
        dialog.set_text("event", "恢复")
        dialog.set_text("date", "2026-11-01")
        dialog.set_text("document_no", "示执发〔2026〕9 号")
        dialog.save()

    QTimer.singleShot(0, fill)
    extra.add()
    assert services.edits[-1].texts["certificate"] == certificate.uid
    assert extra.heading.text() == "证件异动 3 笔"
    assert page.model.data(page.model.index(0, status)) == "有效"
    extra.list.setCurrentRow(0)
    extra.out.click()
    assert services.edits[-1].retire


def test_a_session_shows_and_takes_names(services: FakeServices, theme: Theme, qtbot: QtBot) -> None:
    session = services.reader.add("training", title="行政处罚法", start_date="2026-05-12", hours=16.0)
    services.reader.add(
        "attendance", session=session, person=services.reader.tables["people"][0].uid, person_hours=8.0
    )
    page = page_of(services, theme, qtbot, "training")
    page.ui.grid.go_to(0)
    extra = page._extra
    assert isinstance(extra, SessionAttendance)
    assert extra.list.item(0).text() == "王䶮  8 学时"
    extra.name.setText("李㛃")
    QTest.keyClick(extra.name, Qt.Key.Key_Return)
    assert services.edits[-1].texts == {"session": session, "person": "李㛃"}
    assert extra.heading.text() == "参训 2 人"
    extra.name.setText("查无此人")
    QTest.keyClick(extra.name, Qt.Key.Key_Return)
    assert extra.list.item(2).text() == "查无此人  草稿"
    services.refuse = "store.busy"
    with qtbot.waitSignal(page.message):
        extra.name.setText("周霞")
        QTest.keyClick(extra.name, Qt.Key.Key_Return)
    extra.clear()
    extra.add()
    assert extra.list.count() == 0


def test_lists_of_powers_are_chosen_by_version(services: FakeServices, theme: Theme, qtbot: QtBot) -> None:
    old = services.reader.add("power_lists", title="2024 年清单")
    new = services.reader.add("power_lists", title="2026 年清单")
    services.reader.add("powers", name="占道经营", list=old)
    services.reader.add("powers", name="占道经营", list=new)
    services.reader.add("powers", name="露天烧烤", list=new)
    page = page_of(services, theme, qtbot, "powers")
    assert page.model.total == 3
    page.ui.version.setCurrentIndex(page.ui.version.findData(new))
    assert page.model.total == 2
    services.reader.add("power_lists", title="2027 年清单")
    page.refresh(frozenset({"power_lists"}))
    assert page.ui.version.count() == 4
    assert page.ui.version.currentData() == new


def test_every_shipped_ledger_has_a_page(services: FakeServices, theme: Theme, qtbot: QtBot) -> None:
    for name, ledger in services.reader.defined.items():
        page = page_of(services, theme, qtbot, name)
        assert page.title == ledger.title
        assert page.ui.report.isVisible() == (ledger.form is not None)
        page.close()


def test_the_row_menu_opens_over_the_row(people: LedgerPage, qtbot: QtBot) -> None:
    people.ui.grid.go_to(0)
    with qtbot.waitSignal(people.ui.grid.row_menu):
        QTimer.singleShot(0, _close_popup)
        QTest.keyClick(people.ui.grid, Qt.Key.Key_Menu)
    with qtbot.waitSignal(people.ui.grid.row_menu):
        QTimer.singleShot(0, _close_popup)
        people.ui.grid.customContextMenuRequested.emit(QPoint(5, 5))


def _close_popup() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()

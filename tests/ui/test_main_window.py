"""From the first screen to the desk: drop, check-up, keep, unlock, verdict."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from township_ledger.ui.dialogs import keep_dialog
from township_ledger.ui.dialogs.keep_dialog import KeepDialog
from township_ledger.ui.main_window import MainWindow
from township_ledger.ui.models.check_up_model import CheckUpModel, check_up_of
from township_ledger.ui.pages import first_start_page
from township_ledger.ui.pages.check_up_page import CheckUpPage
from township_ledger.ui.pages.first_start_page import FirstStartPage
from township_ledger.ui.pages.unlock_page import UnlockPage
from township_ledger.ui.pages.verdict_stage import VerdictStage
from township_ledger.ui.services import HomeCard, Json

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeDoor, FakeServices

    from township_ledger.ui.theme import Theme

ROSTER = Path("/示例/花名册.xlsx")
CARD = HomeCard(Path("/示例/台账"), "示例镇人民政府", ("李敏", "王䶮"))


def answer(**more: object) -> Json:
    cards = [
        ("people", 42, "grey", "人在花名册里", 42),
        ("expiring", 3, "amber", "证件 180 天内到期", 3),
        ("ids", 200, "red", "身份证号有误", 200),
        ("twice", 0, "green", "行可能重复", 0),
    ]
    return {
        "file": "花名册.xlsx",
        "sheet": "花名册",
        "sheets": ["花名册"],
        "ledger": "people",
        "rows": 42,
        "columns": 11,
        "known": 11,
        "unit": "示例镇人民政府",
        "cards": [
            {"code": code, "number": number, "tone": tone, "title": title, "detail": "", "rows": rows}
            for code, number, tone, title, rows in cards
        ],
        **more,
    }


@pytest.fixture
def window(theme: Theme, door: FakeDoor, qtbot: QtBot) -> MainWindow:
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    window.begin()
    window.show()
    qtbot.waitExposed(window)
    return window


def stage(window: MainWindow, kind: type[QWidget]) -> QWidget:
    widget = window.centralWidget()
    assert isinstance(widget, kind)
    return widget


def first(window: MainWindow) -> FirstStartPage:
    page = stage(window, FirstStartPage)
    assert isinstance(page, FirstStartPage)
    return page


def checked(window: MainWindow, door: FakeDoor, result: Json | None = None) -> CheckUpPage:
    window.check(ROSTER)
    events = door.jobs[-1].events
    assert events.result is not None
    events.result(result or answer())
    page = stage(window, CheckUpPage)
    assert isinstance(page, CheckUpPage)
    return page


def dialog_of(window: MainWindow) -> KeepDialog:
    found = [child for child in window.children() if isinstance(child, KeepDialog) and child.isVisible()]
    assert found
    return found[-1]


def test_nothing_is_asked_before_the_first_answer(window: MainWindow, door: FakeDoor) -> None:
    page = first(window)
    assert page.ui.dropTitle.text() == "把花名册拖到这里"
    assert "不处理国家秘密" in page.ui.promise.text()
    page.take(ROSTER)
    assert door.jobs[-1].deed == "check-up"
    assert door.jobs[-1].args == {"path": str(ROSTER), "sheet": None}
    assert page.ui.work.isVisible()
    assert not page.ui.choose.isVisible()


def test_progress_stop_and_a_bad_file(window: MainWindow, door: FakeDoor) -> None:
    page = first(window)
    page.take(ROSTER)
    events = door.jobs[-1].events
    assert events.progress is not None
    events.progress("stage.reading", 5, 10)
    assert page.ui.workBar.value() == 5
    events.progress("no.such", 0, None)
    assert page.ui.workText.text() == "正在看"
    page.ui.stop.click()
    assert door.jobs[-1].was_cancelled
    assert page.ui.choose.isVisible()
    page.take(ROSTER)
    fault = door.jobs[-1].events.fault
    assert fault is not None
    fault("file.empty", {"file": "花名册.xlsx"})
    assert page.ui.trouble.isVisible()
    assert page.ui.trouble.text()
    assert page.ui.choose.isVisible()


def test_a_late_answer_of_a_dropped_check_is_not_shown(window: MainWindow, door: FakeDoor) -> None:
    window.check(ROSTER)
    events = door.jobs[-1].events
    window._job = None
    assert events.result is not None
    events.result(answer())
    first(window)


def test_cards_open_the_rows_behind_them(window: MainWindow, door: FakeDoor) -> None:
    page = checked(window, door)
    assert page.ui.title.text() == "花名册.xlsx"
    assert page.ui.subTitle.text() == "工作表“花名册” · 42 行 · 11 列全部认出"
    assert page.ui.sheet.isHidden()
    model = page.ui.rows.model()
    assert isinstance(model, CheckUpModel)
    assert model.rowCount() == 200  # the first red card
    assert model.index(130, 1).data() == ""
    assert {"page": {"card": "ids", "offset": 128, "limit": 128}} in door.jobs[-1].sent
    take = door.jobs[-1].events.page
    assert take is not None
    take({"card": "people", "offset": 0, "lines": [["1", "甲", "", "", ""]]})  # an answer for another card
    take(
        {
            "card": "ids",
            "offset": 128,
            "lines": [["140", "甲", "3407", "少 14 位", "补全"], ["141", "乙", "在岗", "", ""]],
        }
    )
    assert [model.index(128, column).data() for column in range(5)] == [
        "140",
        "甲",
        "3407",
        "少 14 位",
        "补全",
    ]
    mark = int(Qt.ItemDataRole.UserRole)
    assert model.index(128, 2).data(mark) == "amber"
    assert model.index(129, 2).data(mark) is None
    assert model.index(128, 0).data(mark) is None
    assert model.index(128, 0).data(int(Qt.ItemDataRole.CheckStateRole)) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "原表行"
    assert model.headerData(3, Qt.Orientation.Vertical) == 4
    page.cards["expiring"].button.click()
    assert model.rowCount() == 3
    QTest.mouseClick(page.cards["people"], Qt.MouseButton.LeftButton)
    assert model.rowCount() == 42
    QTest.mouseClick(page.cards["twice"], Qt.MouseButton.LeftButton)  # nothing behind it
    assert model.rowCount() == 42
    page.ui.rows.grab()  # paints refused text and plain text


def test_another_sheet_of_the_file_can_be_looked_at(window: MainWindow, door: FakeDoor) -> None:
    page = checked(window, door, answer(sheets=["花名册", "培训"], known=9))
    assert "11 列认出 9 列" in page.ui.subTitle.text()
    assert not page.ui.sheet.isHidden()
    page.ui.sheet.textActivated.emit("花名册")  # the one that is shown
    stage(window, CheckUpPage)
    before = door.jobs[-1]
    page.ui.sheet.textActivated.emit("培训")
    assert before.was_cancelled
    assert door.jobs[-1].args == {"path": str(ROSTER), "sheet": "培训"}


def test_another_file(window: MainWindow, door: FakeDoor) -> None:
    page = checked(window, door)
    page.ui.another.click()
    assert door.jobs[-1].was_cancelled
    first(window)


def test_a_check_that_dies_behind_its_cards_leads_back(window: MainWindow, door: FakeDoor) -> None:
    checked(window, door)
    fault = door.jobs[-1].events.fault
    assert fault is not None
    fault("file.empty", {"file": "花名册.xlsx"})
    assert first(window).ui.trouble.text()


def test_keeping_asks_unit_name_and_one_password(window: MainWindow, door: FakeDoor, qtbot: QtBot) -> None:
    page = checked(window, door)
    page.ui.keep.click()
    dialog = dialog_of(window)
    ui = dialog.ui
    door.fault = "home.password_short"
    assert ui.unit.text() == "示例镇人民政府"
    assert "42 行" in ui.intro.text()
    ui.unit.clear()
    ui.keep.click()
    assert "单位" in ui.trouble.text()
    ui.unit.setText("示例镇人民政府")
    ui.keep.click()
    assert "姓名" in ui.trouble.text()
    ui.person.setText("李敏")
    ui.password.setText("1")
    ui.keep.click()
    assert "8" in ui.trouble.text()
    ui.password.setText("好密码一二三四五")
    ui.again.setText("好密码一二三四")
    ui.keep.click()
    assert "不一样" in ui.trouble.text()
    ui.again.setText("好密码一二三四五")
    with qtbot.waitSignal(window.opened):
        ui.keep.click()
    request = door.kept[-1]
    assert (request.unit_name, request.person, request.password) == (
        "示例镇人民政府",
        "李敏",
        "好密码一二三四五",
    )
    assert "好密码" not in repr(request)
    assert ui.password.text() == ""
    assert window.desk is not None
    assert window.desk.current == "ledger:people"


def test_a_home_that_cannot_be_made_is_told(
    window: MainWindow, door: FakeDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.refused = "store.read_only"
    window._keep_empty()
    dialog = dialog_of(window)
    assert "空的台账" in dialog.ui.intro.text()
    dialog.ui.unit.setText("示例镇人民政府")
    dialog.ui.person.setText("李敏")
    for field in (dialog.ui.password, dialog.ui.again):
        field.setText("好密码一二三四五")
    dialog.ui.keep.click()
    assert "不允许写入" in dialog.ui.trouble.text()
    assert dialog.ui.keep.isEnabled()
    monkeypatch.setattr(keep_dialog, "choose_folder", lambda *_: Path("/另处/台账"))
    dialog.ui.chooseFolder.click()
    assert dialog.request().folder == Path("/另处/台账")
    dialog.reject()


def test_unlock_with_the_password(theme: Theme, door: FakeDoor, qtbot: QtBot) -> None:
    door.card, door.fault = CARD, "home.wrong_password"
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    window.begin()
    page = stage(window, UnlockPage)
    assert isinstance(page, UnlockPage)
    window.show()
    assert page.ui.unit.text() == "示例镇人民政府"
    assert [page.ui.who.itemText(place) for place in range(page.ui.who.count())] == ["李敏", "王䶮"]
    page.ui.open.click()
    assert "输入密码" in page.ui.trouble.text()
    page.ui.password.setText("错的")
    QTest.keyClick(page.ui.password, Qt.Key.Key_Return)
    assert page.ui.trouble.text()
    page.ui.password.setText(door.password)
    with qtbot.waitSignal(window.opened):
        page.ui.open.click()
    assert window.desk is not None
    assert window.desk.current == "today"


def test_unlock_with_the_recovery_sheet(theme: Theme, door: FakeDoor, qtbot: QtBot) -> None:
    door.card, door.fault = HomeCard(Path("/示例/台账"), "", ()), "home.wrong_password"
    page = UnlockPage(theme, door, door.card)
    qtbot.addWidget(page)
    page.show()
    assert not page.ui.product.isVisible()
    page.ui.lost.click()
    assert page.ui.sheet.isVisible()
    assert not page.ui.password.isVisible()
    page.ui.open.click()
    assert "恢复码" in page.ui.trouble.text()
    page.ui.sheet.setPlainText("错的")
    page.ui.open.click()
    page.ui.sheet.setPlainText(door.password)
    with qtbot.waitSignal(page.opened):
        page.ui.open.click()
    page.ui.lost.click()
    assert page.ui.password.isVisible()


def test_another_home(theme: Theme, door: FakeDoor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    door.card = CARD
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    window.begin()
    page = stage(window, UnlockPage)
    assert isinstance(page, UnlockPage)
    monkeypatch.setattr("township_ledger.ui.dialogs.file_choice.choose_folder", lambda *_: Path("/别处"))
    door.card = None
    page.ui.another.click()
    assert "没有台账" in page.ui.trouble.text()
    door.card = CARD
    page.ui.another.click()
    stage(window, UnlockPage)
    door.card = None
    window.show_unlock(Path("/没了"))
    first(window)


def test_buttons_of_the_first_screen(
    window: MainWindow, door: FakeDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[list[Path]] = [[ROSTER], [], [Path("/示例/第8号.asics")]]
    monkeypatch.setattr(first_start_page, "choose_files", lambda *_: chosen.pop(0))
    page = first(window)
    page.ui.choose.click()
    assert door.jobs[-1].deed == "check-up"
    page.ui.stop.click()
    page.ui.choose.click()
    monkeypatch.setattr(first_start_page, "choose_folder", lambda *_: Path("/别处"))
    page.ui.openHome.click()
    assert "没有台账" in page.ui.trouble.text()
    page.ui.emptyHome.click()
    dialog_of(window).reject()
    page.ui.verifyBundle.click()
    verdict = stage(window, VerdictStage)
    assert isinstance(verdict, VerdictStage)
    assert door.jobs[-1].deed == "verify"
    assert not verdict.page.form.pin.isVisible()
    verdict.back.emit()
    first(window)


def _drop(*paths: Path) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, action = QPointF(9, 9), Qt.DropAction.CopyAction
    return QDropEvent(where, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier), data


def test_dropping_files(window: MainWindow, door: FakeDoor) -> None:
    drop = first(window).ui.drop
    event, data = _drop(ROSTER, Path("/示例/另一张.xlsx"))
    enter = QDragEnterEvent(
        event.position().toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drop.dragEnterEvent(enter)
    assert drop.property("look") == "drop-over"
    drop.dragLeaveEvent(QDragLeaveEvent())
    assert drop.property("look") == "drop"
    drop.dropEvent(event)
    assert door.jobs[-1].args["path"] == str(ROSTER)
    bundle, _data = _drop(Path("/示例/第8号.asics"))
    drop.dropEvent(bundle)
    stage(window, VerdictStage)


def test_a_file_handed_to_the_program(theme: Theme, door: FakeDoor, qtbot: QtBot) -> None:
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    window.begin(None, ROSTER)
    assert door.jobs[-1].deed == "check-up"
    door.card = CARD
    window.begin(None, ROSTER)
    page = stage(window, UnlockPage)
    assert isinstance(page, UnlockPage)
    window.open_file(ROSTER)  # has to wait for the password
    page.ui.password.setText(door.password)
    page.ui.open.click()
    assert window.desk is not None
    assert window.desk.current == "import"
    window.open_file(Path("/示例/第8号.asics"))
    assert window.desk.current == "verify"


def test_a_foot_bar_is_told_what_pages_say(
    theme: Theme, door: FakeDoor, services: FakeServices, qtbot: QtBot
) -> None:
    said: list[str] = []

    class Foot(QLabel):
        def show_message(self, text: str) -> None:
            said.append(text)

        def show_counts(self, text: str) -> None:
            said.append(text)

    def make(_: object) -> QWidget:
        return Foot()

    window = MainWindow(theme, door, make)
    qtbot.addWidget(window)
    window.open_desk(services, "ledger:people")
    assert "共 48 行" in said
    assert window.desk is not None
    window.desk.page("ledger:people").message.emit("已写入 42 行")
    assert said[-1] == "已写入 42 行"


def test_a_page_may_keep_the_window_open(
    theme: Theme, door: FakeDoor, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    window.open_desk(services, "ledger:people")
    window.show()
    assert window.desk is not None
    page = window.desk.page("ledger:people")
    stay: Callable[[], bool] = lambda: False  # noqa: E731
    monkeypatch.setattr(page, "may_leave", stay)
    assert not window.close()
    window.desk.go("ledger:training")
    assert window.desk.current == "ledger:people"
    monkeypatch.undo()
    with qtbot.waitSignal(window.closing):
        assert window.close()


def test_narrow_and_wide(window: MainWindow, door: FakeDoor) -> None:
    window.resize(900, 480)
    assert first(window).ui.outer.contentsMargins().left() == first_start_page.NARROW_MARGIN
    window.resize(1300, 700)
    assert first(window).ui.outer.contentsMargins().left() == first_start_page.WIDE_MARGIN
    page = checked(window, door)
    window.resize(900, 480)
    assert page.ui.outer.contentsMargins().left() == 24
    assert window.minimumWidth() <= 860
    assert window.minimumHeight() <= 420


def test_no_stage_needs_more_than_the_smallest_screen(
    window: MainWindow, door: FakeDoor, theme: Theme
) -> None:
    for widget in (
        first(window),
        checked(window, door),
        UnlockPage(theme, door, CARD),
        KeepDialog(door, None, 0),
    ):
        if not isinstance(widget, KeepDialog):
            widget.set_narrow(True)
        hint = widget.minimumSizeHint()
        assert hint.width() <= 860, widget
        assert hint.height() <= 420, widget


def test_a_strange_answer_is_read_without_harm() -> None:
    strange = check_up_of({"cards": ["?", {"code": 1, "number": "x"}], "sheets": None})
    assert [card.number for card in strange.cards] == [0, 0]
    assert strange.sheets == ()


def test_enter_presses_the_button_that_has_the_focus(door: FakeDoor, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    window.show_first_start()
    window.show()
    qtbot.waitExposed(window)
    pressed: list[str] = []
    button = QPushButton("选择", window)
    button.clicked.connect(partial(pressed.append, "选择"))
    button.show()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == ["选择", "选择"]

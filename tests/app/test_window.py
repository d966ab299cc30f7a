"""The window's program: command line, first page, a good end; and its main job with the real worker behind it."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QPushButton

from township_ledger.app import window as room
from township_ledger.app.preferences import Preferences
from township_ledger.app.window import CrashTeller, WindowProgram, keep_what_stands, parse
from township_ledger.app.window_lock import LOCK, hand_over
from township_ledger.domain.rows import Query
from township_ledger.ui.dialogs.help_dialog import HelpDialog
from township_ledger.ui.dialogs.recovery_dialog import RecoveryDialog
from township_ledger.ui.dialogs.report_dialog import ReportDialog
from township_ledger.ui.page import ImportRequest
from township_ledger.ui.pages.bundle_page import BundlePage, Place
from township_ledger.ui.pages.import_page import ImportPage, Stage
from township_ledger.ui.pages.verify_page import VerifyPage
from township_ledger.ui.services import RECOVERY, EditRequest, EditResult, KeepRequest, Opened, UndoFault
from township_ledger.ui.theme import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from township_ledger.domain.rows import UndoOutcome
    from township_ledger.ui.desk import Desk

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PATIENCE_MS = 60_000  # a loaded machine starts a worker slowly


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[WindowProgram]:
    made = WindowProgram(qapp, tmp_path / "home", Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made.window)
    yield made
    made.close()
    made.theme.set_mode(Mode.LIGHT)


def open_desk(program: WindowProgram, home: Path, qtbot: QtBot) -> Desk:
    ends: list[Opened] = []
    program.door.keep(None, KeepRequest(home, "示例镇人民政府", "李敏", "示例密码一二三四"), ends.append)
    qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE_MS)
    assert ends[0].services is not None
    program.window.open_desk(ends[0].services)
    assert program.window.desk is not None
    return program.window.desk


def f1_of(program: WindowProgram) -> QShortcut | None:
    shortcuts: list[QShortcut] = list(program.window.findChildren(QShortcut))
    return next((each for each in shortcuts if each.key() == QKeySequence(Qt.Key.Key_F1)), None)


def import_file(desk: Desk, ledger: str, file: Path, qtbot: QtBot) -> ImportPage:
    desk.go("import", ImportRequest(ledger, file))
    page = desk.page("import")
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.stage is Stage.PREVIEW, timeout=PATIENCE_MS)
    return page


def test_the_command_line_names_a_home_and_a_file() -> None:
    assert parse([]) == (None, None)
    assert parse(["--home", "/a", "/b.xlsx"]) == (Path("/a"), Path("/b.xlsx"))
    assert parse(["--home=/a", "--user", "李敏", "--unknown"]) == (Path("/a"), None)


def test_the_first_start_asks_nothing(program: WindowProgram, tmp_path: Path) -> None:
    program.show()
    assert program.window.desk is None
    assert not (tmp_path / "home").exists()


def test_a_home_that_is_there_is_unlocked(program: WindowProgram, tmp_path: Path, qtbot: QtBot) -> None:
    open_desk(program, tmp_path / "home", qtbot)
    assert (tmp_path / "home" / LOCK).exists()
    program.window.close()
    assert not (tmp_path / "home" / LOCK).exists()


def test_a_later_start_hands_its_file_over(program: WindowProgram, tmp_path: Path, qtbot: QtBot) -> None:
    desk = open_desk(program, tmp_path / "home", qtbot)
    assert hand_over(tmp_path / "home", tmp_path / "没有.asics")
    qtbot.waitUntil(lambda: desk.current == "verify", timeout=PATIENCE_MS)


def test_f1_and_reports(
    program: WindowProgram, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(HelpDialog, "exec", lambda _self: opened.append("manual"))
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: opened.append(dialog.form.report.currentData()))
    desk = open_desk(program, tmp_path / "home", qtbot)
    qtbot.waitUntil(lambda: f1_of(program) is not None, timeout=PATIENCE_MS)
    f1 = f1_of(program)
    assert f1 is not None
    f1.activated.emit()
    desk.go("report", "powers")
    assert opened == ["manual", "powers"]


def test_what_was_chosen_is_there_at_the_next_start(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.put("mode", "dark")
    preferences.put("rows", "compact")
    program = WindowProgram(qapp, None, preferences)
    qtbot.addWidget(program.window)
    assert program.theme.mode is Mode.DARK
    assert program.theme.row_height == 26
    program.theme.set_mode(Mode.LIGHT)
    program.close()


def test_taking_over_is_asked(program: WindowProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = {"first": True}

    def press(box: QMessageBox) -> int:
        assert "另一台电脑" in box.text()
        buttons: list[QPushButton] = list(box.findChildren(QPushButton))
        take = next(button for button in buttons if "接管" in button.text())
        wanted = take if pressed["first"] else next(button for button in buttons if button is not take)
        monkeypatch.setattr(box, "clickedButton", lambda: wanted, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    assert program._confirm_take_over("另一台电脑")
    pressed["first"] = False
    assert not program._confirm_take_over("另一台电脑")


def test_the_recovery_sheet_is_asked_for_at_the_first_exit_with_data(
    program: WindowProgram, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        assert box.windowTitle() == "乡镇执法台账"
        buttons: list[QPushButton] = list(box.findChildren(QPushButton))
        show = next(button for button in buttons if button.text() == "看恢复码")
        monkeypatch.setattr(box, "clickedButton", lambda: show, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    monkeypatch.setattr(RecoveryDialog, "exec", lambda dialog: dialog.form.close.click())
    desk = open_desk(program, tmp_path / "home", qtbot)
    program._ask_for_recovery()
    assert not asked  # nothing is in it yet
    done: list[EditResult] = []
    desk.services.edit(EditRequest("people", None, {"name": "王䶮"}), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    preference = f"{RECOVERY}{desk.services.reader.setting('home_id')}"
    with monkeypatch.context() as later:
        later.setattr(RecoveryDialog, "exec", lambda dialog: dialog.reject())
        program._ask_for_recovery()
    assert desk.services.preference(preference, "") == "postponed"  # 今日 says so from now on
    program._ask_for_recovery()
    assert len(asked) == 1  # the first exit asks, 今日 reminds
    desk.services.set_preference(preference, "")
    program._ask_for_recovery()
    assert desk.services.preference(preference, "") == "shown"


def test_a_crash_of_any_thread_is_told_once(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    teller = CrashTeller(qapp)

    def warn(text: str) -> None:
        told.append(text)
        teller._tell()  # another one while the first is being told

    monkeypatch.setattr(room, "_warn", warn)
    teller.told(None)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert len(told) == 1
    assert told[0].startswith("程序出了错")


@pytest.mark.e2e
def test_the_main_job_in_the_window(program: WindowProgram, tmp_path: Path, qtbot: QtBot) -> None:
    """A sheet goes in, the ledgers show it, a bundle is written, read back and verified, the import is undone."""
    desk = open_desk(program, tmp_path / "home", qtbot)
    reader = desk.services.reader
    page = import_file(desk, "people", next(SAMPLES.glob("1-people-*")), qtbot)
    counts = page.summary.counts if page.summary else None
    assert counts is not None
    assert counts.added > 0
    page.form.write.click()
    qtbot.waitUntil(lambda: page.stage is Stage.DONE, timeout=PATIENCE_MS)
    assert reader.count(Query("people")) == counts.added
    assert reader.count(Query("certificates")) > 0

    again = import_file(desk, "people", next(SAMPLES.glob("1-people-*")), qtbot)
    assert not again.form.write.isEnabled()  # the same file twice changes nothing

    desk.go("bundle", "new")
    bundle = desk.page("bundle")
    assert isinstance(bundle, BundlePage)
    bundle.form.next.click()
    qtbot.waitUntil(lambda: bundle.place is Place.CHECK, timeout=PATIENCE_MS)
    bundle.form.next.click()
    qtbot.waitUntil(lambda: bundle.form.files.count() == 3, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bundle.form.pageList.count() > 1, timeout=PATIENCE_MS)
    bundle.form.next.click()
    out = tmp_path / "盘"
    out.mkdir()
    bundle.target.choose_folder(out)
    bundle.form.next.click()
    qtbot.waitUntil(lambda: not bundle.form.outcomeCard.isHidden(), timeout=PATIENCE_MS)
    assert bundle.form.outcomeTitle.text() == "第 1 号报送包已写入并读回核对"
    (file,) = out.iterdir()

    desk.go("verify", file)
    verify = desk.page("verify")
    assert isinstance(verify, VerifyPage)
    qtbot.waitUntil(lambda: bool(verify._verdicts), timeout=PATIENCE_MS)
    assert verify._verdicts[0]["verdict"] == "pass"

    outcomes: list[UndoOutcome | UndoFault | None] = []
    written = next(each for each in reader.operations() if each.kind == "import")
    desk.services.undo(written.number, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes), timeout=PATIENCE_MS)
    assert reader.count(Query("people")) == 0


@pytest.mark.e2e
def test_stopping_a_real_import_writes_nothing(program: WindowProgram, tmp_path: Path, qtbot: QtBot) -> None:
    desk = open_desk(program, tmp_path / "home", qtbot)
    desk.go("import", ImportRequest("people", next(SAMPLES.glob("1-people-*"))))
    page = desk.page("import")
    assert isinstance(page, ImportPage)
    page.form.cancel.click()
    qtbot.waitUntil(lambda: page.stage is Stage.CHOOSE, timeout=PATIENCE_MS)
    assert page.form.fault.text() == "已停下，什么都没有写入。"
    assert desk.services.reader.count(Query("people")) == 0
    assert len(desk.services.reader.operations()) == 1


def test_what_stands_is_left_out_of_later_collections() -> None:
    before = gc.get_freeze_count()
    try:
        keep_what_stands()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()

"""The window: first start, check-up or unlock page until a home is open, then the desk.

Only what the first page needs is imported here; the desk and its pages come when a home has been opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from township_ledger.ui.theme import NARROW_BELOW

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.ui.desk import Desk
    from township_ledger.ui.pages.first_start_page import FirstStartPage
    from township_ledger.ui.services import Door, Job, Json, Services
    from township_ledger.ui.theme import Theme

PRODUCT = "乡镇执法台账"
LEAST_WIDTH, LEAST_HEIGHT = 860, 420
WIDTH, HEIGHT = 1280, 760
ROOM_BESIDE = 80


class MainWindow(QMainWindow):
    """Leads from the first screen to the desk.

    Signals:
        opened(services): a home is open and its desk stands.
        closing(): the window is about to close.
    """

    opened = Signal(object)
    closing = Signal()

    def __init__(
        self,
        theme: Theme,
        door: Door,
        make_foot: Callable[[Services], QWidget] | None = None,
        report: Callable[[str], None] | None = None,
    ) -> None:
        """`make_foot` makes the foot bar of an open home; `report(ledger)` opens the dialog of reports."""
        super().__init__()
        self.theme, self.door = theme, door
        self._make_foot, self._report = make_foot, report
        self._job: Job | None = None
        self._stage: QWidget | None = None
        self._after_unlock: Path | None = None
        self._checked: Path | None = None
        self._kept_in = "people"
        self.desk: Desk | None = None
        self.setWindowTitle(PRODUCT)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._fills_screen = self._take_size()

    def _take_size(self) -> bool:
        """Take a comfortable size; returns whether the screen has no room for it and is to be filled."""
        room = self.screen().availableSize()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
        return room.width() < WIDTH + ROOM_BESIDE or room.height() < HEIGHT + ROOM_BESIDE

    def show(self) -> None:
        """Show the window; on a small screen (1366×768 at 150 % is 910×512) it fills it."""
        if self._fills_screen and not self.isVisible():
            self.showMaximized()
        else:
            super().show()

    # --- stages

    def begin(self, folder: Path | None = None, file: Path | None = None) -> None:
        """Show the unlock page of a home, or the first start where there is none; `file` is shown at once."""
        home = folder or self.door.default_folder()
        if self.door.home(home) is not None:
            self._after_unlock = file
            self.show_unlock(home)
            return
        self.show_first_start()
        if file is not None:
            self._first_start_page().take(file)

    def show_first_start(self) -> None:
        """Show the place to drop a roster."""
        from township_ledger.ui.pages.first_start_page import FirstStartPage

        page = FirstStartPage(self.theme)
        page.sheet.connect(self.check)
        page.bundle.connect(self.show_verdict)
        page.stop.connect(self._stop)
        page.open_home.connect(self.open_home)
        page.empty_home.connect(self._keep_empty)
        self._show(page)

    def show_unlock(self, folder: Path) -> None:
        """Show who may open the home in `folder`."""
        from township_ledger.ui.pages.unlock_page import UnlockPage

        card = self.door.home(folder)
        if card is None:
            self.show_first_start()
            return
        page = UnlockPage(self.theme, self.door, card)
        page.opened.connect(self.open_desk)
        page.another.connect(self.open_home)
        self._show(page)

    def open_home(self, folder: Path) -> None:
        """Show the unlock page of a home that the clerk chose, or say that there is none."""
        if self.door.home(folder) is not None:
            self.show_unlock(folder)
            return
        text = f"“{folder.name}”里没有台账。选台账自己的文件夹，里面有 ledger.db 和 keys.json。"
        say = getattr(self._stage, "show_trouble", None) or getattr(self._stage, "say", None)
        if say is not None:
            say(text)

    def show_verdict(self, path: Path) -> None:
        """Show the verdict on a bundle; nothing is taken in."""
        from township_ledger.ui.pages.verdict_stage import VerdictStage

        page = VerdictStage(self.theme, self.door, path)
        page.back.connect(self.show_first_start)
        self._show(page)

    def open_desk(self, services: Services, first: str = "today") -> None:
        """Show the desk of an open home."""
        from township_ledger.ui.desk import Desk

        foot = self._make_foot(services) if self._make_foot is not None else None
        self.desk = Desk(services, self.theme, foot, self._report)
        self._show(self.desk)
        self.desk.go(first)
        self.setWindowTitle(f"{services.reader.setting('unit_name') or ''} · {PRODUCT}")
        if self._after_unlock is not None:
            path, self._after_unlock = self._after_unlock, None
            self.open_file(path)
        self.opened.emit(services)

    def open_file(self, path: Path) -> None:
        """Show a file that was handed to the program: a verdict for a bundle, a preview for a sheet."""
        if self.desk is None:
            if self._stage is not None and hasattr(self._stage, "take"):
                self._first_start_page().take(path)
            return
        self.desk.go("verify" if path.suffix.lower() == ".asics" else "import", path)

    def _show(self, widget: QWidget) -> None:
        self._stage = widget
        self.setCentralWidget(widget)  # deletes the one before
        self._arrange()

    def _first_start_page(self) -> FirstStartPage:
        from township_ledger.ui.pages.first_start_page import FirstStartPage

        assert isinstance(self._stage, FirstStartPage)  # noqa: S101
        return self._stage

    # --- the check-up

    def check(self, path: Path, sheet: str | None = None) -> None:
        """Let a worker without a key look at a sheet."""
        from township_ledger.ui.services import JobEvents

        self._drop_job()
        self._checked = path
        self._first_start_page().show_work(f"正在看 {path.name}")
        events = JobEvents(
            progress=self._progress,
            page=self._page,
            result=self._result,
            fault=self._fault,
            cancelled=self._cancelled,
        )
        self._job = self.door.start("check-up", {"path": str(path), "sheet": sheet}, events)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _drop_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _progress(self, stage: str, done: int, total: int | None) -> None:
        from township_ledger.words import known, sentence

        page = self._stage
        show = getattr(page, "show_work", None)
        if show is not None:
            show(sentence(stage) if known(stage) else "正在看", done, total)

    def _result(self, result: Json) -> None:
        from township_ledger.ui.models.check_up_model import check_up_of
        from township_ledger.ui.pages.check_up_page import CheckUpPage

        if self._job is None:
            return
        page = CheckUpPage(self.theme, check_up_of(result), self._job)
        page.another.connect(self._another)
        page.keep.connect(self._keep)
        page.other_sheet.connect(self._check_other)
        self._show(page)

    def _page(self, answer: Json) -> None:
        take = getattr(self._stage, "take_page", None)
        if take is not None:
            take(answer)

    def _fault(self, code: str, params: Mapping[str, Param]) -> None:
        from township_ledger.words import sentence

        self._job = None
        show = getattr(self._stage, "show_trouble", None)
        if show is None:
            self.show_first_start()
        self._first_start_page().show_trouble(sentence(code, **params))

    def _cancelled(self) -> None:
        self._job = None
        show = getattr(self._stage, "show_idle", None)
        if show is not None:
            show()

    def _another(self) -> None:
        self._drop_job()
        self.show_first_start()

    def _check_other(self, sheet: str) -> None:
        path = self._checked
        self._another()
        if path is not None:
            self.check(path, sheet)

    def _keep(self) -> None:
        from township_ledger.ui.pages.check_up_page import CheckUpPage

        assert isinstance(self._stage, CheckUpPage)  # noqa: S101
        answer = self._stage.answer
        self._kept_in = answer.ledger
        self._ask_keep(self._job, answer.rows, answer.unit)

    def _keep_empty(self) -> None:
        self._drop_job()
        self._kept_in = "people"
        self._ask_keep(None, 0, "")

    def _ask_keep(self, job: Job | None, rows: int, unit: str) -> None:
        from township_ledger.ui.dialogs.keep_dialog import KeepDialog

        dialog = KeepDialog(self.door, job, rows, unit, self)
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, services: Services) -> None:
        self._job = None
        self.open_desk(services, f"ledger:{self._kept_in}")

    # --- Qt

    def _arrange(self) -> None:
        arrange = getattr(self._stage, "set_narrow", None)
        if arrange is not None:
            arrange(self.width() < NARROW_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for a narrow or a wide window."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as everywhere on a clerk's computer; Qt knows the space bar."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QAbstractButton

        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the page in front say whether it can be left; a check that runs is stopped."""
        if self.desk is not None and self.desk.current and not self.desk.page(self.desk.current).may_leave():
            event.ignore()
            return
        self._drop_job()
        self.closing.emit()
        super().closeEvent(event)

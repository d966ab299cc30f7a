"""The window process: from the command line to the first page, and to a good end.

What the first page needs is imported and made first; the log and the inbox for files follow once it is painted. The
namespace `Qt` and message boxes are imported where they are used: PySide builds their classes at the first import, 20 ms
that the first paint would wait for.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from township_ledger import words
from township_ledger.app import crash, paths
from township_ledger.app.clock import SystemClock
from township_ledger.app.doorkeeper import Doorkeeper
from township_ledger.app.preferences import Preferences
from township_ledger.app.window_lock import WindowLock
from township_ledger.ui.main_window import PRODUCT, MainWindow
from township_ledger.ui.theme import Mode, Theme
from township_ledger.ui.translation import install_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.app.clerk import Clerk
    from township_ledger.app.window_lock import FileInbox
    from township_ledger.ui.background import Background
    from township_ledger.ui.services import Services
    from township_ledger.ui.widgets.foot_bar import FootBar
    from township_ledger.usecases.ports import Clock


_KEEP_AFTER_MS = 1_500  # after a home was opened, while the clerk looks at 今日


class CrashTeller(QObject):
    """Brings a crash report of any thread to the main thread, where it is told once, in words."""

    _happened = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._telling = False
        self._happened.connect(self._soon)

    def told(self, report: Path | None) -> None:  # noqa: ARG002  where it lies is the same folder always
        """Be called by the crash net, in whatever thread."""
        self._happened.emit()

    def _soon(self) -> None:
        """Be on the main thread, and let what crashed come to its end first."""
        QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        if self._telling:
            return
        self._telling = True
        _warn(words.sentence("app.crashed"))
        self._telling = False


class WindowProgram(QObject):
    """Everything that lives as long as the window."""

    def __init__(
        self,
        app: QApplication,
        home: Path | None = None,
        preferences: Preferences | None = None,
        clock: Clock | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        """`home` is the one that the command line names; `command` starts workers (None: this installation)."""
        super().__init__(app)
        self.preferences = preferences or Preferences()
        self.theme = Theme(app, paths.resources(), _mode(self.preferences.get("mode")))
        self.theme.set_compact(self.preferences.get("rows") == "compact")
        self._command = command
        self._background: Background | None = None
        self.lock = WindowLock(self._confirm_take_over)
        self.door = Doorkeeper(self.workers, self.preferences, clock or SystemClock(), self.lock, home, self)
        self.window = MainWindow(self.theme, self.door, self._make_foot, self._open_reports)
        self.window.opened.connect(self._opened)
        self.window.closing.connect(self._leave)
        self._inbox: FileInbox | None = None
        self._foot: FootBar | None = None
        QShortcut(QKeySequence("F1"), self.window).activated.connect(self._open_manual)

    @property
    def background(self) -> Background:
        """The runner of workers, made when it is first needed: the first page needs none."""
        if self._background is None:
            from township_ledger.ui.background import Background

            self._background = Background(self._command, self)
        return self._background

    def workers(self) -> Background:
        """Return `background`."""
        return self.background

    def show(self, file: Path | None = None) -> None:
        """Show the first page, with a file to look at."""
        self.window.begin(None, file)
        self.window.show()

    def _leave(self) -> None:
        self._ask_for_recovery()
        self.close()

    def _ask_for_recovery(self) -> None:
        """At the first exit with data: without the recovery sheet a lost password is a lost ledger."""
        from PySide6.QtWidgets import QMessageBox

        from township_ledger.domain.rows import Query
        from township_ledger.ui.dialogs.recovery_dialog import RecoveryDialog, postpone, was_asked

        clerk = self.door.clerk
        if clerk is None or was_asked(clerk) or not clerk.reader.count(Query("people")):
            return
        postpone(clerk)  # unless the sheet is seen now
        box = QMessageBox(self.window)
        box.setWindowTitle(PRODUCT)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(words.sentence("window.no_recovery"))
        show = box.addButton(words.sentence("window.show_recovery"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(words.sentence("window.later"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is show:
            RecoveryDialog(clerk, self.window).exec()

    def close(self) -> None:
        """End well: write what is queued, stop the workers, let go of the home."""
        if self._inbox is not None:
            self._inbox.close()
        if not self.door.close_home():
            _warn(words.sentence("job.not_saved"))
        if self._background is not None:
            self._background.close()
        self.lock.release()

    # -- what the window asks for

    def _make_foot(self, services: Services) -> FootBar:
        from township_ledger.ui.widgets.foot_bar import FootBar

        self._foot = FootBar(self.background)
        services.listen_saving(self._foot.show_saving)
        services.listen(self._tell_backup)
        return self._foot

    def _tell_backup(self, changed: frozenset[str]) -> None:  # noqa: ARG002  any change may follow a backup
        clerk = self.door.clerk
        if clerk is not None and self._foot is not None:
            self._foot.show_backup(clerk.newest_backup(), clerk.clock.now())

    def _open_reports(self, ledger: str) -> None:
        from township_ledger.ui.dialogs.report_dialog import ReportDialog

        if self.door.clerk is not None:
            ReportDialog(self.door.clerk, ledger, self.window).exec()

    def _open_manual(self) -> None:
        from township_ledger.app.manual import chapters
        from township_ledger.ui.dialogs.help_dialog import HelpDialog

        desk = self.window.desk
        HelpDialog(chapters(paths.resource("help")), desk.current if desk else "", self.window).exec()

    def _opened(self, services: Clerk) -> None:
        from township_ledger.app.window_lock import FileInbox

        self._tell_backup(frozenset())
        if self._inbox is not None:
            self._inbox.close()
        self._inbox = FileInbox(services.home, self)
        self._inbox.arrived.connect(self._file_arrived)

    def _file_arrived(self, path: str) -> None:
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if path:
            self.window.open_file(Path(path))

    def _confirm_take_over(self, computer: str) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window)
        box.setWindowTitle(PRODUCT)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(words.sentence("window.open_elsewhere", computer=computer))
        take = box.addButton(words.sentence("window.take_over"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is take


def run_window(arguments: Sequence[str]) -> int:
    """Run the window until it is closed; `arguments` may name a home (`--home DIR`) and one file to show.

    Returns:
        The exit code: 0, also when the file was handed to the window that is open already.
    """
    home, file = parse(arguments)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("township-ledger")
    app.setWindowIcon(QIcon(str(paths.resource("icons", "app.svg"))))
    install_chinese(app)
    teller = CrashTeller(app)
    crash.install(paths.log_folder(), "window", teller.told)
    program = WindowProgram(app, home)
    if _is_open_elsewhere(program.door.default_folder(), file):
        return 0
    program.window.opened.connect(_opened)
    program.show(file)
    QTimer.singleShot(0, _painted)
    return app.exec()


def parse(arguments: Sequence[str]) -> tuple[Path | None, Path | None]:
    """Return the home and the file that a command line names; what it does not know it leaves alone."""
    home: Path | None = None
    file: Path | None = None
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--home" and rest:
            home = Path(rest.pop(0)).absolute()
        elif argument.startswith("--home="):
            home = Path(argument.partition("=")[2]).absolute()
        elif argument == "--user" and rest:
            rest.pop(0)
        elif not argument.startswith("-"):
            file = Path(argument).absolute()
    return home, file


def _is_open_elsewhere(home: Path, file: Path | None) -> bool:
    """Whether another window of this account has the home open; it then comes to the front and takes the file."""
    from township_ledger.app.window_lock import LOCK, hand_over

    return (home / LOCK).exists() and hand_over(home, file)


def _warn(text: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, PRODUCT, text, QMessageBox.StandardButton.Ok)
    box.exec()


def _mode(text: str) -> Mode:
    return Mode(text) if text in {mode.value for mode in Mode} else Mode.SYSTEM


def _opened(services: Clerk) -> None:  # noqa: ARG001  whichever home it is
    """Let the desk be painted and used first."""
    QTimer.singleShot(_KEEP_AFTER_MS, keep_what_stands)


def keep_what_stands() -> None:
    """Leave modules, classes and the desk out of later collections, each of which would stop the window for 15 ms."""
    import gc

    gc.collect()
    gc.freeze()


def _painted() -> None:
    """Do what waited for the first paint; the modules and classes of the start are no garbage and are not looked at again."""
    import gc

    from township_ledger.app.logs import open_log

    gc.freeze()
    gc.enable()
    open_log(paths.log_folder(), "window")

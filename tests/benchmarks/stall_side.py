"""The event loop of the real window while a worker imports: a 16 ms timer, scrolling and a full repaint at 10 Hz."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from tests.benchmarks.grid_side import opened_page, settle

from township_ledger.app.window import keep_what_stands
from township_ledger.ui.services import JobEvents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.app.clerk import Clerk
    from township_ledger.domain.faults import Param
    from township_ledger.ui.pages.ledger_page import LedgerPage
    from township_ledger.ui.services import Json

_TICK_MS, _REPAINT_EVERY = 16, 6  # about ten repaints a second
_AFTERWARDS_MS = 1_500  # the window notices what was written, and reads again


class Watch(QObject):
    """Notes the gaps between ticks, in milliseconds, while it scrolls and repaints."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page)
        self._page = page
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Forget what was and watch."""
        self.gaps = []
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> float:
        """Return the worst gap."""
        self._timer.stop()
        return max(self.gaps)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1e3)
        self._last = now
        if len(self.gaps) % _REPAINT_EVERY == 0:
            bar = self._page.ui.grid.verticalScrollBar()
            bar.setValue((len(self.gaps) * 3) % max(1, bar.maximum()))
            self._page.ui.grid.viewport().repaint()


class Import(QObject):
    """Preview and apply, as the import page asks for them."""

    def __init__(self, clerk: Clerk, file: Path) -> None:
        super().__init__()
        self._clerk, self._file = clerk, file
        self._loop = QEventLoop()
        self._staging = clerk.new_staging()
        self.added = 0
        self.fault = ""

    def run(self) -> None:
        """Do both and wait until they are done."""
        args: Json = {"ledger": "people", "path": str(self._file), **self._where()}
        self._clerk.start("import-preview", args, JobEvents(result=self._seen, fault=self._failed))
        self._loop.exec()

    def _where(self) -> Json:
        return {"staging": self._staging.path, "staging_key": self._staging.key}

    def _seen(self, result: Json) -> None:
        events = JobEvents(result=self._written, fault=self._failed)
        self._clerk.start("import-apply", self._where(), events)

    def _written(self, result: Json) -> None:
        added = result["added"]
        assert isinstance(added, int)
        self.added = added
        QTimer.singleShot(_AFTERWARDS_MS, self._loop.quit)

    def _failed(self, code: str, params: Mapping[str, Param]) -> None:
        self.fault = code
        self._loop.quit()


def measured(home: str, file: str) -> dict[str, float]:
    """Return the worst gap (ms) while importing and while idle for as long, the import's seconds and its rows."""
    app, program, page = opened_page(home)
    clerk = program.door.clerk
    assert clerk is not None
    keep_what_stands()  # as the program does when a home has been opened
    watch = Watch(page)
    deed = Import(clerk, Path(file))
    start = time.perf_counter()
    watch.begin()
    deed.run()
    busy, took = watch.end(), time.perf_counter() - start
    if deed.fault:
        raise RuntimeError(deed.fault)
    settle(app)
    loop = QEventLoop()
    QTimer.singleShot(round(took * 1e3), loop.quit)
    watch.begin()
    loop.exec()
    idle = watch.end()
    program.close()
    return {"busy": busy, "idle": idle, "seconds": took, "added": deed.added}

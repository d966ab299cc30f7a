"""One short piece of work beside the main thread (deriving a key takes 0.2 s), its end told on the main thread."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_MS = 10
"""How often it looks for ends while any work is out."""


class _End(NamedTuple):
    done: Callable[[object], None]
    failed: Callable[[WorldFault], None]
    outcome: object


class SideThread(QObject):
    """Runs pieces of work, each in a thread of its own.

    The threads never touch Qt: a signal of an object whose window has just gone would end the process. They leave
    their ends in a queue, which a timer of the main thread empties.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends: queue.SimpleQueue[_End] = queue.SimpleQueue()
        self._out = 0
        self._closed = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._deliver)

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[WorldFault], None],
    ) -> None:
        """Do `work`; `done` gets its result, `failed` a fault of the world, both on the main thread."""
        if self._closed:
            return
        self._out += 1
        self._look.start()
        threading.Thread(
            target=_work, args=(work, done, failed, self._ends), name="side", daemon=True
        ).start()

    def close(self) -> None:
        """Tell no more ends: whoever asked is going.

        Threads that are still out leave their ends in a queue that nobody empties. A timer that ran on would be taken
        down by whatever thread collects this object, and Qt ends the process for that.
        """
        self._closed = True
        self._look.stop()

    def _deliver(self) -> None:
        while not self._ends.empty():
            end = self._ends.get()
            self._out -= 1
            if self._out == 0:
                self._look.stop()
            if isinstance(end.outcome, WorldFault):
                end.failed(end.outcome)
            elif isinstance(end.outcome, Exception):
                end.failed(WorldFault("app.crashed"))
                raise end.outcome
            else:
                end.done(end.outcome)


def _work(
    work: Callable[[], object],
    done: Callable[[object], None],
    failed: Callable[[WorldFault], None],
    ends: queue.SimpleQueue[_End],
) -> None:
    try:
        outcome: object = work()
    except Exception as error:  # noqa: BLE001  told on the main thread, where the crash net is
        outcome = error
    ends.put(_End(done, failed, outcome))

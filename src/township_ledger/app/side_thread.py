"""One short piece of work beside the main thread (deriving a key takes 0.2 s), its end told on the main thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable


class _End(NamedTuple):
    done: Callable[[object], None]
    failed: Callable[[WorldFault], None]
    outcome: object


class SideThread(QObject):
    """Runs pieces of work, each in a thread of its own."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended.connect(self._deliver)

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[WorldFault], None],
    ) -> None:
        """Do `work`; `done` gets its result, `failed` a fault of the world, both on the main thread."""

        def in_thread() -> None:
            try:
                outcome: object = work()
            except Exception as error:  # noqa: BLE001  told on the main thread, where the crash net is
                outcome = error
            self._ended.emit(_End(done, failed, outcome))

        threading.Thread(target=in_thread, name="side", daemon=True).start()

    @Slot(object)
    def _deliver(self, end: _End) -> None:
        if isinstance(end.outcome, WorldFault):
            end.failed(end.outcome)
        elif isinstance(end.outcome, Exception):
            end.failed(WorldFault("app.crashed"))
            raise end.outcome
        else:
            end.done(end.outcome)

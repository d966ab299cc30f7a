"""The window's writer: one thread with its own connection, edits one after the other.

An edit waits while another process (a worker, the command line) holds the lock, and is tried again until it goes
through or the window closes. Answers come back on the main thread.
"""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from township_ledger.domain.faults import Param
    from township_ledger.usecases.ports import LedgerStore

_T = TypeVar("_T")

BUSY_CODE = "store.busy"
RETRY_SECONDS = 0.5
CLOSING_SECONDS = 10.0
"""How long closing waits for edits that are still queued."""


class Failure(NamedTuple):
    """Why a task could not be done: a code of `words`."""

    code: str
    params: dict[str, Param]


class Waiting(NamedTuple):
    """What the foot of the window tells about saving."""

    pending: int
    busy: bool = False


class _Task(NamedTuple):
    work: Callable[[LedgerStore], object]
    done: Callable[[object], None]


class _Answer(NamedTuple):
    done: Callable[[object], None]
    outcome: object


class Writer(QObject):
    """Runs tasks on a store of its own, in order.

    Signals:
        waiting(Waiting): how many tasks are queued or at work, and whether the lock is held by others.
    """

    waiting = Signal(object)
    _answered = Signal(object)
    _crashed = Signal(object)

    def __init__(self, open_store: Callable[[], LedgerStore], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_store = open_store
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._pending = 0
        self._over = False
        self._answered.connect(self._deliver)
        self._crashed.connect(self._raise)
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    @property
    def pending(self) -> int:
        """How many tasks have not been answered yet."""
        return self._pending

    def put(self, work: Callable[[LedgerStore], object], done: Callable[[object], None]) -> None:
        """Queue `work`; `done` gets its result, or a `Failure`, on the main thread."""
        self._pending += 1
        self.waiting.emit(Waiting(self._pending))
        self._tasks.put(_Task(work, done))

    def close(self) -> bool:
        """Do what is queued, then close the connection; returns whether everything was written.

        Waits at most `CLOSING_SECONDS`; answers are not delivered any more.
        """
        self._over = True
        self._tasks.put(None)
        self._thread.join(CLOSING_SECONDS)
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(2 * RETRY_SECONDS)
            return False
        return True

    # -- in the thread

    def _run(self) -> None:
        store: LedgerStore | None = None
        try:
            while (task := self._tasks.get()) is not None and not self._closing.is_set():
                try:
                    if store is None:
                        store = self._patiently(self._open_store)
                    outcome = self._patiently(_Bound(task.work, store))
                except WorldFault as fault:
                    outcome = Failure(fault.code, dict(fault.params))
                except Exception as error:  # noqa: BLE001  our own fault: the crash net of the main thread gets it
                    outcome = Failure("app.crashed", {})
                    self._crashed.emit(error)
                self._answered.emit(_Answer(task.done, outcome))
        finally:
            if store is not None:
                store.close()

    def _patiently(self, work: Callable[[], _T]) -> _T:
        """Do `work`, again and again while others hold the lock."""
        while True:
            try:
                return work()
            except WorldFault as fault:
                if fault.code != BUSY_CODE or self._closing.is_set():
                    raise
                self.waiting.emit(Waiting(self._pending, busy=True))
                self._closing.wait(RETRY_SECONDS)

    # -- on the main thread

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if self._over:  # the window has gone, and with it whoever asked
            return
        self._pending -= 1
        self.waiting.emit(Waiting(self._pending))
        answer.done(answer.outcome)

    @Slot(object)
    def _raise(self, error: Exception) -> None:
        raise error


class _Bound:
    """A task's work together with the writer's store."""

    def __init__(self, work: Callable[[LedgerStore], object], store: LedgerStore) -> None:
        self._work, self._store = work, store

    def __call__(self) -> object:
        return self._work(self._store)

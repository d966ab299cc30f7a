"""Long work runs in worker processes; this module starts them, listens to them and stops them.

One process per job: the same program with `--worker`, the job and the key as one JSON line on its
stdin, JSON lines back (ARCHITECTURE.md, “Deeds of the worker”). Closing its stdin stops it; it then writes nothing,
or has committed already. Everything arrives on the main thread, at bound methods.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import JobEvents, Json

LIGHT_DEEDS = frozenset({"verify", "import-rejects"})
"""Deeds that may run beside another one; all others run one after the other."""

MAX_LINE = 4 * 1024 * 1024
"""Longest line in bytes that a worker may send; longer ones would stall the window while they are parsed."""

PATIENCE_MS = 15_000
"""How long a stopped worker may take to end by itself before it is ended; SQLite then rolls back."""

CLOSING_MS = 3_000
"""The same when the whole program ends."""


class Progressed(NamedTuple):
    """How far a job is. `seconds_left` is None while nobody can know."""

    stage: str
    done: int
    total: int | None
    seconds_left: int | None


@dataclass(frozen=True, slots=True)
class JobState:
    """What the foot of the window shows about one job."""

    deed: str
    waiting: bool = True
    stopping: bool = False
    progress: Progressed | None = None


class TimeLeft:
    """Estimates the seconds a stage still needs, from its own pace since it began."""

    _SETTLE = 0.8  # seconds before a first guess; an earlier one jumps about

    def __init__(self) -> None:
        self._stage = ""
        self._since = 0.0
        self._from = 0

    def guess(self, stage: str, done: int, total: int | None, now: float) -> int | None:
        """Return the whole seconds left (at least 1), or None while it is too early to tell."""
        if stage != self._stage or done < self._from:
            self._stage, self._since, self._from = stage, now, done
            return None
        gone, steps = now - self._since, done - self._from
        if total is None or gone < self._SETTLE or steps <= 0:
            return None
        return max(1, round(gone * max(0, total - done) / steps))


def worker_command() -> tuple[str, ...]:
    """Return the program and arguments that start a worker of this very installation."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--worker")
    return (
        sys.executable,
        "-P",
        "-m",
        "township_ledger",
        "--worker",
    )  # -P: nothing is imported from the folder we stand in


class WorkerJob(QObject):
    """One job: waiting for its turn, running, or ended. Implements `services.Job`."""

    changed = Signal()
    settled = Signal()  # it has nothing to do at present: it ended, or waits for a further request
    ended = Signal()

    def __init__(self, deed: str, request: Json, events: JobEvents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = JobState(deed)
        self._events = events
        self._first_line: bytes | None = _line(request)  # holds the key: forgotten once it is written
        self._process: QProcess | None = None
        self._rest = bytearray()
        self._steps: deque[Callable[[], None]] = deque()
        self._time_left = TimeLeft()
        self._answered = False
        self._over = False
        self.working = True

    @property
    def over(self) -> bool:
        """Whether its process has ended, or never will start."""
        return self._over

    # -- what the pages call

    def cancel(self) -> None:
        """Stop: a waiting job never starts; a running one writes nothing unless it has committed already."""
        if self._over or self.state.stopping:
            return
        if self._process is None:
            self._over = True
            self._tell_cancelled()
            self._settle()
            self.ended.emit()
            return
        self._set(replace(self.state, stopping=True))
        self._process.closeWriteChannel()
        QTimer.singleShot(PATIENCE_MS, self, self.kill)

    def send(self, message: Json) -> None:
        """Send a further request line; one that asks for work (`keep`) makes the job busy again."""
        if self._process is None or self._over or self.state.stopping:
            return
        if "page" not in message:
            self.working = True
            self._answered = False
        self._process.write(_line(message))

    def answer_to(self, events: JobEvents) -> None:
        """Tell others from now on: the answer to a further request goes to whoever sent it."""
        self._events = events

    # -- what Background calls

    def start(self, command: Sequence[str]) -> None:
        """Start the worker process."""
        process = QProcess(self)
        process.setStandardErrorFile(
            QProcess.nullDevice()
        )  # a worker writes its log itself; a full pipe would block it
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(self._failed)
        process.finished.connect(self._finished)
        self._process = process
        self._set(replace(self.state, waiting=False))
        process.start(command[0], list(command[1:]))
        if self._first_line is not None:
            process.write(self._first_line)
            self._first_line = None

    def kill(self) -> None:
        """End a worker that does not stop by itself."""
        if self._process is not None and not self._over:
            self._process.kill()

    def finish_quickly(self) -> None:
        """Close its stdin and wait a little; used when the whole program ends."""
        process = self._process
        if process is None or self._over:
            return
        self._events = replace(
            self._events, progress=None, result=None, fault=None, cancelled=None, page=None
        )
        process.closeWriteChannel()
        if not process.waitForFinished(CLOSING_MS):
            process.kill()
            process.waitForFinished(1_000)

    # -- what the process says

    def _read(self) -> None:
        if self._process is None:
            return
        self._rest += self._process.readAllStandardOutput().data()
        *lines, rest = self._rest.split(b"\n")
        self._rest = bytearray(rest)
        if max((len(line) for line in (*lines, rest)), default=0) > MAX_LINE:
            self._rest.clear()
            self.kill()
            return
        for line in lines:
            if line.strip():
                self._later(partial(self._hear, line))

    def _later(self, step: Callable[[], None]) -> None:
        """Do a step outside the process's own signal: a page may open a dialog, and the process may end meanwhile."""
        self._steps.append(step)
        QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        if self._steps:
            self._steps.popleft()()

    def _hear(self, line: bytearray) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            return  # a stray print of a library is no answer; a missing answer is told when the process ends
        if not isinstance(message, dict):
            return
        if "progress" in message:
            self._hear_progress(message["progress"])
        elif "page" in message:
            if self._events.page:
                self._events.page(_dictionary(message["page"]))
        elif "result" in message:
            self._answer()
            if self._events.result:
                self._events.result(_dictionary(message["result"]))
        elif "fault" in message:
            fault = _dictionary(message["fault"])
            self._answer()
            self._tell_fault(str(fault.get("code", "job.died")), _params(fault.get("params")))
        elif "cancelled" in message:
            self._answer()
            self._tell_cancelled()

    def _hear_progress(self, progress: object) -> None:
        known = _dictionary(progress)
        stage, done, total = str(known.get("stage", "")), known.get("done"), known.get("total")
        count = done if isinstance(done, int) else 0
        whole = total if isinstance(total, int) else None
        left = self._time_left.guess(stage, count, whole, time.monotonic())
        self._set(replace(self.state, progress=Progressed(stage, count, whole, left)))
        if self._events.progress:
            self._events.progress(stage, count, whole)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._over:
            self._over = True
            self._answered = True
            self._tell_fault("job.not_started", {})
            self._settle()
            self.ended.emit()

    def _finished(self) -> None:
        self._read()
        self._later(self._end)

    def _end(self) -> None:
        if self._over:
            return
        self._over = True
        if not self._answered:
            self._tell_fault("job.ended_by_force" if self.state.stopping else "job.died", {})
        self._settle()
        self.ended.emit()

    # -- small steps

    def _set(self, state: JobState) -> None:
        self.state = state
        self.changed.emit()

    def _answer(self) -> None:
        self._answered = True
        self._settle()

    def _settle(self) -> None:
        if self.working:
            self.working = False
            self.settled.emit()

    def _tell_fault(self, code: str, params: Mapping[str, Param]) -> None:
        if self._events.fault:
            self._events.fault(code, params)

    def _tell_cancelled(self) -> None:
        if self._events.cancelled:
            self._events.cancelled()


class Background(QObject):
    """All jobs of the window: one heavy job at a time, light ones beside it."""

    changed = Signal()  # what `current` returns has changed

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command or worker_command())
        self._waiting: deque[WorkerJob] = deque()
        self._running: list[WorkerJob] = []
        self._gone: list[WorkerJob] = []
        self._closed = False

    def start(self, deed: str, request: Json, events: JobEvents) -> WorkerJob:
        """Start a deed, or queue it behind the heavy job that runs now.

        `request` is the whole first line, key included; it is forgotten as soon as it is sent.

        Raises:
            WorldFault: `job.closing` when the program is about to end.
        """
        if self._closed:
            raise WorldFault("job.closing")
        job = WorkerJob(deed, request, events, self)
        job.changed.connect(self.changed)
        job.settled.connect(self._next)
        job.ended.connect(self._forget)
        self._waiting.append(job)
        QTimer.singleShot(0, self, self._next)  # the caller gets its job before the first event of it
        self.changed.emit()
        return job

    def current(self) -> WorkerJob | None:
        """Return the job that the foot tells about: the heavy one at work, else any other at work, else None."""
        working = [job for job in (*self._running, *self._waiting) if job.working]
        heavy = [job for job in working if job.state.deed not in LIGHT_DEEDS]
        return next(iter(heavy or working), None)

    def waiting(self) -> int:
        """Return how many jobs wait for their turn."""
        return len(self._waiting)

    def busy(self) -> bool:
        """Whether any job works or waits."""
        return self.current() is not None

    def close(self) -> None:
        """Stop everything; called once when the program ends."""
        self._closed = True
        self._waiting.clear()
        for job in self._running:
            job.finish_quickly()
        self._running.clear()

    def _next(self) -> None:
        for job in tuple(self._waiting):
            heavy = job.state.deed not in LIGHT_DEEDS
            if heavy and any(
                other.working and other.state.deed not in LIGHT_DEEDS for other in self._running
            ):
                continue
            if not job.working:
                continue
            self._waiting.remove(job)
            self._running.append(job)
            job.start(self._command)
        self.changed.emit()

    def _forget(self) -> None:
        job = self.sender()
        if not isinstance(job, WorkerJob):
            return
        if job in self._running:
            self._running.remove(job)
        if job in self._waiting:
            self._waiting.remove(job)
        # A page may still hold the job: it stays alive for whoever holds it, and at least until its process's own
        # signal has returned.
        job.setParent(None)
        self._gone.append(job)
        QTimer.singleShot(0, self._gone.clear)
        self._next()


def _line(message: Json) -> bytes:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _dictionary(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _params(value: object) -> dict[str, Param]:
    return {str(key): item for key, item in _dictionary(value).items() if isinstance(item, str | int | float)}

"""The worker process: one deed, asked for on stdin, answered in JSON lines on stdout (ARCHITECTURE.md).

stdin is watched by a thread with `os.read`: a blocked read of a buffered stream would abort a process that ends well.
Further lines are requests to the running deed; the end of stdin cancels it, which counts until its COMMIT.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import sys
import threading
import time
from typing import TYPE_CHECKING

from township_ledger.domain.faults import Cancelled, WorldFault

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, object]

_SHORTEST_PAUSE = 0.1  # seconds between two lines of progress
_LONGEST_LINE = 64 * 1024 * 1024  # bytes of one request line


class Inbox:
    """The lines of stdin as they come, and whether it was closed."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.closed = threading.Event()
        threading.Thread(target=self._watch, name="stdin", daemon=True).start()

    def _watch(self) -> None:
        rest = b""
        while len(rest) <= _LONGEST_LINE:
            try:
                got = os.read(self._descriptor, 1 << 16)
            except OSError:
                got = b""
            if not got:
                break
            *whole, rest = (rest + got).split(b"\n") if b"\n" in got else (rest + got,)
            for line in whole:
                self._lines.put(line)
        self.closed.set()
        self._lines.put(None)

    def next(self) -> Json | None:
        """Wait for the next request; None when stdin is closed.

        Raises:
            ValueError: the line is no JSON object: our own fault at the other end.
        """
        line = self._lines.get()
        if line is None:
            self._lines.put(None)  # for whoever asks again
            return None
        request = json.loads(line)
        if not isinstance(request, dict):
            raise ValueError("a request is a JSON object")  # noqa: TRY004 - a wrong value of the wire
        return request


class Outbox:
    """Writes JSON lines to a file descriptor, whole lines at a time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def say(self, message: Json) -> None:
        """Write one line; a reader that has gone away is no fault of the deed."""
        data = memoryview(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
        except OSError:
            return


class WorkerProgress:
    """A `usecases.progress.Progress` that speaks on stdout and stops when stdin is closed."""

    def __init__(self, inbox: Inbox, outbox: Outbox) -> None:
        self._inbox, self._outbox = inbox, outbox
        self._said_at = float("-inf")
        self._stage = ""

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        """Say it, at most ten times a second and each new stage at once.

        Raises:
            Cancelled: stdin was closed.
        """
        if self._inbox.closed.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._said_at < _SHORTEST_PAUSE and (what == self._stage or now - self._said_at < 0.01):
            return
        self._said_at, self._stage = now, what
        self._outbox.say({"progress": {"stage": what, "done": done, "total": total}})


class Job:
    """One job as a deed sees it: what was asked, how to tell of progress, and further requests."""

    def __init__(self, order: Json, inbox: Inbox, outbox: Outbox) -> None:
        args = order.get("args")
        self.args: Json = args if isinstance(args, dict) else {}
        home, key = order.get("home"), order.get("key")
        self.home = home if isinstance(home, str) else None
        self.key = key if isinstance(key, str) else None
        self.actor = str(order.get("actor") or "")
        self.progress = WorkerProgress(inbox, outbox)
        self._inbox, self._outbox = inbox, outbox

    def say(self, message: Json) -> None:
        """Send one line that is not the final one."""
        self._outbox.say(message)

    def requests(self) -> Iterator[Json]:
        """Yield further requests until stdin is closed."""
        while (request := self._inbox.next()) is not None:
            yield request


def work(inbox: Inbox, outbox: Outbox) -> int:
    """Do the one job that `inbox` brings; returns 0, or 1 for a fault of the world, 2 for one of ours, 3 if cancelled."""
    from township_ledger.app import deeds

    log = logging.getLogger("worker")
    try:
        order = inbox.next()
        if order is None:
            raise Cancelled  # noqa: TRY301 - the window closed before it asked
        log.info("%s begins", order["deed"])
        result = deeds.deed(str(order["deed"]))(Job(order, inbox, outbox))
    except Cancelled:
        log.info("cancelled")
        outbox.say({"cancelled": True})
        return 3
    except WorldFault as fault:
        log.info("fault %s", fault.code)
        outbox.say({"fault": {"code": fault.code, "params": dict(fault.params)}})
        return 1
    except BaseException as error:  # noqa: BLE001 - also Rust panics; the report has no message of it
        from township_ledger.app.crash import write_report
        from township_ledger.app.paths import log_folder

        write_report(log_folder(), "worker", error)
        outbox.say({"fault": {"code": "app.crashed", "params": {}}})
        return 2
    log.info("done")
    if result is not None:
        outbox.say({"result": result})
    return 0


def main() -> int:
    """Run the worker on this process's own stdin and stdout."""
    from township_ledger.app.logs import open_log
    from township_ledger.app.paths import log_folder
    from township_ledger.app.process_limits import give_way

    give_way()
    open_log(log_folder(), "worker")
    sys.stdout = sys.stderr  # a stray print must not become a line of the protocol
    return work(Inbox(0), Outbox(1))

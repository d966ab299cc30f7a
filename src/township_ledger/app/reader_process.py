"""The parent's side of the reader process: starts it, believes nothing it says, ends it.

Used by workers and the command line only. No shell, no inherited environment beyond what the system needs to start a
program, nothing of the reader's error stream is ever shown.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import township_ledger
from township_ledger.domain.faults import WorldFault
from township_ledger.exchange.sheet_wire import MAX_LINE, LineReader, Unsafe, raise_fault, request_line
from township_ledger.usecases.sheet_port import OpenSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from township_ledger.domain.sheets import RowChunk, SheetHead
    from township_ledger.usecases.progress import Progress

_KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "LD_LIBRARY_PATH")
# A reader lives for one file: its memory is taken in large pages and never given back, which saves a quarter of the
# time (page faults). Other C libraries ignore this.
_MEMORY = {
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864"
    ":glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=268435456"
}
_TICK = 0.1  # seconds between looks at the clerk's wish to cancel
_LINES_AHEAD = 16


def reader_command() -> list[str]:
    """Return the command that starts a reader: this program again.

    A frozen program is its own command. A Python one is started isolated and without `site` (10 of 40 ms), and is
    told where the packages of this process lie.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader"]
    code = (
        "import sys; sys.path[:] = sys.argv[1:]; "
        "from township_ledger.app.reader import main; raise SystemExit(main())"
    )
    ours = str(Path(township_ledger.__file__).parents[1])  # an editable install may be found by a hook alone
    folders = dict.fromkeys([ours, *(folder for folder in sys.path if folder)])
    return [sys.executable, "-I", "-S", "-c", code, *folders]


def reader_environment() -> dict[str, str]:
    """Return the whole environment of a reader: what the system needs to start a program, and how memory is taken."""
    return _MEMORY | {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}


class ReaderProcess:
    """Implements `usecases.sheet_port.SheetReader`; every call is a new process.

    Args:
        command: what starts a reader; `reader_command()` unless a test says otherwise.
        wall_seconds: how long it may work without a line before it is ended.
    """

    def __init__(self, command: list[str] | None = None, wall_seconds: float = 60.0) -> None:
        self._command = command or reader_command()
        self._wall_seconds = wall_seconds

    @contextmanager
    def open_sheet(
        self, path: Path, *, sheet: str | None = None, encoding: str | None = None, progress: Progress
    ) -> Iterator[OpenSheet]:
        """Open one sheet; see the port.

        Raises:
            WorldFault: the reader's own fault, or `file.unsafe` when it died, hung or said nonsense.
            Cancelled: from `progress`.
        """
        lines = _Lines(self._command, request_line(str(path.absolute()), sheet, encoding), self._wall_seconds)
        try:
            reading = LineReader()
            with _unsafe():
                head = reading.head(lines.next(progress, 0, None))
            yield OpenSheet(head, _chunks(lines, reading, head, progress))
        finally:
            lines.close()

    def ask(self, request: Mapping[str, object], progress: Progress) -> dict[str, object]:
        """Let a reader of another mode answer one request with one object; `request` holds its `mode`.

        Raises:
            WorldFault: the reader's own fault, or `file.unsafe`.
            Cancelled: from `progress`.
        """
        import json

        line = json.dumps(dict(request), ensure_ascii=False).encode() + b"\n"
        lines = _Lines(self._command, line, self._wall_seconds)
        try:
            with _unsafe():
                message = LineReader().message(lines.next(progress, 0, None))
                raise_fault(message)
                answer = message.get("answer")
                if not isinstance(answer, dict):
                    raise Unsafe
                return answer
        finally:
            lines.close()


@contextmanager
def _unsafe() -> Iterator[None]:
    try:
        yield
    except Unsafe as error:
        raise WorldFault("file.unsafe") from error


def _chunks(lines: _Lines, reading: LineReader, head: SheetHead, progress: Progress) -> Iterator[RowChunk]:
    done = 0
    while True:
        with _unsafe():
            chunk = reading.chunk(lines.next(progress, done, head.rows))
        if chunk is None:
            return
        done = chunk.first + len(chunk.rows)
        yield chunk


class _Lines:
    """The lines of one reader, read ahead by a thread, so that a silent reader can still be cancelled."""

    def __init__(self, command: list[str], request: bytes, wall_seconds: float) -> None:
        self._wall_seconds = wall_seconds
        self._told = 0.0
        self._closing = False
        self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            cwd=os.path.abspath(os.sep),  # noqa: PTH100
            env=reader_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._queue: queue.Queue[bytes | None] = queue.Queue(_LINES_AHEAD)
        self._thread = threading.Thread(target=self._read_ahead, daemon=True)
        self._thread.start()
        with suppress(OSError):  # it died at once: told as the missing first line
            stdin = self._stream(self._process.stdin)
            stdin.write(request)
            stdin.flush()

    def next(self, progress: Progress, done: int, total: int | None) -> bytes:
        """Return the next line without its end.

        Raises:
            Unsafe: the reader ended, or said nothing for too long.
            Cancelled: from `progress`, which is asked ten times a second.
        """
        deadline = time.monotonic() + self._wall_seconds
        while True:
            now = time.monotonic()
            if now - self._told >= _TICK:
                self._told = now
                progress.step("stage.reading", done, total)
            try:
                line = self._queue.get(timeout=_TICK)
            except queue.Empty:
                if time.monotonic() > deadline:
                    raise Unsafe from None
                continue
            if line is None:
                raise Unsafe
            return line

    def close(self) -> None:
        """End the reader and wait for it."""
        self._closing = True
        self._process.kill()
        with suppress(OSError):  # a request that was never taken is still in the buffer
            self._stream(self._process.stdin).close()
        while self._thread.is_alive():
            with suppress(queue.Empty):  # the thread may be waiting for room
                self._queue.get(timeout=0.01)
        self._thread.join()
        self._stream(self._process.stdout).close()
        self._process.wait()

    def _read_ahead(self) -> None:
        stdout = self._stream(self._process.stdout)
        while not self._closing:
            line = stdout.readline(MAX_LINE + 2)
            if not line.endswith(b"\n"):
                break  # its end, or a line longer than any of ours
            self._queue.put(line[:-1])
        self._queue.put(None)

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:  # pragma: no cover - both are pipes
            raise AssertionError
        return stream

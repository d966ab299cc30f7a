"""The reader process: opens one untrusted file without key or home, answers in JSON lines, ends.

One JSON line on stdin says what to do: `{"mode": "sheet", "path", "sheet", "encoding"}`. The pipe stays open as a
sign of life: when it closes, the reader ends, whatever it is doing. Nothing is written to the error stream.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from typing import TYPE_CHECKING, cast

from township_ledger.app.process_limits import Limits, limits_of
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Request = dict[str, object]

# mode → module and function, imported when asked for. A function takes the request and returns lines without their
# ends, or one dictionary, and raises WorldFault.
MODES = {
    "sheet": ("township_ledger.exchange.sheet_wire", "serve"),
    "bundle": ("township_ledger.bundle.reader_mode", "verify_request"),
}
_MAX_REQUEST = 16 * 1024 * 1024  # a request may carry a trust list


def main(limits: Limits | None = None) -> int:
    """Serve one request on stdin and stdout; returns the exit code."""
    limits = limits or Limits()
    system = limits_of(sys.platform)
    system.restrain(limits)
    request = _request()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    out = sys.stdout.buffer
    try:
        for line in _answer(request):
            out.write(line + b"\n")
            out.flush()
            system.alive(limits)
    except BrokenPipeError:
        os._exit(1)  # the parent is gone; flushing at exit would only fail again
    return 0


def _request() -> Request:
    """Read the request unbuffered: the stream belongs to the watching thread afterwards."""
    import json

    line = bytearray()
    while not line.endswith(b"\n") and len(line) <= _MAX_REQUEST:
        block = os.read(0, 65536)
        if not block:
            break
        line += block
    request = json.loads(line or b"{}")
    return cast("Request", request) if isinstance(request, dict) else {}


def _end_with_parent() -> None:
    """End the process when stdin closes. `os.read` and not `sys.stdin`: a blocked buffer would abort a good end."""
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    os._exit(1)


def _answer(request: Request) -> Iterable[bytes]:
    from township_ledger.exchange.sheet_wire import fault_line

    try:
        module, function = MODES[str(request.get("mode"))]
        deed = cast("Callable[[Request], object]", getattr(import_module(module), function))
        answer = deed(request)
        if isinstance(answer, dict):
            import json

            yield json.dumps({"answer": answer}, ensure_ascii=False, separators=(",", ":")).encode()
        else:
            yield from cast("Iterable[bytes]", answer)
    except WorldFault as fault:
        yield fault_line(fault)
    except MemoryError:
        yield fault_line(WorldFault("file.unsafe"))

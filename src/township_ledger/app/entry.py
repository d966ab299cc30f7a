"""The program's one door: worker, reader, command line or window. Nothing heavy is imported before that is known."""

from __future__ import annotations

import os
import sys


def _speak_utf8() -> None:
    """Make the standard streams UTF-8, and present: a program without a console has none on Windows."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - pathlib is not needed here yet
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main(arguments: list[str] | None = None) -> int:
    """Run the program with `arguments` (without its own name) and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _speak_utf8()
    first = arguments[0] if arguments else ""
    if first == "--worker":
        from township_ledger.app.worker import main as work

        return work()
    if first == "--reader":
        from township_ledger.app.reader import main as read

        return read()
    from township_ledger.cli.opening import wants_window

    if wants_window(arguments):
        return main_window(arguments)
    from township_ledger.app.command_line import run

    return run(arguments)


def main_window(arguments: list[str] | None = None) -> int:
    """Open the window; `arguments` may name a home (`--home DIR`) and one file to show.

    What is made until the first paint stays until the end: looking through it for garbage costs some 7 ms of processor time at the start.
    `run_window` lets the collector work again.
    """
    import gc

    gc.disable()
    try:
        from township_ledger.app.window import run_window

        return run_window(sys.argv[1:] if arguments is None else arguments)
    finally:
        gc.enable()

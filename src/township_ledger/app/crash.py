"""The crash net: what is our own fault becomes a report of types, files and lines.

Never a message, an argument or a local value: exception texts carry ID numbers. Each fact is
gathered in a try of its own, so that a damaged interpreter still yields what is left.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_DEEPEST = 12  # exceptions of a chain
_MOST_FRAMES = 60  # of one exception, the innermost
_KEEP = 20  # reports of a folder


def describe(error: BaseException) -> list[str]:
    """Return the lines that tell of `error` and its causes: types, and file, line and function of each frame."""
    lines: list[str] = []
    current: BaseException | None = error
    for _ in range(_DEEPEST):
        if current is None:
            break
        lines.append(_type_name(current))
        lines += [f"    {frame}" for frame in _frames(current.__traceback__)]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return lines


def _type_name(error: BaseException) -> str:
    from township_ledger.domain.faults import WorldFault

    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name} {error.code}" if isinstance(error, WorldFault) else name


def _frames(traceback: TracebackType | None) -> list[str]:
    frames: list[str] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{_short(code.co_filename)}:{traceback.tb_lineno} {code.co_qualname}")
        traceback = traceback.tb_next
    return frames[-_MOST_FRAMES:]


def _short(file: str) -> str:
    """Return a file name without the folders above the package: they may hold the name of a person."""
    parts = file.replace("\\", "/").split("/")
    for package in ("township_ledger", "site-packages"):
        if package in parts:
            return "/".join(parts[parts.index(package) :])
    return parts[-1]


def _facts() -> list[str]:
    def version() -> str:
        from township_ledger import __version__

        return f"township-ledger {__version__}"

    def python() -> str:
        return f"python {sys.version.split()[0]} {sys.platform}"

    def machine() -> str:
        import platform

        return f"system {platform.system()} {platform.release()} {platform.machine()}"

    def qt() -> str:
        loaded = sys.modules.get("PySide6")
        return f"qt {loaded.__version__ if loaded else 'not loaded'}"

    def thread() -> str:
        return f"thread {'main' if threading.current_thread() is threading.main_thread() else 'other'}"

    lines = []
    for fact in (version, python, machine, qt, thread):
        try:
            lines.append(fact())
        except Exception as error:  # noqa: BLE001 - one fact less is better than no report
            lines.append(f"{fact.__name__} unknown: {type(error).__name__}")
    return lines


def write_report(folder: Path, process: str, error: BaseException) -> Path | None:
    """Write the report of `error` into `folder` and return its path, or None where nothing can be written."""
    from datetime import UTC, datetime

    at = datetime.now(UTC)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"crash-{process}-{at:%Y%m%dT%H%M%S%f}.txt"
        text = "\n".join([f"at {at:%Y-%m-%dT%H:%M:%SZ}", *_facts(), "", *describe(error), ""])
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"), key=lambda each: each.name.rsplit("-", 1)[-1])[:-_KEEP]:
            old.unlink()
    except OSError:
        return None
    return path


def install(folder: Path, process: str, told: Callable[[Path | None], None] | None = None) -> None:
    """Catch what nobody catches, in any thread of this process.

    `told` is called with the report's path, perhaps from another thread; a window shows its sentence with it.
    """

    def caught(error: BaseException) -> None:
        path = write_report(folder, process, error)
        if told is not None:
            told(path)

    def in_main(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if not isinstance(error, KeyboardInterrupt):
            caught(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            caught(args.exc_value)

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable

"""The log file of a process: codes and counts, never names, numbers or cell contents."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# An ID number has 15 or 18 characters (17 digits and a check character), a credit code 18, a telephone number 11.
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:\d{15}|\d{17}[0-9Xx]?|\d{11})(?![0-9A-Za-z])")
LARGEST = 1_000_000  # bytes of one log file; the one before it is kept as `.1`


class _NoNumbers(logging.Filter):
    """Replaces what looks like somebody's number, and drops the text of exceptions."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _LONG_NUMBER.sub("<number>", record.getMessage()), None
        record.exc_info = record.exc_text = (
            None  # a traceback's last line is a message; `crash` tells the rest
        )
        return True


def open_log(folder: Path, process: str) -> logging.Handler | None:
    """Log what this process says at INFO and above to `folder/<process>.log`; returns None where nothing can be written.

    A file that has grown too large is put aside when a process starts; several processes may append to one file.
    """
    file = folder / f"{process}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".log.1"))
        handler = logging.FileHandler(file, encoding="utf-8", delay=False)
    except OSError:
        return None  # a log is a help, not a condition: the program runs without it
    handler.addFilter(_NoNumbers())
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler

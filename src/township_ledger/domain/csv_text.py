"""Rows as CSV for people: safe to open in a spreadsheet program.

`data/*.csv` of a bundle is for programs and stays verbatim; it does not come from here.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from township_ledger.domain.rows import Cell

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: Cell) -> str:
    """Return a cell's text; what a spreadsheet program would run gets an apostrophe in front.

    A number stays a number, also a negative one.
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA):
        return "'" + value
    return str(value)


def csv_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield each row as one CSV record (RFC 4180, CRLF), guarded."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    for row in rows:
        writer.writerow([guarded(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()

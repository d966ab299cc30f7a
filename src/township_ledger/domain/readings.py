"""What becomes of one raw cell when a typed column reads it; the reading itself is in `domain.values`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from township_ledger.domain.rows import Cell, Fault

Raw = str | int | float | bool | date | datetime | time | None
"""A cell as the reader hands it over, or as the clerk typed it (then always str)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Exactly one of three: a value (perhaps None, empty), a fault (text kept), or a doubt (asks the clerk).

    `note` is a code that says how the value was changed on the way (trimmed, full-width, converted), or "".
    """

    value: Cell = None
    fault: Fault | None = None
    doubt: str = ""
    note: str = ""
    remainder: str = ""  # text that belongs elsewhere: the bracket part of a name goes to the remark

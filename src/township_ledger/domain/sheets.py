"""What a sheet from outside looks like once it has been opened: raw rows and the marks around them.

All rows and columns are counted from 0 and stand where the sheet has them: row 4, column 1 is cell B5. Named tuples
and not dataclasses, because the reader process is started for every file and would pay 8 ms for `dataclasses`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from township_ledger.domain.faults import Param
    from township_ledger.domain.readings import Raw

# What one sheet may hold; what holds more is refused with its own sentence.
MAX_ROWS = 1_048_576
MAX_COLUMNS = 256
MAX_TEXT_BYTES = 512 * 1024 * 1024


class SheetKind(StrEnum):
    """What the file is by its content, whatever its name says."""

    XLSX = "xlsx"
    CSV = "csv"


class Area(NamedTuple):
    """A rectangle of cells, both corners inside."""

    top: int
    left: int
    bottom: int
    right: int


class Place(NamedTuple):
    """One cell."""

    row: int
    column: int


class SheetTab(NamedTuple):
    """One sheet of a workbook. `empty`: it certainly holds no cell with a content."""

    name: str
    visible: bool = True
    empty: bool = False


# How JSON spells the cells that it has no form for: `{"d": "2024-06-03"}` a date, `{"m": "2024-06-03T09:00:00"}` a
# moment, `{"t": "09:00:00"}` a time of day.
FROM_MARK: Mapping[str, Callable[[str], date | time]] = {
    "d": date.fromisoformat,
    "m": datetime.fromisoformat,
    "t": time.fromisoformat,
}


def marked(value: object) -> dict[str, str] | None:
    """Return a date, moment or time as JSON spells it, None for anything else."""
    if isinstance(value, datetime):  # which is a date, too
        return {"m": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    return {"t": value.isoformat()} if isinstance(value, time) else None


class RowChunk(NamedTuple):
    """Consecutive rows from row `first` on.

    A cell without content is "" (from a workbook) or missing at the end of its row (from a text file). Numbers of a
    workbook are float; a formula gives its stored value; an error cell its text (`#N/A`). A date that the sheet shows
    as a month only, stored as its first day, is the text `2024-06`.
    """

    first: int
    rows: list[list[Raw]]


class SheetHead(NamedTuple):
    """Everything that is known before the first row is handed over.

    `notes` are codes of `words` with parameters that the clerk should see (macros not run, mislabelled, hidden
    sheets, …). `encoding` and `preview` (its first three lines) are filled for text files only. `rows` is the number
    of rows up to the last one with content; None when it is not known yet (text files).
    """

    kind: SheetKind
    sheet: str
    tabs: tuple[SheetTab, ...] = ()
    rows: int | None = None
    date_1904: bool = False
    encoding: str = ""
    preview: tuple[str, ...] = ()
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unstored: tuple[Place, ...] = ()  # formulas whose value was never stored; their cells are ""
    errors: tuple[Place, ...] = ()  # cells that hold an error; their text is in the row
    comments: tuple[Place, ...] = ()  # cells with a comment
    notes: tuple[tuple[str, Mapping[str, Param]], ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the head as JSON has it, by the names of its fields."""
        return self._asdict() | {
            "hidden_rows": sorted(self.hidden_rows),
            "hidden_columns": sorted(self.hidden_columns),
            "notes": [[code, dict(params)] for code, params in self.notes],
        }


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """Return the address of a cell as sheets write it: (16, 3) → D17."""
    return f"{column_letters(column)}{row + 1}"


class RejectedRow(NamedTuple):
    """A source row that goes back to its sender: its cells as they came, why, and the columns that are meant."""

    cells: Sequence[Raw]
    reason: str
    marked: frozenset[int] = frozenset()

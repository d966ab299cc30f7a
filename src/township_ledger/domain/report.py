"""A report before it is paper or a sheet: what is said, in which order, with which types; nobody's fonts or cells.

`usecases.make_report` builds a `Report`, a renderer turns it into PDF and xlsx. Texts are finished Chinese; numbers
and dates stay numbers and dates, so that a sheet holds real values and paper shows them in one fixed form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

ReportCell = str | int | Decimal | date | None


class CellKind(StrEnum):
    """What a column of a report holds, and thereby how it stands: words left, numbers right, dates in the middle."""

    TEXT = "text"  # str, at the left edge
    MARK = "mark"  # str of few characters, in the middle: 男, 是, 有效
    NUMBER_TEXT = "number_text"  # str of digits that is no number: certificate numbers, ID numbers, codes
    INTEGER = "integer"  # int
    DECIMAL = "decimal"  # Decimal
    MONEY = "money"  # int in 分, shown in 元 with two places
    DATE = "date"  # date


class Align(StrEnum):
    """Where the text of a cell stands in its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


ALIGNMENT = {
    CellKind.TEXT: Align.LEFT,
    CellKind.NUMBER_TEXT: Align.LEFT,
    CellKind.MARK: Align.CENTRE,
    CellKind.DATE: Align.CENTRE,
    CellKind.INTEGER: Align.RIGHT,
    CellKind.DECIMAL: Align.RIGHT,
    CellKind.MONEY: Align.RIGHT,
}


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column: its title, its share of the page's width, and what it holds.

    `width` is measured in halves of a Chinese character of the body text; the page stretches or squeezes all columns
    alike, a sheet takes it as it is.
    """

    title: str
    width: float
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row of cells in the order of the columns; a `group` row has no cells and speaks over the whole width."""

    cells: tuple[ReportCell, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A number of the report that others compare: printed under the table, with the rule by which it was counted."""

    id: str  # "roster.officers"
    label: str  # "执法人员"
    value: int | Decimal
    rule: str = ""  # how it was counted, in one sentence


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a report. The first carries the report's title; a further one starts a new page and a new sheet."""

    sheet: str  # the name of its sheet in the xlsx, at most 31 characters
    heading: str  # "" or the second line under the title: 未达标名单
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    figures: tuple[ReportFigure, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""  # the sentence that stands where the rows would be, when there are none


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `as_of` is its only clock: no other date enters its bytes."""

    name: str  # "roster", "ledger:people"
    title: str
    as_of: date
    head: tuple[str, ...]  # under the title, spread over the width: unit, period, as-of date
    sections: tuple[Section, ...]
    signatures: tuple[str, ...]  # 制表人, 审核人, 日期: each followed by room to write
    landscape: bool = True
    drafts: int = 0  # rows left out because they are drafts

    @property
    def rows(self) -> int:
        """The number of rows with cells, over all sections."""
        return sum(1 for section in self.sections for row in section.rows if not row.group)


def plain_number(value: Decimal) -> str:
    """Return a decimal as people write it: no exponent, no trailing zeros (60, 7.5)."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cell_text(cell: ReportCell, kind: CellKind) -> str:
    """Return how a cell stands on paper: dates as 2026-06-30, 分 as 元 with two places, an empty cell as nothing."""
    if cell is None:
        return ""
    if kind is CellKind.MONEY and isinstance(cell, int):
        return format(Decimal(cell).scaleb(-2), "f")
    if isinstance(cell, Decimal):
        return plain_number(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)

"""What an import says before and after it writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.faults import Param


class RowVerdict(StrEnum):
    """What becomes of one source row."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"
    DOUBTFUL = "doubtful"  # out until the clerk decides
    REJECTED = "rejected"  # no key, or not attributable
    IGNORED = "ignored"  # blank, subtotal, total, note


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on one source cell (or row: `column` empty). `code` and `params` make its sentence."""

    sheet: str
    cell: str  # "D17"; for a row, its first used cell
    column: str  # the ledger column's name, or ""
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
    verdict: RowVerdict | None = None


class CellState(StrEnum):
    """How the preview shows one cell."""

    PLAIN = "plain"
    NEW = "new"  # the ledger has no value here
    CHANGED = "changed"  # old struck through beside new
    KEPT = "kept"  # refused: kept as text, amber
    CONVERTED = "converted"  # read by a conversion that the clerk should see, blue


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """One cell of the preview, as text; masked like everywhere else. `old` is set when `state` is CHANGED."""

    text: str
    state: CellState = CellState.PLAIN
    old: str = ""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One source row of the preview. `source_row` is the row number in the sheet, counted from 1."""

    source_row: int
    verdict: RowVerdict
    cells: tuple[PreviewCell, ...]
    findings: tuple[Finding, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """One column of the sheet and where it goes: a ledger's column, an 自有列, or nowhere (both None / False)."""

    index: int  # counted from 0
    header: str  # two-row headers joined by "/"
    ledger: str | None = None
    column: str | None = None
    own: bool = False
    is_list: bool = False  # a list of names, split into rows of `ledger`


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows got which verdict."""

    added: int = 0
    updated: int = 0
    same: int = 0
    doubtful: int = 0
    rejected: int = 0
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """The whole of one import, before (`operation` None) or after writing.

    `counts` speaks of source rows and of the ledger that was asked for; `by_ledger` of the rows of every ledger
    that was fed. `notes` are codes with parameters about the sheet as a whole (header found, hidden rows, …).
    """

    ledger: str
    file: str
    sheet: str
    title: str
    header_rows: tuple[int, ...]
    columns: tuple[SourceColumn, ...]
    counts: Counts
    by_ledger: Mapping[str, Counts]
    findings: tuple[Finding, ...]
    notes: tuple[tuple[str, Mapping[str, Param]], ...] = ()
    sheets: tuple[str, ...] = ()
    operation: int | None = None

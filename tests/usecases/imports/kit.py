"""A home, a clock that stands still and sheets made of Python lists, for tests of the import."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from township_ledger.domain.rows import Query
from township_ledger.domain.sheets import RowChunk, SheetHead, SheetKind, SheetTab
from township_ledger.usecases.import_sheet import ImportRequest, ImportRun, import_now
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.sheet_port import OpenSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from township_ledger.domain.imports import ImportSummary, SourceColumn
    from township_ledger.domain.readings import Raw
    from township_ledger.domain.rows import Row
    from township_ledger.domain.sheets import Area, Place
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.usecases.progress import Progress


class StandingClock:
    """Always the same morning."""

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass
class MadeSheet:
    """A sheet as the reader would hand it over."""

    rows: Sequence[Sequence[Raw]]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unstored: tuple[Place, ...] = ()
    sheet: str = "Sheet1"
    date_1904: bool = False

    @contextmanager
    def open_sheet(
        self, path: Path, *, sheet: str | None = None, encoding: str | None = None, progress: Progress
    ) -> Iterator[OpenSheet]:
        progress.step("stage.reading", 0, len(self.rows))
        head = SheetHead(
            SheetKind.XLSX,
            sheet or self.sheet,
            tabs=(SheetTab(self.sheet),),
            rows=len(self.rows),
            date_1904=self.date_1904,
            merged=self.merged,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            unstored=self.unstored,
        )
        first = next((at for at, row in enumerate(self.rows) if row), 0)
        yield OpenSheet(head, iter([RowChunk(first, [list(row) for row in self.rows[first:]])]))


@dataclass
class Desk:
    """An open home with the few deeds that these tests do again and again."""

    store: SqlLedgerStore
    clock: StandingClock = field(default_factory=StandingClock)

    def run(
        self,
        ledger: str,
        sheet: MadeSheet | Sequence[Sequence[Raw]],
        *,
        apply: bool = True,
        file: str = "表.xlsx",
        skip_hidden: bool = False,
        mapping: tuple[SourceColumn, ...] | None = None,
        progress: Progress | None = None,
    ) -> ImportRun:
        made = sheet if isinstance(sheet, MadeSheet) else MadeSheet(sheet)
        request = ImportRequest(ledger, Path(file), mapping=mapping, skip_hidden=skip_hidden)
        return import_now(
            request,
            sheets=made,
            store=self.store,
            clock=self.clock,
            progress=progress or Silent(),
            apply=apply,
        )

    def load(self, ledger: str, sheet: MadeSheet | Sequence[Sequence[Raw]], **more: object) -> ImportSummary:
        return self.run(ledger, sheet, **more).summary  # type: ignore[arg-type]

    def rows(self, ledger: str) -> list[Row]:
        return list(self.store.rows(Query(ledger)))

    def only(self, ledger: str) -> Row:
        (row,) = self.rows(ledger)
        return row

    def named(self, ledger: str, label: str) -> Row:
        column = self.store.ledgers()[ledger].label
        (row,) = [row for row in self.rows(ledger) if row.values[column] == label]
        return row

    def newest(self) -> int:
        return self.store.operations(1)[0].number


def counted(summary: ImportSummary) -> dict[str, int]:
    """Return the counts that are not zero."""
    return {
        name: getattr(summary.counts, name)
        for name in ("added", "updated", "same", "doubtful", "rejected", "ignored")
        if getattr(summary.counts, name)
    }


def counted_in(summary: ImportSummary, ledger: str) -> dict[str, int]:
    """Return the counts of one ledger that are not zero."""
    counts = summary.by_ledger[ledger]
    names = ("added", "updated", "same", "doubtful", "rejected")
    return {name: getattr(counts, name) for name in names if getattr(counts, name)}


def told(summary: ImportSummary) -> set[tuple[str, str]]:
    """Return (cell, code) of every finding."""
    return {(finding.cell, finding.code) for finding in summary.findings}


def noted(summary: ImportSummary) -> Mapping[str, Mapping[str, object]]:
    """Return the notes by their codes."""
    return dict(summary.notes)

"""An import as the clerk sees it before it is written: rows with old and new, findings with cell addresses, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.imports import (
    CellState,
    Finding,
    ImportSummary,
    PreviewCell,
    PreviewRow,
    RowVerdict,
)
from township_ledger.domain.rows import Fault
from township_ledger.domain.sheets import cell_address
from township_ledger.domain.values import plain
from township_ledger.domain.written import shown_text, written
from township_ledger.usecases.import_source import own_titles, sheet_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from township_ledger.domain.definitions import Column
    from township_ledger.domain.imports import SourceColumn
    from township_ledger.domain.readings import Raw
    from township_ledger.domain.rows import Cell
    from township_ledger.usecases.import_plan import Plan, Remark
    from township_ledger.usecases.import_source import Prepared
    from township_ledger.usecases.import_table import Odd, Part

    Labels = Callable[[str, Iterable[str]], Mapping[str, str]]

_IN_SHEETS = frozenset({ColumnType.DATE, ColumnType.MONTH, ColumnType.DATETIME})
"""Types shown as they are stored; the others as the sheet has them."""


def summary_of(prepared: Prepared, plan: Plan, operation: int | None = None) -> ImportSummary:
    """Return the whole of one import."""
    return ImportSummary(
        ledger=prepared.ledger.name,
        file=prepared.source.file,
        sheet=prepared.source.head.sheet,
        title=prepared.layout.title,
        header_rows=tuple(row + 1 for row in prepared.layout.header_rows),
        columns=prepared.columns,
        counts=plan.counts(),
        by_ledger=plan.by_ledger(),
        findings=tuple(_findings(prepared, plan)),
        notes=(*sheet_notes(prepared), *plan.notes),
        sheets=tuple(tab.name for tab in prepared.source.head.tabs),
        operation=operation,
    )


def _findings(prepared: Prepared, plan: Plan) -> Iterator[Finding]:
    for row in sorted(plan.remarks):
        for remark in plan.remarks[row]:
            yield _finding(prepared, plan, row, remark)


def _finding(prepared: Prepared, plan: Plan, row: int, remark: Remark) -> Finding:
    number = plan.table.numbers[row]
    source = remark.source
    if source < 0:
        cells = prepared.source.rows[number]
        source = next((at for at, cell in enumerate(cells) if cell is not None and cell != ""), 0)
    return Finding(
        prepared.source.head.sheet,
        cell_address(number, source),
        remark.column,
        remark.code,
        remark.params,
        remark.verdict,
    )


class _Shown(NamedTuple):
    """How one column of the sheet is shown."""

    source: SourceColumn
    column: Column | None
    part: Part | None
    place: int
    key: tuple[str, str]  # (ledger, column) of the changes


def preview_rows(prepared: Prepared, plan: Plan, labels: Labels | None = None) -> Iterator[PreviewRow]:
    """Yield every row below the header in sheet order, ignored ones too.

    Args:
        prepared: the sheet.
        plan: what would become of it.
        labels: names the rows that references point to (old values of changed references).
    """
    shown = [_shown(prepared, plan, source) for source in prepared.columns]
    skipped = prepared.hidden if prepared.skip_hidden else frozenset()
    places = {number: row for row, number in enumerate(plan.table.numbers)}
    ignored = sorted({*prepared.layout.lines, *skipped})
    for number in sorted([*plan.table.numbers, *ignored]):
        row = places.get(number)
        if row is None:
            cells = prepared.source.rows[number]
            texts = tuple(PreviewCell(plain(_at(cells, each.source.index))) for each in shown)
            hidden = number in prepared.source.head.hidden_rows
            yield PreviewRow(number + 1, RowVerdict.IGNORED, texts, hidden=hidden)
        else:
            yield _row(prepared, plan, shown, row, labels)


def _at(cells: list[Raw], index: int) -> Raw:
    return cells[index] if index < len(cells) else None


def _shown(prepared: Prepared, plan: Plan, source: SourceColumn) -> _Shown:
    ledger = prepared.ledgers.get(source.ledger or "")
    column = ledger.by_name.get(source.column or "") if ledger else None
    if source.own:
        return _Shown(
            source, None, None, 0, (prepared.ledger.name, f"own:{own_titles(prepared.columns)[source.index]}")
        )
    if ledger is None or column is None:
        return _Shown(source, None, None, 0, ("", ""))
    parts = [plan.table.main, *plan.table.feeds]
    part = next((part for part in parts if part.ledger is ledger and not source.is_list), None)
    return _Shown(source, column, part, ledger.columns.index(column), (ledger.name, column.name))


def _row(prepared: Prepared, plan: Plan, shown: list[_Shown], row: int, labels: Labels | None) -> PreviewRow:
    number = plan.table.numbers[row]
    verdict = plan.verdicts[row]
    raws = prepared.source.rows[number]
    changes = plan.changes.get(row, {})
    cells = tuple(_cell(each, _at(raws, each.source.index), row, changes, labels) for each in shown)
    findings = tuple(_finding(prepared, plan, row, remark) for remark in plan.remarks.get(row, ()))
    return PreviewRow(number + 1, verdict, cells, findings, number in prepared.source.head.hidden_rows)


def _cell(
    shown: _Shown,
    raw: Raw,
    row: int,
    changes: Mapping[tuple[str, str], tuple[Cell | Fault, Cell | Fault]],
    labels: Labels | None,
) -> PreviewCell:
    odd = _odd(shown, row)
    text = _text(shown, raw, row)
    state = CellState.PLAIN
    if odd is not None and (odd.reading.fault is not None or odd.reading.doubt):
        state = CellState.KEPT
        text = shown_text(shown.column, plain(raw))
    elif odd is not None and odd.reading.note:
        state = CellState.CONVERTED
    change = changes.get(shown.key)
    if change is None:
        return PreviewCell(text, state)
    old = _old(shown.column, change[0], labels)
    if state is CellState.KEPT:
        return PreviewCell(text, state, old)
    return PreviewCell(text, CellState.CHANGED if old else CellState.NEW, old)


def _odd(shown: _Shown, row: int) -> Odd | None:
    if shown.part is None or shown.column is None:
        return None
    name = shown.column.name
    return next((odd for odd in shown.part.odds.get(row, ()) if odd.column == name), None)


def _text(shown: _Shown, raw: Raw, row: int) -> str:
    if shown.part is not None and shown.column is not None:
        value = shown.part.rows[row][shown.place]
        if isinstance(value, str) or (value is not None and shown.column.type in _IN_SHEETS):
            return shown_text(shown.column, str(value))
    return shown_text(shown.column, plain(raw))


def _old(column: Column | None, old: Cell | Fault, labels: Labels | None) -> str:
    if old is None:
        return ""
    if isinstance(old, Fault):
        return shown_text(column, old.text)
    if column is not None and column.target is not None and labels is not None:
        return labels(column.target, [str(old)]).get(str(old), "")
    return shown_text(None, str(old)) if column is None else shown_text(column, written(column.type, old))

"""The printed form of any ledger: the columns that its definition's `[form]` names, in order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from township_ledger.domain.definitions import MASKED_TYPES, REFERENCE_TYPES, ColumnType
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.report import (
    CellKind,
    Report,
    ReportCell,
    ReportColumn,
    ReportFigure,
    ReportRow,
    Section,
)
from township_ledger.usecases.report_head import Ask, count_in_order, draft_note, head, signatures
from township_ledger.usecases.rule_facts import counted_rows, draft_count
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell, Row

_STEP = 500  # rows between two looks at the stop button
_KINDS = {
    ColumnType.INTEGER: CellKind.INTEGER,
    ColumnType.DECIMAL: CellKind.DECIMAL,
    ColumnType.HOURS: CellKind.DECIMAL,
    ColumnType.MONEY: CellKind.MONEY,
    ColumnType.DATE: CellKind.DATE,
    ColumnType.MONTH: CellKind.MARK,
    ColumnType.DATETIME: CellKind.MARK,
    ColumnType.CHOICE: CellKind.MARK,
    ColumnType.YES_NO: CellKind.MARK,
    ColumnType.CERTIFICATE_NO: CellKind.NUMBER_TEXT,
    ColumnType.ID_NUMBER: CellKind.NUMBER_TEXT,
    ColumnType.CREDIT_CODE: CellKind.NUMBER_TEXT,
    ColumnType.PHONE: CellKind.NUMBER_TEXT,
}
_SHORT = {CellKind.DATE: 11.0, CellKind.MARK: 8.0}  # what the shortest form of such a column needs


def _column(column: Column) -> ReportColumn:
    kind = _KINDS.get(column.type, CellKind.TEXT)
    title = _SHORT.get(kind, 0.0)
    return ReportColumn(column.title, max(float(column.width), 2.0 * len(column.title), title), kind)


def _cell(ask: Ask, column: Column, value: Cell, labels: Mapping[str, str]) -> ReportCell:
    if value is None:
        return None
    if column.type in REFERENCE_TYPES:
        return labels.get(str(value), "")
    if column.type is ColumnType.DATE:
        return date.fromisoformat(str(value))
    if column.type is ColumnType.YES_NO:
        return sentence("report.yes" if value else "report.no")
    if isinstance(value, float):
        return Decimal(repr(value)).normalize() + 0
    if isinstance(value, int):
        return Decimal(value) if column.type in (ColumnType.DECIMAL, ColumnType.HOURS) else value
    return ask.shown(column.type, value)


def _labels(ask: Ask, column: Column, rows: list[Row]) -> Mapping[str, str]:
    if column.type not in REFERENCE_TYPES or column.target is None:
        return {}
    uids = {str(row.values[column.name]) for row in rows if row.values[column.name] is not None}
    return ask.reader.labels(column.target, uids)


def build_ledger(ask: Ask, name: str) -> Report:
    """Return the printed form of the ledger `name`.

    Raises:
        WorldFault: `report.unknown`, `report.no_form`.
    """
    ledger: Ledger | None = ask.reader.ledgers().get(name)
    if ledger is None:
        raise WorldFault("report.unknown", name=name)
    if ledger.form is None:
        raise WorldFault("report.no_form", ledger=ledger.title)
    columns = [ledger.by_name[each] for each in ledger.form.columns]
    source = list(counted_rows(ask.reader, name))
    labels = [_labels(ask, column, source) for column in columns]
    rows: list[ReportRow] = []
    for number, row in enumerate(source, start=1):
        cells = (
            _cell(ask, column, row.values[column.name], known)
            for column, known in zip(columns, labels, strict=True)
        )
        rows.append(ReportRow((number, *cells)))
        if number % _STEP == 0:
            ask.progress.step("report.reading", number, len(source))
    drafts = draft_count(ask.reader, name)
    notes = [sentence("report.note_ledger", ledger=ledger.title)]
    if not ask.full_ids and any(column.type in MASKED_TYPES for column in columns):
        notes.append(sentence("report.note_masked"))
    notes.extend(draft_note(drafts))
    return Report(
        name=f"ledger:{name}",
        title=ledger.form.title,
        as_of=ask.as_of,
        head=head(ask),
        sections=(
            Section(
                sheet=ledger.title,
                heading="",
                # a definition may have its own column of numbers; ours counts the printed rows
                columns=(ReportColumn("行号", 5, CellKind.INTEGER), *map(_column, columns)),
                rows=tuple(rows),
                figures=(ReportFigure(f"{name}.rows", sentence("report.rows"), len(rows)),),
                notes=count_in_order(notes),
                empty=sentence("report.no_rows"),
            ),
        ),
        signatures=signatures(),
        landscape=ledger.form.landscape,
        drafts=drafts,
    )

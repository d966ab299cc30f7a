"""Imports as JSON: for the window, for the command line, and for the staging file. Nothing here is ever pickled."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from township_ledger import words
from township_ledger.domain.imports import (
    CellState,
    Counts,
    Finding,
    PreviewCell,
    PreviewRow,
    RowVerdict,
    SourceColumn,
)
from township_ledger.domain.sheets import FROM_MARK, Area, Place, SheetHead, SheetKind, SheetTab, marked
from township_ledger.usecases.import_source import SourceSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.readings import Raw

Json = dict[str, Any]

_MOST_FINDINGS = 2_000  # what a window or a terminal can use; the counts always speak of all


def counts_json(counts: Counts) -> dict[str, int]:
    """Return counts as the command line and the window show them."""
    return asdict(counts)


def summary_json(summary: ImportSummary, most_findings: int = _MOST_FINDINGS) -> Json:
    """Return a summary as JSON; the counts of source rows stand at the top, findings carry words.

    `findings_total` tells how many there are when more than `most_findings` were left out.
    """
    return {
        "ledger": summary.ledger,
        "file": summary.file,
        "sheet": summary.sheet,
        "sheets": list(summary.sheets),
        "title": summary.title,
        "header_rows": list(summary.header_rows),
        "columns": [asdict(column) for column in summary.columns],
        **counts_json(summary.counts),
        "ledgers": {name: counts_json(counts) for name, counts in summary.by_ledger.items()},
        "operation": summary.operation,
        "findings_total": len(summary.findings),
        "findings": [finding_json(finding) for finding in summary.findings[:most_findings]],
        "notes": [[code, dict(params)] for code, params in summary.notes],
    }


def finding_json(finding: Finding) -> Json:
    """Return one finding with its sentence."""
    return {
        "sheet": finding.sheet,
        "cell": finding.cell,
        "column": finding.column,
        "code": finding.code,
        "params": dict(finding.params),
        "words": words.sentence(finding.code, **finding.params),
        "verdict": finding.verdict.value if finding.verdict else None,
    }


def columns_of(mapping: object) -> tuple[SourceColumn, ...] | None:
    """Return a mapping that came as JSON (a list of objects like `SourceColumn`), or None.

    Raises:
        ValueError: it has another shape.
    """
    if mapping is None:
        return None
    if not isinstance(mapping, list) or not all(isinstance(each, dict) for each in mapping):
        raise ValueError("a mapping is a list of objects")
    return tuple(
        SourceColumn(
            int(each["index"]),
            str(each.get("header", "")),
            each.get("ledger"),
            each.get("column"),
            bool(each.get("own")),
            bool(each.get("is_list")),
        )
        for each in mapping
    )


# --- staging ------------------------------------------------------------------------------------------------------


def row_json(row: PreviewRow) -> str:
    """Return a preview row as one JSON text; plain cells are plain texts."""
    cells: list[object] = [
        cell.text if cell.state is CellState.PLAIN else [cell.text, cell.state.value, cell.old]
        for cell in row.cells
    ]
    findings = [
        [
            each.sheet,
            each.cell,
            each.column,
            each.code,
            dict(each.params),
            each.verdict and each.verdict.value,
        ]
        for each in row.findings
    ]
    return json.dumps([row.source_row, row.verdict.value, cells, findings, row.hidden], ensure_ascii=False)


def row_of(text: str) -> PreviewRow:
    """Return the preview row that `row_json` wrote."""
    source_row, verdict, cells, findings, hidden = json.loads(text)
    return PreviewRow(
        source_row,
        RowVerdict(verdict),
        tuple(
            PreviewCell(cell) if isinstance(cell, str) else PreviewCell(cell[0], CellState(cell[1]), cell[2])
            for cell in cells
        ),
        tuple(
            Finding(sheet, cell, column, code, params, RowVerdict(said) if said else None)
            for sheet, cell, column, code, params, said in findings
        ),
        hidden,
    )


def _mark(value: object) -> object:
    """Write what JSON has no form for."""
    spelled = marked(value)
    if spelled is None:
        raise TypeError(f"a cell cannot be a {type(value).__name__}")
    return spelled


def _unmark(value: dict[str, str]) -> Raw:
    ((key, text),) = value.items()
    return FROM_MARK[key](text)


def rows_json(rows: Sequence[list[Raw]]) -> str:
    """Return raw rows as one JSON text."""
    return json.dumps(rows, ensure_ascii=False, default=_mark, separators=(",", ":"))


def rows_of(text: str) -> list[list[Raw]]:
    """Return the raw rows that `rows_json` wrote."""
    return cast("list[list[Raw]]", json.loads(text, object_hook=_unmark))


def head_json(source: SourceSheet) -> str:
    """Return everything but the rows of a sheet as JSON."""
    return json.dumps({"file": source.file, **source.head.as_json()}, ensure_ascii=False)


def source_of(head: str, rows: list[list[Raw]]) -> SourceSheet:
    """Return the sheet that `head_json` wrote, with its rows."""
    read = json.loads(head)
    return SourceSheet(
        read["file"],
        SheetHead(
            kind=SheetKind(read["kind"]),
            sheet=read["sheet"],
            tabs=tuple(SheetTab(*tab) for tab in read["tabs"]),
            rows=read["rows"],
            date_1904=read["date_1904"],
            encoding=read["encoding"],
            preview=tuple(read["preview"]),
            merged=tuple(Area(*area) for area in read["merged"]),
            hidden_rows=frozenset(read["hidden_rows"]),
            hidden_columns=frozenset(read["hidden_columns"]),
            unstored=tuple(Place(*place) for place in read["unstored"]),
            errors=tuple(Place(*place) for place in read["errors"]),
            comments=tuple(Place(*place) for place in read["comments"]),
            notes=tuple((code, params) for code, params in read["notes"]),
        ),
        rows,
    )

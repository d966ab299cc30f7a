"""Rows that did not go in, back to whoever sent them: the source's cells, with the reason in the last column.

Mended and dropped back, the file is an ordinary import that goes on with just those rows; its 说明 column is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.domain.imports import RowVerdict
from township_ledger.domain.sheets import RejectedRow, cell_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from township_ledger.domain.readings import Raw
    from township_ledger.usecases.import_sheet import ImportRun
    from township_ledger.usecases.progress import Progress
    from township_ledger.usecases.sheet_port import RejectedRowsWriter

_OUT = frozenset({RowVerdict.DOUBTFUL, RowVerdict.REJECTED})


def rejected_rows(run: ImportRun) -> Iterator[RejectedRow]:
    """Yield every source row of which something did not go in, in sheet order.

    That is a row that was rejected or is doubtful, and a row of which a fed row is (a name that nobody knows).
    """
    for row, number in enumerate(run.plan.table.numbers):
        remarks = run.plan.remarks.get(row, ())
        meant = [remark for remark in remarks if remark.verdict in _OUT]
        if run.plan.verdicts[row] not in _OUT and not meant:
            continue
        reasons = dict.fromkeys(
            f"{cell_address(number, remark.source)}：{words.sentence(remark.code, **remark.params)}"
            if remark.source >= 0
            else words.sentence(remark.code, **remark.params)
            for remark in meant
        )
        marked = frozenset(remark.source for remark in meant if remark.source >= 0)
        yield RejectedRow(run.prepared.source.rows[number], "".join(reasons), marked)


def header_of(run: ImportRun) -> list[list[Raw]]:
    """Return the title line (a sheet of powers is known by it) and the header rows of the source.

    Header cells merged across columns are written into each column, so that two rows still say 证件/证号.
    """
    layout = run.prepared.layout
    header: list[list[Raw]] = [[layout.title]] if layout.title else []
    depth = len(layout.header_rows)
    for level in range(depth):
        cells: list[Raw] = []
        for heading in layout.headings:
            parts = heading.parts
            cells.append(parts[level] if level < len(parts) else "")
        header.append(cells)
    return header


def write_rejected_rows(run: ImportRun, path: Path, writer: RejectedRowsWriter, progress: Progress) -> int:
    """Write the rows that did not go in; returns how many (0: no file is written).

    Raises:
        WorldFault: `sheet.not_written`.
        Cancelled: from `progress`.
    """
    rows = list(rejected_rows(run))
    return writer.write(path, header_of(run), rows, progress=progress) if rows else 0

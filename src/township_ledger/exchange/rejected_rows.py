"""Rows that did not go in, as a workbook: the source's header and cells, the cells that are meant in amber, why last."""

from __future__ import annotations

import math
import os
import unicodedata
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.matching import REASON_HEADING, RETURNED_SHEET
from township_ledger.exchange.text_cells import text_format, text_workbook, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from township_ledger.domain.readings import Raw
    from township_ledger.domain.sheets import RejectedRow
    from township_ledger.usecases.progress import Progress

_AMBER = "#FFF3D6"  # the look's soft amber
_AMBER_TEXT = "#8F5B00"
_HEADER = "#EEF0F3"
_LINE = "#C3C9D1"
_EXACT_DIGITS = 10**15  # above it a sheet's number has lost digits; as text it stays what it was
_FIRST_DATE = date(1900, 3, 1)  # sheets count a 29 February 1900 that never was
_NARROWEST, _WIDEST, _REASON_WIDTH = 8, 32, 48  # in characters of the default font
_LINE_HEIGHT = 15  # points
_MEASURED = 200  # rows whose cells decide the widths
_PROGRESS_EVERY = 256


class XlsxRejectedRows:
    """Implements `usecases.sheet_port.RejectedRowsWriter` with XlsxWriter."""

    def write(
        self, path: Path, header: Sequence[Sequence[Raw]], rows: Iterable[RejectedRow], *, progress: Progress
    ) -> int:
        """Write the workbook; see the port."""
        part = path.with_name(f"{path.name}.part")
        try:
            count = _write(part, header, rows, progress)
            os.replace(part, path)  # noqa: PTH105 - it replaces on Windows too, and says so
        except OSError as error:
            part.unlink(missing_ok=True)
            raise WorldFault("sheet.not_written", file=path.name) from error
        except Cancelled:
            part.unlink(missing_ok=True)
            raise
        return count


def _write(
    part: Path, header: Sequence[Sequence[Raw]], rows: Iterable[RejectedRow], progress: Progress
) -> int:
    rows = list(rows)
    width = max((len(cells) for cells in (*header, *(row.cells for row in rows))), default=0)
    with part.open("wb") as stream:
        book = text_workbook(stream)
        sheet = book.add_worksheet(RETURNED_SHEET)
        edge = {"border": 1, "border_color": _LINE}
        plain = _Styles(text_format(book, **edge), book.add_format({"valign": "top", **edge}), book, edge)
        amber = {**edge, "bg_color": _AMBER}
        meant = _Styles(text_format(book, **amber), book.add_format({"valign": "top", **amber}), book, amber)
        why = text_format(book, text_wrap=True, font_color=_AMBER_TEXT, **edge)
        head = text_format(book, bold=True, text_wrap=True, bg_color=_HEADER, **edge)
        title = text_format(book, bold=True)
        for number, cells in enumerate(header):
            if number < len(header) - 1 and not _is_heading(cells):
                for column, cell in enumerate(cells):
                    if _text(cell):
                        write_text(sheet, number, column, _text(cell), title)
                continue
            for column in range(width):
                write_text(sheet, number, column, _text(cells[column]) if column < len(cells) else "", head)
            write_text(sheet, number, width, REASON_HEADING if number == len(header) - 1 else "", head)
        for number, row in enumerate(rows, start=len(header)):
            if number % _PROGRESS_EVERY == 0:
                progress.step("stage.writing", number, len(rows))
            for column in range(width):
                style = meant if column in row.marked else plain
                _write_cell(
                    sheet, number, column, row.cells[column] if column < len(row.cells) else "", style
                )
            write_text(sheet, number, width, row.reason, why)
        _lay_out(sheet, header, rows, width)
        book.close()
        stream.flush()
        os.fsync(stream.fileno())
    return len(rows)


class _Styles:
    """The formats of one kind of cell (plain, or meant by the reason)."""

    def __init__(self, text: Format, number: Format, book: object, properties: dict[str, object]) -> None:
        self.text, self.number = text, number
        add = book.add_format  # type: ignore[attr-defined]
        self.day: Format = add({"num_format": "yyyy-mm-dd", "valign": "top", **properties})
        self.moment: Format = add({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top", **properties})
        self.time: Format = add({"num_format": "hh:mm:ss", "valign": "top", **properties})


def _write_cell(sheet: Worksheet, row: int, column: int, value: Raw, styles: _Styles) -> None:
    """Write a cell as what it was, so that the mended file reads the same where nothing was mended."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, styles.number)
    elif isinstance(value, int | float) and abs(value) < _EXACT_DIGITS:
        sheet.write_number(row, column, value, styles.number)
    elif isinstance(value, datetime) and value.date() >= _FIRST_DATE:
        sheet.write_datetime(row, column, value, styles.moment)
    elif isinstance(value, date) and not isinstance(value, datetime) and value >= _FIRST_DATE:
        sheet.write_datetime(row, column, value, styles.day)
    elif isinstance(value, time):
        sheet.write_datetime(row, column, value, styles.time)
    else:
        write_text(sheet, row, column, _text(value), styles.text)


def _text(value: Raw) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT_DIGITS:
        return str(int(value))
    return f"{value:.14E}" if isinstance(value, float) and abs(value) >= _EXACT_DIGITS else str(value)


def _lay_out(
    sheet: Worksheet, header: Sequence[Sequence[Raw]], rows: Sequence[RejectedRow], width: int
) -> None:
    headings = [cells for cells in header if _is_heading(cells)]
    for column in range(width):
        texts = [
            _text(cells[column])
            for cells in (*headings, *(row.cells for row in rows[:_MEASURED]))
            if column < len(cells)
        ]
        widest = max((_display_width(text) for text in texts), default=0)
        sheet.set_column(column, column, min(max(widest + 2, _NARROWEST), _WIDEST))
    sheet.set_column(width, width, _REASON_WIDTH)
    for number, row in enumerate(rows, start=len(header)):
        lines = sum(
            max(1, math.ceil(_display_width(line) / (_REASON_WIDTH - 2))) for line in row.reason.splitlines()
        )
        if lines > 1:
            sheet.set_row(number, _LINE_HEIGHT * lines)
    sheet.freeze_panes(len(header), 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    if header:
        sheet.repeat_rows(0, len(header) - 1)


def _is_heading(cells: Sequence[Raw]) -> bool:
    """Whether a header row names columns; a title stands alone in its row and runs over its neighbours."""
    return sum(cell not in {None, ""} for cell in cells) > 1


def _display_width(text: str) -> int:
    """Return the width of the longest line; a Chinese character is two wide."""
    return max(
        (
            sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)
            for line in text.splitlines()
        ),
        default=0,
    )

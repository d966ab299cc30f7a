"""A report as xlsx: real numbers and dates, everything else as text, ready to be sorted and to be printed.

No text is ever read as a formula, a number or a link: `write_string` writes all of it, whatever it
begins with. The date of making is the as-of date and rows are streamed, so equal reports give equal bytes and memory
does not grow with rows. XlsxWriter's own temporary files go to the folder that the caller names.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from township_ledger.domain.report import (
    ALIGNMENT,
    Align,
    CellKind,
    Report,
    ReportCell,
    ReportColumn,
    ReportRow,
    Section,
    plain_number,
)
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from township_ledger.usecases.progress import Progress

_FONT, _HEAD_FONT = "宋体", "黑体"
_LONGEST = 32_767  # UTF-16 units that a cell holds (ECMA-376 and every office program)
_STEP = 500  # rows between two looks at the stop button
_LINE_HEIGHT, _ROOM = 13.5, 6.0  # points, at size 10
_TALLEST = 409.0  # points; no office program makes a row taller
_PADDING = 1.5  # what a column needs beside its text, in its own unit
_EXCEL_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_NUMBER_FORMAT = {CellKind.DATE: "yyyy-mm-dd", CellKind.MONEY: "#,##0.00", CellKind.INTEGER: "0"}
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """An xlsx and the places of its figures: id → (sheet, cell)."""

    xlsx: bytes
    figure_cells: dict[str, tuple[str, str]]


def _sheet_names(sections: Sequence[Section]) -> list[str]:
    """Return names that every office program takes: at most 31 characters, none forbidden, none twice."""
    names: list[str] = []
    for section in sections:
        base = _FORBIDDEN_IN_NAME.sub("", section.sheet).strip()[:28] or f"{len(names) + 1}"
        taken = {name.casefold() for name in names}
        number = 1
        name = base
        while name.casefold() in taken:
            number += 1
            name = f"{base}{number}"
        names.append(name)
    return names


def _columns_of(text: str) -> int:
    """Return the width of a text in columns of a terminal: two for a Chinese character."""
    return len(text) if text.isascii() else len(text) + sum(each > "\u2000" for each in text)


def _line_count(text: str, width: float) -> int:
    """Return how many lines a text takes in a column, rather too many than too few: nothing may be cut."""
    return sum(max(1, -int(-_columns_of(part) // max(width - 1, 2))) for part in text.split("\n"))


def _held(text: str) -> str:
    """Return what a cell can hold of a text; the rest, beyond 32,767 units, stands in the PDF and is pointed to."""
    if len(text) <= _LONGEST // 2:
        return text
    pointer = sentence("report.rest_in_pdf")
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * _LONGEST:
        return text
    return units[: 2 * (_LONGEST - len(pointer))].decode("utf-16-le", "ignore") + pointer


class _Sheet:
    """Writes one section from top to bottom; `row` is the next row, counted from 0."""

    def __init__(self, book: Any, name: str, section: Section, progress: Progress) -> None:  # noqa: ANN401
        self.book, self.name, self.section, self.progress = book, name, section, progress
        self.sheet = book.add_worksheet(name)
        self.row = 0
        self.last = max(len(section.columns) - 1, 2)  # the last column that titles and notes span
        self.widths = [_sheet_width(column, index, section) for index, column in enumerate(section.columns)]
        self.widths += [12.0] * (3 - len(self.widths))
        self.total = sum(self.widths)
        self.formats: dict[tuple[object, ...], Any] = {}

    def format(self, **properties: object) -> Any:  # noqa: ANN401
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            base = {"font_name": _FONT, "font_size": 10, "valign": "vcenter"}
            self.formats[key] = self.book.add_format({**base, **properties})
        return self.formats[key]

    def cell_format(self, kind: CellKind) -> Any:  # noqa: ANN401
        properties: dict[str, object] = {
            "border": 1,
            "align": _EXCEL_ALIGN[ALIGNMENT[kind]],
            "text_wrap": True,
        }
        if kind in (CellKind.TEXT, CellKind.MARK, CellKind.NUMBER_TEXT):
            properties["num_format"] = "@"
        if ALIGNMENT[kind] is Align.RIGHT:
            properties["indent"] = 1  # else a number touches the text of the next column
        if kind in _NUMBER_FORMAT:
            properties["num_format"] = _NUMBER_FORMAT[kind]
            properties["text_wrap"] = False
        return self.format(**properties)

    def merged(self, first: int, last: int, text: str, form: object) -> None:
        """Write a text over the columns from `first` to `last` of the present row."""
        if first < last:
            self.sheet.merge_range(self.row, first, self.row, last, "", form)
        self.sheet.write_string(self.row, first, _held(text), form)

    def line(self, text: str, height: float, **properties: object) -> None:
        """Write a text over the whole width and go on to the next row."""
        self.sheet.set_row(self.row, height)
        self.merged(0, self.last, text, self.format(**properties))
        self.row += 1

    def spread(self, parts: tuple[str, ...], height: float) -> None:
        """Write texts side by side over the whole width: the first left, the last right, the others centred."""
        self.sheet.set_row(self.row, height)
        starts = _thirds(self.widths[: self.last + 1], len(parts))
        for number, text in enumerate(parts):
            end = starts[number + 1] - 1 if number + 1 < len(starts) else self.last
            align = "left" if number == 0 else "right" if number == len(parts) - 1 else "center"
            self.merged(starts[number], end, text, self.format(align=align))
        self.row += 1

    def cells(self, columns: Sequence[ReportColumn], row: ReportRow, formats: list[object]) -> None:
        """Write a row of typed cells."""
        most = 1
        for cell, width in zip(row.cells, self.widths, strict=False):
            # a text that certainly fits needs no count; this loop is the price of every cell
            if isinstance(cell, str) and (2 * len(cell) >= width or "\n" in cell):
                most = max(most, _line_count(cell, width))
        if most > 1:
            self.sheet.set_row(self.row, min(most * _LINE_HEIGHT + _ROOM, _TALLEST))
        number, sheet = self.row, self.sheet
        for index, cell in enumerate(row.cells):
            form = formats[index]
            if isinstance(cell, str) and cell:
                sheet.write_string(number, index, cell if len(cell) <= _LONGEST // 2 else _held(cell), form)
            elif cell is None or cell == "":
                sheet.write_blank(number, index, None, form)
            elif isinstance(cell, date):
                sheet.write_datetime(number, index, datetime.combine(cell, time()), form)
            elif columns[index].kind is CellKind.MONEY:
                sheet.write_number(number, index, int(cell) / 100, form)
            else:
                sheet.write_number(number, index, cell, form)
        self.row += 1

    def table(self) -> tuple[int, int]:
        """Write the head and the rows; return the row of the head and the last row."""
        section = self.section
        head, head_format = (
            self.row,
            self.format(font_name=_HEAD_FONT, border=1, align="center", text_wrap=True, bg_color="#EDEDED"),
        )
        lines = max(
            _line_count(column.title, width)
            for column, width in zip(section.columns, self.widths, strict=False)
        )
        self.sheet.set_row(head, lines * _LINE_HEIGHT + _ROOM + 2)
        for index, column in enumerate(section.columns):
            self.sheet.write_string(head, index, column.title, head_format)
        self.row += 1
        formats = [self.cell_format(column.kind) for column in section.columns]
        group = {"border": 1, "align": "left", "bold": True, "text_wrap": True}
        for number, row in enumerate(section.rows or (ReportRow((), group=section.empty),)):
            if number % _STEP == 0:
                self.progress.step("report.xlsx", number, len(section.rows))
            if row.group:
                self.sheet.set_row(self.row, _line_count(row.group, self.total) * _LINE_HEIGHT + _ROOM)
                self.merged(0, len(section.columns) - 1, row.group, self.format(**group))
                self.row += 1
            else:
                self.cells(section.columns, row, formats)
        return head, self.row - 1

    def figures(self) -> Iterator[tuple[str, str]]:
        """Write the figures under the table; yield (id, cell) of each value."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        self.row += 1
        value_column = _column_after(self.widths, 24.0, self.last - 1)
        head = self.format(font_name=_HEAD_FONT, border=1, align="center", bg_color="#EDEDED")
        left = self.format(border=1, align="left", text_wrap=True)
        value = self.format(border=1, align="right", indent=1)
        rule_width = sum(self.widths[value_column + 1 : self.last + 1])
        self.sheet.set_row(self.row, _LINE_HEIGHT + _ROOM + 2)
        for first, last, code in (
            (0, value_column - 1, "report.figure_label"),
            (value_column, value_column, "report.figure_value"),
            (value_column + 1, self.last, "report.figure_rule"),
        ):
            self.merged(first, last, sentence(code), head)
        self.row += 1
        for figure in self.section.figures:
            self.sheet.set_row(self.row, _line_count(figure.rule, rule_width) * _LINE_HEIGHT + _ROOM)
            self.merged(0, value_column - 1, figure.label, left)
            self.sheet.write_number(self.row, value_column, figure.value, value)
            self.merged(value_column + 1, self.last, figure.rule, left)
            yield figure.id, xl_rowcol_to_cell(self.row, value_column)
            self.row += 1

    def foot(self, signatures: tuple[str, ...]) -> None:
        """Write the notes and the places to sign."""
        for note in self.section.notes:
            height = _line_count(note, self.total) * (_LINE_HEIGHT - 1) + 2
            self.line(note, height, font_size=9, align="left", text_wrap=True)
        self.row += 1
        self.sheet.set_row(self.row, 22)
        starts = _thirds(self.widths[: self.last + 1], len(signatures))
        for number, text in enumerate(signatures):
            end = starts[number + 1] - 1 if number + 1 < len(starts) else self.last
            self.merged(starts[number], end, text, self.format(align="left"))
        self.row += 1

    def set_up(self, report: Report, head: int, last: int) -> None:
        """Set widths, frozen head, filter, and the page: A4, the head on every page, one page wide, page x of y."""
        sheet = self.sheet
        for index, width in enumerate(self.widths):
            sheet.set_column(index, index, width)
        sheet.set_default_row(_LINE_HEIGHT + _ROOM)
        sheet.freeze_panes(head + 1, 0)
        sheet.repeat_rows(head)
        if self.section.rows and not any(row.group for row in self.section.rows):
            sheet.autofilter(head, 0, last, len(self.section.columns) - 1)
        sheet.set_paper(9)
        if report.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        sheet.set_footer("&C" + sentence("report.page", page="&P", pages="&N"))


def _sheet_width(column: ReportColumn, index: int, section: Section) -> float:
    """Return the width of a column: what the report asks for, and what its widest number or date needs."""
    widest = 0
    if column.kind is not CellKind.TEXT:
        values = {row.cells[index] for row in section.rows if row.cells}
        widest = max((_shown_width(value, column.kind) for value in values), default=0)
    return max(column.width, float(min(widest, 30))) + _PADDING


def _shown_width(cell: ReportCell, kind: CellKind) -> int:
    if cell is None:
        return 0
    if isinstance(cell, str):
        return _columns_of(cell)
    if isinstance(cell, date):
        return 10
    if kind is CellKind.MONEY:
        return len(f"{int(cell) / 100:,.2f}")
    return len(str(cell)) if isinstance(cell, int) else len(plain_number(cell))


def _column_after(widths: list[float], room: float, most: int) -> int:
    """Return the first column (from 1) whose left edge lies `room` or more to the right, at most `most`."""
    used = 0.0
    for index, width in enumerate(widths):
        used += width
        if used >= room:
            return max(1, min(index + 1, most))
    return max(1, most)


def _thirds(widths: list[float], parts: int) -> list[int]:
    """Return the first columns of `parts` stretches of about equal width, each at least one column."""
    starts = [0]
    total, used = sum(widths), 0.0
    for index, width in enumerate(widths):
        left = parts - len(starts)
        if left > 0 and index and (used >= total * len(starts) / parts or len(widths) - index == left):
            starts.append(index)
        used += width
    return starts


def _write_section(
    book: object, name: str, report: Report, section: Section, progress: Progress
) -> dict[str, str]:
    page = _Sheet(book, name, section, progress)
    page.line(report.title, 30, font_name=_HEAD_FONT, font_size=16, align="center")
    if section.heading:
        page.line(section.heading, 22, font_name=_HEAD_FONT, font_size=12, align="center")
    page.spread(report.head, 20)
    head = page.row
    page.set_up(report, head, head + max(len(section.rows), 1))
    page.table()
    cells = dict(page.figures()) if section.figures else {}
    page.foot(report.signatures)
    return cells


def write_report(report: Report, folder: Path, progress: Progress) -> WrittenReport:
    """Return `report` as xlsx. `folder` takes the temporary files.

    Raises:
        Cancelled: from `progress`, between pieces of the work; nothing was written.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "constant_memory": True,
        "tmpdir": str(folder),
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    figure_cells: dict[str, tuple[str, str]] = {}
    book = xlsxwriter.Workbook(out, options)
    try:
        book.set_properties(
            {
                "title": report.title,
                "author": report.head[0] if report.head else "",
                "company": "",
                "comments": " ".join(report.head[1:]),
                "created": datetime.combine(report.as_of, time()),
            }
        )
        for section, name in zip(report.sections, _sheet_names(report.sections), strict=True):
            cells = _write_section(book, name, report, section, progress)
            figure_cells.update({figure: (name, cell) for figure, cell in cells.items()})
    finally:
        book.close()
    return WrittenReport(out.getvalue(), figure_cells)

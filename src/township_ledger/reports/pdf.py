"""A report as PDF: what `page_layout` placed, drawn with reportlab.

With `invariant` set and our own font as the first one, equal reports give equal bytes and no font but ours is named in
the file. Everything is drawn in reading order, which is thereby the order of the text layer.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.report import Align
from township_ledger.reports.page_layout import (
    SIDE,
    Grid,
    Layout,
    Page,
    Words,
    missing_characters,
    named,
    place_section,
)
from township_ledger.reports.table_layout import PAD
from township_ledger.words import sentence

if TYPE_CHECKING:
    from township_ledger.domain.report import Report
    from township_ledger.reports.fonts import Chain, Fonts
    from township_ledger.reports.table_layout import Strip
    from township_ledger.usecases.progress import Progress

_FOOT = 25.5  # the page number above the lower edge: 9 mm
_PAGE = 9.0  # its size
_LINE = 0.5  # thickness of the lines of a table
_HEAD_FILL = 0.93  # grey of a table's head: seen, and no burden for a laser printer
_MIDDLE = 0.37  # of the size: how far the middle of a Chinese character lies above its baseline


class _Canvas(Protocol):
    """What we use of reportlab's canvas, which is untyped."""

    def beginText(self) -> _Text: ...  # noqa: N802
    def drawText(self, text: _Text) -> None: ...  # noqa: N802
    def setLineWidth(self, width: float) -> None: ...  # noqa: N802
    def setFillGray(self, gray: float) -> None: ...  # noqa: N802
    def rect(self, x: float, y: float, width: float, height: float, *, stroke: int, fill: int) -> None: ...
    def lines(self, lines: list[tuple[float, float, float, float]]) -> None: ...
    def showPage(self) -> None: ...  # noqa: N802
    def save(self) -> None: ...


class _Text(Protocol):
    def setFont(self, name: str, size: float) -> None: ...  # noqa: N802
    def setTextOrigin(self, x: float, y: float) -> None: ...  # noqa: N802
    def textOut(self, text: str) -> None: ...  # noqa: N802


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A PDF and the pages (counted from 1) on which its figures stand."""

    pdf: bytes
    figure_pages: dict[str, int]
    pages: int


def _draw_words(text: _Text, words: Words) -> None:
    x = words.x
    for name, piece in words.chain.runs(words.text):
        text.setFont(name, words.size)
        text.setTextOrigin(x, words.y)
        text.textOut(piece)
        x += words.chain.width(piece) * words.size


def _draw_cell(text: _Text, chain: Chain, size: float, at: tuple[float, float], line: str) -> None:
    """Draw a line of a cell that the first font cannot draw alone, and set that font again."""
    x, y = at
    for name, piece in chain.runs(line):
        text.setFont(name, size)
        text.setTextOrigin(x, y)
        text.textOut(piece)
        x += chain.width(piece) * size
    text.setFont(chain.name, size)


def _draw_strip(text: _Text, grid: Grid, strip: Strip, top: float, chain: Chain) -> None:
    style, table = grid.table.style, grid.table
    size, leading = style.size, style.leading
    middle = top - strip.height / 2 - size * _MIDDLE
    head = strip.row < 0
    x = SIDE
    for index, cell in enumerate(strip.cells):
        width = table.widths[index]
        if cell:
            lines = (cell,) if isinstance(cell, str) else cell
            y = middle + (len(lines) - 1) / 2 * leading
            align = Align.LEFT if strip.group else Align.CENTRE if head else table.aligns[index]
            for line in lines:
                at = x + PAD
                if align is Align.CENTRE:
                    at = x + (width - chain.width(line) * size) / 2
                elif align is Align.RIGHT:
                    at = x + width - PAD - chain.width(line) * size
                if chain.plain(line):
                    text.setTextOrigin(at, y)
                    text.textOut(line)
                else:
                    _draw_cell(text, chain, size, (at, y), line)
                y -= leading
        x += width


def _draw_grid(canvas: _Canvas, grid: Grid) -> None:
    table = grid.table
    edges = [SIDE]
    for width in table.widths:
        edges.append(edges[-1] + width)
    left, right = edges[0], edges[-1]
    canvas.setFillGray(_HEAD_FILL)
    canvas.rect(left, grid.y - table.head.height, right - left, table.head.height, stroke=0, fill=1)
    canvas.setFillGray(0)
    y = grid.y
    lines: list[tuple[float, float, float, float]] = [(left, y, right, y)]
    start = y  # of the present run of rows with cells
    for strip in grid.strips:
        if strip.group and start > y:
            lines += [(edge, start, edge, y) for edge in edges[1:-1]]
        y -= strip.height
        lines.append((left, y, right, y))
        if strip.group:
            start = y
    if start > y:
        lines += [(edge, start, edge, y) for edge in edges[1:-1]]
    lines += [(left, grid.y, left, y), (right, grid.y, right, y)]
    canvas.lines(lines)
    text = canvas.beginText()
    y = grid.y
    chain: Chain | None = None
    for strip in grid.strips:
        wanted = table.style.head if strip.row < 0 and not strip.group else table.style.body
        if wanted is not chain:
            chain = wanted
            text.setFont(chain.name, table.style.size)
        _draw_strip(text, grid, strip, y, chain)
        y -= strip.height
    canvas.drawText(text)


def _canvas(out: io.BytesIO, report: Report, layout: Layout) -> _Canvas:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        out,
        pagesize=(layout.width, layout.height),
        invariant=1,
        pageCompression=1,
        initialFontName=layout.fonts.body.name,
        initialFontSize=_PAGE,
        lang="zh-CN",
    )
    canvas.setTitle(report.title)
    canvas.setAuthor(report.head[0] if report.head else "")
    canvas.setSubject(" ".join(report.head[1:]))
    canvas.setCreator(sentence("report.program"))
    typed: _Canvas = canvas
    return typed


def print_report(report: Report, fonts: Fonts, progress: Progress) -> PrintedReport:
    """Return `report` as a PDF.

    Raises:
        Cancelled: from `progress`, between pieces of the work; nothing was written.
    """
    layout = Layout(report, fonts, progress)
    missing = named(missing_characters(report, fonts))
    for section in report.sections:
        place_section(layout, report, section, missing)
    out = io.BytesIO()
    canvas = _canvas(out, report, layout)
    count = len(layout.pages)
    for number, page in enumerate(layout.pages, start=1):
        if number % 10 == 1:
            progress.step("report.pdf", number - 1, count)
        _draw_page(canvas, layout, page, sentence("report.page", page=number, pages=count))
        canvas.showPage()
    canvas.save()
    return PrintedReport(out.getvalue(), layout.figure_pages, count)


def _draw_page(canvas: _Canvas, layout: Layout, page: Page, number: str) -> None:
    canvas.setLineWidth(_LINE)
    chain = layout.fonts.body
    at = (layout.width - chain.width(number) * _PAGE) / 2
    for item in (*page.items, Words(chain, _PAGE, at, _FOOT, number)):
        if isinstance(item, Grid):
            _draw_grid(canvas, item)
        else:
            text = canvas.beginText()
            _draw_words(text, item)
            canvas.drawText(text)

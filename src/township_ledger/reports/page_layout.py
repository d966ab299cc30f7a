"""Placing a report on A4 pages: title, head line, tables, figures, notes, places to sign. No drawing.

The page is laid out first and drawn second, because 第 x 页 共 y 页 has to know the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from township_ledger.domain.report import (
    Align,
    CellKind,
    Report,
    ReportColumn,
    ReportFigure,
    ReportRow,
    Section,
)
from township_ledger.reports.fonts import GETA, clean
from township_ledger.reports.line_breaks import break_lines
from township_ledger.reports.table_layout import SIZES, Strip, Table, lay_out, paginate
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.reports.fonts import Chain, Fonts
    from township_ledger.usecases.progress import Progress

_MM = 72 / 25.4
_A4 = (210 * _MM, 297 * _MM)
SIDE = 13 * _MM  # the left and right margin
_TOP, _BOTTOM = 18 * _MM, 18 * _MM
_TITLE, _HEADING, _HEAD_LINE, _NOTE, _SIGN = 18.0, 13.0, 10.5, 9.0, 10.5
_NOTE_LEADING = _NOTE * 1.45
_SMALLEST_FIGURES = 9.0
_SIGNING = _SIGN * 3.2  # the height of the line to sign on


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on a page, from its left end at the baseline."""

    chain: Chain
    size: float
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The part of a table that stands on one page, from its upper edge."""

    table: Table
    y: float
    strips: list[Strip]


@dataclass(slots=True)
class Page:
    """What stands on a page, in reading order, which is also the order of the text layer."""

    items: list[Words | Grid] = field(default_factory=list)


class Layout:
    """Places blocks from top to bottom, page after page. `y` is the height of the cursor above the lower edge."""

    def __init__(self, report: Report, fonts: Fonts, progress: Progress) -> None:
        self.fonts = fonts
        self.progress = progress
        self.width, self.height = _A4[::-1] if report.landscape else _A4
        self.room = self.width - 2 * SIDE
        self.pages: list[Page] = []
        self.figure_pages: dict[str, int] = {}
        self.y = 0.0
        self.done = 0
        self.largest = SIZES[0]
        self.total = report.rows

    def new_page(self) -> None:
        """Begin a page; the cursor stands under its upper margin."""
        self.pages.append(Page())
        self.y = self.height - _TOP

    def left(self) -> float:
        """Return how much room is left above the lower margin."""
        return self.y - _BOTTOM

    def words(self, chain: Chain, size: float, text: str, align: Align, *, x: float | None = None) -> None:
        """Place one line at the cursor without moving it."""
        width = chain.width(text) * size
        at = {Align.LEFT: 0.0, Align.CENTRE: (self.room - width) / 2, Align.RIGHT: self.room - width}[align]
        self.pages[-1].items.append(Words(chain, size, SIDE + at if x is None else x, self.y - size, text))

    def title(self, report: Report, section: Section) -> None:
        """Place the title, the section's heading and the head line, and move below them."""
        chain = self.fonts.title
        for line in _lines(chain, report.title, _TITLE, self.room):
            self.words(chain, _TITLE, line, Align.CENTRE)
            self.y -= _TITLE * 1.35
        if section.heading:
            self.y -= 2
            self.words(self.fonts.head, _HEADING, self.fonts.head.substituted(section.heading), Align.CENTRE)
            self.y -= _HEADING * 1.35
        self.y -= 6
        self._head_line(report.head)

    def _head_line(self, parts: tuple[str, ...]) -> None:
        """Spread the parts over one line; when they do not fit, give each a line of its own."""
        chain = self.fonts.body
        texts = [chain.substituted(clean(part)) for part in parts]
        widths = [chain.width(text) * _HEAD_LINE for text in texts]
        if sum(widths) + 12 * (len(texts) - 1) > self.room:
            for text in texts:
                for line in _lines(chain, text, _HEAD_LINE, self.room):
                    self.words(chain, _HEAD_LINE, line, Align.LEFT)
                    self.y -= _HEAD_LINE * 1.4
        else:
            gap = (self.room - sum(widths)) / max(len(texts) - 1, 1)
            x = SIDE
            for text, width in zip(texts, widths, strict=True):
                self.words(chain, _HEAD_LINE, text, Align.LEFT, x=x)
                x += width + gap
            self.y -= _HEAD_LINE * 1.4
        self.y -= 3

    def step(self, done: int, _total: int) -> None:
        """Tell the progress; a table knows its own rows only."""
        self.progress.step("report.layout", self.done + done, self.total)

    def table(
        self,
        columns: Sequence[ReportColumn],
        rows: Sequence[ReportRow],
        figures: Sequence[ReportFigure] = (),
        below: float = 0.0,
    ) -> None:
        """Place a table; row n of a table of figures tells the page of figure n. `below`: what has to follow it."""
        table = lay_out(
            columns, rows, self.room, self.fonts.body, self.fonts.head, self.step, largest=self.largest
        )
        self.largest = max(
            table.style.size, _SMALLEST_FIGURES
        )  # the figures below are no larger than their table
        fresh = self.height - _TOP - _BOTTOM
        if figures and self.left() < table.height + below <= fresh:
            self.new_page()  # the figures stay together, and with the places to sign under them
        for number, strips in enumerate(paginate(table, self.left(), fresh)):
            if number:
                self.new_page()
            if not strips:
                continue
            self.pages[-1].items.append(Grid(table, self.y, strips))
            self.y -= sum(strip.height for strip in strips)
            for strip in strips:
                if figures and strip.row >= 0:
                    self.figure_pages.setdefault(figures[strip.row].id, len(self.pages))
        self.done += len(rows)

    def notes(self, section: Section, missing: str) -> list[str]:
        """Return the lines of the notes."""
        named = [sentence("report.note_missing", characters=missing)] if missing else []
        return [
            line
            for note in (*section.notes, *named)
            for line in _lines(self.fonts.body, note, _NOTE, self.room)
        ]

    def foot(self, notes: list[str], signatures: tuple[str, ...]) -> None:
        """Place the notes and, kept with the last of them, the places to sign."""
        chain = self.fonts.body
        self.y -= 6
        for number, line in enumerate(notes):
            last = number == len(notes) - 1
            if self.left() < _NOTE_LEADING + (_SIGNING if last else 0):
                self.new_page()
            self.words(chain, _NOTE, line, Align.LEFT)
            self.y -= _NOTE_LEADING
        if self.left() < _SIGNING:
            self.new_page()
        self.y -= _SIGN * 1.2
        share = self.room / max(len(signatures), 1)
        for number, text in enumerate(signatures):
            self.words(chain, _SIGN, chain.substituted(text), Align.LEFT, x=SIDE + number * share)
        self.y -= _SIGN * 2


def _lines(chain: Chain, text: str, size: float, room: float) -> list[str]:
    return break_lines(chain.substituted(clean(text)), room / size, chain.width)


def figure_columns() -> tuple[ReportColumn, ...]:
    """Return the columns of the table of figures."""
    return (
        ReportColumn(sentence("report.figure_label"), 24),
        ReportColumn(sentence("report.figure_value"), 12, CellKind.DECIMAL),
        ReportColumn(sentence("report.figure_rule"), 84),
    )


def place_section(layout: Layout, report: Report, section: Section, missing: str) -> None:
    """Place a section from a new page on; `missing` names characters that could not be drawn."""
    layout.new_page()
    layout.largest = SIZES[0]
    layout.title(report, section)
    layout.table(section.columns, section.rows or (ReportRow((), group=section.empty),))
    notes = layout.notes(section, missing)
    if section.figures:
        layout.y -= 9
        rows = [ReportRow((figure.label, figure.value, figure.rule)) for figure in section.figures]
        layout.table(figure_columns(), rows, section.figures, 6 + len(notes) * _NOTE_LEADING + _SIGNING)
    layout.foot(notes, report.signatures)


def all_texts(report: Report) -> list[str]:
    """Return every text of a report that is drawn, in reading order."""
    texts = [report.title, *report.head]
    for section in report.sections:
        texts += [section.heading, *(column.title for column in section.columns)]
        for row in section.rows:
            texts += [row.group, *(cell for cell in row.cells if isinstance(cell, str))]
        for figure in section.figures:
            texts += [figure.label, figure.rule]
        texts += [*section.notes, section.empty]
    return [*texts, *report.signatures]


def missing_characters(report: Report, fonts: Fonts) -> str:
    """Return the characters of a report that no font has, each once, in reading order."""
    plain = fonts.body.plain
    return "".join(
        dict.fromkeys(each for text in all_texts(report) if not plain(text) for each in fonts.missing(text))
    )


def named(missing: str) -> str:
    """Name characters that cannot be drawn: 〓（U+2A6D7）."""
    return "、".join(f"{GETA}（U+{ord(each):04X}）" for each in missing)

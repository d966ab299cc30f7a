"""Laying a table out on pages: column widths, wrapped cells, row heights, page breaks. No drawing.

A cell that fits its column stays one string; only a cell that is too wide is broken into lines. A row that does not
fit the rest of a page starts a new one; a row taller than a whole page runs on over several. Own code, because
reportlab's tables were measured at 2.9 times the bare canvas on a roster whose cells wrap here and there, which is the
usual roster; this layout stays below 1.6.

All lengths are points (1/72 inch).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from township_ledger.domain.report import ALIGNMENT, Align, CellKind, ReportRow, cell_text
from township_ledger.reports.fonts import clean
from township_ledger.reports.line_breaks import break_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from township_ledger.domain.report import ReportColumn
    from township_ledger.reports.fonts import Chain

PAD = 3.5  # between a line of the table and its text
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)  # 五号 down to the smallest that is still read without effort
_LEADING = 1.32
_ROOM_ABOVE = 3.7  # above and below the text of a row
_ROUNDING = 0.01
_COMFORTABLE = 8.0
_WISH = 1.5
_SLACK = 0.3  # halves of a character, so that rounding breaks no line
_WIDEST_TITLE = 12.0  # a longer title of a narrow column is broken
_WIDEST_NUMBER = 30.0  # halves of a character: a wider "number" wraps like any text

Lines = str | list[str]
"""A cell ready to be drawn: one line, or several."""


@dataclass(slots=True)
class Strip:
    """A row, or the part of it that stands on one page. `group`: one text over the whole width."""

    cells: list[Lines]
    height: float
    group: bool = False
    row: int = -1  # index of the source row; -1: a head


@dataclass(frozen=True, slots=True)
class Style:
    """The type of a table: size, distance of lines, fonts of body and head."""

    size: float
    body: Chain
    head: Chain

    @property
    def leading(self) -> float:
        """The distance of two lines."""
        return self.size * _LEADING


@dataclass(slots=True)
class Table:
    """A table laid out: widths of columns, alignments, the head, and the rows as strips of full height."""

    style: Style
    widths: list[float]
    aligns: list[Align]
    head: Strip
    strips: list[Strip]

    @property
    def height(self) -> float:
        """The height of the whole table on one endless page."""
        return self.head.height + sum(strip.height for strip in self.strips)


def _line_count(cell: Lines) -> int:
    return 1 if isinstance(cell, str) else len(cell)


def height_of(lines: int, style: Style) -> float:
    """Return the height of a row of so many lines."""
    return lines * style.leading + 2 * _ROOM_ABOVE


def texts_of(rows: Sequence[ReportRow], columns: Sequence[ReportColumn], chain: Chain) -> list[list[str]]:
    """Return the cells of all rows as they are drawn; a group row is a list of one text."""
    kinds = [column.kind for column in columns]
    words = [
        index
        for index, kind in enumerate(kinds)
        if kind in (CellKind.TEXT, CellKind.MARK, CellKind.NUMBER_TEXT)
    ]
    texts: list[list[str]] = []
    for row in rows:
        if row.group:
            texts.append([chain.substituted(clean(row.group))])
            continue
        cells = [cell_text(cell, kind) for cell, kind in zip(row.cells, kinds, strict=True)]
        for index in words:
            text = cells[index]
            if text and not chain.plain(text):  # a text that the first font draws whole needs no look
                cells[index] = chain.substituted(clean(text))
        texts.append(cells)
    return texts


def _wishes(
    columns: Sequence[ReportColumn], texts: list[list[str]], chain: Chain, head: Chain
) -> tuple[list[float], list[float]]:
    """Return what each column needs at least and what it would like, in halves of a character.

    Numbers and dates need their widest, and no column needs more than its widest cell. A text column is content with
    the width that the report gives it, and would like to be up to half as wide again if all its cells then fit one
    line; a column of long texts has no such wish.
    """
    least: list[float] = []
    most: list[float] = []
    width = chain.width
    for index, column in enumerate(columns):
        title = 2 * head.width(column.title)
        widest = max((width(cells[index]) for cells in texts if len(cells) == len(columns)), default=0.0)
        content = max(2 * widest, min(title, _WIDEST_TITLE)) + _SLACK
        if column.kind is CellKind.TEXT:
            least.append(min(column.width, content))
            most.append(content if content <= _WISH * column.width else least[-1])
        else:
            least.append(min(content, _WIDEST_NUMBER))
            most.append(least[-1])
    return least, most


def _fit(least: list[float], most: list[float], room: float, largest: float) -> tuple[float, list[float]]:
    """Return the size of the type in `room`, and the widths of the columns.

    The size is the largest at which every wish is met, but for wishes alone it does not go below 8 points, only
    for needs. Room that is left goes first to the columns that would like more, the smallest wish first, because a
    wish half met saves no line; then to all alike.
    """
    room -= 2 * PAD * len(least)
    sizes = [size for size in SIZES if size <= largest]
    needed = next((size for size in sizes if sum(least) * size / 2 <= room), sizes[-1])
    wanted = next((size for size in sizes if sum(most) * size / 2 <= room), sizes[-1])
    size = max(wanted, min(needed, _COMFORTABLE))
    units = 2 * room / size
    shares = list(least)
    spare = units - sum(least)
    for index in sorted(range(len(least)), key=lambda index: most[index] - least[index]):
        given = min(max(spare, 0.0), most[index] - least[index])
        shares[index] += given
        spare -= given
    scale = units / sum(shares)
    return size, [share * scale * size / 2 + 2 * PAD for share in shares]


def _broken(text: str, room: float, style: Style, chain: Chain) -> Lines:
    if "\n" not in text and chain.width(text) * style.size <= room:
        return text
    lines = break_lines(text, room / style.size, chain.width)
    return lines if len(lines) > 1 else lines[0]


def lay_out(
    columns: Sequence[ReportColumn],
    rows: Sequence[ReportRow],
    room: float,
    body: Chain,
    head: Chain,
    step: Callable[[int, int], None],
    *,
    largest: float = SIZES[0],
) -> Table:
    """Lay the rows out in a table of width `room`, in type of at most the size `largest`.

    `step(done, total)` is called every few hundred rows.
    """
    texts = texts_of(rows, columns, body)
    size, widths = _fit(*_wishes(columns, texts, body, head), room, largest)
    style = Style(size, body, head)
    rooms = [width - 2 * PAD for width in widths]
    titles = [
        _broken(head.substituted(clean(column.title)), each, style, head)
        for column, each in zip(columns, rooms, strict=True)
    ]
    one_line = height_of(1, style)
    limits = [each / size for each in rooms]  # in units of the size
    measure = body.width
    strips: list[Strip] = []
    for index, cells in enumerate(texts):
        if index % 500 == 0:
            step(index, len(texts))
        if rows[index].group:
            text = _broken(cells[0], room - 2 * PAD, style, body)
            strips.append(Strip([text], height_of(_line_count(text), style), group=True, row=index))
            continue
        lines: list[Lines] = list(cells)
        most = 1
        for column, text in enumerate(cells):
            if measure(text) > limits[column] or "\n" in text:
                cell = lines[column] = _broken(text, rooms[column], style, body)
                most = max(most, _line_count(cell))
        strips.append(Strip(lines, one_line if most == 1 else height_of(most, style), row=index))
    return Table(
        style,
        widths,
        [ALIGNMENT[column.kind] for column in columns],
        Strip(list(titles), height_of(max(map(_line_count, titles)), style)),
        strips,
    )


def _split(strip: Strip, room: float, style: Style, least: int) -> tuple[Strip, Strip] | None:
    """Split a row so that its first part fits `room`; None when not even `least` lines do."""
    lines = int((room - 2 * _ROOM_ABOVE) / style.leading)
    if lines < least:
        return None
    first: list[Lines] = []
    rest: list[Lines] = []
    most = 0
    for cell in strip.cells:
        parts = [cell] if isinstance(cell, str) else cell
        first.append(parts[:lines])
        rest.append(parts[lines:] or "")
        most = max(most, len(parts) - lines)
    return (
        Strip(first, height_of(lines, style), strip.group, strip.row),
        Strip(rest, height_of(most, style), strip.group, strip.row),
    )


def paginate(table: Table, first_room: float, page_room: float) -> list[list[Strip]]:
    """Return the strips of each page, heads included.

    `first_room` is left on the first page, `page_room` on the others; the first list is empty when not even the head
    and one row fit the first page. A group row is not left alone at the foot of a page.
    """
    head = table.head
    # a head so tall that no line fits under it (80 columns on one page) still leaves room for two
    fresh = max(page_room - head.height, height_of(2, table.style))
    pages: list[list[Strip]] = [[]]
    room = first_room - head.height
    waiting = list(reversed(table.strips))
    while waiting:
        strip = waiting.pop()
        needed = strip.height
        if strip.group and waiting:
            needed += min(waiting[-1].height, fresh - strip.height)
        if needed <= room + _ROUNDING:
            pages[-1].append(strip)
            room -= strip.height
            continue
        parts = None
        if strip.height > fresh + _ROUNDING:  # taller than any page: begin here, run on
            parts = _split(strip, room, table.style, 1 if room == fresh else 3)
        if parts is not None:
            pages[-1].append(parts[0])
        waiting.append(strip if parts is None else parts[1])
        pages.append([])
        room = fresh
    return [[head, *page] if page else [] for page in pages]

"""Marks of a worksheet that its values do not show: extent, hidden rows and columns, merges, formulas, errors.

A byte scanner over plain XML (`plain_xml.plain`): fifteen times as quick as expat with a handler, so that it costs
next to nothing beside the reading of the values. It is exact for every well-formed plain worksheet; what a hostile
file hides from it (cells out of order, tags inside attributes) ends at the limits of the reader process.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import MAX_COLUMNS, MAX_ROWS, Area, Place, cell_address

if TYPE_CHECKING:
    from collections.abc import Iterator

# The Rust reader lays a sheet out as a full rectangle of 24-byte cells; 12 million of them are 275 MiB.
MAX_AREA = 12_000_000
_MAX_MARKS = 200_000  # of one kind; a sheet with more merges or comments than that is no roster
_ROOT = re.compile(rb"<(?:([\w.-]{1,40}):)?worksheet[\s>]")
_ROW_NUMBER = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_REF = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")


class SheetMarks:
    """What the scanner found. `rows` and `columns` are counts up to the last cell with a content."""

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merged: list[Area] = []
        self.unstored: list[Place] = []
        self.errors: dict[Place, str] = {}
        self.months: set[Place] = set()


class MarkScanner:
    """Scans one worksheet in two steps.

    `extent` comes before its values are laid out, unless it is `small_at_a_glance`; `rest` beside that.

    Args:
        untrusted_xml: the worksheet part, plain.

    Raises:
        WorldFault: `file.damaged` when it is no worksheet.
    """

    def __init__(self, untrusted_xml: bytes | bytearray) -> None:
        self._xml: bytes | bytearray = untrusted_xml
        root = _ROOT.search(untrusted_xml, 0, 8192)
        if root is None:
            raise WorldFault("file.damaged")
        prefix = root[1] + b":" if root[1] else b""
        self._prefix = re.escape(prefix)
        self._open_cell = b"<" + prefix + b"c "
        self._close_cell = b"</" + prefix + b"c>"
        self._cell = re.compile(
            rb"<" + self._prefix + rb"c(?=[\s/>])(?:[^>]*?\sr=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'])?"
        )
        opened = re.compile(rb"<" + self._prefix + rb"sheetData(?:\s[^>]*?)?(/?)>").search(untrusted_xml)
        end = untrusted_xml.rfind(b"</" + prefix + b"sheetData")
        if opened is None or (end < opened.end() and not opened[1]):
            raise WorldFault("file.damaged")  # cut short inside
        self._begin = opened.end()
        self._end = max(end, self._begin)
        self._row_starts: list[int] = []
        self._row_numbers: list[int] = []
        self.marks = SheetMarks()

    @property
    def blank(self) -> bool:
        """Whether no cell has a content."""
        return self._xml.find(self._close_cell, self._begin, self._end) < 0

    def small_at_a_glance(self) -> bool:
        """Whether one quick look shows that the rows span no absurd rectangle; `extent` may then come later.

        True for a sheet whose cells all stand in columns A to Z and whose last row is no absurd one.
        """
        last_row = self._xml.rfind(b"<" + self._open_cell[1:-2] + b"row", self._begin, self._end)
        number = _ROW_NUMBER.search(self._xml, max(last_row, self._begin), self._end)
        if last_row < 0 or number is None or int(number[1]) * 26 > MAX_AREA:
            return False
        beyond = re.compile(re.escape(self._open_cell[:-1]) + rb"[\s>](?!r=\"[A-Z]\d)")
        return beyond.search(self._xml, self._begin, self._end) is None

    def extent(self) -> None:
        """Walk the rows: the last cell with a content, hidden rows. A second call does nothing.

        Raises:
            WorldFault: `file.too_many_columns` or `file.far_cells` with the address of the outermost cell, before
                anybody lays out the rectangle that they span.
        """
        if self._row_starts:
            return
        xml, cell, opening, close = self._xml, self._cell, self._open_cell, self._close_cell
        first_row = last_row = last_column = -1
        same_letters: bytes | None = None
        for number, given, begin, stop in self._rows():
            last = xml.rfind(close, begin, stop)
            if last < 0:
                continue
            if first_row < 0:
                first_row = number
            at = cell.match(xml, max(xml.rfind(opening, begin, last), begin))
            letters, digits = at.groups() if at else (None, None)
            if letters is not None and letters == same_letters and digits == given:
                last_row = max(
                    last_row, number
                )  # nearly always: the row ends in the same column as the one above
                continue
            row, column = self._place_before(last, begin, number)
            same_letters = letters
            last_row, last_column = max(last_row, row), max(last_column, column)
            if column >= MAX_COLUMNS:
                raise WorldFault("file.too_many_columns", cell=cell_address(row, column), limit=MAX_COLUMNS)
        if last_row >= MAX_ROWS or (last_row - first_row + 1) * (last_column + 1) > MAX_AREA:
            raise WorldFault("file.far_cells", cell=cell_address(last_row, last_column))
        self.marks.rows, self.marks.columns = last_row + 1, last_column + 1

    def _rows(self) -> Iterator[tuple[int, bytes | None, int, int]]:
        """Yield each row's number, the number as it is written, and where its cells begin and end.

        Notes on the way which rows are hidden, and where each row stands.
        """
        tag = re.compile(rb"<" + self._prefix + rb"row(?:\sr=\"(\d{1,7})\")?(?=[\s/>])([^>]*)>")
        hidden = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
        tags = list(tag.finditer(self._xml, self._begin, self._end))
        self._row_starts = [found.start() for found in tags]
        number = -1
        for found, stop in zip(tags, [*self._row_starts[1:], self._end], strict=bool(tags)):
            given, attributes = found.groups()
            if given is None and (late := _ROW_NUMBER.search(attributes)):
                given = late[1]
            number = number + 1 if given is None else int(given) - 1
            self._row_numbers.append(number)
            if b"hidden" in attributes and hidden.search(attributes):
                self.marks.hidden_rows.append(number)
            yield number, given, found.end(), stop

    def values(self) -> tuple[bytes, memoryview, bytes]:
        """Return a worksheet of the same rows and nothing else, in three pieces.

        Its merges are said to be none before the rows begin: the Rust library would otherwise walk through all rows
        a second time to find them.
        """
        prefix = self._open_cell[1:-2]
        rows = memoryview(self._xml)[self._begin : self._end]
        opening = b"<" + prefix + b"worksheet><mergeCells></mergeCells><" + prefix + b"sheetData>"
        return opening, rows, b"</" + prefix + b"sheetData></" + prefix + b"worksheet>"

    def rest(self, month_styles: frozenset[int]) -> None:
        """Find hidden columns, merges, formulas without a stored value, errors, and cells that show a month only."""
        self.marks.hidden_columns = sorted(self._hidden_columns())
        self.marks.merged = list(self._merged())
        self.marks.unstored = list(self._unstored())
        self.marks.errors = dict(self._errors())
        if month_styles:
            self.marks.months = set(self._months(month_styles))

    def forget(self) -> None:
        """Give the bytes back; the marks stay."""
        self._xml = b""

    def _place_before(self, position: int, row_begin: int, number: int) -> Place:
        """Return the place of the cell whose content ends at `position`."""
        start = self._xml.rfind(self._open_cell, row_begin, position)
        found = self._cell.match(self._xml, start) if start >= 0 else None
        if found is None or found[1] is None:  # a cell without address follows its left neighbour
            column = sum(1 for _ in self._cell.finditer(self._xml, row_begin, position)) - 1
            return Place(number, max(column, 0))
        return Place(int(found[2]) - 1, _column(found[1]))

    def _place_at(self, position: int) -> Place:
        """Return the place of the cell in which `position` lies."""
        index = bisect_right(self._row_starts, position) - 1
        if index < 0:
            return Place(0, 0)
        return self._place_before(position, self._row_starts[index], self._row_numbers[index])

    def _hidden_columns(self) -> Iterator[int]:
        tag = re.compile(rb"<" + self._prefix + rb"col\s([^>]*)>")
        for found in tag.finditer(self._xml, 0, self._begin):
            attributes = dict(re.findall(rb"(\w+)=[\"']([^\"']*)[\"']", found[1]))
            ends = attributes.get(b"min", b""), attributes.get(b"max", b"")
            if attributes.get(b"hidden") in {b"1", b"true"} and all(
                text.isdigit() and len(text) < 6 for text in ends
            ):
                yield from range(int(ends[0]) - 1, min(int(ends[1]), MAX_COLUMNS))

    def _merged(self) -> Iterator[Area]:
        tag = re.compile(rb"<" + self._prefix + rb"mergeCell\s[^>]*?ref=[\"']([^\"']{1,40})[\"']")
        for count, found in enumerate(tag.finditer(self._xml, self._end)):
            corners = _REF.findall(found[1].replace(b"$", b""))
            if len(corners) == 2 and count < _MAX_MARKS:
                (left, top), (right, bottom) = corners
                yield Area(int(top) - 1, _column(left), int(bottom) - 1, _column(right))

    def _unstored(self) -> Iterator[Place]:
        value = rb"<" + self._prefix + rb"v(?:\s[^>]*)?>(?=[^<])"
        formula = re.compile(
            rb"<" + self._prefix + rb"f(?=[\s/>])[^>]*(?:(?<=/)>|>[^<]*</" + self._prefix + rb"f\s*>)"
            rb"\s*(" + value + rb")?"
        )
        for count, found in enumerate(formula.finditer(self._xml, self._begin, self._end)):
            if found[1] is None and count < _MAX_MARKS and not self._is_text_result(found.start()):
                yield self._place_at(found.start())

    def _is_text_result(self, position: int) -> bool:
        """Whether the cell is typed as a text result: then an empty value is a stored one."""
        start = self._xml.rfind(self._open_cell, self._begin, position)
        return start >= 0 and b't="str"' in self._xml[start:position].partition(b">")[0]

    def _errors(self) -> Iterator[tuple[Place, str]]:
        text = re.compile(rb"<" + self._prefix + rb"v(?:\s[^>]*)?>([^<]{1,40})<")
        for found in itertools.islice(self._typed_as_error(), _MAX_MARKS):
            stop = self._xml.find(self._close_cell, found, self._end)
            value = text.search(self._xml, found, max(stop, found))
            if value:
                yield self._place_at(found), value[1].decode(errors="replace")

    def _typed_as_error(self) -> Iterator[int]:
        """Yield a position inside each cell of type error; two plain searches are ten times as quick as one pattern."""
        for wanted in (b' t="e"', b" t='e'"):
            position = self._xml.find(wanted, self._begin, self._end)
            while position >= 0:
                yield position + len(wanted)
                position = self._xml.find(wanted, position + 1, self._end)

    def _months(self, styles: frozenset[int]) -> Iterator[Place]:
        wanted = b"|".join(str(style).encode() for style in sorted(styles))
        styled = re.compile(rb"\ss=[\"'](?:" + wanted + rb")[\"'][^>]*(?<!/)>")
        for found in styled.finditer(self._xml, self._begin, self._end):
            yield self._place_at(found.end())


def _column(letters: bytes) -> int:
    """Return the column of its letters, counted from 0."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return column - 1


def place_of(reference: str) -> Place | None:
    """Return the place of an address such as `D17`, or None when it is none."""
    found = _REF.fullmatch(reference.replace("$", "").encode(errors="replace"))
    return Place(int(found[2]) - 1, _column(found[1])) if found and int(found[2]) else None

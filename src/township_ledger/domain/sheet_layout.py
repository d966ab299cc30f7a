"""Where the table stands in a sheet: title lines, header, rows, and what is no row.

Works on raw rows alone. All rows and columns are counted from 0. Nothing is dropped in silence: every row that is
not data is listed with its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from township_ledger.domain.normal_text import compact, heading, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from township_ledger.domain.readings import Raw
    from township_ledger.domain.sheets import Area

    Known = Callable[[tuple[str, ...]], bool]
    """Whether a header, given by its texts from top to bottom, names a column of the ledgers in question."""

_SEARCHED_ROWS = 40  # a header stands in the first rows of its sheet
_LONGEST_HEADING = 30
_TOTAL_COLUMNS = 5  # 合计 stands in one of the first columns
_FORM_ROWS = 60  # a form for one person is shorter than that
_LONG_LINE = 16  # a lone cell with more letters than a name or a title has is a note

_TOTAL = re.compile(r".{0,12}(?:小计|合计|总计|共计|累计)(?:人数)?[:：]?[\d.,]*[人项个名条件次]?")
_COUNTED = re.compile(r"(?:共|总人数|总数|人数|合计人数|总计人数)[:：]?\d+[人项个名条件次]?")
_NOTE = re.compile(
    r"(?:注|备注|说明|填表说明|填报说明|附注|备\s*注)(?:[:：]|\d+[.、．]|[一二三四五六七八九][、.])"
    r"|(?:单位|分管|主要)?(?:制表|填表|填报|审核|复核|审批|审定|负责|经办|联系|报送|统计|领导)"
    r"(?:人|单位|日期|时间|负责人|电话|领导|意见|签字|签名|签章|盖章)*(?:[(（].{0,8}[)）])?[:：]"
    r"|(?:联系电话|日期|电话|单位[(（]盖章[)）]|盖章)[:：]"
)
_SECTION = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]")
_PAGE = re.compile(r"(?:[第共][\d一二三四五六七八九十百]{1,4}页[,;、/]?){1,2}|[-—–·]\d{1,4}[-—–·]")
_VALUED = re.compile(r".+[:：].*\w")  # 培训内容：行政许可法 says something by itself; it heads no columns
_ATTACHMENT = re.compile(r"附\s*[件表][\s\d一二三四五六七八九十]*[:：]?")
_DATA_LIKE = re.compile(r"[\d\s.:：/年月日,%-]+|\d{6,}[\dXx]")
_SERIAL = frozenset({"序号", "编号", "序", "no", "no.", "№", "行号", "顺序号", "顺序"})


class LineKind(StrEnum):
    """What a row is that is no data."""

    BLANK = "blank"
    TOTAL = "total"
    NOTE = "note"
    SECTION = "section"
    REPEATED = "repeated"  # the header or the title again, page by page
    FORM = "form"  # headings beside their contents: a form for one person, no table


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the table. `parts` are its header texts from top to bottom, `text` joins them by a slash."""

    column: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The header as it is shown: 证件/证号."""
        return "/".join(self.parts)


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of one sheet.

    `body` are the rows of data in order; `lines` every other row below the header. `filled` names, per row, the
    columns whose content came from a cell merged down over it.
    """

    title: str
    above: tuple[str, ...]
    header_rows: tuple[int, ...]
    headings: tuple[Heading, ...]
    guessed: bool  # no header text is known: the header is a guess
    body: tuple[int, ...]
    lines: Mapping[int, LineKind]
    filled: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """What tells one sender's sheet from another's: SHA-256 of its normalised header cells, in hex."""
        return sha256("\x1f".join(heading(each.text) for each in self.headings).encode()).hexdigest()


def is_serial(parts: tuple[str, ...]) -> bool:
    """Whether a header names the running number of the rows."""
    return bool(parts) and heading(parts[-1]) in _SERIAL


def _text(row: Sequence[Raw], column: int) -> str:
    """Return the header text at a column, or "" when there is no text."""
    cell = row[column] if column < len(row) else None
    return one_line(cell) if isinstance(cell, str) else ""


def _is_empty(cell: Raw) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


@dataclass(frozen=True, slots=True)
class _Block:
    """A possible header: its first row, its depth in rows, the texts of each column, how many of them are known."""

    first: int
    depth: int
    columns: tuple[tuple[str, ...], ...]
    score: int

    @property
    def rank(self) -> tuple[int, int]:
        """Of two headers that explain as much, the flatter one: a title above it is no part of it."""
        return self.score, -self.depth


class _HeaderSearch:
    """Finds the header among the first rows."""

    def __init__(self, rows: Sequence[Sequence[Raw]], merged: Iterable[Area], known: Known) -> None:
        self._rows = rows
        self._known = known
        self._width = max((len(row) for row in rows[:_SEARCHED_ROWS]), default=0)
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for area in merged:
            if area.right > area.left and area.top < _SEARCHED_ROWS:
                self._spans.setdefault(area.top, []).append((area.left, area.right))

    def best(self) -> _Block | None:
        """Return the most plausible header, or None when no row holds any text."""
        best: _Block | None = None
        for first in range(min(len(self._rows), _SEARCHED_ROWS)):
            for block in (self._single(first), self._double(first)):
                if block is not None and (best is None or block.rank > best.rank):
                    best = block
        if best is None:
            return None
        upper = self._double(best.first - 1) if best.depth == 1 and best.first else None
        if upper is not None and upper.score >= best.score and self._is_group_row(best.first - 1):
            return upper
        return best

    def guess(self) -> _Block | None:
        """Return the first row with the most texts, for a sheet whose header nobody knows."""
        singles = [self._single(first) for first in range(min(len(self._rows), 10))]
        blocks = [block for block in singles if block is not None]
        return max(blocks, key=lambda block: sum(1 for parts in block.columns if parts), default=None)

    def _texts(self, row: int) -> list[str]:
        return [_text(self._rows[row], column) for column in range(self._width)]

    def _single(self, first: int) -> _Block | None:
        columns = tuple((text,) if text else () for text in self._texts(first))
        return self._block(first, 1, columns)

    def _block(self, first: int, depth: int, columns: tuple[tuple[str, ...], ...]) -> _Block | None:
        if not any(columns):
            return None
        known = {parts for parts in columns if parts and self._known(parts)}
        return _Block(first, depth, columns, len(known))

    def _double(self, first: int) -> _Block | None:
        """Return the two rows from `first` on as one header, or None when the lower one is no header row."""
        if first + 1 >= len(self._rows):
            return None
        lower = self._texts(first + 1)
        filled = [cell for cell in self._rows[first + 1] if not _is_empty(cell)]
        if not any(lower) or len(filled) != sum(1 for text in lower if text):
            return None  # numbers and dates are data
        if any(len(text) > _LONGEST_HEADING or _DATA_LIKE.fullmatch(text) for text in lower if text):
            return None
        upper, grouped = self._upper(first, lower)
        if any(_VALUED.fullmatch(text) for text in upper):
            return None
        columns: list[tuple[str, ...]] = []
        for above, below, is_group in zip(upper, lower, grouped, strict=True):
            if above and below and not is_group and not self._known((below,)):
                return None  # a text under a heading of its own is data
            columns.append(tuple(part for part in (above, below) if part))
        return self._block(first, 2, tuple(columns))

    def _upper(self, first: int, lower: Sequence[str]) -> tuple[list[str], list[bool]]:
        """Return the upper texts spread over the columns they stand for, and which columns belong to a group."""
        upper = self._texts(first)
        grouped = [False] * self._width
        for left, right in self._spans.get(first, ()):
            for column in range(left, min(right + 1, self._width)):
                upper[column], grouped[column] = upper[left], True
        for column in range(1, self._width):
            if upper[column] and upper[column] == upper[column - 1] and lower[column] and lower[column - 1]:
                grouped[column] = grouped[column - 1] = True  # written out above each of its columns
            # unmerged: 证件 stands above the first of its columns only
            if not upper[column] and lower[column] and lower[column - 1] and upper[column - 1]:
                upper[column] = upper[column - 1]
                grouped[column] = grouped[column - 1] = True
        return upper, grouped

    def _is_group_row(self, row: int) -> bool:
        texts = {text for text in self._texts(row) if text}
        return len(texts) > 1 and all(
            len(text) <= _LONGEST_HEADING and "：" not in text and ":" not in text for text in texts
        )


def recognise(rows: Sequence[Sequence[Raw]], merged: Sequence[Area], known: Known) -> Layout | None:
    """Return the layout of a sheet, or None when the sheet holds no text that could be a header.

    `rows` is not changed; `fill_down` does that afterwards.
    """
    search = _HeaderSearch(rows, merged, known)
    block = search.best()
    guessed = block is None or block.score == 0
    if guessed:
        block = search.guess()
    if block is None:
        return None
    header_rows = tuple(range(block.first, block.first + block.depth))
    headings = tuple(Heading(column, parts) for column, parts in enumerate(block.columns))
    above = tuple(line for row in rows[: block.first] if (line := _line(row)))
    start = block.first + block.depth
    reader = _BodyReader(rows, merged, headings, header_rows, above, known)
    body, lines = reader.read(start)
    return Layout(
        title=_title(rows[: block.first]),
        above=above,
        header_rows=header_rows,
        headings=headings,
        guessed=guessed,
        body=body,
        lines=lines,
        filled=_filled(rows, merged, frozenset(body)),
    )


def _line(row: Sequence[Raw]) -> str:
    return " ".join(one_line(cell) for cell in row if isinstance(cell, str) and cell.strip())


def _title(rows: Sequence[Sequence[Raw]]) -> str:
    """Return the title line: the first line above the header that is one text and no `附件1` or `填报单位：…`."""
    for row in rows:
        texts = [one_line(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        if len(texts) == 1 and not _ATTACHMENT.fullmatch(texts[0]) and not _NOTE.match(compact(texts[0])):
            return texts[0]
    return ""


class _BodyReader:
    """Tells data from everything else below the header."""

    def __init__(
        self,
        rows: Sequence[Sequence[Raw]],
        merged: Iterable[Area],
        headings: Sequence[Heading],
        header_rows: Sequence[int],
        above: Sequence[str],
        known: Known,
    ) -> None:
        self._rows = rows
        # 编号 numbers the rows of one sheet and is the key of another's
        self._serial = {
            each.column
            for each in headings
            if is_serial(each.parts) and not (heading(each.parts[-1]) == "编号" and known(each.parts))
        }
        width = sum(1 for each in headings if each.parts)
        self._wide = {area.top for area in merged if area.right - area.left + 1 > width // 2 and width > 2}
        self._narrow = width <= 2
        self._headers = [_compared(rows[row]) for row in header_rows]
        self._known = known
        self._short = len(rows) <= _FORM_ROWS
        self._above = {compact(line) for line in above}

    def read(self, start: int) -> tuple[tuple[int, ...], dict[int, LineKind]]:
        """Return the rows of data from `start` on, and the kind of every other row."""
        body: list[int] = []
        lines: dict[int, LineKind] = {}
        last: LineKind | None = None
        for index in range(start, len(self._rows)):
            kind = self._kind(index, self._rows[index], last)
            if kind is None:
                body.append(index)
            else:
                lines[index] = kind
            if kind is not LineKind.BLANK:
                last = kind
        return tuple(body), lines

    def _kind(self, index: int, row: Sequence[Raw], last: LineKind | None) -> LineKind | None:
        filled = len(row) - row.count("") - row.count(None)
        if not filled:
            return LineKind.BLANK
        for cell in row[:_TOTAL_COLUMNS]:
            # 计 and 共 are in every total; looking for them first keeps ten thousand rows quick
            if type(cell) is str and ("计" in cell or "共" in cell or "数" in cell) and _is_total(cell):
                return LineKind.TOTAL
        if filled <= 5 or index in self._wide:
            kind = self._line_kind(index, row, last)
            if kind is not None:
                return kind
        if self._is_header(row):
            return LineKind.REPEATED
        return LineKind.FORM if self._short and self._is_form_row(row) else None

    def _line_kind(self, index: int, row: Sequence[Raw], last: LineKind | None) -> LineKind | None:
        cells = [(column, cell) for column, cell in enumerate(row) if not _is_empty(cell)]
        if not cells or (len(cells) == 1 and cells[0][0] in self._serial and _is_number(cells[0][1])):
            return LineKind.BLANK  # a numbered row that nobody filled in
        first = cells[0][1]
        if not isinstance(first, str):
            return None
        text = compact(first)
        if compact(_line(row)) in self._above:
            return LineKind.REPEATED
        if _NOTE.match(text) or _PAGE.fullmatch(compact(_line(row))):
            return LineKind.NOTE
        if len(cells) > 1:
            return None
        if _SECTION.match(text):
            return LineKind.NOTE if last is LineKind.NOTE else LineKind.SECTION
        is_long = len(text) > _LONG_LINE and not self._narrow and not text.isascii()
        is_note = last is LineKind.NOTE or index in self._wide or is_long
        return LineKind.NOTE if is_note or cells[0][0] in self._serial else None

    def _is_form_row(self, row: Sequence[Raw]) -> bool:
        """Whether headings stand beside what they head: 身份证号 | 3407… | 民族 | 汉族."""
        cells = [cell for cell in row if not _is_empty(cell)]
        texts = [one_line(cell) for cell in cells if isinstance(cell, str)]
        headings = sum(1 for text in texts if len(text) <= _LONGEST_HEADING and self._known((text,)))
        return headings > 1 and headings * 3 >= len(cells)

    def _is_header(self, row: Sequence[Raw]) -> bool:
        for header in self._headers:
            column, text = header[0]
            if column < len(row) and row[column].__class__ is str and heading(str(row[column])) == text:
                same = sum(1 for at, each in header if at < len(row) and heading(str(row[at])) == each)
                if same * 10 >= len(header) * 6 and len(header) > 1:
                    return True
        return False


def _compared(row: Sequence[Raw]) -> list[tuple[int, str]]:
    return [
        (column, heading(cell)) for column, cell in enumerate(row) if isinstance(cell, str) and cell.strip()
    ]


def _is_total(text: str) -> bool:
    bare = compact(text)
    return _TOTAL.fullmatch(bare) is not None or _COUNTED.fullmatch(bare) is not None


def _is_number(cell: Raw) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and compact(cell).isdecimal())


def _filled(
    rows: Sequence[Sequence[Raw]], merged: Iterable[Area], body: frozenset[int]
) -> dict[int, frozenset[int]]:
    filled: dict[int, set[int]] = {}
    for area in merged:
        if area.bottom > area.top and area.top in body and not _is_empty(_at(rows[area.top], area.left)):
            for row in range(area.top + 1, min(area.bottom, len(rows) - 1) + 1):
                if row in body:
                    filled.setdefault(row, set()).add(area.left)
    return {row: frozenset(columns) for row, columns in filled.items()}


def _at(row: Sequence[Raw], column: int) -> Raw:
    return row[column] if column < len(row) else None


def fill_down(rows: Sequence[list[Raw]], merged: Iterable[Area], layout: Layout) -> None:
    """Write the content of cells merged down a column into the rows they cover (in place)."""
    for area in merged:
        for row in range(area.top + 1, min(area.bottom, len(rows) - 1) + 1):
            if area.left in layout.filled.get(row, ()):
                cells = rows[row]
                cells.extend([""] * (area.left + 1 - len(cells)))
                cells[area.left] = rows[area.top][area.left]

"""How the reader process hands a sheet over: JSON lines, written tight and believed by nobody.

    {"head": {…}}            once
    [first, [[cell, …], …]]  rows from row `first` on, at most 256 a line
    {"end": rows}            once; its absence means that the reader died
    {"fault": {"code", "params"}}

Cells are JSON's own values; the rare other ones are objects, so that ordinary cells cost nothing on either side:
`{"d": "2024-06-03"}` a date, `{"m": "2024-06-03T09:00:00"}` a moment, `{"t": "09:00:00"}` a time of day. The
receiving side checks every type and bound again.
"""

from __future__ import annotations

import json
import math
import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NoReturn

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import (
    FROM_MARK,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT_BYTES,
    Area,
    Place,
    RowChunk,
    SheetHead,
    SheetKind,
    SheetTab,
    marked,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from township_ledger.domain.faults import Param
    from township_ledger.domain.readings import Raw
    from township_ledger.exchange.xlsx_file import OpenedSheet

ROWS_A_LINE = 256
# 256 columns of 32,767 characters, four bytes each, and quotes
MAX_LINE = 40 * 1024 * 1024
_SOFT_LINE = 4 * 1024 * 1024  # a line grown beyond this is split, unless it is one row
_MAX_NOTES, _MAX_PARAM = 64, 400
_CODE = re.compile(r"[a-z]+(?:\.[a-z_0-9]+)+")
_CELL_TYPES = frozenset({str, int, float, bool, date, datetime, time, type(None)})
Json = dict[str, object]


class Unsafe(Exception):
    """The reader said something that no reader of ours says."""


# ---- writing (reader process)


@lru_cache(maxsize=65_536)  # the dates of a roster repeat
def _written(value: Hashable) -> object:
    spelled = marked(value)
    if spelled is not None:
        return spelled
    if isinstance(value, timedelta):
        return duration_text(value)
    raise TypeError(type(value).__name__)


def duration_text(value: timedelta) -> str:
    """Return a duration as sheets show it: 40:30:00."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


_encode = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"), default=_written
).encode


def sheet_lines(opened: OpenedSheet) -> Iterator[bytes]:
    """Yield the lines of one sheet, without line ends.

    Raises:
        WorldFault: what the rows raise, and `file.too_much_text` above the bound.
    """
    yield _line({"head": opened.head.as_json()})
    first, rows, sent = opened.first, opened.rows, 0
    while chunk := list(islice(rows, ROWS_A_LINE)):
        for line in _row_lines(first, chunk):
            sent += len(line)
            if sent > MAX_TEXT_BYTES:
                raise WorldFault("file.too_much_text")
            yield line
        first += len(chunk)
    yield _line({"end": first})


def fault_line(fault: WorldFault) -> bytes:
    """Return the line that tells a fault."""
    return _line({"fault": {"code": fault.code, "params": dict(fault.params)}})


def _row_lines(first: int, chunk: list[list[Raw]]) -> Iterator[bytes]:
    try:
        line = _line([first, chunk])
    except ValueError:  # not a number, or infinite: such a cell is no value
        chunk = [[_finite(cell) for cell in row] for row in chunk]
        line = _line([first, chunk])
    if len(line) <= _SOFT_LINE or len(chunk) == 1:
        if len(line) > MAX_LINE:
            raise WorldFault("file.too_much_text")
        yield line
        return
    middle = len(chunk) // 2
    yield from _row_lines(first, chunk[:middle])
    yield from _row_lines(first + middle, chunk[middle:])


def _finite(cell: Raw) -> Raw:
    return str(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell


def _line(value: object) -> bytes:
    # a lone surrogate cannot come from the decoders used here; it would be replaced rather than stop the import
    return _encode(value).encode("utf-8", "replace")


# ---- reading (worker or command line)


@lru_cache(maxsize=65_536)
def _read_pair(key: str, text: str) -> date | time:
    return FROM_MARK[key](text)


def _read_object(pairs: list[tuple[str, object]]) -> date | time:
    if len(pairs) == 1:
        key, text = pairs[0]
        if isinstance(text, str) and key in FROM_MARK:
            return _read_pair(key, text)
    raise Unsafe


def _no_constant(name: str) -> NoReturn:
    raise Unsafe(name)


_decode_rows = json.JSONDecoder(object_pairs_hook=_read_object, parse_constant=_no_constant).decode
_decode_plain = json.JSONDecoder(parse_constant=_no_constant).decode


class LineReader:
    """Checks the lines of one sheet and turns them into rows."""

    def __init__(self) -> None:
        self._text = 0
        self._next = 0
        self.ended = False

    def message(self, line: bytes) -> Json:
        """Decode a line that is no row line: head, end or fault.

        Raises:
            Unsafe: it is none of them.
        """
        try:
            value = _decode_plain(line.decode())
        except (ValueError, RecursionError) as error:
            raise Unsafe from error
        if not isinstance(value, dict) or len(value) != 1:
            raise Unsafe
        return value

    def head(self, line: bytes) -> SheetHead:
        """Decode the head.

        Raises:
            Unsafe: the line is no head.
            WorldFault: the fault that the reader told instead.
        """
        message = self.message(line)
        raise_fault(message)
        try:
            return _head_of(_dict(message["head"]))
        except (KeyError, ValueError, TypeError) as error:
            raise Unsafe from error

    def chunk(self, line: bytes) -> RowChunk | None:
        """Decode a row line; None at the end.

        Raises:
            Unsafe: the line holds anything but rows within the bounds.
            WorldFault: the fault that the reader told instead.
        """
        if line[:1] != b"[":
            message = self.message(line)
            raise_fault(message)
            if message.get("end") != self._next:
                raise Unsafe
            self.ended = True
            return None
        self._text += len(line)
        if self._text > MAX_TEXT_BYTES:
            raise Unsafe
        try:
            value = _decode_rows(line.decode())
        except (ValueError, RecursionError) as error:
            raise Unsafe from error
        if len(value) != 2 or type(value[0]) is not int or type(value[1]) is not list:
            raise Unsafe
        first, rows = value
        if first < self._next or first + len(rows) > MAX_ROWS or not rows:
            raise Unsafe
        for row in rows:
            if type(row) is not list or len(row) > MAX_COLUMNS or not _CELL_TYPES.issuperset(map(type, row)):
                raise Unsafe
        if b"\\ud" in line.lower():
            _refuse_surrogates(rows)
        self._next = first + len(rows)
        return RowChunk(first, rows)


def _refuse_surrogates(rows: list[list[Raw]]) -> None:
    """Refuse half characters, which JSON can spell and nothing behind here can store."""
    try:
        for row in rows:
            for cell in row:
                if isinstance(cell, str):
                    cell.encode()
    except UnicodeEncodeError as error:
        raise Unsafe from error


def raise_fault(message: Json) -> None:
    """Raise the fault that a message tells, if it tells one.

    Raises:
        WorldFault: the fault, with parameters that are short texts and numbers.
        Unsafe: it is no fault that the program knows.
    """
    if "fault" not in message:
        return
    fault = message["fault"]
    if not isinstance(fault, dict) or fault.keys() != {"code", "params"}:
        raise Unsafe
    code, params = _note([fault["code"], fault["params"]])
    raise WorldFault(code, **params)


def _note(value: object) -> tuple[str, Mapping[str, Param]]:
    code, params = _list(value, 2)
    if not isinstance(code, str) or not _CODE.fullmatch(code) or len(code) > 60:
        raise Unsafe
    checked: dict[str, Param] = {}
    for name, param in _dict(params).items():
        if type(param) not in {str, int, float} or (isinstance(param, str) and len(param) > _MAX_PARAM):
            raise Unsafe
        if not name.isidentifier() or len(checked) >= 8:
            raise Unsafe
        checked[name] = param  # type: ignore[assignment]
    return code, checked


def _head_of(value: Json) -> SheetHead:
    rows = value["rows"]
    return SheetHead(
        kind=SheetKind(_text(value["kind"])),
        sheet=_text(value["sheet"]),
        tabs=tuple(_tab(tab) for tab in _list(value["tabs"])),
        rows=None if rows is None else _count(rows),
        date_1904=value["date_1904"] is True,
        encoding=_text(value["encoding"]),
        preview=tuple(_text(line) for line in _list(value["preview"])),
        merged=tuple(Area(*map(_count, _list(area, 4))) for area in _list(value["merged"])),
        hidden_rows=frozenset(map(_count, _list(value["hidden_rows"]))),
        hidden_columns=frozenset(map(_count, _list(value["hidden_columns"]))),
        unstored=_places(value["unstored"]),
        errors=_places(value["errors"]),
        comments=_places(value["comments"]),
        notes=tuple(_note(note) for note in _list(value["notes"])[:_MAX_NOTES]),
    )


def _tab(value: object) -> SheetTab:
    name, visible, empty = _list(value, 3)
    return SheetTab(_text(name), visible is True, empty is True)


def _places(value: object) -> tuple[Place, ...]:
    return tuple(Place(*map(_count, _list(place, 2))) for place in _list(value))


def _dict(value: object) -> Json:
    if not isinstance(value, dict):
        raise Unsafe
    return value


def _list(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or len(value) > MAX_ROWS or (length is not None and len(value) != length):
        raise Unsafe
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MAX_PARAM:
        raise Unsafe
    return value


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= MAX_ROWS:
        raise Unsafe
    return value


def request_line(path: str, sheet: str | None, encoding: str | None) -> bytes:
    """Return the request for one sheet."""
    return _line({"mode": "sheet", "path": path, "sheet": sheet, "encoding": encoding}) + b"\n"


def serve(request: Json) -> Iterable[bytes]:
    """Answer a request of mode `sheet` in the reader process.

    Raises:
        WorldFault: `file.*`, `sheet.*`.
    """
    from pathlib import Path

    from township_ledger.exchange.sheet_files import open_sheet_file

    sheet, encoding = request.get("sheet"), request.get("encoding")
    opened = open_sheet_file(
        Path(str(request["path"])),
        None if sheet is None else str(sheet),
        None if encoding is None else str(encoding),
    )
    return sheet_lines(opened)

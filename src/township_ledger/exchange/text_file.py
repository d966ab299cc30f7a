"""One table in a text file from outside: its encoding, its delimiter, its cells.

Chinese offices meet GBK from Excel, GB18030 from databases, UTF-8 with and without mark, UTF-16 from "Unicode text".
Every byte must decode: a file that is half right is refused rather than imported with holes.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import chain, islice
from typing import IO, TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import MAX_COLUMNS, MAX_ROWS, SheetHead, SheetKind
from township_ledger.exchange.xlsx_file import OpenedSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from township_ledger.domain.readings import Raw
    from township_ledger.exchange.xlsx_file import Note

# name shown to the clerk → codec; in the order in which they are tried without a byte order mark
_CODECS = {"UTF-8": "utf-8", "GBK": "gbk", "GB18030": "gb18030"}
_MARKED = (
    (codecs.BOM_UTF8, "UTF-8 BOM", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_FORCED = {**_CODECS, "UTF-8 BOM": "utf-8-sig", "UTF-16": "utf-16"}
ENCODINGS = tuple(_FORCED)
_DELIMITERS = ",\t;"
_BLOCK = 1 << 20
_SAMPLE_LINES = 50
_MAX_CELL = 1 << 20  # characters; a sheet's own limit is 32,767
# A leading tab or apostrophe keeps Excel from taking digits as a number; ="…" does the same.
_ESCAPED_NUMBER = re.compile(r"[\t']([\d+-].*)", re.DOTALL)
_FORMULA_TEXT = re.compile(r'="([^"]*)"')


def open_text(untrusted_file: IO[bytes], encoding: str | None, notes: list[Note]) -> OpenedSheet:
    """Open a text file as a table.

    Args:
        untrusted_file: the file, at any position.
        encoding: one of `ENCODINGS`, or None to find out.
        notes: remarks on the file so far; they come first in the head.

    Raises:
        WorldFault: `file.encoding` when no (or the forced) encoding fits, `file.cut_short` when the last character
            is incomplete, `file.unknown` for text with control characters; from the rows: `file.open_quote`,
            `file.cell_too_long`, `file.too_many_columns`, `file.too_many_rows`.
    """
    name, codec = _encoding(untrusted_file, encoding)
    lines = _lines(untrusted_file, codec)
    sample = list(islice(lines, _SAMPLE_LINES))
    delimiter = _delimiter(sample)
    if sample and sample[0].strip().lower() == f"sep={delimiter}":
        sample = sample[1:]  # Excel's own hint, no row
    head = SheetHead(
        kind=SheetKind.CSV,
        sheet="",
        encoding=name,
        preview=tuple(line.rstrip("\r\n")[:200] for line in sample[:3]),
        notes=tuple(notes),
    )
    return OpenedSheet(head, 0, _rows(chain(sample, lines), delimiter))


def _encoding(untrusted_file: IO[bytes], forced: str | None) -> tuple[str, str]:
    untrusted_file.seek(0)
    start = untrusted_file.read(4)
    if forced is not None:
        if forced not in _FORCED or _problem(untrusted_file, _FORCED[forced]):
            raise WorldFault("file.encoding_forced", encoding=forced[:20])
        return forced, _FORCED[forced]
    for mark, name, codec in _MARKED:
        if start.startswith(mark):
            _check(_problem(untrusted_file, codec))
            return name, codec
    problem = ""
    for name, codec in _CODECS.items():
        found = _problem(untrusted_file, codec)
        if not found:
            return name, codec
        problem = problem or (found if found == "file.cut_short" else "")
    raise WorldFault(problem or "file.encoding")


def _check(problem: str) -> None:
    if problem:
        raise WorldFault(problem)


def _problem(untrusted_file: IO[bytes], codec: str) -> str:
    """Decode the whole file block by block; return the code of what is wrong, or ""."""
    decoder = codecs.getincrementaldecoder(codec)()
    untrusted_file.seek(0)
    try:
        while block := untrusted_file.read(_BLOCK):
            if "\0" in decoder.decode(block):
                return "file.unknown"
    except (UnicodeError, OSError):
        return "file.encoding"
    try:
        decoder.decode(b"", True)  # noqa: FBT003 - the codec interface takes it by position
    except UnicodeError:
        return "file.cut_short"
    return ""


def _lines(untrusted_file: IO[bytes], codec: str) -> Iterator[str]:
    untrusted_file.seek(0)
    # A line without end would be read into memory whole; cut into pieces, the csv module would take them for rows.
    with io.TextIOWrapper(untrusted_file, encoding=codec, newline="") as stream:
        while line := stream.readline(_MAX_CELL):
            if len(line) == _MAX_CELL and line[-1] not in "\r\n":
                raise WorldFault("file.cell_too_long")
            yield line


def _delimiter(sample: list[str]) -> str:
    """Return the delimiter under which the first lines fall into the most even columns."""
    best, best_score = ",", (0.0, 0.0)
    for delimiter in _DELIMITERS:
        try:
            counts = [len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1]
        except csv.Error:
            continue
        if counts:
            common = max(set(counts), key=counts.count)
            # first: how many lines agree; second: how many columns they have
            score = (float(counts.count(common)), float(common))
            if score > best_score:
                best, best_score = delimiter, score
    return best


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[list[Raw]]:
    taken: list[str] = []

    def noted() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    previous_limit = csv.field_size_limit(_MAX_CELL)
    try:
        reader = csv.reader(noted(), delimiter=delimiter)
        for number, cells in enumerate(reader):
            if len(cells) > MAX_COLUMNS:
                raise WorldFault("file.too_many_columns_row", row=number + 1, limit=MAX_COLUMNS)
            if number >= MAX_ROWS:
                raise WorldFault("file.too_many_rows", limit=MAX_ROWS)
            if len(taken) > 1 and "".join(taken).count('"') % 2:
                raise WorldFault("file.open_quote", row=number + 1)
            taken.clear()
            yield [_cell(cell) if cell and cell[0] in "\t'=" else cell for cell in cells]
    except csv.Error as error:
        raise WorldFault("file.cell_too_long") from error
    finally:
        csv.field_size_limit(previous_limit)


def _cell(text: str) -> str:
    """Take away what only kept another program from reading a number."""
    found = _ESCAPED_NUMBER.fullmatch(text) or _FORMULA_TEXT.fullmatch(text)
    return found[1] if found else text

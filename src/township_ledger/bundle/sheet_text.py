"""The text of an xlsx that came in a bundle, read without building a workbook (ECMA-376 Part 1, §18).

Runs in the reader process on untrusted bytes: limits on members, sizes and sums; no entities, no outside references.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from township_ledger.bundle.personal_data import count_id_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_SHEET_MEMBERS = 200
MAX_SHEET_BYTES = 256 << 20
_CHUNK = 1 << 20
_TEXT_PARTS = re.compile(r"(xl/(sharedStrings|comments\d*|worksheets/sheet\d+)|docProps/\w+)\.xml")


class BadSheet(Exception):
    """Bytes that are no xlsx within the limits."""


class _Enough(Exception):
    """The parser has seen what was asked for."""


def _open(untrusted: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(untrusted))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadSheet from error
    members = archive.infolist()
    if len(members) > MAX_SHEET_MEMBERS or sum(member.file_size for member in members) > MAX_SHEET_BYTES:
        raise BadSheet
    return archive


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part's bytes, never more than its stated size."""
    try:
        info = archive.getinfo(name)
        left = info.file_size
        with archive.open(info) as part:
            while left > 0 and (piece := part.read(min(_CHUNK, left))):
                left -= len(piece)
                yield piece
    except (
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise BadSheet from error


class Look(NamedTuple):
    """What one look through a workbook gave."""

    cells: dict[tuple[str, str], str]  # (sheet, address) → a number as written, or a text
    id_numbers: int  # in cells, shared strings, comments and properties


def look_through(untrusted: bytes, wanted: Mapping[str, set[str]]) -> Look:
    """Read a workbook once: count the ID numbers in its text, and take the cells `wanted` (sheet name → addresses).

    Raises:
        BadSheet: the bytes are no workbook within the limits.
    """
    archive = _open(untrusted)
    paths = _sheet_paths(archive) if wanted else {}
    by_part = {path: sheet for sheet, path in paths.items() if sheet in wanted}
    raw: dict[tuple[str, str], tuple[str, str]] = {}
    found = 0
    for part in archive.namelist():
        if not _TEXT_PARTS.fullmatch(part):
            continue
        sheet = by_part.get(part)
        if sheet is None:
            found += count_id_numbers(_pieces(archive, part))
            continue
        finder = _RowFinder(wanted[sheet])
        found += count_id_numbers(finder.passing(_pieces(archive, part)))
        cells = finder.cells()
        if cells is None:
            cells = _cells(archive, part, wanted[sheet])
        raw.update({(sheet, address): cell for address, cell in cells.items()})
    return Look(_resolved(archive, raw), found)


def _resolved(
    archive: zipfile.ZipFile, raw: dict[tuple[str, str], tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Return the cells' texts, those that stand among the shared strings looked up there."""
    indexes = {int(text) for kind, text in raw.values() if kind == "s" and text.isdecimal()}
    strings = _shared_strings(archive, indexes) if indexes else {}
    return {
        place: strings.get(int(text), "") if kind == "s" and text.isdecimal() else text
        for place, (kind, text) in raw.items()
    }


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_args: object) -> None:
        raise BadSheet

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def _run(parser: expat.XMLParserType, pieces: Iterator[bytes]) -> None:
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 - expat's own signature
        parser.Parse(b"", True)  # noqa: FBT003
    except _Enough:
        return
    except expat.ExpatError as error:
        raise BadSheet from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet by the sheet's name."""
    by_id: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            by_id[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            id_of_it = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            sheets[attributes.get("name", "")] = by_id.get(id_of_it, "")

    parser = _parser()
    parser.StartElementHandler = relation
    _run(parser, _pieces(archive, "xl/_rels/workbook.xml.rels"))
    parser = _parser()
    parser.StartElementHandler = sheet
    _run(parser, _pieces(archive, "xl/workbook.xml"))
    return {
        name: target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        for name, target in sheets.items()
    }


def _cells(archive: zipfile.ZipFile, path: str, addresses: set[str]) -> dict[str, tuple[str, str]]:
    """Return address → (cell type, raw text) for the cells asked for."""
    reader = _CellReader(addresses)
    _run(reader.parser, _pieces(archive, path))
    return reader.found


class _RowFinder:
    """Finds the rows asked for in passing, so that the parser sees these alone and not a hundred thousand others.

    It looks for `<row r="46"` as bytes, which is how every writer that we know begins a row. A part with comments,
    character data sections or a document type (anything with `<!`) is left to the parser as a whole.
    """

    def __init__(self, addresses: set[str]) -> None:
        self._reader = _CellReader(addresses)
        self._mark = b'<row r="%d"' % min(_row_of(address) for address in addresses)
        self._rest = b""
        self._begun = self._ended = self._plain = False

    def passing(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the pieces on, having looked at them."""
        self._plain = True
        for piece in pieces:
            self._look(piece)
            yield piece

    def _look(self, piece: bytes) -> None:
        seam = self._rest + piece[: len(self._mark)]  # what stands across the border of two pieces
        self._plain = self._plain and b"<!" not in piece and b"<!" not in seam
        if not self._begun:
            at, where = seam.find(self._mark), seam
            if at < 0:
                at, where = piece.find(self._mark), piece
            if at < 0:
                self._rest = (self._rest + piece[-len(self._mark) :])[-len(self._mark) :]
                return
            self._begun = True
            rest = piece[len(self._mark) :] if where is seam else b""
            piece = b"<sheetData>" + where[at:] + rest
        else:
            self._rest = piece[-1:]
        if not self._ended and self._plain:
            self._ended = self._reader.feed(piece)

    def cells(self) -> dict[str, tuple[str, str]] | None:
        """Return the cells found, or None when the part must be parsed as a whole."""
        return self._reader.found if self._begun and self._plain else None


def _row_of(address: str) -> int:
    return int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


class _CellReader:
    """Collects some cells of one sheet."""

    def __init__(self, addresses: set[str]) -> None:
        self.found: dict[str, tuple[str, str]] = {}
        self._addresses = addresses
        self._last_row = max(_row_of(address) for address in addresses)
        self._address = ""
        self._kind = ""
        self._text: list[str] = []
        self._inside = False
        self.parser = _parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def feed(self, piece: bytes) -> bool:
        """Parse a further piece; True when the last row asked for, or the end of the rows, is behind.

        Raises:
            BadSheet: it is no XML.
        """
        try:
            self.parser.Parse(piece, False)  # noqa: FBT003 - expat's own signature
        except _Enough:
            return True
        except expat.ExpatError as error:
            raise BadSheet from error
        return False

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "row":
            row = attributes.get("r", "0")
            if row.isdecimal() and int(row) > self._last_row:
                raise _Enough
        elif local == "c":
            self._address, self._kind = attributes.get("r", ""), attributes.get("t", "n")
            self._text = []
        elif local in {"v", "t"}:
            self._inside = self._address in self._addresses

    def _end(self, name: str) -> None:
        local = _local(name)
        if local in {"v", "t"}:
            self._inside = False
        elif local == "sheetData":
            raise _Enough
        elif local == "c" and self._address in self._addresses:
            self.found[self._address] = (self._kind, "".join(self._text))

    def _data(self, text: str) -> None:
        if self._inside:
            self._text.append(text)


def _shared_strings(archive: zipfile.ZipFile, indexes: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    at = -1
    text: list[str] = []
    inside = False
    last = max(indexes)

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal at, inside
        local = _local(name)
        if local == "si":
            at += 1
            text.clear()
            if at > last:
                raise _Enough
        inside = local == "t" and at in indexes

    def end(name: str) -> None:
        nonlocal inside
        inside = False
        if _local(name) == "si" and at in indexes:
            found[at] = "".join(text)

    def data(piece: str) -> None:
        if inside:
            text.append(piece)

    parser = _parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    _run(parser, _pieces(archive, "xl/sharedStrings.xml"))
    return found

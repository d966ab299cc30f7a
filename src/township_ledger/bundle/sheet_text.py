"""The text of an xlsx that came in a bundle, read without building a workbook (ECMA-376 Part 1, §18).

Runs in the reader process on untrusted bytes: limits on members, sizes and sums; no entities, no outside references.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def sheet_parts(untrusted: bytes) -> Iterator[Iterator[bytes]]:
    """Yield each part that holds text (cells, shared strings, comments, properties) as raw XML in pieces.

    Raises:
        BadSheet: also from the inner iterators.
    """
    archive = _open(untrusted)
    for name in archive.namelist():
        if _TEXT_PARTS.fullmatch(name):
            yield _pieces(archive, name)


def cells_of(untrusted: bytes, wanted: dict[str, set[str]]) -> dict[tuple[str, str], str]:
    """Return the raw values of the cells `wanted` (sheet name → addresses): a number as written, or a text.

    Reading of a sheet ends with the last row that is asked for.

    Raises:
        BadSheet: the bytes are no workbook within the limits.
    """
    archive = _open(untrusted)
    paths = _sheet_paths(archive)
    raw: dict[tuple[str, str], tuple[str, str]] = {}
    for sheet, addresses in wanted.items():
        if sheet in paths:
            for address, cell in _cells(archive, paths[sheet], addresses).items():
                raw[sheet, address] = cell
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


class _CellReader:
    """Collects some cells of one sheet."""

    def __init__(self, addresses: set[str]) -> None:
        self.found: dict[str, tuple[str, str]] = {}
        self._addresses = addresses
        self._last_row = max(int(re.sub("[A-Z]", "", address)) for address in addresses)
        self._address = ""
        self._kind = ""
        self._text: list[str] = []
        self._inside = False
        self.parser = _parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

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

"""Every bad file has its own code, within bounded time and memory, and never a trace."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.exchange.workbooks import MAIN, cell, parts, save, worksheet

from township_ledger.app.reader_process import ReaderProcess
from township_ledger.domain.faults import WorldFault
from township_ledger.exchange.sheet_files import open_sheet_file
from township_ledger.usecases.progress import Silent
from township_ledger.words import known, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

ONE = worksheet(f'<row r="1">{cell("A1", "x")}</row>')
DTD = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def ole(*streams: str) -> bytes:
    """The header of a compound file and a directory that names these streams."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory.ljust(1024, b"\0")


def with_part(name: str, data: bytes, sheet: str = ONE) -> Callable[[Path], None]:
    return lambda path: void(save(path, {**parts(sheet), name: data}))


def void(_: object) -> None:
    return None


def raw(data: bytes) -> Callable[[Path], None]:
    return lambda path: void(path.write_bytes(data))


def workbook_bytes(sheet: str = ONE) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts(sheet).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def lying_bomb(path: Path) -> None:
    """A sheet part that says it has 100 bytes and inflates to 300 MB."""
    data = b"<worksheet><sheetData>" + b" " * 300_000_000
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    found = parts(ONE)
    found["xl/worksheets/sheet1.xml"] = b"?" * 100
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in found.items():
            archive.writestr(name, packed if name == "xl/worksheets/sheet1.xml" else part)
    whole = buffer.getvalue()
    # both headers of the part are rewritten: method deflate, size 100
    sizes = struct.pack("<II", len(packed), len(packed))
    assert whole.count(sizes) == 2
    local, central = whole.find(sizes), whole.rfind(sizes)
    changed = bytearray(whole)
    for place, method in ((local, local - 10), (central, central - 10)):
        changed[place + 4 : place + 8] = struct.pack("<I", 100)
        changed[method : method + 2] = struct.pack("<H", 8)
    path.write_bytes(bytes(changed))


def declared_bomb(path: Path) -> None:
    save(path, {**parts(ONE), "xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 60_000_000})


def large_part(path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - noise that does not pack, not a secret
    noise = chance.randbytes(1 << 20).hex().encode()
    save(path, {**parts(ONE), "xl/worksheets/sheet1.xml": noise * 100}, zipfile.ZIP_STORED)


def many_entries(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", b"")


def encrypted_entry(path: Path) -> None:
    data = bytearray(workbook_bytes())
    place = data.find(b"xl/workbook.xml")
    data[place - 30 + 6] |= 1
    central = data.rfind(b"xl/workbook.xml")
    data[central - 46 + 8] |= 1
    path.write_bytes(bytes(data))


def nested(path: Path) -> None:
    save(path, {"花名册.xlsx": workbook_bytes(), "b.xlsx": workbook_bytes()})


def far_cells(path: Path) -> None:
    data = f'<row r="1">{cell("A1", "x")}</row><row r="1048576">{cell("IV1048576", "y")}</row>'
    save(path, parts(worksheet(data)))
    assert path.stat().st_size < 2_000


def far_column(path: Path) -> None:
    save(path, parts(worksheet(f'<row r="1">{cell("A1", "x")}</row><row r="9">{cell("XFD9", "y")}</row>')))


def unordered_far_cells(path: Path) -> None:
    """The same with the outermost cell where no honest program writes it: it is caught by the limits."""
    data = f'<row r="1">{cell("IV1048576", "y")}{cell("A1", "x")}</row>'
    save(path, parts(worksheet(data)))


CASES: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "empty": ("a.xlsx", raw(b""), "file.empty"),
    "folder": ("a.xlsx", Path.mkdir, "file.folder"),
    "not-there": ("a.xlsx", void, "file.missing"),
    "cut-short": ("a.xlsx", raw(workbook_bytes()[:-200]), "file.cut_short"),
    "cut-to-four-bytes": ("a.xlsx", raw(b"PK\x03\x04"), "file.cut_short"),
    "damaged-directory": (
        "a.xlsx",
        raw(workbook_bytes().replace(b"PK\x01\x02", b"PK\x07\x02")),
        "file.damaged",
    ),
    "damaged-content": (
        "a.xlsx",
        raw(workbook_bytes().replace(b"PK\x03\x04", b"PK\x03\x09")),
        "file.unknown",
    ),
    "no-workbook": ("a.xlsx", lambda path: void(save(path, {"[Content_Types].xml": b"<Types/>"})), "file.no_workbook"),
    "no-sheet": ("a.xlsx", lambda path: void(save(path, parts())), "file.no_sheet"),
    "archive": ("a.zip", nested, "file.archive"),
    "empty-archive": ("a.zip", raw(b"PK\x05\x06" + bytes(18)), "file.archive"),
    "document": ("a.docx", lambda path: void(save(path, {"word/document.xml": b"<w/>"})), "file.document"),
    "slides": ("a.pptx", lambda path: void(save(path, {"ppt/p.xml": b"<w/>"})), "file.document"),
    "binary-workbook": ("a.xlsb", lambda path: void(save(path, {"xl/workbook.bin": b""})), "file.xlsb"),
    "ofd": ("a.ofd", lambda path: void(save(path, {"OFD.xml": b"<o/>"})), "file.pdf"),
    "ods": (
        "a.ods",
        lambda path: void(save(path, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})),
        "file.ods",
    ),
    "odt": (
        "a.odt",
        lambda path: void(save(path, {"mimetype": b"application/vnd.oasis.opendocument.text"})),
        "file.document",
    ),
    "bundle": (
        "a.asics",
        lambda path: void(save(path, {"mimetype": b"application/vnd.etsi.asic-s+zip", "payload.zip": b""})),
        "file.bundle",
    ),
    "password": ("a.xlsx", raw(ole("EncryptionInfo", "EncryptedPackage")), "file.password"),
    "password-zip": ("a.xlsx", encrypted_entry, "file.password"),
    "old-xls": ("a.xls", raw(ole("Workbook")), "file.xls"),
    "older-xls": ("a.xls", raw(ole("Book")), "file.xls"),
    "bare-biff": ("a.xls", raw(b"\x09\x04\x06\x00\x00\x04\x10\x00"), "file.xls"),
    "xls-named-xlsx": ("a.xlsx", raw(ole("Workbook")), "file.xls"),
    "old-document": ("a.doc", raw(ole("WordDocument")), "file.document"),
    "other-ole": ("a.msi", raw(ole("Something")), "file.unknown"),
    "bomb-declared": ("a.xlsx", declared_bomb, "file.bomb"),
    "bomb-lying": ("a.xlsx", lying_bomb, "file.bomb"),
    "bomb-entries": ("a.xlsx", many_entries, "file.bomb"),
    "too-large": ("a.xlsx", large_part, "file.too_large"),
    "far-cells": ("a.xlsx", far_cells, "file.far_cells"),
    "far-column": ("a.xlsx", far_column, "file.too_many_columns"),
    "dtd-sheet": ("a.xlsx", with_part("xl/worksheets/sheet1.xml", (DTD + ONE).encode()), "file.entities"),
    "dtd-utf16": (
        "a.xlsx",
        with_part("xl/worksheets/sheet1.xml", ('<?xml version="1.0" encoding="UTF-16"?>' + DTD + ONE).encode("utf-16")),
        "file.entities",
    ),
    "dtd-workbook": (
        "a.xlsx",
        with_part("xl/workbook.xml", LAUGHS.encode() + parts(ONE)["xl/workbook.xml"]),
        "file.entities",
    ),
    "dtd-relations": (
        "a.xlsx",
        with_part("_rels/.rels", DTD.encode() + b"<Relationships/>"),
        "file.entities",
    ),
    "sheet-is-no-xml": ("a.xlsx", with_part("xl/worksheets/sheet1.xml", b"\x00\x01\x02"), "file.damaged"),
    "sheet-is-no-sheet": ("a.xlsx", with_part("xl/worksheets/sheet1.xml", b"<w/>"), "file.damaged"),
    "sheet-cut-inside": ("a.xlsx", with_part("xl/worksheets/sheet1.xml", ONE[:150].encode()), "file.damaged"),
    "deep": ("a.xlsx", with_part("xl/workbook.xml", b"<a>" * 1_000_000), "file.damaged"),
    "pdf": ("a.xlsx", raw(b"%PDF-1.7\n"), "file.pdf"),
    "png": ("a.png", raw(b"\x89PNG\r\n\x1a\n\0\0"), "file.picture"),
    "jpeg": ("a.xlsx", raw(b"\xff\xd8\xff\xe0\0\0"), "file.picture"),
    "webp": ("a.webp", raw(b"RIFF\0\0\0\0WEBP"), "file.picture"),
    "heic": ("a.heic", raw(b"\0\0\0\x18ftypheic"), "file.picture"),
    "bmp": ("a.bmp", raw(b"BM\x36\x00\x00\x00\x00\x00"), "file.picture"),
    "rar": ("a.rar", raw(b"Rar!\x1a\x07"), "file.archive"),
    "7z": ("a.7z", raw(b"7z\xbc\xaf\x27\x1c"), "file.archive"),
    "rtf": ("a.rtf", raw(b"{\\rtf1}"), "file.document"),
    "exe": ("花名册.xlsx.exe", raw(b"MZ\x90\0\x03\0"), "file.program"),
    "elf": ("a", raw(b"\x7fELF\x02"), "file.program"),
    "html-xls": ("a.xls", raw("<html><table><tr><td>姓名</td></tr></table>".encode()), "file.html"),
    "html-bom": ("a.xls", raw("\ufeff<!DOCTYPE HTML><table>".encode()), "file.html"),
    "html-utf16": ("a.xls", raw("<html><body>".encode("utf-16")), "file.html"),
    "mhtml": ("a.xls", raw(b"MIME-Version: 1.0\r\nX"), "file.html"),
    "xml-2003": (
        "a.xls",
        raw(b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
        "file.xml_sheet",
    ),
    "xml": ("a.xml", raw(b"<?xml version='1.0'?><x/>"), "file.xml"),
    "noise": ("a.xlsx", raw(bytes(range(256)) * 8), "file.unknown"),
    "workbook-without-its-beginning": ("a.xlsx", raw(workbook_bytes()[40:]), "file.unknown"),
    "csv-half-binary": ("a.csv", raw("姓名,证号\n".encode() + b"\xff\xff\xff"), "file.encoding"),
    "csv-cut-inside-a-character": ("a.csv", raw("姓名,证号\n王伟".encode()[:-1]), "file.cut_short"),
    "csv-open-quote": ("a.csv", raw('姓名,备注\n王伟,"借调\n李娜,x\n'.encode()), "file.open_quote"),
    "csv-long-line": ("a.csv", raw("姓名\n".encode() + b"a" * 3_000_000), "file.cell_too_long"),
    "csv-long-cell": ("a.csv", raw(b'a,"' + b"x" * 1_200_000 + b'",b\n'), "file.cell_too_long"),
    "csv-wide": ("a.csv", raw(b"x," * 256 + b"x\n"), "file.too_many_columns_row"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_file(tmp_path: Path, case: str) -> None:
    name, make, code = CASES[case]
    path = tmp_path / name
    make(path)
    with pytest.raises(WorldFault) as caught:
        for _ in open_sheet_file(path).rows:
            pass
    assert caught.value.code == code
    assert known(code)
    assert sentence(code, **caught.value.params)


# The same through the real process with its real limits: those that want much, and those that only the limits stop.
THROUGH_THE_PROCESS = {
    "bomb-lying": "file.bomb",
    "too-large": "file.too_large",
    "far-cells": "file.far_cells",
    "password": "file.password",
}


@pytest.mark.parametrize("case", THROUGH_THE_PROCESS)
def test_bad_file_through_the_process(tmp_path: Path, case: str) -> None:
    name, make, code = CASES[case]
    path = tmp_path / name
    make(path)
    begin = time.monotonic()
    with pytest.raises(WorldFault) as caught, ReaderProcess().open_sheet(path, progress=Silent()):
        pytest.fail("it opened")
    assert caught.value.code == code
    assert time.monotonic() - begin < 20


def test_what_hides_from_the_checks_ends_at_the_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    unordered_far_cells(path)
    with pytest.raises(WorldFault) as caught, ReaderProcess().open_sheet(path, progress=Silent()):
        pytest.fail("it opened")
    assert caught.value.code == "file.unsafe"


def test_a_large_honest_workbook_fits_into_the_limits(tmp_path: Path) -> None:
    """60,000 rows of a roster: 1.2 million cells."""
    path = tmp_path / "a.xlsx"
    strings = "".join(f"<si><t>城关镇综合行政执法大队第{number}中队</t></si>" for number in range(500))
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letter}{row}" t="s"><v>{(row * 7 + index) % 500}</v></c>' for index, letter in enumerate("ABCDEFGHIJKLMNOPQRST"))
        + "</row>"
        for row in range(1, 60_001)
    )  # fmt: skip
    save(path, parts(worksheet(rows), strings=f'<sst xmlns="{MAIN}">{strings}</sst>'))
    with ReaderProcess().open_sheet(path, progress=Silent()) as (head, chunks):
        assert head.rows == 60_000
        assert sum(len(chunk.rows) for chunk in chunks) == 60_000

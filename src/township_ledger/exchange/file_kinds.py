"""What a file from outside is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import IO, TYPE_CHECKING

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from pathlib import Path

# Whatever is larger is no sheet of one township; the reader could not hold it.
MAX_FILE = 512 * 1024 * 1024
_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class FileKind(StrEnum):
    """The kinds that are read."""

    ZIP = "zip"
    TEXT = "text"


# First bytes → code of the fault that names the kind and says what to do.
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "file.pdf"),
    (b"\x89PNG\r\n\x1a\n", "file.picture"),
    (b"\xff\xd8\xff", "file.picture"),
    (b"GIF8", "file.picture"),
    (b"BM", "file.picture"),
    (b"II*\0", "file.picture"),
    (b"MM\0*", "file.picture"),
    (b"Rar!", "file.archive"),
    (b"7z\xbc\xaf", "file.archive"),
    (b"\x1f\x8b", "file.archive"),
    (b"{\\rtf", "file.document"),
    (b"MZ", "file.program"),
    (b"\x7fELF", "file.program"),
    # worksheets of Excel 2 to 4: a bare BIFF stream begins with a BOF record
    (b"\x09\x00\x04\x00", "file.xls"),
    (b"\x09\x02\x06\x00", "file.xls"),
    (b"\x09\x04\x06\x00", "file.xls"),
)  # fmt: skip
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|table|head|body|meta|div)\b", re.IGNORECASE)
_XML_SHEET = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet", re.IGNORECASE)
_MAIL = re.compile(rb"\A\s*MIME-Version:", re.IGNORECASE)
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def open_untrusted(path: Path) -> IO[bytes]:
    """Open a file for reading.

    Raises:
        WorldFault: `file.missing`, `file.folder`, `file.empty`, `file.too_large`, `file.locked` (in use or not
            permitted), `file.special` (a device or pipe), `file.unreadable` for any other error of the medium.
    """
    try:
        if path.is_dir():
            raise WorldFault("file.folder")
        if not path.exists():
            raise WorldFault("file.missing")
        if not path.is_file():
            raise WorldFault("file.special")
        size = path.stat().st_size
        if size == 0:
            raise WorldFault("file.empty")
        if size > MAX_FILE:
            raise WorldFault("file.too_large", mib=MAX_FILE // (1024 * 1024))
        return path.open("rb")
    except PermissionError as error:
        raise WorldFault("file.locked") from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise WorldFault("file.unreadable") from error


def kind_of(untrusted_file: IO[bytes]) -> FileKind:
    """Return what the file is.

    Raises:
        WorldFault: the code of a kind that is not read, or `file.unknown`.
    """
    try:
        untrusted_file.seek(0)
        head = untrusted_file.read(_HEAD)
    except OSError as error:
        raise WorldFault("file.unreadable") from error
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"}:
        return FileKind.ZIP
    if head.startswith(_OLE):
        raise WorldFault(_ole_code(untrusted_file))
    for magic, code in _REFUSED:
        if head.startswith(magic):
            # BM and MZ may also begin a line of text
            if len(magic) == 2 and magic.isalpha() and b"\0" not in head[:64]:
                continue
            raise WorldFault(code)
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in {b"ftypheic", b"ftypmif1"}:
        raise WorldFault("file.picture")
    return _text_kind(head)


def _text_kind(head: bytes) -> FileKind:
    # UTF-16 text holds zero bytes; without them its markup looks like any other.
    bare = head.replace(b"\0", b"") if head.startswith(_TEXT_MARKS) else head
    start = bare.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MAIL.match(start):
        raise WorldFault("file.html")
    if start.startswith(b"<"):
        if _XML_SHEET.search(bare):
            raise WorldFault("file.xml_sheet")
        raise WorldFault("file.html" if _HTML.search(bare) else "file.xml")
    if b"\0" in head and not head.startswith(_TEXT_MARKS):
        raise WorldFault("file.unknown")
    return FileKind.TEXT


def _ole_code(untrusted_file: IO[bytes]) -> str:
    """Return the code of a compound file: encrypted workbook, old workbook, old document, or something else.

    Its directory holds the names of its streams as UTF-16; finding one needs no walk through the sectors.
    """
    untrusted_file.seek(0)
    data = untrusted_file.read(64 * 1024 * 1024)
    for name, code in (
        ("EncryptedPackage", "file.password"),
        ("Workbook", "file.xls"),
        ("WordDocument", "file.document"),
        ("PowerPoint Document", "file.document"),
        ("Book", "file.xls"),
    ):
        if name.encode("utf-16-le") in data:
            return code
    return "file.unknown"


def zip_code(names: list[str], mimetype: bytes | bytearray) -> str:
    """Return the code of a zip that is no xlsx, from its lower-case entry names and the `mimetype` entry."""
    if b"opendocument.spreadsheet" in mimetype:
        return "file.ods"
    if b"etsi.asic" in mimetype or "payload.zip" in names:
        return "file.bundle"
    if b"opendocument" in mimetype or any(name.startswith(("word/", "ppt/")) for name in names):
        return "file.document"
    if "xl/workbook.bin" in names:
        return "file.xlsb"
    if "ofd.xml" in names:
        return "file.pdf"
    if any(name.startswith("xl/") for name in names) or "[content_types].xml" in names:
        return "file.no_workbook"
    return "file.archive"

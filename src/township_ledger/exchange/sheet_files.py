"""Opens a sheet from outside by its content. Runs in the reader process only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.exchange.file_kinds import FileKind, kind_of, open_untrusted, zip_code
from township_ledger.exchange.zip_parts import ZipParts

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from township_ledger.exchange.xlsx_file import Note, OpenedSheet

# What a name promises, by its ending: only these are worth a remark when the content is another.
_PROMISED = {
    ".xlsx": FileKind.ZIP,
    ".xlsm": FileKind.ZIP,
    ".xltx": FileKind.ZIP,
    ".xls": None,
    ".et": None,
    ".ods": None,
    ".csv": FileKind.TEXT,
    ".txt": FileKind.TEXT,
    ".tsv": FileKind.TEXT,
}


def open_sheet_file(path: Path, sheet: str | None = None, encoding: str | None = None) -> OpenedSheet:
    """Open one sheet of the file.

    Raises:
        WorldFault: `file.*` or `sheet.unknown`; later, from the rows, the faults of a text file.
    """
    untrusted_file = open_untrusted(path)
    try:
        return _open(untrusted_file, path.suffix.lower(), sheet, encoding)
    except BaseException:
        untrusted_file.close()
        raise


def _open(untrusted_file: IO[bytes], ending: str, sheet: str | None, encoding: str | None) -> OpenedSheet:
    kind = kind_of(untrusted_file)
    notes: list[Note] = []
    if _PROMISED.get(ending, kind) is not kind:
        notes.append((f"sheet.is_{'workbook' if kind is FileKind.ZIP else 'text'}", {"ending": ending}))
    if kind is FileKind.TEXT:
        from township_ledger.exchange.text_file import open_text

        if ending in {".xlsx", ".xlsm"}:
            _refuse_remains(untrusted_file)
        return open_text(untrusted_file, encoding, notes)
    from township_ledger.exchange.xlsx_file import open_xlsx

    try:
        opened = open_xlsx(untrusted_file, sheet, notes)
    except WorldFault as fault:
        if fault.code == "file.no_workbook":
            raise WorldFault(_zip_kind(untrusted_file)) from fault
        raise
    untrusted_file.close()  # a workbook has been read whole by now; a text file is read with its rows
    return opened


def _refuse_remains(untrusted_file: IO[bytes]) -> None:
    """Refuse a workbook whose beginning is lost: its bytes would otherwise be told to be text in a wrong encoding."""
    untrusted_file.seek(0)
    if b"\0" in untrusted_file.read(1 << 16):
        raise WorldFault("file.damaged")


def _zip_kind(untrusted_file: IO[bytes]) -> str:
    parts = ZipParts(untrusted_file)
    mimetype = parts.read("mimetype", 1024) if parts.has("mimetype") else b""
    return zip_code(parts.names(), mimetype)

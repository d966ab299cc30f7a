"""One worksheet of an xlsx from outside: vetted, put into a container of our own, read by calamine.

calamine never sees the file itself. It is given a stored zip that holds the parts that were inflated, bounded and
scanned here, under a workbook part written here, so that what was checked is what is read, whatever the archive
says twice or differently.
"""

from __future__ import annotations

import io
import threading
import zipfile
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import Place, SheetHead, SheetKind, SheetTab
from township_ledger.exchange.plain_xml import plain
from township_ledger.exchange.sheet_marks import MarkScanner, place_of
from township_ledger.exchange.workbook_parts import TabPart, comment_refs, read_styles, read_workbook
from township_ledger.exchange.zip_parts import MIB, ZipParts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from python_calamine import CalamineSheet

    from township_ledger.domain.faults import Param
    from township_ledger.domain.readings import Raw
    from township_ledger.exchange.sheet_marks import SheetMarks

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_LARGE = 48 * MIB

Bytes = bytes | bytearray | memoryview
Note = tuple[str, "Mapping[str, Param]"]


class OpenedSheet(NamedTuple):
    """The head of a sheet and its rows, the first of them at row `first`."""

    head: SheetHead
    first: int
    rows: Iterator[list[Raw]]


def open_xlsx(untrusted_file: IO[bytes], sheet: str | None, notes: list[Note]) -> OpenedSheet:
    """Open one sheet of a workbook.

    Args:
        untrusted_file: the file, at any position.
        sheet: the sheet's name; None takes the first visible sheet with a content.
        notes: remarks on the file so far; they come first in the head.

    Raises:
        WorldFault: `file.*`, `sheet.unknown`.
    """
    parts = ZipParts(untrusted_file)
    workbook = read_workbook(parts)
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in parts.names()):
        notes.append(("sheet.macros", {}))
    tab, scanner, empty = _choose(parts, workbook.tabs, sheet)
    styles = read_styles(parts, workbook.styles_part)
    strings = plain(parts.read(workbook.strings_part)) if workbook.strings_part else None
    container = _container(scanner.values(), strings, styles.xml, date_1904=workbook.date_1904)
    del strings
    values = _read(container, scanner, styles.month_only)
    marks = scanner.marks
    comments = [place for ref in comment_refs(parts, tab.part) if (place := place_of(ref))]
    notes += _notes(marks, workbook.tabs, tab)
    head = SheetHead(
        kind=SheetKind.XLSX,
        sheet=tab.name,
        tabs=tuple(SheetTab(each.name, each.visible, each in empty) for each in workbook.tabs if each.part),
        rows=marks.rows,
        date_1904=workbook.date_1904,
        merged=tuple(marks.merged),
        hidden_rows=frozenset(row for row in marks.hidden_rows if row < marks.rows),
        hidden_columns=frozenset(column for column in marks.hidden_columns if column < marks.columns),
        unstored=tuple(marks.unstored),
        errors=tuple(marks.errors),
        comments=tuple(comments),
        notes=tuple(notes),
    )
    start = values.start or (0, 0)
    return OpenedSheet(head, start[0], _rows(values, marks))


def _choose(
    parts: ZipParts, tabs: tuple[TabPart, ...], wanted: str | None
) -> tuple[TabPart, MarkScanner, set[TabPart]]:
    """Return the sheet to read, its scanned part, and the sheets that were found to be empty."""
    empty: set[TabPart] = set()
    if wanted is not None:
        for tab in tabs:
            if tab.name == wanted and tab.part:
                scanner = MarkScanner(plain(parts.read(tab.part)))
                return tab, scanner, {tab} if scanner.blank else empty
        raise WorldFault("sheet.unknown", sheet=wanted[:60])
    candidates = [tab for tab in tabs if tab.part and tab.visible] or [tab for tab in tabs if tab.part]
    chosen: tuple[TabPart, MarkScanner] | None = None
    for tab in candidates:
        scanner = MarkScanner(plain(parts.read(tab.part)))
        if not scanner.blank:
            return tab, scanner, empty
        empty.add(tab)
        chosen = chosen or (tab, scanner)
    if chosen is None:  # pragma: no cover - read_workbook refuses a workbook without a sheet
        raise WorldFault("file.no_sheet")
    return *chosen, empty


class _Scan(threading.Thread):
    """The scan of a sheet's marks beside the reading of its values, which needs no interpreter."""

    def __init__(self, scanner: MarkScanner, month_styles: frozenset[int]) -> None:
        super().__init__(daemon=True)
        self._scanner, self._month_styles = scanner, month_styles
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Scan; what goes wrong is raised by `finish`."""
        try:
            self._scanner.extent()
            self._scanner.rest(self._month_styles)
        except BaseException as error:  # noqa: BLE001 - handed on
            self._error = error

    def finish(self) -> None:
        """Wait for the end; the scanned bytes are given back."""
        self.join()
        self._scanner.forget()
        if self._error is not None:
            raise self._error


def _container(
    sheet: Sequence[Bytes], strings: Bytes | None, styles: Bytes | None, *, date_1904: bool
) -> io.BytesIO:
    """Return an xlsx of one sheet, stored, made of vetted parts."""
    relations = f'<Relationships xmlns="{_PACKAGE}">'
    outer = (
        relations
        + f'<Relationship Id="r1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    inner = (
        relations + f'<Relationship Id="r1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_DOCUMENT}/styles" Target="styles.xml"/></Relationships>'
    )
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><workbookPr date1904="{int(date_1904)}"/>'
        '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    parts: dict[str, Sequence[Bytes]] = {
        "_rels/.rels": [outer.encode()],
        "xl/workbook.xml": [workbook.encode()],
        "xl/_rels/workbook.xml.rels": [inner.encode()],
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = [strings]
    if styles is not None:
        parts["xl/styles.xml"] = [styles]
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w", zipfile.ZIP_STORED) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=False) as member:
                for piece in pieces:
                    member.write(piece)
    container.seek(0)
    return container


def _read(container: io.BytesIO, scanner: MarkScanner, month_styles: frozenset[int]) -> CalamineSheet:
    """Let calamine read the one sheet of the container, and scan its marks meanwhile.

    Raises:
        WorldFault: `file.damaged`, and the scanner's own.
    """
    from python_calamine import CalamineWorkbook

    with _rust():
        book = CalamineWorkbook.from_filelike(container)
    large = len(container.getbuffer()) > _LARGE
    container.close()  # calamine has its own copy
    if not scanner.small_at_a_glance():
        scanner.extent()
    scan = _Scan(scanner, month_styles)
    if large:  # one after the other, so that the scanned bytes are gone when the values need the room
        scan.finish()
    with _rust():
        values = book.get_sheet_by_index(0)
    scan.finish()
    return values


@contextmanager
def _rust() -> Iterator[None]:
    """Turn whatever the Rust library raises into a damaged file; its PanicException is no Exception."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        raise WorldFault("file.damaged") from error


def _rows(values: CalamineSheet, marks: SheetMarks) -> Iterator[list[Raw]]:
    """Yield the rows from the first one with a content on, each from column A on."""
    if values.start is None:
        return
    first, left = values.start
    padding: list[Raw] = [""] * left
    mended: dict[int, list[int]] = {}
    for place in (*marks.errors, *marks.months):
        mended.setdefault(place.row, []).append(place.column)
    # iter_rows gives the empty rows above the first content, but not the empty columns left of it
    for number, cells in enumerate(islice(values.iter_rows(), first, None), start=first):
        # calamine's timedelta ([h]:mm) becomes text on the wire; every other type of its cells is a Raw.
        row: list[Raw] = padding + cells if left else cells  # type: ignore[operator, assignment]
        if number in mended:
            for column in mended[number]:
                _mend(row, Place(number, column), marks)
        yield row


def _mend(row: list[Raw], place: Place, marks: SheetMarks) -> None:
    """Put back what calamine does not tell: the text of an error; a month that is no day."""
    if place.column >= len(row):
        return
    value = row[place.column]
    if place in marks.errors and value == "":
        row[place.column] = marks.errors[place]
    elif isinstance(value, date) and not isinstance(value, datetime) and value.day == 1:
        row[place.column] = f"{value:%Y-%m}"


def _notes(marks: SheetMarks, tabs: tuple[TabPart, ...], chosen: TabPart) -> Iterator[Note]:
    hidden = [tab.name for tab in tabs if tab.part and not tab.visible and tab != chosen]
    if hidden:
        yield "sheet.hidden_sheets", {"count": len(hidden), "names": "、".join(hidden[:5])[:200]}
    if not chosen.visible:
        yield "sheet.is_hidden", {"sheet": chosen.name[:60]}
    rows = sum(row < marks.rows for row in marks.hidden_rows)
    if rows:
        yield "sheet.hidden_rows", {"count": rows}
    columns = sum(column < marks.columns for column in marks.hidden_columns)
    if columns:
        yield "sheet.hidden_columns", {"count": columns}
    if marks.unstored:
        yield "sheet.unstored", {"count": len(marks.unstored), "cell": _address(marks.unstored[0])}
    if marks.errors:
        yield "sheet.errors", {"count": len(marks.errors), "cell": _address(min(marks.errors))}
    if not marks.rows:
        yield "sheet.empty", {"sheet": chosen.name[:60]}


def _address(place: Place) -> str:
    from township_ledger.domain.sheets import cell_address

    return cell_address(place.row, place.column)

"""Workbooks built part by part, so that a test can make exactly one thing wrong."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def worksheet(data: str, *, before: str = "", after: str = "", head: str = "") -> str:
    """A worksheet whose `sheetData` holds `data`."""
    return f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def cell(reference: str, text: str) -> str:
    """A cell with an inline string."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def parts(
    *sheets: str,
    names: tuple[str, ...] = (),
    states: tuple[str, ...] = (),
    workbook_properties: str = "",
    styles: str | None = None,
    strings: str | None = None,
) -> dict[str, bytes]:
    """The parts of a workbook with these sheets, by name."""
    listed = relations = ""
    found: dict[str, bytes] = {}
    for index, xml in enumerate(sheets):
        name = names[index] if index < len(names) else f"表{index + 1}"
        state = f' state="{states[index]}"' if index < len(states) else ""
        listed += f'<sheet name="{name}" sheetId="{index + 1}"{state} r:id="rId{index + 1}"/>'
        relations += (
            f'<Relationship Id="rId{index + 1}" Type="{RELATIONS}/worksheet" '
            f'Target="worksheets/sheet{index + 1}.xml"/>'
        )
        found[f"xl/worksheets/sheet{index + 1}.xml"] = xml.encode()
    for kind, xml_or_none in (("styles", styles), ("sharedStrings", strings)):
        if xml_or_none is not None:
            relations += f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>'
            found[f"xl/{kind}.xml"] = xml_or_none.encode()
    return {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}">'
            f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{workbook_properties}'
            f"<sheets>{listed}</sheets></workbook>"
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
        ).encode(),
        **found,
    }


def save(path: Path, found: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write parts as a zip."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return path


def styles_with(*formats: tuple[int, str | None]) -> str:
    """A style part whose cell style n shows number format n of `formats` (id, own code or None)."""
    own = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for number, code in formats
        if code is not None
    )
    used = "".join(f'<xf numFmtId="{number}" fontId="0" applyNumberFormat="1"/>' for number, _ in formats)
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'

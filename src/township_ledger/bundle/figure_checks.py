"""Whether the figures that bundle.json names stand where it says: in the xlsx cell and on the PDF page (三者一致).

The sheet's cell is compared as a number or as a text, the page by its text layer: label and value must both be on it.
Recomputing the figures from the data and rendering the reports again is the receiver's work.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from township_ledger.bundle.pdf_text import BadPdf, page_texts
from township_ledger.domain.verdicts import Check, CheckState, Note, fault_check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.bundle.payload_checks import Payload
    from township_ledger.bundle.sheet_text import Look
    from township_ledger.domain.bundles import Manifest
    from township_ledger.domain.figures import Figure

_NUMBER = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?)\s*(%?)[^\d%]*")
_NEAR = 40  # characters between the end of a label and its value on the page
_RAW_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?")


def same_value(shown: str, raw: str) -> bool:
    """Whether a figure as printed and a cell's raw value are the same: as text, or as a number to the printed digits."""
    if shown == raw:
        return True
    printed = _NUMBER.fullmatch(shown)
    if printed is None or _RAW_NUMBER.fullmatch(raw) is None:
        return False
    number = Decimal(printed[1].replace(",", ""))
    value = Decimal(raw) * (100 if printed[2] else 1)
    return abs(value - number) <= Decimal(5).scaleb(int(number.as_tuple().exponent) - 1)


def wanted_cells(manifest: Manifest) -> dict[str, dict[str, set[str]]]:
    """Return which cells of which sheets hold figures, by the path of the xlsx."""
    wanted: dict[str, dict[str, set[str]]] = {}
    for item in manifest.figures:
        sheets = wanted.setdefault(f"reports/{item.report}.xlsx", {})
        sheets.setdefault(item.figure.sheet, set()).add(item.figure.cell)
    return wanted


def check_figures(
    payload: Payload, manifest: Manifest, usable: set[str], looks: Mapping[str, Look | None]
) -> Check:
    """Return the check `figures`: every figure that differs or is not found, by name.

    Args:
        payload: the payload.
        manifest: tells the figures.
        usable: the files that are there and unpack.
        looks: what was seen in each xlsx with `wanted_cells`; None when it is no workbook.
    """
    by_report: dict[str, list[Figure]] = {}
    for item in manifest.figures:
        by_report.setdefault(item.report, []).append(item.figure)
    notes: list[Note] = []
    for report, figures in by_report.items():
        notes += _in_sheet(f"reports/{report}.xlsx", figures, usable, looks)
        notes += _on_pages(payload, f"reports/{report}.pdf", figures, usable)
    if notes:
        return fault_check("figures", notes)
    return Check("figures", CheckState.OK, (Note("check.figures.same", {"count": len(manifest.figures)}),))


def _in_sheet(
    path: str, figures: list[Figure], usable: set[str], looks: Mapping[str, Look | None]
) -> list[Note]:
    if path not in usable:
        return [Note("check.figures.no_file", {"name": path})]
    look = looks.get(path)
    if look is None:
        return [Note("check.figures.unreadable", {"name": path})]
    notes: list[Note] = []
    for figure in figures:
        raw = look.cells.get((figure.sheet, figure.cell))
        if raw is None or not same_value(figure.value, raw):
            notes.append(_difference("check.figures.sheet", figure, path, figure.cell, raw or ""))
    return notes


def _on_pages(payload: Payload, path: str, figures: list[Figure], usable: set[str]) -> list[Note]:
    if path not in usable:
        return [Note("check.figures.no_file", {"name": path})]
    try:
        texts = page_texts(payload.whole(path), (figure.page for figure in figures))
    except BadPdf:
        return [Note("check.figures.unreadable", {"name": path})]
    notes: list[Note] = []
    for figure in figures:
        text = texts.get(figure.page, "")
        if not _on_page(text, figure):
            notes.append(_difference("check.figures.page", figure, path, str(figure.page), ""))
    return notes


def _on_page(text: str, figure: Figure) -> bool:
    label, value = ("".join(part.split()) for part in (figure.label, figure.value))
    # The value stands near behind its label, and is no piece of a longer number: 36 is not in 136, 36.5 or 1,036.
    standing = rf"{re.escape(label)}.{{0,{_NEAR}}}?(?<![\d.,]){re.escape(value)}(?!\d|[.,]\d)"
    return re.search(standing, text, re.DOTALL) is not None


def _difference(code: str, figure: Figure, path: str, place: str, raw: str) -> Note:
    return Note(
        code,
        {
            "label": figure.label[:40],
            "value": figure.value[:40],
            "name": path,
            "place": place,
            "found": raw[:40] or "（空）",
        },
    )

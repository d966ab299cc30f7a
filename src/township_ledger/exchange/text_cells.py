"""Writing text into workbooks so that it stays text.

Nothing that came from outside may become a formula, a link, a number or markup in a file that somebody opens in a
spreadsheet program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MAX_CELL_UNITS = 32_767  # UTF-16 units: what one cell of a workbook may hold


def text_workbook(target: Any) -> Workbook:  # noqa: ANN401 - a file name or a binary stream; the library has no types
    """Return a new workbook that guesses nothing from strings and writes no temporary files."""
    from xlsxwriter import Workbook

    return Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "nan_inf_to_errors": True,
            "default_date_format": "yyyy-mm-dd",
        },
    )


def text_format(book: Workbook, **properties: object) -> Format:
    """Return a cell format for text: number format @, and the quote prefix that keeps it text when it is edited."""
    return book.add_format({"num_format": "@", "quote_prefix": True, "valign": "top", **properties})


def write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write `text` as text, whatever it begins with; `style` comes from `text_format`."""
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "  # XlsxWriter would pass exactly this shape through as markup
    text = text.encode("utf-8", "replace").decode()
    if len(text.encode("utf-16-le")) // 2 > MAX_CELL_UNITS:
        text = text.encode("utf-16-le")[: 2 * (MAX_CELL_UNITS - 1)].decode("utf-16-le", "ignore") + "…"
    if text:
        sheet.write_string(row, column, text, style)
    else:
        sheet.write_blank(row, column, None, style)

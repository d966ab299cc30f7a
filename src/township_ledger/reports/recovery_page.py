"""The recovery sheet on paper: the groups that open a home or a backup without any password.

The groups stand in numbered rows of five, because they are typed by hand in a bad hour. Equal input gives equal bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from township_ledger.reports.fonts import Chain, Fonts, clean
from township_ledger.reports.line_breaks import break_lines
from township_ledger.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

_WIDTH, _HEIGHT = 595.28, 841.89  # A4 in points
_SIDE = 72.0
_ROOM = _WIDTH - 2 * _SIDE
_GROUPS_A_ROW = 5
_GROUP_SIZE, _BODY, _LEADING = 19.0, 12.0, 21.0
_NOTES = ("what", "how", "keep", "new")


@dataclass(frozen=True, slots=True)
class RecoveryText:
    """What stands on the sheet; `lines` are the key's and the salt's groups, separated by spaces."""

    unit: str
    made_on: str  # 2026-07-01
    lines: tuple[str, ...] = field(repr=False)


class _Canvas(Protocol):
    """What we use of reportlab's canvas, which is untyped."""

    def setFont(self, name: str, size: float) -> None: ...  # noqa: N802
    def drawString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def setLineWidth(self, width: float) -> None: ...  # noqa: N802
    def rect(self, x: float, y: float, width: float, height: float) -> None: ...
    def showPage(self) -> None: ...  # noqa: N802
    def save(self) -> None: ...


def recovery_pdf(fonts: Path, sheet: RecoveryText) -> bytes:
    """Return the sheet as one page of PDF, drawn with the fonts of a folder."""
    return _Page(Fonts(fonts), sheet).pdf()


class _Page:
    """The page being drawn, from the top down; `_y` is where the next line goes."""

    def __init__(self, fonts: Fonts, sheet: RecoveryText) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._fonts, self._sheet = fonts, sheet
        self._out = io.BytesIO()
        canvas = Canvas(
            self._out,
            pagesize=(_WIDTH, _HEIGHT),
            invariant=1,
            initialFontName=fonts.body.name,
            initialFontSize=_BODY,
            lang="zh-CN",
        )
        canvas.setTitle(sentence("app.sheet_title"))
        self._canvas: _Canvas = canvas
        self._y = _HEIGHT - 92.0

    def pdf(self) -> bytes:
        title = sentence("app.sheet_title")
        self._text(self._fonts.title, 22, (_WIDTH - self._fonts.title.width(title) * 22) / 2, title)
        self._y -= 42
        self._paragraph(sentence("app.sheet_of", unit=self._sheet.unit, date=self._sheet.made_on))
        self._y -= 12
        first = 1
        for code, line in zip(("app.sheet_key", "app.sheet_salt"), self._sheet.lines, strict=True):
            groups = line.split()
            self._groups(sentence(code, first=first, last=first + len(groups) - 1), groups, first)
            first += len(groups)
        for name in _NOTES:
            self._paragraph(sentence(f"app.sheet_{name}"))
            self._y -= 6
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _text(self, chain: Chain, size: float, x: float, text: str) -> None:
        for name, piece in chain.runs(chain.substituted(clean(text))):
            self._canvas.setFont(name, size)
            self._canvas.drawString(x, self._y, piece)
            x += chain.width(piece) * size

    def _paragraph(self, text: str) -> None:
        chain = self._fonts.body
        for line in break_lines(clean(text), _ROOM / _BODY, chain.width):
            self._text(chain, _BODY, _SIDE, line)
            self._y -= _LEADING

    def _groups(self, head: str, groups: list[str], first: int) -> None:
        self._text(self._fonts.head, 11, _SIDE, head)
        self._y -= 12
        rows = -(-len(groups) // _GROUPS_A_ROW)
        height = rows * 46.0 + 10
        self._canvas.setLineWidth(1.0)
        self._canvas.rect(_SIDE, self._y - height, _ROOM, height)
        top, cell = self._y, _ROOM / _GROUPS_A_ROW
        for index, group in enumerate(groups):
            row, column = divmod(index, _GROUPS_A_ROW)
            self._y = top - 16 - row * 46
            self._text(self._fonts.head, 8, _SIDE + column * cell + 12, str(first + index))
            self._y -= 22
            self._text(self._fonts.head, _GROUP_SIZE, _SIDE + column * cell + 12, group)
        self._y = top - height - 28

"""The registration sheet (校验密钥登记单): one A4 page to be stamped, on which two offices compare a key group by group.

Names and code stand large, because they are read aloud over the telephone; the code is set in two rows of four groups
with their numbers above them. Equal input gives equal bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

from township_ledger.reports.fonts import Chain, Fonts, clean
from township_ledger.reports.line_breaks import break_lines
from township_ledger.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.usecases.trust_keys import RegistrationSheet

_WIDTH, _HEIGHT = 595.28, 841.89  # A4 in points
_SIDE = 72.0
_ROOM = _WIDTH - 2 * _SIDE
_ROW = 34.0  # height of a row of the table of names
_LABEL = 92.0  # width of its first column
_GROUPS_A_ROW = 4
_CODE_SIZE = 27.0
_BODY = 12.0
_LEADING = 21.0


class _Canvas(Protocol):
    """What we use of reportlab's canvas, which is untyped."""

    def setFont(self, name: str, size: float) -> None: ...  # noqa: N802
    def drawString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def setLineWidth(self, width: float) -> None: ...  # noqa: N802
    def rect(self, x: float, y: float, width: float, height: float) -> None: ...
    def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
    def showPage(self) -> None: ...  # noqa: N802
    def save(self) -> None: ...


class RegistrationPage:
    """Implements `usecases.trust_keys.SheetRenderer` with the program's fonts."""

    def __init__(self, fonts: Path) -> None:
        self._folder = fonts

    def render(self, sheet: RegistrationSheet) -> bytes:
        """Return the sheet as PDF."""
        return _Page(Fonts(self._folder), sheet).pdf()


class _Page:
    """One sheet being drawn, from the top down; `_y` is where the next line goes."""

    def __init__(self, fonts: Fonts, sheet: RegistrationSheet) -> None:
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
        canvas.setTitle(sentence("trust.sheet_title"))
        canvas.setAuthor(sheet.unit.name)
        self._canvas: _Canvas = canvas
        self._y = _HEIGHT - 92.0

    def pdf(self) -> bytes:
        title = sentence("trust.sheet_title")
        self._centred(self._fonts.title, 22, title, 0, _WIDTH)
        self._y -= 38
        self._paragraph(sentence("trust.sheet_purpose"))
        self._y -= 4
        self._names()
        self._code()
        self._how()
        self._stamp()
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _text(self, chain: Chain, size: float, x: float, text: str) -> None:
        for name, piece in chain.runs(chain.substituted(clean(text))):
            self._canvas.setFont(name, size)
            self._canvas.drawString(x, self._y, piece)
            x += chain.width(piece) * size

    def _centred(self, chain: Chain, size: float, text: str, left: float, width: float) -> None:
        self._text(chain, size, left + (width - chain.width(text) * size) / 2, text)

    def _lines(self, text: str, room: float, size: float) -> list[str]:
        chain = self._fonts.body
        return break_lines(clean(text), room / size, chain.width)

    def _paragraph(self, text: str, indent: float = 0.0, mark: str = "") -> None:
        if mark:
            self._text(self._fonts.body, _BODY, _SIDE + indent - 22, mark)
        for line in self._lines(text, _ROOM - indent, _BODY):
            self._text(self._fonts.body, _BODY, _SIDE + indent, line)
            self._y -= _LEADING

    def _names(self) -> None:
        """Draw the table of unit, code and date."""
        unit = self._sheet.unit
        rows = [(sentence("trust.sheet_unit"), unit.name)]
        if unit.code:
            rows.append((sentence("trust.sheet_code"), unit.code))
        rows.append((sentence("trust.sheet_date"), self._sheet.made_on))
        self._canvas.setLineWidth(0.5)
        for label, value in rows:
            lines = self._lines(value, _ROOM - _LABEL - 20, 13)
            height = _ROW + (len(lines) - 1) * 19
            top = self._y + 8
            self._canvas.rect(_SIDE, top - height, _ROOM, height)
            self._canvas.line(_SIDE + _LABEL, top, _SIDE + _LABEL, top - height)
            self._y = top - height / 2 - 4.5
            self._centred(self._fonts.head, 11, label, _SIDE, _LABEL)
            self._y += (len(lines) - 1) * 9.5
            for line in lines:
                self._text(self._fonts.body, 13, _SIDE + _LABEL + 12, line)
                self._y -= 19
            self._y = top - height - 8
        self._y -= 18

    def _code(self) -> None:
        """Draw the code in a frame: two rows of four numbered groups."""
        groups = self._sheet.code.split("-")
        height = 158.0
        top = self._y
        self._canvas.setLineWidth(1.2)
        self._canvas.rect(_SIDE, top - height, _ROOM, height)
        self._y = top - 24
        self._centred(self._fonts.head, 11, sentence("trust.sheet_mark"), _SIDE, _ROOM)
        cell = (_ROOM - 24) / _GROUPS_A_ROW
        for row in range(0, len(groups), _GROUPS_A_ROW):
            base = top - 46 - row / _GROUPS_A_ROW * 56
            for column, group in enumerate(groups[row : row + _GROUPS_A_ROW]):
                left = _SIDE + 12 + column * cell
                self._y = base
                self._centred(self._fonts.head, 8, str(row + column + 1), left, cell)
                self._y = base - 31
                self._spaced(group, left, cell)
        self._y = top - height - 20
        self._centred(self._fonts.body, 10, sentence("trust.sheet_alphabet"), _SIDE, _ROOM)
        self._y -= 34

    def _spaced(self, group: str, left: float, width: float) -> None:
        """Draw four letters with room between them, so that none is skipped in reading aloud."""
        chain, gap = self._fonts.head, 4.5
        whole = chain.width(group) * _CODE_SIZE + gap * (len(group) - 1)
        x = left + (width - whole) / 2
        for letter in group:
            self._text(chain, _CODE_SIZE, x, letter)
            x += chain.width(letter) * _CODE_SIZE + gap

    def _how(self) -> None:
        """Draw how the two offices compare."""
        self._text(self._fonts.title, 13, _SIDE, sentence("trust.sheet_how"))
        self._y -= 25
        for number in (1, 2, 3):
            self._paragraph(sentence(f"trust.step.{number}"), 22, f"{number}.")
        self._y -= 6
        self._paragraph(sentence("trust.sheet_note"))

    def _stamp(self) -> None:
        """Draw the place for name, stamp and day at the foot."""
        self._y = 128.0
        self._text(self._fonts.body, _BODY, _SIDE, sentence("trust.sheet_handler"))
        self._canvas.setLineWidth(0.5)
        self._canvas.line(_SIDE + 46, self._y - 4, _SIDE + 170, self._y - 4)
        left = _SIDE + 232
        self._text(self._fonts.body, _BODY, left, sentence("trust.sheet_stamp"))
        self._y -= 40
        self._text(self._fonts.body, _BODY, left, sentence("trust.sheet_signed_on"))

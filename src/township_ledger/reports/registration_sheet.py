"""The registration sheet (校验密钥登记单): one A4 page to be stamped, on which two offices compare a key group by group.

Names and code stand large, because they are read aloud over the telephone; the code is set in two rows of four groups
with their numbers above them. Equal input gives equal bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.reports.fonts import Fonts
from township_ledger.reports.single_page import BODY, ROOM, SIDE, SinglePage
from township_ledger.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.usecases.trust_keys import RegistrationSheet

_ROW = 34.0  # height of a row of the table of names
_LABEL = 92.0  # width of its first column
_GROUPS_A_ROW = 4
_CODE_SIZE = 27.0


class RegistrationPage:
    """Implements `usecases.trust_keys.SheetRenderer` with the program's fonts."""

    def __init__(self, fonts: Path) -> None:
        self._folder = fonts

    def render(self, sheet: RegistrationSheet) -> bytes:
        """Return the sheet as PDF."""
        return _Page(Fonts(self._folder), sheet).pdf()


class _Page(SinglePage):
    """One sheet being drawn."""

    def __init__(self, fonts: Fonts, sheet: RegistrationSheet) -> None:
        super().__init__(fonts, sentence("trust.sheet_title"), sheet.unit.name)
        self._sheet = sheet

    def pdf(self) -> bytes:
        self.y -= 38
        self.paragraph(sentence("trust.sheet_purpose"))
        self.y -= 4
        self._names()
        self._code()
        self._how()
        self._stamp()
        return self.finish()

    def _names(self) -> None:
        """Draw the table of unit, code and date."""
        unit = self._sheet.unit
        rows = [(sentence("trust.sheet_unit"), unit.name)]
        if unit.code:
            rows.append((sentence("trust.sheet_code"), unit.code))
        rows.append((sentence("trust.sheet_date"), self._sheet.made_on))
        self.canvas.setLineWidth(0.5)
        for label, value in rows:
            lines = self.lines(value, ROOM - _LABEL - 20, 13)
            height = _ROW + (len(lines) - 1) * 19
            top = self.y + 8
            self.canvas.rect(SIDE, top - height, ROOM, height)
            self.canvas.line(SIDE + _LABEL, top, SIDE + _LABEL, top - height)
            self.y = top - height / 2 - 4.5
            self.centred(self.fonts.head, 11, label, SIDE, _LABEL)
            self.y += (len(lines) - 1) * 9.5
            for line in lines:
                self.text(self.fonts.body, 13, SIDE + _LABEL + 12, line)
                self.y -= 19
            self.y = top - height - 8
        self.y -= 18

    def _code(self) -> None:
        """Draw the code in a frame: two rows of four numbered groups."""
        groups = self._sheet.code.split("-")
        height = 158.0
        top = self.y
        self.canvas.setLineWidth(1.2)
        self.canvas.rect(SIDE, top - height, ROOM, height)
        self.y = top - 24
        self.centred(self.fonts.head, 11, sentence("trust.sheet_mark"), SIDE, ROOM)
        cell = (ROOM - 24) / _GROUPS_A_ROW
        for row in range(0, len(groups), _GROUPS_A_ROW):
            base = top - 46 - row / _GROUPS_A_ROW * 56
            for column, group in enumerate(groups[row : row + _GROUPS_A_ROW]):
                left = SIDE + 12 + column * cell
                self.y = base
                self.centred(self.fonts.head, 8, str(row + column + 1), left, cell)
                self.y = base - 31
                self._spaced(group, left, cell)
        self.y = top - height - 20
        self.centred(self.fonts.body, 10, sentence("trust.sheet_alphabet"), SIDE, ROOM)
        self.y -= 34

    def _spaced(self, group: str, left: float, width: float) -> None:
        """Draw four letters with room between them, so that none is skipped in reading aloud."""
        chain, gap = self.fonts.head, 4.5
        whole = chain.width(group) * _CODE_SIZE + gap * (len(group) - 1)
        x = left + (width - whole) / 2
        for letter in group:
            self.text(chain, _CODE_SIZE, x, letter)
            x += chain.width(letter) * _CODE_SIZE + gap

    def _how(self) -> None:
        """Draw how the two offices compare."""
        self.text(self.fonts.title, 13, SIDE, sentence("trust.sheet_how"))
        self.y -= 25
        for number in (1, 2, 3):
            self.paragraph(sentence(f"trust.step.{number}"), 22, f"{number}.")
        self.y -= 6
        self.paragraph(sentence("trust.sheet_note"))

    def _stamp(self) -> None:
        """Draw the place for name, stamp and day at the foot."""
        self.y = 128.0
        self.text(self.fonts.body, BODY, SIDE, sentence("trust.sheet_handler"))
        self.canvas.setLineWidth(0.5)
        self.canvas.line(SIDE + 46, self.y - 4, SIDE + 170, self.y - 4)
        left = SIDE + 232
        self.text(self.fonts.body, BODY, left, sentence("trust.sheet_stamp"))
        self.y -= 40
        self.text(self.fonts.body, BODY, left, sentence("trust.sheet_signed_on"))

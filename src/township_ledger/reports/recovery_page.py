"""The recovery sheet on paper: the groups that open a home or a backup without any password.

The groups stand in numbered rows of five, because they are typed by hand in a bad hour. Equal input gives equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from township_ledger.reports.fonts import Fonts
from township_ledger.reports.single_page import ROOM, SIDE, SinglePage
from township_ledger.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

_GROUPS_A_ROW = 5
_GROUP_SIZE = 19.0
_NOTES = ("what", "how", "keep", "new")


@dataclass(frozen=True, slots=True)
class RecoveryText:
    """What stands on the sheet; `lines` are the key's and the salt's groups, separated by spaces."""

    unit: str
    made_on: str  # 2026-07-01
    lines: tuple[str, ...] = field(repr=False)


def recovery_pdf(fonts: Path, sheet: RecoveryText) -> bytes:
    """Return the sheet as one page of PDF, drawn with the fonts of a folder."""
    return _Page(Fonts(fonts), sheet).pdf()


class _Page(SinglePage):
    """One sheet being drawn."""

    def __init__(self, fonts: Fonts, sheet: RecoveryText) -> None:
        super().__init__(fonts, sentence("app.sheet_title"))
        self._sheet = sheet

    def pdf(self) -> bytes:
        self.y -= 42
        self.paragraph(sentence("app.sheet_of", unit=self._sheet.unit, date=self._sheet.made_on))
        self.y -= 12
        first = 1
        for code, line in zip(("app.sheet_key", "app.sheet_salt"), self._sheet.lines, strict=True):
            groups = line.split()
            self._groups(sentence(code, first=first, last=first + len(groups) - 1), groups, first)
            first += len(groups)
        for name in _NOTES:
            self.paragraph(sentence(f"app.sheet_{name}"))
            self.y -= 6
        return self.finish()

    def _groups(self, head: str, groups: list[str], first: int) -> None:
        self.text(self.fonts.head, 11, SIDE, head)
        self.y -= 12
        rows = -(-len(groups) // _GROUPS_A_ROW)
        height = rows * 46.0 + 10
        self.canvas.setLineWidth(1.0)
        self.canvas.rect(SIDE, self.y - height, ROOM, height)
        top, cell = self.y, ROOM / _GROUPS_A_ROW
        for index, group in enumerate(groups):
            row, column = divmod(index, _GROUPS_A_ROW)
            self.y = top - 16 - row * 46
            self.text(self.fonts.head, 8, SIDE + column * cell + 12, str(first + index))
            self.y -= 22
            self.text(self.fonts.head, _GROUP_SIZE, SIDE + column * cell + 12, group)
        self.y = top - height - 28

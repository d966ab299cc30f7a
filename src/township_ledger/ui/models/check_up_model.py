"""What the check-up answered: its cards, and the rows behind a card, asked for page by page from the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from township_ledger.ui.widgets.plain_cells import AMBER

if TYPE_CHECKING:
    from township_ledger.ui.services import Json

PAGE = 128
_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_MARK = int(Qt.ItemDataRole.UserRole)
_NONE = QModelIndex()
TITLES = ("原表行", "姓名", "原来写的", "毛病", "怎么改")
WIDTHS = (72, 120, 190, 260)
_WRITTEN = 2  # the column 原来写的; 毛病 stands beside it


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the check-up. `tone` is a token's name or "grey"; `rows` is how many rows stand behind it."""

    code: str
    number: int
    tone: str
    title: str
    detail: str
    rows: int


@dataclass(frozen=True, slots=True)
class CheckUp:
    """The answer of the deed `check-up`."""

    file: str
    sheet: str
    rows: int
    columns: int
    known: int
    unit: str
    ledger: str  # where 存成台账 will put the rows
    sheets: tuple[str, ...]  # all sheets of the file
    cards: tuple[Card, ...]

    @property
    def sub_title(self) -> str:
        """What was recognised, in one line."""
        parts = [f"工作表“{self.sheet}”"] if self.sheet else []
        parts.append(f"{self.rows:,} 行")
        if self.columns:
            every = f"{self.columns} 列全部认出"
            parts.append(every if self.known == self.columns else f"{self.columns} 列认出 {self.known} 列")
        return " · ".join(parts)


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _dictionary(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def check_up_of(result: Json) -> CheckUp:
    """Read the worker's answer (`usecases/check_up.py` tells its shape)."""
    found, sheets = result.get("cards"), result.get("sheets")
    cards = []
    for each in found if isinstance(found, list) else []:
        card = _dictionary(each)
        cards.append(
            Card(
                code=str(card.get("code", "")),
                number=_int(card.get("number")),
                tone=str(card.get("tone", "grey")),
                title=str(card.get("title", "")),
                detail=str(card.get("detail", "")),
                rows=_int(card.get("rows")),
            )
        )
    return CheckUp(
        file=str(result.get("file", "")),
        sheet=str(result.get("sheet", "")),
        rows=_int(result.get("rows")),
        columns=_int(result.get("columns")),
        known=_int(result.get("known")),
        unit=str(result.get("unit") or ""),
        ledger=str(result.get("ledger") or "people"),
        sheets=tuple(str(name) for name in sheets) if isinstance(sheets, list) else (),
        cards=tuple(cards),
    )


class CheckUpModel(QAbstractTableModel):
    """The rows behind one card.

    Signals:
        wanted(card, offset, limit): these rows are asked for; the answer comes by `take`.
    """

    wanted = Signal(str, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self._lines: dict[int, tuple[str, ...]] = {}
        self._asked: set[int] = set()

    def show_card(self, card: Card) -> None:
        """Show the rows behind a card."""
        self.beginResetModel()
        self._card = card
        self._lines.clear()
        self._asked.clear()
        self.endResetModel()

    def take(self, answer: Json) -> None:
        """Take an answer of the worker: `card`, `offset`, `lines` of five texts each."""
        lines, offset = answer.get("lines"), _int(answer.get("offset"))
        if (
            self._card is None
            or answer.get("card") != self._card.code
            or not isinstance(lines, list)
            or not lines
        ):
            return
        for place, line in enumerate(lines, start=offset):
            self._lines[place] = tuple(str(text) for text in line)
        self.dataChanged.emit(self.index(offset, 0), self.index(offset + len(lines) - 1, len(TITLES) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return how many rows stand behind the card."""
        return 0 if parent.isValid() or self._card is None else self._card.rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        """Return a text; rows that are not here yet are asked for."""
        if role == _MARK:
            return self._mark(index.row(), index.column())
        if role not in (_DISPLAY, _TIP):
            return None
        line = self._lines.get(index.row())
        if line is None:
            self._ask(index.row() // PAGE * PAGE)
            return ""
        return line[index.column()] if index.column() < len(line) else ""

    def _mark(self, row: int, column: int) -> str | None:
        """Mark what was written where the line says what is wrong with it."""
        line = self._lines.get(row, ())
        wrong = len(line) > _WRITTEN + 1 and bool(line[_WRITTEN + 1])
        return AMBER if column == _WRITTEN and wrong else None

    def _ask(self, offset: int) -> None:
        if self._card is not None and offset not in self._asked:
            self._asked.add(offset)
            self.wanted.emit(self._card.code, offset, PAGE)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return titles and serial numbers."""
        if role != _DISPLAY:
            return None
        return TITLES[section] if orientation == Qt.Orientation.Horizontal else section + 1

"""The rows of an import preview, read page by page from its staging file."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from township_ledger import words
from township_ledger.domain.imports import CellState, PreviewCell, RowVerdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.imports import PreviewRow, SourceColumn
    from township_ledger.ui.services import PreviewReader

PAGE = 64
KEPT_PAGES = 16
VERDICT_WORDS = {
    RowVerdict.ADDED: "新增",
    RowVerdict.UPDATED: "更新",
    RowVerdict.SAME: "相同",
    RowVerdict.DOUBTFUL: "待处理",
    RowVerdict.REJECTED: "不收",
    RowVerdict.IGNORED: "忽略",
}

DISPLAY, TOOLTIP, ALIGNMENT = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
)
CELL_ROLE = int(Qt.ItemDataRole.UserRole)
"""The `PreviewCell` of an index; in the first column the row's `RowVerdict`."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_EMPTY = PreviewCell("")


def finding_words(code: str, params: Mapping[str, object]) -> str:
    """Return the sentence of a finding, without its full stop: it may stand in a row of others."""
    text = words.sentence(
        code, **{key: value for key, value in params.items() if isinstance(value, str | int | float)}
    )
    return text.rstrip("。")


class PreviewModel(QAbstractTableModel):
    """Columns: 结果, those of the sheet that go anywhere, 说明. Rows: those of one verdict, or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader: PreviewReader | None = None
        self._verdict: RowVerdict | None = None
        self._places: list[int] = []
        self._heads: list[str] = ["结果", "说明"]
        self._count = 0
        self._pages: OrderedDict[int, list[PreviewRow]] = OrderedDict()

    def show_preview(
        self, reader: PreviewReader, columns: Sequence[SourceColumn], ledgers: Mapping[str, Ledger]
    ) -> None:
        """Show another preview, all verdicts."""
        self.beginResetModel()
        self._reader = reader
        self._verdict = None
        shown = [(place, column) for place, column in enumerate(columns) if column.own or column.column]
        self._places = [place for place, _ in shown]
        self._heads = ["结果", *(_title(column, ledgers) for _, column in shown), "说明"]
        self._reload()
        self.endResetModel()

    def show_verdict(self, verdict: RowVerdict | None) -> None:
        """Show the rows of one verdict; None shows all but the ignored ones."""
        self.beginResetModel()
        self._verdict = verdict
        self._reload()
        self.endResetModel()

    def clear(self) -> None:
        """Let go of the staging file."""
        self.beginResetModel()
        self._reader = None
        self._places = []
        self._heads = ["结果", "说明"]
        self._reload()
        self.endResetModel()

    def _reload(self) -> None:
        self._pages.clear()
        self._count = self._reader.count(self._verdict) if self._reader else 0

    def row(self, number: int) -> PreviewRow | None:
        """Return one row of what is shown."""
        start = number - number % PAGE
        page = self._pages.get(start)
        if page is None:
            page = self._reader.page(self._verdict, start, PAGE) if self._reader else []
            self._pages[start] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(start)
        place = number - start
        return page[place] if place < len(page) else None

    def source_place(self, section: int) -> int:
        """Return the place in the summary's columns that a section shows; -1 for 结果 and 说明."""
        return self._places[section - 1] if 0 < section <= len(self._places) else -1

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many rows the chosen verdict has."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = DISPLAY) -> object:
        """Return a cell's text, its `PreviewCell`, or what its tooltip says."""
        if role not in {DISPLAY, CELL_ROLE, TOOLTIP} or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        column = index.column()
        if column == 0:
            return row.verdict if role == CELL_ROLE else VERDICT_WORDS[row.verdict]
        if column == len(self._heads) - 1:
            return None if role == CELL_ROLE else _reasons(row)
        place = self._places[column - 1]
        cell = row.cells[place] if place < len(row.cells) else _EMPTY
        if role == CELL_ROLE:
            return cell
        return cell.text if role == DISPLAY else _cell_tip(cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's title, or the number that the row has in the sheet."""
        if role == ALIGNMENT and orientation == Qt.Orientation.Horizontal:
            return _LEFT
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._heads[section] if section < len(self._heads) else None
        row = self.row(section)
        return row.source_row if row else None


def _title(column: SourceColumn, ledgers: Mapping[str, Ledger]) -> str:
    ledger = ledgers.get(column.ledger or "")
    known = ledger.by_name.get(column.column or "") if ledger else None
    return known.title if known and not column.own else column.header


def _reasons(row: PreviewRow) -> str:
    parts = ["原表里是隐藏行"] if row.hidden else []
    for finding in row.findings:
        told = finding_words(finding.code, finding.params)
        parts.append(f"{finding.cell}：{told}" if finding.cell else told)
    return "；".join(parts)


def _cell_tip(cell: PreviewCell) -> str | None:
    if cell.state is CellState.CHANGED:
        return f"台账现有：{cell.old}\n表里的：{cell.text}"
    if cell.state is CellState.KEPT:
        return "读不成这一列的值，先按原文保留，这一行作草稿"
    if cell.state is CellState.CONVERTED:
        return "写法已换成台账的写法"
    return None

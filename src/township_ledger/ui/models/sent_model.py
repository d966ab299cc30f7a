"""The bundles made so far, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from township_ledger.ui.models.period_choices import period_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from township_ledger.domain.bundles import SentBundle

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_HEADS = ("序号", "期间", "截至日期", "生成时间", "读回核对", "文件", "内容摘要")
WIDTHS = (60, 150, 100, 140, 140, 300, 200)


class SentModel(QAbstractTableModel):
    """A table of sent bundles; few rows, all in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []
        self._bundles: list[SentBundle] = []

    def show_bundles(self, bundles: Sequence[SentBundle]) -> None:
        """Show these."""
        self.beginResetModel()
        self._bundles = list(bundles)
        self._rows = [
            (
                str(bundle.sequence),
                period_words(bundle.period),
                bundle.as_of,
                local_time(bundle.made_at),
                local_time(bundle.read_back) if bundle.read_back else "还没有",
                bundle.file_name,
                bundle.payload_sha256,
            )
            for bundle in bundles
        ]
        self.endResetModel()

    def bundle(self, row: int) -> SentBundle | None:
        """Return the bundle of a row."""
        return self._bundles[row] if 0 <= row < len(self._bundles) else None

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, also as its tooltip."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return self._rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None


def local_time(text: str) -> str:
    """Return a moment (ISO 8601) as the clerk reads it: 2026-11-24 09:12; what is no moment stays as it is."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment.tzinfo else f"{moment:%Y-%m-%d %H:%M}"

"""全部历史: every change of one row, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QWidget

from township_ledger.ui.generated.ui_history_dialog import Ui_HistoryDialog
from township_ledger.ui.models.cell_text import EMPTY, cell_text
from township_ledger.ui.widgets.history_list import moment
from township_ledger.ui.widgets.plain_cells import dress_table
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import HistoryEntry
    from township_ledger.ui.theme import Theme

_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_TITLES = ("时间", "谁", "做了什么", "哪一格", "原来", "改成", "报送")
_WIDTHS = (120, 90, 80, 110, 150, 150, 90)
_NONE = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """Entries of the log as a table of texts."""

    def __init__(
        self, entries: Sequence[HistoryEntry], ledger: Ledger, labels: Mapping[str, str], now: datetime
    ) -> None:
        super().__init__()
        self._lines = [self._line(entry, ledger, labels, now) for entry in entries]

    @staticmethod
    def _line(
        entry: HistoryEntry, ledger: Ledger, labels: Mapping[str, str], now: datetime
    ) -> tuple[str, ...]:
        column = ledger.by_name.get(entry.column or "")
        title = column.title if column else (entry.column or "整行").removeprefix("own:")
        old = new = ""
        if column is not None:
            old = cell_text(column, entry.old, labels) or EMPTY
            new = cell_text(column, entry.new, labels) or EMPTY
        elif entry.column:
            old, new = str(entry.old or EMPTY), str(entry.new or EMPTY)
        bundles = "、".join(f"第 {number} 号" for number in entry.bundles)
        return (
            moment(entry.at, now),
            entry.actor,
            sentence(f"operation.kind.{entry.kind}"),
            title,
            old,
            new,
            bundles,
        )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return the number of changes."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        """Return a text."""
        return self._lines[index.row()][index.column()] if role in (_DISPLAY, _TIP) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return titles and serial numbers."""
        if role != _DISPLAY:
            return None
        return _TITLES[section] if orientation == Qt.Orientation.Horizontal else section + 1


class HistoryDialog(QDialog):
    """Shows a `HistoryModel`."""

    def __init__(self, theme: Theme, title: str, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_HistoryDialog()
        self.ui.setupUi(self)
        self.ui.title.setText(title)
        self._model = model
        view = self.ui.entries
        view.setModel(model)
        dress_table(view, theme, _WIDTHS)
        self.ui.shut.clicked.connect(self.accept)
        self.resize(840, 400)

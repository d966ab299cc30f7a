"""The newest operations of the log, for 设置."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from township_ledger.domain.rows import OperationKind
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Operation

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_HEADS = ("号", "时间", "谁", "做了什么", "台账", "行")
WIDTHS = (44, 132, 64, 134, 92, 48)
WHAT = 3
"""The column that takes the room that is left."""

UNDOABLE = frozenset(
    {OperationKind.EDIT, OperationKind.ADD, OperationKind.RETIRE, OperationKind.IMPORT, OperationKind.UNDO}
)


class OperationsModel(QAbstractTableModel):
    """A short table, all in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations: list[Operation] = []
        self._ledgers: Mapping[str, Ledger] = {}

    def show_operations(self, operations: Sequence[Operation], ledgers: Mapping[str, Ledger]) -> None:
        """Show these, newest first."""
        self.beginResetModel()
        self._operations, self._ledgers = list(operations), ledgers
        self.endResetModel()

    def operation(self, row: int) -> Operation | None:
        """Return the operation of a row."""
        return self._operations[row] if 0 <= row < len(self._operations) else None

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._operations)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} or not index.isValid():
            return None
        operation = self._operations[index.row()]
        return self._texts(operation)[index.column()]

    def _texts(self, operation: Operation) -> tuple[str, ...]:
        what = sentence(f"operation.kind.{operation.kind}")
        if operation.undoes is not None:
            what += f"第 {operation.undoes} 号"
        if operation.undone_by is not None:
            what += "（已撤销）"
        titles = (self._ledgers[name].title for name in operation.ledgers if name in self._ledgers)
        return (
            str(operation.number),
            f"{operation.at.astimezone():%Y-%m-%d %H:%M}",
            operation.actor,
            what,
            "、".join(titles),
            f"{operation.rows:,}" if operation.rows else "",
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None


def undo_words(operation: Operation) -> str:
    """Return what the button of an operation says: 撤销这次导入 58 行."""
    what = sentence(f"operation.kind.{operation.kind}")
    return f"撤销这次{what} {operation.rows:,} 行" if operation.rows else f"撤销这次{what}"


def can_undo(operation: Operation | None) -> bool:
    """Whether an operation can be taken back."""
    return operation is not None and operation.kind in UNDOABLE and operation.undone_by is None

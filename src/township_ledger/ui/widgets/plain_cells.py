"""Tables that are only read: the padding, header and selection of the grids, for any model of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate

from township_ledger.ui.theme import HEADER_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

    from township_ledger.ui.theme import Theme

AMBER = "amber"
"""What a model returns for `Qt.UserRole` where a cell holds text that was refused."""

_PAD, _CORNER = 8, 8
_TEXT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_MARK = int(Qt.ItemDataRole.UserRole)


class PlainCells(QStyledItemDelegate):
    """Draws a text with the grids' padding; refused text amber with a corner."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        rect, tokens = option.rect, self._theme.tokens  # type: ignore[attr-defined]
        amber = index.data(_MARK) == AMBER
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif amber:
            painter.fillRect(rect, QColor(tokens.amber_soft))
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        metrics = option.fontMetrics  # type: ignore[attr-defined]
        text = metrics.elidedText(
            str(index.data() or "").replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(QColor(tokens.amber if amber else tokens.text))
        painter.drawText(room, _TEXT, text)
        if amber:
            right, top = rect.right() + 1, rect.top()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.amber))
            corner = [QPointF(right - _CORNER, top), QPointF(right, top), QPointF(right, top + _CORNER)]
            painter.drawPolygon(QPolygonF(corner))


def dress_table(view: QTableView, theme: Theme, widths: Sequence[int]) -> None:
    """Give a read-only table the look of the grids; its last column takes what is left."""
    view.setItemDelegate(PlainCells(theme, view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setCornerButtonEnabled(False)
    view.setWordWrap(False)
    across, down = view.horizontalHeader(), view.verticalHeader()
    across.setFixedHeight(HEADER_HEIGHT)
    across.setHighlightSections(False)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setStretchLastSection(True)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(theme.row_height)
    down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
    down.setMinimumWidth(36)
    down.setHighlightSections(False)
    for place, width in enumerate(widths):
        view.setColumnWidth(place, width)

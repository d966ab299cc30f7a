"""Draws the cells of an import preview: verdicts, old beside new, kept text in amber, converted text in blue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from township_ledger.domain.imports import CellState, PreviewCell, RowVerdict
from township_ledger.ui.models.preview_model import CELL_ROLE, DISPLAY

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from township_ledger.ui.theme import Theme, Tokens

_PAD = 8
_CORNER = 8
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)

# verdict → tokens of ground and ink
_VERDICT_LOOK = {
    RowVerdict.ADDED: ("green_soft", "green"),
    RowVerdict.UPDATED: ("accent_soft", "accent"),
    RowVerdict.SAME: ("surface", "text_3"),
    RowVerdict.DOUBTFUL: ("amber_soft", "amber"),
    RowVerdict.REJECTED: ("red_soft", "red"),
    RowVerdict.IGNORED: ("surface", "text_3"),
}
_STATE_LOOK = {
    CellState.PLAIN: ("surface", "text"),
    CellState.NEW: ("surface", "text"),
    CellState.CHANGED: ("accent_soft", "text"),
    CellState.KEPT: ("amber_soft", "amber"),
    CellState.CONVERTED: ("surface", "accent"),
}


class PreviewCells(QStyledItemDelegate):
    """The delegate of the preview's grid."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        tokens = self._theme.tokens
        # The stubs of PySide do not know the members that QStyleOptionViewItem inherits.
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        cell = index.data(CELL_ROLE)
        ground, ink = _look(cell)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.accent_soft if selected else getattr(tokens, ground)))
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        if isinstance(cell, PreviewCell) and cell.state is CellState.CHANGED:
            room = _draw_old(painter, room, cell.old, tokens)
        painter.setPen(QColor(getattr(tokens, ink)))
        text = str(index.data(DISPLAY) or "")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _FLAGS, shown)
        if isinstance(cell, PreviewCell) and cell.state is CellState.KEPT:
            _draw_corner(painter, rect, tokens)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


def _look(cell: object) -> tuple[str, str]:
    if isinstance(cell, PreviewCell):
        return _STATE_LOOK[cell.state]
    if isinstance(cell, str):  # Qt hands a RowVerdict back as the plain text that it is
        return _VERDICT_LOOK[RowVerdict(cell)]
    return "surface", "text_2"


def _draw_old(painter: QPainter, room: QRect, old: str, tokens: Tokens) -> QRect:
    """Draw the old value struck through and return the room that is left for the new one."""
    plain = painter.font()
    struck = QFont(plain)
    struck.setStrikeOut(True)
    painter.setFont(struck)
    painter.setPen(QColor(tokens.text_3))
    shown = painter.fontMetrics().elidedText(old or "空", Qt.TextElideMode.ElideRight, room.width() // 2)
    painter.drawText(room, _FLAGS, shown)
    width = painter.fontMetrics().horizontalAdvance(shown)
    painter.setFont(plain)
    return room.adjusted(width + 6, 0, 0, 0)


def _draw_corner(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    right, top = rect.right() + 1.0, float(rect.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.amber))
    painter.drawPolygon(
        QPolygonF([QPointF(right - _CORNER, top), QPointF(right, top), QPointF(right, top + _CORNER)])
    )

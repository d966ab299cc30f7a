"""The steps of a longer deed in a row: done ✓, the present one filled, the rest as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from township_ledger.ui.theme import Theme

_HEIGHT, _DOT, _GAP, _LINK = 34, 22, 14, 22


class StepsBar(QWidget):
    """Shows steps; it is no control: the page's buttons move on and back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._names: tuple[str, ...] = ()
        self._at = 0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take colours from a theme."""
        self._theme = theme
        theme.changed.connect(self.update)

    def set_steps(self, names: Sequence[str]) -> None:
        """Name the steps."""
        self._names = tuple(names)
        self.set_at(0)

    def set_at(self, at: int) -> None:
        """Stand at a step; a number past the last one means that all are done."""
        self._at = at
        now = self._names[at] if at < len(self._names) else "都完成了"
        self.setAccessibleName(f"第 {min(at + 1, len(self._names))} 步，共 {len(self._names)} 步：{now}")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of all steps."""
        text = sum(self.fontMetrics().horizontalAdvance(name) for name in self._names)
        return QSize(text + len(self._names) * (_DOT + 7 + 2 * _GAP + _LINK), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Need little room."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        if self._theme is None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 2.0
        for place, name in enumerate(self._names):
            done, now = place < self._at, place == self._at
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if now else QFont.Weight.Normal)
            painter.setFont(font)
            dot = QRectF(left, (_HEIGHT - _DOT) / 2, _DOT, _DOT)
            edge = tokens.accent if done or now else tokens.line_strong
            fill = tokens.accent if now else tokens.accent_soft if done else tokens.surface
            painter.setPen(QPen(QColor(edge), 1.5))
            painter.setBrush(QColor(fill))
            painter.drawEllipse(dot)
            ink = tokens.accent_text if now else tokens.accent if done else tokens.text_3
            painter.setPen(QColor(ink))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, "✓" if done else str(place + 1))
            painter.setPen(QColor(tokens.text if now else tokens.text_2 if done else tokens.text_3))
            width = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(
                QRectF(dot.right() + 7, dot.top(), width + 4, _DOT), Qt.AlignmentFlag.AlignVCenter, name
            )
            left = dot.right() + 7 + width + _GAP
            if place < len(self._names) - 1:
                painter.setPen(QPen(QColor(tokens.line_strong), 1))
                middle = _HEIGHT / 2
                painter.drawLine(QPointF(left, middle), QPointF(left + _LINK, middle))
                left += _LINK + _GAP
        painter.end()

"""Lamps told apart by shape: circle = 绿, triangle = 黄, square = 红, ring = 灰, also in black and white."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from township_ledger.ui.theme import Theme, Tokens


class LampColour(StrEnum):
    """The four lamps; each value is its token, except grey, which is drawn in `text_3`."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


LAMP_WORDS = {
    LampColour.GREEN: "绿：正常",
    LampColour.AMBER: "黄：留意",
    LampColour.RED: "红：要处理",
    LampColour.GREY: "灰：不适用",
}


def paint_lamp(painter: QPainter, rect: QRectF, colour: LampColour, tokens: Tokens) -> None:
    """Draw a lamp into a square of logical pixels."""
    ink = QColor(tokens.text_3 if colour is LampColour.GREY else getattr(tokens, colour.value))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if colour is LampColour.GREEN:
        painter.drawEllipse(rect)
    elif colour is LampColour.AMBER:
        tip = QPointF(rect.center().x(), rect.top() - 1)
        feet = (QPointF(rect.right() + 1, rect.bottom()), QPointF(rect.left() - 1, rect.bottom()))
        painter.drawPolygon(QPolygonF([tip, *feet]))
    elif colour is LampColour.RED:
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    painter.restore()


class Lamp(QWidget):
    """One lamp as a widget, with its meaning as tooltip and accessible name."""

    def __init__(
        self, theme: Theme, colour: LampColour, parent: QWidget | None = None, *, size: int = 12
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._colour = colour
        self.setFixedSize(QSize(size + 4, size + 4))
        self.set_colour(colour)
        theme.changed.connect(self.update)

    @property
    def colour(self) -> LampColour:
        """The lamp that is shown."""
        return self._colour

    def set_colour(self, colour: LampColour) -> None:
        """Show another lamp."""
        self._colour = colour
        self.setToolTip(LAMP_WORDS[colour])
        self.setAccessibleName(LAMP_WORDS[colour])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        paint_lamp(painter, QRectF(2, 2, self._size, self._size), self._colour, self._theme.tokens)
        painter.end()

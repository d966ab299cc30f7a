"""Class hours of each officer against the yearly target, from few to many; a click opens the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from township_ledger.ui.theme import Theme

_LEFT, _FOOT, _TOP = 34, 8, 10
_MOST_BARS = 400
"""More people than this cannot be told apart; the widget then shows every n-th of the sorted row."""


class HourBar(NamedTuple):
    """One person: uid, name, counted hours."""

    uid: str
    name: str
    hours: float


class HourBars(QWidget):
    """A bar for each person, the target as a dashed line.

    Signals:
        opened(uid): the clerk clicked a person's bar.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._bars: tuple[HourBar, ...] = ()
        self._target = 0.0
        self.setMinimumHeight(90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Take colours from a theme."""
        self._theme = theme
        theme.changed.connect(self.update)

    def set_bars(self, bars: Sequence[HourBar], target: float) -> None:
        """Show these people, sorted from few to many."""
        ordered = sorted(bars, key=_hours)
        every = max(1, -(-len(ordered) // _MOST_BARS))
        self._bars = tuple(ordered[::every])
        self._target = target
        self.setAccessibleName(f"{len(ordered)} 人的学时，对照 {target:g} 学时")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a picture of moderate size."""
        return QSize(360, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        if self._theme is None:
            return
        painter = QPainter(self)
        self._draw_scale(painter, self._theme)
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(self._bars):
            reached = bar.hours >= self._target
            painter.setBrush(QColor(tokens.green if reached else tokens.amber))
            painter.drawRect(self._rect(place, bar))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell who stands under the pointer."""
        bar = self._at(event.position())
        if bar is not None:
            QToolTip.showText(event.globalPosition().toPoint(), f"{bar.name}　{bar.hours:g} 学时", self)
        self.setCursor(Qt.CursorShape.PointingHandCursor if bar is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the person whose bar was clicked."""
        bar = self._at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(bar.uid)

    # -- geometry

    def _top_value(self) -> float:
        """Return the value at the upper edge: a multiple of the tick above the target and the longest bar."""
        highest = max([self._target * 1.2, *(bar.hours for bar in self._bars)], default=1.0) or 1.0
        step = self._step()
        return step * -(-highest // step)

    def _step(self) -> float:
        return max(1.0, self._target / 3) if self._target else 20.0

    def _y(self, hours: float) -> float:
        room = self.height() - _FOOT - _TOP
        return self.height() - _FOOT - room * hours / self._top_value()

    def _pitch(self) -> float:
        return (self.width() - _LEFT) / max(1, len(self._bars))

    def _rect(self, place: int, bar: HourBar) -> QRectF:
        pitch = self._pitch()
        width = min(28.0, max(1.0, pitch * 0.62))
        left = _LEFT + place * pitch + (pitch - width) / 2
        top = self._y(bar.hours)
        return QRectF(left, top, width, self.height() - _FOOT - top)

    def _at(self, point: QPointF) -> HourBar | None:
        if point.x() < _LEFT or not self._bars:
            return None
        place = int((point.x() - _LEFT) / self._pitch())
        return self._bars[place] if 0 <= place < len(self._bars) else None

    def _draw_scale(self, painter: QPainter, theme: Theme) -> None:
        tokens = theme.tokens
        font = QFont(self.font())
        font.setPointSizeF(8)
        painter.setFont(font)
        value, step = 0.0, self._step()
        while value <= self._top_value():
            target = value == self._target
            line = QPen(QColor(tokens.text_2 if target else tokens.line), 1)
            line.setStyle(Qt.PenStyle.DashLine if target else Qt.PenStyle.SolidLine)
            painter.setPen(line)
            y = self._y(value)
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width(), y))
            painter.setPen(QColor(tokens.text_3))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, _LEFT - 6, 16), flags, f"{value:g}")
            value += step


def _hours(bar: HourBar) -> float:
    return bar.hours

"""Paints the cells of a grid and makes their editors.

It reads the model's prepared row instead of asking `data()` for seven roles a cell: a repaint costs less than twice
that of a C++ model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.written import NO, YES
from township_ledger.ui.widgets.lamp import paint_lamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPainter

    from township_ledger.ui.models.ledger_model import LedgerModel
    from township_ledger.ui.theme import Theme

_PAD = 8
_LAMP = 11
_LAMP_ROOM = 18
_CORNER = 8
_CUT_KEPT = 4096
_LINE_ROOM, _CHOICE_ROOM, _EDITOR_AT_MOST = 28, 64, 320
"""Pixels beside an editor's text (a choice has its arrow), and the width at which even long text scrolls."""
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class ChoiceBox(QComboBox):
    """A list of choices that opens by itself once no mouse button is down: a release over it would choose.

    Signals:
        picked(): an entry of the open list was taken. (`activated` is also said when the list opens, because the
            line loses the focus then.)
    """

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._listing = False
        self.activated.connect(self._activated)
        self._soon = QTimer(self, singleShot=True, interval=20)
        self._soon.timeout.connect(self._open)

    def open_soon(self) -> None:
        """Open the list as soon as the mouse lets go."""
        self._soon.start()

    def _open(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._soon.start()
        elif self.isVisible() and self.hasFocus():
            self.showPopup()

    def showPopup(self) -> None:
        """Open the list."""
        super().showPopup()
        self._listing = True

    def hidePopup(self) -> None:
        """Shut the list; what was taken from it is told right after."""
        super().hidePopup()
        QTimer.singleShot(0, self._shut)

    def _shut(self) -> None:
        self._listing = False

    def _activated(self) -> None:
        if self._listing:
            self._listing = False
            self.picked.emit()


class CellDelegate(QStyledItemDelegate):
    """Cells of one ledger grid."""

    def __init__(self, theme: Theme, model: LedgerModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._grid = parent
        self.open_choices = False  # whether the next combo opens its list at once
        self._mix()
        theme.changed.connect(self._mix)

    def _mix(self) -> None:
        """Make the colours once, not in every cell."""
        tokens = self._theme.tokens
        self._text, self._faint = QPen(QColor(tokens.text)), QPen(QColor(tokens.text_3))
        self._amber_pen, self._amber = QPen(QColor(tokens.amber)), QColor(tokens.amber)
        self._amber_soft = QColor(tokens.amber_soft)
        self._chosen = QColor(tokens.accent_soft)
        self._focus = QPen(QColor(tokens.accent), 2)
        self._focus.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._em = self._grid.fontMetrics().horizontalAdvance("中") + 1  # no character is wider
        self._cut: dict[tuple[str, int], str] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: selection, amber for kept text, a lamp, the text, the corner, the focus."""
        number, place = index.row(), index.column()
        model = self._model
        found = model.grid_row(number)
        if found is None:
            return
        rect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        state = option.state.value  # type: ignore[attr-defined]  # an int: enum arithmetic costs more than painting
        fault = place in found.faults or place in found.kept
        if state & _SELECTED or fault:
            painter.fillRect(rect, self._chosen if state & _SELECTED else self._amber_soft)
        column = model.columns[place]
        text, pen = found.texts[place], self._text
        waiting = model.pending(found.row.uid, column.name) if model.has_pending else None
        if waiting is not None:
            text, pen = waiting, self._faint
        elif fault:
            pen = self._amber_pen
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        lamp = found.lamps.get(place)
        if lamp is not None:
            spot = QRectF(room.left(), rect.center().y() - _LAMP // 2, _LAMP, _LAMP)
            paint_lamp(painter, spot, lamp, self._theme.tokens)
            room.setLeft(room.left() + _LAMP_ROOM)
        if text:
            painter.setPen(pen)
            painter.drawText(
                room, _RIGHT if column.right else _LEFT, self._fitted(text, room.width(), option)
            )
        if fault:
            self._corner(painter, rect)
        if state & _FOCUSED:
            self._ring(painter, rect)

    def _fitted(self, text: str, width: int, option: QStyleOptionViewItem) -> str:
        """Return the text as far as it fits; what was worked out for a text and a width is kept."""
        if len(text) * self._em <= width:
            return text
        fitted = self._cut.get((text, width))
        if fitted is None:
            if len(self._cut) > _CUT_KEPT:
                self._cut.clear()
            metrics = option.fontMetrics  # type: ignore[attr-defined]
            fitted = self._cut[text, width] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return fitted

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._focus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _corner(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._amber)
        right, top = rect.right() + 1, rect.top()
        corner = [QPointF(right - _CORNER, top), QPointF(right, top), QPointF(right, top + _CORNER)]
        painter.drawPolygon(QPolygonF(corner))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the width of the text, for double clicks on a header's edge."""
        found = self._model.grid_row(index.row())
        if found is None:
            return QSize(0, self._theme.row_height)
        place = index.column()
        metrics = option.fontMetrics  # type: ignore[attr-defined]
        lamp = _LAMP_ROOM if place in found.lamps else 0
        return QSize(
            metrics.horizontalAdvance(found.texts[place]) + 2 * _PAD + lamp + 2, self._theme.row_height
        )

    # --- editors

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make an editor: choices and 是/否 by a list that also takes free text, long text over lines, else one line."""
        column = self._model.columns[index.column()].column
        kind = column.type if column is not None else ColumnType.TEXT
        editor: QWidget
        if column is not None and kind is ColumnType.CHOICE:
            editor = self._choices(parent, column.choices)
        elif kind is ColumnType.YES_NO:
            editor = self._choices(parent, (YES, NO))
        elif kind is ColumnType.LONG_TEXT:
            editor = QPlainTextEdit(parent)
            editor.setTabChangesFocus(True)
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(self._model.columns[index.column()].title)
        return editor

    def _choices(self, parent: QWidget, choices: Sequence[str]) -> QComboBox:
        combo = ChoiceBox(parent)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(["", *choices])
        completer = combo.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if self.open_choices:
            combo.open_soon()
        combo.picked.connect(self._chose)
        return combo

    def _chose(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the whole value into the editor, never masked."""
        text = self._model.edit_text(index.row(), index.column())
        if isinstance(editor, QComboBox):
            editor.setEditText(text)
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed to the model, which queues it."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Cover the cell, or more of the grid where the cell is too narrow for the text; long text gets four lines."""
        rect: QRect = QRect(option.rect)  # type: ignore[attr-defined]
        parent = editor.parentWidget()
        if parent is not None:
            frame = parent.rect()
            if isinstance(editor, QPlainTextEdit):
                wanted = QSize(max(rect.width(), 300), max(rect.height() * 4, 110))
            else:
                wanted = QSize(max(rect.width(), self._needed(editor, index)), rect.height())
            rect.setSize(wanted.boundedTo(frame.size()))
            rect.moveRight(min(rect.right(), frame.right()))
            rect.moveBottom(min(rect.bottom(), frame.bottom()))
        editor.setGeometry(rect)

    def _needed(self, editor: QWidget, index: Index) -> int:
        """Return the width in pixels at which an editor cuts neither its text nor its choices."""
        texts = [self._model.edit_text(index.row(), index.column())]
        room = _LINE_ROOM
        if isinstance(editor, QComboBox):
            texts += [editor.itemText(place) for place in range(editor.count())]
            room = _CHOICE_ROOM
        metrics = editor.fontMetrics()
        return min(max(metrics.horizontalAdvance(text) for text in texts) + room, _EDITOR_AT_MOST)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit long text with Enter; Alt+Enter makes a new line there, as in a sheet."""
        if isinstance(editor, QPlainTextEdit) and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)  # noqa: S101  a key press always is one
            if event.key() in _ENTER:
                if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
                    editor.insertPlainText("\n")
                    return True
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)

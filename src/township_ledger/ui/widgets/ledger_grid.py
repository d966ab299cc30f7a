"""The grid of a ledger: keys as in a sheet, edit in place, copy with masks.

Enter goes down, Tab goes right, F2 or typing edits, Delete clears, Ctrl+D fills from above, Ctrl+C and Ctrl+V copy
and paste. An input method's composition stays in the cell in which it began.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from township_ledger.ui.models.ledger_model import LedgerModel
from township_ledger.ui.theme import HEADER_HEIGHT
from township_ledger.ui.widgets.cell_delegate import CellDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from township_ledger.ui.theme import Theme

_COPY_AT_MOST = 20_000
"""Rows that one copy takes; more would hold up the window."""

_LABEL_HALVES = 17
"""The least width of the column that names a row: eight characters and a half, as 买买提·阿不都拉."""

_TYPED = QAbstractItemView.EditTrigger.AnyKeyPressed


class LedgerGrid(QTableView):
    """Shows a `LedgerModel`.

    Signals:
        cell_changed(row, column): the cursor stands on another cell; (-1, -1) for none.
        cells_selected(count): how many cells are chosen.
        pasted(rows): a paste has been queued for this many rows.
        row_menu(point): the clerk asked for the menu of the row under the cursor; global position.
    """

    cell_changed = Signal(int, int)
    cells_selected = Signal(int)
    pasted = Signal(int)
    row_menu = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate: CellDelegate | None = None
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | _TYPED
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        across = self.horizontalHeader()
        across.setFixedHeight(HEADER_HEIGHT)
        across.setHighlightSections(False)
        across.setSectionsMovable(True)
        across.setSortIndicatorClearable(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down = self.verticalHeader()
        down.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_up(self, theme: Theme, model: LedgerModel) -> None:
        """Show a model; called once."""
        self._theme = theme
        self._delegate = CellDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.lay_out()
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentChanged.connect(self._tell_cell)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        model.modelReset.connect(self._tell_reset)
        theme.changed.connect(self._heights)

    def ledger_model(self) -> LedgerModel:
        """Return the model."""
        model = self.model()
        assert isinstance(model, LedgerModel)  # noqa: S101  set_up was called
        return model

    def lay_out(self) -> None:
        """Give columns their widths and hide those that the definition does not show."""
        half = self.fontMetrics().horizontalAdvance("中") / 2
        model = self.ledger_model()
        for place, column in enumerate(model.columns):
            wanted = max(column.width, 2 * len(column.title) + 2)
            if column.name == model.ledger.label:
                wanted = max(wanted, _LABEL_HALVES)
            self.setColumnWidth(place, round(wanted * half) + 18)
            self.setColumnHidden(place, not column.shown)
        self._heights()

    def _heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)
        digits = max(2, len(str(self.ledger_model().total)))
        self.verticalHeader().setFixedWidth(self.fontMetrics().horizontalAdvance("0" * digits) + 20)
        self.viewport().update()

    # --- the cursor

    def go_to(self, row: int, column: int = -1) -> None:
        """Put the cursor on a cell (the first shown column by default) and bring it into sight."""
        model = self.ledger_model()
        place = column if column >= 0 else self.first_column()
        index = model.index(row, place)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def first_column(self) -> int:
        """Return the model's number of the leftmost column that is shown."""
        header = self.horizontalHeader()
        return next(
            (
                header.logicalIndex(place)
                for place in range(header.count())
                if not header.isSectionHidden(header.logicalIndex(place))
            ),
            0,
        )

    def _tell_cell(self, current: QModelIndex) -> None:
        self.cell_changed.emit(current.row(), current.column())

    def _tell_selection(self) -> None:
        self.cells_selected.emit(
            sum(part.width() * part.height() for part in self.selectionModel().selection().toList())
        )

    def _tell_reset(self) -> None:
        self._heights()
        self.cell_changed.emit(-1, -1)
        self.cells_selected.emit(0)

    def _ask_menu(self, point: QPoint) -> None:
        if self.currentIndex().isValid():
            self.row_menu.emit(self.viewport().mapToGlobal(point))

    # --- editing

    def edit(  # type: ignore[override]  # Qt has two methods of this name; views call the long one
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Begin to edit; a list of choices opens at once unless the clerk began by typing."""
        if self._delegate is not None:
            self._delegate.open_choices = trigger != _TYPED
        if event is None:
            return bool(super().edit(index, trigger, QEvent(QEvent.Type.None_)))
        return super().edit(index, trigger, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go one cell down after Enter, as a sheet does."""
        submitted = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, hint)
        if submitted:
            self._down()

    def _down(self) -> None:
        current = self.currentIndex()
        below = current.siblingAtRow(current.row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle a sheet's keys; all others are Qt's."""
        if self.state() == QAbstractItemView.State.EditingState:
            # a line editor passes Enter on after the delegate has queued the commit; it is not the grid's
            super().keyPressEvent(event)
            return
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._down()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.clear_cells()
        elif key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif key == Qt.Key.Key_Menu and self.currentIndex().isValid():
            rect = self.visualRect(self.currentIndex())
            self.row_menu.emit(self.viewport().mapToGlobal(rect.bottomLeft()))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _block(self) -> tuple[range, list[int]]:
        """Return the chosen rows, and the chosen columns that are shown, as the model numbers them."""
        parts = self.selectionModel().selection().toList()
        if not parts:
            return range(0), []
        header = self.horizontalHeader()
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        left, right = min(part.left() for part in parts), max(part.right() for part in parts)
        visual = sorted(header.visualIndex(place) for place in range(left, right + 1))
        columns = [header.logicalIndex(place) for place in visual]
        return range(top, bottom + 1), [place for place in columns if not self.isColumnHidden(place)]

    def copy(self) -> None:
        """Copy the chosen cells as text, with the masks of the screen."""
        rows, columns = self._block()
        model = self.ledger_model()
        lines = []
        for number in rows[:_COPY_AT_MOST]:
            found = model.grid_row(number)
            if found is not None:
                lines.append("\t".join(found.texts[place] for place in columns))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Put the clipboard's cells at the cursor, as one operation; nothing goes beyond the last row."""
        start = self.currentIndex()
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        if not start.isValid() or not text:
            return
        header, model = self.horizontalHeader(), self.ledger_model()
        visual = range(header.visualIndex(start.column()), header.count())
        columns = [
            header.logicalIndex(place)
            for place in visual
            if not header.isSectionHidden(header.logicalIndex(place))
        ]
        rows: dict[str, dict[str, str]] = {}
        for down, line in enumerate(text.splitlines()):
            found = model.grid_row(start.row() + down)
            texts = {
                model.columns[place].name: cell.strip()
                for place, cell in zip(columns, line.split("\t"), strict=False)
                if model.columns[place].editable
            }
            if found is not None and texts:
                rows[found.row.uid] = texts
        model.edit_block(rows)
        self.pasted.emit(len(rows))

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        rows, columns = self._block()
        model = self.ledger_model()
        block: dict[str, dict[str, str]] = {}
        for number in rows[:_COPY_AT_MOST]:
            found = model.grid_row(number)
            names = [model.columns[place].name for place in columns if model.columns[place].editable]
            names = [name for name in names if model.edit_text(number, model.place(name))]
            if found is not None and names:
                block[found.row.uid] = dict.fromkeys(names, "")
        model.edit_block(block)

    def fill_down(self) -> None:
        """Give the chosen cells the text of the cell above the first of them."""
        rows, columns = self._block()
        model = self.ledger_model()
        source = rows.start if len(rows) > 1 else rows.start - 1
        if not rows or source < 0:
            return
        texts = {
            model.columns[place].name: model.edit_text(source, place)
            for place in columns
            if model.columns[place].editable
        }
        block = {}
        for number in rows[:_COPY_AT_MOST]:
            found = model.grid_row(number)
            if found is not None and number != source and texts:
                block[found.row.uid] = texts
        model.edit_block(block)

"""The panel about the cell under the cursor: what is wrong, how to write it, where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.rows import Fault
from township_ledger.ui.generated.ui_cell_panel import Ui_CellPanel
from township_ledger.ui.models.cell_text import cell_text, edit_text, example

if TYPE_CHECKING:
    from township_ledger.domain.rows import HistoryEntry
    from township_ledger.ui.models.ledger_model import LedgerModel
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme

WIDTH = 250


class CellPanel(QFrame):
    """Tells about one cell, or stands empty.

    Signals:
        restore(uid, column, text): put this older text back into the cell.
        history(uid): show the whole history of this row.
        retire(uid): take this row out of the ledger.
        closed(): the clerk shut the panel.
    """

    restore = Signal(str, str, str)
    history = Signal(str)
    retire = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CellPanel()
        self.ui.setupUi(self)
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._uid = self._column = self._older = ""
        self._menu = QMenu(self)
        self._retire = QAction("移出这一行…", self._menu)
        self._retire.triggered.connect(self._ask_retire)
        self._menu.addAction(self._retire)
        self.ui.restore.clicked.connect(self._ask_restore)
        self.ui.all.clicked.connect(self._ask_history)
        self.ui.close.clicked.connect(self.closed)
        self.ui.more.setMenu(self._menu)
        self.ui.more.setPopupMode(self.ui.more.ToolButtonPopupMode.InstantPopup)
        self.ui.extra.hide()
        self.clear()

    def set_up(self, theme: Theme, services: Services) -> None:
        """Give the panel its tools; called once."""
        self._theme, self._services = theme, services
        self._icons()
        theme.changed.connect(self._icons)

    def _icons(self) -> None:
        self.ui.close.setIcon(self._theme.icon("x", size=16))
        self.ui.more.setIcon(self._theme.icon("dots", size=16))

    def set_drawer(self, drawer: bool) -> None:  # noqa: FBT001  beside the grid, or over it
        """Show the button that shuts the panel only where it lies over the grid."""
        self.ui.close.setVisible(drawer)

    def add_extra(self, widget: QWidget) -> None:
        """Put what a ledger says about a whole row (events, attendance) above the history."""
        self.ui.extraBox.addWidget(widget)
        self.ui.extra.show()

    @property
    def uid(self) -> str:
        """The row that the panel tells about; "" for none."""
        return self._uid

    def clear(self) -> None:
        """Tell about no cell."""
        self._uid = self._column = self._older = ""
        ui = self.ui
        ui.title.setText("没有选中格子")
        ui.value.setText("把光标放到一格上，这里说它的来历。")
        for widget in (ui.draft, ui.pending, ui.fault, ui.rule, ui.historyTitle, ui.history, ui.extra):
            widget.hide()
        for button in (ui.restore, ui.all, ui.more):
            button.setEnabled(False)

    def tell(self, model: LedgerModel, number: int, place: int) -> None:
        """Tell about a cell of the grid."""
        found = model.grid_row(number)
        if found is None:
            self.clear()
            return
        ui, row, column = self.ui, found.row, model.columns[place]
        self._uid, self._column = row.uid, column.name
        label = found.texts[model.place(model.ledger.label)]
        ui.title.setText(f"{label} · {column.title}" if label else column.title)
        ui.draft.setVisible(row.draft)
        ui.draft.setToolTip("草稿不进报表和报送包，补全、改对后自动转正")
        ui.pending.setVisible(model.pending(row.uid, column.name) is not None)
        fault = found.faults.get(place)
        ui.fault.setVisible(fault is not None or self._missing(model, number, place))
        if fault is not None:
            ui.fault.setText(model.fault_words(fault))
        elif self._missing(model, number, place):
            ui.fault.setText(f"缺{column.title}，这一行先作草稿。")
        ui.value.setText(self._body(model, number, place))
        ui.value.setVisible(bool(ui.value.text()))
        ui.extra.setVisible(ui.extraBox.count() > 0)
        self._tell_history(model, row.uid, place)
        ui.all.setEnabled(True)
        ui.more.setEnabled(True)

    @staticmethod
    def _missing(model: LedgerModel, number: int, place: int) -> bool:
        found, column = model.grid_row(number), model.columns[place].column
        return (
            found is not None
            and column is not None
            and column.required
            and found.row.values[column.name] is None
            and place not in found.faults
        )

    @staticmethod
    def _body(model: LedgerModel, number: int, place: int) -> str:
        found = model.grid_row(number)
        if found is None:
            return ""
        why = found.whys.get(place)
        if why:
            return why
        column = model.columns[place].column
        if column is None:
            return found.texts[place]
        value = found.row.values[column.name]
        if place in found.faults or column.name == model.ledger.label:
            return ""
        if value is None:
            return example(column)
        return str(value) if column.type is ColumnType.LONG_TEXT else found.texts[place]

    def _tell_history(self, model: LedgerModel, uid: str, place: int) -> None:
        ui, column = self.ui, model.columns[place]
        known = column.column is not None or bool(column.own)
        for widget in (ui.rule, ui.historyTitle, ui.history):
            widget.setVisible(known)
        self._older = ""
        ui.restore.setEnabled(False)
        if not known:
            return
        entries = self._services.reader.history(model.ledger.name, uid, column.name)
        ui.history.show_entries(entries, column.column, model.labels, self._services.clock.now())
        if entries:
            self._older = self._older_text(model, entries[0], place)
            ui.restore.setEnabled(bool(self._older))
            shown = self._older
            if column.column is not None:
                shown = cell_text(column.column, entries[0].old, model.labels)
            ui.restore.setToolTip(f"把这一格改回 {shown}" if self._older else "没有旧值可以恢复")

    @staticmethod
    def _older_text(model: LedgerModel, newest: HistoryEntry, place: int) -> str:
        column = model.columns[place].column
        if isinstance(newest.old, Fault):
            return newest.old.text
        if column is None or newest.column is None:
            return str(newest.old or "")
        return edit_text(column, newest.old, model.labels)

    def _ask_restore(self) -> None:
        self.restore.emit(self._uid, self._column, self._older)

    def _ask_history(self) -> None:
        self.history.emit(self._uid)

    def _ask_retire(self) -> None:
        self.retire.emit(self._uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut the drawer with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.ui.close.isHidden():
            self.closed.emit()
            return
        super().keyPressEvent(event)

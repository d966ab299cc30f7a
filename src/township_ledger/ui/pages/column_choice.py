"""Which columns of a grid are shown: a menu on the header, remembered on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from township_ledger.ui.services import Services
    from township_ledger.ui.widgets.ledger_grid import LedgerGrid


class ColumnChoice(QObject):
    """Hides and shows the columns of one ledger's grid; the one that names a row always stays."""

    def __init__(self, services: Services, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self._services, self._grid = services, grid
        self._key = f"hidden columns of {grid.ledger_model().ledger.name}"
        header = grid.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.ask)
        self.restore()

    def restore(self) -> None:
        """Hide the columns that the clerk hid before; without a choice of the clerk the definition's stands."""
        kept = self._services.preference(self._key, "")
        if kept:
            hidden = set(kept.split("\n"))
            for place, column in enumerate(self._grid.ledger_model().columns):
                self._grid.setColumnHidden(place, column.name in hidden)

    def menu(self) -> QMenu:
        """Return the menu of all columns."""
        model = self._grid.ledger_model()
        menu = QMenu(self._grid)
        for place, column in enumerate(model.columns):
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(not self._grid.isColumnHidden(place))
            action.setData(place)
            action.setEnabled(column.name != model.ledger.label)
            menu.addAction(action)
        menu.triggered.connect(self.toggle)
        return menu

    def ask(self, point: QPoint) -> None:
        """Show the menu on the header."""
        self.menu().exec(self._grid.horizontalHeader().mapToGlobal(point))

    def toggle(self, action: QAction) -> None:
        """Show or hide the column of a menu entry, and remember it."""
        self._grid.setColumnHidden(int(action.data()), not action.isChecked())
        columns = self._grid.ledger_model().columns
        hidden = [column.name for place, column in enumerate(columns) if self._grid.isColumnHidden(place)]
        self._services.set_preference(self._key, "\n".join(hidden))

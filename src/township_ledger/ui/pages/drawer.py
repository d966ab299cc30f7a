"""The panel beside a grid: next to it in a wide window, a drawer over it in a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

    from township_ledger.ui.widgets.cell_panel import CellPanel


class Drawer(QObject):
    """Moves a panel between a layout and the right edge of its side; F4 or the button opens it, Esc shuts it."""

    def __init__(
        self, panel: CellPanel, side: QWidget, box: QBoxLayout, button: QAbstractButton, back: QWidget
    ) -> None:
        """`back` gets the focus when the drawer is shut."""
        super().__init__(side)
        self._panel, self._side, self._box, self._button, self._back = panel, side, box, button, back
        self._narrow = False
        panel.set_drawer(False)
        panel.closed.connect(self.shut)
        button.hide()
        button.clicked.connect(self.toggle)
        side.installEventFilter(self)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Arrange for a narrow or a wide window."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._button.setVisible(narrow)
        self._panel.set_drawer(narrow)
        if narrow:
            self._box.removeWidget(self._panel)
            self._panel.setParent(self._side)
            self._panel.hide()
        else:
            self._box.addWidget(self._panel)
            self._panel.show()

    def toggle(self) -> None:
        """Open or shut the drawer; in a wide window the panel just stands there."""
        if not self._narrow:
            return
        if self._panel.isVisible():
            self.shut()
        else:
            self._place()
            self._panel.show()
            self._panel.raise_()
            self._panel.setFocus()

    def shut(self) -> None:
        """Shut the drawer."""
        if self._narrow:
            self._panel.hide()
            self._back.setFocus()

    def _place(self) -> None:
        self._panel.setGeometry(
            self._side.width() - self._panel.width(), 0, self._panel.width(), self._side.height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the drawer at the right edge, and shut it with Esc from the grid beside it."""
        if self._narrow and event.type() == QEvent.Type.Resize:
            self._place()
        if (
            self._narrow
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._panel.isVisible()
        ):
            self.shut()
            return True
        return super().eventFilter(watched, event)

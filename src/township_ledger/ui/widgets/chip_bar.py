"""Saved views as chips with their counts; those that do not fit wait behind 更多."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_GAP = 8
_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: its name (handed back when chosen) and its title without the count."""

    name: str
    title: str


class ChipBar(QWidget):
    """A row of chips of which exactly one is chosen.

    Signals:
        chosen(name): the clerk chose a chip.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self._buttons: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        self._more = QPushButton("更多", self)
        self._more.setProperty("look", "chip")
        self._more.setToolTip("其余的视图")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._picked)
        self._more.setMenu(self._menu)
        self._more.hide()

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips and choose the first."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons.clear()
        self._titles = {chip.name: chip.title for chip in chips}
        for chip in chips:
            button = QPushButton(chip.title, self)
            button.setProperty("look", "chip")
            button.setProperty("chip", chip.name)
            button.setCheckable(True)
            button.show()
            self._group.addButton(button)
            self._buttons[chip.name] = button
        if chips:
            self._buttons[chips[0].name].setChecked(True)
        self._arrange()

    def set_count(self, name: str, count: int | None) -> None:
        """Show a count beside the title; None takes it away."""
        button = self._buttons.get(name)
        if button is not None:
            button.setText(self._titles[name] if count is None else f"{self._titles[name]} {count:,}")
            self._arrange()

    def choose(self, name: str) -> None:
        """Choose a chip without telling anybody."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self._arrange()

    def clear_choice(self) -> None:
        """Choose none: the rows shown belong to no chip."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def current(self) -> str:
        """Return the name of the chosen chip, or "" for none."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def texts(self) -> list[str]:
        """Return what the chips say, in order."""
        return [button.text() for button in self._buttons.values()]

    def sizeHint(self) -> QSize:
        """Ask for room for all chips."""
        return QSize(sum(self._width(button) + _GAP for button in self._buttons.values()), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Need little room."""
        return QSize(120, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    @staticmethod
    def _width(button: QPushButton) -> int:
        button.ensurePolished()
        return button.sizeHint().width() + 2  # the chosen chip is bold, thus a little wider

    def _arrange(self) -> None:
        """Place the chips from the left; the chosen one always has a place."""
        widths = {name: self._width(button) for name, button in self._buttons.items()}
        fits = sum(widths.values()) + _GAP * (len(widths) - 1) <= self.width()
        room = self.width() if fits else self.width() - self._width(self._more) - _GAP
        chosen = next((name for name, button in self._buttons.items() if button.isChecked()), None)
        room -= widths[chosen] + _GAP if chosen is not None else 0
        left, hidden = 0, []
        for name, button in self._buttons.items():
            if name != chosen and widths[name] > room:
                hidden.append(name)
                button.hide()
                continue
            room -= 0 if name == chosen else widths[name] + _GAP
            height = button.sizeHint().height()
            button.setGeometry(left, (self.height() - height) // 2, widths[name], height)
            button.show()
            left += widths[name] + _GAP
        self._show_more(hidden, left)

    def _show_more(self, hidden: Sequence[str], left: int) -> None:
        self._menu.clear()
        for name in hidden:
            action = QAction(self._buttons[name].text(), self._menu)
            action.setData(name)
            self._menu.addAction(action)
        height = self._more.sizeHint().height()
        self._more.setGeometry(left, (self.height() - height) // 2, self._width(self._more), height)
        self._more.setVisible(bool(hidden))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus if hidden else Qt.FocusPolicy.NoFocus)

    def _clicked(self, button: QPushButton) -> None:
        self._arrange()
        self.chosen.emit(button.property("chip"))

    def _picked(self, action: QAction) -> None:
        name = str(action.data())
        self.choose(name)  # arranges the menu anew: the action is gone after this
        self.chosen.emit(name)

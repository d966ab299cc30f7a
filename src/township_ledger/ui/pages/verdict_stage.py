"""The verdict on a bundle before any home is open: looked at, never taken in, and no key can be pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from township_ledger.ui.pages.verify_page import VerifyPage

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.ui.services import Door, Services
    from township_ledger.ui.theme import Theme


class VerdictStage(QWidget):
    """Signals `back()` when the clerk has read enough."""

    back = Signal()

    def __init__(self, theme: Theme, door: Door, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        # Looking at a bundle asks nothing but `start` of its services, and a door has the same one.
        self.page = VerifyPage(cast("Services", door), theme)
        heading, sub = QLabel(self.page.title), QLabel(self.page.sub_title)
        heading.setProperty("look", "h1")
        sub.setProperty("look", "sub")
        back = QPushButton("返回")
        back.clicked.connect(self.back)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(heading)
        titles.addWidget(sub)
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(back)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(12)
        self._box.addLayout(head)
        self._box.addWidget(self.page, 1)
        self._kept_away = QWidget(self)  # pinning needs a home: its button has no place here
        self._kept_away.hide()
        self.page.form.pin.setParent(self._kept_away)
        self.page.shown(path)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Take less margin in a narrow window."""
        margin = 24 if narrow else 80
        self._box.setContentsMargins(margin, 20, margin, 16)
        self.page.set_narrow(narrow)

"""One fact of the check-up: a number, how serious it is, what it means, and the rows behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from township_ledger.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from township_ledger.ui.models.check_up_model import Card

TONE_WORDS = {"green": "正常", "amber": "留意", "red": "要处理", "grey": "说明"}


class FactCard(QFrame):
    """Signals `chosen(code)` when its rows shall be shown."""

    chosen = Signal(str)

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        number = QLabel(f"{card.number:,}")
        number.setProperty("look", "big")
        tag = QLabel(TONE_WORDS.get(card.tone, TONE_WORDS["grey"]))
        tag.setProperty("look", f"tag-{card.tone}")
        tag.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.button = QPushButton("看名单")
        self.button.setProperty("look", "flat")
        self.button.setAccessibleName(f"看名单：{card.number} {card.title}")
        self.button.setEnabled(card.rows > 0)
        self.button.clicked.connect(self._choose)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(number)
        top.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.button)
        title, detail = ElidedLabel(), ElidedLabel()
        title.setText(card.title)
        detail.setText(card.detail or " ")  # keeps the cards of a row equally high
        detail.setProperty("look", "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 6, 10, 8)
        box.setSpacing(1)
        box.addLayout(top)
        box.addWidget(title)
        box.addWidget(detail)

    def _choose(self) -> None:
        self.chosen.emit(self.card.code)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole card is a button."""
        super().mousePressEvent(event)
        if self.card.rows:
            self._choose()

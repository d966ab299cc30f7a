"""Cards and lines of a list: a lamp, what it is, why, and the one button that does something about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from township_ledger.ui.widgets.lamp import Lamp, LampColour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLayout

    from township_ledger.ui.theme import Theme


class LampLine(QWidget):
    """One line. `acted` is called when its button is pressed; without a `deed` it has no button.

    With `opened` a flat button 看 opens the rows behind the number that the line tells.
    """

    def __init__(
        self,
        theme: Theme,
        lamp: LampColour,
        text: str,
        why: str = "",
        *,
        due: str = "",
        deed: str = "",
        acted: Callable[[], None] | None = None,
        opened: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(Lamp(theme, lamp))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(_label(text))
        if why:
            column.addWidget(_label(why, "small"))
        row.addLayout(column, 1)
        if due:
            label = QLabel(due)
            label.setProperty("look", {LampColour.RED: "red", LampColour.AMBER: "amber"}.get(lamp, "sub"))
            row.addWidget(label)
        if opened is not None:
            look = QPushButton("看这些行")
            look.setProperty("look", "flat")
            look.setAccessibleName(f"看这些行：{text}")
            look.clicked.connect(opened)
            row.addWidget(look)
        self.button: QPushButton | None = None
        if deed and acted is not None:
            self.button = QPushButton(deed)
            self.button.setAccessibleName(f"{deed}：{text}")
            self.button.clicked.connect(acted)
            row.addWidget(self.button)


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(80)
    if look:
        label.setProperty("look", look)
    return label


def rule() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("look", "rule")
    return line


def card(title: str, lines: Sequence[QWidget], *, tag: str = "", tag_look: str = "tag-grey") -> QFrame:
    """Return a card with a heading, a count beside it, and lines with hairlines between them."""
    frame = QFrame()
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 4)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.setContentsMargins(14, 8, 14, 6)
    head.setSpacing(8)
    heading = QLabel(title)
    heading.setProperty("look", "h2")
    head.addWidget(heading)
    if tag:
        count = QLabel(tag)
        count.setProperty("look", tag_look)
        head.addWidget(count)
    head.addStretch(1)
    column.addLayout(head)
    for line in lines:
        column.addWidget(rule())
        column.addWidget(line)
    return frame


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

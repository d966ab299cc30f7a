"""Where a cell came from: its changes, newest first, and the bundles that reported them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from township_ledger.ui.models.cell_text import EMPTY, cell_text
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from township_ledger.domain.definitions import Column
    from township_ledger.domain.rows import HistoryEntry

SHOWN = 12
"""Entries shown in the panel; 全部历史 shows all."""


def moment(at: datetime, now: datetime) -> str:
    """Return a moment as the clerk counts it: 今天 09:12, 11-23 09:05, or with the year when it is another one."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"今天 {local:%H:%M}"
    return f"{local:%m-%d %H:%M}" if local.year == now.year else f"{local:%Y-%m-%d %H:%M}"


def deed(entry: HistoryEntry) -> str:
    """Return who did what, such as 李敏 修改."""
    return f"{entry.actor} {sentence(f'operation.kind.{entry.kind}')}"


class HistoryList(QWidget):
    """A list of changes, as labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._labels: list[QLabel] = []

    def show_entries(
        self, entries: Sequence[HistoryEntry], column: Column | None, labels: Mapping[str, str], now: datetime
    ) -> None:
        """Show the changes of one cell (or of a whole row: `column` None), newest first."""
        self._clear()
        for entry in entries[:SHOWN]:
            self._add(entry, column, labels, now)
        if len(entries) > SHOWN:
            self._label(f"更早的 {len(entries) - SHOWN} 次在“全部历史”里", "small")
        if not entries:
            self._label("这一格还没有写过。", "small")

    def _add(
        self, entry: HistoryEntry, column: Column | None, labels: Mapping[str, str], now: datetime
    ) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        when, who = QLabel(moment(entry.at, now)), QLabel(deed(entry))
        self._labels += [when, who]
        who.setProperty("look", "small")
        line.addWidget(when)
        line.addStretch(1)
        line.addWidget(who)
        holder = QWidget()
        holder.setLayout(line)
        line.setContentsMargins(0, 4, 0, 0)
        self._box.addWidget(holder)
        if column is not None and entry.column is not None:
            old = cell_text(column, entry.old, labels) or EMPTY
            new = cell_text(column, entry.new, labels) or EMPTY
            self._label(f"{old} → {new}", "small")
        for number in entry.bundles:
            self._label(f"第 {number} 号报送包报过", "small")

    def _label(self, text: str, look: str) -> None:
        label = QLabel(text)
        label.setProperty("look", look)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._labels.append(label)
        self._box.addWidget(label)

    def _clear(self) -> None:
        self._labels.clear()
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def texts(self) -> list[str]:
        """Return what is written, line by line."""
        return [label.text() for label in self._labels]

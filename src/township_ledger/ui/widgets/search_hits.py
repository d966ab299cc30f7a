"""What a search over all ledgers found, in a list under the search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from township_ledger.ui.page import ledger_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from township_ledger.domain.rows import SearchHit

_HIT = int(Qt.ItemDataRole.UserRole)
_WIDTH, _ROW, _MOST = 320, 32, 9


class SearchHits(QListWidget):
    """Signals `chosen(page, uid)` when the clerk takes a hit."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = parent
        self.setAccessibleName("搜索结果")
        self.setMouseTracking(True)
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)
        self.hide()

    def show_hits(self, hits: Sequence[SearchHit], titles: Mapping[str, str]) -> None:
        """Show hits, best first, each with its ledger."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.label or '没有名称'}　{titles.get(hit.ledger, '')}")
            item.setData(_HIT, (hit.ledger, hit.uid))
            self.addItem(item)
        if not hits:
            nothing = QListWidgetItem("没有找到。试试姓名、拼音首字母或证号的前几位")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nothing)
        self.resize(_WIDTH, min(self.count(), _MOST) * _ROW + 6)

    def place_under(self, field: QWidget) -> None:
        """Show the list under a field, its right edge at the field's."""
        corner = field.mapTo(self._frame, QPoint(field.width(), field.height() + 4))
        self.move(max(0, corner.x() - self.width()), corner.y())
        self.show()
        self.raise_()

    def enter(self) -> None:
        """Take the only hit, or go into the list."""
        if self.isHidden() or not self.count():
            return
        if self.count() == 1:
            self._take(self.item(0))
            return
        self.setCurrentRow(0)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a hit with Enter, shut with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._take(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        data = item.data(_HIT)
        if data is not None:
            ledger, uid = data
            self.hide()
            self.chosen.emit(ledger_page(ledger), uid)

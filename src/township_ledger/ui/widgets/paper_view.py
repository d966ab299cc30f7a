"""Pages of a report as they will be printed, one below the other, loaded one at a time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from township_ledger.ui.widgets.lines import clear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QScrollArea, QVBoxLayout


class PaperView(QObject):
    """Fills a layout inside a scroll area with pictures of pages, scaled to the width there is."""

    def __init__(
        self, area: QScrollArea, layout: QVBoxLayout, picture: Callable[[str], bytes], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._area, self._layout, self._picture = area, layout, picture
        self._left: deque[str] = deque()
        self._next = QTimer(
            self, interval=0
        )  # one page a turn of the event loop: decoding takes some milliseconds
        self._next.timeout.connect(self._load_one)

    def show_pages(self, paths: Sequence[str], total: int) -> None:
        """Show these pages of `total`."""
        clear(self._layout)
        self._left = deque(paths)
        self._more = total - len(paths)
        self._next.start()

    def _load_one(self) -> None:
        if not self._left:
            self._next.stop()
            if self._more > 0:
                self._layout.addWidget(_note(f"还有 {self._more} 页，生成后在文件里看"))
            self._layout.addStretch(1)
            return
        pixmap = QPixmap()
        if not pixmap.loadFromData(self._picture(self._left.popleft())):
            return
        label = QLabel()
        ratio = self._area.devicePixelRatioF()
        width = min(int((self._area.viewport().width() - 24) * ratio), pixmap.width())
        scaled = pixmap.scaledToWidth(max(200, width), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        label.setPixmap(scaled)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setAccessibleName(f"第 {self._layout.count() + 1} 页")
        self._layout.addWidget(label)


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "sub")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label

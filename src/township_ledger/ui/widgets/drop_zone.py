"""A frame that takes files dropped on it and shows that it would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the local files of a drag, in its order."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def restyle(widget: QWidget, look: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class DropZone(QFrame):
    """Signals `dropped(path)` with the first file of a drop, and `several(count)` before it when there were more.

    `all_dropped(paths)` tells all of them, for a page that takes several.
    """

    dropped = Signal(object)
    all_dropped = Signal(list)
    several = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file would be taken."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, "drop-over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over the frame any more."""
        restyle(self, "drop")

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file was dropped."""
        restyle(self, "drop")
        files = dropped_files(event.mimeData())
        event.acceptProposedAction()
        if len(files) > 1:
            self.several.emit(len(files))
        self.dropped.emit(files[0])
        self.all_dropped.emit(files)

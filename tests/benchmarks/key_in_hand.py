"""The window of the program with its key in hand: the port through which measurements get past the unlock page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from tests.benchmarks.office_key import ACTOR, KEY

from township_ledger.app.window import WindowProgram

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.app.clerk import Clerk


class KeyInHand(WindowProgram):
    """Opens the home as soon as its unlock page has been painted."""

    def show(self, file: Path | None = None) -> None:
        """Show the first page and wait for its paint."""
        super().show(file)
        self.window.centralWidget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the first paint of the unlock page."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.open_now)
        return False

    def open_now(self, first: str = "today") -> Clerk:
        """Open the home and show a page of its desk."""
        clerk = self.door.open_with_key(self.door.default_folder(), KEY, ACTOR)
        self.window.open_desk(clerk, first)
        return clerk

"""Programs with a window that are measured: `python -m tests.benchmarks.windows NAME …`.

`empty` and `desk` run until they are ended (their pictures are watched from outside); `grid` and `stall` drive the
real window over a real home without a screen and print what they measured as JSON. The key is in hand: the window
goes from its unlock page to the desk through `Doorkeeper.open_with_key`, as it does after a password was derived.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def empty() -> None:
    """Show an empty QMainWindow of the size of ours: the limit of every start."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1180, 700)
    window.show()
    sys.exit(app.exec())


def desk(home: str) -> None:
    """Run the program itself over a home; once the unlock page is painted, the key is in hand."""
    from tests.benchmarks.key_in_hand import KeyInHand

    from township_ledger.app import window

    vars(window)["WindowProgram"] = KeyInHand
    sys.exit(window.run_window(["--home", home]))


def grid(home: str, repaints: str) -> None:
    """Search, filter, sort and jump in the page of people, and repaint it beside a model of Qt's own."""
    from tests.benchmarks.grid_side import measured

    sys.stdout.write(json.dumps(measured(home, int(repaints))) + "\n")


def stall(home: str, file: str) -> None:
    """Import a sheet in a worker while the page of people is scrolled and repainted, and watch the event loop."""
    from tests.benchmarks.stall_side import measured

    sys.stdout.write(json.dumps(measured(home, file)) + "\n")


PROGRAMS: dict[str, Callable[..., None]] = {each.__name__: each for each in (empty, desk, grid, stall)}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    PROGRAMS[name](*arguments)

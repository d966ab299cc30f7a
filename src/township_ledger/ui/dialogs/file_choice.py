"""Asking for a file or a folder: the desktop's own dialog where there is one, else Qt's as a plain list.

Qt's detailed list names kinds and dates in the language of the system; the plain list has names only.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def choose_files(parent: QWidget, title: str, kinds: str, *, several: bool = False) -> list[Path]:
    """Ask for one file, or several; `kinds` is Qt's list of filters. Empty when the clerk thought better of it."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    return _ask(dialog)


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; None when the clerk thought better of it."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def _ask(dialog: QFileDialog) -> list[Path]:
    dialog.setViewMode(QFileDialog.ViewMode.List)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    return [Path(name) for name in dialog.selectedFiles()] if accepted else []

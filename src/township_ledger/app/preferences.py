"""Choices of this computer: look, row height, folders used last, the home opened last. Nothing of the ledgers."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings

VARIABLE = "TOWNSHIP_LEDGER_PREFERENCES"


def preferences_file() -> Path:
    """Return the file of choices: the one `VARIABLE` names, else this account's."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).absolute()
    import platformdirs

    return platformdirs.user_config_path("township-ledger", appauthor=False) / "window.ini"


class Preferences:
    """Texts by name, kept in one INI file."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or preferences_file()), QSettings.Format.IniFormat)

    def get(self, name: str, default: str = "") -> str:
        """Return a choice."""
        value = self._settings.value(f"window/{name}", default)
        return value if isinstance(value, str) else default

    def put(self, name: str, value: str) -> None:
        """Keep a choice."""
        self._settings.setValue(f"window/{name}", value)
        self._settings.sync()

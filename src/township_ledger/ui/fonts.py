"""The window's type: Windows' own Chinese face where it is there, else the bundled Noto Sans SC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

SYSTEM_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei")
BUNDLED_FILE = "NotoSansSC_400Regular.ttf"
BASE_POINTS = 10


def base_font(folder: Path) -> QFont:
    """Return the base font, 10 pt; `folder` is `resources/fonts`. A bundled face is loaded only when it is needed."""
    family = next((name for name in SYSTEM_FAMILIES if QFontDatabase.hasFamily(name)), "")
    if not family:
        loaded = QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(folder / BUNDLED_FILE))
        )
        family = loaded[0] if loaded else ""
    font = QFont(family) if family else QFont()
    font.setPointSize(BASE_POINTS)
    return font

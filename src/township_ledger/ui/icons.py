"""Icons: Tabler outlines (MIT), coloured by a token and drawn at exactly the size of the screens' pixels.

The pictures are drawn by Qt's SVG image plug-in through `QImageReader`, so QtSvg itself is never imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImageReader, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon

_STROKE = b'stroke-width="1.75"'  # 2 is too heavy beside 10 pt Chinese


class IconShelf:
    """Draws icons from a folder and keeps what it has drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: str, disabled: str, size: int) -> QIcon:
        """Return an icon in `colour` (`#RRGGBB`), `size` logical pixels wide."""
        from PySide6.QtGui import QIcon  # the first page shows pictures only

        key = (name, colour, size)
        icon = self._icons.get(key)
        if icon is None:
            icon = QIcon()
            for ratio in _ratios():
                icon.addPixmap(self._draw(name, colour, size, ratio))
                icon.addPixmap(self._draw(name, disabled, size, ratio), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return icon

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """Return one picture for the sharpest screen."""
        return self._draw(name, colour, size, max(_ratios()))

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        source = self._sources.get(name)
        if source is None:
            text = (self._folder / f"{name}.svg").read_bytes()
            source = self._sources[name] = text.replace(b'stroke-width="2"', _STROKE)
        data = QByteArray(source.replace(b"currentColor", colour.encode()))
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"svg"))
        pixels = round(size * ratio)
        reader.setScaledSize(QSize(pixels, pixels))
        pixmap = QPixmap.fromImage(reader.read())
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _ratios() -> tuple[float, ...]:
    """Return the scales of the screens that are plugged in."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})) or (1.0,)

"""The look in one place: tokens, palette and the switch between light and dark.

Tokens are colours as `#RRGGBB`, lengths are logical pixels, type sizes are points. Nothing else in the program
names a colour: widgets that paint ask `Theme.tokens`, everything else is styled by `style_sheet.style_sheet`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from township_ledger.ui.fonts import base_font
from township_ledger.ui.icons import IconShelf
from township_ledger.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme. Text tokens keep a contrast of at least 4.6:1 on page, surface and sunken."""

    dark: bool
    page: str  # window
    surface: str  # cards, grids, fields
    sunken: str  # sidebar, headers
    hover: str  # under the pointer; also the soft grey of tags
    line: str  # hairlines
    line_strong: str  # edges of buttons
    line_input: str  # edges of fields, 3:1
    text: str  # content
    text_2: str  # labels
    text_3: str  # side remarks
    accent: str  # primary button, links, focus
    accent_soft: str  # selection
    accent_text: str  # on accent
    green: str
    green_soft: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str


LIGHT = Tokens(
    dark=False,
    page="#F6F7F9",
    surface="#FFFFFF",
    sunken="#EEF0F3",
    hover="#E7EAEE",
    line="#DDE1E6",
    line_strong="#C3C9D1",
    line_input="#858F9C",
    text="#1B2430",
    text_2="#4A5563",
    text_3="#67717E",
    accent="#1D5FAD",
    accent_soft="#E6EFFA",
    accent_text="#FFFFFF",
    green="#1E7B45",
    green_soft="#E4F3EA",
    amber="#8F5B00",
    amber_soft="#FFF3D6",
    red="#B3261E",
    red_soft="#FCE8E6",
)

DARK = Tokens(
    dark=True,
    page="#15191F",
    surface="#1D232B",
    sunken="#12161B",
    hover="#28303A",
    line="#313A45",
    line_strong="#465261",
    line_input="#7D8896",
    text="#E8ECF1",
    text_2="#B9C2CD",
    text_3="#929DAA",
    accent="#7DB1F0",
    accent_soft="#1F3350",
    accent_text="#0F1A28",
    green="#6FCF97",
    green_soft="#17352A",
    amber="#F0B955",
    amber_soft="#3B2F14",
    red="#F28B82",
    red_soft="#43201E",
)

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, SPACE_6 = 4, 8, 12, 16, 24, 32
"""The only distances between things, in logical pixels."""

ROW_HEIGHT, ROW_HEIGHT_COMPACT, HEADER_HEIGHT, CONTROL_HEIGHT = 32, 26, 32, 32
FUSION = "fusion"
_DARK_BELOW = 128
_WATCH_AFTER_MS = 300  # after the first paint
NARROW_BELOW = 1100
"""Under this width of the window the sidebar shows icons only and detail panels become drawers."""


class Mode(StrEnum):
    """What the clerk chose; `SYSTEM` follows the desktop, also while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Puts the look on the application and tells everybody when it changes."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._compact = self._watching = False
        self.resources = resources
        self._icons = IconShelf(resources / "icons")
        if app.style().objectName() != FUSION:  # Linux mostly begins with it, and another costs 6 ms
            app.setStyle(FUSION)
        app.setFont(base_font(resources / "fonts"))
        self._tokens = self._wanted()
        self._put_on()
        QTimer.singleShot(_WATCH_AFTER_MS, self._watch_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """What the clerk chose."""
        return self._mode

    @property
    def row_height(self) -> int:
        """The height of a grid's row, in logical pixels."""
        return ROW_HEIGHT_COMPACT if self._compact else ROW_HEIGHT

    def set_mode(self, mode: Mode) -> None:
        """Change to light, to dark, or to what the desktop says."""
        self._mode = mode
        self._follow_system()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001  rows have two heights
        """Show grids with rows of 26 instead of 32 pixels."""
        if compact != self._compact:
            self._compact = compact
            self.changed.emit()

    def colour(self, token: str) -> QColor:
        """Return a token as a colour that can be painted with."""
        return QColor(getattr(self._tokens, token))

    def icon(self, name: str, colour: str = "text_2", size: int = 20) -> QIcon:
        """Return an icon of `resources/icons`, drawn in a token's colour, crisp at the screens' scale."""
        return self._icons.icon(name, getattr(self._tokens, colour), self._tokens.text_3, size)

    def pixmap(self, name: str, colour: str = "accent", size: int = 40) -> QPixmap:
        """Return one picture of an icon, for a label."""
        return self._icons.pixmap(name, getattr(self._tokens, colour), size)

    def _wanted(self) -> Tokens:
        dark = self._system_is_dark() if self._mode is Mode.SYSTEM else self._mode is Mode.DARK
        return DARK if dark else LIGHT

    def _system_is_dark(self) -> bool:
        """Ask the desktop; before the first paint by its palette, which costs less than the namespace `Qt`."""
        if not self._watching:
            return QGuiApplication.palette().window().color().lightness() < _DARK_BELOW
        from PySide6.QtCore import Qt

        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _watch_system(self) -> None:
        """Follow the desktop from now on."""
        self._watching = True
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._follow_system()

    def _follow_system(self) -> None:
        wanted = self._wanted()
        if wanted is not self._tokens:
            self._tokens = wanted
            self._put_on()
            self.changed.emit()

    def _put_on(self) -> None:
        self._app.setPalette(palette(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, self.resources / "icons"))


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme: what Fusion draws by itself (menus, tips, message boxes) takes it from here."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colours = {
        role.Window: tokens.page,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.red,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Mid: tokens.line_strong,
        role.Midlight: tokens.line,
        role.Light: tokens.surface,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.line_strong,
        role.Accent: tokens.accent,
    }
    result = QPalette()
    for key, value in colours.items():
        result.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, key, QColor(tokens.text_3))
    return result

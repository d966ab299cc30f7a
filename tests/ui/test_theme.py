"""Tokens, contrast, palette, icons, type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from township_ledger.ui import fonts
from township_ledger.ui.fonts import base_font
from township_ledger.ui.icons import IconShelf
from township_ledger.ui.style_sheet import style_sheet
from township_ledger.ui.theme import DARK, LIGHT, ROW_HEIGHT, ROW_HEIGHT_COMPACT, Mode, Theme, Tokens
from township_ledger.ui.translation import install_chinese

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    found = QColor(colour)
    parts = [found.redF(), found.greenF(), found.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("ink", ["text", "text_2", "text_3", "accent"])
def test_text_can_be_read_on_every_ground(tokens: Tokens, ink: str) -> None:
    for ground in ("page", "surface"):
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5
    assert contrast(tokens.text_2, tokens.sunken) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_marks_fields_and_buttons_can_be_told_apart(tokens: Tokens) -> None:
    for name in ("green", "amber", "red"):
        assert contrast(getattr(tokens, name), getattr(tokens, f"{name}_soft")) >= 4.5
    assert contrast(tokens.line_input, tokens.surface) >= 3
    assert contrast(tokens.accent_text, tokens.accent) >= 4.5


def test_no_colour_stands_outside_the_tokens(resources: Path) -> None:
    """The one place rule: only theme.py (and the pressed accent of the style sheet) names colours."""
    folder = resources.parent / "src" / "township_ledger" / "ui"
    found = {
        path.name
        for path in folder.rglob("*.py")
        if path.parent.name != "generated" and re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
    }
    assert found == {"theme.py", "style_sheet.py"}


def test_the_style_sheet_is_whole(resources: Path) -> None:
    for tokens in (LIGHT, DARK):
        text = style_sheet(tokens, resources / "icons")
        assert "{page}" not in text
        for name in re.findall(r"url\(([^)]+)\)", text):
            assert (resources / "icons" / name.rpartition("/")[2]).is_file(), name


def test_changing_the_mode_changes_everything_and_tells(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert theme.mode is Mode.DARK
    assert theme.tokens is DARK
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(DARK.page)
    assert DARK.page in app.styleSheet()
    assert theme.colour("amber") == QColor(DARK.amber)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.DARK)


def test_the_system_is_followed(qapp: QApplication, resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(qapp, resources, Mode.LIGHT)
    monkeypatch.setattr(theme, "_system_is_dark", lambda: True)
    theme.set_mode(Mode.SYSTEM)
    assert theme.tokens is DARK
    monkeypatch.setattr(theme, "_system_is_dark", lambda: False)
    theme._watch_system()
    assert theme.tokens is LIGHT


def test_what_the_system_says(theme: Theme) -> None:
    theme.set_mode(Mode.DARK)
    theme._watching = False
    assert theme._system_is_dark()  # by the palette
    theme._watching = True
    assert theme._system_is_dark() in (True, False)  # by the hint, whatever this desktop says


def test_rows_have_two_heights(theme: Theme, qtbot: QtBot) -> None:
    assert theme.row_height == ROW_HEIGHT
    with qtbot.waitSignal(theme.changed):
        theme.set_compact(True)
    assert theme.row_height == ROW_HEIGHT_COMPACT
    theme.set_compact(False)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_compact(False)


def test_icons_take_the_colour_and_the_size(resources: Path, theme: Theme) -> None:
    shelf = IconShelf(resources / "icons")
    pixmap = shelf.pixmap("lock", "#FF0000", 28)
    ratio = pixmap.devicePixelRatio()
    assert pixmap.width() == round(28 * ratio)
    image = pixmap.toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}
    icon = theme.icon("users")
    assert icon is theme.icon("users")
    assert not icon.pixmap(20, QIcon.Mode.Disabled).isNull()
    assert not theme.pixmap("lock").isNull()


def test_every_icon_is_there_and_used(resources: Path) -> None:
    source = "".join(
        path.read_text("utf-8") for path in (resources.parent / "src" / "township_ledger").rglob("*.py")
    )
    for path in sorted((resources / "icons").glob("*.svg")):
        assert path.stem in source or path.stem.startswith("field-check-"), f"{path.name} is not used"


def test_the_bundled_face_is_taken_where_windows_has_none(
    qapp: QApplication, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = base_font(resources / "fonts")
    assert font.family() == "Noto Sans SC"
    assert font.pointSize() == 10
    monkeypatch.setattr(fonts, "SYSTEM_FAMILIES", ("No Such Face", "Noto Sans SC"))
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", None)
    assert base_font(resources / "fonts").family() == "Noto Sans SC"


def test_a_missing_face_leaves_qts_own(qapp: QApplication, tmp_path: Path, qtlog: object) -> None:
    assert base_font(tmp_path).pointSize() == 10


def test_qt_speaks_chinese(qapp: QApplication, qtbot: QtBot) -> None:
    before = QLocale()
    assert install_chinese(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    QLocale.setDefault(before)
    assert QGuiApplication.instance() is qapp

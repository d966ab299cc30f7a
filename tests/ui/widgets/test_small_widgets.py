"""Chips, lamps, elided labels, file choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from township_ledger.ui.dialogs.file_choice import choose_files, choose_folder
from township_ledger.ui.theme import LIGHT, Theme
from township_ledger.ui.widgets.chip_bar import Chip, ChipBar
from township_ledger.ui.widgets.elided_label import ElidedLabel
from township_ledger.ui.widgets.lamp import LAMP_WORDS, Lamp, LampColour, paint_lamp

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHIPS = [Chip("", "全部"), *(Chip(f"v{number}", f"第 {number} 个视图") for number in range(8))]


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> ChipBar:
    bar = ChipBar()
    qtbot.addWidget(bar)
    bar.set_chips(CHIPS)
    bar.resize(bar.sizeHint().width() + 40, 28)
    bar.show()
    return bar


def visible(bar: ChipBar) -> list[str]:
    return [child.text() for child in bar.children() if isinstance(child, QPushButton) and child.isVisible()]


def test_what_does_not_fit_waits_behind_more(bar: ChipBar, qtbot: QtBot) -> None:
    assert len(visible(bar)) == 9
    bar.resize(360, 28)
    shown = visible(bar)
    assert "更多" in shown
    assert len(shown) < 6
    for child in bar.children():
        if isinstance(child, QPushButton) and child.isVisible():
            assert child.geometry().right() < 360
    hidden = bar._menu.actions()
    assert hidden[-1].text() == "第 7 个视图"
    with qtbot.waitSignal(bar.chosen) as chosen:
        hidden[-1].trigger()
    assert chosen.args == ["v7"]
    assert bar.current() == "v7"
    assert "第 7 个视图" in visible(bar)  # the chosen one always has a place
    bar.set_count("v7", 12345)
    assert "第 7 个视图 12,345" in visible(bar)
    bar.set_count("v7", None)
    bar.set_count("none", 1)
    assert bar.minimumSizeHint().width() <= 360


def test_exactly_one_is_chosen_or_none(bar: ChipBar, qtbot: QtBot) -> None:
    button = next(
        child for child in bar.children() if isinstance(child, QPushButton) and child.text() == "第 1 个视图"
    )
    with qtbot.waitSignal(bar.chosen) as chosen:
        button.click()
    assert chosen.args == ["v1"]
    bar.clear_choice()
    assert bar.current() == ""
    bar.choose("v2")
    bar.choose("unknown")
    assert bar.current() == "v2"
    bar.set_chips(CHIPS[:2])
    assert bar.texts() == ["全部", "第 0 个视图"]
    bar.set_chips([])
    assert bar.texts() == []


def test_lamps_differ_by_shape_alone() -> None:
    """Printed in black and white, each lamp still covers other pixels than the others."""
    shapes = set()
    for colour in LampColour:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_lamp(painter, QRectF(4, 4, 16, 16), colour, LIGHT)
        painter.end()
        shapes.add(tuple(image.pixelColor(x, y).alpha() > 127 for x in range(24) for y in range(24)))
    assert len(shapes) == 4


def test_a_lamp_says_what_it_means(theme: Theme, qtbot: QtBot) -> None:
    lamp = Lamp(theme, LampColour.GREEN)
    qtbot.addWidget(lamp)
    assert lamp.accessibleName() == LAMP_WORDS[LampColour.GREEN]
    lamp.set_colour(LampColour.RED)
    assert lamp.colour is LampColour.RED
    assert lamp.toolTip() == LAMP_WORDS[LampColour.RED]
    lamp.grab()


def test_a_long_text_ends_in_dots_and_is_told_whole(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("很长很长的单位名称很长很长的单位名称")
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(800, 20)
    label.grab()
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() == 24


def test_files_and_folders_are_asked_for_in_a_plain_list(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> int:
        asked.append(dialog)
        assert dialog.viewMode() == QFileDialog.ViewMode.List
        return int(QFileDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "exec", accept)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: ["/示例/一.xlsx", "/示例/二.xlsx"])
    assert choose_files(parent, "选择", "表格 (*.xlsx)", several=True)[1] == Path("/示例/二.xlsx")
    assert asked[-1].fileMode() == QFileDialog.FileMode.ExistingFiles
    assert choose_folder(parent, "选择") == Path("/示例/一.xlsx")
    monkeypatch.setattr(QFileDialog, "exec", lambda _: int(QFileDialog.DialogCode.Rejected))
    assert choose_files(parent, "选择", "表格 (*.xlsx)") == []
    assert choose_folder(parent, "选择") is None

"""The shell: sidebar, search, late pages, refreshing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from township_ledger.domain.rows import Query
from township_ledger.ui import page as page_module
from township_ledger.ui.desk import SEARCH_WIDTH, SEARCH_WIDTH_NARROW, Desk
from township_ledger.ui.page import Page, PageEntry, ledger_page, pages_for
from township_ledger.ui.pages.ledger_page import LedgerPage
from township_ledger.ui.theme import Mode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme


REPORTS: list[str] = []
"""The ledgers for which the dialog of reports was opened."""


class PlainPage(Page):
    """A page that remembers what it was told."""

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self.told: list[object] = []

    @property
    def title(self) -> str:
        return "今日"

    def shown(self, argument: object = None) -> None:
        self.told.append(argument)

    def refresh(self, changed: frozenset[str]) -> None:
        self.told.append(changed)


@pytest.fixture
def desk(services: FakeServices, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(page_module, "_today", PlainPage)
    desk = Desk(services, theme, None, REPORTS.append)
    REPORTS.clear()
    qtbot.addWidget(desk)
    desk.resize(1280, 700)
    desk.show()
    desk.go("today")
    qtbot.waitExposed(desk)
    return desk


def buttons(desk: Desk) -> list[QToolButton]:
    return [child for child in desk.ui.side.children() if isinstance(child, QToolButton)]


def plain(desk: Desk) -> PlainPage:
    page = desk.page("today")
    assert isinstance(page, PlainPage)
    return page


def test_the_sidebar_names_the_pages(desk: Desk) -> None:
    titles = [button.accessibleName() for button in buttons(desk)]
    assert titles == ["今日", "人员", "证件", "培训", "赋权事项", "报送", "设置"]
    assert buttons(desk)[1].toolTip() == "人员  Ctrl+2"
    assert buttons(desk)[5].toolTip() == "报送  Ctrl+6"  # pages that are not listed take no number
    assert buttons(desk)[6].toolTip() == "设置  Ctrl+7"


def test_a_page_is_built_when_it_is_first_opened(desk: Desk) -> None:
    assert set(desk._pages) == {"today"}
    buttons(desk)[1].click()
    assert desk.current == "ledger:people"
    assert set(desk._pages) == {"today", "ledger:people"}
    assert desk.ui.title.text() == "人员"
    QTest.keyClick(desk, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert desk.current == "today"
    assert [button.isChecked() for button in buttons(desk)][:2] == [True, False]
    assert not desk.ui.subTitle.isVisible()


def test_every_page_of_the_registry_can_be_made(desk: Desk, services: FakeServices) -> None:
    for name, entry in pages_for(services.reader.ledgers()).items():
        page = desk.page(name)
        assert page.title, name
        assert entry.title


def test_search_on_a_ledger_narrows_it_and_is_remembered(desk: Desk, qtbot: QtBot) -> None:
    desk.open_ledger("people")
    page = desk.page("ledger:people")
    assert isinstance(page, LedgerPage)
    QTest.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.ui.search.hasFocus()
    desk.ui.search.setText("赵文斌")
    assert page.model.total == 48  # not yet: typing goes on
    qtbot.waitUntil(lambda: page.model.total == 6)
    desk.go("today")
    assert desk.ui.search.text() == ""
    desk.open_ledger("people")
    assert desk.ui.search.text() == "赵文斌"
    desk.go(ledger_page("people"), Query("people"))
    assert desk.ui.search.text() == ""
    assert page.model.total == 48
    desk.ui.search.setText("周霞")
    QTest.keyClick(desk.ui.search, Qt.Key.Key_Return)  # at once
    assert page.model.total == 6
    QTest.keyClick(desk.ui.search, Qt.Key.Key_Escape)
    assert desk.ui.search.text() == ""


def test_search_elsewhere_lists_hits_of_all_ledgers(desk: Desk, services: FakeServices, qtbot: QtBot) -> None:
    desk.ui.search.setText("赵文斌")
    qtbot.waitUntil(desk._hits.isVisible)
    assert desk._hits.count() == 6
    assert desk._hits.item(0).text() == "赵文斌　人员"
    QTest.keyClick(desk.ui.search, Qt.Key.Key_Down)
    assert desk._hits.currentRow() == 0
    QTest.keyClick(desk._hits, Qt.Key.Key_Down)
    QTest.keyClick(desk._hits, Qt.Key.Key_Return)
    assert desk.current == "ledger:people"
    page = desk.page("ledger:people")
    assert isinstance(page, LedgerPage)
    found = page.model.grid_row(page.ui.grid.currentIndex().row())
    assert found is not None
    assert found.row.values["name"] == "赵文斌"


def test_one_hit_is_taken_at_once_and_none_is_said(desk: Desk, services: FakeServices, qtbot: QtBot) -> None:
    services.reader.add("people", name="独一个")
    desk.ui.search.setText("没有")
    QTest.keyClick(desk.ui.search, Qt.Key.Key_Return)
    assert "没有找到" in desk._hits.item(0).text()
    assert desk.current == "today"
    desk.ui.search.setText("独一个")
    QTest.keyClick(desk.ui.search, Qt.Key.Key_Return)
    assert desk.current == "ledger:people"
    desk.go("today")
    desk.ui.search.setText("赵")
    desk._search_now()
    QTest.keyClick(desk._hits, Qt.Key.Key_Escape)
    assert not desk._hits.isVisible()
    desk.ui.search.setText("")
    desk._search_now()
    desk._hits.enter()
    assert desk.current == "today"


def test_pages_behind_read_again_when_they_come_to_the_front(desk: Desk, services: FakeServices) -> None:
    today = plain(desk)
    services.announce("people")
    assert today.told[-1] == frozenset({"people"})
    desk.open_ledger("people")
    services.announce("training")
    services.announce("attendance")
    assert today.told[-1] == frozenset({"people"})
    desk.go("today")
    assert today.told[-2:] == [frozenset({"training", "attendance"}), None]


def test_the_unit_is_told_in_the_sidebar(desk: Desk, services: FakeServices) -> None:
    assert desk.ui.unit.text() == "示例镇人民政府"
    services.reader.settings["unit_name"] = "另一镇人民政府"
    services.announce()
    assert desk.ui.unit.text() == "另一镇人民政府"


def test_reports_open_as_a_dialog(desk: Desk) -> None:
    desk.go("report", "people")
    assert REPORTS == ["people"]
    assert desk.current == "today"


def test_narrow_windows_show_icons(desk: Desk, theme: Theme) -> None:
    desk.set_narrow(True)
    desk.set_narrow(True)
    assert desk.ui.side.width() == 52
    assert desk.ui.search.width() == SEARCH_WIDTH_NARROW
    assert not desk.ui.sideHead.isVisible()
    theme.set_mode(Mode.DARK)
    assert desk.minimumSizeHint().width() <= 860
    desk.set_narrow(False)
    assert desk.ui.search.width() == SEARCH_WIDTH


def test_a_new_ledger_has_its_page(services: FakeServices, theme: Theme, qtbot: QtBot) -> None:
    from dataclasses import replace

    people = services.reader.defined["people"]
    services.reader.defined["equipment"] = replace(people, name="equipment", title="装备")
    services.reader.tables["equipment"] = []
    entries = pages_for(services.reader.ledgers())
    assert isinstance(entries["ledger:equipment"], PageEntry)
    order = [name for name, entry in entries.items() if entry.sidebar]
    assert order.index("ledger:equipment") == order.index("bundle") - 1
    desk = Desk(services, theme)
    qtbot.addWidget(desk)
    desk.open_ledger("equipment")
    assert desk.ui.title.text() == "装备"


def test_a_page_by_itself_asks_for_nothing(services: FakeServices, theme: Theme, qtbot: QtBot) -> None:
    page = Page(services, theme)
    qtbot.addWidget(page)
    page.shown()
    page.refresh(frozenset())
    page.search("")
    page.set_narrow(True)
    assert page.title == page.sub_title == ""
    assert page.may_leave()

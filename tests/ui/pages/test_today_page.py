from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.ui.fake_services import NOW, FakeReader

from township_ledger.domain.bundles import SentBundle
from township_ledger.ui.page import ImportRequest
from township_ledger.ui.pages.today_page import TodayPage
from township_ledger.ui.widgets.hour_bars import HourBar, HourBars
from township_ledger.ui.widgets.lines import LampLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.theme import Theme


@pytest.fixture
def page(services: FakeServices, theme: Theme, qtbot: QtBot) -> TodayPage:
    made = TodayPage(services, theme)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.shown()
    return made


def lines(page: TodayPage) -> list[LampLine]:
    layout = page.form.todoList
    widgets = [layout.itemAt(place).widget() for place in range(layout.count())]
    return [widget for widget in widgets if isinstance(widget, LampLine)]


def deeds(page: TodayPage) -> list[str]:
    return [line.button.text() for line in lines(page) if line.button is not None]


def test_things_to_do_each_with_one_deed(page: TodayPage, services: FakeServices, qtbot: QtBot) -> None:
    things = services.today_now().things
    assert page.form.todoCount.text() == str(len(things))
    assert len(deeds(page)) == len(things)
    button = lines(page)[0].button
    assert button is not None
    with qtbot.waitSignal(page.go) as went:
        button.click()
    assert went.args == [things[0].page, things[0].query]


def test_the_heading_tells_day_and_numbers(page: TodayPage) -> None:
    assert page.sub_title.startswith("2026 年 11 月 23 日，星期一 · 在岗人员 ")


def test_numbers_of_hours_open_their_rows(page: TodayPage, services: FakeServices, qtbot: QtBot) -> None:
    hours = services.today_now().hours
    with qtbot.waitSignal(page.go) as went:
        page.form.below.click()
    assert went.args == ["ledger:people", hours.below.query]
    with qtbot.waitSignal(page.go) as went:
        page.form.reached.click()
    assert isinstance(went.args, list)
    assert went.args[1] == hours.reached.query


def test_an_empty_home_says_the_one_next_step(page: TodayPage, services: FakeServices, qtbot: QtBot) -> None:
    services.reader = FakeReader()
    page.refresh(frozenset())
    assert deeds(page) == ["导入花名册"]
    button = lines(page)[0].button
    assert button is not None
    with qtbot.waitSignal(page.go) as went:
        button.click()
    assert went.args == ["import", ImportRequest("people")]
    assert page.form.below.isHidden()


def test_nothing_to_do_is_said(page: TodayPage, services: FakeServices) -> None:
    services.reader = FakeReader()
    services.reader.add("people", name="周霞", person_type="辅助人员")
    services.last_backup = NOW - timedelta(days=1)
    page.refresh(frozenset())
    assert not deeds(page)
    assert len(lines(page)) == 1
    assert page.form.todoCount.isHidden()


def test_where_the_last_bundle_stands(page: TodayPage, services: FakeServices, qtbot: QtBot) -> None:
    assert page.form.bundleTitle.text() == "还没有报送过"
    with qtbot.waitSignal(page.go) as went:
        page.form.bundleOpen.click()
    assert went.args == ["bundle", "new"]
    services.sent = [
        SentBundle(
            7, "2026Q3", "2026-09-30", "2026-10-08T01:12:00+00:00", "ab", None, None, 9, "", "a.asics", "", ""
        )
    ]
    page.refresh(frozenset())
    assert page.form.bundleTitle.text() == "第 7 号报送包"
    assert page.form.bundleWhere.text() == "2026 年第三季度，截至 2026-09-30；还没有写盘读回"
    with qtbot.waitSignal(page.go) as went:
        page.form.bundleOpen.click()
    assert went.args == ["bundle", None]


def test_a_bar_opens_its_person(theme: Theme, qtbot: QtBot) -> None:
    bars = HourBars()
    bars.set_theme(theme)
    qtbot.addWidget(bars)
    bars.resize(434, 200)
    bars.set_bars(
        [HourBar("b", "乙", 30), HourBar("a", "甲", 72), HourBar("c", "丙", 0), HourBar("d", "丁", 60)], 60
    )
    bars.show()
    bars.grab()
    with qtbot.waitSignal(bars.opened) as opened:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(430, 100))
    assert opened.args == ["a"]
    with qtbot.assertNotEmitted(bars.opened, wait=10):
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(5, 100))
    QTest.mouseMove(bars, QPoint(100, 100))
    assert bars.accessibleName() == "4 人的学时，对照 60 学时"


def test_many_people_are_thinned_out(theme: Theme, qtbot: QtBot) -> None:
    bars = HourBars()
    bars.set_theme(theme)
    qtbot.addWidget(bars)
    bars.set_bars([HourBar(str(n), "", float(n % 90)) for n in range(10_000)], 60)
    assert len(bars._bars) <= 400
    bars.grab()


def test_the_page_opens_a_person(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as went:
        page.form.bars.opened.emit("f" * 32)
    assert went.args == ["ledger:people", "f" * 32]

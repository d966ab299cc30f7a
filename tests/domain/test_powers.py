"""Which lists are in force and which items are held, on any day."""

from __future__ import annotations

from datetime import date

import pytest

from township_ledger.domain.powers import (
    Holding,
    Power,
    PowerList,
    count_powers,
    holding_on,
    lists_in_force,
)

DAY = date(2026, 6, 15)


def in_force(*lists: PowerList, day: date = DAY) -> list[str]:
    return [each.uid for each in lists_in_force(lists, day)]


def test_the_newest_version_whose_day_has_come() -> None:
    old = PowerList("old", "示例镇赋权事项清单（2023年版）", date(2023, 5, 1), None, 1)
    new = PowerList("new", "示例镇赋权事项清单（2026 年版）", date(2026, 6, 15), None, 2)
    assert in_force(old, new) == ["new"]
    assert in_force(new, old, day=date(2026, 6, 14)) == ["old"]
    assert in_force(old, day=date(2023, 4, 30)) == []


def test_a_version_recorded_later_but_in_force_earlier_is_the_older_one() -> None:
    new = PowerList("new", "清单2026", date(2026, 1, 1), None, 1)
    old = PowerList("old", "清单2023", date(2023, 1, 1), None, 2)
    assert in_force(new, old) == ["new"]


def test_the_day_of_issue_stands_in_for_the_day_in_force() -> None:
    assert in_force(PowerList("a", "清单", None, date(2026, 6, 16))) == []
    assert in_force(PowerList("a", "清单", None, DAY)) == ["a"]
    assert in_force(PowerList("a", "清单", date(2026, 7, 1), DAY)) == []


def test_versions_without_dates_are_placed_by_the_year_in_their_title() -> None:
    old = PowerList("old", "示例镇2023年赋权事项清单", order=2)
    new = PowerList("new", "示例镇2025年度赋权事项清单（修订版）", order=1)
    future = PowerList("future", "示例镇2027年赋权事项清单", order=3)
    assert in_force(old, new, future) == ["new"]
    assert in_force(old, new, day=date(2024, 1, 1)) == ["old"]
    dated = PowerList("dated", "示例镇赋权事项清单", date(2024, 1, 1), None, 0)
    assert in_force(dated, PowerList("bare", "示例镇赋权事项清单", order=9)) == ["dated"]
    assert in_force(PowerList("first", "清单", order=1), PowerList("second", "清单（新版）", order=2)) == [
        "second"
    ]


def test_different_lists_stand_beside_each_other() -> None:
    lists = [
        PowerList("a", "审批事项清单", order=1),
        PowerList("b", "行政执法事项清单", order=2),
        PowerList("c", "赋权事项清单（第一批）", order=3),
        PowerList("d", "赋权事项清单（第二批）", order=4),
    ]
    assert in_force(*lists) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("power", "expected"),
    [
        (Power("p"), Holding.HELD),
        (Power("p", state="承接"), Holding.HELD),
        (Power("p", state="拟调整"), Holding.HELD),
        (Power("p", state="已收回"), Holding.WITHDRAWN),
        (Power("p", state="已收回", end=date(2026, 6, 15)), Holding.WITHDRAWN),
        (Power("p", state="已收回", end=date(2026, 6, 16)), Holding.HELD),
        (Power("p", state="承接", end=date(2026, 6, 1)), Holding.WITHDRAWN),
        (Power("p", start=date(2026, 6, 15)), Holding.HELD),
        (Power("p", start=date(2026, 6, 16)), Holding.NOT_YET),
        (Power("p", start=date(2026, 6, 16), end=date(2026, 7, 1)), Holding.NOT_YET),
    ],
)
def test_holding(power: Power, expected: Holding) -> None:
    assert holding_on(power, DAY) is expected


def test_counts_by_type_most_first() -> None:
    powers = [
        Power("1", "行政处罚"),
        Power("2", "行政处罚"),
        Power("3", "行政检查"),
        Power("4", "行政检查", state="已收回"),
        Power("5"),
        Power("6", "行政许可", start=date(2027, 1, 1)),
    ]
    counts = count_powers(powers, DAY)
    assert (counts.held, counts.withdrawn, counts.not_yet) == (4, 1, 1)
    assert counts.by_type == (("行政处罚", 2), ("", 1), ("行政检查", 1))

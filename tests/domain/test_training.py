"""Hours: sums are exact, political study does not count, the year is that of the start."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.certificates import Person
from township_ledger.domain.plans import TrainingTarget
from township_ledger.domain.training import (
    Attendance,
    PersonHours,
    Session,
    categories_of,
    decimal_hours,
    hours_of_people,
    owes_hours,
)

TARGET = TrainingTarget(Decimal(60), ("公共法律知识", "业务知识", "执法技能"), ("政治学习",), "某文件")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def session(
    uid: str, hours: str, category: str | None = "业务知识", start: date = date(2026, 5, 1)
) -> Session:
    return Session(uid, category, start, Decimal(hours))


def hours(sessions: list[Session], attendances: list[Attendance]) -> dict[str, PersonHours]:
    return hours_of_people(sessions, attendances, TARGET, FIRST, LAST)


def test_political_study_is_recorded_and_does_not_count() -> None:
    sessions = [session("a", "40"), session("b", "20", "政治学习"), session("c", "16", "执法技能")]
    found = hours(sessions, [Attendance(each, "p") for each in "abc"])["p"]
    assert (found.counted, found.recorded, found.sessions) == (Decimal(56), Decimal(76), 3)
    assert found.by_category == {"业务知识": 40, "政治学习": 20, "执法技能": 16}
    assert not found.reached(TARGET)
    assert found.gap(TARGET) == 4


def test_hours_without_a_category_count_and_are_shown_so() -> None:
    found = hours([session("a", "60", None)], [Attendance("a", "p")])["p"]
    assert found.by_category == {"未分类": 60}
    assert found.reached(TARGET)
    assert found.gap(TARGET) == 0


def test_the_persons_own_hours_prevail_even_when_none() -> None:
    sessions = [session("a", "8"), session("b", "8")]
    found = hours(sessions, [Attendance("a", "p", Decimal("3.5")), Attendance("b", "p", Decimal(0))])["p"]
    assert found.counted == Decimal("3.5")


def test_a_session_belongs_to_the_year_in_which_it_starts() -> None:
    sessions = [
        session("before", "1", start=date(2025, 12, 31)),
        session("first", "2", start=FIRST),
        session("last", "4", start=LAST),
        session("after", "8", start=date(2027, 1, 1)),
    ]
    assert hours(sessions, [Attendance(each.uid, "p") for each in sessions])["p"].counted == 6


def test_a_name_twice_in_a_list_counts_once() -> None:
    found = hours([session("a", "8")], [Attendance("a", "p"), Attendance("a", "p", Decimal(4))])["p"]
    assert (found.counted, found.sessions) == (Decimal(4), 1)


def test_an_attendance_without_its_session_counts_nothing() -> None:
    assert hours([], [Attendance("gone", "p")]) == {}


def test_no_drift_of_binary_fractions() -> None:
    sessions = [session(str(index), str(decimal_hours(0.1))) for index in range(600)]
    assert hours(sessions, [Attendance(each.uid, "p") for each in sessions])["p"].counted == 60


@pytest.mark.parametrize(
    ("value", "text"), [(60.0, "60"), (7.5, "7.5"), (0.1, "0.1"), (1e2, "100"), (0, "0")]
)
def test_hours_of_the_ledger_become_decimals(value: float, text: str) -> None:
    assert str(decimal_hours(value)) == text


def test_who_owes_hours() -> None:
    def owes(kind: str | None = "执法人员", entry: date | None = None, leave: date | None = None) -> bool:
        return owes_hours(Person("p", "王", kind, entry, leave), FIRST, LAST)

    assert owes()
    assert owes(None)
    assert not owes("辅助人员")
    assert owes(leave=FIRST)
    assert not owes(leave=date(2025, 12, 31))
    assert owes(entry=LAST)
    assert not owes(entry=date(2027, 1, 1))


def test_the_categories_to_show() -> None:
    nothing = categories_of(TARGET, [])
    assert nothing == ("公共法律知识", "业务知识", "执法技能", "政治学习")
    some = categories_of(TARGET, [PersonHours("p", {"未分类": Decimal(1), "另类": Decimal(2)})])
    assert some == ("公共法律知识", "业务知识", "执法技能", "另类", "未分类", "政治学习")


SESSIONS = st.lists(
    st.builds(
        Session,
        st.sampled_from("abcdef"),
        st.sampled_from([None, "业务知识", "政治学习", "另类"]),
        st.dates(date(2025, 6, 1), date(2027, 6, 1)),
        st.decimals(0, 100, places=1),
    ),
    max_size=6,
    unique_by=lambda each: each.uid,
)
ATTENDANCES = st.lists(
    st.builds(
        Attendance,
        st.sampled_from("abcdefg"),
        st.sampled_from("pqr"),
        st.none() | st.decimals(0, 50, places=2),
    ),
    max_size=20,
)


@given(SESSIONS, ATTENDANCES)
def test_the_parts_add_up_to_the_whole(sessions: list[Session], attendances: list[Attendance]) -> None:
    for found in hours(sessions, attendances).values():
        assert sum(found.by_category.values()) == found.recorded
        political = found.by_category.get("政治学习", Decimal(0))
        assert found.counted + political == found.recorded
        assert found.gap(TARGET) >= 0
        assert found.reached(TARGET) == (found.gap(TARGET) == 0)

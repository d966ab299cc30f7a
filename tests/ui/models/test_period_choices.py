from __future__ import annotations

from datetime import date

import pytest

from township_ledger.domain.periods import parse_period
from township_ledger.ui.models.period_choices import default_as_of, period_choices, period_words
from township_ledger.ui.models.sent_model import local_time


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026", "2026 年全年"),
        ("2026H1", "2026 年上半年"),
        ("2026H2", "2026 年下半年"),
        ("2026Q3", "2026 年第三季度"),
        ("2026-10", "2026 年 10 月"),
    ],
)
def test_periods_in_words(text: str, words: str) -> None:
    assert period_words(text) == words


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 23), "2026Q4"),
        (date(2026, 10, 5), "2026Q3"),
        (date(2026, 1, 5), "2025Q4"),
        (date(2026, 2, 20), "2026Q1"),
    ],
)
def test_the_likeliest_period_comes_first(day: date, first: str) -> None:
    choices = period_choices(day)
    assert choices[0] == first
    assert len(set(choices)) == len(choices)
    for text in choices:
        parse_period(text)


def test_as_of_is_the_last_day_or_today() -> None:
    today = date(2026, 11, 23)
    assert default_as_of("2026Q3", today) == date(2026, 9, 30)
    assert default_as_of("2026Q4", today) == today
    assert default_as_of("2027", today) == date(2027, 12, 31)


def test_moments_read_as_the_clerk_writes_them() -> None:
    assert local_time("2026-11-23T09:12:00") == "2026-11-23 09:12"
    assert local_time("2026-11-23T09:12:00+00:00")[:8] == "2026-11-"
    assert local_time("昨天") == "昨天"

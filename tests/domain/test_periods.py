"""Reporting periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.periods import parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        (" 2026-10 ", date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first, period.last, period.text) == (first, last, text.strip())
    assert period.year == first.year


@pytest.mark.parametrize(
    "text", ["", "26", "2026H3", "2026Q0", "2026Q5", "2026-13", "2026-1", "2026年", "3026"]
)
def test_anything_else_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(WorldFault) as caught:
        parse_period(text)
    assert caught.value.code == "period.shape"
    assert caught.value.params == {"text": text}


@given(
    st.integers(1900, 2099), st.sampled_from(["", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "-01", "-06", "-12"])
)
def test_the_day_after_a_period_is_the_first_of_a_month(year: int, tail: str) -> None:
    period = parse_period(f"{year}{tail}")
    after = period.last + timedelta(days=1)
    assert after.day == 1
    assert period.first.day == 1
    assert period.last in period
    assert period.first in period
    assert after not in period
    assert "2026" not in period

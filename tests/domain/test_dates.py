"""Stretches of days, Chinese numerals, serial numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.dates import (
    chinese_number,
    date_of_serial,
    moment_of_serial,
    read_date,
    serial_of_1904,
    split_range,
)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2023.5-2028.5", ("2023.5", "2028.5")),
        ("2023年5月1日至2028年4月30日", ("2023年5月1日", "2028年4月30日")),
        ("自2023年5月1日至2028年4月30日止", ("2023年5月1日", "2028年4月30日")),
        ("2024.6.3-6.5", ("2024.6.3", "2024-6-5")),
        ("2024年6月3日-5日", ("2024年6月3日", "2024-6-5")),
        ("20230501-20280430", ("20230501", "20280430")),
        ("2023-05-01~2028-04-30", ("2023-05-01", "2028-04-30")),
        ("2023年—2028年", ("2023年", "2028年")),
        ("2024-06-03", None),
        ("2024.6-8月", None),
        ("2024.6.3-长期", None),
        ("长期", None),
    ],
)
def test_the_two_ends_of_a_stretch(text: str, ends: tuple[str, str] | None) -> None:
    assert split_range(text) == ends


@given(
    st.dates(date(1950, 1, 1), date(2099, 1, 1)), st.integers(0, 4000), st.sampled_from(["-", "至", "~", "—"])
)
def test_a_stretch_reads_back_as_two_days(first: date, days: int, between: str) -> None:
    last = first + timedelta(days=days)
    ends = split_range(f"{first.year}.{first.month}.{first.day}{between}{last.year}.{last.month}.{last.day}")
    assert ends is not None
    assert [read_date(end).value for end in ends] == [first.isoformat(), last.isoformat()]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("八", 8),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿一", 21),
        ("三十一", 31),
        ("百", None),
        ("十百", None),
        ("百十", None),
    ],
)
def test_chinese_numerals(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二四年", None),
        ("二〇二四年元月三日", "2024-01-03"),
        ("二零二四年十二月廿一日", "2024-12-21"),
        ("二〇二四年十三月三日", None),
    ],
)
def test_dates_in_chinese_numerals(text: str, value: str | None) -> None:
    assert read_date(text).value == value


def test_serial_numbers_of_a_1904_workbook() -> None:
    assert date_of_serial(serial_of_1904(43984.0)) == "2024-06-03"
    assert serial_of_1904(2024.0) == 2024.0
    assert serial_of_1904(20240603.0) == 20240603.0


def test_serial_numbers_outside_a_lifetime_are_none() -> None:
    assert date_of_serial(3653) is None
    assert date_of_serial(3654) == "1910-01-01"
    assert date_of_serial(73051) is None
    assert moment_of_serial(1.5) is None
    assert moment_of_serial(45446.75) == "2024-06-03 18:00"

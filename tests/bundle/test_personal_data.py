from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric
from tests.bundle.made_bundle import ID_NUMBER

from township_ledger.bundle.personal_data import Masked, count_id_numbers, is_id_number, mask_numbers
from township_ledger.domain.identifiers import id_check_digit

DAYS = st.integers(0, 50_000).map(lambda days: date(1900, 1, 1) + timedelta(days))


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    body = f"110105{draw(DAYS):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + id_check_digit(body)


@given(id_numbers())
def test_an_id_number_is_one_and_its_neighbour_is_none(number: str) -> None:
    assert is_id_number(number)
    assert is_id_number(number.lower())
    other = "0" if number[-1] != "0" else "1"
    assert not is_id_number(number[:-1] + other)
    assert ric.is_valid(number) or number[6:14] > f"{date.today():%Y%m%d}"  # noqa: DTZ011


def test_years_far_away_are_no_birthdays() -> None:
    body = "110105" + "70050101" + "123"
    assert not is_id_number(body + id_check_digit(body))


FILLER = st.text("甲乙丙, \r\nabcdef0123456789X-", max_size=300)


@given(st.lists(st.tuples(FILLER, id_numbers()), max_size=5), FILLER, st.integers(1, 400))
def test_as_many_are_counted_as_stand_in_the_text_however_it_is_cut(
    parts: list[tuple[str, str]], end: str, step: int
) -> None:
    text = "".join(f"{filler}号{number}，" for filler, number in parts) + end
    data = text.encode()
    whole = count_id_numbers([data])
    assert whole >= len(parts)
    assert count_id_numbers(data[at : at + step] for at in range(0, len(data), step)) == whole


def test_runs_inside_longer_ones_and_inside_hex_are_none() -> None:
    assert count_id_numbers([f"1{ID_NUMBER}".encode()]) == 0
    assert count_id_numbers([f"{ID_NUMBER}7".encode()]) == 0
    assert count_id_numbers([f"ab{ID_NUMBER}".encode()]) == 0
    assert count_id_numbers([f"ID{ID_NUMBER}".encode()]) == 1
    assert count_id_numbers([b"123456789012345678" * 3]) == 0
    assert count_id_numbers([]) == 0


@pytest.mark.parametrize(
    ("text", "masked", "phones"),
    [
        (f"身份证{ID_NUMBER}。", "身份证1101**********002X。", 0),
        ("皖2026010100001号", "皖2026010100001号", 0),
        ("110105194912310021", "110105194912310021", 0),
        ("电话13812345678", "电话138****5678", 1),
        ("单号113812345678", "单号113812345678", 0),
        ("12345", "12345", 0),
    ],
)
def test_free_text_is_masked(text: str, masked: str, phones: int) -> None:
    count = Masked()
    assert mask_numbers(text, count, phones=True) == masked
    assert count.phones == phones
    assert count.id_numbers == (1 if "****" in masked and not phones else 0)


def test_phones_stay_where_they_may_be_codes() -> None:
    count = Masked()
    assert mask_numbers("13812345678", count, phones=False) == "13812345678"
    assert count == Masked()

"""Check digits, against a second implementation."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from township_ledger.domain.identifiers import (
    birth_in_id,
    id_as_18,
    id_check_digit,
    read_credit_code,
    read_id_number,
    sex_in_id,
)

TODAY = date(2026, 11, 24)


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999), st.sampled_from("0123456789X"))
def test_id_numbers_are_judged_like_the_library_judges_them(birth: date, serial: int, check: str) -> None:
    number = f"340711{birth:%Y%m%d}{serial:03d}{check}"
    read = read_id_number(number, TODAY)
    assert (read.number == number) == (id_check_digit(number[:17]) == check)
    assert ric.calc_check_digit(number) == id_check_digit(number[:17])


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9), st.integers(0, 30))
def test_credit_codes_are_judged_like_the_library_judges_them(tail: str, check: int) -> None:
    code = "91340700" + tail + "0123456789ABCDEFGHJKLMNPQRTUWXY"[check]
    assert (read_credit_code(code)[0] == code) == uscc.is_valid(code)


def test_credit_codes_refused() -> None:
    assert read_credit_code("9.13E+17") == (None, "value.scientific")
    assert read_credit_code("913407000000000O00") == (None, "value.credit_shape")


def test_what_an_id_number_says() -> None:
    assert birth_in_id("340711850412011") == date(1985, 4, 12)
    assert birth_in_id("340711198502300110") is None
    assert (sex_in_id("340711198504120113"), sex_in_id("340711850412012")) == ("男", "女")
    assert id_as_18("11010519491231002X") == "11010519491231002X"
    assert id_as_18("110105491231002") == "11010519491231002X"

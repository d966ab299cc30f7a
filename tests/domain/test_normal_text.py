"""Text as sheets have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.normal_text import (
    bare_heading,
    compact,
    heading,
    many_lines,
    one_line,
    person_name,
    unit_in_heading,
    without_prefix,
)


@pytest.mark.parametrize("text", ["姓 名", "姓　名", "*姓名", "姓\n名", "姓名：", "姓名★"])
def test_headers_are_compared_without_dress(text: str) -> None:
    assert heading(text) == "姓名"


def test_brackets_and_units_in_headers() -> None:
    assert bare_heading("有效期（年-月-日）") == "有效期"
    assert unit_in_heading("罚款金额（万元）") == "万元"
    assert unit_in_heading("学时（单位：天）") == "天"
    assert unit_in_heading("金额") == ""


def test_names_and_brackets() -> None:
    assert person_name("王伟（代）（组长）") == ("王伟", "代；组长")
    assert person_name("（代）") == ("（代）", "")
    assert person_name("王伟（）") == ("王伟", "")
    assert person_name("欧阳 娜 娜") == ("欧阳娜娜", "")
    assert person_name("A. Smith") == ("A. Smith", "")


def test_prefixes_that_keep_a_number_text() -> None:
    assert without_prefix("'\t0123") == "0123"


@given(st.text())
def test_tidied_text_stays_as_it_is(text: str) -> None:
    for tidy in (one_line, many_lines):
        assert tidy(tidy(text)) == tidy(text)
    assert "\n" not in one_line(text)


@given(st.text(alphabet="王伟Ａａ１1x \u3000\n\t（）()*：:\u200b"))
def test_compared_text_stays_as_it_is(text: str) -> None:
    for tidy in (compact, heading):
        assert tidy(tidy(text)) == tidy(text)

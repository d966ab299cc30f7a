"""Breaking lines: nothing is lost, nothing is wider than its column, punctuation keeps its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from township_ledger.reports.line_breaks import break_lines


def width(text: str) -> float:
    return sum(1.0 if ord(each) > 0x2000 else 0.5 for each in text)


def test_a_short_text_is_one_line() -> None:
    assert break_lines("综合行政执法队", 10, width) == ["综合行政执法队"]
    assert break_lines("", 10, width) == [""]


def test_chinese_breaks_anywhere_and_numbers_stay_whole() -> None:
    assert break_lines("证件2026-06-30到期", 5, width) == ["证件", "2026-06-30", "到期"]
    assert break_lines("综合行政执法队", 3, width) == ["综合行", "政执法", "队"]


def test_punctuation_keeps_its_place() -> None:
    assert break_lines("行政处罚，行政检查", 4, width) == ["行政处", "罚，行政", "检查"]
    assert break_lines("行政处（罚）", 4, width) == ["行政处", "（罚）"]


def test_line_ends_of_the_text_are_kept() -> None:
    assert break_lines("甲\n\n乙", 4, width) == ["甲", "", "乙"]


def test_a_word_wider_than_the_column_is_cut() -> None:
    assert break_lines("ABCDEFGH", 2, width) == ["ABCD", "EFGH"]
    assert break_lines("甲ABCDEFGHI", 2, width) == ["甲", "ABCD", "EFGH", "I"]


def test_a_column_narrower_than_a_character_still_holds_all() -> None:
    assert break_lines("甲乙", 0.4, width) == ["甲", "乙"]


def test_spaces_are_not_carried_to_the_next_line() -> None:
    assert break_lines("甲乙 丙", 2, width) == ["甲乙", "丙"]


TEXTS = st.text(st.sampled_from("甲乙丙，。（）《》12-AB. 　\n"), max_size=60)


@given(TEXTS, st.floats(1, 12))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, room: float) -> None:
    lines = break_lines(text, room, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= room or len(line) == 1 for line in lines)

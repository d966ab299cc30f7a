"""Which character is drawn in which font, and which in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.conftest import DOTTED, MISSING, RARE

from township_ledger.reports.fonts import GETA, Chain, Fonts, clean, to_unicode_map

if TYPE_CHECKING:
    from pathlib import Path


def test_rare_names_and_the_marks_of_forms_are_there(fonts: Fonts) -> None:
    assert fonts.missing(RARE + DOTTED + "①②③〔2026〕第№℃￥☑√×÷±≥≤“”—…〓") == "☑"


def test_what_no_font_has_is_named_once(fonts: Fonts) -> None:
    assert fonts.missing(f"张{MISSING}王{MISSING}") == MISSING
    assert fonts.body.substituted(f"张{MISSING}") == f"张{GETA}"
    assert fonts.body.has(" ")
    assert not fonts.body.has(MISSING)


def test_a_second_font_helps_the_first(resources: Path) -> None:
    sans_first = Chain(resources / "fonts", "NotoSansSC_400Regular.ttf", "NotoSerifSC_400Regular.ttf")
    only_serif = next(
        chr(code)
        for code in range(0x2000, 0x30000)
        if code not in sans_first._faces[0].charToGlyph and code in sans_first._faces[1].charToGlyph
    )
    text = f"甲{only_serif}乙乙"
    assert not sans_first.plain(text)
    assert [piece for _, piece in sans_first.runs(text)] == ["甲", only_serif, "乙乙"]
    assert sans_first.runs(text)[1][0] == sans_first.names[1]
    assert sans_first.substituted(text) == text
    assert sans_first.runs("甲") == [(sans_first.name, "甲")]


def test_widths_add_up(fonts: Fonts) -> None:
    assert fonts.body.width("王五") == 2
    assert fonts.body.width("") == 0


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("plain 1", "plain 1"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\t乙", "甲 乙"),
        ("甲\u200b乙\ufeff\x07", "甲乙"),
        ("葛\U000e0100", "葛"),
        ("一\ufe0f", "一"),
        ("tab\there", "tab here"),
    ],
)
def test_paper_has_no_invisible_marks(text: str, paper: str) -> None:
    assert clean(text) == paper


@given(st.text(max_size=20))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_the_text_layer_map_is_utf_16() -> None:
    told = to_unicode_map("F1", [0, 0x738B, 0x20164])
    assert "<01> <738B>" in told
    assert "<02> <D840DD64>" in told
    assert "<00> <" not in told.partition("endcodespacerange")[2]
    assert "2 beginbfchar" in told


def test_no_block_of_the_map_is_longer_than_allowed() -> None:
    told = to_unicode_map("F1", list(range(0x4E00, 0x4E00 + 201)))
    assert [line for line in told.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "1 beginbfchar",
    ]

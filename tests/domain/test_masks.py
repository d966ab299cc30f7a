"""ID numbers and phones never show their middle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.masks import mask, mask_own


def test_the_usual_forms() -> None:
    assert mask(ColumnType.ID_NUMBER, "340721199001012416") == "3407**********2416"
    assert mask(ColumnType.ID_NUMBER, "340721900101241") == "3407*******1241"
    assert mask(ColumnType.PHONE, "13812345678") == "138****5678"
    assert mask(ColumnType.TEXT, "340721199001012416") == "340721199001012416"


@given(st.sampled_from([ColumnType.ID_NUMBER, ColumnType.PHONE]), st.text(max_size=30))
def test_length_stays_and_at_least_as_much_is_hidden_as_the_tail_shows(kind: ColumnType, text: str) -> None:
    masked = mask(kind, text)
    assert len(masked) == len(text)
    assert masked.replace("*", "") == "" or masked.count("*") >= 4


def test_an_own_column_is_masked_by_the_look_of_its_cells() -> None:
    assert mask_own("340721199001012416") == "3407**********2416"
    assert mask_own(" 34072119900101241x ") == "3407**********241x"
    assert mask_own("340721900101241") == "3407*******1241"
    assert mask_own("13812345678") == "138****5678"
    assert mask_own("12071100001") == "12071100001"
    assert mask_own("见 340721199001012416") == "见 340721199001012416"

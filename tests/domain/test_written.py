"""Canonical values as a clerk would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.amounts import read_decimal
from township_ledger.domain.definitions import Column, ColumnType
from township_ledger.domain.written import shown_text, written, yuan

if TYPE_CHECKING:
    from township_ledger.domain.rows import Cell


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (ColumnType.TEXT, None, ""),
        (ColumnType.TEXT, "甲", "甲"),
        (ColumnType.INTEGER, -3, "-3"),
        (ColumnType.HOURS, 8.0, "8"),
        (ColumnType.DECIMAL, 1234567.5, "1234567.5"),
        (ColumnType.DECIMAL, 1e-7, "0.0000001"),
        (ColumnType.DECIMAL, 1e22, "1" + "0" * 22),
        (ColumnType.MONEY, 123456, "1234.56"),
        (ColumnType.YES_NO, 1, "是"),
        (ColumnType.YES_NO, 0, "否"),
        (ColumnType.ID_NUMBER, "340711199001012416", "340711199001012416"),
    ],
)
def test_values(kind: ColumnType, value: Cell, text: str) -> None:
    assert written(kind, value) == text


@pytest.mark.parametrize(("fen", "text"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123456, "1234.56")])
def test_yuan(fen: int, text: str) -> None:
    assert yuan(fen) == text


@given(st.integers(-(10**14), 10**14), st.integers(0, 4))
def test_a_decimal_reads_back_as_it_was_written(digits: int, places: int) -> None:
    value = digits / 10**places
    assert read_decimal(written(ColumnType.DECIMAL, value)).value == value


def test_refused_numbers_are_masked_unless_a_sheet_lost_their_digits() -> None:
    column = Column("c", "列", ColumnType.ID_NUMBER)
    assert shown_text(column, "340711199001012417") == "3407**********2417"
    assert shown_text(column, "3.40E+17") == "3.40E+17"
    assert shown_text(column, "") == ""
    assert shown_text(None, "340711199001012417") == "3407**********2417"  # an 自有列, by its look
    assert shown_text(None, "甲") == "甲"
    assert shown_text(Column("c", "列", ColumnType.TEXT), "甲") == "甲"

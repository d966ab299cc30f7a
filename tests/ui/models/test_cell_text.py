"""Canonical values on the screen and in editors."""

from __future__ import annotations

import pytest

from township_ledger.domain.definitions import Column, ColumnType
from township_ledger.domain.rows import Cell, Fault
from township_ledger.ui.models.cell_text import cell_text, edit_text, example, is_right_aligned


@pytest.mark.parametrize(
    ("kind", "value", "shown", "edited"),
    [
        (ColumnType.TEXT, "甲", "甲", "甲"),
        (ColumnType.LONG_TEXT, "一\n二", "一 二", "一\n二"),
        (ColumnType.INTEGER, 12, "12", "12"),
        (ColumnType.DECIMAL, 2.5, "2.5", "2.5"),
        (ColumnType.DECIMAL, 1234567.5, "1234567.5", "1234567.5"),
        (ColumnType.HOURS, 4.0, "4", "4"),
        (ColumnType.MONEY, 123456, "1234.56", "1234.56"),
        (ColumnType.YES_NO, 1, "是", "是"),
        (ColumnType.YES_NO, 0, "否", "否"),
        (ColumnType.DATE, "2026-06-30", "2026-06-30", "2026-06-30"),
        (ColumnType.ID_NUMBER, "340711199001012416", "3407**********2416", "340711199001012416"),
        (ColumnType.PERSON, "a" * 32, "王䶮", "王䶮"),
        (ColumnType.PERSON, "b" * 32, "", ""),
        (ColumnType.PERSON, None, "", ""),
        (ColumnType.ID_NUMBER, None, "", ""),
        (ColumnType.LONG_TEXT, None, "", ""),
        (ColumnType.MONEY, None, "", ""),
    ],
)
def test_values(kind: ColumnType, value: Cell, shown: str, edited: str) -> None:
    column = Column("c", "列", kind)
    labels = {"a" * 32: "王䶮"}
    assert cell_text(column, value, labels) == shown
    assert edit_text(column, value, labels) == edited


def test_refused_text_stays_as_it_was_written() -> None:
    column = Column("c", "列", ColumnType.DATE)
    assert cell_text(column, Fault("2027年\n", "value.date_incomplete"), {}) == "2027年 "
    assert edit_text(column, Fault("2027年", "value.date_incomplete"), {}) == "2027年"


def test_a_refused_number_is_masked_but_whole_in_its_editor() -> None:
    column = Column("c", "列", ColumnType.ID_NUMBER)
    refused = Fault("340711199001012417", "value.id_check_digit")
    assert cell_text(column, refused, {}) == "3407**********2417"
    assert edit_text(column, refused, {}) == "340711199001012417"


def test_alignment_and_examples() -> None:
    assert is_right_aligned(Column("c", "列", ColumnType.MONEY))
    assert not is_right_aligned(Column("c", "列", ColumnType.CERTIFICATE_NO))
    assert example(Column("c", "列", ColumnType.CHOICE, choices=("男", "女"))) == "可以写：男、女"
    assert example(Column("c", "列", ColumnType.TEXT)) == ""

from __future__ import annotations

import pytest
from tests.bundle.made_bundle import pdf

from township_ledger.bundle.figure_checks import same_value
from township_ledger.bundle.pdf_text import BadPdf, page_texts


@pytest.mark.parametrize(
    ("shown", "raw", "same"),
    [
        ("36", "36", True),
        ("36", "36.0", True),
        ("36 人", "36", True),
        ("1,234", "1234", True),
        ("97.2%", "0.972", True),
        ("97.2 %", "0.97222222222", True),
        ("97.2%", "0.944", False),
        ("60.5", "60.5", True),
        ("60.5", "60.54", True),
        ("60.5", "60.56", False),
        ("36", "37", False),
        ("36", "", False),
        ("达标", "达标", True),
        ("达标", "未达标", False),
        ("36", "1e400", False),
        ("36", "3.6E+1", True),
        ("-5", "-5", True),
    ],
)
def test_a_printed_value_and_a_cell(shown: str, raw: str, *, same: bool) -> None:
    assert same_value(shown, raw) is same


def test_pages_are_read_without_white_space() -> None:
    assert page_texts(pdf("执法人员 36 人"), [1, 1, 7]) == {1: "执法人员36人"}


def test_something_else_is_no_pdf() -> None:
    with pytest.raises(BadPdf):
        page_texts(b"%PDF-1.7 broken", [1])

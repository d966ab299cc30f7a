"""How cells stand on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from township_ledger.domain.report import ALIGNMENT, CellKind, ReportCell, cell_text, plain_number


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (None, CellKind.TEXT, ""),
        ("012", CellKind.NUMBER_TEXT, "012"),
        (12, CellKind.INTEGER, "12"),
        (Decimal("7.50"), CellKind.DECIMAL, "7.5"),
        (Decimal("1E+2"), CellKind.DECIMAL, "100"),
        (date(2026, 6, 3), CellKind.DATE, "2026-06-03"),
        (123456, CellKind.MONEY, "1234.56"),
        (-5, CellKind.MONEY, "-0.05"),
        (0, CellKind.MONEY, "0.00"),
    ],
)
def test_the_text_of_a_cell(cell: ReportCell, kind: CellKind, text: str) -> None:
    assert cell_text(cell, kind) == text


def test_plain_numbers() -> None:
    assert [plain_number(Decimal(text)) for text in ("60.0", "0.0", "100", "0.25")] == [
        "60",
        "0",
        "100",
        "0.25",
    ]


def test_every_kind_stands_somewhere() -> None:
    assert set(ALIGNMENT) == set(CellKind)

"""How a canonical value reads: as a clerk would write it, and as it may be shown.

References are not written here: their label stands in another row.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from township_ledger.domain.definitions import MASKED_TYPES, ColumnType
from township_ledger.domain.identifiers import is_scientific
from township_ledger.domain.masks import mask, mask_own
from township_ledger.domain.report import plain_number

if TYPE_CHECKING:
    from township_ledger.domain.definitions import Column
    from township_ledger.domain.rows import Cell

YES, NO = "是", "否"


def yuan(fen: int) -> str:
    """Return an amount in 分 as 元 with two decimals: `-1234` → `-12.34`."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def written(kind: ColumnType, value: Cell) -> str:
    """Return a value of a column of type `kind` as a clerk would write it, whole and unmasked; "" when empty.

    Numbers have no exponent and no needless zeros (8.0 → 8), money stands in 元.
    """
    if value is None:
        return ""
    if kind is ColumnType.MONEY and isinstance(value, int):
        return yuan(value)
    if kind is ColumnType.YES_NO:
        return YES if value else NO
    return plain_number(Decimal(repr(value))) if isinstance(value, float) else str(value)


def shown_text(column: Column | None, text: str) -> str:
    """Return a cell's text as it may be shown: ID numbers and phones masked, unless a sheet has lost their digits.

    `column` is None for an 自有列. Refused text is masked like a value: it is mostly a number with one slip in it.
    """
    if column is None:
        return mask_own(text)
    if column.type not in MASKED_TYPES or not text or is_scientific(text):
        return text
    return mask(column.type, text)

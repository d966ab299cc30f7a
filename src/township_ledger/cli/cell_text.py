"""How a cell reads on a terminal and in a CSV for people, and how it stands in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.definitions import MASKED_TYPES, REFERENCE_TYPES
from township_ledger.domain.masks import mask
from township_ledger.domain.rows import Fault
from township_ledger.domain.written import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Column
    from township_ledger.domain.rows import Cell


def cell_json(column: Column | None, value: Cell | Fault, *, full: bool) -> object:
    """Return a value as JSON has it: canonical, ID numbers and phones masked unless `full`, 8 rather than 8.0.

    `column` is None for an 自有列 and for the row as a whole.
    """
    if isinstance(value, Fault):
        return {"fault": masked(column, value.text, full=full)}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return masked(column, value, full=full) if isinstance(value, str) else value


def masked(column: Column | None, text: str, *, full: bool) -> str:
    """Return a text with the digits of an ID number or a phone hidden, unless `full`."""
    return mask(column.type, text) if column and column.type in MASKED_TYPES and not full else text


def cell_text(column: Column | None, value: Cell | Fault, labels: Mapping[str, str], *, full: bool) -> str:
    """Return a value as people read it: a reference by its label, money in 元, 是 and 否; "" when empty.

    `labels`: uid → label of the rows that references point to.
    """
    if value is None:
        return ""
    if isinstance(value, Fault):
        return masked(column, value.text, full=full)
    if column is None:
        return str(value)
    if column.type in REFERENCE_TYPES:
        return labels.get(str(value), str(value))
    return masked(column, written(column.type, value), full=full)

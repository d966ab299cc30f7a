"""How a canonical value reads on the screen, and how it is put into an editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from township_ledger.domain.definitions import MASKED_TYPES, NUMBER_TYPES, REFERENCE_TYPES, ColumnType
from township_ledger.domain.masks import mask
from township_ledger.domain.rows import Fault
from township_ledger.domain.written import shown_text, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from township_ledger.domain.definitions import Column
    from township_ledger.domain.rows import Cell


EMPTY = "空"


def edit_text(column: Column, value: Cell | Fault, labels: Mapping[str, str]) -> str:
    """Return what an editor starts with: the whole value, never masked; a reference as its label."""
    if isinstance(value, Fault):
        return value.text
    if column.type in REFERENCE_TYPES:
        return "" if value is None else labels.get(str(value), "")
    return written(column.type, value)


def reader_of(column: Column, labels: Mapping[str, str]) -> Callable[[Cell], str]:
    """Return the function that turns this column's values into one line of text; `labels` may grow later."""
    if column.type in REFERENCE_TYPES:

        def label(value: Cell) -> str:
            return "" if value is None else labels.get(str(value), "")

        return label
    kind = column.type
    if kind in MASKED_TYPES:
        return lambda value: "" if value is None else mask(kind, str(value))
    if kind is ColumnType.LONG_TEXT:
        return lambda value: "" if value is None else str(value).replace("\n", " ")
    return partial(written, kind)


def cell_text(column: Column, value: Cell | Fault, labels: Mapping[str, str]) -> str:
    """Return one line of text for a value or a kept text; ID numbers and phones masked."""
    if isinstance(value, Fault):
        return shown_text(column, value.text.replace("\n", " "))
    return reader_of(column, labels)(value)


def is_right_aligned(column: Column) -> bool:
    """Whether values are compared as numbers and stand at the right; IDs and certificate numbers stand left."""
    return column.type in NUMBER_TYPES


def example(column: Column) -> str:
    """Return how a value of this column is written, in one short sentence; "" when there is nothing to say."""
    if column.type is ColumnType.CHOICE:
        return "可以写：" + "、".join(column.choices)
    return _EXAMPLES.get(column.type, "")


_EXAMPLES = {
    ColumnType.DATE: "写成 2026-06-30 这样的年月日",
    ColumnType.MONTH: "写成 2026-06 这样的年月",
    ColumnType.DATETIME: "写成 2026-06-30 14:30 这样的日期和时间",
    ColumnType.YES_NO: "写“是”或“否”",
    ColumnType.HOURS: "写学时数，可以有小数，如 4 或 3.5",
    ColumnType.INTEGER: "写整数",
    ColumnType.DECIMAL: "写数字",
    ColumnType.MONEY: "写金额，单位元",
    ColumnType.ID_NUMBER: "18 位，末位可以是 X",
    ColumnType.PHONE: "手机或座机号码",
    ColumnType.CREDIT_CODE: "18 位统一社会信用代码",
    ColumnType.PERSON: "写台账里已有的人名；同名时写证号",
}

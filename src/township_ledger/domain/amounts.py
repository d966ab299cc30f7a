"""Counts, decimals, money and class hours as clerks and sheets write them.

Functions take text that `normal_text.compact` has treated. Numbers are read by `Decimal`: no float drift.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from township_ledger.domain.dates import chinese_number

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+")
_COUNT_UNITS = re.compile(r"[人名个次件项份台套部本辆条页册处家起场期班]$")
_HOUR_UNITS = re.compile(r"(?:个)?(?:学时|课时|小时|时|h|hrs?|hours?)$", re.IGNORECASE)
_DAY_UNITS = re.compile(r"(?:个)?(?:工作日|天|日|d|days?)$", re.IGNORECASE)
_CHINESE = re.compile(r"(?:共|约)?[一二两三四五六七八九十廿半]+(?:个)?(?:学时|课时|小时|天|日|个?半天)?半?")
_MOST_HOURS = Decimal(2000)  # more hours than a year of work has: a slip of the pen
_MONEY = re.compile(
    r"(?:人民币|RMB|CNY)?[¥￥]?(?P<number>[-+]?[\d,.]+)(?P<unit>万元|万|亿元|亿|元|块)?(?:整|人民币)?",
    re.IGNORECASE,
)
_MONEY_UNITS = {"": 1, "元": 1, "块": 1, "万元": 10_000, "万": 10_000, "亿元": 10**8, "亿": 10**8}
_MOST_FEN = Decimal(10**15)


class NumberReading(NamedTuple):
    """A number read, or why it is refused. `doubt` asks the clerk; `note` tells of a conversion worth seeing."""

    value: int | float | None
    reason: str = ""
    doubt: bool = False
    note: str = ""


def decimal_of(text: str) -> Decimal | None:
    """Return the number that `text` writes in digits, thousands commas allowed, or None."""
    if _NUMBER.fullmatch(text) is None:
        return None
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:  # pragma: no cover  (the pattern lets nothing else through)
        return None


def read_integer(text: str) -> NumberReading:
    """Read a whole number; a counting word behind it (36人) and Chinese numerals below a hundred are read too."""
    bare = _COUNT_UNITS.sub("", text)
    number = decimal_of(bare)
    if number is None:
        counted = chinese_number(bare)
        if counted is None:
            return NumberReading(None, "value.integer_shape")
        return NumberReading(counted, note="value.number_in_words")
    if number != number.to_integral_value() or abs(number) >= 10**15:
        return NumberReading(None, "value.integer_shape")
    return NumberReading(int(number))


def read_decimal(text: str) -> NumberReading:
    """Read a decimal number."""
    number = decimal_of(text)
    if number is None or len(number.as_tuple().digits) > 15:
        return NumberReading(None, "value.decimal_shape")
    return NumberReading(float(number))


def read_hours(text: str, hours_per_day: float | None) -> NumberReading:
    """Read class hours: `8学时`, `4h`, `0.5天` (days times `hours_per_day`, asked when there is none), `八` (asked)."""
    bare = _HOUR_UNITS.sub("", text)
    number = decimal_of(bare)
    if number is not None:
        return _in_range(number)
    days = decimal_of(_DAY_UNITS.sub("", text))
    if days is not None:
        if hours_per_day is None:
            return NumberReading(None, "value.hours_days", doubt=True)
        return _in_range(days * Decimal(str(hours_per_day)))._replace(note="value.hours_from_days")
    if _CHINESE.fullmatch(text):
        return NumberReading(None, "value.hours_words", doubt=True)
    return NumberReading(None, "value.hours_shape")


def _in_range(number: Decimal) -> NumberReading:
    if not 0 <= number <= _MOST_HOURS:
        return NumberReading(None, "value.hours_range")
    return NumberReading(float(number))


def read_money(text: str, unit: str = "") -> NumberReading:
    """Read an amount as whole 分: `1,200元`, `0.5万元`, `¥300`; `unit` is what the header says (万元)."""
    match = _MONEY.fullmatch(text)
    number = decimal_of(match["number"]) if match else None
    if match is None or number is None:
        return NumberReading(None, "value.money_shape")
    fen = number * _MONEY_UNITS[match["unit"] or (unit if unit in _MONEY_UNITS else "")] * 100
    if fen != fen.to_integral_value():
        return NumberReading(None, "value.money_fen")
    if abs(fen) > _MOST_FEN:
        return NumberReading(None, "value.money_shape")
    return NumberReading(
        int(fen), note="value.money_unit" if match["unit"] in ("万元", "万", "亿元", "亿") else ""
    )

"""Dates, months and moments as clerks and sheets write them.

Nothing is invented: a month stays a month, a date without its year stays text. Functions take text that
`normal_text.compact` has treated (moments: with one space between day and time).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

# Sheets count days from here (1900 system, which believes in a 29 February 1900: right from 1 March 1900 on).
_SHEET_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL = 3_654  # 1910-01-01: below, a number of four digits is a year
_LAST_SERIAL = 73_050  # 2099-12-31
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# A workbook of the 1904 system counts from 1904-01-01: its serials are this much smaller.
DAYS_1904 = 1_462

_CHINESE_DIGITS = {**dict(zip("零〇一二三四五六七八九", [0, 0, *range(1, 10)], strict=True)), "○": 0, "两": 2}
_DAY_PART = r"(?:(?:上午|下午|晚上|全天|中午)|\(?(?:星期|周)[一二三四五六日天]\)?)*"
_SEPARATOR = r"[-./年—–_、]"
_FULL = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})[-./月—–_、](\d{{1,2}})[日号]?{_DAY_PART}")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-./年—–_](\d{1,2})月?(?:份)?")
_MONTH_DIGITS = re.compile(r"(\d{4})(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(\d{4})年?")
_NO_YEAR = re.compile(rf"(\d{{1,2}})[-./月](\d{{1,2}})[日号]?{_DAY_PART}")
_SHORT_YEAR = re.compile(r"'?(\d{2})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?")
_YEAR_LAST = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_ANY_DATE = re.compile(r"\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?")
_CHINESE_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年(?:([一二三四五六七八九十元正]{1,3})月(?:([一二三四五六七八九十廿卅]{1,4})[日号])?)?"
)
_TIME = re.compile(r"(\d{1,2})(?:[:时点](\d{1,2})?(?:[:分](\d{1,2})?秒?)?)?分?(?:\.0+)?")
_RANGE = re.compile(r"[~至到]|--+|—+|–|－|-")


class DateReading(NamedTuple):
    """A date read as `2026-06-03`, or why it is refused; `note` tells of a conversion that the clerk should see."""

    value: str | None
    reason: str = ""
    note: str = ""


def chinese_number(text: str) -> int | None:
    """Return the number that Chinese numerals below a hundred name (十二 → 12, 廿一 → 21), or None."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _CHINESE_DIGITS.get(text)
    high = _CHINESE_DIGITS.get(tens) if tens else 1
    low = _CHINESE_DIGITS.get(ones) if ones else 0
    return None if high is None or low is None else 10 * high + low


def _in_digits(text: str) -> str:
    """Return a date written in Chinese numerals (二〇二四年六月三日) in digits; other text as it is."""
    match = _CHINESE_DATE.fullmatch(text)
    if match is None:
        return text
    year = "".join(str(_CHINESE_DIGITS[letter]) for letter in match[1])
    month = None if match[2] is None else 1 if match[2] in "元正" else chinese_number(match[2])
    day = None if match[3] is None else chinese_number(match[3])
    if month is None:
        return f"{year}年"
    return f"{year}年{month}月" if day is None else f"{year}年{month}月{day}日"


def _day(year: str, month: str, day: str) -> DateReading:
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return DateReading(None, "value.date_impossible")
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return DateReading(None, "value.date_far")
    return DateReading(value.isoformat())


def serial_of_1904(serial: float) -> float:
    """Return a serial number of a 1904 workbook as one of the 1900 system; a year or 20240603 stays as it is."""
    shifted = serial + DAYS_1904
    return shifted if serial > _LAST_YEAR and _FIRST_SERIAL <= shifted < _LAST_SERIAL + 1 else serial


def date_of_serial(serial: float) -> str | None:
    """Return the day that a sheet's serial number means (1900 system), or None outside 1910 to 2099."""
    if not _FIRST_SERIAL <= serial < _LAST_SERIAL + 1:
        return None
    return (_SHEET_EPOCH + timedelta(days=int(serial))).isoformat()


def read_date(text: str) -> DateReading:
    """Read a full date: `2024-06-03`, `2024.6.3`, `2024/6/3`, `2024年6月3日`, `20240603`, `二〇二四年六月三日`, `45446`."""
    text = _in_digits(text)
    if match := _FULL.fullmatch(text):
        return _day(*match.group(1, 2, 3))
    if text.isdecimal():
        return _date_of_digits(text)
    if " " in text or ":" in text or "T" in text or "时" in text or "点" in text:
        moment = read_moment(text)
        if moment.value is not None:
            return DateReading(moment.value[:10], note="value.date_time_cut")
    return DateReading(None, _why_no_date(text))


def _date_of_digits(text: str) -> DateReading:
    if len(text) == 8:
        return _day(text[:4], text[4:6], text[6:])
    if len(text) in (4, 5) and (value := date_of_serial(int(text))):
        return DateReading(value, note="value.date_serial")
    if len(text) in (4, 6) and _FIRST_YEAR <= int(text[:4]) <= _LAST_YEAR:
        return DateReading(None, "value.date_incomplete")
    return DateReading(None, "value.date_shape")


def _why_no_date(text: str) -> str:
    if (month := _MONTH.fullmatch(text)) is not None:
        return "value.date_incomplete" if 1 <= int(month[2]) <= 12 else "value.date_impossible"
    if _YEAR.fullmatch(text):
        return "value.date_incomplete"
    if len(_ANY_DATE.findall(text)) > 1 or split_range(text) is not None:
        return "value.date_range"
    if _NO_YEAR.fullmatch(text):
        return "value.date_no_year"
    if _SHORT_YEAR.fullmatch(text) or _YEAR_LAST.fullmatch(text):
        return "value.date_two_ways"
    return "value.date_shape"


def read_month(text: str) -> DateReading:
    """Read a month as `2024-06`; a full date gives its month."""
    text = _in_digits(text)
    match = _MONTH.fullmatch(text) or _MONTH_DIGITS.fullmatch(text)
    if match:
        if not 1 <= int(match[2]) <= 12:
            return DateReading(None, "value.date_impossible")
        if not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
            return DateReading(None, "value.date_far")
        return DateReading(f"{match[1]}-{int(match[2]):02d}")
    full = read_date(text)
    if full.value is not None:
        return DateReading(full.value[:7], note="value.month_of_date")
    return DateReading(None, "value.month_incomplete" if _YEAR.fullmatch(text) else "value.month_shape")


def read_moment(text: str) -> DateReading:
    """Read a moment as `2024-06-03 14:30` (local time); a date alone is not a moment."""
    text = text.replace("T", " ")
    match = re.match(rf"{_FULL.pattern}|{_DIGITS.pattern}", text)
    if match is None:
        return DateReading(None, "value.moment_shape")
    groups = [group for group in match.groups() if group is not None]
    day = _day(*groups)
    if day.value is None:
        return day
    rest = text[match.end() :].strip()
    if not rest:
        return DateReading(None, "value.moment_incomplete")
    clock = _TIME.fullmatch(rest)
    if clock is None:
        return DateReading(None, "value.moment_shape")
    hour = int(clock[1]) + (12 if "下午" in match[0] and int(clock[1]) < 12 else 0)
    minute = int(clock[2] or 0)
    if hour > 23 or minute > 59:
        return DateReading(None, "value.moment_shape")
    return DateReading(f"{day.value} {hour:02d}:{minute:02d}")


def moment_of_serial(serial: float) -> str | None:
    """Return the moment that a sheet's serial number with its fraction means, to the minute, or None."""
    day = date_of_serial(serial)
    if day is None:
        return None
    minutes = round((serial - int(serial)) * 1440)
    moment = datetime.fromisoformat(day) + timedelta(minutes=minutes)
    return moment.strftime("%Y-%m-%d %H:%M")


def split_range(text: str) -> tuple[str, str] | None:
    """Return the two ends of a stretch of days in one cell, each with its year, or None when it is none.

    `2023.5-2028.5`, `2023年5月1日至2028年4月30日`, `2024.6.3-6.5`, `2024年6月3日-5日`, `20230501-20280430`.
    """
    for match in _RANGE.finditer(text):
        left, right = text[: match.start()].lstrip("自从"), text[match.end() :].removesuffix("止")
        if _is_end(left) and (full := _completed(left, right)):
            return left, full
    return None


def _is_end(text: str) -> bool:
    return bool(
        _FULL.fullmatch(text)
        or _MONTH.fullmatch(text)
        or _DIGITS.fullmatch(text)
        or _YEAR_MARK.fullmatch(text)
    )


_YEAR_MARK = re.compile(r"\d{4}年")
_LAST_DAY = re.compile(r"(\d{1,2})[日号]?")


def _completed(left: str, right: str) -> str | None:
    """Return the right end of a range, its year (and month) taken from the left end where it has none."""
    if _is_end(right):
        return right
    start = _FULL.fullmatch(left)
    if start is None:
        return None
    if match := _NO_YEAR.fullmatch(right):
        return f"{start[1]}-{match[1]}-{match[2]}"
    if match := _LAST_DAY.fullmatch(right):
        return f"{start[1]}-{start[2]}-{match[1]}"
    return None

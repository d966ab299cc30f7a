"""Reporting periods: `2026`, `2026H1`, `2026Q3`, `2026-10`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from township_ledger.domain.faults import WorldFault

_SHAPE = re.compile(r"(?P<year>[12]\d{3})(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period; `first` and `last` are both inside it."""

    text: str
    first: date
    last: date

    @property
    def year(self) -> int:
        """The calendar year that the period lies in."""
        return self.first.year

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def parse_period(text: str) -> Period:
    """Return the period that `text` names.

    Raises:
        WorldFault: `period.shape` when `text` is none of `2026`, `2026H1`, `2026Q3`, `2026-10`.
    """
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        raise WorldFault("period.shape", text=text)
    year = int(match["year"])
    if match["half"]:
        first_month, months = 6 * int(match["half"]) - 5, 6
    elif match["quarter"]:
        first_month, months = 3 * int(match["quarter"]) - 2, 3
    elif match["month"]:
        first_month, months = int(match["month"]), 1
    else:
        first_month, months = 1, 12
    after = first_month + months
    last = date(year + after // 13, (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return Period(match[0], date(year, first_month, 1), last)

"""The periods that a clerk may mean today, and how a period reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.periods import parse_period

if TYPE_CHECKING:
    from datetime import date

_QUARTERS = "一二三四"
_GRACE_DAYS = 20
"""Up to this many days into a quarter the one before is what is being reported."""


def period_words(text: str) -> str:
    """Return 2026 年第四季度 for 2026Q4.

    Raises:
        WorldFault: `period.shape`.
    """
    period = parse_period(text)
    rest = period.text[4:]
    if not rest:
        return f"{period.year} 年全年"
    if rest[0] == "H":
        return f"{period.year} 年{'上' if rest == 'H1' else '下'}半年"
    if rest[0] == "Q":
        return f"{period.year} 年第{_QUARTERS[int(rest[1]) - 1]}季度"
    return f"{period.year} 年 {int(rest[1:])} 月"


def period_choices(today: date) -> list[str]:
    """Return the periods to choose from, the likeliest first."""
    quarter = (today.month - 1) // 3 + 1
    this = f"{today.year}Q{quarter}"
    before = f"{today.year}Q{quarter - 1}" if quarter > 1 else f"{today.year - 1}Q4"
    early = (today - parse_period(this).first).days < _GRACE_DAYS
    quarters = [before, this] if early else [this, before]
    halves = (
        [f"{today.year}H1", f"{today.year}H2"] if quarter > 2 else [f"{today.year - 1}H2", f"{today.year}H1"]
    )
    month = f"{today.year}-{today.month:02d}"
    last = f"{today.year}-{today.month - 1:02d}" if today.month > 1 else f"{today.year - 1}-12"
    return [*quarters, *reversed(halves), str(today.year), str(today.year - 1), month, last]


def default_as_of(text: str, today: date) -> date:
    """Return the day up to which a report of this period counts: its last day, or today while it runs."""
    period = parse_period(text)
    return min(period.last, today) if today >= period.first else period.last

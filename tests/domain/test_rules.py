"""The named rules at their edges."""

from __future__ import annotations

from datetime import date

from township_ledger.domain.definitions import Rule
from township_ledger.domain.rows import Filter, Op
from township_ledger.domain.rules import due, in_order, out_of_order, overdue

DAY = date(2026, 6, 15)


def test_due_from_today_on() -> None:
    assert due("valid_to", 30, DAY) == (
        Filter("valid_to", Op.GE, "2026-06-15"),
        Filter("valid_to", Op.LE, "2026-07-15"),
    )
    assert due("valid_to", 10**9, DAY)[1].value == "9999-12-31"


def test_overdue_before_today() -> None:
    assert overdue("valid_to", DAY) == (Filter("valid_to", Op.LT, "2026-06-15"),)


def test_two_dates_in_order() -> None:
    assert in_order("2026-01-01", "2026-01-01")
    assert not in_order("2026-01-02", "2026-01-01")
    assert in_order(None, "2026-01-01")
    assert in_order("2026-01-01", None)


def test_rows_that_break_the_order() -> None:
    rules = (
        Rule("before", {"column": "issued", "other": "valid_to"}),
        Rule("due", {"column": "valid_to", "days": 3}),
        Rule("before", {"column": "start", "other": "end"}),
    )
    values = {"issued": "2026-02-01", "valid_to": "2026-01-01", "start": "2026-01-01"}
    assert out_of_order(rules, values) == [("issued", "valid_to")]

"""The named rules that definitions choose and tune. Dates are ISO texts as a ledger holds them.

`due` and `overdue` look at one date of a row, `before` at two; `may_enforce` and `below_target` look at people across
ledgers (`domain.certificates`, `domain.training`; `usecases.rule_views` feeds them).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from township_ledger.domain.rows import Filter, Op

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Rule
    from township_ledger.domain.rows import Cell


def due(column: str, days: int, on: date) -> tuple[Filter, ...]:
    """Return the condition that `column` lies on `on` or at most `days` later."""
    try:
        last = on + timedelta(days=days)
    except OverflowError:  # a definition may write any number of days
        last = date.max
    return (Filter(column, Op.GE, on.isoformat()), Filter(column, Op.LE, last.isoformat()))


def overdue(column: str, on: date) -> tuple[Filter, ...]:
    """Return the condition that `column` lies before `on`."""
    return (Filter(column, Op.LT, on.isoformat()),)


def in_order(first: Cell, second: Cell) -> bool:
    """Whether two dates stand in the order that the rule `before` asks for; one that is missing breaks no order."""
    if not isinstance(first, str) or not isinstance(second, str):
        return True
    return first <= second


def out_of_order(rules: tuple[Rule, ...], values: Mapping[str, Cell]) -> list[tuple[str, str]]:
    """Return the pairs of columns of a row that break a rule `before`: (the one that lies too late, the other)."""
    broken: list[tuple[str, str]] = []
    for rule in rules:
        if rule.name == "before":
            column, other = str(rule.params["column"]), str(rule.params["other"])
            if not in_order(values.get(column), values.get(other)):
                broken.append((column, other))
    return broken

"""The rows that a named rule picks: behind the chips above a grid and the numbers of 今日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.rows import Query
from township_ledger.domain.rules import due, in_order, overdue
from township_ledger.domain.training import hours_of_people, owes_hours
from township_ledger.usecases.rule_facts import (
    attendances,
    certificates_on,
    people,
    sessions,
    verdict_on,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from township_ledger.domain.plans import Plan
    from township_ledger.domain.rows import Filter
    from township_ledger.usecases.ports import LedgerReader


def _found(reader: LedgerReader, ledger: str, filters: tuple[Filter, ...]) -> frozenset[str]:
    return frozenset(str(uid) for _, uid in reader.cells(Query(ledger, filters=filters), ()))


def _may_enforce(reader: LedgerReader, on: date) -> frozenset[str]:
    held = certificates_on(reader, on)
    found = set()
    for person in people(reader):
        if person.uid in held and verdict_on(person, held[person.uid], on).may:
            found.add(person.uid)
    return frozenset(found)


def _below_target(reader: LedgerReader, on: date, plan: Plan) -> frozenset[str]:
    """Officers on the roster in the year of `on` who have not reached the target by then."""
    first = on.replace(month=1, day=1)
    ran = hours_of_people(sessions(reader), attendances(reader), plan.training, first, on)
    found = set()
    for person in people(reader):
        hours = ran.get(person.uid)
        if owes_hours(person, first, on) and (hours is None or not hours.reached(plan.training)):
            found.add(person.uid)
    return frozenset(found)


def _out_of_order(reader: LedgerReader, ledger: str, column: str, other: str) -> frozenset[str]:
    return frozenset(
        str(uid)
        for _, uid, first, second in reader.cells(Query(ledger), (column, other))
        if not in_order(first, second)
    )


def rule_uids(
    reader: LedgerReader, rule: str, ledger: str, params: Mapping[str, object], on: date, plan: Plan
) -> frozenset[str]:
    """Return the uids of the rows of `ledger` that the named rule picks on a day.

    `due` and `overdue` look at every row with a date in the column, drafts included, because a draft too has to be
    seen to; the rules about people count as reports do, without drafts.

    Raises:
        KeyError: no such rule, or a parameter is missing; definitions are checked when they are read.
    """
    if rule == "may_enforce":
        return _may_enforce(reader, on)
    if rule == "below_target":
        return _below_target(reader, on, plan)
    column = str(params["column"])
    if rule == "due":
        return _found(reader, ledger, due(column, int(str(params["days"])), on))
    if rule == "overdue":
        return _found(reader, ledger, overdue(column, on))
    if rule == "before":
        return _out_of_order(reader, ledger, column, str(params["other"]))
    raise KeyError(rule)

"""The class hours of some people in a year: what a page of the grid shows beside their names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from township_ledger.domain.report import plain_number
from township_ledger.domain.rows import Filter, Op, Query
from township_ledger.domain.training import (
    Attendance,
    PersonHours,
    categories_of,
    decimal_hours,
    hours_of_people,
    owes_hours,
)
from township_ledger.usecases.class_hours import formula
from township_ledger.usecases.rule_facts import person_of, sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.domain.plans import Plan
    from township_ledger.domain.rows import Row
    from township_ledger.usecases.ports import LedgerReader


@dataclass(frozen=True, slots=True)
class HoursNow:
    """One person's counted hours of the year so far. `owes`: the yearly target applies to this person."""

    counted: str
    owes: bool
    reached: bool
    formula: str


def hours_of_some(
    reader: LedgerReader, people: Sequence[Row], until: date, plan: Plan
) -> dict[str, HoursNow]:
    """Return the hours of these people from the first of January to `until`, by uid.

    Reads all sessions, of which a township has some hundreds, but only these people's attendance: a page of the grid
    costs the same in a ledger of any size.
    """
    first = date(until.year, 1, 1)
    ran = hours_of_people(
        sessions(reader), _attendances(reader, [row.uid for row in people]), plan.training, first, until
    )
    result = {}
    for row in people:
        hours = ran.get(row.uid) or PersonHours(row.uid)
        categories = categories_of(plan.training, [hours])
        result[row.uid] = HoursNow(
            plain_number(hours.counted),
            owes_hours(person_of(row), first, until),
            hours.reached(plan.training),
            formula(hours, plan.training, categories),
        )
    return result


def _attendances(reader: LedgerReader, people: Sequence[str]) -> list[Attendance]:
    if "attendance" not in reader.ledgers():
        return []
    query = Query("attendance", filters=(Filter("person", Op.IN, tuple(people)),), draft=False)
    return [
        Attendance(
            str(session), str(person), decimal_hours(hours) if isinstance(hours, int | float) else None
        )
        for _, _, session, person, hours in reader.cells(query, ("session", "person", "person_hours"))
    ]

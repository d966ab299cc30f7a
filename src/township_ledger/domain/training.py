"""Class hours (学时) of a person in a year, from registered sessions.

Source of the rule: item 2 of the plan (公共法律知识, 业务知识, 行政执法技能; at least the target a year) and the Outline
2021–2025 (the hours of political theory come on top and are no part of them). Hours are `Decimal`: sums are exact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import Person, is_officer
from township_ledger.domain.plans import UNCATEGORISED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from township_ledger.domain.plans import TrainingTarget

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Session:
    """A training session; its hours belong to the year in which it starts."""

    uid: str
    category: str | None
    start: date
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person in one session. `hours` is the person's own figure and prevails over the session's, 0 included."""

    session: str
    person: str
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PersonHours:
    """The hours of one person. `by_category` holds every category that occurred, 未分类 for none."""

    person: str
    by_category: Mapping[str, Decimal] = field(default_factory=dict)
    counted: Decimal = ZERO  # what counts toward the target
    recorded: Decimal = ZERO  # everything that was recorded, political study included
    sessions: int = 0

    def reached(self, target: TrainingTarget) -> bool:
        """Whether the target of the year is reached."""
        return self.counted >= target.target_hours

    def gap(self, target: TrainingTarget) -> Decimal:
        """Return how many hours are missing, 0 when the target is reached."""
        return max(ZERO, target.target_hours - self.counted)


def decimal_hours(value: float) -> Decimal:
    """Return hours as the ledger holds them (the shortest float of a decimal) as that decimal: 7.5, not 7.4999…."""
    return Decimal(repr(value)).normalize() + ZERO


def hours_of_people(
    sessions: Iterable[Session],
    attendances: Iterable[Attendance],
    target: TrainingTarget,
    first: date,
    last: date,
) -> dict[str, PersonHours]:
    """Return the hours of everybody who attended a session that starts on a day from `first` to `last`.

    A person counts once in a session, however often the name stands in its list: the later row prevails.
    """
    held = {session.uid: session for session in sessions if first <= session.start <= last}
    attended: dict[str, dict[str, Decimal]] = {}
    for each in attendances:
        session = held.get(each.session)
        if session is not None:
            hours = session.hours if each.hours is None else each.hours
            attended.setdefault(each.person, {})[each.session] = hours
    result: dict[str, PersonHours] = {}
    for person, by_session in attended.items():
        by_category: dict[str, Decimal] = {}
        counted = recorded = ZERO
        for uid, hours in by_session.items():
            category = held[uid].category
            name = category or UNCATEGORISED
            by_category[name] = by_category.get(name, ZERO) + hours
            recorded += hours
            if target.counts(category):
                counted += hours
        result[person] = PersonHours(person, by_category, counted, recorded, len(by_session))
    return result


def owes_hours(person: Person, first: date, last: date) -> bool:
    """Whether a person is in the denominator of a year (or the part of it up to `last`).

    Officers who were on the roster on any of its days: nobody who had left before `first`, nobody who came after
    `last`. Part-years are not scaled down; that is a parameter of a district's pack.
    """
    if not is_officer(person):
        return False
    if person.leave_date is not None and person.leave_date < first:
        return False
    return person.entry_date is None or person.entry_date <= last


def categories_of(target: TrainingTarget, hours: Iterable[PersonHours]) -> tuple[str, ...]:
    """Return the categories to show, in order: those that count, further ones that occurred, 未分类, those that do not.

    未分类 and further ones only where they occurred.
    """
    occurred = dict.fromkeys(name for each in hours for name in each.by_category)
    known = {*target.counted, *target.recorded_only, UNCATEGORISED}
    further = tuple(sorted(name for name in occurred if name not in known))
    loose = (UNCATEGORISED,) if UNCATEGORISED in occurred and UNCATEGORISED not in target.counted else ()
    return (*target.counted, *further, *loose, *target.recorded_only)

"""Class hours of everybody in a year: the deed behind `hours`, the training report and the page 今日."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from township_ledger.domain.report import plain_number
from township_ledger.domain.training import ZERO, PersonHours, categories_of, hours_of_people, owes_hours
from township_ledger.usecases.rule_facts import attendances, draft_count, people, sessions
from township_ledger.words import sentence

if TYPE_CHECKING:
    from decimal import Decimal

    from township_ledger.domain.certificates import Person
    from township_ledger.domain.plans import Plan, TrainingTarget
    from township_ledger.usecases.ports import LedgerReader


@dataclass(frozen=True, slots=True)
class PersonYear:
    """One person's year. `owes`: the person is in the denominator of the year (`training.owes_hours`)."""

    person: Person
    hours: PersonHours
    owes: bool
    reached: bool
    gap: Decimal


@dataclass(frozen=True, slots=True)
class HoursOfYear:
    """The hours of a year from `first` to `last` day, in the order of the roster."""

    year: int
    first: date
    last: date
    target: TrainingTarget
    people: tuple[PersonYear, ...]
    categories: tuple[str, ...]
    drafts: int  # draft rows of training and attendance, left out

    @property
    def below(self) -> tuple[PersonYear, ...]:
        """Those who owe hours and have not reached the target, the widest gap first."""
        missing = [each for each in self.people if each.owes and not each.reached]
        return tuple(sorted(missing, key=lambda each: -each.gap))


def formula(hours: PersonHours, target: TrainingTarget, categories: tuple[str, ...]) -> str:
    """Return how the counted hours came about: 公共法律知识 16 + 业务知识 32 = 48 学时；政治学习 8 学时不计入."""
    counted: list[str] = []
    aside: list[str] = []
    for name in categories:
        if name in hours.by_category:
            term = sentence("hours.term", category=name, hours=plain_number(hours.by_category[name]))
            (aside if name in target.recorded_only else counted).append(term)
    total = plain_number(hours.counted)
    if counted:
        text = sentence("hours.sum", terms=" + ".join(counted), total=total)
    else:
        text = sentence("hours.nothing")
    if aside:
        text += sentence("hours.aside", terms="、".join(aside))
    return text


def class_hours(reader: LedgerReader, year: int, plan: Plan, *, until: date | None = None) -> HoursOfYear:
    """Return the class hours of `year`, up to and including `until` when it is given.

    Of the people, those are listed who were on the roster on a day of that time, whatever their type, and everybody
    else who has hours in it.
    """
    target = plan.training
    first, last = date(year, 1, 1), date(year, 12, 31)
    if until is not None and until < last:
        last = max(first, until)
    ran = hours_of_people(
        sessions(reader), attendances(reader), target, first, until if until is not None else last
    )
    categories = categories_of(target, ran.values())
    everybody: list[PersonYear] = []
    for person in people(reader):
        hours = ran.get(person.uid)
        gone = person.leave_date is not None and person.leave_date < first
        to_come = person.entry_date is not None and person.entry_date > last
        if hours is None:
            if gone or to_come:
                continue
            hours = PersonHours(person.uid)
        everybody.append(
            PersonYear(
                person,
                hours,
                owes_hours(person, first, last),
                hours.reached(target),
                hours.gap(target),
            )
        )
    drafts = draft_count(reader, "training") + draft_count(reader, "attendance")
    return HoursOfYear(year, first, last, target, tuple(everybody), categories, drafts)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def hours_json(hours: HoursOfYear) -> dict[str, object]:
    """Return the stable JSON shape of `hours`.

    `counted` is what counts toward the target, `recorded` everything that was recorded (political study included),
    `by_category` holds every category to show, also those with 0.
    """
    return {
        "year": hours.year,
        "target": _number(hours.target.target_hours),
        "people": [
            {
                "uid": each.person.uid,
                "name": each.person.name,
                "counted": _number(each.hours.counted),
                "recorded": _number(each.hours.recorded),
                "by_category": {
                    name: _number(each.hours.by_category.get(name, ZERO)) for name in hours.categories
                },
                "reached": each.reached,
                "formula": formula(each.hours, hours.target, hours.categories),
            }
            for each in hours.people
        ],
    }

"""One pass over people and certificates for 今日: who stands where on the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import Status, is_officer, on_roster
from township_ledger.usecases.rule_facts import verdict_on

if TYPE_CHECKING:
    from township_ledger.domain.certificates import Person
    from township_ledger.usecases.rule_facts import HeldCertificate

EXPIRING_DAYS = 90
"""A certificate that runs out within so many days is a thing to do."""


@dataclass(slots=True)
class FoundToday:
    """What one pass over people and certificates found: uids of certificates, uids of people, and names for both."""

    day: date
    names: dict[str, str] = field(default_factory=dict)  # uid of a person or certificate → the person's name
    on_roster: list[str] = field(default_factory=list)
    officers: list[str] = field(default_factory=list)
    may: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    expired: list[tuple[date, str]] = field(default_factory=list)
    expiring: list[tuple[date, str]] = field(default_factory=list)
    suspended: list[tuple[date, str]] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_with: list[tuple[date, str]] = field(default_factory=list)

    def person(self, person: Person, held: list[HeldCertificate]) -> None:
        """Take in one person with the certificates."""
        self.names[person.uid] = person.name
        here = on_roster(person, self.day)
        for each in held:
            self.names[each.certificate.uid] = person.name
            if each.status.differs:
                self.differing.append(each.certificate.uid)
            if here and is_officer(person):
                self._certificate(each)
            elif person.leave_date is not None and person.leave_date <= self.day and each.status.usable:
                self.left_with.append((person.leave_date, each.certificate.uid))
        if here:
            self.on_roster.append(person.uid)
            if is_officer(person):
                self.officers.append(person.uid)
                if verdict_on(person, held, self.day).may:
                    self.may.append(person.uid)
                if not held:
                    self.without.append(person.uid)

    def _certificate(self, each: HeldCertificate) -> None:
        uid, status, end = each.certificate.uid, each.status.status, each.certificate.valid_to
        if status is Status.EXPIRED:
            self.expired.append((end or self.day, uid))
        elif status is Status.SUSPENDED:
            self.suspended.append((each.status.until or date.max, uid))
        elif each.status.usable and end is None:
            self.unknown.append(uid)
        elif each.status.usable and end is not None and end <= self.day + timedelta(days=EXPIRING_DAYS):
            self.expiring.append((end, uid))

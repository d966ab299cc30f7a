"""Who may enforce on a day, past or future: the deed behind `may-enforce` and the view 今日可执法."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import Status, enough_for_a_pair
from township_ledger.usecases.rule_facts import (
    certificates_on,
    draft_count,
    people,
    verdict_on,
)
from township_ledger.words import sentence

if TYPE_CHECKING:
    from datetime import date

    from township_ledger.domain.certificates import MayEnforce, Person
    from township_ledger.usecases.ports import LedgerReader


@dataclass(frozen=True, slots=True)
class Enforcer:
    """One person and whether they may enforce; the certificate that decided, when there is one."""

    person: Person
    verdict: MayEnforce
    certificate_no: str | None
    status: Status | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class EnforcersOfDay:
    """Everybody on the people ledger, in its order, with the verdict of the day."""

    day: date
    people: tuple[Enforcer, ...]
    drafts: int  # draft rows of people and certificates, left out

    @property
    def may(self) -> int:
        """How many may enforce."""
        return sum(each.verdict.may for each in self.people)

    @property
    def pair(self) -> bool:
        """Whether two can be sent at once (行政处罚法 art. 42)."""
        return enough_for_a_pair(self.may)


def who_may_enforce(reader: LedgerReader, day: date) -> EnforcersOfDay:
    """Return the verdict on everybody for `day`. People who had left are listed with that reason."""
    held = certificates_on(reader, day)
    everybody: list[Enforcer] = []
    for person in people(reader):
        mine = held.get(person.uid, [])
        verdict = verdict_on(person, mine, day)
        decided = next((each for each in mine if each.certificate.uid == verdict.certificate), None)
        everybody.append(
            Enforcer(
                person,
                verdict,
                decided.number if decided else None,
                decided.status.status if decided else None,
                decided.certificate.valid_to if decided else None,
            )
        )
    drafts = draft_count(reader, "people") + draft_count(reader, "certificates")
    return EnforcersOfDay(day, tuple(everybody), drafts)


def enforcers_json(enforcers: EnforcersOfDay) -> dict[str, object]:
    """Return the JSON of `may-enforce`: counts, and per person the verdict with its reason as code and words."""
    return {
        "date": enforcers.day.isoformat(),
        "may": enforcers.may,
        "pair": enforcers.pair,
        "people": [
            {
                "uid": each.person.uid,
                "name": each.person.name,
                "may": each.verdict.may,
                "reason": each.verdict.reason,
                "words": sentence(each.verdict.reason),
                "certificate_no": each.certificate_no,
                "status": each.status.value if each.status is not None else None,
                "valid_to": each.valid_to.isoformat() if each.valid_to is not None else None,
            }
            for each in enforcers.people
        ],
    }

"""Certificates on a day: their status, and who may enforce. Pure functions of dated facts, for any day.

Sources: 行政处罚法 art. 42 (penalties are carried out by officers with enforcement qualification, at least two of
them), art. 55 (the certificate is shown), item 3 of the plan (no certificate, no independent enforcement; 暂扣, 收回,
注销). Days at both ends of a validity or a suspension belong to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

OFFICER = "执法人员"
AUXILIARY = "辅助人员"
PAIR = 2
"""How many officers an act of enforcement needs at least (行政处罚法 art. 42)."""


class Status(StrEnum):
    """What a certificate is on a day, in the terms of the ledger's own column, and three that only a day can tell."""

    VALID = "有效"
    SUSPENDED = "暂扣"
    WITHDRAWN = "收回"
    CANCELLED = "注销"
    REVOKED = "吊销"
    LOST = "遗失"
    EXPIRED = "过期"
    REISSUING = "补办中"
    RENEWING = "换发中"
    NOT_YET = "未生效"
    UNSTATED = "未登记"  # a number and nothing else: neither status nor validity was ever entered


class EventKind(StrEnum):
    """A dated act on a certificate."""

    ISSUED = "发证"
    SUSPENDED = "暂扣"
    RESTORED = "恢复"
    WITHDRAWN = "收回"
    CANCELLED = "注销"
    REVOKED = "吊销"
    LOST = "遗失"
    REISSUED = "补办"
    RENEWED = "换发"


class Basis(StrEnum):
    """What a status rests on."""

    EVENT = "event"  # a dated event with its document
    REGISTERED = "registered"  # what a sheet said, without a date
    VALIDITY = "validity"  # the validity dates
    NOTHING = "nothing"  # nothing was entered


@dataclass(frozen=True, slots=True)
class Person:
    """What the rules ask of a person; an empty `person_type` means it was never entered."""

    uid: str
    name: str
    person_type: str | None = None
    entry_date: date | None = None
    leave_date: date | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the rules ask of a certificate. `registered` is the status that a sheet gave, without a date."""

    uid: str
    person: str
    issued: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    registered: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event. `order` keeps events of one day in the order in which they were recorded."""

    kind: EventKind
    day: date
    until: date | None = None
    order: int = 0


@dataclass(frozen=True, slots=True)
class CertificateStatus:
    """The status on a day and what it rests on.

    `since` and `until` come from the event that decided. `validity_known` is false when no end of validity was
    entered. `differs`: the sheet's status and the dated facts speak against each other; the dated facts stand.
    """

    status: Status
    basis: Basis
    since: date | None = None
    until: date | None = None
    validity_known: bool = True
    differs: bool = False

    @property
    def usable(self) -> bool:
        """Whether nothing that was entered speaks against the certificate."""
        return self.status in (Status.VALID, Status.UNSTATED)


_ENDING = {
    EventKind.WITHDRAWN: Status.WITHDRAWN,
    EventKind.CANCELLED: Status.CANCELLED,
    EventKind.REVOKED: Status.REVOKED,
}
_OF_THE_CARD = {EventKind.LOST: Status.LOST, EventKind.REISSUED: None, EventKind.RENEWED: None}
_REGISTERED_STANDING = frozenset({Status.SUSPENDED, Status.WITHDRAWN, Status.CANCELLED, Status.REVOKED})
_REGISTERED_CARD = frozenset({Status.LOST, Status.REISSUING, Status.RENEWING})


@dataclass(frozen=True, slots=True)
class _Word:
    """What speaks about one of the two things: the right to enforce, or the card itself. `status` None: all is well."""

    status: Status | None
    basis: Basis
    since: date | None = None
    until: date | None = None


def _registered(certificate: Certificate, among: frozenset[Status]) -> _Word:
    registered = certificate.registered
    if registered is None:
        return _Word(None, Basis.NOTHING)
    return _Word(Status(registered) if registered in among else None, Basis.REGISTERED)


def _standing(certificate: Certificate, events: list[Event], day: date) -> _Word:
    """Say what is decided about the right to enforce: the newest decision stands, a suspension ends with its date."""
    word = before = _registered(certificate, _REGISTERED_STANDING)
    for event in events:
        if event.kind in _OF_THE_CARD:
            continue
        if word.until is not None and event.day > word.until:
            word = before
        if event.kind is EventKind.SUSPENDED:
            if word.status is not Status.SUSPENDED or word.basis is not Basis.EVENT:
                before = word  # a second suspension prolongs the first; what stood before both is kept
            word = _Word(Status.SUSPENDED, Basis.EVENT, event.day, event.until)
        else:
            word = _Word(_ENDING.get(event.kind), Basis.EVENT, event.day)
    if word.until is None or day <= word.until:
        return word
    if before.basis is Basis.REGISTERED and before.status is Status.SUSPENDED:
        return _Word(None, Basis.EVENT)  # the sheet spoke of this same suspension, which is over
    return before


def _card(certificate: Certificate, events: list[Event]) -> _Word:
    """Say what is known about the card: lost, being replaced, or in hand."""
    word = _registered(certificate, _REGISTERED_CARD)
    for event in events:
        if event.kind in _OF_THE_CARD:
            word = _Word(_OF_THE_CARD[event.kind], Basis.EVENT, event.day)
        elif event.kind is EventKind.ISSUED:
            word = _Word(None, Basis.EVENT, event.day)
    return word


def _by_dates(certificate: Certificate, day: date) -> Status | None:
    """Return what the validity dates alone say: 未生效, 过期, 有效, or None when there are none."""
    start = certificate.valid_from or certificate.issued
    if start is not None and day < start:
        return Status.NOT_YET
    if certificate.valid_to is not None:
        return Status.EXPIRED if day > certificate.valid_to else Status.VALID
    if certificate.registered == Status.EXPIRED:
        return Status.EXPIRED
    return None


def _differs(certificate: Certificate, status: Status, basis: Basis) -> bool:
    registered = certificate.registered
    if registered is None or registered == status or basis is Basis.REGISTERED:
        return False
    # 有效 in a sheet was true when the sheet was made; having run out since is no contradiction
    return not (registered == Status.VALID and status in (Status.EXPIRED, Status.NOT_YET))


def status_on(certificate: Certificate, events: Iterable[Event], day: date) -> CertificateStatus:
    """Return the status of a certificate on a day.

    Decisions about the right to enforce come first (暂扣, 收回, 注销, 吊销; a suspension with an end ends by itself
    after that day, 恢复 and 发证 end any of them), then the card (遗失 until 补办 or 换发), then the validity dates.
    Events after `day` do not count. A status that a sheet gave without a date stands only where no dated event
    speaks; it is never turned into an event.
    """
    passed = sorted(
        (event for event in events if event.day <= day), key=lambda event: (event.day, event.order)
    )
    standing, card = _standing(certificate, passed, day), _card(certificate, passed)
    dates = _by_dates(certificate, day)
    known = certificate.valid_to is not None
    for word in (standing, card):
        if word.status is not None:
            differs = _differs(certificate, word.status, word.basis)
            return CertificateStatus(word.status, word.basis, word.since, word.until, known, differs)
    if dates in (Status.NOT_YET, Status.EXPIRED):
        basis = Basis.VALIDITY if known or dates is Status.NOT_YET else Basis.REGISTERED
        return CertificateStatus(dates, basis, None, None, known, _differs(certificate, dates, basis))
    basis = next((word.basis for word in (standing, card) if word.basis is not Basis.NOTHING), Basis.NOTHING)
    if basis is Basis.NOTHING and dates is Status.VALID:
        basis = Basis.VALIDITY
    status = Status.UNSTATED if basis is Basis.NOTHING else Status.VALID
    # 过期 in the sheet beside a validity that still runs is a contradiction whatever else was found
    differs = certificate.registered is not None and certificate.registered != Status.VALID
    return CertificateStatus(status, basis, standing.since, None, known, differs)


@dataclass(frozen=True, slots=True)
class MayEnforce:
    """Whether a person may enforce on a day, why (a code of words `certificate.…`), and by which certificate."""

    may: bool
    reason: str
    certificate: str | None = None


def is_officer(person: Person) -> bool:
    """Whether the duties of an officer apply: an officer, or a person whose type was never entered.

    A roster of officers often has no column for the type; the stricter assumption is the officer, and every report
    that counts so says how many were counted so.
    """
    return person.person_type is None or person.person_type == OFFICER


def on_roster(person: Person, day: date) -> bool:
    """Whether a person has come and not left on a day; the day of leaving is already a day without."""
    if person.entry_date is not None and day < person.entry_date:
        return False
    return person.leave_date is None or day < person.leave_date


_REASONS = {
    Status.SUSPENDED: "certificate.suspended",
    Status.WITHDRAWN: "certificate.withdrawn",
    Status.CANCELLED: "certificate.cancelled",
    Status.REVOKED: "certificate.revoked",
    Status.LOST: "certificate.lost",
    Status.EXPIRED: "certificate.expired",
    Status.REISSUING: "certificate.reissuing",
    Status.RENEWING: "certificate.renewing",
    Status.NOT_YET: "certificate.not_yet",
}


def may_enforce(
    person: Person, certificates: Iterable[tuple[Certificate, CertificateStatus]], day: date
) -> MayEnforce:
    """Say whether `person` may enforce on `day`, given the status of each of the person's certificates on that day.

    One usable certificate is enough; one whose validity is known is preferred. A certificate without an end of
    validity or without any status counts, and the reason says so: nothing is invented, neither a term nor a refusal.
    """
    if not is_officer(person):
        helper = person.person_type == AUXILIARY
        return MayEnforce(may=False, reason="certificate.auxiliary" if helper else "certificate.not_officer")
    if not on_roster(person, day):
        left = person.leave_date is not None and day >= person.leave_date
        return MayEnforce(may=False, reason="certificate.left" if left else "certificate.not_entered")
    held = list(certificates)
    if not held:
        return MayEnforce(may=False, reason="certificate.none")
    usable = [pair for pair in held if pair[1].usable]
    if not usable:
        certificate, status = held[-1]
        return MayEnforce(may=False, reason=_REASONS[status.status], certificate=certificate.uid)
    certificate, status = min(
        usable, key=lambda pair: (pair[1].status is not Status.VALID, not pair[1].validity_known)
    )
    if status.status is Status.UNSTATED:
        reason = "certificate.may_unstated"
    else:
        reason = "certificate.may" if status.validity_known else "certificate.may_validity_unknown"
    return MayEnforce(may=True, reason=reason, certificate=certificate.uid)


def enough_for_a_pair(officers: int) -> bool:
    """Whether so many officers who may enforce can send two at once (行政处罚法 art. 42)."""
    return officers >= PAIR

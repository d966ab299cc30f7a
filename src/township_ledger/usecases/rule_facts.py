"""Rows of the ledgers as the facts that the rules ask for. Drafts never become facts.

Everything is read once per deed and joined in memory: four ledgers of 10,000 rows are read in tenths of a second,
and a join in SQL would have to repeat the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import (
    Certificate,
    CertificateStatus,
    Event,
    EventKind,
    MayEnforce,
    Person,
    may_enforce,
    status_on,
)
from township_ledger.domain.powers import Power, PowerList
from township_ledger.domain.rows import Query
from township_ledger.domain.training import Attendance, Session, decimal_hours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from township_ledger.domain.rows import Cell, Row
    from township_ledger.usecases.ports import LedgerReader


def day_of(cell: Cell) -> date | None:
    """Return the day that a date column holds."""
    return date.fromisoformat(cell) if isinstance(cell, str) and cell else None


def text_of(cell: Cell) -> str | None:
    """Return the text that a column holds, None when it is empty."""
    return cell if isinstance(cell, str) and cell else None


def counted_rows(reader: LedgerReader, ledger: str) -> Iterable[Row]:
    """Return the rows of a ledger that reports count: in use and no drafts; none when the ledger is not in use."""
    return reader.rows(Query(ledger, draft=False)) if ledger in reader.ledgers() else ()


def draft_count(reader: LedgerReader, ledger: str) -> int:
    """Return how many rows of a ledger are drafts and therefore left out."""
    return reader.count(Query(ledger, draft=True)) if ledger in reader.ledgers() else 0


def person_of(row: Row) -> Person:
    """Return the person of a row of people."""
    values = row.values
    return Person(
        row.uid,
        text_of(values["name"]) or "",
        text_of(values["person_type"]),
        day_of(values["entry_date"]),
        day_of(values["leave_date"]),
    )


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate with its row and its status on the day that was asked for."""

    row: Row
    certificate: Certificate
    status: CertificateStatus


def _events(reader: LedgerReader) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for row in counted_rows(reader, "certificate_events"):
        certificate, day = row.values["certificate"], day_of(row.values["date"])
        if isinstance(certificate, str) and day is not None:
            event = Event(EventKind(str(row.values["event"])), day, day_of(row.values["until"]), row.id)
            found.setdefault(certificate, []).append(event)
    return found


def certificates_on(reader: LedgerReader, day: date) -> dict[str, list[HeldCertificate]]:
    """Return every person's certificates with their status on `day`, in the order of recording."""
    events = _events(reader)
    found: dict[str, list[HeldCertificate]] = {}
    for row in counted_rows(reader, "certificates"):
        values = row.values
        certificate = Certificate(
            row.uid,
            text_of(values["person"]) or "",
            day_of(values["issued"]),
            day_of(values["valid_from"]),
            day_of(values["valid_to"]),
            text_of(values["registered_status"]),
        )
        status = status_on(certificate, events.get(row.uid, ()), day)
        found.setdefault(certificate.person, []).append(HeldCertificate(row, certificate, status))
    return found


def verdict_on(person: Person, held: Iterable[HeldCertificate], day: date) -> MayEnforce:
    """Say whether a person may enforce on a day with these certificates."""
    return may_enforce(person, [(each.certificate, each.status) for each in held], day)


def sessions(reader: LedgerReader) -> list[Session]:
    """Return the registered sessions."""
    found = []
    for row in counted_rows(reader, "training"):
        start, hours = day_of(row.values["start_date"]), row.values["hours"]
        if start is not None and isinstance(hours, int | float):
            found.append(Session(row.uid, text_of(row.values["category"]), start, decimal_hours(hours)))
    return found


def attendances(reader: LedgerReader) -> list[Attendance]:
    """Return who was in which session."""
    found = []
    for row in counted_rows(reader, "attendance"):
        values, hours = row.values, row.values["person_hours"]
        own = decimal_hours(hours) if isinstance(hours, int | float) else None
        found.append(Attendance(text_of(values["session"]) or "", text_of(values["person"]) or "", own))
    return found


def power_lists(reader: LedgerReader) -> list[PowerList]:
    """Return the versions of the lists of delegated powers."""
    return [
        PowerList(
            row.uid,
            text_of(row.values["title"]) or "",
            day_of(row.values["in_force"]),
            day_of(row.values["issued"]),
            row.id,
        )
        for row in counted_rows(reader, "power_lists")
    ]


def power_of(row: Row) -> Power:
    """Return the item of a row of powers."""
    values = row.values
    return Power(
        row.uid,
        text_of(values["power_type"]),
        text_of(values["mode"]),
        text_of(values["state"]),
        day_of(values["start_date"]),
        day_of(values["end_date"]),
        text_of(values["list"]),
    )

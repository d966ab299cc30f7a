"""Rows of the ledgers as the facts that the rules ask for. Drafts never become facts.

Everything is read once per deed, only the columns that rules look at, and joined in memory: a join in SQL would have
to repeat the rules.
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
    from collections.abc import Iterable, Iterator

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


def counted_cells(reader: LedgerReader, ledger: str, *columns: str) -> Iterable[tuple[Cell, ...]]:
    """Return (id, uid, the columns) of the rows that reports count; none when the ledger is not in use."""
    return reader.cells(Query(ledger, draft=False), columns) if ledger in reader.ledgers() else ()


def draft_count(reader: LedgerReader, ledger: str) -> int:
    """Return how many rows of a ledger are drafts and therefore left out."""
    return reader.count(Query(ledger, draft=True)) if ledger in reader.ledgers() else 0


_PERSON = ("name", "person_type", "entry_date", "leave_date")


def _person(uid: Cell, name: Cell, person_type: Cell, entry_date: Cell, leave_date: Cell) -> Person:
    return Person(str(uid), text_of(name) or "", text_of(person_type), day_of(entry_date), day_of(leave_date))


def people(reader: LedgerReader) -> Iterator[Person]:
    """Yield everybody on the people ledger, in the order of recording."""
    for _, uid, *values in counted_cells(reader, "people", *_PERSON):
        yield _person(uid, *values)


def person_of(row: Row) -> Person:
    """Return the person of a row of people."""
    return _person(row.uid, *(row.values[name] for name in _PERSON))


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate, what is printed of it, and its status on the day that was asked for."""

    certificate: Certificate
    number: str
    issuer: str | None
    status: CertificateStatus


def _events(reader: LedgerReader) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    columns = ("certificate", "event", "date", "until")
    for order, _, certificate, kind, cell, until in counted_cells(reader, "certificate_events", *columns):
        day = day_of(cell)
        if isinstance(certificate, str) and day is not None:
            event = Event(EventKind(str(kind)), day, day_of(until), int(order or 0))
            found.setdefault(certificate, []).append(event)
    return found


def certificates_on(reader: LedgerReader, day: date) -> dict[str, list[HeldCertificate]]:
    """Return every person's certificates with their status on `day`, in the order of recording."""
    events = _events(reader)
    found: dict[str, list[HeldCertificate]] = {}
    alike: dict[tuple[Cell, ...], CertificateStatus] = {}  # without events, equal dates make equal statuses
    columns = ("person", "certificate_no", "issuer", "issued", "valid_from", "valid_to", "registered_status")
    for row in counted_cells(reader, "certificates", *columns):
        _, uid, person, number, issuer, issued, valid_from, valid_to, registered = row
        certificate = Certificate(
            str(uid), str(person), day_of(issued), day_of(valid_from), day_of(valid_to), text_of(registered)
        )
        mine = events.get(certificate.uid)
        key = (issued, valid_from, valid_to, registered)
        status = alike.get(key) if mine is None else None
        if status is None:
            status = status_on(certificate, mine or (), day)
            if mine is None:
                alike[key] = status
        held = HeldCertificate(certificate, text_of(number) or "", text_of(issuer), status)
        found.setdefault(certificate.person, []).append(held)
    return found


def verdict_on(person: Person, held: Iterable[HeldCertificate], day: date) -> MayEnforce:
    """Say whether a person may enforce on a day with these certificates."""
    return may_enforce(person, [(each.certificate, each.status) for each in held], day)


def sessions(reader: LedgerReader) -> list[Session]:
    """Return the registered sessions."""
    found = []
    for _, uid, category, cell, hours in counted_cells(reader, "training", "category", "start_date", "hours"):
        start = day_of(cell)
        if start is not None and isinstance(hours, int | float):
            found.append(Session(str(uid), text_of(category), start, decimal_hours(hours)))
    return found


def attendances(reader: LedgerReader) -> list[Attendance]:
    """Return who was in which session."""
    return [
        Attendance(
            str(session), str(person), decimal_hours(hours) if isinstance(hours, int | float) else None
        )
        for _, _, session, person, hours in counted_cells(
            reader, "attendance", "session", "person", "person_hours"
        )
    ]


def power_lists(reader: LedgerReader) -> list[PowerList]:
    """Return the versions of the lists of delegated powers."""
    return [
        PowerList(str(uid), text_of(title) or "", day_of(in_force), day_of(issued), int(order or 0))
        for order, uid, title, in_force, issued in counted_cells(
            reader, "power_lists", "title", "in_force", "issued"
        )
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

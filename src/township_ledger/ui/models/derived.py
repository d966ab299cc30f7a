"""Columns worked out from other ledgers, one page of rows at a time: certificates beside people, today's status."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import (
    Certificate,
    CertificateStatus,
    Event,
    EventKind,
    Status,
    status_on,
)
from township_ledger.domain.rows import Filter, Op, Query
from township_ledger.ui.models.grid_columns import DerivedCell
from township_ledger.ui.widgets.lamp import LampColour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.rows import Cell, Row
    from township_ledger.ui.models.grid_columns import Derived
    from township_ledger.ui.services import Services
    from township_ledger.usecases.hours_of_some import HoursNow

SOON = 180
"""Days before the end of a validity from which the lamp is amber (the view 180 天内到期 asks the same)."""

_RED = frozenset({Status.SUSPENDED, Status.WITHDRAWN, Status.CANCELLED, Status.REVOKED, Status.EXPIRED})


def day_of(value: Cell) -> date | None:
    """Return a canonical date as a date."""
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _text(value: Cell) -> str | None:
    return value if isinstance(value, str) and value else None


def certificate_of(row: Row) -> Certificate:
    """Return what the rules ask of a row of certificates."""
    values = row.values
    return Certificate(
        row.uid,
        _text(values.get("person")) or "",
        day_of(values.get("issued")),
        day_of(values.get("valid_from")),
        day_of(values.get("valid_to")),
        _text(values.get("registered_status")),
    )


def event_of(row: Row) -> Event | None:
    """Return what the rules ask of a row of certificate_events; None while its kind or day is missing."""
    kind, day = _text(row.values.get("event")), day_of(row.values.get("date"))
    if kind is None or day is None:
        return None
    return Event(EventKind(kind), day, day_of(row.values.get("until")), row.id)


def lamp_of(certificate: Certificate, status: CertificateStatus, today: date) -> LampColour:
    """Return the lamp of a certificate on a day."""
    if status.status in _RED:
        return LampColour.RED
    if status.status is Status.UNSTATED:
        return LampColour.GREY
    soon = certificate.valid_to is not None and (certificate.valid_to - today).days <= SOON
    return LampColour.AMBER if soon or status.status is not Status.VALID else LampColour.GREEN


def why_of(certificate: Certificate, status: CertificateStatus, today: date) -> str:
    """Return in one sentence what a status rests on."""
    parts = []
    if status.since is not None:
        parts.append(f"{status.since} 起{status.status.value}，据证件异动")
    if status.until is not None:
        parts.append(f"到 {status.until} 止")
    if certificate.valid_to is not None:
        left = (certificate.valid_to - today).days
        parts.append(
            f"有效期至 {certificate.valid_to}，" + (f"还有 {left} 天" if left >= 0 else f"已过 {-left} 天")
        )
    else:
        parts.append("没有登记有效期至")
    if status.differs:
        parts.append(f"登记状态写的是“{certificate.registered}”，与日期不一致")
    return "；".join(parts) + "。"


_DRAFT = DerivedCell("草稿", LampColour.GREY, "这本证还是草稿，不算数。到“证件”里补全、改对。")


class _Certificates:
    """Reads certificates and their events and says each one's status today."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def events(self, certificates: Sequence[str]) -> dict[str, list[Event]]:
        """Return the dated events of these certificates."""
        result: dict[str, list[Event]] = defaultdict(list)
        if "certificate_events" in self._services.reader.ledgers():
            filters = (Filter("certificate", Op.IN, tuple(certificates)),)
            query = Query(
                "certificate_events", filters=filters, draft=False
            )  # as the rules and reports count
            for row in self._services.reader.rows(query):
                event = event_of(row)
                if event is not None:
                    result[str(row.values.get("certificate"))].append(event)
        return result

    def cells(self, rows: Sequence[Row], today: date) -> dict[str, DerivedCell]:
        """Return today's status of each certificate, by uid."""
        events = self.events([row.uid for row in rows])
        result = {}
        for row in rows:
            if row.draft:
                result[row.uid] = _DRAFT
                continue
            certificate = certificate_of(row)
            status = status_on(certificate, events.get(row.uid, ()), today)
            result[row.uid] = DerivedCell(
                status.status.value, lamp_of(certificate, status, today), why_of(certificate, status, today)
            )
        return result


def _valid_to(row: Row) -> DerivedCell:
    fault = row.faults.get("valid_to")
    if fault is not None:
        why = f"证件台账里写的是“{fault.text}”，没有读成日期。到“证件”里改。"
        return DerivedCell(fault.text, None, why, kept=True)
    return DerivedCell(str(row.values.get("valid_to") or ""))


def _hours(now: HoursNow) -> DerivedCell:
    if not now.owes:
        return DerivedCell("不计", None, f"学时要求不适用于此人。{now.formula}")
    lamp = LampColour.GREEN if now.reached else LampColour.AMBER
    return DerivedCell(now.counted, lamp, now.formula)


class CertificateColumns:
    """今日状态 beside each certificate: dated events prevail over what a sheet once said."""

    titles = (("今日状态", 10, False),)
    after = "valid_to"
    ledgers = frozenset({"certificates", "certificate_events"})

    def __init__(self, services: Services) -> None:
        self._services = services
        self._certificates = _Certificates(services)

    def cells(self, rows: Sequence[Row]) -> Mapping[str, Sequence[DerivedCell]]:
        """Return one cell for each row."""
        today = self._services.clock.now().date()
        return {uid: (cell,) for uid, cell in self._certificates.cells(rows, today).items()}


class PeopleColumns:
    """执法证号, 证件状态, 有效期至 and 本年学时 beside each person; of several certificates the one that helps most."""

    titles = (
        ("执法证号", 16, False),
        ("证件状态", 10, False),
        ("有效期至", 12, False),
        ("本年学时", 10, True),
    )
    after = "id_number"
    ledgers = frozenset({"people", "certificates", "certificate_events", "training", "attendance"})

    def __init__(self, services: Services) -> None:
        self._services = services
        self._certificates = _Certificates(services)

    def cells(self, rows: Sequence[Row]) -> Mapping[str, Sequence[DerivedCell]]:
        """Return four cells for each person; 不适用 for a person who is no officer and holds none."""
        today = self._services.clock.now().date()
        query = Query("certificates", filters=(Filter("person", Op.IN, tuple(row.uid for row in rows)),))
        held: dict[str, list[Row]] = defaultdict(list)
        found = list(self._services.reader.rows(query))
        for row in found:
            held[str(row.values.get("person"))].append(row)
        states = self._certificates.cells(found, today)
        hours = self._services.hours_of(rows)
        return {
            row.uid: (*self._of(row, held.get(row.uid, []), states), _hours(hours[row.uid])) for row in rows
        }

    @staticmethod
    def _of(
        person: Row, certificates: Sequence[Row], states: Mapping[str, DerivedCell]
    ) -> tuple[DerivedCell, ...]:
        empty = DerivedCell("")
        if not certificates:
            kind = person.values.get("person_type")
            if kind == "辅助人员":
                return (empty, DerivedCell("不适用", LampColour.GREY, "辅助人员不持执法证。"), empty)
            return (empty, DerivedCell("无证", LampColour.GREY, "证件台账里没有这个人的执法证。"), empty)
        order = (LampColour.GREEN, LampColour.AMBER, LampColour.GREY, LampColour.RED)

        def rank(row: Row) -> int:
            lamp = states[row.uid].lamp
            return order.index(lamp) if lamp is not None else len(order)

        best = min(certificates, key=rank)
        more = f"（共 {len(certificates)} 本）" if len(certificates) > 1 else ""
        number = str(best.values.get("certificate_no") or "")
        return (
            DerivedCell(number, None, number + more if more else ""),
            states[best.uid],
            _valid_to(best),
        )


def derived_for(ledger: str, services: Services) -> Derived | None:
    """Return the worked-out columns of a ledger; None for a ledger that has none."""
    ledgers = services.reader.ledgers()
    if ledger == "people" and "certificates" in ledgers:
        return PeopleColumns(services)
    if ledger == "certificates":
        return CertificateColumns(services)
    return None

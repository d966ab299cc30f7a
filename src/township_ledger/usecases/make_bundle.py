"""Making a bundle: the ledgers of a period become one signed file, and the log says so.

Reports and data are made without holding up the window; only then the write lock is taken, and if anything was written
meanwhile they are made again. Inside the one transaction the bundle gets its number, is signed, written to the home's
`sent` folder, verified by a process without key, and recorded. Delivering is a deed of its own (`deliver`), so a stick
that fails costs no number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from township_ledger.domain.bundles import (
    FORMAT,
    NO_LINK,
    BundleKind,
    ChainHead,
    ChainSegment,
    Gap,
    Manifest,
    PackReference,
    Replaced,
    ReportFigure,
    SentBundle,
    Unit,
    bundle_file_name,
)
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind
from township_ledger.domain.verdicts import CheckState
from township_ledger.usecases.bundle_gaps import explained, found_gaps
from township_ledger.usecases.make_report import LEDGER_PREFIX, REPORTS
from township_ledger.usecases.verify_bundle import tell
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from township_ledger.domain.bundles import StoredKey
    from township_ledger.domain.figures import RenderedReport
    from township_ledger.domain.periods import Period
    from township_ledger.domain.plans import Plan
    from township_ledger.domain.verdicts import Outcome
    from township_ledger.usecases.bundle_ports import BundleRecords, Outbox, Packer
    from township_ledger.usecases.ports import Clock, LedgerReader, LedgerStore, Transaction
    from township_ledger.usecases.progress import Progress

__all__ = [
    "BundleOrder",
    "BundleTools",
    "MadeBundle",
    "check_clock",
    "found_gaps",
    "kept_outcome",
    "make_bundle",
    "note_delivery",
    "reports_of",
    "segment_to",
    "unit_of",
]

MAX_LINK_BYTES = 700_000
"""How much of bundle.json (≤ 1 MiB) the links of the log may fill."""
_LINK_OVERHEAD = 96  # punctuation, number and digest of one link
_BUILT = date(2026, 11, 1)  # no bundle is older than the program; raised with each release
_COVERED = frozenset(
    {
        "people",
        "certificates",
        "certificate_events",
        "training",
        "attendance",
        "powers",
        "power_lists",
    }
)
"""Ledgers whose rows stand in the core reports."""
_FARTHEST = timedelta(days=400)
_ATTEMPTS = 3
_MUST_HOLD = frozenset(
    {"container", "complete", "outer", "mark", "content", "signature", "manifest", "structure", "files"}
)
"""Checks without which the file would be unreadable or in another's name; others are told, and stop nothing."""


@dataclass(frozen=True, slots=True)
class BundleOrder:
    """What to send. `gaps` give reason and promised date to what is missing, by ledger; `clock_is_right` confirms it."""

    period: Period
    as_of: date
    gaps: tuple[Gap, ...] = ()
    recipient: Unit | None = None
    replaces: int | None = None
    clock_is_right: bool = False


@dataclass(frozen=True, slots=True)
class BundleTools:
    """The tools of the deed.

    `reports` renders the reports of the order (name, files, figures); `verify` has a file verified by the keyless
    reader with this unit's own key as registered.
    """

    store: LedgerStore
    records: BundleRecords
    packer: Packer
    outbox: Outbox
    clock: Clock
    plan: Plan
    program: str
    reports: Callable[[Progress], Sequence[RenderedReport]]
    verify: Callable[[Path, StoredKey, Unit], Outcome]


@dataclass(frozen=True, slots=True)
class MadeBundle:
    """A bundle that was made and recorded; not delivered yet. `warnings` are sentences for the clerk."""

    sent: SentBundle
    path: Path
    outcome: Outcome
    gaps: tuple[Gap, ...]
    warnings: tuple[str, ...]
    key: StoredKey


class _Overtaken(Exception):
    """Something was written between the reports and the lock."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A bundle but for its number and its mark."""

    draft: Manifest
    contents: Mapping[str, bytes]
    warnings: tuple[str, ...]


def make_bundle(order: BundleOrder, tools: BundleTools, progress: Progress) -> MadeBundle:
    """Make the bundle of a period.

    Raises:
        WorldFault: `bundle.no_unit`, `bundle.clock_*` (unless `order.clock_is_right`), `bundle.too_large`,
            `bundle.self_check`, `store.*`, `drive.*`.
        Cancelled: the clerk stopped it; nothing was written.
    """
    unit = unit_of(tools.store)
    if not order.clock_is_right:
        check_clock(tools.clock.now(), tools.records.head())
    for attempt in range(_ATTEMPTS):
        head = tools.records.head()
        prepared = _prepare(order, tools, unit, head, progress)
        progress.step("stage.bundle_writing")
        try:
            with tools.store.transaction(OperationKind.BUNDLE) as transaction:
                # What was written while the reports were made is not in them: make them again, at last under the lock.
                if transaction.number != head.number + 1:
                    if attempt < _ATTEMPTS - 1:
                        raise _Overtaken  # noqa: TRY301 - rolls back, so that no empty operation stays
                    prepared = _prepare(order, tools, unit, tools.records.head(), progress)
                made = _record(transaction, order, tools, prepared, progress)
        except _Overtaken:
            continue
        tools.outbox.raise_to(made.sent.sequence)
        return made
    raise AssertionError  # pragma: no cover - the last attempt returns or raises


def unit_of(reader: LedgerReader) -> Unit:
    """Return the unit of a home.

    Raises:
        WorldFault: `bundle.no_unit`.
    """
    name = (reader.setting("unit_name") or "").strip()
    if not name:
        raise WorldFault("bundle.no_unit")
    return Unit(name, reader.setting("unit_code") or "", reader.setting("unit_type") or "")


def check_clock(now: datetime, head: ChainHead) -> None:
    """Compare the clock with the program's age and the newest operation.

    Raises:
        WorldFault: `bundle.clock_before_build`, `bundle.clock_before_operation` or `bundle.clock_far_ahead`: the clerk
            confirms that the clock is right, or sets it.
    """
    shown = now.strftime("%Y-%m-%d %H:%M")
    if now.date() < _BUILT:
        raise WorldFault("bundle.clock_before_build", now=shown, build=_BUILT.isoformat())
    if not head.at:
        return
    last = datetime.fromisoformat(head.at)
    last_shown = last.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M")
    if now < last:
        raise WorldFault("bundle.clock_before_operation", now=shown, last=last_shown)
    if now - last > _FARTHEST:
        raise WorldFault("bundle.clock_far_ahead", now=shown, last=last_shown)


def segment_to(records: BundleRecords, head: ChainHead) -> ChainSegment:
    """Return the links up to `head` since the first operation, or as many of the newest as bundle.json has room for."""
    links = records.links(0, head.number)
    room = MAX_LINK_BYTES
    kept = 0
    for link in reversed(links):
        room -= len(link.at) + len(link.person.encode()) + len(link.kind) + _LINK_OVERHEAD
        if room < 0:
            break
        kept += 1
    if kept == len(links):
        return ChainSegment(0, NO_LINK, "start", tuple(links), head.link)
    first = links[len(links) - kept - 1]
    return ChainSegment(
        first.number, records.link_at(first.number), "size", tuple(links[len(links) - kept :]), head.link
    )


def reports_of(reader: LedgerReader) -> tuple[str, ...]:
    """Return the reports of a bundle: the core ones, and the printed form of every ledger that none of them covers."""
    forms = (
        f"{LEDGER_PREFIX}{name}"
        for name, ledger in sorted(reader.ledgers().items())
        if ledger.form is not None and name not in _COVERED
    )
    return (*REPORTS, *forms)


def kept_outcome(sent: SentBundle, verify: Callable[[], Outcome]) -> Outcome:
    """Return the checks on the file of a sent bundle that is kept at home, before it is delivered once more.

    Raises:
        WorldFault: `bundle.sent_damaged`: it is gone, or no longer the one that was sent.
    """
    try:
        outcome = verify()
    except WorldFault as fault:
        raise WorldFault("bundle.sent_damaged", sequence=sent.sequence) from fault
    if outcome.facts.payload_sha256 != sent.payload_sha256:
        raise WorldFault("bundle.sent_damaged", sequence=sent.sequence)
    return outcome


def note_delivery(store: LedgerStore, records: BundleRecords, sequence: int, clock: Clock) -> str:
    """Record that a bundle was written to a folder or stick and read back; returns the time (UTC, ISO 8601)."""
    at = clock.now().astimezone(UTC).isoformat(timespec="seconds")
    with store.transaction(OperationKind.BUNDLE, sequence=sequence, read_back=1) as transaction:
        records.note_read_back(transaction, sequence, at)
    return at


def _draft(order: BundleOrder, tools: BundleTools, unit: Unit, head: ChainHead) -> Manifest:
    """Return the manifest but for number, predecessor, files and figures."""
    store, plan = tools.store, tools.plan
    return Manifest(
        kind=BundleKind.BUNDLE,
        unit=unit,
        home=store.setting("home_id") or "",
        branch=store.setting("branch") or "",
        recipient=order.recipient,
        period=order.period.text,
        as_of=order.as_of.isoformat(),
        made_at=tools.clock.now().isoformat(timespec="seconds"),
        packs=(PackReference(plan.id, plan.version, plan.digest),),
        program=tools.program,
        sequence=1,
        previous=None,
        replaces=None,
        suites=("p256",),
        chain=segment_to(tools.records, head),
        gaps=explained(found_gaps(store), order.gaps),
    )


def _prepare(
    order: BundleOrder, tools: BundleTools, unit: Unit, head: ChainHead, progress: Progress
) -> _Prepared:
    """Make everything that needs no number: manifest, reports and data as they are at `head`."""
    draft = _draft(order, tools, unit, head)
    progress.step("stage.bundle_reports")
    reports = tools.reports(progress)
    if not reports:
        raise WorldFault("bundle.reports_missing")
    data = tools.packer.data(tools.store, draft, progress)
    contents = dict(data.files)
    figures: list[ReportFigure] = []
    for report in reports:
        name = report.name.replace(":", "-").replace("_", "-")
        contents[f"reports/{name}.pdf"] = report.pdf
        contents[f"reports/{name}.xlsx"] = report.xlsx
        figures += [ReportFigure(name, figure) for figure in report.figures]
    warnings = [sentence("bundle.unregistered")]  # until a unit file is there
    if data.masked_ids or data.masked_phones:
        warnings.append(sentence("bundle.masked", ids=data.masked_ids, phones=data.masked_phones))
    return _Prepared(replace(draft, figures=tuple(figures)), contents, tuple(warnings))


def _record(
    transaction: Transaction, order: BundleOrder, tools: BundleTools, prepared: _Prepared, progress: Progress
) -> MadeBundle:
    """Give the bundle its number, sign, write, verify and record it, inside the transaction."""
    now = tools.clock.now()
    draft = prepared.draft
    key = tools.records.signing_key()
    if key is None:
        key = tools.packer.new_key(draft.unit.name, now)
        tools.records.keep_key(transaction, key)
    sent = tools.records.sent(1)
    last = sent[0] if sent else None
    sequence = max(last.sequence if last else 0, tools.outbox.highest()) + 1
    manifest = replace(
        draft,
        sequence=sequence,
        previous=last.payload_sha256 if last else None,
        replaces=_replaced(order.replaces, tools.records),
    )
    name = bundle_file_name(manifest.unit.name, manifest.period, sequence)
    packed = tools.packer.write(name, manifest, prepared.contents, key, now)
    try:
        progress.step("stage.bundle_checking")
        outcome = tools.verify(packed.path, key, manifest.unit)
        _refuse_unreadable(outcome)
        transaction.detail(
            sequence=sequence, payload_sha256=packed.payload_sha256, format=FORMAT, period=manifest.period
        )
        record = SentBundle(
            sequence=sequence,
            period=manifest.period,
            as_of=manifest.as_of,
            made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
            payload_sha256=packed.payload_sha256,
            previous=manifest.previous,
            replaces=order.replaces,
            operation=transaction.number,
            chain_link=manifest.chain.head,
            file_name=name,
            read_back="",
            manifest=packed.manifest,
        )
        tools.records.keep_sent(transaction, record)
    except BaseException:
        tools.packer.discard(packed)
        raise
    return MadeBundle(record, packed.path, outcome, manifest.gaps, prepared.warnings, key)


def _replaced(sequence: int | None, records: BundleRecords) -> Replaced | None:
    if sequence is None:
        return None
    for bundle in records.sent(10_000):
        if bundle.sequence == sequence:
            return Replaced(sequence, bundle.payload_sha256)
    raise WorldFault("bundle.not_sent", sequence=sequence)


def _refuse_unreadable(outcome: Outcome) -> None:
    bad = [c for c in outcome.checks if c.id in _MUST_HOLD and c.state is not CheckState.OK]
    if bad:
        raise WorldFault("bundle.self_check", first=tell(outcome).words.rstrip("。"))

"""Making a bundle: the ledgers of a period become one signed file, and the log says so.

Reports and data are made without holding up the window; only then the write lock is taken, and if anything was written
meanwhile they are made again. Inside the one transaction the bundle gets its number, is signed, written to the home's
`sent` folder, verified by a process without key, and recorded. Delivering is a deed of its own (`deliver`), so a stick
that fails costs no number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.bundles import (
    FORMAT,
    NO_LINK,
    BundleKind,
    ChainHead,
    ChainLink,
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
from township_ledger.domain.rows import OperationKind, Query
from township_ledger.domain.verdicts import CheckState
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
    from township_ledger.usecases.ports import Clock, LedgerReader, LedgerStore, Transaction
    from township_ledger.usecases.progress import Progress

MAX_LINK_BYTES = 700_000
"""How much of bundle.json (≤ 1 MiB) the links of the log may fill."""
_LINK_OVERHEAD = 96  # punctuation, number and digest of one link
_BUILT = date(2026, 11, 1)  # no bundle is older than the program; raised with each release
_FARTHEST = timedelta(days=400)
_ATTEMPTS = 3
_MUST_HOLD = frozenset(
    {"container", "complete", "outer", "mark", "content", "signature", "manifest", "structure", "files"}
)
"""Checks without which the file would be unreadable or in another's name; others are told, and stop nothing."""


class BundleRecords(Protocol):
    """What the store keeps about bundles. Writing happens inside a transaction of the one write path."""

    def signing_key(self) -> StoredKey | None:
        """Return the unit's key in force, None before the first bundle."""
        ...

    def sent(self, limit: int = 100) -> list[SentBundle]:
        """Return the bundles made, newest first."""
        ...

    def head(self) -> ChainHead:
        """Return the newest link of the log."""
        ...

    def links(self, after: int, last: int) -> list[ChainLink]:
        """Return the links with numbers above `after` up to `last`, in order."""
        ...

    def link_at(self, number: int) -> str:
        """Return the link of one operation (hex)."""
        ...

    def keep_key(self, transaction: Transaction, key: StoredKey) -> None:
        """Keep a new signing key."""
        ...

    def keep_sent(self, transaction: Transaction, bundle: SentBundle) -> None:
        """Keep what was sent."""
        ...

    def note_read_back(self, transaction: Transaction, sequence: int, at: str) -> None:
        """Keep when a bundle was last written and read back."""
        ...


class Outbox(Protocol):
    """The highest number sent, kept outside the database, so that a restored one continues above it."""

    def highest(self) -> int:
        """Return it; 0 when nothing was sent."""
        ...

    def raise_to(self, number: int) -> None:
        """Keep `number` when it is higher."""
        ...


@dataclass(frozen=True, slots=True)
class PackedData:
    """The files of `data/` by path, and how many personal numbers in free text were masked."""

    files: Mapping[str, bytes]
    masked_ids: int
    masked_phones: int


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A bundle's file in the home's `sent` folder."""

    path: Path
    payload_sha256: str
    manifest: str


class Packer(Protocol):
    """The bundle room: keys, data package, container."""

    def new_key(self, unit: str, made_at: datetime) -> StoredKey:
        """Make a signing key for the unit of this name."""
        ...

    def data(self, reader: LedgerReader, manifest: Manifest, progress: Progress) -> PackedData:
        """Return the data package of all ledgers."""
        ...

    def write(
        self,
        name: str,
        manifest: Manifest,
        contents: Mapping[str, bytes],
        key: StoredKey,
        signed_at: datetime,
    ) -> PackedFile:
        """Write and flush the container under `name` in the home's `sent` folder.

        Raises:
            WorldFault: `bundle.too_large`, `bundle.key_damaged`, or `drive.*` when the disk refuses.
        """
        ...

    def discard(self, packed: PackedFile) -> None:
        """Remove a file that was not sent after all."""
        ...


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


def found_gaps(reader: LedgerReader) -> tuple[Gap, ...]:
    """Return what a bundle would lack now: drafts that stay out, and ledgers of the sidebar without a row."""
    gaps: list[Gap] = []
    for name, ledger in sorted(reader.ledgers().items()):
        drafts = reader.count(Query(name, draft=True))
        if drafts:
            gaps.append(Gap(name, sentence("bundle.gap.drafts", count=drafts)))
        elif ledger.sidebar and not reader.count(Query(name)):
            gaps.append(Gap(name, sentence("bundle.gap.empty")))
    return tuple(gaps)


def explained(found: Sequence[Gap], told: Sequence[Gap]) -> tuple[Gap, ...]:
    """Return the gaps found with the reasons and dates told for them, and those that only the clerk knows of."""
    reasons = {gap.item: gap for gap in told}
    merged = [
        replace(gap, reason=reasons[gap.item].reason, promised=reasons[gap.item].promised)
        if gap.item in reasons
        else gap
        for gap in found
    ]
    known = {gap.item for gap in found}
    return (*merged, *(gap for gap in told if gap.item not in known and gap.what))


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
    for attempt in range(1, _ATTEMPTS + 1):
        head = tools.records.head()
        draft = _draft(order, tools, unit, head)
        contents, warnings, figures = _contents(draft, tools, progress)
        draft = replace(draft, figures=figures)
        progress.step("stage.bundle_writing")
        with tools.store.transaction(OperationKind.BUNDLE) as transaction:
            # Whatever was written while the reports were made is not in them: make them again, at last under the lock.
            if transaction.number != head.number + 1:
                if attempt < _ATTEMPTS:
                    continue
                head = _head_before(tools.records, transaction.number)
                draft = _draft(order, tools, unit, head)
                contents, warnings, figures = _contents(draft, tools, progress)
                draft = replace(draft, figures=figures)
            made = _record(transaction, order, tools, draft, contents, progress)
        tools.outbox.raise_to(made.sent.sequence)
        return replace(made, warnings=warnings)
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
    """Compare the clock with the program's age and the newest operation (security.md §5).

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


def note_delivery(store: LedgerStore, records: BundleRecords, sequence: int, clock: Clock) -> str:
    """Record that a bundle was written to a folder or stick and read back; returns the time (UTC, ISO 8601)."""
    at = clock.now().astimezone(UTC).isoformat(timespec="seconds")
    with store.transaction(OperationKind.BUNDLE, sequence=sequence, read_back=1) as transaction:
        records.note_read_back(transaction, sequence, at)
    return at


def _head_before(records: BundleRecords, number: int) -> ChainHead:
    """Return the head as it was before operation `number`, which is being written."""
    link = records.link_at(number - 1) if number > 1 else NO_LINK
    return ChainHead(number - 1, link, "")


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


def _contents(
    draft: Manifest, tools: BundleTools, progress: Progress
) -> tuple[dict[str, bytes], tuple[str, ...], tuple[ReportFigure, ...]]:
    """Return the files, the warnings and the figures."""
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
    warnings: tuple[str, ...] = ()
    if data.masked_ids or data.masked_phones:
        warnings = (sentence("bundle.masked", ids=data.masked_ids, phones=data.masked_phones),)
    return contents, warnings, tuple(figures)


def _record(
    transaction: Transaction,
    order: BundleOrder,
    tools: BundleTools,
    draft: Manifest,
    contents: Mapping[str, bytes],
    progress: Progress,
) -> MadeBundle:
    """Give the bundle its number, sign, write, verify and record it, inside the transaction."""
    now = tools.clock.now()
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
    packed = tools.packer.write(name, manifest, contents, key, now)
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
    return MadeBundle(record, packed.path, outcome, manifest.gaps, (), key)


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

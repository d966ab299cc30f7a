"""Importing a sheet: preview, another mapping or decisions, writing.

Two ways lead through the same classification:

- the window's: `preview_import` reads the file once into a staging file, `remap_import` classifies it again with
  another mapping or decisions, `apply_import` classifies once more inside the transaction and writes only what the
  clerk has seen. Each may run in a worker of its own.
- the command line's: `import_now` reads, classifies and (with `apply`) writes in one go.

Cancelling at any time before COMMIT writes nothing.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.matching import vocabulary
from township_ledger.domain.rows import OperationKind
from township_ledger.usecases.bulk import BulkReader, BulkTransaction
from township_ledger.usecases.import_classify import classify
from township_ledger.usecases.import_preview import preview_rows, summary_of
from township_ledger.usecases.import_source import prepare, read_source, remembered_text
from township_ledger.usecases.staging_port import StagedSettings
from township_ledger.usecases.steady_heap import steady_heap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.imports import ImportSummary, PreviewRow, SourceColumn
    from township_ledger.domain.rows import Operation
    from township_ledger.usecases.import_plan import Plan
    from township_ledger.usecases.import_source import Decisions, Prepared, SourceSheet
    from township_ledger.usecases.ports import Clock
    from township_ledger.usecases.progress import Progress
    from township_ledger.usecases.sheet_port import SheetReader
    from township_ledger.usecases.staging_port import Staging

_WRITTEN_AT_ONCE = 2_000  # rows between two looks at whether the clerk has cancelled


class ImportTransaction(BulkTransaction, Protocol):
    """What an import needs of an open transaction."""

    def detail(self, **detail: str | int) -> None:
        """Add to what the operation says of itself."""
        ...


class ImportStore(BulkReader, Protocol):
    """What an import needs of the store; `store.ledger_store.SqlLedgerStore` has it."""

    def ledgers(self) -> Mapping[str, Ledger]:
        """Return the ledgers in use by name."""
        ...

    def labels(self, ledger: str, uids: Iterable[str]) -> dict[str, str]:
        """Return the label of each row."""
        ...

    def operations(self, limit: int = 100, before: int | None = None) -> list[Operation]:
        """Return the newest operations."""
        ...

    def operation_of_job(self, job: str) -> int | None:
        """Return the operation that a job wrote."""
        ...

    def transaction(
        self, kind: OperationKind, *, job: str = "", **detail: str | int
    ) -> AbstractContextManager[ImportTransaction]:
        """Begin the one way to write."""
        ...


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be imported. `sheet` None: the first visible sheet with content; `mapping` None: by the headers."""

    ledger: str
    path: Path
    sheet: str | None = None
    encoding: str | None = None
    mapping: tuple[SourceColumn, ...] | None = None
    skip_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import with all that is known about it; `usecases.rejected_rows` writes what did not go in."""

    prepared: Prepared
    plan: Plan
    summary: ImportSummary


class PreviewChanged(Exception):
    """Classified again, the sheet would do something else than the clerk has seen."""


def _ledger(store: ImportStore, name: str) -> Ledger:
    ledgers = store.ledgers()
    if name not in ledgers:
        raise WorldFault("import.no_ledger", ledger=name)
    return ledgers[name]


def _read(
    request: ImportRequest, ledger: Ledger, sheets: SheetReader, store: ImportStore, progress: Progress
) -> SourceSheet:
    known = vocabulary(ledger, store.ledgers()).knows
    return read_source(
        sheets, request.path, progress, sheet=request.sheet, encoding=request.encoding, known=known
    )


def _today(clock: Clock) -> date:
    return clock.now().date()


@steady_heap()
def import_now(
    request: ImportRequest,
    *,
    sheets: SheetReader,
    store: ImportStore,
    clock: Clock,
    progress: Progress,
    apply: bool = False,
    job: str = "",
) -> ImportRun:
    """Read a sheet, say what it does, and write it at once when `apply` is set (the command line's way).

    Raises:
        WorldFault: `file.*`, `sheet.*` (reading), `import.*`, `store.*` (writing).
        Cancelled: from `progress`; then nothing was written.
    """
    ledger = _ledger(store, request.ledger)
    source = _read(request, ledger, sheets, store, progress)
    return import_source(
        source, ledger, request, store=store, clock=clock, progress=progress, apply=apply, job=job
    )


def import_source(
    source: SourceSheet,
    ledger: Ledger,
    request: ImportRequest,
    *,
    store: ImportStore,
    clock: Clock,
    progress: Progress,
    apply: bool,
    job: str = "",
) -> ImportRun:
    """Do the same with a sheet that was read before (the first start: it is never read twice)."""
    prepared = prepare(source, ledger, store.ledgers(), mapping=request.mapping, remembered=store.mapping)
    prepared = replace(prepared, skip_hidden=request.skip_hidden)
    salt = secrets.token_bytes(32)
    if not apply:
        plan = classify(prepared, store, salt, _today(clock), progress)
        return ImportRun(prepared, plan, summary_of(prepared, plan))
    plan, operation = _write(prepared, store, salt, clock, progress, job, seen=None)
    return ImportRun(prepared, plan, summary_of(prepared, plan, operation))


@steady_heap()
def preview_import(
    request: ImportRequest,
    *,
    sheets: SheetReader,
    store: ImportStore,
    staging: Staging,
    clock: Clock,
    progress: Progress,
) -> ImportSummary:
    """Read a sheet into `staging` and say what it would do; writes nothing to the ledgers.

    Raises:
        WorldFault: `file.*`, `sheet.*` (reading), `import.*`.
        Cancelled: from `progress`.
    """
    ledger = _ledger(store, request.ledger)
    source = _read(request, ledger, sheets, store, progress)
    staging.keep_source(source)
    settings = StagedSettings(
        ledger.name, secrets.token_hex(16), secrets.token_bytes(32), request.mapping, request.skip_hidden
    )
    return _preview(source, settings, store, staging, clock, progress)


@steady_heap()
def remap_import(
    *,
    store: ImportStore,
    staging: Staging,
    mapping: Sequence[SourceColumn] | None,
    decisions: Decisions,
    clock: Clock,
    progress: Progress,
) -> ImportSummary:
    """Classify a staged sheet again, with another mapping (None: as before) and the clerk's decisions.

    The file is not read again.

    Raises:
        WorldFault: `import.staging_gone`.
        Cancelled: from `progress`.
    """
    settings = replace(staging.settings(), decisions=decisions)
    if mapping is not None:
        settings = replace(settings, mapping=tuple(mapping))
    return _preview(staging.source(), settings, store, staging, clock, progress)


@steady_heap()
def apply_import(*, store: ImportStore, staging: Staging, clock: Clock, progress: Progress) -> ImportSummary:
    """Write a staged import. A summary without an operation means that nothing was written: look at the preview again.

    That happens when nothing was left to write, and when the ledgers have changed since the preview so that the
    outcome would be another one; the staging then holds the new preview. An import that was written before (its
    answer was lost with its worker) is found by its job and not written twice.

    Raises:
        WorldFault: `import.staging_gone`, `store.*`.
        Cancelled: from `progress` before COMMIT; then nothing was written.
    """
    settings = staging.settings()
    prepared = _prepared(staging.source(), settings, store)
    done = store.operation_of_job(settings.job)
    if done is not None:
        plan = classify(prepared, store, settings.salt, _today(clock), progress)
        return summary_of(prepared, plan, done)
    try:
        plan, operation = _write(
            prepared, store, settings.salt, clock, progress, settings.job, seen=settings.plan
        )
    except PreviewChanged:
        return _preview(prepared.source, settings, store, staging, clock, progress)
    return summary_of(prepared, plan, operation)


@steady_heap()
def staged_run(*, store: ImportStore, staging: Staging, clock: Clock, progress: Progress) -> ImportRun:
    """Return a staged import with its plan as of now, for the file of rejected rows."""
    settings = staging.settings()
    prepared = _prepared(staging.source(), settings, store)
    plan = classify(prepared, store, settings.salt, _today(clock), progress)
    return ImportRun(prepared, plan, summary_of(prepared, plan))


def _prepared(source: SourceSheet, settings: StagedSettings, store: ImportStore) -> Prepared:
    ledger = _ledger(store, settings.ledger)
    prepared = prepare(source, ledger, store.ledgers(), mapping=settings.mapping, remembered=store.mapping)
    return replace(prepared, skip_hidden=settings.skip_hidden, decisions=settings.decisions)


def _preview(
    source: SourceSheet,
    settings: StagedSettings,
    store: ImportStore,
    staging: Staging,
    clock: Clock,
    progress: Progress,
) -> ImportSummary:
    prepared = _prepared(source, settings, store)
    plan = classify(prepared, store, settings.salt, _today(clock), progress)
    newest = store.operations(1)
    seen = replace(settings, plan=plan.fingerprint(), operation=newest[0].number if newest else 0)
    staging.keep_preview(
        seen, _watched(preview_rows(prepared, plan, store.labels), len(plan.verdicts), progress)
    )
    return summary_of(prepared, plan)


def _watched(rows: Iterable[PreviewRow], total: int, progress: Progress) -> Iterable[PreviewRow]:
    for number, row in enumerate(rows):
        if number % _WRITTEN_AT_ONCE == 0:
            progress.step("stage.staging", number, total)
        yield row


def _write(
    prepared: Prepared,
    store: ImportStore,
    salt: bytes,
    clock: Clock,
    progress: Progress,
    job: str,
    seen: str | None,
) -> tuple[Plan, int | None]:
    """Classify inside the transaction and write. `seen`: the fingerprint that the outcome must have.

    Raises:
        PreviewChanged: it has another one; nothing was written.
    """
    with store.transaction(OperationKind.IMPORT, job=job, file=prepared.source.file) as transaction:
        plan = classify(prepared, store, salt, _today(clock), progress)
        if seen is not None and plan.fingerprint() != seen:
            raise PreviewChanged
        if not plan.writes:
            return plan, None
        _write_rows(prepared, plan, transaction, progress)
        counts = plan.counts()
        transaction.detail(
            ledger=prepared.ledger.name, added=counts.added, updated=counts.updated, same=counts.same
        )
        progress.step("stage.saving", len(plan.verdicts), len(plan.verdicts))
        number = transaction.number
    return plan, number


def _write_rows(prepared: Prepared, plan: Plan, transaction: ImportTransaction, progress: Progress) -> None:
    total = sum(map(len, plan.inserts.values())) + sum(map(len, plan.updates.values()))
    done = 0
    for ledger, new in plan.inserts.items():
        for start in range(0, len(new), _WRITTEN_AT_ONCE):
            progress.step("stage.saving", done, total)
            done += transaction.insert_many(ledger, new[start : start + _WRITTEN_AT_ONCE])
    for ledger, changed in plan.updates.items():
        for start in range(0, len(changed), _WRITTEN_AT_ONCE):
            progress.step("stage.saving", done, total)
            done += transaction.update_many(ledger, changed[start : start + _WRITTEN_AT_ONCE])
    for ledger, digests in plan.digests.items():
        transaction.remember_digests(ledger, digests)
    mapping = remembered_text(prepared)
    if mapping is not None:
        transaction.remember_mapping(prepared.layout.fingerprint, prepared.ledger.name, mapping)

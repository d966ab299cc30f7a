"""The deeds that a worker process can do (ARCHITECTURE.md lists their arguments and results).

Each takes the job and returns its result, or None when it has told of it itself; what it shares with the command line stands in the `*_deeds` modules.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from township_ledger.app.clock import SystemClock
from township_ledger.app.opened import opened
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from township_ledger.app.opened import OpenedHome
    from township_ledger.app.worker import Job, Json
    from township_ledger.usecases.staging_port import Staging


_SHOWN_FINDINGS = 20
"""The window reads findings page by page from the staging file; a long list would only stall it while it is parsed."""


@contextmanager
def _home(job: Job, *, write: bool = False) -> Iterator[OpenedHome]:
    from township_ledger.store.keys import DatabaseKey

    if job.home is None or job.key is None:
        raise ValueError("this deed needs a home and its key")
    with opened(Path(job.home), DatabaseKey.from_hex(job.key), job.actor, write=write) as home:
        yield home


@contextmanager
def _staging(job: Job) -> Iterator[Staging]:
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.staging import SqlStaging

    key = DatabaseKey.from_hex(_text(job, "staging_key"))
    with closing(SqlStaging(Path(_text(job, "staging")), key)) as staging:
        yield staging


def _text(job: Job, name: str) -> str:
    value = job.args.get(name)
    if not isinstance(value, str):
        raise TypeError(f"the argument {name} is a text")
    return value


def _optional(job: Job, name: str) -> str | None:
    return None if job.args.get(name) is None else _text(job, name)


def _day(job: Job, name: str) -> date:
    return date.fromisoformat(_text(job, name))


def _list(job: Job, name: str) -> list[object]:
    value = job.args.get(name) or []
    if not isinstance(value, list):
        raise TypeError(f"the argument {name} is a list")
    return value


def _import_preview(job: Job) -> Json:
    from township_ledger.app.reader_process import ReaderProcess
    from township_ledger.usecases.import_json import columns_of, summary_json
    from township_ledger.usecases.import_sheet import ImportRequest, preview_import

    request = ImportRequest(
        _text(job, "ledger"), Path(_text(job, "path")), _optional(job, "sheet"),
        mapping=columns_of(job.args.get("mapping")), skip_hidden=bool(job.args.get("skip_hidden")),
    )  # fmt: skip
    with _home(job) as home, _staging(job) as staging:
        summary = preview_import(
            request, sheets=ReaderProcess(), store=home.store, staging=staging, clock=home.clock,
            progress=job.progress,
        )  # fmt: skip
    return summary_json(summary, _SHOWN_FINDINGS)


def _import_map(job: Job) -> Json:
    from township_ledger.usecases.import_json import columns_of, summary_json
    from township_ledger.usecases.import_sheet import remap_import

    with _home(job) as home, _staging(job) as staging:
        summary = remap_import(
            store=home.store, staging=staging, mapping=columns_of(job.args.get("mapping")),
            decisions=cast("Json", job.args.get("decisions") or {}), clock=home.clock, progress=job.progress,
        )  # fmt: skip
    return summary_json(summary, _SHOWN_FINDINGS)


def _import_apply(job: Job) -> Json:
    from township_ledger.usecases.import_json import summary_json
    from township_ledger.usecases.import_sheet import apply_import

    with _home(job, write=True) as home, _staging(job) as staging:
        summary = apply_import(store=home.store, staging=staging, clock=home.clock, progress=job.progress)
    return summary_json(summary, _SHOWN_FINDINGS)


def _import_rejects(job: Job) -> Json:
    from township_ledger.app.import_deeds import write_rejects
    from township_ledger.usecases.import_sheet import staged_run

    out = Path(_text(job, "out"))
    with _home(job) as home, _staging(job) as staging:
        run = staged_run(store=home.store, staging=staging, clock=home.clock, progress=job.progress)
        rows = write_rejects(run, out, job.progress)
    return {"file": str(out), "rows": rows}


def _undo(job: Job) -> Json:
    from township_ledger.app.undo_wire import outcome_json

    with _home(job, write=True) as home:
        job.progress.step("stage.saving")
        return outcome_json(home.store.undo(cast("int", job.args["operation"])))


def _report(job: Job) -> Json:
    from township_ledger.app.report_deeds import report

    full = bool(job.args.get("full_ids"))
    formats = [str(name) for name in _list(job, "formats")]
    with _home(job, write=full) as home:
        return report(
            home, _text(job, "name"), _text(job, "period"), _day(job, "as_of"), Path(_text(job, "out")),
            formats=formats, full_ids=full, progress=job.progress,
        )  # fmt: skip


def _report_preview(job: Job) -> Json:
    from township_ledger.app.report_deeds import preview

    pages = job.args.get("pages")
    with _home(job) as home:
        return preview(
            home, _text(job, "period"), _day(job, "as_of"), Path(_text(job, "out")),
            pages if isinstance(pages, int) else 1, job.progress,
        )  # fmt: skip


def _bundle(job: Job) -> Json:
    from township_ledger.app.bundle_deeds import bundle, gaps_from
    from township_ledger.domain.periods import parse_period
    from township_ledger.usecases.make_bundle import BundleOrder

    order = BundleOrder(
        parse_period(_text(job, "period")),
        _day(job, "as_of"),
        gaps_from(cast("list[Json]", _list(job, "gaps"))),
        clock_is_right=bool(job.args.get("clock_is_right")),
    )
    with _home(job, write=True) as home:
        return bundle(home, order, Path(_text(job, "out")), job.progress)


def _deliver(job: Job) -> Json:
    from township_ledger.app.bundle_deeds import deliver

    with _home(job, write=True) as home:
        return deliver(home, cast("int", job.args["sequence"]), Path(_text(job, "out")), job.progress)


def _verify(job: Job) -> Json:
    from township_ledger.app.bundle_deeds import trusted_of, verify

    files = [Path(str(name)) for name in _list(job, "files")]
    pems = [Path(str(name)) for name in _list(job, "trust")]
    if job.home is None:
        return {"files": verify(files, (), SystemClock(), job.progress, pems=pems)}
    with _home(job) as home:
        return {"files": verify(files, trusted_of(home), home.clock, job.progress, pems=pems)}


def _trust_look(job: Job) -> Json:
    from township_ledger.app.bundle_deeds import look_at_key

    return look_at_key(Path(_text(job, "path")), job.progress)


def _trust_add(job: Job) -> Json:
    from township_ledger.app.bundle_deeds import key_from, pin_key

    with _home(job, write=True) as home:
        return pin_key(home, key_from(cast("Json", job.args["key"])), "")


def _trust_export(job: Job) -> Json:
    from township_ledger.app.bundle_deeds import export_key

    with _home(job) as home:
        return export_key(home, Path(_text(job, "folder")))


def _recovery_sheet(job: Job) -> Json:
    from township_ledger.app.home_deeds import print_recovery_sheet

    with _home(job) as home:
        return print_recovery_sheet(home, Path(_text(job, "out")))


def _backup(job: Job) -> Json:
    from township_ledger.app.home_deeds import backup

    with _home(job, write=True) as home:
        return backup(home, Path(_text(job, "folder")), job.progress)


def _audit(job: Job) -> Json:
    from township_ledger.app.home_deeds import audit

    with _home(job) as home:
        return audit(home, job.progress)


def _check_up(job: Job) -> None:
    from township_ledger.app.check_up_deed import run

    run(job)


_DEEDS: dict[str, Callable[[Job], Json | None]] = {
    "check-up": _check_up,
    "import-preview": _import_preview,
    "import-map": _import_map,
    "import-apply": _import_apply,
    "import-rejects": _import_rejects,
    "undo": _undo,
    "report": _report,
    "report-preview": _report_preview,
    "bundle": _bundle,
    "deliver": _deliver,
    "verify": _verify,
    "trust-look": _trust_look,
    "trust-add": _trust_add,
    "trust-export": _trust_export,
    "recovery-sheet": _recovery_sheet,
    "backup": _backup,
    "audit": _audit,
}


def deed(name: str) -> Callable[[Job], Json | None]:
    """Return the function that does the deed `name`.

    Raises:
        WorldFault: `app.unknown_deed`: window and worker are of different versions.
    """
    if name not in _DEEDS:
        raise WorldFault("app.unknown_deed")
    return _DEEDS[name]

"""Imports with their tools put together, for worker and command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.app.reader_process import ReaderProcess
from township_ledger.usecases.import_sheet import ImportRequest, ImportRun, import_now

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.app.opened import OpenedHome
    from township_ledger.usecases.progress import Progress


def import_at_once(
    home: OpenedHome, request: ImportRequest, rejects: Path | None, progress: Progress, *, apply: bool
) -> tuple[ImportRun, int | None]:
    """Read a sheet and say what it does; with `apply` write it, and with `rejects` write what stays out.

    Raises:
        WorldFault: see `usecases.import_sheet.import_now` and `usecases.rejected_rows.write_rejected_rows`.
        Cancelled: nothing was written.
    """
    run = import_now(
        request, sheets=ReaderProcess(), store=home.store, clock=home.clock, progress=progress, apply=apply
    )
    return run, None if rejects is None else write_rejects(run, rejects, progress)


def write_rejects(run: ImportRun, out: Path, progress: Progress) -> int:
    """Write the rejected and doubtful rows of an import with their reasons; return how many."""
    from township_ledger.exchange.rejected_rows import XlsxRejectedRows
    from township_ledger.usecases.rejected_rows import write_rejected_rows

    return write_rejected_rows(run, out, XlsxRejectedRows(), progress)

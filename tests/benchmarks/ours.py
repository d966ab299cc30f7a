"""Our side of the races, each a cold process: `python -m tests.benchmarks.ours NAME …`; prints its own seconds.

What is measured stands in a function with the same arguments as its limit in `limits.py`, and does what the program
does: the same deeds with the same tools, the key in hand.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench import moment_of_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from township_ledger.domain.report import Report, ReportCell

START = moment_of_start()


def _leave_out(seconds: float) -> None:
    """Take what is no part of the race out of the figure."""
    global START  # noqa: PLW0603 - one race a process
    START += seconds


def read_sheet(file: str, count: str) -> None:
    """Open a workbook and walk all its rows, as the reader process does before it writes JSON."""
    from township_ledger.exchange.sheet_files import open_sheet_file

    found = sum(1 for _ in open_sheet_file(Path(file)).rows)
    if found < int(count):
        raise AssertionError(f"{found} rows only")


def whole_import(file: str, home: str, count: str) -> None:
    """Import a roster into a home: reader process, recognising, cleaning, classifying, rows, log, search index."""
    from tests.benchmarks.office_key import ACTOR, KEY

    from township_ledger.app.import_deeds import import_at_once
    from township_ledger.app.opened import opened
    from township_ledger.usecases.import_sheet import ImportRequest
    from township_ledger.usecases.progress import Silent

    with opened(Path(home), KEY, ACTOR, write=True) as office:
        run, _ = import_at_once(office, ImportRequest("people", Path(file)), None, Silent(), apply=True)
    if run.summary.counts.added != int(count):
        raise AssertionError(f"added {run.summary.counts.added} rows")


def edits(home: str, count: str) -> None:
    """Type into one cell after another of a home, each one operation; prints the median seconds of one."""
    from tests.benchmarks.office_key import ACTOR, KEY

    from township_ledger.app.clock import SystemClock
    from township_ledger.app.definitions import ledgers
    from township_ledger.domain.rows import Query
    from township_ledger.store.opening import open_store
    from township_ledger.ui.services import EditRequest
    from township_ledger.usecases.edit_rows import edit

    clock = SystemClock()
    columns = ("post", "unit", "remark", "name")
    taken = []
    with open_store(Path(home), KEY, ACTOR, clock, ledgers(), write=True) as store:
        found = [row.uid for row in store.page(Query("people"), 0, 100)]
        for number in range(int(count)):
            texts = {columns[number % 4]: f"王伟{number}"}
            request = EditRequest("people", found[number % len(found)], texts)
            start = time.perf_counter()
            edit(store, request, clock.now().date())
            taken.append(time.perf_counter() - start)
    sys.stdout.write(f"{statistics.median(taken)}\n")


def table_pdf(fonts: str, out: str, count: str) -> None:
    """Print a table as the reports are printed."""
    waited = time.perf_counter()
    report = made_report(int(count))
    _leave_out(time.perf_counter() - waited)
    from township_ledger.reports.fonts import Fonts
    from township_ledger.reports.pdf import print_report
    from township_ledger.usecases.progress import Silent

    Path(out).write_bytes(print_report(report, Fonts(Path(fonts)), Silent()).pdf)


def table_workbook(out: str, count: str) -> None:
    """Write the same table as the reports are written."""
    waited = time.perf_counter()
    report = made_report(int(count))
    _leave_out(time.perf_counter() - waited)
    from township_ledger.reports.xlsx import write_report
    from township_ledger.usecases.progress import Silent

    Path(out).write_bytes(write_report(report, Path(out).parent, Silent()).xlsx)


def made_report(count: int) -> Report:
    """Return a table of `count` rows and eight columns."""
    from datetime import date

    from tests.benchmarks.made_rows import COLUMNS, PRINTED, rows

    from township_ledger.domain.report import CellKind, Report, ReportColumn, ReportFigure, ReportRow, Section

    kinds = {2: CellKind.NUMBER_TEXT, 3: CellKind.MARK, 13: CellKind.NUMBER_TEXT, 16: CellKind.DATE}
    widths = (10, 12, 20, 6, 22, 14, 16, 12)
    columns = tuple(
        ReportColumn(COLUMNS[index], width, kinds.get(index, CellKind.TEXT))
        for index, width in zip(PRINTED, widths, strict=True)
    )

    def cells(row: list[str | date]) -> tuple[ReportCell, ...]:
        return tuple(row[index] for index in PRINTED)

    body = tuple(ReportRow(cells(row)) for row in rows(count))
    section = Section(
        "人员", "", columns, body, (ReportFigure("roster.people", "人员", count, "全部行"),), empty="没有人"
    )
    head = ("示例镇人民政府", "2026", "截至 2026-11-01")
    return Report("roster", "行政执法人员名册", date(2026, 11, 1), head, (section,), ("制表人", "审核人"))


def write_bundle(contents: str, out: str) -> None:
    """Write a bundle of the files in a folder, mark it and flush it; reading them counts, loading libraries does not."""
    from tests.benchmarks.made_bundle import packer_of

    write = packer_of(Path(contents), Path(out))
    _begin_now()
    write()


def verify_bundle(file: str) -> None:
    """Verify a bundle as the reader process does, every check; loading libraries does not count."""
    from tests.benchmarks.made_bundle import verification_of

    verify = verification_of(Path(file))
    _begin_now()
    faults = verify()
    if faults:
        raise AssertionError(f"faults: {faults}")


def _begin_now() -> None:
    global START  # noqa: PLW0603 - one race a process
    START = time.perf_counter()


OURS: dict[str, Callable[..., None]] = {
    each.__name__: each
    for each in (read_sheet, whole_import, edits, table_pdf, table_workbook, write_bundle, verify_bundle)
}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    OURS[name](*arguments)
    if name != "edits":
        sys.stdout.write(f"{time.perf_counter() - START}\n")

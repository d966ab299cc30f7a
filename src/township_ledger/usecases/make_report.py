"""Making a report: rows of the ledgers in, a `Report` out, and through a renderer the files.

Names: `roster` (持证上岗情况表), `training-hours` (人员学时台账 with 未达标名单), `powers` (赋权事项清单) and
`ledger:<name>` for the printed form of any ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.periods import parse_period
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.report_head import Ask
from township_ledger.usecases.report_hours import build_hours
from township_ledger.usecases.report_ledger import build_ledger
from township_ledger.usecases.report_powers import build_powers
from township_ledger.usecases.report_roster import build_roster

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from township_ledger.domain.figures import RenderedReport
    from township_ledger.domain.plans import Plan
    from township_ledger.domain.report import Report
    from township_ledger.usecases.ports import LedgerReader
    from township_ledger.usecases.progress import Progress

LEDGER_PREFIX = "ledger:"

_BUILDERS: Mapping[str, Callable[[Ask], Report]] = {
    "roster": build_roster,
    "training-hours": build_hours,
    "powers": build_powers,
}

REPORTS = tuple(_BUILDERS)
"""The reports of the core ledgers, in the order in which a bundle holds them."""


class ReportRenderer(Protocol):
    """Turns a report into files. Equal input gives equal bytes."""

    def missing(self, report: Report) -> str:
        """Return the characters of `report` that no font of the program has, each once, in reading order.

        They are told before anything is printed. On paper each stands as 〓, the printer's mark for a missing sort,
        with a note that names them; the sheet keeps the character itself.
        """
        ...

    def render(self, report: Report, progress: Progress) -> RenderedReport:
        """Return the report as PDF and xlsx with the places of its figures.

        Raises:
            Cancelled: the clerk stopped it; nothing was written.
        """
        ...


def build_report(
    reader: LedgerReader,
    name: str,
    period: str,
    as_of: date,
    plan: Plan,
    *,
    full_ids: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Return the report `name` of `period`, as of the day `as_of`, its only clock.

    ID numbers and phones are masked unless `full_ids` (which is logged by whoever gives the report out). Drafts are
    left out and their number is said on the report. What was entered after `as_of` is not yet told apart: the present rows are read.

    Raises:
        WorldFault: `period.shape`; `report.unknown`, `report.no_form`; `report.as_of_early` when the period has not
            begun on `as_of`.
        Cancelled: the clerk stopped it.
    """
    parsed = parse_period(period)
    if as_of < parsed.first:
        raise WorldFault("report.as_of_early", as_of=as_of.isoformat(), first=parsed.first.isoformat())
    ask = Ask(reader, parsed, as_of, plan, full_ids=full_ids, progress=progress or Silent())
    ask.progress.step("report.reading")
    if name.startswith(LEDGER_PREFIX):
        return build_ledger(ask, name.removeprefix(LEDGER_PREFIX))
    if name not in _BUILDERS:
        raise WorldFault("report.unknown", name=name)
    return _BUILDERS[name](ask)


def make_report(
    reader: LedgerReader,
    renderer: ReportRenderer,
    name: str,
    period: str,
    as_of: date,
    plan: Plan,
    *,
    full_ids: bool = False,
    progress: Progress | None = None,
) -> RenderedReport:
    """Build and render a report: what the bundle takes and the report verb writes.

    Raises:
        WorldFault: see `build_report`.
        Cancelled: the clerk stopped it.
    """
    watched = progress or Silent()
    report = build_report(reader, name, period, as_of, plan, full_ids=full_ids, progress=watched)
    return renderer.render(report, watched)

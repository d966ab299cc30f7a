"""Making a report: rows of the ledgers in, a `Report` out, and through a renderer the files.

Names: `roster` (持证上岗情况表), `training-hours` (人员学时台账 with 未达标名单), `powers` (赋权事项清单) and
`ledger:<name>` for the printed form of any ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from township_ledger.domain.figures import RenderedReport
    from township_ledger.domain.report import Report
    from township_ledger.usecases.progress import Progress


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

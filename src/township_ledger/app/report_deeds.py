"""Reports with their tools put together, for worker and command line alike."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from township_ledger.app.definitions import plan
from township_ledger.app.paths import resource
from township_ledger.domain.faults import WorldFault
from township_ledger.usecases.make_report import REPORTS, build_report, make_report
from township_ledger.usecases.unmasking import log_unmasking

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from township_ledger.app.opened import OpenedHome
    from township_ledger.app.worker import Json
    from township_ledger.usecases.make_report import ReportRenderer
    from township_ledger.usecases.progress import Progress

FORMATS = ("pdf", "xlsx")
_MOST_NAMESAKES = 100


def renderer(home: OpenedHome) -> ReportRenderer:
    """Return the renderer of this program, with its temporary files under the home."""
    from township_ledger.reports.renderer import FileRenderer

    return FileRenderer(resource("fonts"), home.temporary)


def report(
    home: OpenedHome,
    name: str,
    period: str,
    as_of: date,
    out: Path,
    *,
    formats: Sequence[str] = FORMATS,
    full_ids: bool = False,
    progress: Progress,
) -> Json:
    """Write a report's files into `out` and return their paths, its figures, and what no font could draw.

    A file of the same name with other content is kept; the new one gets a number behind its name.

    With `full_ids` the home is open for writing: what is given out unmasked stands in the log.

    Raises:
        WorldFault: see `usecases.make_report.build_report`; `drive.*`.
    """
    if full_ids:
        log_unmasking(home.store, f"report {name}")
    built = build_report(home.store, name, period, as_of, plan(), full_ids=full_ids, progress=progress)
    draws = renderer(home)
    missing = draws.missing(built)
    rendered = draws.render(built, progress)
    contents = {"pdf": rendered.pdf, "xlsx": rendered.xlsx}
    stem = f"{rendered.title}-{period}"
    files = [_save(out, stem, ending, contents[ending]) for ending in FORMATS if ending in formats]
    return {
        "name": rendered.name,
        "title": rendered.title,
        "files": [str(file) for file in files],
        "rows": rendered.rows,
        "drafts": built.drafts,
        "figures": [asdict(figure) for figure in rendered.figures],
        "missing_characters": missing,
    }


def _save(folder: Path, stem: str, ending: str, data: bytes) -> Path:
    from township_ledger.bundle.delivery import SmallFiles

    files = SmallFiles()
    for number in range(1, _MOST_NAMESAKES):
        name = f"{stem}.{ending}" if number == 1 else f"{stem} ({number}).{ending}"
        try:
            return files.save(folder, name, data)
        except WorldFault as fault:
            if fault.code != "drive.same_name":
                raise
    raise WorldFault("drive.same_name", folder=folder.name, file=f"{stem}.{ending}")


def preview(home: OpenedHome, period: str, as_of: date, out: Path, pages: int, progress: Progress) -> Json:
    """Draw the first pages of each report that a bundle would hold, as pictures in `out` (a folder under HOME/tmp)."""
    from township_ledger.reports.page_pictures import draw_pages

    reports: list[Json] = []
    for name in REPORTS:
        made = make_report(home.store, renderer(home), name, period, as_of, plan(), progress=progress)
        drawn, total = draw_pages(made.pdf, out, name, pages, progress)
        reports.append(
            {
                "name": made.name,
                "title": made.title,
                "rows": made.rows,
                "total": total,
                "pages": [str(path) for path in drawn],
            }
        )
    return {"reports": reports}

"""The renderer behind `usecases.make_report.ReportRenderer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.figures import Figure, RenderedReport
from township_ledger.domain.report import cell_text
from township_ledger.reports.fonts import Fonts
from township_ledger.reports.page_layout import figure_columns, missing_characters
from township_ledger.reports.pdf import print_report
from township_ledger.reports.xlsx import write_report

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.report import Report
    from township_ledger.usecases.ports import TemporaryFolder
    from township_ledger.usecases.progress import Progress


class FileRenderer:
    """Renders reports with the fonts of one folder. The fonts are loaded when the first report needs them."""

    def __init__(self, fonts: Path, temporary: TemporaryFolder) -> None:
        """`fonts` holds the three files of `Fonts.FILES`; `temporary` is under HOME/tmp."""
        self._folder = fonts
        self._temporary = temporary

    def missing(self, report: Report) -> str:
        """See `ReportRenderer.missing`."""
        return missing_characters(report, Fonts(self._folder))

    def render(self, report: Report, progress: Progress) -> RenderedReport:
        """See `ReportRenderer.render`."""
        printed = print_report(report, Fonts(self._folder), progress)
        written = write_report(report, self._temporary.new(".xlsx").parent, progress)
        kind = figure_columns()[1].kind
        figures = tuple(
            Figure(
                figure.id,
                figure.label,
                cell_text(figure.value, kind),
                *written.figure_cells[figure.id],
                printed.figure_pages[figure.id],
            )
            for section in report.sections
            for figure in section.figures
        )
        return RenderedReport(report.name, report.title, printed.pdf, written.xlsx, figures, report.rows)

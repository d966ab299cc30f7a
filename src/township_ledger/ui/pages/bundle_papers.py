"""预览: the reports of a bundle page by page, drawn by a worker before anything is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from township_ledger.ui.services import JobEvents
from township_ledger.ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.faults import Param
    from township_ledger.ui.pages.bundle_page import BundlePage
    from township_ledger.ui.services import Json

MOST_PAGES = 12
"""Pages of one report that are drawn to be looked at; the rest is told as a number."""


class Papers(QObject):
    """The third step: a list of reports, and the pages of the chosen one."""

    def __init__(self, page: BundlePage) -> None:
        super().__init__(page)
        self._page = page
        self._reports: list[Json] = []
        self._drawn_for = ("", "")
        self._paper = PaperView(page.form.pagesScroll, page.form.pageList, page.services.picture, self)
        page.form.files.currentRowChanged.connect(self._show)

    def forget(self) -> None:
        """Draw anew the next time."""
        self._drawn_for = ("", "")

    def draw(self) -> None:
        """Let a worker draw the pages, unless they are those of this period and day already."""
        page = self._page
        wanted = (page.period, page.as_of.isoformat())
        if wanted == self._drawn_for:
            return
        self._drawn_for = wanted
        self._reports = []
        page.form.files.clear()
        self._paper.show_pages([], 0)
        page.form.note.setText("正在排版，稍等就能看到每一页")
        page.services.start(
            "report-preview",
            {
                "period": wanted[0],
                "as_of": wanted[1],
                "out": page.services.new_folder(),
                "pages": MOST_PAGES,
            },
            JobEvents(result=self._drawn, fault=self._not_drawn, cancelled=self._stopped),
        )

    def _drawn(self, result: Json) -> None:
        found = result.get("reports")
        self._reports = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        for report in self._reports:
            self._page.form.files.addItem(
                f"{report.get('title', '')}\n{report.get('rows', 0)} 行 · {report.get('total', 0)} 页"
            )
        self._page.form.files.setCurrentRow(0)
        self._page.tell_note()

    def _not_drawn(self, code: str, params: Mapping[str, Param]) -> None:
        self.forget()
        self._page.tell_fault(code, params)

    def _stopped(self) -> None:
        self.forget()
        self._page.form.note.setText("排版已停下。退回上一步再来，可以重新看。")

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._reports):
            report = self._reports[row]
            pages, total = report.get("pages"), report.get("total")
            paths = [str(path) for path in pages] if isinstance(pages, list) else []
            self._paper.show_pages(paths, total if isinstance(total, int) else len(paths))

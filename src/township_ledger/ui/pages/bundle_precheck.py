"""预检: what a bundle would lack. Nothing of it stops a delivery; it travels with a reason and a promised date."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from township_ledger.domain.rows import Query
from township_ledger.ui.dialogs.gap_dialog import GapDialog
from township_ledger.ui.page import ledger_page
from township_ledger.ui.widgets.lamp import LampColour
from township_ledger.ui.widgets.lines import LampLine, card, clear

if TYPE_CHECKING:
    from township_ledger.domain.bundles import Gap
    from township_ledger.ui.pages.bundle_page import BundlePage
    from township_ledger.ui.services import Json


class Precheck(QObject):
    """The second step: reads the gaps, lets the clerk explain them."""

    def __init__(self, page: BundlePage) -> None:
        super().__init__(page)
        self._page = page
        self._explained: dict[tuple[str, str], tuple[str, str]] = {}
        self.gaps: list[Gap] = []

    def forget(self) -> None:
        """Begin a new bundle."""
        self._explained.clear()
        self.gaps = []

    def read_again(self) -> None:
        """Read the gaps as of now and show them."""
        page = self._page
        self.gaps = [self._with_words(gap) for gap in page.services.gaps(page.period, page.as_of)]
        self._show()

    def gaps_as_json(self) -> list[Json]:
        """Return the gaps as the worker takes them."""
        return [dict(asdict(gap)) for gap in self.gaps]

    def explain(self, gap: Gap, reason: str, promised: str) -> None:
        """Keep what the clerk wrote about a gap."""
        self._explained[(gap.item, gap.what)] = (reason, promised)
        self.gaps = [self._with_words(each) for each in self.gaps]
        self._show()

    def _with_words(self, gap: Gap) -> Gap:
        reason, promised = self._explained.get((gap.item, gap.what), (gap.reason, gap.promised))
        return replace(gap, reason=reason, promised=promised)

    def _show(self) -> None:
        layout = self._page.form.checkList
        clear(layout)
        theme = self._page.theme
        nothing = LampLine(theme, LampColour.GREEN, "没有。可以往下走。")
        layout.addWidget(card("必须改", [nothing], tag="0", tag_look="tag-green"))
        if self.gaps:
            lines = [self._line(gap) for gap in self.gaps]
            layout.addWidget(
                card("缺项：带着原因和补报日期一起报", lines, tag=str(len(lines)), tag_look="tag-amber")
            )
        else:
            none = LampLine(theme, LampColour.GREEN, "各台账都有记录，没有草稿。")
            layout.addWidget(card("缺项", [none], tag="0", tag_look="tag-green"))
        layout.addStretch(1)

    def _line(self, gap: Gap) -> LampLine:
        asker = _Asker(self._page, self, gap)
        ledgers = self._page.services.reader.ledgers()
        title = ledgers[gap.item].title if gap.item in ledgers else gap.item
        told = [f"原因：{gap.reason}"] if gap.reason else []
        told += [f"承诺 {gap.promised} 补报"] if gap.promised else []
        line = LampLine(
            self._page.theme,
            LampColour.AMBER,
            f"{title}：{gap.what}",
            "；".join(told) or "还没有写原因",
            deed="改原因" if told else "写原因",
            acted=asker.ask,
            opened=asker.open_rows if gap.item in ledgers else None,
        )
        asker.setParent(line)
        return line


class _Asker(QObject):
    """The buttons of one gap."""

    def __init__(self, page: BundlePage, precheck: Precheck, gap: Gap) -> None:
        super().__init__()
        self._page, self._precheck, self._gap = page, precheck, gap

    def ask(self) -> None:
        """Ask why, and until when."""
        gap = self._gap
        dialog = GapDialog(gap.what, gap.reason, gap.promised, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._precheck.explain(gap, dialog.reason, dialog.promised)

    def open_rows(self) -> None:
        """Open the rows that are left out."""
        self._page.go.emit(ledger_page(self._gap.item), Query(self._gap.item, draft=True))

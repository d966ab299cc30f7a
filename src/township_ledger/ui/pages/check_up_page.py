"""The check-up: cards with the rows behind each, and 存成台账 as the one primary button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from township_ledger.ui.generated.ui_check_up_page import Ui_CheckUpPage
from township_ledger.ui.models.check_up_model import WIDTHS, CheckUpModel
from township_ledger.ui.widgets.fact_card import FactCard
from township_ledger.ui.widgets.plain_cells import dress_table

if TYPE_CHECKING:
    from township_ledger.ui.models.check_up_model import CheckUp
    from township_ledger.ui.services import Job, Json
    from township_ledger.ui.theme import Theme

_IN_A_ROW = 3
_MARGIN_NARROW, _MARGIN_WIDE = 24, 80


class CheckUpPage(QWidget):
    """Shows an answer of the check-up; the worker that gave it still holds the rows.

    Signals:
        another(): look at another sheet instead.
        keep(): 存成台账.
        other_sheet(name): look at another sheet of the same file.
    """

    another = Signal()
    other_sheet = Signal(str)
    keep = Signal()

    def __init__(self, theme: Theme, answer: CheckUp, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.answer, self._job = theme, answer, job
        self.ui = Ui_CheckUpPage()
        self.ui.setupUi(self)
        self.setObjectName("stage")
        ui = self.ui
        ui.title.setText(answer.file)
        ui.subTitle.setText(answer.sub_title)
        ui.sheet.addItems(answer.sheets)
        ui.sheet.setCurrentText(answer.sheet)
        ui.sheet.setVisible(len(answer.sheets) > 1)
        ui.sheet.textActivated.connect(self._choose_sheet)
        self.model = CheckUpModel()
        self.model.wanted.connect(self._ask)
        ui.rows.setModel(self.model)
        dress_table(ui.rows, theme, WIDTHS)
        ui.rows.setMinimumHeight(64)
        self.cards: dict[str, FactCard] = {}
        for place, card in enumerate(answer.cards):
            widget = FactCard(card)
            widget.chosen.connect(self.show_card)
            ui.cards.addWidget(widget, place // _IN_A_ROW, place % _IN_A_ROW)
            self.cards[card.code] = widget
        ui.another.clicked.connect(self.another)
        ui.keep.clicked.connect(self.keep)
        self._icons()
        theme.changed.connect(self._icons)
        first = next((card.code for card in answer.cards if card.tone == "red" and card.rows), "")
        first = first or next((card.code for card in answer.cards if card.tone == "amber" and card.rows), "")
        if first or answer.cards:
            self.show_card(first or answer.cards[0].code)

    def _icons(self) -> None:
        self.ui.keep.setIcon(self.theme.icon("device-floppy", "accent_text", 16))
        self.ui.keep.setIconSize(QSize(16, 16))

    def _choose_sheet(self, name: str) -> None:
        if name != self.answer.sheet:
            self.other_sheet.emit(name)

    def show_card(self, code: str) -> None:
        """Show the rows behind a card."""
        self.model.show_card(self.cards[code].card)

    def take_page(self, answer: Json) -> None:
        """Take the worker's answer to a request for rows."""
        self.model.take(answer)

    def _ask(self, card: str, offset: int, limit: int) -> None:
        self._job.send({"page": {"card": card, "offset": offset, "limit": limit}})

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Take less margin in a narrow window."""
        margin = _MARGIN_NARROW if narrow else _MARGIN_WIDE
        self.ui.outer.setContentsMargins(margin, 14 if narrow else 24, margin, 12 if narrow else 16)
        self.ui.outer.setSpacing(10 if narrow else 14)

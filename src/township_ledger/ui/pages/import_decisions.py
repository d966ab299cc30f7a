"""What the clerk decides about doubtful rows of a preview, and the strip that asks.

The shape is that of `usecases.import_source.Decisions`: `{"hours_per_day": n, "rows": {"17": {"take": "new" | "skip" |
uid, "cells": {"3": text}}}}`; rows by their number in the sheet (from 1), cells by their column (from 0).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from township_ledger.domain.definitions import MASKED_TYPES
from township_ledger.domain.imports import RowVerdict
from township_ledger.domain.masks import mask
from township_ledger.domain.rows import Filter, Op, Query
from township_ledger.ui.models.preview_model import finding_words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from township_ledger.domain.imports import PreviewRow
    from township_ledger.domain.rows import Row
    from township_ledger.ui.pages.import_page import ImportPage
    from township_ledger.ui.services import Json

MOST_NAMESAKES = 8
DAYS_CODE = "value.hours_days"
"""The finding that asks how many class hours a day has."""


class DecisionStrip(QObject):
    """The strip under the grid: what there is to say about the row under the cursor; a doubtful one is asked about.

    Signals:
        decided(): `decisions` has changed; the sheet is to be classified again.
    """

    decided = Signal()

    def __init__(self, page: ImportPage) -> None:
        super().__init__(page)
        self._page = page
        self._row: PreviewRow | None = None
        self._column = -1
        self.hours_per_day: float | None = None
        self.rows: dict[str, Json] = {}
        form = page.form
        self._menu = QMenu(page)
        self._menu.triggered.connect(self._known_picked)
        form.takeKnown.setMenu(self._menu)
        form.takeNew.clicked.connect(self._take_new)
        form.skipRow.clicked.connect(self._skip)
        form.changeCell.clicked.connect(self._change_cell)
        form.hoursPerDay.clicked.connect(self._ask_hours)
        form.askStrip.hide()

    @property
    def decisions(self) -> Json:
        """What was decided so far, as the worker takes it."""
        found: Json = {"rows": self.rows}
        if self.hours_per_day is not None:
            found["hours_per_day"] = self.hours_per_day
        return found

    def forget(self) -> None:
        """Begin with another sheet."""
        self.rows = {}
        self.hours_per_day = None
        self.look_at(None)

    def look_at(self, index: QModelIndex | None) -> None:
        """Ask about the row under the cursor, or about none."""
        form = self._page.form
        row = self._page.model.row(index.row()) if index is not None and index.isValid() else None
        asks = row is not None and row.verdict is RowVerdict.DOUBTFUL
        form.askStrip.setVisible(row is not None and (asks or bool(row.findings)))
        for button in (form.takeKnown, form.takeNew, form.skipRow, form.changeCell, form.hoursPerDay):
            button.setVisible(asks)
        self._row = row if asks else None
        if row is None or index is None:
            return
        place = self._page.model.source_place(index.column())
        summary = self._page.summary
        self._column = summary.columns[place].index if summary is not None and place >= 0 else -1
        told = "；".join(finding_words(finding.code, finding.params) for finding in row.findings)
        form.ask.setText(f"第 {row.source_row} 行：{told}" if told else f"第 {row.source_row} 行待处理")
        form.askIcon.setPixmap(
            self._page.theme.pixmap("help" if asks else "info-circle", "amber" if asks else "text_2", 18)
        )
        if not asks:
            return
        form.changeCell.setEnabled(self._column >= 0)
        form.hoursPerDay.setVisible(any(finding.code == DAYS_CODE for finding in row.findings))
        self._list_known(row)

    def take(self, source_row: int, take: str) -> None:
        """Decide who a row is about: `new`, `skip`, or the uid of a row of the ledger."""
        self.rows.setdefault(str(source_row), {})["take"] = take
        self.decided.emit()

    def change(self, source_row: int, column: int, text: str) -> None:
        """Give a cell of the sheet another text; the file itself stays as it is."""
        cells = self.rows.setdefault(str(source_row), {}).setdefault("cells", {})
        if isinstance(cells, dict):
            cells[str(column)] = text
        self.decided.emit()

    # -- the buttons

    def _take_new(self) -> None:
        if self._row is not None:
            self.take(self._row.source_row, "new")

    def _skip(self) -> None:
        if self._row is not None:
            self.take(self._row.source_row, "skip")

    def _known_picked(self, action: QAction) -> None:
        if self._row is not None:
            self.take(self._row.source_row, str(action.data()))

    def _change_cell(self) -> None:
        index = self._page.form.rows.currentIndex()
        if self._row is None or self._column < 0:
            return
        title = str(
            self._page.model.headerData(index.column(), self._page.form.rows.horizontalHeader().orientation())
        )
        shown = str(index.data() or "")
        start = "" if "*" in shown else shown  # a masked number is typed anew: what is hidden is not shown
        text, good = QInputDialog.getText(
            self._page, "改这一格", f"第 {self._row.source_row} 行 {title}", text=start
        )
        if good:
            self.change(self._row.source_row, self._column, text.strip())

    def _ask_hours(self) -> None:
        hours, good = QInputDialog.getDouble(self._page, "按天换算学时", "一天算几个学时", 8, 0.5, 24, 1)
        if good:
            self.hours_per_day = hours
            self.decided.emit()

    def _list_known(self, row: PreviewRow) -> None:
        """Offer the rows of the ledger that have the same label."""
        self._menu.clear()
        for known in self._namesakes(row):
            action = QAction(self._describe(known), self._menu)
            action.setData(known.uid)
            self._menu.addAction(action)
        self._page.form.takeKnown.setVisible(not self._menu.isEmpty())

    def _namesakes(self, row: PreviewRow) -> list[Row]:
        reader, ledger = self._page.services.reader, self._page.ledger
        definition = reader.ledgers()[ledger]
        columns = self._page.summary.columns if self._page.summary else ()
        for place, column in enumerate(columns):
            if column.ledger == ledger and column.column == definition.label and row.cells[place].text:
                name = Filter(definition.label, Op.EQ, row.cells[place].text)
                return reader.page(Query(ledger, filters=(name,)), 0, MOST_NAMESAKES)
        return []

    def _describe(self, row: Row) -> str:
        """Return a row's label and its first other values, numbers masked."""
        definition = self._page.services.reader.ledgers()[self._page.ledger]
        told = []
        for column in definition.columns:
            value = row.values.get(column.name)
            if value is not None and column.target is None:
                told.append(mask(column.type, str(value)) if column.type in MASKED_TYPES else str(value))
            if len(told) == 4:
                break
        return "　".join(told)

"""改列对应: which column of the sheet goes to which column of a ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHeaderView, QTableWidgetItem

from township_ledger.ui.generated.ui_mapping_dialog import Ui_MappingDialog

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.imports import SourceColumn


class Goal(NamedTuple):
    """Where a column of the sheet may go."""

    title: str
    ledger: str | None = None
    column: str | None = None
    own: bool = False
    is_list: bool = False


def goals_of(ledger: Ledger, ledgers: Mapping[str, Ledger]) -> list[Goal]:
    """Return every goal of a sheet of `ledger`: nowhere, an 自有列, its columns, those of the ledgers it feeds."""
    goals = [Goal("不导入"), Goal("自有列（原样保留）", ledger.name, own=True)]
    goals += [Goal(column.title, ledger.name, column.name) for column in ledger.columns]
    for feed in ledger.feeds:
        fed = ledgers.get(feed.ledger)
        if fed is None:
            continue
        if feed.list_column:
            goals.append(Goal(f"{fed.title} · 一格多人的名单", fed.name, feed.list_column, is_list=True))
            continue
        goals += [
            Goal(f"{fed.title} · {column.title}", fed.name, column.name)
            for column in fed.columns
            if column.name != feed.link
        ]
    return goals


class MappingDialog(QDialog):
    """Shows each column of the sheet beside its goal; `columns()` returns what the clerk chose."""

    def __init__(
        self,
        columns: Sequence[SourceColumn],
        ledger: Ledger,
        ledgers: Mapping[str, Ledger],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = Ui_MappingDialog()
        self.form.setupUi(self)
        self._columns = tuple(columns)
        self._goals = goals_of(ledger, ledgers)
        self._boxes: list[QComboBox] = []
        self._fill()
        self.form.apply.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._check()

    def columns(self) -> tuple[SourceColumn, ...]:
        """Return the sheet's columns with the chosen goals."""
        chosen = []
        for column, box in zip(self._columns, self._boxes, strict=True):
            goal = self._goals[box.currentIndex()]
            chosen.append(
                replace(column, ledger=goal.ledger, column=goal.column, own=goal.own, is_list=goal.is_list)
            )
        return tuple(chosen)

    def choose(self, row: int, title: str) -> None:
        """Choose a goal by its title, as the clerk would."""
        self._boxes[row].setCurrentText(title)

    def _fill(self) -> None:
        table = self.form.table
        table.setColumnCount(2)
        table.setHorizontalHeaderLabels(["原表的列", "对应到"])
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setRowCount(len(self._columns))
        titles = [goal.title for goal in self._goals]
        for row, column in enumerate(self._columns):
            header = column.header.replace("\n", " ") or "（没有表头）"
            item = QTableWidgetItem(f"{letter(column.index)}　{header}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, 0, item)
            box = QComboBox()
            box.addItems(titles)
            box.setCurrentIndex(self._place(column))
            box.setAccessibleName(f"{header} 对应到")
            box.currentIndexChanged.connect(self._check)
            table.setCellWidget(row, 1, box)
            table.setRowHeight(row, 38)
            self._boxes.append(box)

    def _place(self, column: SourceColumn) -> int:
        for place, goal in enumerate(self._goals):
            if column.own and goal.own:
                return place
            if column.column and (goal.ledger, goal.column) == (column.ledger, column.column):
                return place
        return 0

    def _check(self) -> None:
        """Two columns of a sheet cannot fill one column of a ledger."""
        goals = [self._goals[box.currentIndex()] for box in self._boxes]
        typed = [goal for goal in goals if goal.column]
        twice = next((goal for goal in typed if typed.count(goal) > 1), None)
        self.form.fault.setText(f"“{twice.title}”对应了两列，只留一列。" if twice else "")
        self.form.fault.setVisible(twice is not None)
        self.form.apply.setEnabled(twice is None and bool(typed))


def letter(index: int) -> str:
    """Return the name that a sheet gives to its column `index`: A, B, … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

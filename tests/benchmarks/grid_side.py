"""The page of people over a large home: how long until the grid stands repainted after each thing a clerk does."""

from __future__ import annotations

import resource
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from tests.benchmarks.key_in_hand import KeyInHand

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.rows import Filter, Op, Query
from township_ledger.ui.page import ledger_page
from township_ledger.ui.pages.ledger_page import LedgerPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel

    from township_ledger.ui.widgets.ledger_grid import LedgerGrid

Json = dict[str, object]
_TIMES = 3  # each deed is done so often; the median counts


def opened_page(home: str) -> tuple[QApplication, KeyInHand, LedgerPage]:
    """Return the application, the program, and its page of people, shown and idle."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    program = KeyInHand(app, Path(home))
    program.window.show()
    program.open_now(ledger_page("people"))
    settle(app)
    desk = program.window.desk
    assert desk is not None
    page = desk.page(ledger_page("people"))
    assert isinstance(page, LedgerPage)
    return app, program, page


def settle(app: QApplication) -> None:
    """Let everything happen that waits to happen (the chips are counted one after the other)."""
    for _ in range(30):
        app.processEvents()


def measured(home: str, repaints: int) -> Json:
    """Return milliseconds and hits of each deed, those of a repaint, and the most memory this process took (KiB)."""
    app, program, page = opened_page(home)
    peak = resource.getrusage
    deeds = _deeds(app, page)
    memory = peak(resource.RUSAGE_SELF).ru_maxrss
    page.shown(Query("people"))
    settle(app)
    ours, standard = _repaints(app, page.ui.grid, repaints)
    program.close()
    return {"deeds": deeds, "memory": memory, "repaint": ours, "standard": standard}


def _deeds(app: QApplication, page: LedgerPage) -> list[Json]:
    grid, model = page.ui.grid, page.model
    whole = Query("people")
    middle = model.grid_row(model.total // 2)
    assert middle is not None
    number = str(middle.row.values["phone"])
    deeds: list[tuple[str, Callable[[], object]]] = [
        ("search 2 characters", lambda: page.search(str(middle.row.values["name"])[:2])),
        ("search 1 character", lambda: page.search("吕")),
        ("search 4 characters, one row in five", lambda: page.search("执法队员")),
        ("search initials", lambda: page.search("lwj")),
        ("search a number", lambda: page.search(number[:8])),
        ("filter, one row in four", lambda: page.shown(_where("person_type", "辅助人员"))),
        ("filter by a name", lambda: page.shown(_where("name", middle.row.values["name"]))),
        ("jump to the end", grid.scrollToBottom),
        ("jump to the middle", lambda: grid.go_to(model.total // 2)),
        ("jump to a row", lambda: page.shown(middle.row.uid)),
    ]
    for place, column in enumerate(model.columns):
        if grid.isColumnHidden(place) or column.column is None or column.column.type is ColumnType.LONG_TEXT:
            continue  # derived and long texts have no index
        if column.column.grid:
            deeds.append((f"sort by {column.name}", _sorter(grid, place, Qt.SortOrder.AscendingOrder)))
            deeds.append((f"sort by {column.name}, down", _sorter(grid, place, Qt.SortOrder.DescendingOrder)))
    found: list[Json] = []
    for name, deed in deeds:
        taken = []
        hits = 0
        for _ in range(_TIMES):
            page.search("")
            model.sort(-1)
            page.shown(whole)
            grid.scrollToTop()
            settle(app)
            start = time.perf_counter()
            deed()
            grid.viewport().repaint()
            taken.append((time.perf_counter() - start) * 1e3)
            hits = model.total
        found.append({"name": name, "ms": statistics.median(taken), "hits": hits})
    found += _in_sorted_views(app, page)
    return found


def _where(column: str, value: object) -> Query:
    assert isinstance(value, str)
    return Query("people", filters=(Filter(column, Op.EQ, value),))


def _sorter(grid: LedgerGrid, place: int, order: Qt.SortOrder) -> Callable[[], None]:
    return lambda: grid.sortByColumn(place, order)


def _in_sorted_views(app: QApplication, page: LedgerPage) -> list[Json]:
    """Jump about in a view that is sorted by name."""
    grid, model = page.ui.grid, page.model
    name = next(place for place, column in enumerate(model.columns) if column.name == "name")
    found: list[Json] = []
    for title, where in (("the end", 1.0), ("the middle", 0.5)):
        taken = []
        for _ in range(_TIMES):
            page.shown(Query("people"))
            grid.sortByColumn(name, Qt.SortOrder.AscendingOrder)
            settle(app)
            start = time.perf_counter()
            grid.go_to(round((model.total - 1) * where))
            grid.viewport().repaint()
            taken.append((time.perf_counter() - start) * 1e3)
        found.append(
            {"name": f"jump to {title}, by name", "ms": statistics.median(taken), "hits": model.total}
        )
    return found


def _repaints(app: QApplication, grid: LedgerGrid, times: int) -> tuple[float, float]:
    """Return the median milliseconds of a repaint of our grid, and of a plain view over Qt's own model of the same."""
    standard = QTableView()
    model = _same_texts(grid)
    standard.setModel(model)
    standard.setFont(grid.font())
    standard.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
    for place in range(model.columnCount()):
        standard.setColumnHidden(place, grid.isColumnHidden(place))
        standard.setColumnWidth(place, grid.columnWidth(place))
    standard.resize(grid.size())
    standard.show()
    settle(app)
    taken: dict[str, list[float]] = {"ours": [], "standard": []}
    for _ in range(times):
        for name, view in (("ours", grid), ("standard", standard)):
            start = time.perf_counter()
            view.viewport().repaint()
            taken[name].append((time.perf_counter() - start) * 1e3)
    standard.close()
    return statistics.median(taken["ours"]), statistics.median(taken["standard"])


def _same_texts(grid: LedgerGrid) -> QStandardItemModel:
    source: QAbstractItemModel = grid.model()
    rows = min(source.rowCount(), 200)
    model = QStandardItemModel(rows, source.columnCount())
    for row in range(rows):
        for place in range(source.columnCount()):
            model.setItem(row, place, QStandardItem(str(source.index(row, place).data() or "")))
    return model

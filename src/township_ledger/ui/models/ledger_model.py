"""The table behind a grid: pages of rows by SQL, no proxy, no copy of the ledger.

`rowCount` is exact. A page of 128 rows is read when a cell of it is first asked for, turned into texts once, and kept
in a small LRU. A narrowed view of at most `IDS_UP_TO` rows keeps its ordered ids, so a jump costs one read by id.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from township_ledger.domain.definitions import REFERENCE_TYPES
from township_ledger.domain.rows import Query, Sort
from township_ledger.domain.written import shown_text
from township_ledger.ui.models.cell_text import edit_text, example
from township_ledger.ui.models.grid_columns import DerivedCell, GridColumn, columns_of
from township_ledger.ui.services import EditRequest, EditResult
from township_ledger.words import known, sentence

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Fault, Row
    from township_ledger.ui.models.grid_columns import Derived
    from township_ledger.ui.services import Services
    from township_ledger.ui.widgets.lamp import LampColour

PAGE = 128
KEPT_PAGES = 32
IDS_UP_TO = 50_000

# Roles are compared as plain ints: walking Qt.ItemDataRole attributes costs more than the answer
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TEXT_ROLES = frozenset({_DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole)})
_HORIZONTAL = Qt.Orientation.Horizontal
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)

_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _READ_ONLY | Qt.ItemFlag.ItemIsEditable

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(slots=True)
class GridRow:
    """One row, ready to be painted: a text for each column; faults and lamps by column number."""

    row: Row
    texts: list[str]
    faults: dict[int, Fault]
    kept: set[int]  # worked-out cells that show another ledger's refused text
    lamps: dict[int, LampColour]
    whys: dict[int, str]


class LedgerModel(QAbstractTableModel):
    """Rows of one ledger as a query finds them.

    Signals:
        refused(code, params): an edit could not be written; the cell shows its old value again.
        written(uid): an edit has been written.
        shown_changed(): another query, or its rows changed.
    """

    refused = Signal(str, object)
    written = Signal(str)
    shown_changed = Signal()

    def __init__(self, services: Services, ledger: Ledger, derived: Derived | None = None) -> None:
        super().__init__()
        self._services = services
        self._reader = services.reader
        self.ledger = ledger
        self._derived = derived
        self._query = Query(ledger.name)
        self._labels: dict[str, str] = {}
        self._pages: OrderedDict[int, list[GridRow]] = OrderedDict()
        self._pending: dict[tuple[str, str], str] = {}
        self._ids: array[int] | None = None
        self._total = 0
        self._last_number, self._last_page = -1, list[GridRow]()
        self.columns = self._make_columns()
        self._position = {column.name: place for place, column in enumerate(self.columns)}
        self._count()

    # --- what is shown

    @property
    def query(self) -> Query:
        """What is asked at present."""
        return self._query

    @property
    def total(self) -> int:
        """How many rows the query finds."""
        return self._total

    def show(self, query: Query) -> None:
        """Show the rows of another query."""
        self.beginResetModel()
        self._query = query
        self._forget()
        self._count()
        self.endResetModel()
        self.shown_changed.emit()

    def refresh(self) -> None:
        """Read again after a change; the view keeps its place unless rows came or went."""
        columns = self._make_columns()
        names = [column.name for column in columns]
        before = self._total
        if names != [column.name for column in self.columns]:
            self.beginResetModel()
            self.columns = columns
            self._position = {name: place for place, name in enumerate(names)}
            self._forget()
            self._count()
            self.endResetModel()
        else:
            self._forget()
            self._recount(before)
        self.shown_changed.emit()

    def _recount(self, before: int) -> None:
        self._count()
        after = self._total
        if after == before:
            if after:
                self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(self.columns) - 1))
            return
        self._total = before
        self.beginResetModel()
        self._total = after
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, in SQL; -1 is the order in which they came."""
        keys: tuple[Sort, ...] = ()
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            keys = (Sort(self.columns[column].name, descending=order == Qt.SortOrder.DescendingOrder),)
        if keys != self._query.sort:
            self.show(replace(self._query, sort=keys))

    def place(self, name: str) -> int:
        """Return the number of a column by its name; -1 when there is none."""
        return self._position.get(name, -1)

    def grid_row(self, number: int) -> GridRow | None:
        """Return a row by its number; None outside the table."""
        if not 0 <= number < self._total:
            return None
        page = self._page(number // PAGE)
        place = number % PAGE
        return page[place] if place < len(page) else None

    def find(self, uid: str, near: int = -1) -> int:
        """Return the number of the row with this uid, or -1; `near` is where it was last seen."""
        for number in (near, near - 1, near + 1):
            found = self.grid_row(number) if number >= 0 else None
            if found is not None and found.row.uid == uid:
                return number
        place = self._reader.position(self._query, uid)
        return -1 if place is None else place

    @property
    def labels(self) -> Mapping[str, str]:
        """Labels of the referenced rows that have been shown, by uid."""
        return self._labels

    def pending(self, uid: str, column: str) -> str | None:
        """Return the text of an edit that is not written yet."""
        return self._pending.get((uid, column))

    # --- editing

    @property
    def has_pending(self) -> bool:
        """Whether any edit waits to be written."""
        return bool(self._pending)

    def edit(self, uid: str, texts: Mapping[str, str]) -> None:
        """Queue texts for cells of one row; they are shown at once, as pending."""
        for name, text in texts.items():
            self._pending[uid, name] = text
        self._repaint()
        self._services.edit(EditRequest(self.ledger.name, uid, dict(texts)), self._edit_done)

    def edit_block(self, rows: Mapping[str, Mapping[str, str]]) -> None:
        """Queue texts for cells of several rows (uid → column → text) as one operation: one undo takes them back."""
        if len(rows) == 1:
            for uid, texts in rows.items():
                self.edit(uid, texts)
            return
        requests = [EditRequest(self.ledger.name, uid, dict(texts)) for uid, texts in rows.items()]
        if requests:
            self._pending |= {
                (uid, name): text for uid, texts in rows.items() for name, text in texts.items()
            }
            self._repaint()
            self._services.edit_block(requests, partial(self._block_done, frozenset(rows)))

    def _block_done(self, uids: frozenset[str], result: EditResult) -> None:
        self._pending = {key: text for key, text in self._pending.items() if key[0] not in uids}
        self._edit_done(result)

    def _edit_done(self, result: EditResult) -> None:
        self._pending = {key: text for key, text in self._pending.items() if key[0] != result.uid}
        if result.code:
            self._pending.clear()
            self._repaint()
            self.refused.emit(result.code, result.params)
            return
        self._forget()
        self._recount(self._total)
        self.written.emit(result.uid or "")

    def _repaint(self) -> None:
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1))

    # --- Qt

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the exact number of rows."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return a cell's text, its whole value for an editor, or what is wrong with it as a tooltip."""
        if role in _TEXT_ROLES:
            found = self.grid_row(index.row())
            return self._text(found, index.column()) if found is not None else None
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == _EDIT:
            return self.edit_text(index.row(), index.column())
        if role == _TOOL_TIP:
            return self.tip(index.row(), index.column())
        return None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Queue what was typed; nothing happens when the text is the old one."""
        if role != _EDIT or not index.isValid():
            return False
        column = self.columns[index.column()]
        found = self.grid_row(index.row())
        text = str(value)
        if found is None or not column.editable or text == self.edit_text(index.row(), index.column()):
            return False
        self.edit(found.row.uid, {column.name: text})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen; typed ones can be edited."""
        if not index.isValid():
            return _NO_FLAGS
        return _TYPED if self.columns[index.column()].editable else _READ_ONLY

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return titles above and serial numbers at the left."""
        if role == _DISPLAY:
            return self.columns[section].title if orientation == _HORIZONTAL else section + 1
        if role == _ALIGNMENT:
            return _CENTRE if orientation != _HORIZONTAL else _RIGHT if self.columns[section].right else _LEFT
        if role == _TOOL_TIP and orientation == _HORIZONTAL:
            return self._header_tip(self.columns[section])
        return None

    # --- cells

    def _text(self, found: GridRow, number: int) -> str:
        if self._pending:
            waiting = self._pending.get((found.row.uid, self.columns[number].name))
            if waiting is not None:
                return waiting
        return found.texts[number]

    def edit_text(self, number: int, place: int) -> str:
        """Return what the editor of a cell starts with."""
        found = self.grid_row(number)
        column = self.columns[place]
        if found is None:
            return ""
        waiting = self._pending.get((found.row.uid, column.name))
        if waiting is not None:
            return waiting
        if column.column is None:
            return found.row.own.get(column.own, "") if column.own else found.texts[place]
        value = found.faults.get(place) or found.row.values.get(column.name)
        return edit_text(column.column, value, self._labels)

    def fault_words(self, fault: Fault) -> str:
        """Return the sentence that tells what is wrong with a kept text."""
        if not known(fault.reason):
            return f"“{fault.text}”没有读懂，按原样留着。"
        try:
            return sentence(fault.reason, text=fault.text)
        except KeyError:  # the sentence speaks of more than the kept text
            return f"“{fault.text}”没有读懂，按原样留着。"

    def tip(self, number: int, place: int) -> str:
        """Return the tooltip of a cell: what is wrong, why a worked-out cell says so, or the whole text."""
        found = self.grid_row(number)
        if found is None:
            return ""
        fault = found.faults.get(place)
        if fault is not None:
            column = self.columns[place].column
            how = example(column) if column is not None else ""
            return "\n".join(part for part in (self.fault_words(fault), how) if part)
        return found.whys.get(place, "") or found.texts[place]

    @staticmethod
    def _header_tip(column: GridColumn) -> str:
        if column.own:
            return f"{column.title}：自有列，不进报送包"
        if column.column is None:
            return f"{column.title}：由其他台账算出，不能在这里改"
        return column.title

    # --- pages

    def _make_columns(self) -> list[GridColumn]:
        own = self._reader.own_columns(self.ledger.name)
        return columns_of(self.ledger, own, self._derived, self._labels)

    def _forget(self) -> None:
        self._pages.clear()
        self._labels.clear()
        self._last_number = -1

    def _count(self) -> None:
        query = self._query
        narrowed = bool(query.search or query.filters or query.uids is not None or query.draft is not None)
        self._ids = None
        self._total = self._reader.count(query)
        if narrowed and self._total <= IDS_UP_TO:
            self._ids = self._reader.ids(query)
            self._total = len(self._ids)

    def _page(self, number: int) -> list[GridRow]:
        if number == self._last_number:
            return self._last_page
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(number)
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        self._last_number, self._last_page = number, page
        return page

    def _read(self, number: int) -> list[GridRow]:
        if self._ids is not None:
            rows = self._reader.rows_by_id(
                self.ledger.name, self._ids[number * PAGE : (number + 1) * PAGE].tolist()
            )
        else:
            rows = self._reader.page(self._query, number * PAGE, PAGE)
        self._resolve(rows)
        derived = self._derived.cells(rows) if self._derived is not None else {}
        return [self._grid_row(row, derived.get(row.uid, ())) for row in rows]

    def _resolve(self, rows: Sequence[Row]) -> None:
        """Read the labels of all references of a page, one call for each ledger they point into."""
        for column in self.ledger.columns:
            if column.type in REFERENCE_TYPES and column.target:
                wanted = {str(value) for row in rows if (value := row.values.get(column.name)) is not None}
                missing = wanted - self._labels.keys()
                if missing:
                    self._labels.update(self._reader.labels(column.target, missing))

    def _grid_row(self, row: Row, derived: Sequence[DerivedCell]) -> GridRow:
        texts: list[str] = []
        result = GridRow(row, texts, {}, set(), {}, {})
        values, faults, left = row.values, row.faults, list(derived)
        for place, column in enumerate(self.columns):
            if column.read is not None:
                fault = faults.get(column.name) if faults else None
                if fault is not None:
                    result.faults[place] = fault
                    texts.append(shown_text(column.column, fault.text.replace("\n", " ")))
                else:
                    texts.append(column.read(values[column.name]))
            elif column.own:
                texts.append(shown_text(None, row.own.get(column.own, "")))
            else:
                cell = left.pop(0) if left else DerivedCell("")
                texts.append(cell.text)
                if cell.lamp is not None:
                    result.lamps[place] = cell.lamp
                if cell.why:
                    result.whys[place] = cell.why
                if cell.kept:
                    result.kept.add(place)
        return result

"""The row of another ledger that all rows of one sheet belong to: a power list by the sheet's title line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.imports import RowVerdict
from township_ledger.usecases.bulk import NewRow
from township_ledger.usecases.import_table import parent_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.rows import Cell
    from township_ledger.usecases.import_known import KnownLedger
    from township_ledger.usecases.import_plan import Plan, Uids
    from township_ledger.usecases.import_source import Prepared


class ParentRow:
    """Finds the parent rows of a sheet, or plans them; without a `parent` in the definition it does nothing."""

    def __init__(self, prepared: Prepared, known: Mapping[str, KnownLedger], uids: Uids) -> None:
        parent = prepared.ledger.parent
        self.column = parent.column if parent else ""
        self.ledger = parent.ledger if parent else ""
        self._title = parent.title if parent else ""
        self._known = known.get(self.ledger)
        self._uids = uids
        self._default = parent_title(prepared)
        self._used: dict[str, bool] = {}  # text → whether it is new

    def text(self, cell: Cell) -> str:
        """Return what names the parent of a row: its own cell, else the sheet's title line, else the file's name."""
        return str(cell) if cell is not None else self._default

    def uid(self, text: str) -> str:
        """Return the uid of the parent named `text`, in the ledger or to be."""
        found = self._known.holders((self._title,)).get((text,), ()) if self._known else ()
        return found[0] if found else self._uids.new(self.ledger, text)

    def use(self, text: str) -> NewRow | None:
        """Note that a row that goes in belongs to `text`; returns the row to be added, the first time it is new."""
        if text in self._used or self._known is None:
            return None
        self._used[text] = not self._known.holders((self._title,)).get((text,))
        if not self._used[text]:
            return None
        values = tuple(text if column.name == self._title else None for column in self._known.ledger.columns)
        return NewRow(self.uid(text), values, {}, {})

    def count(self, plan: Plan) -> None:
        """Count the parents among the rows of their ledger."""
        for is_new in self._used.values():
            plan.count(self.ledger, RowVerdict.ADDED if is_new else RowVerdict.SAME)

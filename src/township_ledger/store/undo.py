"""Undo: a new operation that restores old values where the present value is still the operation's.

What was changed again afterwards is a conflict: listed and left alone. A row that the operation made is retired unless
it was changed later or another row refers to it. It works weeks later and for whole imports. Redo is the undo of the
undo. An operation stands unless one that stands itself undoes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Conflict, Fault, OperationKind, UndoOutcome
from township_ledger.store import canonical
from township_ledger.store.log import CREATED, RETIRED, log_rows, undone_by
from township_ledger.store.rows_now import RowNow, faults_now, own_now, row_now
from township_ledger.store.tables import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.store.log import Change
    from township_ledger.store.tables import LedgerTable
    from township_ledger.store.transaction import SqlTransaction

_DEEDS = (OperationKind.EDIT, OperationKind.ADD, OperationKind.RETIRE, OperationKind.IMPORT)
_UNDOABLE = frozenset({*_DEEDS, OperationKind.UNDO, OperationKind.REDO})


def newest_undoable(connection: Connection, actor: str) -> int | None:
    """Return the newest deed of `actor` that stands, or None."""
    marks = ", ".join("?" * len(_DEEDS))
    for (number,) in connection.all(
        f"SELECT number FROM operation WHERE actor = ? AND kind IN ({marks}) ORDER BY number DESC",
        (actor, *_DEEDS),
    ):
        if undone_by(connection, number) is None:
            return int(number)
    return None


def newest_redoable(connection: Connection, actor: str) -> int | None:
    """Return the newest undo of `actor` that stands and after which they did nothing new, or None."""
    for number, kind in connection.all(
        "SELECT number, kind FROM operation WHERE actor = ? ORDER BY number DESC", (actor,)
    ):
        if kind in _DEEDS:
            return None
        if kind == OperationKind.UNDO and undone_by(connection, number) is None:
            return int(number)
    return None


def _merged(rows: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], Change]:
    """Return one change for each row: from before the operation to after it."""
    merged: dict[tuple[str, str], Change] = {}
    for ledger, uid, text in rows:
        change = merged.setdefault((ledger, uid), {})
        for name, (old, new) in canonical.read_change(text).items():
            change[name] = (change[name][0] if name in change else old, new)
    return merged


class _Undoing:
    """One undo at work."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self.transaction = transaction
        self.restored = 0
        self.conflicts: list[Conflict] = []

    def row(self, ledger: str, uid: str, change: Change) -> None:
        """Take back what the operation did to one row."""
        table = self.transaction.tables.get(ledger)
        if table is None:  # a ledger that no definition has any more
            self.conflicts.append(Conflict(ledger, uid, None, None, None))
            return
        row = row_now(self.transaction.connection, table, uid)
        present = self._present(table, row)
        if CREATED in change:
            self._uncreate(table, row, present, change)
            return
        _, retired = change.get(RETIRED, (None, None))
        if RETIRED in change and retired is None:
            self._cells(table, row, present, change)
            self._retire(table, row)
        else:
            if RETIRED in change and row.retired:
                self.transaction.restore(ledger, uid)
                self.restored += 1
                row = row._replace(retired=False)
            self._cells(table, row, present, change)

    def _present(self, table: LedgerTable, row: RowNow) -> dict[str, Cell | Fault]:
        """Return every filled cell of a row as the log would write it."""
        connection, ledger = self.transaction.connection, table.ledger.name
        present: dict[str, Cell | Fault] = {
            name: value for name, value in zip(table.columns, row.values, strict=True) if value is not None
        }
        if row.draft:
            present.update(faults_now(connection, ledger, row.uid))
        present.update({OWN + title: text for title, text in own_now(connection, ledger, row.uid).items()})
        return present

    def _uncreate(
        self, table: LedgerTable, row: RowNow, present: dict[str, Cell | Fault], change: Change
    ) -> None:
        if row.retired:
            return
        made = {
            name: new
            for name, (_, new) in change.items()
            if name not in (CREATED, RETIRED) and new is not None
        }
        if present != made:
            self.conflicts.append(Conflict(table.ledger.name, row.uid, None, 1, None))
        else:
            self._retire(table, row)

    def _retire(self, table: LedgerTable, row: RowNow) -> None:
        if row.retired:
            return
        if self.transaction.referring(table.ledger.name, row.uid) is not None:
            self.conflicts.append(Conflict(table.ledger.name, row.uid, None, 1, None))
        else:
            self.transaction.retire_row(table, row)
            self.restored += 1

    def _cells(
        self, table: LedgerTable, row: RowNow, present: dict[str, Cell | Fault], change: Change
    ) -> None:
        back: Change = {}
        for name, (old, new) in change.items():
            if name == RETIRED:
                continue
            now = present.get(name)
            if now == old:
                continue
            known = name.startswith(OWN) or name in table.place
            if now != new or row.retired or not known or self._gone(table, name, old):
                self.conflicts.append(Conflict(table.ledger.name, row.uid, name, now, old))
            else:
                back[name] = (now, old)
        if back:
            faults = faults_now(self.transaction.connection, table.ledger.name, row.uid)
            self.transaction.apply(table, row, faults, back)
            self.restored += len(back)

    def _gone(self, table: LedgerTable, name: str, old: Cell | Fault) -> bool:
        """Whether a value to be restored refers to a row that was taken out since."""
        column = table.ledger.by_name.get(name)
        target = self.transaction.tables.get(str(column.target)) if column is not None else None
        if target is None or not isinstance(old, str):
            return False
        return row_now(self.transaction.connection, target, old).retired


def undo(store: SqlLedgerStore, number: int) -> UndoOutcome:
    """Undo operation `number`.

    Raises:
        WorldFault: `operation.unknown`, `operation.not_undoable` (a bundle, a key, …), `operation.undone` when it was
            undone already; what `transaction` raises.
    """
    kind = store.connection.value("SELECT kind FROM operation WHERE number = ?", (number,))
    if kind is None:
        raise WorldFault("operation.unknown", number=number)
    if kind not in _UNDOABLE:
        raise WorldFault("operation.not_undoable", number=number)
    ours = OperationKind.REDO if kind == OperationKind.UNDO else OperationKind.UNDO
    with store.transaction(ours) as transaction:
        if undone_by(store.connection, number) is not None:
            raise WorldFault("operation.undone", number=number)
        transaction.undoes = number
        undoing = _Undoing(transaction)
        merged = _merged(log_rows(store.connection, number))
        for (ledger, uid), change in reversed(merged.items()):
            undoing.row(ledger, uid, change)
        # the sheet's rows are no longer in the ledger as they came: another import of it looks at them again
        store.connection.execute("DELETE FROM import_row WHERE operation = ?", (number,))
        written = transaction.changed
        transaction.detail(restored=undoing.restored, conflicts=len(undoing.conflicts))
    return UndoOutcome(transaction.number if written else None, undoing.restored, tuple(undoing.conflicts))

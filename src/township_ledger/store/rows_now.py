"""The present state of single rows, as a transaction sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Fault

if TYPE_CHECKING:
    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.tables import LedgerTable


class RowNow(NamedTuple):
    """A row as it stands; `values` in the order of `Ledger.columns`."""

    id: int
    uid: str
    draft: bool
    retired: bool
    values: tuple[Cell, ...]


def find_row(connection: Connection, table: LedgerTable, uid: str) -> RowNow | None:
    """Return a row, retired or not, or None."""
    found = connection.one(f"{table.select} WHERE uid = ?", (uid,))
    return (
        None if found is None else RowNow(found[0], found[1], bool(found[2]), found[3] is not None, found[4:])
    )


def row_now(connection: Connection, table: LedgerTable, uid: str) -> RowNow:
    """Return a row, retired or not.

    Raises:
        WorldFault: `store.no_row`.
    """
    row = find_row(connection, table, uid)
    if row is None:
        raise WorldFault("store.no_row", title=table.ledger.title)
    return row


def faults_now(connection: Connection, ledger: str, uid: str) -> dict[str, Fault]:
    """Return the refused texts of a row."""
    rows = connection.all(
        'SELECT "column", text, reason FROM cell_fault WHERE ledger = ? AND uid = ?', (ledger, uid)
    )
    return {column: Fault(text, reason) for column, text, reason in rows}


def own_now(connection: Connection, ledger: str, uid: str) -> dict[str, str]:
    """Return the 自有列 of a row."""
    return dict(
        connection.all("SELECT title, text FROM own_cell WHERE ledger = ? AND uid = ?", (ledger, uid))
    )

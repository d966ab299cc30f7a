"""What stands beside a row's typed cells: refused texts (`cell_fault`) and 自有列 (`own_column`, `own_cell`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from township_ledger.domain.rows import Fault
    from township_ledger.store.connection import Connection

_FAULT = (
    'INSERT INTO cell_fault (ledger, uid, "column", text, reason) VALUES (?, ?, ?, ?, ?)'
    ' ON CONFLICT (ledger, uid, "column") DO UPDATE SET text = excluded.text, reason = excluded.reason'
)
_NO_FAULT = 'DELETE FROM cell_fault WHERE ledger = ? AND uid = ? AND "column" = ?'
_OWN = (
    "INSERT INTO own_cell (ledger, uid, title, text) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (ledger, uid, title) DO UPDATE SET text = excluded.text"
)
_NO_OWN = "DELETE FROM own_cell WHERE ledger = ? AND uid = ? AND title = ?"
_OWN_COLUMN = (
    "INSERT OR IGNORE INTO own_column (ledger, title, position)"
    " SELECT ?1, ?2, coalesce(max(position), 0) + 1 FROM own_column WHERE ledger = ?1"
)


def keep_fault(connection: Connection, ledger: str, uid: str, column: str, fault: Fault) -> None:
    """Keep the text that a cell refused; one that was kept before gives way."""
    connection.execute(_FAULT, (ledger, uid, column, fault.text, fault.reason))


def keep_faults(connection: Connection, rows: Iterable[tuple[str, str, str, str, str]]) -> None:
    """Keep many: (ledger, uid, column, text, reason), in the order of their table."""
    connection.run_many(_FAULT, rows)


def drop_fault(connection: Connection, ledger: str, uid: str, column: str) -> None:
    """Forget the text that a cell refused."""
    connection.execute(_NO_FAULT, (ledger, uid, column))


def write_own(connection: Connection, ledger: str, uid: str, title: str, text: str) -> None:
    """Write one 自有列 cell; an empty text removes it. A new title comes last among the ledger's 自有列."""
    if text:
        own_column(connection, ledger, title)
        connection.execute(_OWN, (ledger, uid, title, text))
    else:
        connection.execute(_NO_OWN, (ledger, uid, title))


def own_column(connection: Connection, ledger: str, title: str) -> None:
    """See to it that a ledger has an 自有列 of this title."""
    connection.execute(_OWN_COLUMN, (ledger, title))


def write_owns(connection: Connection, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Write many cells of 自有列 that are there: (ledger, uid, title, text), in the order of their table."""
    connection.run_many(_OWN, rows)

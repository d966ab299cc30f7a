"""Making again what is derived from rows, and moving values whose column changed its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.rows import Fault
from township_ledger.domain.written import written
from township_ledger.store.beside import write_own
from township_ledger.store.search import add_documents, document_of
from township_ledger.store.tables import OWN, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import ColumnType
    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.tables import LedgerTable
    from township_ledger.store.transaction import SqlTransaction

_BATCH = 2000


def mark_drafts(connection: Connection, table: LedgerTable) -> None:
    """Compute the draft mark of every row of a ledger."""
    empty = "".join(f" OR {quoted(table.columns[place])} IS NULL" for place in table.required)
    connection.execute(
        f"UPDATE {table.name} SET draft = (EXISTS (SELECT 1 FROM cell_fault f WHERE f.ledger = ? AND"
        f" f.uid = {table.name}.uid){empty})",
        (table.ledger.name,),
    )


def index_anew(connection: Connection, table: LedgerTable) -> None:
    """Make the search documents of a ledger anew."""
    first, last = table.first_document, table.last_document
    connection.execute("DELETE FROM search WHERE rowid BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM search_key WHERE document BETWEEN ? AND ?", (first, last))
    newest = 0
    while rows := connection.all(
        f"{table.select} WHERE retired_op IS NULL AND id > ? ORDER BY id LIMIT {_BATCH}", (newest,)
    ):
        add_documents(connection, [(first + row[0], document_of(table, row[4:])) for row in rows], new=True)
        newest = rows[-1][0]


def move_to_own(
    transaction: SqlTransaction,
    table: LedgerTable,
    column: str,
    kind: ColumnType,
    kept: Mapping[str, Cell],
    title: str,
) -> None:
    """Log and write that a column's values and refused texts became an 自有列 of their rows."""
    ledger, connection = table.ledger.name, transaction.connection
    faults = connection.all(
        'SELECT uid, text, reason FROM cell_fault WHERE ledger = ? AND "column" = ?', (ledger, column)
    )
    was: dict[str, Cell | Fault] = {**kept, **{uid: Fault(text, reason) for uid, text, reason in faults}}
    connection.execute('DELETE FROM cell_fault WHERE ledger = ? AND "column" = ?', (ledger, column))
    for uid in sorted(was):
        old = was[uid]
        text = old.text if isinstance(old, Fault) else written(kind, old)
        write_own(connection, ledger, uid, title, text)
        transaction.note(ledger, uid, {column: (old, None), OWN + title: (None, text)})
    if was:
        mark_drafts(connection, table)

"""Ledger tables made from definitions, and what a newer definition changes in a home that an older one wrote.

Nothing is ever dropped:

- a new ledger gets its table, a new column is added empty;
- a column that a definition no longer has stays in the table, unseen, and has its values again when it comes back;
- a changed type makes a new column. The old one stays in the table as `<name>_old<N>`, and what it held becomes an
  自有列 `<title>（旧）` of each row, so that the clerk sees it, finds it in the history and can copy it over. A type
  that holds all values of the old one (text → long_text) changes nothing;
- another label, other required columns: the search index and the draft marks of that ledger are made anew.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.faults import WorldFault
from township_ledger.store.tables import MANY_ROWS, LedgerTable, affinity, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.transaction import SqlTransaction

_LINE = frozenset(
    {
        ColumnType.CHOICE, ColumnType.DATE, ColumnType.MONTH, ColumnType.DATETIME, ColumnType.CERTIFICATE_NO,
        ColumnType.ID_NUMBER, ColumnType.CREDIT_CODE, ColumnType.PHONE, ColumnType.FILE,
    }
)  # fmt: skip


def holds_all_of(new: ColumnType, old: ColumnType) -> bool:
    """Whether every canonical value of type `old` is one of type `new`, kept in the same way."""
    if new is old:
        return True
    if new is ColumnType.LONG_TEXT:
        return old in _LINE or old is ColumnType.TEXT
    return (new is ColumnType.TEXT and old in _LINE) or {new, old} == {ColumnType.DECIMAL, ColumnType.HOURS}


class KeptColumn(NamedTuple):
    """One column as `definition.shape` keeps it."""

    name: str
    title: str
    type: str
    target: str | None


class Shape(NamedTuple):
    """What a home knows of a definition that was applied to it."""

    label: str
    required: tuple[str, ...]
    indexed: tuple[str, ...]
    columns: tuple[KeptColumn, ...]
    removed: tuple[KeptColumn, ...]

    def text(self) -> str:
        """Return the shape as it is kept (JSON)."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Shape:
        """Return the shape that `text` wrote."""
        label, required, indexed, columns, removed = json.loads(text)
        kept = [tuple(KeptColumn(*each) for each in group) for group in (columns, removed)]
        return cls(label, tuple(required), tuple(indexed), kept[0], kept[1])


def shape_of(ledger: Ledger, removed: tuple[KeptColumn, ...] = ()) -> Shape:
    """Return the shape of a definition; `removed` are columns of older ones that still stand in the table."""
    columns = tuple(
        KeptColumn(column.name, column.title, column.type.value, column.target) for column in ledger.columns
    )
    names = {column.name for column in columns}
    return Shape(
        ledger.label,
        ledger.required,
        LedgerTable(ledger, 0).indexed,
        columns,
        tuple(column for column in removed if column.name not in names),
    )


class KnownLedger(NamedTuple):
    """One row of `definition`."""

    number: int
    version: int
    shape: Shape


def known_ledgers(connection: Connection) -> dict[str, KnownLedger]:
    """Return the ledgers that a home has tables for."""
    return {
        ledger: KnownLedger(number, version, Shape.read(shape))
        for number, ledger, version, shape in connection.all(
            "SELECT number, ledger, version, shape FROM definition"
        )
    }


def is_current(known: Mapping[str, KnownLedger], definitions: Mapping[str, Ledger]) -> bool:
    """Whether the home's tables fit the definitions.

    Raises:
        WorldFault: `store.newer_ledger` when a newer program has written the home.
    """
    current = True
    for name, ledger in definitions.items():
        if name not in known:
            current = False
            continue
        if known[name].version > ledger.version:
            raise WorldFault("store.newer_ledger", title=ledger.title)
        current &= known[name].shape == shape_of(ledger, known[name].shape.removed)
        current &= known[name].version == ledger.version
    return current


def apply_definitions(
    connection: Connection, definitions: Mapping[str, Ledger], transaction: SqlTransaction
) -> None:
    """Bring the ledger tables to the definitions, inside `transaction`; values that move are logged by it."""
    known = known_ledgers(connection)
    number = max((each.number for each in known.values()), default=0)
    for name, ledger in definitions.items():
        if name not in known:
            number += 1
            _create(connection, ledger, number)
    for name, ledger in definitions.items():
        if name in known:
            _change(connection, LedgerTable(ledger, known[name].number), known[name], transaction)


def _column_sql(column: Column) -> str:
    sql = f"{quoted(column.name)} {affinity(column.type)}"
    if column.target is not None:
        quoted(column.target)
        sql += f' REFERENCES "l_{column.target}" (uid) ON DELETE RESTRICT ON UPDATE RESTRICT'
    return sql


def _create(connection: Connection, ledger: Ledger, number: int) -> None:
    table = LedgerTable(ledger, number)
    columns = ", ".join(_column_sql(column) for column in ledger.columns)
    connection.execute(
        f"CREATE TABLE {table.name} (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, draft INTEGER NOT NULL,"
        f" created_op INTEGER NOT NULL, changed_op INTEGER NOT NULL, retired_op INTEGER, {columns})"
    )
    connection.execute(
        "INSERT INTO definition (number, ledger, version, shape) VALUES (?, ?, ?, ?)",
        (number, ledger.name, ledger.version, shape_of(ledger).text()),
    )
    _create_indexes(connection, table)


def _create_indexes(connection: Connection, table: LedgerTable) -> None:
    """Make the indexes that a ledger needs with the rows it has."""
    drafts = f'"i_{table.ledger.name}__draft"'
    connection.execute(
        f"CREATE INDEX IF NOT EXISTS {drafts} ON {table.name} (draft) WHERE retired_op IS NULL AND draft = 1"
    )
    many = int(connection.value(table.next_id)) > MANY_ROWS
    for sql in table.index_sql(table.indexed if many else table.always_indexed):
        connection.execute(sql)


def _change(
    connection: Connection, table: LedgerTable, known: KnownLedger, transaction: SqlTransaction
) -> None:
    from township_ledger.store.migrating import index_anew, mark_drafts

    old = {column.name: column for column in (*known.shape.columns, *known.shape.removed)}
    removed = [*known.shape.removed, *known.shape.columns]
    for column in table.ledger.columns:
        was = old.get(column.name)
        if was is not None and not holds_all_of(column.type, ColumnType(was.type)):
            _renew(connection, table, column, was, transaction)
        elif was is None:
            connection.execute(f"ALTER TABLE {table.name} ADD COLUMN {_column_sql(column)}")
    shape = shape_of(table.ledger, tuple(removed))
    connection.execute(
        "UPDATE definition SET version = ?, shape = ? WHERE number = ?",
        (table.ledger.version, shape.text(), table.number),
    )
    for gone in set(known.shape.indexed) - set(table.indexed):
        connection.execute(f'DROP INDEX IF EXISTS "i_{table.ledger.name}__{gone}"')
    _create_indexes(connection, table)
    if known.shape.required != shape.required:
        mark_drafts(connection, table)
    if _searched(known.shape) != _searched(shape):
        index_anew(connection, table)


def _searched(shape: Shape) -> object:
    return shape.label, {column.name: column.type for column in shape.columns}


def _renew(
    connection: Connection,
    table: LedgerTable,
    column: Column,
    was: KeptColumn,
    transaction: SqlTransaction,
) -> None:
    """Give a column its new type; what it held moves into an 自有列 of each row."""
    from township_ledger.store.migrating import move_to_own

    name = table.ledger.name
    kept: dict[str, Cell] = dict(
        connection.all(
            f"SELECT uid, {quoted(was.name)} FROM {table.name} WHERE {quoted(was.name)} IS NOT NULL"
        )
    )
    connection.execute(f'DROP INDEX IF EXISTS "i_{name}__{was.name}"')
    present = {row[1] for row in connection.all(f"PRAGMA table_info({table.name})")}
    number = 1
    while f"{was.name}_old{number}" in present:
        number += 1
    connection.execute(
        f'ALTER TABLE {table.name} RENAME COLUMN {quoted(was.name)} TO "{was.name}_old{number}"'
    )
    connection.execute(f"ALTER TABLE {table.name} ADD COLUMN {_column_sql(column)}")
    titles = {row[0] for row in connection.all("SELECT title FROM own_column WHERE ledger = ?", (name,))}
    title = f"{was.title}（旧）"
    while title in titles:
        title += "（旧）"
    move_to_own(transaction, table, column.name, ColumnType(was.type), kept, title)

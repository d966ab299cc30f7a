"""Set-wise writing: thousands of rows with their log rows, search documents and source digests in a few statements."""

from __future__ import annotations

from itertools import islice
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, TypeVar

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Fault
from township_ledger.store import canonical
from township_ledger.store.beside import (
    drop_fault,
    keep_fault,
    keep_faults,
    own_column,
    write_own,
    write_owns,
)
from township_ledger.store.log import CREATED
from township_ledger.store.search import add_new_documents, change_document, document_of
from township_ledger.store.tables import MANY_ROWS, OWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.log import LogWriter
    from township_ledger.store.tables import LedgerTable
    from township_ledger.usecases.bulk import ChangedRow, NewRow

_R = TypeVar("_R")

_BATCH = 2000  # rows held at a time, so that memory does not grow with the file
_DIGEST = (
    "INSERT INTO import_row (ledger, digest, uid, operation) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (ledger, digest) DO UPDATE SET uid = excluded.uid, operation = excluded.operation"
)


def remember_digests(
    connection: Connection, ledger: str, digests: Iterable[tuple[bytes, str]], operation: int
) -> None:
    """Note which source rows became which rows; sorted, because the table is in the order of digests."""
    connection.run_many(_DIGEST, sorted((ledger, digest, uid, operation) for digest, uid in digests))


def _batches(rows: Iterable[_R]) -> Iterator[list[_R]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _change_of_new(table: LedgerTable, row: NewRow) -> str:
    """Return the change of a new row with faults or 自有列 as canonical JSON."""
    change: dict[str, tuple[Cell | Fault, Cell | Fault]] = {CREATED: (None, 1)}
    for name, place in table.place.items():
        new = row.faults.get(name, row.values[place])
        if new is not None:
            change[name] = (None, new)
    change.update({OWN + title: (None, text) for title, text in row.own.items() if text})
    return canonical.of_change(change)


def _changes_of_new(
    table: LedgerTable, batch: Sequence[NewRow], columns: Sequence[Sequence[Cell]]
) -> list[tuple[str, str]]:
    """Return (uid, change as canonical JSON) of new rows, written column by column.

    Column names are ASCII, so their order by code point is the order that RFC 8785 asks for; only rows with faults
    or 自有列 take the general way.
    """
    quote, of_value = encode_basestring, canonical.of_value
    written: list[Sequence[str]] = [[f'{{"{CREATED}":[null,1]'] * len(batch)]
    for name in sorted(table.columns):
        column = columns[table.place[name]]
        if column.count(None) == len(batch):
            continue
        head = f',"{name}":[null,'
        written.append(
            [
                ""
                if value is None
                else head + (quote(value) if type(value) is str else of_value(value)) + "]"
                for value in column
            ]
        )
    return [
        (row.uid, _change_of_new(table, row) if row.faults or row.own else "".join(cells) + "}")
        for row, cells in zip(batch, zip(*written, strict=True), strict=True)
    ]


def _drafts(table: LedgerTable, batch: Sequence[NewRow], columns: Sequence[Sequence[Cell]]) -> list[int]:
    """Return 1 for each row with a refused cell or an empty required one, else 0."""
    drafts = [1 if row.faults else 0 for row in batch]
    for place in table.required:
        if None in columns[place]:
            drafts = [
                1 if cell is None else draft for cell, draft in zip(columns[place], drafts, strict=True)
            ]
    return drafts


def insert_many(connection: Connection, log: LogWriter, table: LedgerTable, rows: Iterable[NewRow]) -> int:
    """Add rows with everything that belongs to them; returns how many."""
    row_id = int(connection.value(table.next_id))
    number, first = log.number, table.first_document
    count = 0
    digests: list[tuple[bytes, str]] = []
    titles: set[str] = set()
    for batch in _batches(rows):
        columns = list(zip(*[row.values for row in batch], strict=True))
        drafts = _drafts(table, batch, columns)
        inserts: list[Sequence[Cell]] = [
            (id_, row.uid, draft, number, number, *row.values)
            for id_, (row, draft) in enumerate(zip(batch, drafts, strict=True), row_id)
        ]
        connection.run_many(table.insert, inserts)
        log.write(table.ledger.name, _changes_of_new(table, batch, columns))
        add_new_documents(connection, table, first + row_id, columns)
        _write_beside(connection, table.ledger.name, batch, titles)
        digests.extend([(digest, row.uid) for row in batch for digest in row.digests])
        row_id += len(batch)
        count += len(batch)
    remember_digests(connection, table.ledger.name, digests, log.number)
    index_many_rows(connection, table, row_id)
    return count


def index_many_rows(connection: Connection, table: LedgerTable, next_id: int) -> None:
    """Make the indexes of a ledger that has come to hold many rows."""
    if next_id > MANY_ROWS and not table.many_rows_indexed:
        for sql in table.index_sql(table.indexed):
            connection.execute(sql)
        table.many_rows_indexed = True


def _write_beside(connection: Connection, ledger: str, batch: Sequence[NewRow], titles: set[str]) -> None:
    faults = [
        (ledger, row.uid, name, fault.text, fault.reason)
        for row in batch
        if row.faults
        for name, fault in row.faults.items()
    ]
    own = [
        (ledger, row.uid, title, text) for row in batch if row.own for title, text in row.own.items() if text
    ]
    if faults:
        keep_faults(connection, sorted(faults))
    if own:
        for _, _, title, _ in own:
            if title not in titles:
                titles.add(title)
                own_column(connection, ledger, title)
        write_owns(connection, sorted(own))


def update_many(
    connection: Connection, log: LogWriter, table: LedgerTable, rows: Iterable[ChangedRow]
) -> int:
    """Change rows with everything that belongs to them; returns how many.

    Raises:
        WorldFault: `store.no_row` when a row is not there or was taken out.
    """
    count = 0
    digests: list[tuple[bytes, str]] = []
    for batch in _batches(rows):
        changed = [row for row in batch if row.changes]
        for row in changed:
            _update(connection, log.number, table, row.uid, row.changes)
        log.write(table.ledger.name, [(row.uid, canonical.of_change(dict(row.changes))) for row in changed])
        digests.extend((digest, row.uid) for row in batch for digest in row.digests)
        count += len(changed)
    remember_digests(connection, table.ledger.name, digests, log.number)
    return count


def _update(
    connection: Connection,
    number: int,
    table: LedgerTable,
    uid: str,
    changes: Mapping[str, tuple[Cell | Fault, Cell | Fault]],
) -> None:
    """Change one row without its log row: about 50 µs."""
    ledger = table.ledger.name
    found = connection.one(f"{table.select} WHERE uid = ?", (uid,))
    if found is None or found[3] is not None:
        raise WorldFault("store.no_row", title=table.ledger.title)
    row_id, old = found[0], found[4:]
    cells = list(old)
    columns: list[str] = []
    for name, (before, after) in changes.items():
        if name.startswith(OWN):
            write_own(connection, ledger, uid, name[len(OWN) :], str(after or ""))
            continue
        if isinstance(after, Fault):
            keep_fault(connection, ledger, uid, name, after)
        elif isinstance(before, Fault):
            drop_fault(connection, ledger, uid, name)
        cells[table.place[name]] = None if isinstance(after, Fault) else after
        columns.append(name)
    faulty = connection.one("SELECT 1 FROM cell_fault WHERE ledger = ? AND uid = ? LIMIT 1", (ledger, uid))
    draft = table.is_draft(cells, faulty=faulty is not None)
    connection.execute(
        table.update(columns), (draft, number, *(cells[table.place[name]] for name in columns), row_id)
    )
    if any(table.place[name] in table.searched for name in columns):
        document = table.first_document + row_id
        change_document(connection, document, document_of(table, old), document_of(table, cells))

"""Reading the ledgers: counts, pages, rows, labels, history (`usecases.ports.LedgerReader`, `bulk.BulkReader`)."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from township_ledger.domain.definitions import REFERENCE_TYPES
from township_ledger.domain.rows import Query, Row, SearchHit
from township_ledger.store.bulk_reading import BulkReading
from township_ledger.store.queries import IN_USE, conditions, id_order, ids_sql, is_bare, is_plain, sort_index
from township_ledger.store.search import documents_sql, terms_of
from township_ledger.store.tables import DOCUMENT_BITS, DOCUMENT_MASK, MANY_ROWS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Cell, HistoryEntry, Operation, Sort
    from township_ledger.store.connection import Value
    from township_ledger.store.tables import LedgerTable

_CHUNK = 500
_CANDIDATES = 20  # documents looked at for each hit that is asked for
_WALKED = 30  # index entries that can be walked past in the time of looking up one row
_KEPT_COUNTS, _KEPT_IDS = 64, 3


class SqlLedgerReader(BulkReading):
    """Reads through one connection; results of counts and filters are kept until something is written."""

    def prepare_cache(self) -> None:
        """Start with nothing kept."""
        self._seen: tuple[int, int] = (-1, -1)
        self._counts: OrderedDict[tuple[Query, str], int] = OrderedDict()
        self._ids: OrderedDict[Query, array[int]] = OrderedDict()

    def _forget_when_written(self) -> None:
        version = (self.connection.value("PRAGMA data_version"), self.connection.total_changes)
        if version != self._seen:
            self._seen = version
            self._counts.clear()
            self._ids.clear()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within the block every reading sees the database as it was at the first: for reports and bundles."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def ledgers(self) -> Mapping[str, Ledger]:
        """Return the ledgers in use by name."""
        return self.definitions

    def table(self, name: str) -> LedgerTable:
        """Return the table of a ledger."""
        return self.tables[name]

    def _count(self, query: Query, kind: str, sql: str, params: Sequence[Value]) -> int:
        kept = (query, kind)
        if kept not in self._counts:
            self._counts[kept] = int(self.connection.value(sql, params))
            if len(self._counts) > _KEPT_COUNTS:
                self._counts.popitem(last=False)
        return self._counts[kept]

    def count(self, query: Query) -> int:
        """Return how many rows `query` finds."""
        self._forget_when_written()
        bare = Query(query.ledger, query.search, query.filters, (), query.draft, query.uids)
        for kept in (query, bare):
            if kept in self._ids:
                return len(self._ids[kept])
        if bare.search.strip():
            return len(self.ids(bare))  # whoever counts what a search finds is about to show it
        if bare == Query(query.ledger, draft=False):  # drafts have an index, the others do not
            return self.count(Query(query.ledger)) - self.count(Query(query.ledger, draft=True))
        table = self.table(query.ledger)
        where = conditions(table, bare, self.tables)
        return self._count(
            bare, "all", f"SELECT count(*) FROM {table.name} t WHERE {where.text}", where.params
        )

    def ids(self, query: Query) -> array[int]:
        """Return the database ids of all rows that `query` finds, in its order (array type 'q')."""
        self._forget_when_written()
        if query in self._ids:
            self._ids.move_to_end(query)
            return self._ids[query]
        found = array("q")
        for sql in ids_sql(self.table(query.ledger), query, self.tables, self._walk(query)):
            found.extend(row[0] for row in self.connection.execute(sql.text, sql.params))
        self._ids[query] = found
        if len(self._ids) > _KEPT_IDS:
            self._ids.popitem(last=False)
        return found

    def _walk(self, query: Query) -> str | None:
        """Return the index to walk for a sort of many rows: looking one row up costs what walking past 30 costs."""
        index = sort_index(self.table(query.ledger), query)
        if index is None or is_bare(query):
            return index if self._has_index(index) else None
        total = self.count(Query(query.ledger))
        if total <= MANY_ROWS or self.count(query) * _WALKED <= total:
            return None
        return index if self._has_index(index) else None

    def _has_index(self, name: str | None) -> bool:
        return self.connection.one("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)) is not None

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Return at most `limit` rows of `query` from `offset` on."""
        table = self.table(query.ledger)
        if is_plain(table, query) and (not query.sort or self.count(query) > MANY_ROWS):
            ids = self._plain_page(table, query, offset, limit)
        else:
            ids = list(self.ids(query)[offset : offset + limit])
        return self.rows_by_id(query.ledger, ids)

    def _plain_page(self, table: LedgerTable, query: Query, offset: int, limit: int) -> list[int]:
        """Cut a page out of an index; beyond its middle it is walked from the other end."""
        if not query.sort:
            return self._cut(table, "", "t.id", self.count(query), offset, limit)
        sort = query.sort[0]
        column = f"t.{quoted(sort.column)}"
        total = self.count(query)
        filled = self._count(
            query,
            "filled",
            f"SELECT count(*) FROM {table.name} t WHERE {IN_USE} AND {column} IS NOT NULL",
            (),
        )
        direction = " DESC" if sort.descending else ""
        ids: list[int] = []
        if offset < filled:
            order = f"{column}{direction}, t.id{direction}"
            ids = self._cut(table, f" AND {column} IS NOT NULL", order, filled, offset, limit)
        if len(ids) < limit and total > filled:
            empty = f" AND {column} IS NULL"
            ids += self._cut(table, empty, "t.id", total - filled, max(0, offset - filled), limit - len(ids))
        return ids

    def _cut(
        self, table: LedgerTable, more: str, order: str, total: int, offset: int, limit: int
    ) -> list[int]:
        limit = min(limit, total - offset)
        if limit <= 0:
            return []
        backwards = offset > total // 2
        if backwards:
            order = ", ".join(
                part[: -len(" DESC")] if part.endswith(" DESC") else f"{part} DESC"
                for part in order.split(", ")
            )
            offset = total - offset - limit
        rows = self.connection.all(
            f"SELECT t.id FROM {table.name} t WHERE {IN_USE}{more} ORDER BY {order} LIMIT ? OFFSET ?",
            (limit, offset),
        )
        ids = [row[0] for row in rows]
        return ids[::-1] if backwards else ids

    def rows(self, query: Query) -> Iterator[Row]:
        """Yield every row of `query`, in its order."""
        ids = iter(array("q", self.ids(query)))
        while chunk := list(islice(ids, _CHUNK)):
            yield from self.rows_by_id(query.ledger, chunk)

    def cells(self, query: Query, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
        """Yield (database id, uid, the values of `columns`) of every row of `query`, in the order of recording.

        Raises:
            KeyError: the ledger has no such column.
        """
        table = self.table(query.ledger)
        for name in columns:
            if name not in table.place:
                raise KeyError(f"{query.ledger} has no column {name}")
        wanted = "".join(f", t.{quoted(name)}" for name in columns)
        where = conditions(table, query, self.tables)
        return self.connection.execute(
            f"SELECT t.id, t.uid{wanted} FROM {table.name} t WHERE {where.text} ORDER BY {id_order(query)}",
            where.params,
        )

    def rows_by_id(self, ledger: str, ids: Sequence[int]) -> list[Row]:
        """Return the rows with these database ids, in the order of `ids`."""
        if not ids:
            return []
        table = self.table(ledger)
        marks = ", ".join("?" * len(ids))
        found = {
            row[0]: row for row in self.connection.execute(f"{table.select} WHERE id IN ({marks})", list(ids))
        }
        rows = [found[row_id] for row_id in ids if row_id in found]
        faults = self.faults_of(ledger, [row[1] for row in rows if row[2]])
        own = self.own_of(ledger, [row[1] for row in rows]) if self.own_columns(ledger) else {}
        names = table.columns
        return [
            Row(
                row[0], row[1], bool(row[2]), dict(zip(names, row[4:], strict=True)),
                faults.get(row[1], {}), own.get(row[1], {}), row[3] is not None,
            )
            for row in rows
        ]  # fmt: skip

    def row(self, ledger: str, uid: str) -> Row | None:
        """Return one row, retired or not."""
        row_id = self.connection.value(f"SELECT id FROM {self.table(ledger).name} WHERE uid = ?", (uid,))
        return None if row_id is None else self.rows_by_id(ledger, [row_id])[0]

    def position(self, query: Query, uid: str) -> int | None:
        """Return at which place of `query` a row stands (counted from 0), or None: to jump to it.

        Where pages are cut from an index, the rows before this one are counted in it and no list of them is made.
        """
        table = self.table(query.ledger)
        row_id = self.connection.value(
            f"SELECT t.id FROM {table.name} t WHERE t.uid = ? AND +{IN_USE}", (uid,)
        )
        if row_id is None:
            return None
        if is_plain(table, query) and self.count(query) > MANY_ROWS:
            return self._rows_before(table, query.sort, row_id)
        try:
            return self.ids(query).index(row_id)
        except ValueError:
            return None

    def _rows_before(self, table: LedgerTable, sorts: Sequence[Sort], row_id: int) -> int:
        head = f"SELECT count(*) FROM {table.name} t WHERE {IN_USE}"
        if not sorts:
            return int(self.connection.value(f"{head} AND t.id < ?", (row_id,)))
        column = f"t.{quoted(sorts[0].column)}"
        value = self.connection.value(f"SELECT {column} FROM {table.name} t WHERE t.id = ?", (row_id,))
        if value is None:  # empty cells come last, in the order of recording
            parts = [(f"{column} IS NOT NULL", ()), (f"{column} IS NULL AND t.id < ?", (row_id,))]
        else:
            before = ">" if sorts[0].descending else "<"
            parts = [
                (f"{column} {before} ?", (value,)),
                (f"{column} = ? AND t.id {before} ?", (value, row_id)),
            ]
        return sum(int(self.connection.value(f"{head} AND {where}", params)) for where, params in parts)

    def own_columns(self, ledger: str) -> list[str]:
        """Return the titles of the 自有列 of a ledger, in the order in which they came."""
        rows = self.connection.all(
            "SELECT title FROM own_column WHERE ledger = ? ORDER BY position", (ledger,)
        )
        return [row[0] for row in rows]

    def labels(self, ledger: str, uids: Iterable[str]) -> dict[str, str]:
        """Return the label of each row; a reference among labels is resolved once more."""
        found = self._labels(ledger, uids)
        table = self.table(ledger)
        column = table.ledger.by_name[table.ledger.label]
        if column.type in REFERENCE_TYPES and column.target in self.tables:
            further = self._labels(str(column.target), set(found.values()))
            return {uid: further.get(label, "") for uid, label in found.items()}
        return found

    def _labels(self, ledger: str, uids: Iterable[str]) -> dict[str, str]:
        table = self.table(ledger)
        label = quoted(table.ledger.label)
        wanted = iter(set(uids))
        found: dict[str, str] = {}
        while chunk := list(islice(wanted, _CHUNK)):
            marks = ", ".join("?" * len(chunk))
            for uid, text in self.connection.execute(
                f"SELECT uid, {label} FROM {table.name} WHERE uid IN ({marks})", chunk
            ):
                found[uid] = "" if text is None else str(text)
        return found

    def history(self, ledger: str, uid: str, column: str | None = None) -> list[HistoryEntry]:
        """Return the changes of a row, or of one of its cells, newest first."""
        from township_ledger.store import log

        return log.history(self.connection, ledger, uid, column)

    def operations(self, limit: int = 100, before: int | None = None) -> list[Operation]:
        """Return the newest operations (those with a number below `before`), newest first."""
        from township_ledger.store import log

        return log.operations(self.connection, limit, before)

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """Find rows of all ledgers by name, initials or number.

        A label that is the text itself comes first, then labels that begin with it, then rows whose label or number
        hits, then rows with other text that does; among equals, ledgers with a page of their own come first.
        """
        terms = terms_of(text)
        if not terms:
            return []
        numbers = {table.number: table for table in self.tables.values()}
        hits: dict[str, SearchHit] = {}
        for labels_only in (True, False):
            sql, params = documents_sql(terms, labels_only=labels_only)
            grouped: dict[int, list[int]] = {}
            for (document,) in self.connection.all(f"{sql} LIMIT ?", (*params, _CANDIDATES * limit)):
                grouped.setdefault(document >> DOCUMENT_BITS, []).append(document & DOCUMENT_MASK)
            found = [
                hit
                for number, ids in grouped.items()
                if number in numbers
                for hit in self._hits(numbers[number], ids)
                if hit.uid not in hits
            ]
            found.sort(key=lambda hit: self._rank(hit, " ".join(terms)))
            hits.update((hit.uid, hit) for hit in found)
            if len(hits) >= limit:
                break
        return list(hits.values())[:limit]

    def _rank(self, hit: SearchHit, text: str) -> tuple[bool, bool, bool, int]:
        label = hit.label.casefold()
        table = self.tables[hit.ledger]
        wanted = text.casefold()
        return label != wanted, not label.startswith(wanted), not table.ledger.sidebar, table.number

    def _hits(self, table: LedgerTable, ids: Sequence[int]) -> list[SearchHit]:
        marks = ", ".join("?" * len(ids))
        uids = [
            row[0] for row in self.connection.all(f"SELECT uid FROM {table.name} WHERE id IN ({marks})", ids)
        ]
        labels = self.labels(table.ledger.name, uids)
        return [SearchHit(table.ledger.name, uid, labels[uid]) for uid in uids]

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self.connection.value("PRAGMA data_version"))

    def setting(self, key: str) -> str | None:
        """Return a value of the home, or None."""
        value: str | None = self.connection.value("SELECT value FROM meta WHERE key = ?", (key,))
        return value

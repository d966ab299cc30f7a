"""From a `Query` to SQL over one ledger's table (design.md §12).

All indexes hold rows in use only, with the id behind the column, so that counting, paging and jumping read an index
and nothing else. Empty cells come last in both directions; rows with equal cells follow the direction of the sort by
their ids. A reference column sorts by the label of the row it points to.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.definitions import REFERENCE_TYPES
from township_ledger.domain.rows import Op
from township_ledger.store.search import term_sql, terms_of
from township_ledger.store.tables import DOCUMENT_MASK, OWN, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.rows import Filter, Query, Sort
    from township_ledger.store.connection import Value
    from township_ledger.store.tables import LedgerTable

IN_USE = "t.retired_op IS NULL"
_COMPARED = {Op.EQ: "=", Op.LT: "<", Op.LE: "<=", Op.GT: ">", Op.GE: ">="}


class Sql(NamedTuple):
    """A piece of SQL with its parameters."""

    text: str
    params: tuple[Value, ...] = ()


def _column(table: LedgerTable, name: str) -> Sql:
    """Return the expression of a column's value, an 自有列's too.

    Raises:
        KeyError: the ledger has no such column.
    """
    if name.startswith(OWN):
        return Sql(
            "(SELECT o.text FROM own_cell o WHERE o.ledger = ? AND o.uid = t.uid AND o.title = ?)",
            (table.ledger.name, name[len(OWN) :]),
        )
    if name not in table.place:
        raise KeyError(f"{table.ledger.name} has no column {name}")
    return Sql(f"t.{quoted(name)}")


def _filter(table: LedgerTable, condition: Filter) -> Sql:
    column = _column(table, condition.column)
    value = condition.value
    op = condition.op
    if op is Op.FAULT:
        return Sql(
            't.draft = 1 AND t.uid IN (SELECT f.uid FROM cell_fault f WHERE f.ledger = ? AND f."column" = ?)',
            (table.ledger.name, condition.column),
        )
    if op is Op.EMPTY:
        return Sql(f"{column.text} IS NULL", column.params)
    if op is Op.FILLED:
        return Sql(f"{column.text} IS NOT NULL", column.params)
    if op is Op.IN:
        values = value if isinstance(value, tuple) else (value,)
        return Sql(f"{column.text} IN ({', '.join('?' * len(values))})", (*column.params, *values))
    if isinstance(value, tuple):
        raise TypeError("only `in` compares with several values")
    if op is Op.CONTAINS:
        return Sql(f"instr(lower({column.text}), lower(?)) > 0", (*column.params, str(value)))
    if op is Op.NE:
        return Sql(f"{column.text} IS NOT ?", (*column.params, value))
    return Sql(f"{column.text} {_COMPARED[op]} ?", (*column.params, value))


def _term(table: LedgerTable, term: str, tables: Mapping[str, LedgerTable]) -> Sql:
    """Return the ids of rows that a search term finds, by their own text or by that of rows they refer to."""
    text, params = term_sql(term, table.first_document, table.last_document)
    parts = [f"SELECT document & {DOCUMENT_MASK} FROM ({text})"]
    for column in table.references:
        target = tables.get(str(column.target))
        if target is None:
            continue
        text, more = term_sql(term, target.first_document, target.last_document)
        parts.append(
            f"SELECT r.id FROM {table.name} r WHERE r.retired_op IS NULL AND r.{quoted(column.name)} IN"
            f" (SELECT g.uid FROM {target.name} g WHERE g.id IN (SELECT document & {DOCUMENT_MASK} FROM ({text})))"
        )
        params += more
    return Sql(" UNION ".join(parts), tuple(params))


def conditions(table: LedgerTable, query: Query, tables: Mapping[str, LedgerTable]) -> Sql:
    """Return the WHERE of a query, without `WHERE`; the table is called `t`."""
    # given rows are found by their uids: `+` keeps SQLite from walking all rows in use instead
    parts = [IN_USE if query.uids is None else f"+{IN_USE}"]
    params: list[Value] = []
    if query.draft is not None:
        parts.append("t.draft = ?")
        params.append(int(query.draft))
    for condition in query.filters:
        piece = _filter(table, condition)
        parts.append(f"({piece.text})")
        params += piece.params
    for term in terms_of(query.search):
        piece = _term(table, term, tables)
        parts.append(f"t.id IN ({piece.text})")
        params += piece.params
    if query.uids is not None:
        parts.append("t.uid IN (SELECT value FROM json_each(?))")  # any number of them
        params.append(json.dumps(sorted(query.uids)))
    return Sql(" AND ".join(parts), tuple(params))


def _sort_key(table: LedgerTable, sort: Sort, tables: Mapping[str, LedgerTable]) -> Sql:
    """Return the expression that a sort orders by: a column's value, or the label of the row it refers to."""
    key = _column(table, sort.column)
    column = table.ledger.by_name.get(sort.column)
    for depth in (1, 2):  # a label may be a reference once more
        target = tables.get(str(column.target)) if column is not None else None
        if target is None:
            break
        name = f"g{depth}"
        label = target.ledger.label
        key = Sql(
            f"(SELECT {name}.{quoted(label)} FROM {target.name} {name} WHERE {name}.uid = {key.text})",
            key.params,
        )
        column = target.ledger.by_name[label]
    return key


def is_reference(table: LedgerTable, name: str) -> bool:
    """Whether a column refers to rows of another ledger."""
    return name in table.place and table.ledger.by_name[name].type in REFERENCE_TYPES


def is_bare(query: Query) -> bool:
    """Whether a query has no condition: it finds every row in use."""
    return not query.search.strip() and not query.filters and query.draft is None and query.uids is None


def sort_index(table: LedgerTable, query: Query) -> str | None:
    """Return the name of the index that has the rows in the order of the first sort, or None."""
    first = query.sort[0].column if query.sort else None
    if first is None or first not in table.indexed or is_reference(table, first):
        return None
    return table.index_name(first)


def is_plain(table: LedgerTable, query: Query) -> bool:
    """Whether pages of `query` can be cut from an index directly: no condition, at most one sort by an index."""
    return is_bare(query) and (
        not query.sort or (len(query.sort) == 1 and sort_index(table, query) is not None)
    )


def id_order(query: Query) -> str:
    """Return what a query without a sort is ordered by: the id.

    A few rows picked by their values are found by those and sorted then (`+` takes the id out of SQLite's choice):
    it would otherwise walk through the whole ledger because that comes in the order of ids.
    """
    return "+t.id" if any(condition.op is Op.IN for condition in query.filters) else "t.id"


def ids_sql(
    table: LedgerTable, query: Query, tables: Mapping[str, LedgerTable], walk: str | None = None
) -> list[Sql]:
    """Return the statements whose rows, one after the other, are the ids that `query` finds, in its order.

    Args:
        table: the ledger's table.
        query: what to find.
        tables: all tables by ledger, for references.
        walk: walk this index and take the rows that the conditions found. That is quicker than looking up the sort
            cell of each row found, when these are many.
    """
    where = conditions(table, query, tables)
    if not query.sort:
        return [
            Sql(
                f"SELECT t.id FROM {table.name} t WHERE {where.text} ORDER BY {id_order(query)}", where.params
            )
        ]
    found = Sql(f"t.id IN (SELECT t.id FROM {table.name} t WHERE {where.text})", where.params)
    first, *others = query.sort
    key = _sort_key(table, first, tables)
    rest = _later_keys(table, others, tables)
    if walk is not None:
        head = f'SELECT t.id FROM {table.name} t INDEXED BY "{walk}" WHERE {IN_USE} AND'
        direction = " DESC" if first.descending else ""
        return [
            Sql(
                f"{head} {key.text} IS NOT NULL AND {found.text} ORDER BY {key.text}{direction}{rest.text},"
                f" t.id{direction}",
                (*found.params, *rest.params),
            ),
            Sql(
                f"{head} {key.text} IS NULL AND {found.text} ORDER BY {rest.text[2:] + ', ' if rest.text else ''}t.id",
                (*found.params, *rest.params),
            ),
        ]
    order, last = (
        (f"{key.text} DESC", f"iif({key.text} IS NULL, t.id, -t.id)")
        if first.descending
        else (key.text, "t.id")
    )
    twice = (*key.params, *key.params)
    return [
        Sql(
            f"SELECT t.id FROM {table.name} t NOT INDEXED WHERE {found.text}"
            f" ORDER BY {key.text} IS NULL, {order}{rest.text}, {last}",
            (*found.params, *twice, *rest.params, *(key.params if first.descending else ())),
        )
    ]


def _later_keys(table: LedgerTable, sorts: Sequence[Sort], tables: Mapping[str, LedgerTable]) -> Sql:
    text = ""
    params: list[Value] = []
    for sort in sorts:
        key = _sort_key(table, sort, tables)
        text += f", {key.text} IS NULL, {key.text}{' DESC' if sort.descending else ''}"
        params += [*key.params, *key.params]
    return Sql(text, tuple(params))

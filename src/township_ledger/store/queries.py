"""From a `Query` to SQL over one ledger's table (design.md §12).

All indexes hold rows in use only, with the id behind the column, so that counting, paging and jumping read an index
and nothing else. Empty cells come last in both directions; rows with equal cells follow the direction of the sort by
their ids. A reference column sorts by the label of the row it points to.
"""

from __future__ import annotations

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
    parts = [IN_USE]
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
        marks = ", ".join("?" * len(query.uids))
        parts.append(f"t.uid IN ({marks})")
        params += sorted(query.uids)
    return Sql(" AND ".join(parts), tuple(params))


def _sort_key(table: LedgerTable, sort: Sort, tables: Mapping[str, LedgerTable]) -> Sql:
    """Return the expression that a sort orders by: a column's value, or the label of the row it refers to."""
    key = _column(table, sort.column)
    column = table.ledger.by_name.get(sort.column)
    depth = 0
    while (
        column is not None and column.type in REFERENCE_TYPES and depth < 2
    ):  # a label may be a reference once more
        target = tables.get(str(column.target))
        if target is None:
            break
        depth += 1
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


def ids_sql(table: LedgerTable, query: Query, tables: Mapping[str, LedgerTable]) -> list[Sql]:
    """Return the statements whose rows, one after the other, are the ids that `query` finds, in its order.

    With a sort there are two: rows whose first sort cell is filled, in the order of its index, then the others by id.
    """
    where = conditions(table, query, tables)
    if not query.sort:
        return [Sql(f"SELECT t.id FROM {table.name} t WHERE {where.text} ORDER BY t.id", where.params)]
    first, *others = query.sort
    rest, rest_params = _later_keys(table, others, tables)
    direction = " DESC" if first.descending else ""
    if is_reference(table, first.column) and str(table.ledger.by_name[first.column].target) in tables:
        return _by_label(table, first, where, Sql(rest, rest_params), tables)
    key = _sort_key(table, first, tables)
    return [
        Sql(
            f"SELECT t.id FROM {table.name} t WHERE {where.text} AND {key.text} IS NOT NULL"
            f" ORDER BY {key.text}{direction}{rest}, t.id{direction}",
            (*where.params, *key.params, *key.params, *rest_params),
        ),
        Sql(
            f"SELECT t.id FROM {table.name} t WHERE {where.text} AND {key.text} IS NULL ORDER BY {rest[2:] + ', ' if rest else ''}t.id",
            (*where.params, *key.params, *rest_params),
        ),
    ]


def _later_keys(
    table: LedgerTable, sorts: Sequence[Sort], tables: Mapping[str, LedgerTable]
) -> tuple[str, tuple[Value, ...]]:
    text = ""
    params: list[Value] = []
    for sort in sorts:
        key = _sort_key(table, sort, tables)
        text += f", {key.text} IS NULL, {key.text}{' DESC' if sort.descending else ''}"
        params += [*key.params, *key.params]
    return text, tuple(params)


def _by_label(
    table: LedgerTable, sort: Sort, where: Sql, rest: Sql, tables: Mapping[str, LedgerTable]
) -> list[Sql]:
    """Sort by the labels that a reference column points to: the target in the order of its labels, then our rows."""
    key = _sort_key(table, sort, tables)
    direction = " DESC" if sort.descending else ""
    column = f"t.{quoted(sort.column)}"
    return [
        Sql(
            f"SELECT t.id FROM {table.name} t WHERE {where.text} AND {column} IS NOT NULL"
            f" ORDER BY {key.text} IS NULL, {key.text}{direction}{rest.text}, t.id{direction}",
            (*where.params, *rest.params),
        ),
        Sql(
            f"SELECT t.id FROM {table.name} t WHERE {where.text} AND {column} IS NULL"
            f" ORDER BY {rest.text[2:] + ', ' if rest.text else ''}t.id",
            (*where.params, *rest.params),
        ),
    ]


def is_plain(table: LedgerTable, query: Query) -> bool:
    """Whether pages of `query` can be cut from an index directly: no condition, at most one sort by an index."""
    if query.search.strip() or query.filters or query.draft is not None or query.uids is not None:
        return False
    if not query.sort:
        return True
    return (
        len(query.sort) == 1
        and query.sort[0].column in table.indexed
        and not is_reference(table, query.sort[0].column)
    )

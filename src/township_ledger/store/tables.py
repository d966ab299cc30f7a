"""The table of one ledger: its names, its columns and the SQL that is the same every time.

Identifiers come from definitions and are checked before any SQL is built from them; values are always parameters.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from township_ledger.domain.definitions import NAME_PATTERN, REFERENCE_TYPES, ColumnType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell

OWN = "own:"
"""What stands before an 自有列's title where a column's name is expected."""

DOCUMENT_BITS = 40
DOCUMENT_MASK = (1 << DOCUMENT_BITS) - 1

MANY_ROWS = 20_000
"""From this many rows on every column that the grid shows has an index. Below, sorting without one takes 20 ms at
most, and an index would cost every import and every edit more than it gives."""

_INTEGER = frozenset({ColumnType.INTEGER, ColumnType.MONEY, ColumnType.YES_NO})
_REAL = frozenset({ColumnType.DECIMAL, ColumnType.HOURS})
TEXT_SEARCHED = frozenset({ColumnType.TEXT, ColumnType.LONG_TEXT, ColumnType.FILE})
NUMBER_SEARCHED = frozenset(
    {ColumnType.CERTIFICATE_NO, ColumnType.PHONE, ColumnType.ID_NUMBER, ColumnType.CREDIT_CODE}
)


def quoted(name: str) -> str:
    """Return an identifier for SQL.

    Raises:
        ValueError: it is none by the rule of definitions.
    """
    if not re.fullmatch(NAME_PATTERN, name):
        raise ValueError("not a name")
    return f'"{name}"'


def affinity(kind: ColumnType) -> str:
    """Return the SQL type under which values of a column are kept."""
    if kind in _INTEGER:
        return "INTEGER"
    return "REAL" if kind in _REAL else "TEXT"


class LedgerTable:
    """One ledger's table. `number` is the ledger's number in `definition`."""

    def __init__(self, ledger: Ledger, number: int) -> None:
        self.ledger, self.number = ledger, number
        self.name = f'"l_{ledger.name}"' if quoted(ledger.name) else ""
        self.columns = tuple(column.name for column in ledger.columns)
        self.place = {name: index for index, name in enumerate(self.columns)}
        self.required = tuple(self.place[name] for name in ledger.required)
        self.references: tuple[Column, ...] = tuple(
            column for column in ledger.columns if column.type in REFERENCE_TYPES
        )
        label = ledger.by_name[ledger.label]
        self.label_place = self.place[label.name]
        self.label_is_text = label.type in TEXT_SEARCHED
        self.is_people = ledger.name == "people"
        self.many_rows_indexed = False  # whether this process has seen to it
        self.text_places = tuple(
            self.place[column.name]
            for column in ledger.columns
            if column.type in TEXT_SEARCHED and column.name != label.name
        )
        self.number_places = tuple(
            (self.place[column.name], column.type is ColumnType.ID_NUMBER)
            for column in ledger.columns
            if column.type in NUMBER_SEARCHED
        )
        self.searched = frozenset(
            {*self.text_places, *(place for place, _ in self.number_places), self.label_place}
        )

    @property
    def first_document(self) -> int:
        """The number of this ledger's first document in the search index; the row's id is added to it."""
        return self.number << DOCUMENT_BITS

    @property
    def last_document(self) -> int:
        """The highest number that a document of this ledger can have."""
        return self.first_document | DOCUMENT_MASK

    @cached_property
    def quoted_columns(self) -> str:
        """The typed columns, quoted and joined."""
        return ", ".join(map(quoted, self.columns))

    @cached_property
    def insert(self) -> str:
        """SQL of a new row: id, uid, draft, created_op, changed_op, then the typed columns."""
        marks = ", ".join("?" * (5 + len(self.columns)))
        return f"INSERT INTO {self.name} (id, uid, draft, created_op, changed_op, {self.quoted_columns}) VALUES ({marks})"

    @cached_property
    def select(self) -> str:
        """SQL of rows: id, uid, draft, retired_op, then the typed columns; a WHERE is to follow."""
        return f"SELECT id, uid, draft, retired_op, {self.quoted_columns} FROM {self.name}"

    @cached_property
    def next_id(self) -> str:
        """SQL of the id that the next row gets."""
        return f"SELECT coalesce(max(id), 0) + 1 FROM {self.name}"

    def update(self, columns: Sequence[str]) -> str:
        """SQL of a changed row: draft, changed_op, then `columns`, then the id."""
        sets = "".join(f", {quoted(name)} = ?" for name in columns)
        return f"UPDATE {self.name} SET draft = ?, changed_op = ?{sets} WHERE id = ?"

    def is_draft(self, values: Sequence[Cell], *, faulty: bool) -> bool:
        """Whether a row is a draft: a required column is empty, or a cell holds refused text."""
        return faulty or any(values[place] is None for place in self.required)

    @cached_property
    def always_indexed(self) -> tuple[str, ...]:
        """The columns that have an index from the first row on: keys, references and the label."""
        wanted = {name for key in self.ledger.keys for name in key} | {self.ledger.label}
        wanted |= {column.name for column in self.references}
        return tuple(name for name in self.columns if name in wanted)

    @cached_property
    def indexed(self) -> tuple[str, ...]:
        """The columns that have an index in a ledger of many rows: also what the grid shows and views filter by."""
        wanted = {*self.always_indexed, *(each.column for view in self.ledger.views for each in view.filters)}
        return tuple(
            column.name
            for column in self.ledger.columns
            if column.name in wanted or (column.grid and column.type is not ColumnType.LONG_TEXT)
        )

    def index_sql(self, columns: Sequence[str]) -> list[str]:
        """SQL that makes the index of all rows in use and those of `columns`.

        They hold rows in use only and begin with `retired_op` (always NULL there), because SQLite reads an index
        alone, without the table, only when it holds every column that the query names. SQLite adds the id to each
        entry, so rows with equal cells stand in the order of their ids.
        """
        heads = {"in_use": "retired_op", **{column: f'retired_op, "{column}"' for column in columns}}
        return [
            f'CREATE INDEX IF NOT EXISTS "{self.index_name(end)}" ON {self.name} ({head}) WHERE retired_op IS NULL'
            for end, head in heads.items()
        ]

    def index_name(self, end: str) -> str:
        """The name of the index of a column."""
        return f"i_{self.ledger.name}__{end}"

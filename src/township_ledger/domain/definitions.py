"""Ledger definitions: what a TOML file under `resources/ledgers/` (or in a plan pack) may say.

A ledger is a real table made from one definition; adding a ledger costs one TOML file and no Python.
`definition_files.parse_ledger` reads one; this module holds the shapes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.rows import Filter

NAME_PATTERN = r"[a-z][a-z0-9_]{0,39}"
MAX_LEDGERS = 100
MAX_COLUMNS = 80

RESERVED_COLUMNS = frozenset({"id", "uid", "draft", "retired_op", "created_op", "changed_op", "rowid", "oid"})
"""Names of the columns that every ledger table has of itself."""


class ColumnType(StrEnum):
    """The type of a column and, in brackets, its canonical value in the database.

    `REFERENCE` is the general form of `PERSON` and `POWER`: the uid of a row of another ledger.
    """

    TEXT = "text"  # str, one line
    LONG_TEXT = "long_text"  # str, may hold line breaks
    INTEGER = "integer"  # int
    DECIMAL = "decimal"  # float, the shortest that reads back to the same decimal
    MONEY = "money"  # int, in 分
    HOURS = "hours"  # float, class hours (学时)
    DATE = "date"  # str, 2026-06-03
    MONTH = "month"  # str, 2026-06
    DATETIME = "datetime"  # str, 2026-06-03 14:30, local time
    CHOICE = "choice"  # str, one of Column.choices
    YES_NO = "yes_no"  # int, 1 or 0
    PERSON = "person"  # str, uid of a row of people
    POWER = "power"  # str, uid of a row of powers
    REFERENCE = "reference"  # str, uid of a row of Column.target
    CERTIFICATE_NO = "certificate_no"  # str, leading zeros kept
    ID_NUMBER = "id_number"  # str, 18 or 15 characters, X upper case
    CREDIT_CODE = "credit_code"  # str, 18 characters, upper case
    PHONE = "phone"  # str, digits with an optional leading +
    FILE = "file"  # str, a file's name


REFERENCE_TYPES = frozenset({ColumnType.PERSON, ColumnType.POWER, ColumnType.REFERENCE})
NUMBER_TYPES = frozenset({ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.MONEY, ColumnType.HOURS})
MASKED_TYPES = frozenset({ColumnType.ID_NUMBER, ColumnType.PHONE})
"""Shown masked (3407**********2416) unless asked for, and never part of a bundle's data."""


@dataclass(frozen=True, slots=True)
class Column:
    """One typed column of a ledger."""

    name: str
    title: str
    type: ColumnType
    synonyms: tuple[str, ...] = ()
    required: bool = False  # a row without it is a draft
    choices: tuple[str, ...] = ()
    choice_synonyms: Mapping[str, str] = field(default_factory=dict)  # as written → one of choices
    target: str | None = None  # the ledger that a reference points into
    width: int = 12  # in Chinese characters' halves, for grids and sheets
    grid: bool = True  # shown in the grid unless the clerk hides it


@dataclass(frozen=True, slots=True)
class Feed:
    """Columns of one sheet that fill a second ledger in the same import.

    One roster with certificate columns feeds people and certificates: headers that match columns of `ledger` make
    one fed row per source row whose `when` column is filled, and `link` of the fed row is this row's uid. With
    `list_column` the cell under one of `synonyms` holds a list of names, and each name makes one fed row.
    """

    ledger: str
    link: str
    when: str | None = None
    list_column: str | None = None
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parent:
    """The row of another ledger that all rows of one sheet belong to, found by the sheet's title or made.

    A sheet of delegated powers belongs to one version of the list: `ledger` = power_lists, `column` = list, and
    `title` the column of the parent that holds the sheet's title line.
    """

    ledger: str
    column: str
    title: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A named Python function of `domain.rules` with its parameters; definitions never carry code."""

    name: str
    params: Mapping[str, str | int | tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """A saved view, shown as a chip with its count above the grid."""

    name: str
    title: str
    filters: tuple[Filter, ...] = ()
    draft: bool | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The printed form of a ledger: title, columns in order, and whether the A4 page lies on its side."""

    title: str
    columns: tuple[str, ...]
    landscape: bool = True


@dataclass(frozen=True)
class Ledger:
    """One ledger: a table, its grid, its import, its printed form and its place in the bundle."""

    name: str
    title: str
    item: str  # "1"…"17", "保障一"…"保障三"
    role: str  # 主, 配 or 知
    version: int
    label: str  # the column that names a row to a person
    columns: tuple[Column, ...]
    keys: tuple[tuple[str, ...], ...]  # tried in this order when an import looks for a row
    hint: str  # the one sentence of the empty page
    feeds: tuple[Feed, ...] = ()
    parent: Parent | None = None
    rules: tuple[Rule, ...] = ()
    views: tuple[View, ...] = ()
    form: Form | None = None
    sidebar: bool = True  # has a page of its own in the window

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}

    @property
    def table(self) -> str:
        """The name of the table in the database."""
        return f"l_{self.name}"

    @property
    def required(self) -> tuple[str, ...]:
        """The columns without which a row is a draft."""
        return tuple(column.name for column in self.columns if column.required)

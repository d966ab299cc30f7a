"""Rows, queries and the readings of the log, as plain values: what passes between the store and everybody else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

Cell = str | int | float | None
"""A canonical value: what a typed column holds (see `definitions.ColumnType` for each type's shape)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Text that a typed column refused and that is kept beside it; `reason` is a code of `words`."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One ledger row. `values` has every column of the definition; a column with a fault holds None there."""

    id: int
    uid: str
    draft: bool
    values: Mapping[str, Cell]
    faults: Mapping[str, Fault] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False


class Op(StrEnum):
    """How a filter compares a column with its value."""

    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    IN = "in"  # value: tuple
    CONTAINS = "contains"
    EMPTY = "empty"  # value ignored
    FILLED = "filled"  # value ignored
    FAULT = "fault"  # the cell holds refused text; value ignored


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on one column."""

    column: str
    op: Op
    value: Cell | tuple[Cell, ...] = None


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort key; empty cells come last in both directions."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a grid page or a report asks of one ledger. Filters are joined by AND; retired rows never appear."""

    ledger: str
    search: str = ""
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    draft: bool | None = None
    uids: frozenset[str] | None = None


class OperationKind(StrEnum):
    """What kind of deed an operation was."""

    CREATE_HOME = "create_home"
    EDIT = "edit"
    ADD = "add"
    RETIRE = "retire"
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"
    BUNDLE = "bundle"
    KEY = "key"
    TRUST = "trust"
    SETTING = "setting"
    UNMASK = "unmask"
    MIGRATE = "migrate"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Operation:
    """One deed: a transaction, a chain link, and what it changed. `detail` holds codes and counts, no personal data."""

    number: int
    at: datetime  # UTC, aware
    actor: str  # the person whose slot unlocked the home
    kind: OperationKind
    detail: Mapping[str, str | int]
    rows: int
    ledgers: tuple[str, ...]
    undoes: int | None = None
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one cell (or, with `column` None, of the whole row: created, retired)."""

    operation: int
    at: datetime
    actor: str
    kind: OperationKind
    column: str | None
    old: Cell | Fault
    new: Cell | Fault
    bundles: tuple[int, ...] = ()  # sequence numbers of the bundles that reported the new value


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that an undo left alone because it was changed again afterwards, or a row still referred to."""

    ledger: str
    uid: str
    column: str | None
    present: Cell | Fault
    wanted: Cell | Fault


@dataclass(frozen=True, slots=True)
class UndoOutcome:
    """What an undo did: `operation` is None when nothing at all could be restored."""

    operation: int | None
    restored: int
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One row that a search found, best first."""

    ledger: str
    uid: str
    label: str

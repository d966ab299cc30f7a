"""The tools that deeds ask for; `store`, `exchange`, `reports`, `bundle` and `app` implement them.

Only what more than one deed needs stands here; a port of one deed stands in that deed's file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import (
        Cell,
        Fault,
        HistoryEntry,
        Operation,
        OperationKind,
        Query,
        Row,
        SearchHit,
        UndoOutcome,
    )


class Clock(Protocol):
    """The only source of the present moment."""

    def now(self) -> datetime:
        """Return the present moment, aware, in local time."""
        ...


class LedgerReader(Protocol):
    """Reading the ledgers. Methods take milliseconds; the window may call them."""

    def ledgers(self) -> Mapping[str, Ledger]:
        """Return the ledgers in use by name."""
        ...

    def count(self, query: Query) -> int:
        """Return how many rows `query` finds."""
        ...

    def ids(self, query: Query) -> array[int]:
        """Return the database ids of all rows that `query` finds, in its order (array type 'q')."""
        ...

    def position(self, query: Query, uid: str) -> int | None:
        """Return at which place of `query` a row stands, counted from 0; None when it is not among them."""
        ...

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Return at most `limit` rows of `query` from `offset` on."""
        ...

    def rows(self, query: Query) -> Iterator[Row]:
        """Yield every row of `query`, in its order."""
        ...

    def cells(self, query: Query, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
        """Yield (database id, uid, the values of `columns`) of every row of `query`, in the order of recording.

        For rules that look at a few columns of a whole ledger: a fraction of the price of `rows`, without faults
        and 自有列.
        """
        ...

    def rows_by_id(self, ledger: str, ids: Sequence[int]) -> list[Row]:
        """Return the rows with these database ids, in the order of `ids`."""
        ...

    def row(self, ledger: str, uid: str) -> Row | None:
        """Return one row, retired or not."""
        ...

    def labels(self, ledger: str, uids: Iterable[str]) -> dict[str, str]:
        """Return the label (see `Ledger.label`) of each row; a reference among labels is resolved once more."""
        ...

    def history(self, ledger: str, uid: str, column: str | None = None) -> list[HistoryEntry]:
        """Return the changes of a row, or of one of its cells, newest first."""
        ...

    def operations(self, limit: int = 100, before: int | None = None) -> list[Operation]:
        """Return the newest operations (those with a number below `before`), newest first."""
        ...

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """Find rows of all ledgers by name, initials or number."""
        ...

    def own_columns(self, ledger: str) -> list[str]:
        """Return the titles of a ledger's 自有列 in their order; `own:<title>` names one in a filter or a sort key."""
        ...

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        ...

    def setting(self, key: str) -> str | None:
        """Return a value of the home (`meta` in ARCHITECTURE.md lists the keys), or None."""
        ...


class Transaction(Protocol):
    """One operation being written. Values that do not change a cell are no change."""

    @property
    def number(self) -> int:
        """The operation's number."""
        ...

    def insert(
        self,
        ledger: str,
        values: Mapping[str, Cell],
        faults: Mapping[str, Fault] | None = None,
        own: Mapping[str, str] | None = None,
    ) -> str:
        """Add a row and return its new uid."""
        ...

    def update(
        self,
        ledger: str,
        uid: str,
        values: Mapping[str, Cell],
        faults: Mapping[str, Fault] | None = None,
        own: Mapping[str, str] | None = None,
    ) -> bool:
        """Change the named cells of a row; a column in `faults` becomes NULL and keeps the refused text.

        A column in `values` loses its fault. Returns whether anything changed.
        """
        ...

    def retire(self, ledger: str, uid: str) -> None:
        """Take a row out of the ledger; it stays in the database.

        Raises:
            WorldFault: `store.referred` when another row in use refers to it.
        """
        ...

    def set(self, key: str, value: str) -> None:
        """Change a value of the home."""
        ...

    def detail(self, **detail: str | int) -> None:
        """Add to what the operation says of itself (codes and counts, no personal data)."""
        ...


class LedgerStore(LedgerReader, Protocol):
    """Reading and writing the ledgers."""

    def transaction(
        self, kind: OperationKind, *, job: str = "", **detail: str | int
    ) -> AbstractContextManager[Transaction]:
        """Begin the one way to write: commits at the end of the block, rolls back on an exception.

        An operation that changed nothing leaves no trace. `job` makes the operation findable after a crash.
        """
        ...

    def undo(self, operation: int) -> UndoOutcome:
        """Undo an operation by a new one; cells changed since are conflicts and stay."""
        ...

    def newest_undoable(self, actor: str) -> int | None:
        """Return the newest operation of `actor` that Ctrl+Z would take back."""
        ...

    def newest_redoable(self, actor: str) -> int | None:
        """Return the newest undo of `actor` that Ctrl+Y would take back."""
        ...

    def operation_of_job(self, job: str) -> int | None:
        """Return the operation that a job wrote, when its answer was lost."""
        ...

    def close(self) -> None:
        """Close the connection and forget the key."""
        ...


class TemporaryFolder(Protocol):
    """A folder under HOME/tmp that belongs to this process and goes with it."""

    def new(self, suffix: str) -> Path:
        """Return the path of a new file that does not exist yet."""
        ...

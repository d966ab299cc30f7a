"""The store of one home: reading, the one way to write, undo (`usecases.ports.LedgerStore`)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from township_ledger.store.reading import SqlLedgerReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from types import TracebackType

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import OperationKind, UndoOutcome
    from township_ledger.store.connection import Connection
    from township_ledger.store.locks import FileLock
    from township_ledger.store.tables import LedgerTable
    from township_ledger.store.transaction import SqlTransaction
    from township_ledger.usecases.ports import Clock


@contextmanager
def write_operation(
    connection: Connection,
    tables: Mapping[str, LedgerTable],
    kind: OperationKind,
    *,
    actor: str,
    clock: Clock,
    job: str = "",
    detail: Mapping[str, str | int] | None = None,
) -> Iterator[SqlTransaction]:
    """Write one operation: BEGIN IMMEDIATE, the block, log and link, COMMIT; ROLLBACK on any exception."""
    from township_ledger.store.transaction import SqlTransaction  # reading alone needs none of it

    connection.execute("BEGIN IMMEDIATE")
    try:
        transaction = SqlTransaction(connection, tables, kind, detail or {}, clock.now())
        yield transaction
        transaction.finish(actor, job)
        connection.execute("COMMIT")
    except BaseException:
        for table in tables.values():
            table.many_rows_indexed = False
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class SqlLedgerStore(SqlLedgerReader):
    """One connection to one home; one thread at a time may use it."""

    def __init__(
        self,
        connection: Connection,
        definitions: Mapping[str, Ledger],
        tables: Mapping[str, LedgerTable],
        actor: str,
        clock: Clock,
        lock: FileLock,
    ) -> None:
        self.connection, self.definitions, self.tables = connection, definitions, tables
        self.actor, self.clock = actor, clock
        self._lock = lock
        self.prepare_cache()

    def transaction(
        self, kind: OperationKind, *, job: str = "", **detail: str | int
    ) -> AbstractContextManager[SqlTransaction]:
        """Begin the one way to write: commits at the end of the block, rolls back on an exception.

        An operation that changed nothing leaves no trace. `job` makes the operation findable after a crash.

        Raises:
            WorldFault: `store.busy` when another process holds the lock, `store.full`, `store.read_only`,
                `store.disk`.
        """
        return write_operation(
            self.connection, self.tables, kind, actor=self.actor, clock=self.clock, job=job, detail=detail
        )

    def undo(self, operation: int) -> UndoOutcome:
        """Undo an operation by a new one; cells changed since are conflicts and stay."""
        from township_ledger.store.undo import undo

        return undo(self, operation)

    def newest_undoable(self, actor: str) -> int | None:
        """Return the newest operation of `actor` that Ctrl+Z would take back."""
        from township_ledger.store.undo import newest_undoable

        return newest_undoable(self.connection, actor)

    def newest_redoable(self, actor: str) -> int | None:
        """Return the newest undo of `actor` that Ctrl+Y would take back."""
        from township_ledger.store.undo import newest_redoable

        return newest_redoable(self.connection, actor)

    def operation_of_job(self, job: str) -> int | None:
        """Return the operation that a job wrote, when its answer was lost."""
        number: int | None = self.connection.value("SELECT number FROM operation WHERE job = ?", (job,))
        return number

    def close(self) -> None:
        """Close the connection and forget the key."""
        self.connection.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

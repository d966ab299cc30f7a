"""A home that is open: its store and what else of it a deed needs."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from township_ledger.app.clock import SystemClock
from township_ledger.app.definitions import ledgers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.store.temporary import HomeTemporaryFolder
    from township_ledger.usecases.ports import Clock


class OpenedHome:
    """An unlocked home with an open store, and a temporary folder of this process once somebody asks for it."""

    def __init__(
        self, path: Path, key: DatabaseKey, actor: str, store: SqlLedgerStore, clock: Clock, ends: ExitStack
    ) -> None:
        self.path, self.key, self.actor, self.store, self.clock = path, key, actor, store, clock
        self._ends = ends

    @cached_property
    def temporary(self) -> HomeTemporaryFolder:
        """This process's folder under HOME/tmp; it goes when the home is closed."""
        from township_ledger.store.temporary import HomeTemporaryFolder

        return self._ends.enter_context(HomeTemporaryFolder(self.path))


@contextmanager
def opened(
    path: Path, key: DatabaseKey, actor: str, *, write: bool, clock: Clock | None = None
) -> Iterator[OpenedHome]:
    """Open the store of a home with its key, and close it at the end.

    Raises:
        WorldFault: see `store.opening.open_store`.
    """
    from township_ledger.store.opening import open_store

    clock = clock or SystemClock()
    with ExitStack() as ends:
        store = ends.enter_context(open_store(path, key, actor, clock, ledgers(), write=write))
        yield OpenedHome(path, key, actor, store, clock, ends)

"""Giving ID numbers and telephone numbers out in full is a deed of its own: it stands in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.rows import OperationKind

if TYPE_CHECKING:
    from township_ledger.usecases.ports import LedgerStore


def log_unmasking(store: LedgerStore, what: str) -> None:
    """Write one operation that says what is given out unmasked (`rows people`, `report roster`); before it is.

    Raises:
        WorldFault: `store.*`: what cannot be logged is not given out.
    """
    with store.transaction(OperationKind.UNMASK, what=what):
        pass

"""What the clerk's writer thread does, and how its end is told to page and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from township_ledger.app.writer import Failure
from township_ledger.domain.rows import OperationKind, UndoOutcome
from township_ledger.ui.services import EditResult, UndoFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import EditRequest, Json
    from township_ledger.usecases.ports import LedgerStore


class Written(Protocol):
    """Who hears of every write that ended well."""

    def written(self) -> None:
        """A write of this window has ended well."""
        ...


def edit(request: EditRequest, today: date, store: LedgerStore) -> EditResult:
    """Write one edit; `today` is the day that dates are judged by."""
    from township_ledger.usecases import edit_rows

    return EditResult(*edit_rows.edit(store, request, today))


def edit_block(requests: Sequence[EditRequest], today: date, store: LedgerStore) -> EditResult:
    """Write edits of several rows as one operation."""
    from township_ledger.usecases import edit_rows

    return EditResult(*edit_rows.edit_block(store, requests, today))


def change_setting(key: str, value: str, store: LedgerStore) -> EditResult:
    """Change one value of the home."""
    with store.transaction(OperationKind.SETTING, setting=key) as transaction:
        transaction.set(key, value)
        return EditResult(None, transaction.number)


def undo(number: int, store: LedgerStore) -> UndoOutcome:
    """Undo one operation."""
    return store.undo(number)


class EditEnd:
    """The end of an edit: told to the page, and to the foot of the window."""

    def __init__(self, clerk: Written, done: Callable[[EditResult], None]) -> None:
        self._clerk, self._done = clerk, done

    def __call__(self, outcome: object) -> None:
        """Be told of the writer's outcome, a `Failure` or what the work returned."""
        if isinstance(outcome, Failure):
            self._done(EditResult(None, None, outcome.code, outcome.params))
            return
        if isinstance(outcome, EditResult):
            self._done(outcome)
        self._clerk.written()


class UndoEnd:
    """The end of an undo, in the writer's thread or in a worker."""

    def __init__(self, clerk: Written, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        self._clerk, self._done = clerk, done

    def __call__(self, outcome: object) -> None:
        """Be told of the writer's outcome, a `Failure` or what the work returned."""
        if isinstance(outcome, Failure):
            self._done(UndoFault(outcome.code, outcome.params))
            return
        if isinstance(outcome, UndoOutcome):
            self._done(outcome)
        self._clerk.written()

    def result(self, result: Json) -> None:
        """Be told of a worker's result."""
        from township_ledger.app.undo_wire import outcome_of

        self(outcome_of(result))

    def fault(self, code: str, params: Mapping[str, Param]) -> None:
        """Be told of a worker's fault."""
        self._done(UndoFault(code, params))

    def cancelled(self) -> None:
        """Be told that the clerk stopped it."""
        self._done(UndoFault("job.undo_stopped"))

"""Counting what 今日 shows and finding what a rule picks, on whichever thread has the time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from township_ledger.app import definitions
from township_ledger.domain.rows import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from township_ledger.app.side_thread import SideThread
    from township_ledger.domain.bundles import SentBundle
    from township_ledger.domain.faults import Param, WorldFault
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.usecases.ports import LedgerReader
    from township_ledger.usecases.today import Today


T = TypeVar("T")

FEW_PEOPLE = 400
"""Up to so many rows are counted on the main thread: it takes some hundredths of a second."""


def count_today(
    reader: LedgerReader,
    *,
    now: datetime,
    sent: Sequence[SentBundle],
    last_backup: datetime | None,
    recovery_postponed: bool,
) -> Today:
    """Return what 今日 shows."""
    from township_ledger.usecases.today import today

    return today(
        reader,
        now,
        definitions.plan(),
        sent=sent,
        last_backup=last_backup,
        recovery_postponed=recovery_postponed,
    )


def _count_views(ledger: str, on: date, reader: LedgerReader) -> dict[str, int]:
    """Return the counts of a ledger's views on a day."""
    from township_ledger.usecases.view_counts import view_counts

    return view_counts(reader, reader.ledgers()[ledger], on, definitions.plan())


def pick_rows(
    rule: str, ledger: str, params: Mapping[str, Param], on: date, reader: LedgerReader
) -> frozenset[str]:
    """Return the uids of the rows that a named rule picks on a day."""
    from township_ledger.usecases.rule_views import rule_uids

    return rule_uids(reader, rule, ledger, params, on, definitions.plan())


class Counting:
    """Counts for one window: at once for a township's few hundred people, else beside the main thread.

    A count beside it has a connection of its own. Of several counts of 今日, and of several picks of a rule, the newest is told; of a ledger's views
    one count runs at a time, and the newest that was asked for meanwhile begins when it has ended.
    """

    def __init__(
        self, store: LedgerReader, open_beside: Callable[[], SqlLedgerStore], side: SideThread
    ) -> None:
        self._store, self._open_beside, self._side = store, open_beside, side
        self._todays = self._picks = 0
        self._running: set[str] = set()
        self._waiting: dict[str, _Views] = {}
        self._closed = False

    def today(self, count: Callable[[LedgerReader], Today], done: Callable[[Today], None]) -> None:
        """Tell what 今日 shows."""
        if self._few("people"):
            done(count(self._store))
            return
        self._todays += 1
        end = _NewestEnd(partial(self._is_newest_today, self._todays), done)
        self._side.run(partial(self._beside, count), end.counted, end.failed)

    def pick(
        self,
        ledger: str,
        pick: Callable[[LedgerReader], frozenset[str]],
        done: Callable[[frozenset[str]], None],
    ) -> None:
        """Tell which rows of a ledger a rule picks."""
        self._picks += 1
        if self._few(ledger, "people"):
            done(pick(self._store))
            return
        end = _NewestEnd(partial(self._is_newest_pick, self._picks), done)
        self._side.run(partial(self._beside, pick), end.counted, end.failed)

    def views(self, ledger: str, on: date, done: Callable[[Mapping[str, int]], None]) -> None:
        """Tell how many rows each view of a ledger shows on a day, by the view's name."""
        if self._few(ledger, "people"):
            done(_count_views(ledger, on, self._store))
        elif ledger in self._running:
            self._waiting[ledger] = _Views(on, done)
        else:
            self._running.add(ledger)
            end = _ViewsEnd(done, partial(self._views_ended, ledger))
            self._side.run(partial(self._beside, partial(_count_views, ledger, on)), end.counted, end.failed)

    def close(self) -> None:
        """Tell nobody any more."""
        self._closed = True

    def _few(self, *ledgers: str) -> bool:
        """Whether the rules look at few rows: those of the ledger, and of people."""
        return all(self._store.count(Query(name)) <= FEW_PEOPLE for name in ledgers)

    def _is_newest_today(self, number: int) -> bool:
        return number == self._todays and not self._closed

    def _is_newest_pick(self, number: int) -> bool:
        return number == self._picks and not self._closed

    def _views_ended(self, ledger: str) -> bool:
        """A count has ended; begin the one that waits. Returns whether anybody wants to hear of it."""
        self._running.discard(ledger)
        waiting = self._waiting.pop(ledger, None)
        if waiting is not None and not self._closed:
            self.views(ledger, waiting.on, waiting.done)
        return not self._closed

    def _beside(self, count: Callable[[LedgerReader], T]) -> T:
        with self._open_beside() as store:
            return count(store)


class _Views(NamedTuple):
    on: date
    done: Callable[[Mapping[str, int]], None]


class _ViewsEnd:
    """The end of one count of a ledger's views beside the main thread."""

    def __init__(self, done: Callable[[Mapping[str, int]], None], ended: Callable[[], bool]) -> None:
        self._done, self._ended = done, ended

    def counted(self, outcome: object) -> None:
        """Be told of the counts."""
        if self._ended():
            self._done(cast("Mapping[str, int]", outcome))

    def failed(self, fault: WorldFault) -> None:  # noqa: ARG002  as with the count of 今日
        """Leave what is shown; the next look counts anew."""
        self._ended()


class _NewestEnd(Generic[T]):
    """The end of one count or pick beside the main thread; an older one that comes late is dropped."""

    def __init__(self, is_newest: Callable[[], bool], done: Callable[[T], None]) -> None:
        self._is_newest, self._done = is_newest, done

    def counted(self, outcome: object) -> None:
        """Be told of the count."""
        if self._is_newest():
            self._done(cast("T", outcome))

    def failed(self, fault: WorldFault) -> None:
        """Leave what is shown: another process is changing the home's shape, and the next look counts anew."""

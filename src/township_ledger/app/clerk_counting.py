"""Counting what 今日 shows, on whichever thread has the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from township_ledger.app import definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from township_ledger.domain.bundles import SentBundle
    from township_ledger.domain.faults import WorldFault
    from township_ledger.usecases.ports import LedgerReader
    from township_ledger.usecases.today import Today


def count_today(
    reader: LedgerReader, *, now: datetime, sent: Sequence[SentBundle], last_backup: datetime | None
) -> Today:
    """Return what 今日 shows."""
    from township_ledger.usecases.today import today

    return today(reader, now, definitions.plan(), sent=sent, last_backup=last_backup)


class TodayEnd:
    """The end of one count beside the main thread; an older count that comes late is dropped."""

    def __init__(self, number: int, is_newest: Callable[[int], bool], done: Callable[[Today], None]) -> None:
        self._number, self._is_newest, self._done = number, is_newest, done

    def counted(self, outcome: object) -> None:
        """Be told of the count."""
        if self._is_newest(self._number):
            self._done(cast("Today", outcome))

    def failed(self, fault: WorldFault) -> None:
        """Leave what is shown: another process is changing the home's shape, and the next look counts anew."""

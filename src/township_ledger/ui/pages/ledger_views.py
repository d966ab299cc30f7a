"""The saved views of a ledger as queries: what a chip above the grid shows, and which chip a query belongs to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from township_ledger.domain.rows import Query
from township_ledger.ui.widgets.chip_bar import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from township_ledger.domain.definitions import Ledger
    from township_ledger.ui.services import Services

ALL = ""
"""The name of the chip that shows every row."""


class LedgerViews:
    """The views of one ledger."""

    def __init__(self, services: Services, ledger: Ledger) -> None:
        self._services, self._ledger = services, ledger
        self._views = {view.name: view for view in ledger.views}

    def chips(self) -> list[Chip]:
        """Return the chips: 全部 first."""
        return [Chip(ALL, "全部"), *(Chip(view.name, view.title) for view in self._ledger.views)]

    def find(self, name: str, done: Callable[[Query], None]) -> None:
        """Tell what a chip shows today: at once, or when a named rule has found its rows in a large home."""
        view = self._views.get(name)
        if view is None:
            done(Query(self._ledger.name))
            return
        query = Query(self._ledger.name, filters=view.filters, draft=view.draft)
        if view.rule is None:
            done(query)
            return
        params = {key: value for key, value in view.rule.params.items() if isinstance(value, str | int)}
        today = self._services.clock.now().date()
        self._services.pick_rows(
            view.rule.name, self._ledger.name, params, today, partial(_picked, query, done)
        )

    def name_of(self, query: Query) -> str | None:
        """Return the chip that shows the same rows as `query`; None when there is none."""
        if query.search or query.uids is not None:
            return None
        if not query.filters and query.draft is None:
            return ALL
        for view in self._views.values():
            if view.rule is None and (view.filters, view.draft) == (query.filters, query.draft):
                return view.name
        return None


def _picked(query: Query, done: Callable[[Query], None], uids: frozenset[str]) -> None:
    done(replace(query, uids=uids))

"""How many rows each saved view of a ledger shows: the numbers on the chips above a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.rows import Query
from township_ledger.usecases.rule_views import rule_uids

if TYPE_CHECKING:
    from datetime import date

    from township_ledger.domain.definitions import Ledger, View
    from township_ledger.domain.plans import Plan
    from township_ledger.usecases.ports import LedgerReader

ALL = ""
"""The name under which all rows of the ledger are counted."""

RULES_UP_TO = 100_000
"""Above so many rows a view that a rule picks is not counted: a rule looks at every row, some seconds of work."""


def view_counts(reader: LedgerReader, ledger: Ledger, on: date, plan: Plan) -> dict[str, int]:
    """Return the number of rows of every view on a day, by the view's name; a view too dear to count is absent."""
    everything = reader.count(Query(ledger.name))
    counts = {ALL: everything}
    for view in ledger.views:
        if view.rule is None or everything <= RULES_UP_TO:
            counts[view.name] = reader.count(_query(reader, ledger, view, on, plan))
    return counts


def _query(reader: LedgerReader, ledger: Ledger, view: View, on: date, plan: Plan) -> Query:
    uids = None
    if view.rule is not None:
        uids = rule_uids(reader, view.rule.name, ledger.name, view.rule.params, on, plan)
    return Query(ledger.name, filters=view.filters, draft=view.draft, uids=uids)

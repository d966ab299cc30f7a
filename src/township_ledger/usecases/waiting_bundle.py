"""A bundle that has its number but never reached its place: it is delivered instead of making another one.

A stick that is full or pulled out must not cost a number: the district would ask for the missing bundle.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from township_ledger.domain.rows import OperationKind
from township_ledger.usecases.bundle_gaps import explained, found_gaps

if TYPE_CHECKING:
    from township_ledger.domain.bundles import SentBundle
    from township_ledger.usecases.bundle_ports import BundleRecords
    from township_ledger.usecases.make_bundle import BundleOrder
    from township_ledger.usecases.ports import LedgerStore

_LOOKED_AT = 100  # operations since the bundle; more than these are never its own


def waiting_bundle(
    order: BundleOrder, store: LedgerStore, records: BundleRecords, program: str
) -> SentBundle | None:
    """Return the newest bundle if it was never read back from its place and answers `order` as a new one would.

    Args:
        order: what is asked for now.
        store: the home.
        records: the bundles made.
        program: this program's version; another one makes other bytes.
    """
    newest = next(iter(records.sent(1)), None)
    if newest is None or newest.read_back or order.recipient is not None or order.replaces != newest.replaces:
        return None
    if (newest.period, newest.as_of) != (order.period.text, order.as_of.isoformat()):
        return None
    since = [each for each in store.operations(_LOOKED_AT) if each.number > newest.operation]
    if len(since) == _LOOKED_AT or any(each.kind is not OperationKind.BUNDLE for each in since):
        return None
    manifest = json.loads(newest.manifest)
    wanted = [asdict(gap) for gap in explained(found_gaps(store), order.gaps)]
    return newest if manifest["program"] == program and gaps_of(newest) == wanted else None


def gaps_of(sent: SentBundle) -> list[dict[str, str]]:
    """Return the gaps that a bundle tells of, in the shape of `domain.bundles.Gap`."""
    names = ("item", "what", "reason", "promised")
    return [{name: gap[name] or "" for name in names} for gap in json.loads(sent.manifest)["gaps"]]

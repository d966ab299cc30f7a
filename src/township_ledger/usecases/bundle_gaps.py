"""缺项: what a bundle would lack. Nothing of it stops a delivery; it travels with a reason and a promised date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from township_ledger.domain.bundles import Gap
from township_ledger.domain.rows import Query
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.usecases.ports import LedgerReader


def found_gaps(reader: LedgerReader) -> tuple[Gap, ...]:
    """Return what a bundle would lack now: drafts that stay out, and ledgers of the sidebar without a row."""
    gaps: list[Gap] = []
    for name, ledger in sorted(reader.ledgers().items()):
        drafts = reader.count(Query(name, draft=True))
        if drafts:
            gaps.append(Gap(name, sentence("bundle.gap.drafts", count=drafts)))
        elif ledger.sidebar and not reader.count(Query(name)):
            gaps.append(Gap(name, sentence("bundle.gap.empty")))
    return tuple(gaps)


def explained(found: Sequence[Gap], told: Sequence[Gap]) -> tuple[Gap, ...]:
    """Return the gaps found with the reasons and dates told for them, and those that only the clerk knows of."""
    reasons = {gap.item: gap for gap in told}
    merged = [
        replace(gap, reason=reasons[gap.item].reason, promised=reasons[gap.item].promised)
        if gap.item in reasons
        else gap
        for gap in found
    ]
    known = {gap.item for gap in found}
    return (*merged, *(gap for gap in told if gap.item not in known and gap.what))

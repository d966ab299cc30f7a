"""Lamps in their order."""

from __future__ import annotations

from township_ledger.domain.lamps import Lamp


def test_red_comes_first() -> None:
    assert sorted(Lamp, key=lambda lamp: lamp.urgency) == [Lamp.RED, Lamp.YELLOW, Lamp.GREY, Lamp.GREEN]

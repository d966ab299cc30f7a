"""The key and the person of all homes that are measured: no secret, the port past the unlock page."""

from __future__ import annotations

from township_ledger.store.keys import DatabaseKey

KEY = DatabaseKey.from_hex("ab" * 48)
ACTOR = "李敏"

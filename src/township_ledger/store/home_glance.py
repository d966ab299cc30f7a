"""A glance at a home for the unlock page: is there one, whose is it, who may open it. No key, no cryptography.

The first paint waits for this, so nothing heavier is imported here than `json`; `store.home` and `store.slots`, which check every
field, come with the password. What is read here is only shown.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from township_ledger.store.places import KEYS, KEYS_TWIN

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_FILE = 1 << 20
_LONGEST_TEXT = 200  # characters; names are at most 64, more is not ours


def glance(folder: Path) -> tuple[str, tuple[str, ...]]:
    """Return the unit's name and the persons of a home; ("", ()) where the slots are damaged or missing."""
    for name in (KEYS, KEYS_TWIN):
        try:
            with (folder / name).open("rb") as file:
                slots = json.loads(file.read(_LARGEST_FILE))
            return _text(slots["unit"]), tuple(_text(slot["person"]) for slot in slots["slots"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return "", ()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a name is text")
    return value[:_LONGEST_TEXT]

"""What the unlock page shows of a home. In a module of its own: the first paint waits for nothing else of `services`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class HomeCard(NamedTuple):
    """A home before anything is opened."""

    folder: Path
    unit_name: str  # "" when the slots do not tell it
    persons: tuple[str, ...]

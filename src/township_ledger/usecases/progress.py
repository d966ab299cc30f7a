"""Progress of a long deed, which is also where cancelling happens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """What a long deed calls between steps.

    `step` raises `domain.faults.Cancelled` when the clerk has stopped the deed; a deed that is past its COMMIT no
    longer calls it.
    """

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        """Say that stage `what` (a code of `words`) has reached `done` of `total` (None: not known)."""
        ...


class Silent:
    """A progress that nobody watches and nobody cancels."""

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        """Do nothing."""

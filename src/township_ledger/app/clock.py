"""The present moment."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The computer's clock (a `usecases.ports.Clock`)."""

    def now(self) -> datetime:
        """Return the present moment, aware, in local time."""
        return datetime.now(UTC).astimezone()

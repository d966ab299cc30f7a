"""Measuring as ratios: competitors run in round robin, and the medians are divided (research: performance.md).

Milliseconds on a shared machine mean little; the ratio of two things measured in turn on the same machine means
something. A goal is therefore always a ratio to a limit (what the layer below costs alone) or to a peer, except
where a person waits (a filter, a stall of the window), where it is in milliseconds.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. `value` and `goal` are ratios, or milliseconds when `against` is empty."""

    what: str
    against: str
    value: float
    goal: float
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal

    def as_json(self) -> dict[str, object]:
        """Return the line for the JSON file."""
        return {**asdict(self), "met": self.met}


def seconds(deed: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds of the wall clock."""
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def round_robin(
    competitors: Mapping[str, Callable[[], float]], rounds: int, *, warm: bool = True
) -> dict[str, float]:
    """Run every competitor once a round and return each one's median; a competitor returns its own seconds.

    The first round is thrown away when `warm`: caches of files and bytecode are the same for all afterwards.
    """
    taken: dict[str, list[float]] = {name: [] for name in competitors}
    for index in range(rounds + warm):
        for name, run in competitors.items():
            value = run()
            if index >= warm:
                taken[name].append(value)
    return {name: statistics.median(values) for name, values in taken.items()}


def table(lines: list[Line]) -> str:
    """Return the lines as a table for people."""
    rows = [("", "what", "against", "measured", "goal", "note")]
    for line in lines:
        mark = "ok" if line.met else "MISSED"
        if line.against:
            shown, goal = f"{line.value:.2f}×", f"≤ {line.goal:g}×"
        else:
            shown, goal = f"{line.value:.0f} ms", f"≤ {line.goal:g} ms"
        rows.append((mark, line.what, line.against or "–", shown, goal, line.note))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )

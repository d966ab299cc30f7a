"""Measuring as ratios: competitors run in round robin, and the medians are divided.

Milliseconds on a shared machine mean little; the ratio of two things measured in turn on the same machine means
something. A goal is therefore always a ratio to a limit (what the layer below costs alone) or to a peer, except
where a person waits (a filter, a stall of the window), where it is in milliseconds.
"""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    `value` and `goal` are ratios, or milliseconds when `against` is empty; `value` is None when the peer is not
    installed. `seconds` holds each competitor's median, for orientation.
    """

    what: str
    against: str
    value: float | None
    goal: float
    note: str = ""
    seconds: Mapping[str, float] | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None when nothing was measured."""
        return None if self.value is None else self.value <= self.goal

    def as_json(self) -> dict[str, object]:
        """Return the line for the JSON file."""
        return {**asdict(self), "met": self.met}


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


def ratio(what: str, against: str, goal: float, medians: Mapping[str, float], names: tuple[str, str]) -> Line:
    """Return the line that divides the median of the first of `names` by that of the second."""
    ours, theirs = names
    shown = {name: medians[name] for name in names}
    note = ", ".join(f"{name} {seconds * 1e3:.3g} ms" for name, seconds in shown.items())
    return Line(what, against, medians[ours] / medians[theirs], goal, note, shown)


def absent(what: str, against: str, goal: float) -> Line:
    """Return the line of a race whose peer is not there."""
    return Line(what, against, None, goal, "not installed")


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a table for people."""
    rows = [("", "what", "against", "measured", "goal", "note")]
    for line in lines:
        mark = {True: "ok", False: "MISSED", None: "–"}[line.met]
        unit = "{:.2f}×" if line.against else "{:.0f} ms"
        shown = "–" if line.value is None else unit.format(line.value)
        goal = f"≤ {line.goal:g}×" if line.against else f"≤ {line.goal:g} ms"
        rows.append((mark, line.what, line.against or "–", shown, goal, line.note))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )

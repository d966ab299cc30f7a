"""The speed table: `python packaging/dev.py bench`, or `python -m tests.benchmarks` in the project's environment.

Needs Xvfb for the lines about the start; DB Browser for SQLite and LibreOffice are peers, and a line says when one is
not installed. Leave the machine alone meanwhile: ratios bear a load, milliseconds do not.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.bench import ROOT, Bench, Sizes
from tests.benchmarks.measure import Line, table
from tests.benchmarks.races import RACES, run

QUICK_ROUNDS = 2


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Measure the speed table."
    )
    parser.add_argument("--rounds", type=int, default=7, help="rounds of each race; medians count (7)")
    parser.add_argument("--only", nargs="+", choices=RACES, metavar="RACE", help=f"of {', '.join(RACES)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the lines as JSON")
    parser.add_argument("--quick", action="store_true", help="two rounds, and no home of a million rows")
    parser.add_argument(
        "--folder", type=Path, default=ROOT / ".bench", help="keeps what is slow to make (.bench)"
    )
    return parser.parse_args()


def _told(text: str) -> None:
    sys.stderr.write(text + "\n")


def as_json(lines: list[Line]) -> str:
    """Return the lines with when and on what they were measured."""
    about = {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }
    return json.dumps({**about, "lines": [line.as_json() for line in lines]}, ensure_ascii=False, indent=1)


def main() -> int:
    """Run the races that were asked for and print the table; 0 when every goal that was measured is met."""
    asked = _arguments()
    sizes = Sizes(grids=(100_000,)) if asked.quick else Sizes()
    rounds = min(asked.rounds, QUICK_ROUNDS) if asked.quick else asked.rounds
    bench = Bench(asked.folder.absolute(), rounds, sizes, tell=_told)
    lines = run(bench, list(asked.only or RACES))
    sys.stdout.write(table(lines) + "\n")
    if asked.json:
        asked.json.write_text(as_json(lines) + "\n", "utf-8")
    return 0 if all(line.met is not False for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

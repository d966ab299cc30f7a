"""What all races share: where made files lie, how large they are, and how a cold process is run and timed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


ROOT = Path(__file__).resolve().parents[2]
STARTED = "TOWNSHIP_LEDGER_BENCH_STARTED"
"""Names the moment (of `time.perf_counter`, one clock for all processes) at which a child was started."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large everything is; the defaults are those that the goals speak of."""

    sheet: int = (
        10_000  # rows of a sheet that is read, imported, printed and written; rows of the home of edits
    )
    desk: int = 1_000  # rows of the home that the window opens
    grids: tuple[int, ...] = (100_000, 1_000_000)
    stall: int = 100_000  # rows imported behind the window
    edits: int = 200  # edits in one process
    bundle: int = 50  # megabytes


@dataclass(frozen=True, slots=True)
class Bench:
    """One run of the table.

    `folder` keeps what takes long to make from run to run, and a `work` folder that is emptied; `tell` is told what
    is being done; without `peers` other programs are not started.
    """

    folder: Path
    rounds: int
    sizes: Sizes = field(default_factory=Sizes)
    peers: bool = True
    tell: Callable[[str], object] = print

    @property
    def work(self) -> Path:
        """A folder for what one round makes."""
        work = self.folder / "work"
        work.mkdir(parents=True, exist_ok=True)
        return work

    def fresh(self, name: str) -> Path:
        """Return the path of a file or folder of one round that is not there (any more)."""
        path = self.work / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        return path

    def environment(self) -> dict[str, str]:
        """Return the environment of our own program: its choices and logs stay in the bench's folder."""
        return {
            **own_environment(),
            "TOWNSHIP_LEDGER_PREFERENCES": str(self.work / "window.ini"),
            "TOWNSHIP_LEDGER_LOGS": str(self.work / "logs"),
            "PYTHONUTF8": "1",
        }

    def peer(self, program: str) -> str | None:
        """Return the path of another program; None when it is not installed, or not wanted."""
        return shutil.which(program) if self.peers else None


def own_environment() -> dict[str, str]:
    """Return this process's environment, but let Python keep its bytecode: an installed program has it."""
    left_out = {STARTED, "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


def cold(
    module: str, *arguments: object, env: Mapping[str, str] | None = None, from_start: bool = False
) -> str:
    """Run `python -m tests.benchmarks.<module>` in a process of its own and return its last line.

    With `from_start` the child counts from its start on, the interpreter's own included; otherwise from the first
    line of the module.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    environment = {**(own_environment() if env is None else env)}
    if from_start:
        environment[STARTED] = str(time.perf_counter())
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module} {arguments[0]}: {done.stderr or done.stdout}")
    return done.stdout.splitlines()[-1]


def cold_seconds(
    module: str, *arguments: object, env: Mapping[str, str] | None = None, from_start: bool = False
) -> float:
    """Return the seconds that a child printed; see `cold`."""
    return float(cold(module, *arguments, env=env, from_start=from_start))


def whole_seconds(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """Return how long another program takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def moment_of_start() -> float:
    """Return when a child counts from: its start when the parent named it, else now."""
    named = os.environ.get(STARTED)
    return float(named) if named else time.perf_counter()

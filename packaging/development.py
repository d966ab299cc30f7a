"""The steps behind `packaging/dev.py`; standard library only.

`run`    set up, then open the window (without a screen: run `demo` and say where the results lie)
`test`   set up, then every check and the whole test suite
`check`  the checks and tests alone, in the environment that is there
`quick`  the checks alone, without the tests (what the commit hook calls)
`bench`  set up, then the speed table of tests/benchmarks
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "packaging" / "requirements"
USAGE = "usage: dev.py run [arguments of the program] | test | check | quick | bench\n"

# Rooms whose every branch is tested, and the least that the rest may fall to (percent).
FULLY_COVERED = ("domain", "bundle", "store")
LEAST_COVERAGE = 95


def in_venv(name: str) -> Path:
    """Return the path of a command of the project's environment."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def _call(command: list[str | Path], **environment: str) -> int:
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def _answers(python: Path) -> bool:
    if not python.exists():
        return False
    probe = "import sys, pip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
    return _call([python, "-W", "ignore", "-c", probe]) == 0


def _make_venv() -> bool:
    if _answers(in_venv("python")):
        return True
    if VENV.exists():  # half made, or of a Python that is gone
        shutil.rmtree(VENV)
    print("Making the environment in .venv …", flush=True)
    return _call([sys.executable, "-m", "venv", VENV]) == 0


def _fingerprint(kind: str) -> str:
    digest = hashlib.sha256()
    for file in (REQUIREMENTS / "build.txt", REQUIREMENTS / f"{kind}.txt", ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _is_installed(kind: str) -> bool:
    """Whether the environment holds the list `kind`; the test list holds the run list."""
    for held in {kind, "test"}:
        stamp = VENV / f"township-ledger-{held}.stamp"
        if stamp.exists() and stamp.read_text("ascii") == _fingerprint(held):
            return True
    return False


def _install(kind: str) -> bool:
    if _is_installed(kind):
        return True
    print("Installing the pinned libraries (the first time, this takes some minutes) …", flush=True)
    pip: list[str | Path] = [
        in_venv("python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--quiet",
    ]
    lists: list[str | Path] = [
        "--require-hashes",
        "-r",
        REQUIREMENTS / "build.txt",
        "-r",
        REQUIREMENTS / f"{kind}.txt",
    ]
    if (
        _call([*pip, *lists]) != 0
        or _call([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT]) != 0
    ):
        print("The libraries could not be installed; see pip's message above.", file=sys.stderr)
        return False
    (VENV / f"township-ledger-{kind}.stamp").write_text(_fingerprint(kind), "ascii")
    return True


def set_up(kind: str) -> bool:
    """Bring system libraries, `.venv` and the list `kind` ("run" or "test") up to date; instant when they are.

    System libraries that cannot be installed are said and not fatal: what needs none of them still works.
    """
    for_venv = not VENV.exists() and importlib.util.find_spec("ensurepip") is None
    packages = system_packages.missing(for_tests=kind == "test", for_venv=for_venv)
    if not system_packages.install(packages) and for_venv:
        return False
    return _make_venv() and _install(kind)


def _has_screen() -> bool:
    return os.name == "nt" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Open the window, or run the demonstration where there is no screen."""
    if not set_up("run"):
        return 1
    program: list[str | Path] = [in_venv("python"), "-m", "township_ledger"]
    if arguments or _has_screen():
        return _call([*program, *arguments])
    results = ROOT / "build" / "demo"
    shutil.rmtree(results, ignore_errors=True)  # the demonstration before this one
    print(f"No screen here, so the demonstration runs instead; its results lie in {results}", flush=True)
    return _call([*program, "demo", str(results)])


@dataclass(frozen=True)
class Step:
    """One check: its name and the command that ends with 0 when all is well."""

    name: str
    command: tuple[str | Path, ...]


def checks() -> list[Step]:
    """Return the checks that need no test run."""
    python = in_venv("python")
    steps = [
        Step("ruff check", (in_venv("ruff"), "check", "--quiet", ".")),
        Step("ruff format", (in_venv("ruff"), "format", "--quiet", "--check", ".")),
        Step("mypy", (in_venv("mypy"), "--no-error-summary")),
        Step("import contracts", (in_venv("lint-imports"), "--no-logo")),
    ]
    if (ROOT / "packaging" / "build_forms.py").exists():
        steps.append(Step("forms are fresh", (python, ROOT / "packaging" / "build_forms.py", "--check")))
    return steps


def tests() -> list[Step]:
    """Return the test run and its coverage gates."""
    python = in_venv("python")
    rooms = ",".join(f"*/township_ledger/{room}/*" for room in FULLY_COVERED)
    coverage: tuple[str | Path, ...] = (python, "-m", "coverage")
    return [
        Step("tests", (
            python, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "--max-worker-restart=0", "-p", "no:cacheprovider",
            "--cov", "--cov-report=", "tests",
        )),
        Step(
            f"coverage of {', '.join(FULLY_COVERED)}: every branch",
            (*coverage, "report", "--skip-covered", "--show-missing", f"--include={rooms}", "--fail-under=100"),
        ),
        Step(
            f"coverage of all: at least {LEAST_COVERAGE} %",
            (*coverage, "report", "--format=total", f"--fail-under={LEAST_COVERAGE}"),
        ),
    ]  # fmt: skip


def go_through(steps: list[Step]) -> int:
    """Run all steps, say each one's name and time, and return 1 when one of them failed."""
    failed: list[str] = []
    environment = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "PYTHONUTF8": "1"}
    for step in steps:
        print(f"── {step.name}", flush=True)
        begun = time.monotonic()
        if _call(list(step.command), **environment) != 0:
            failed.append(step.name)
        print(f"   {'FAILED' if step.name in failed else 'ok'}, {time.monotonic() - begun:.1f} s", flush=True)
    if failed:
        print("Failed: " + ", ".join(failed), file=sys.stderr)
        return 1
    print("All is well.")
    return 0


def main(arguments: list[str]) -> int:
    """Do what the first argument names; returns the exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb == "run":
        return run(rest)
    if verb == "test":
        return go_through(checks() + tests()) if set_up("test") else 1
    if verb == "check":
        return go_through(checks() + tests())
    if verb == "quick":
        return go_through(checks())
    if verb == "bench":
        return _call([in_venv("python"), "-m", "tests.benchmarks", *rest]) if set_up("test") else 1
    sys.stderr.write(USAGE)
    return 2

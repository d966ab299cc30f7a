"""The one door: it knows from the arguments what to open, and loads nothing else."""

from __future__ import annotations

import gc
import subprocess
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import entry

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Stand-ins for what the door opens; they say what they were called with."""
    opened: list[tuple[object, ...]] = []

    def stand_in(module: str, function: str) -> None:
        def called(*arguments: object) -> int:
            opened.append((module, *arguments))
            return 7

        made = ModuleType(module)
        setattr(made, function, called)
        monkeypatch.setitem(sys.modules, f"township_ledger.app.{module}", made)

    stand_in("worker", "main")
    stand_in("reader", "main")
    stand_in("window", "run_window")
    stand_in("command_line", "run")
    return opened


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        (["--worker"], ("worker",)),
        (["--reader"], ("reader",)),
        ([], ("window", [])),
        (["--home", "h"], ("window", ["--home", "h"])),
        (["rows", "people"], ("command_line", ["rows", "people"])),
        (["--help"], ("command_line", ["--help"])),
    ],
)
def test_each_line_opens_its_room(
    rooms: list[tuple[object, ...]], arguments: list[str], opened: tuple[object, ...]
) -> None:
    assert entry.main(arguments) == 7
    assert rooms == [opened]
    assert gc.isenabled()


def test_the_second_script_always_opens_the_window(
    rooms: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["township-ledger-window", "a.asics"])
    assert entry.main_window() == 7
    assert rooms == [("window", ["a.asics"])]


def test_a_program_without_a_console_has_streams(
    rooms: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    entry.main([])
    for stream in (sys.stdout, sys.stderr):
        stream.write("nowhere")
        stream.close()


def test_output_is_utf8_whatever_the_system_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "township_ledger", "--help"],
        capture_output=True, check=True, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": ""},
    )  # fmt: skip
    assert "用法：township-ledger" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("program", ["township-ledger", "-m"])
def test_both_ways_to_call_it(program: str, in_venv: Callable[[str], str]) -> None:
    command = [sys.executable, "-m", "township_ledger"] if program == "-m" else [in_venv(program)]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == "0.1.0\n"


@pytest.fixture
def in_venv() -> Callable[[str], str]:
    import sysconfig

    return lambda name: f"{sysconfig.get_path('scripts')}/{name}"

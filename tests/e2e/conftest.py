"""The real program, started as a user starts it, in an empty folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "示例口令-2026"


@dataclass(frozen=True)
class Answer:
    """What one call gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a JSON object is looked at as it is
        return json.loads(self.out)


class Program:
    """Runs `python -m township_ledger` with one home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.extra: dict[str, str] = {}

    def __call__(self, *arguments: str | Path, password: str | None = PASSWORD) -> Answer:
        environment = {
            **os.environ,
            "TOWNSHIP_LEDGER_HOME": str(self.home),
            "TOWNSHIP_LEDGER_LOGS": str(self.folder / "logs"),
            **self.extra,
        }
        environment.pop("TOWNSHIP_LEDGER_PASSWORD", None)
        if password is not None:
            environment["TOWNSHIP_LEDGER_PASSWORD"] = password
        done = subprocess.run(
            [sys.executable, "-m", "township_ledger", *map(str, arguments)],
            cwd=self.folder, env=environment, capture_output=True, text=True, check=False, timeout=120,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)

    def good(self, *arguments: str | Path) -> Any:  # noqa: ANN401 - a JSON object is looked at as it is
        """Run with `--json`, expect exit 0, and return the one object."""
        answer = self(*arguments, "--json")
        assert answer.code == 0, answer.out + answer.err
        return answer.json


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program with a home that does not exist yet."""
    return Program(tmp_path)


@pytest.fixture
def office(program: Program) -> Program:
    """The program with a fresh home."""
    program.good(
        "init",
        "--unit",
        "示例镇人民政府",
        "--person",
        "李四",
        "--code",
        "11340799MB1234567X",
        "--type",
        "乡镇",
    )
    return program

"""The verbs in this process, with the real tools and a real home: quicker than a process a call."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from township_ledger.app.wiring import Wiring
from township_ledger.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "shili-2026"


@dataclass(frozen=True)
class Told:
    """What one call wrote, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a JSON object is looked at as it is
        return json.loads(self.out)


class Verbs:
    """Calls verbs on one home."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments: str | Path) -> Told:
        self._monkeypatch.setenv("TOWNSHIP_LEDGER_PASSWORD", PASSWORD)
        self._monkeypatch.setenv("TOWNSHIP_LEDGER_HOME", str(self.home))
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments], Wiring())
        told = self._capsys.readouterr()
        return Told(code, told.out, told.err)

    def json(self, *arguments: str | Path) -> Any:  # noqa: ANN401 - the same
        told = self(*arguments, "--json")
        assert told.code == 0, told.out + told.err
        return told.json


@pytest.fixture
def verbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verbs:
    monkeypatch.setenv("TOWNSHIP_LEDGER_LOGS", str(tmp_path / "logs"))
    made = Verbs(tmp_path / "home", monkeypatch, capsys)
    made.json("init", "--unit", "示例镇人民政府", "--person", "李四")
    return made


@pytest.fixture
def filled(verbs: Verbs, tmp_path: Path) -> Verbs:
    """The home with two people in it."""
    file = tmp_path / "名单.csv"
    file.write_text(
        "姓名,性别,手机号码,身份证号\n王伟,男,19900000001,\n李䶮,男,,340799199001010\n", encoding="utf-8"
    )
    verbs.json("import", "people", file, "--apply")
    return verbs

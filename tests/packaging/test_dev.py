"""`packaging/dev.py`: any Python can read it, and it decides rightly what to do; nothing is installed here."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def load(name: str) -> ModuleType:
    """Load a script of `packaging/` by its file: that folder is no package."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def development(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    load("system_packages")
    return load("development")


def test_any_python_can_read_the_first_file() -> None:
    """No syntax younger than Python 2.7 and 3.0: parsed as the oldest grammar, and by eye of the few node types."""
    source = (PACKAGING / "dev.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert source.isascii()
    young = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef, ast.Match)
    assert not [node for node in ast.walk(tree) if isinstance(node, young)]
    assert "from __future__" not in source


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 8), (3, 10, 12), (3, 14, 0)])
def test_another_python_ends_in_one_sentence(version: tuple[int, int, int]) -> None:
    program = (
        f"import runpy, sys; sys.version_info = {version}; runpy.run_path({str(PACKAGING / 'dev.py')!r})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(f"this is Python {version[0]}.{version[1]}.\n")


def test_without_a_verb_it_says_how_to_call_it(
    development: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert development.main([]) == 2
    assert capsys.readouterr().err.startswith("usage: dev.py run")


class Calls:
    """Stands for the processes that would be started."""

    def __init__(self, *, fail: str = "") -> None:
        self.made: list[list[str]] = []
        self._fail = fail

    def __call__(self, command: list[str | Path], **_environment: str) -> int:
        line = [str(part) for part in command]
        self.made.append(line)
        return 1 if self._fail and self._fail in " ".join(line) else 0


@pytest.fixture
def bare(development: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The steps on a machine without an environment, with nothing to install system-wide."""
    monkeypatch.setattr(development, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(development.system_packages, "missing", lambda **_asked: [])
    return development


def test_the_lists_are_installed_by_hash_and_only_when_they_changed(
    bare: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(bare, "_call", calls)
    bare.VENV.mkdir()
    monkeypatch.setattr(bare, "_answers", lambda _python: True)
    assert bare.set_up("test")
    lists, editable = calls.made
    assert "--require-hashes" in lists
    assert str(bare.REQUIREMENTS / "test.txt") in lists
    assert editable[-2:] == ["--editable", str(bare.ROOT)]
    assert "--no-deps" in editable
    calls.made.clear()
    assert bare.set_up("test")
    assert bare.set_up("run")  # the test list holds the run list
    assert calls.made == []
    monkeypatch.setattr(bare, "_fingerprint", lambda kind: f"newer {kind}")
    assert bare.set_up("run")
    assert len(calls.made) == 2


def test_a_failed_installation_is_tried_again_the_next_time(
    bare: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bare.VENV.mkdir()
    monkeypatch.setattr(bare, "_answers", lambda _python: True)
    monkeypatch.setattr(bare, "_call", Calls(fail="--require-hashes"))
    assert bare.main(["run"]) == 1
    assert bare.main(["test"]) == 1
    assert "could not be installed" in capsys.readouterr().err
    assert not list(bare.VENV.glob("*.stamp"))


def test_a_half_made_environment_is_made_anew(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare.VENV / "half").mkdir(parents=True)
    calls = Calls()
    monkeypatch.setattr(bare, "_call", calls)
    assert bare._make_venv()
    assert not (bare.VENV / "half").exists()
    assert calls.made == [[sys.executable, "-m", "venv", str(bare.VENV)]]


def test_without_a_screen_the_demonstration_runs(
    development: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    calls = Calls()
    monkeypatch.setattr(development, "_call", calls)
    monkeypatch.setattr(development, "ROOT", tmp_path)
    (tmp_path / "build" / "demo").mkdir(parents=True)
    (tmp_path / "build" / "demo" / "of yesterday").touch()
    monkeypatch.setattr(development, "set_up", lambda _kind: True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert development.main(["run"]) == 0
    folder = str(tmp_path / "build" / "demo")
    assert not (tmp_path / "build" / "demo").exists()
    assert calls.made[0][1:] == ["-m", "township_ledger", "demo", folder]
    assert folder in capsys.readouterr().out
    monkeypatch.setenv("DISPLAY", ":9")
    assert development.main(["run"]) == 0
    assert calls.made[1][1:] == ["-m", "township_ledger"]
    assert development.main(["run", "doctor"]) == 0
    assert calls.made[2][1:] == ["-m", "township_ledger", "doctor"]


def test_every_step_runs_and_one_failure_fails_the_whole(
    development: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls(fail="mypy")
    monkeypatch.setattr(development, "_call", calls)
    assert development.main(["check"]) == 1
    assert len(calls.made) == len(development.checks()) + len(development.tests())
    assert capsys.readouterr().err == "Failed: mypy\n"
    monkeypatch.setattr(development, "_call", Calls())
    assert development.main(["quick"]) == 0


def test_the_steps_are_those_that_the_house_asks_for(development: ModuleType) -> None:
    names = [step.name for step in development.checks()]
    assert names[:4] == ["ruff check", "ruff format", "mypy", "import contracts"]
    assert development.FULLY_COVERED == ("domain", "bundle", "store")
    assert any("--fail-under=100" in step.command for step in development.tests())


def test_missing_system_packages_are_named_by_what_they_bring(monkeypatch: pytest.MonkeyPatch) -> None:
    system = load("system_packages")
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "_library_missing", lambda name: name == "libEGL.so.1")
    monkeypatch.setattr(system, "_font_missing", lambda: True)
    monkeypatch.setattr(
        system.shutil, "which", lambda name: None if name == "pdftotext" else f"/usr/bin/{name}"
    )
    assert system.missing(for_tests=True, for_venv=True) == [
        "libegl1", "fonts-wqy-microhei", "poppler-utils", "python3-venv",
    ]  # fmt: skip
    assert system.missing(for_tests=False, for_venv=False) == ["libegl1", "fonts-wqy-microhei"]
    monkeypatch.setattr(system.sys, "platform", "win32")
    assert system.missing(for_tests=True, for_venv=True) == []


def test_who_may_not_install_gets_the_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system = load("system_packages")
    monkeypatch.setattr(system.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert system.install([])
    assert not system.install(["libegl1"])
    told = capsys.readouterr().err
    assert told.endswith("sudo apt-get install --yes --no-install-recommends libegl1\n")
    monkeypatch.setattr(system.shutil, "which", lambda _name: None)
    assert not system.install(["libegl1"])
    assert "libegl1" in capsys.readouterr().err


def test_root_installs_after_one_update(monkeypatch: pytest.MonkeyPatch) -> None:
    system = load("system_packages")
    made: list[list[str]] = []

    def ran(command: list[str], **_keywords: object) -> subprocess.CompletedProcess[str]:
        made.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(system.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    monkeypatch.setattr(system.subprocess, "run", ran)
    assert system.install(["libegl1", "libgl1"])
    assert [command[1] for command in made] == ["update", "install"]
    assert made[1][-3:-1] == ["libegl1", "libgl1"]

"""The pinned lists agree with pyproject.toml, and bring nothing that may not ship."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "packaging" / "requirements"


def lines(name: str) -> list[str]:
    text = (REQUIREMENTS / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r"))]


def pinned(name: str) -> dict[str, set[str]]:
    """Return the versions of a hashed list; a package may have one a platform."""
    found: dict[str, set[str]] = {}
    for line in lines(name):
        if match := re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line):
            found.setdefault(re.sub(r"[-_.]+", "-", match[1]).lower(), set()).add(match[2])
    return found


def test_run_in_says_what_pyproject_says() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert sorted(line.replace('"', "'") for line in lines("run.in")) == sorted(project["dependencies"])


def test_the_program_imports_what_it_asks_for_and_the_architecture_says_why() -> None:
    imported = {"pyside6-essentials": "PySide6", "argon2-cffi": "argon2", "rl-accel": "reportlab"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## Libraries")[2]
    for line in project["dependencies"]:
        name = line.partition("=")[0]
        module = imported.get(name.lower().replace("_", "-"), name.lower().replace("-", "_"))
        assert re.search(rf"^\s*(?:import|from) {module}\b", source, re.MULTILINE), name
        assert name in table, name


def test_the_lists_hold_what_was_asked_for() -> None:
    run = pinned("run.txt")
    for line in lines("run.in"):
        name, _, version = line.partition(";")[0].strip().partition("==")
        assert version in run[re.sub(r"[-_.]+", "-", name).lower()], line
    for smaller in ("run.txt", "build.txt"):
        for name, versions in pinned(smaller).items():
            assert pinned("test.txt")[name] >= versions, name


def test_nothing_that_may_not_ship_is_in_the_run_list() -> None:
    assert not {"numpy", "pandas", "pypinyin", "pyside6", "pyside6-addons"} & pinned("run.txt").keys()


@pytest.mark.parametrize("name", ["run.txt", "build.txt", "test.txt"])
def test_every_file_is_hashed_and_no_index_is_named(name: str) -> None:
    text = (REQUIREMENTS / name).read_text("utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    assert len(blocks) >= 5
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert "index" not in text
    assert "find-links" not in text

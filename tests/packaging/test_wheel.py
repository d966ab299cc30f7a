"""The built wheel in an environment of its own: the program and its resources are inside."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.e2e]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--wheel-dir", folder, ROOT],
        check=True,
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it into an empty environment; the libraries are lent by this one, the project is not.

    The lending `.pth` stands after the environment's own packages, and this environment's editable install is
    reached only through its own `.pth`, which a `.pth` of another environment does not read.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    (purelib,) = (
        folder.glob("lib/python3*/site-packages") if os.name != "nt" else [folder / "Lib" / "site-packages"]
    )
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            python,
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            wheel,
        ],
        check=True,
    )
    (purelib / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def run(python: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))
    }
    return subprocess.run(
        [python, *arguments], cwd=cwd, capture_output=True, text=True, check=False,
        env={**environment, "TOWNSHIP_LEDGER_LOGS": str(cwd / "logs"), "PYTHONUTF8": "1"},
    )  # fmt: skip


def test_the_wheel_holds_every_resource_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            assert f"township_ledger/resources/{path.relative_to(ROOT / 'resources').as_posix()}" in names
    assert "township_ledger/app/entry.py" in names
    assert not [
        name for name in names if name.startswith(("tests/", "packaging/", "src/", "resources/", "forms/"))
    ]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_program_of_the_wheel_is_the_wheels(installed: Path, tmp_path: Path) -> None:
    where = "import township_ledger, township_ledger.app.paths as p; print(township_ledger.__file__); print(p.resources())"
    done = run(installed, "-c", where, cwd=tmp_path)
    package, resources = done.stdout.splitlines()
    environment = str(installed.parent.parent)
    assert package.startswith(environment)
    assert resources.startswith(environment)


def test_the_demonstration_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    command = installed.parent / ("township-ledger.exe" if os.name == "nt" else "township-ledger")
    assert command.exists()
    done = run(installed, "-m", "township_ledger", "demo", str(tmp_path / "demo"), "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "demo").rglob("*.asics"))

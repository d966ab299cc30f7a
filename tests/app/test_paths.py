"""Where things lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from township_ledger.app import paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def fresh() -> Iterator[None]:
    """The place of resources is found once a process; forget it around each test that moves the package."""
    paths.resources.cache_clear()
    yield
    paths.resources.cache_clear()


def test_a_checkout_has_resources_beside_src(resources: Path) -> None:
    assert paths.resources() == resources
    assert paths.resource("ledgers", "people.toml").is_file()


@pytest.mark.usefixtures("fresh")
def test_a_wheel_carries_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "site-packages" / "township_ledger"
    (package / "resources" / "ledgers").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resources() == package / "resources"


@pytest.mark.usefixtures("fresh")
def test_an_installation_without_resources_is_our_own_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "src" / "township_ledger")
    with pytest.raises(RuntimeError):
        paths.resources()


def test_home_and_logs_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOWNSHIP_LEDGER_HOME", str(tmp_path / "h"))
    monkeypatch.setenv("TOWNSHIP_LEDGER_LOGS", str(tmp_path / "l"))
    assert paths.default_home() == tmp_path / "h"
    assert paths.log_folder() == tmp_path / "l"


def test_home_and_logs_are_the_accounts_own_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TOWNSHIP_LEDGER_HOME", "TOWNSHIP_LEDGER_LOGS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert paths.default_home().name == "home"
    assert "township-ledger" in paths.default_home().parts
    assert "township-ledger" in str(paths.log_folder())
    assert paths.log_folder() not in paths.default_home().parents

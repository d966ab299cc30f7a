"""One made home, copied for each test: deriving its key takes longer than most of these tests."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.usecases.imports.kit import Desk, StandingClock

from township_ledger.store.home import create_home
from township_ledger.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.keys import DatabaseKey

_PERSON = "内勤"


@pytest.fixture(scope="session")
def empty_home(
    tmp_path_factory: pytest.TempPathFactory, shipped: Mapping[str, Ledger]
) -> tuple[Path, DatabaseKey]:
    folder = tmp_path_factory.mktemp("made") / "home"
    key = create_home(folder, "示例镇人民政府", _PERSON, "苹果树下 8 点", StandingClock(), shipped)
    return folder, key


@pytest.fixture
def new_desk(
    tmp_path: Path, empty_home: tuple[Path, DatabaseKey], shipped: Mapping[str, Ledger]
) -> Iterator[Callable[[], Desk]]:
    """Open one empty home after the other."""
    desks: list[Desk] = []

    def make() -> Desk:
        folder = tmp_path / f"home{len(desks)}"
        shutil.copytree(empty_home[0], folder)
        store = open_store(folder, empty_home[1], _PERSON, StandingClock(), shipped, write=True)
        desks.append(Desk(store))
        return desks[-1]

    yield make
    for each in desks:
        each.store.close()


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    return new_desk()

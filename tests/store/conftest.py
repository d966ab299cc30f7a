"""One invented home, made once and copied for each test: deriving a key from a password takes a while."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.store.office import ACTOR, PASSWORD, UNIT, Office, StandingClock, shipped_definitions

from township_ledger.store.home import create_home

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore


@pytest.fixture(scope="session")
def definitions() -> Mapping[str, Ledger]:
    return shipped_definitions()


@pytest.fixture(scope="session")
def made_home(
    tmp_path_factory: pytest.TempPathFactory, definitions: Mapping[str, Ledger]
) -> tuple[Path, DatabaseKey]:
    folder = tmp_path_factory.mktemp("made") / "home"
    key = create_home(folder, UNIT, ACTOR, PASSWORD, StandingClock(), definitions)
    return folder, key


@pytest.fixture
def office(
    made_home: tuple[Path, DatabaseKey], tmp_path: Path, definitions: Mapping[str, Ledger]
) -> Iterator[Office]:
    """A fresh home with its key."""
    folder, key = made_home
    home = tmp_path / "home"
    shutil.copytree(folder, home)
    made = Office(home, key, StandingClock(), dict(definitions))
    yield made
    made.close()


@pytest.fixture
def store(office: Office) -> SqlLedgerStore:
    """An open store of a fresh home, closed with it."""
    return office.open()

"""Opening: quick when nothing has changed, alone when something must be brought up to date."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.store.office import ACTOR, Office, StandingClock, add

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind, Query
from township_ledger.store import opening
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.opening import open_store
from township_ledger.store.system_tables import FORMAT

if TYPE_CHECKING:
    from township_ledger.domain.definitions import Ledger

QUICK = """
import sys
from pathlib import Path
from tests.store.office import StandingClock, shipped_definitions
from township_ledger.domain.rows import Query
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.opening import open_store
store = open_store(Path(sys.argv[1]), DatabaseKey.from_hex(sys.argv[2]), "x", StandingClock(), shipped_definitions(), write=False)
store.page(Query("people"), 0, 100)
heavy = {"sqlite_utils", "cryptography", "argon2", "rfc8785", "openpyxl", "reportlab"} & set(sys.modules)
sys.exit(f"loaded: {heavy}" if heavy else 0)
"""


def test_the_windows_way_to_its_first_page_loads_nothing_heavy(office: Office) -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUICK, str(office.home), office.key.hex()], capture_output=True, text=True, check=False,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_what_cannot_be_opened(office: Office, tmp_path: Path, definitions: dict[str, Ledger]) -> None:
    for home, key, code in (
        (tmp_path / "none", office.key, "home.not_here"), (office.home, DatabaseKey.new(), "store.wrong_key"),
    ):  # fmt: skip
        with pytest.raises(WorldFault) as caught:
            open_store(home, key, ACTOR, StandingClock(), definitions, write=True)
        assert caught.value.code == code
    office.open().close()  # the lock of the failed attempt is gone


def test_a_home_on_a_network_drive_is_not_opened(office: Office) -> None:
    class AllNetwork:
        def is_network(self, folder: Path) -> bool:
            return folder == office.home

    with pytest.raises(WorldFault) as caught:
        open_store(
            office.home,
            office.key,
            ACTOR,
            StandingClock(),
            office.definitions,
            write=False,
            drives=AllNetwork(),
        )
    assert caught.value.code == "home.network_drive"


def test_a_newer_home_is_refused(office: Office) -> None:
    store = office.open()
    store.connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    store.close()
    with pytest.raises(WorldFault) as caught:
        office.open()
    assert caught.value.code == "store.newer"


def test_a_newer_definition_is_refused_by_an_older_program(office: Office) -> None:
    newer = replace(office.definitions["people"], version=2)
    office.open(definitions={**office.definitions, "people": newer}).close()
    with pytest.raises(WorldFault) as caught:
        office.open()
    assert caught.value.code == "store.newer_ledger"


def test_bringing_up_to_date_needs_the_home_alone(office: Office) -> None:
    reader = office.open(write=False)
    newer = {**office.definitions, "people": replace(office.definitions["people"], version=2)}
    with pytest.raises(WorldFault) as caught:
        office.open(definitions=newer)
    assert caught.value.code == "home.in_use"
    reader.close()
    store = office.open(definitions=newer, write=False)
    office.open(definitions=newer, write=True)  # the lock was made a shared one again
    assert store.operations()[0].kind is OperationKind.MIGRATE


def test_a_database_of_an_older_format_gets_its_tables(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = office.open()
    uid = add(store, "people", name="王伟")
    store.connection.execute("PRAGMA user_version = 0")
    store.close()
    store = office.open()
    assert store.connection.value("PRAGMA user_version") == FORMAT
    assert store.page(Query("people"), 0, 1)[0].uid == uid

    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    store.close()
    monkeypatch.setattr(opening, "known_ledgers", stop)
    with pytest.raises(KeyboardInterrupt):
        office.open()

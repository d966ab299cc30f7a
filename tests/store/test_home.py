"""A home appears whole or not at all, and opens with a person's password or the recovery sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.store.office import ACTOR, PASSWORD, UNIT, Office, StandingClock

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind
from township_ledger.store import home as module
from township_ledger.store.home import create_home, home_card, take_away, unlock
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.opening import open_store
from township_ledger.store.places import is_home
from township_ledger.store.recovery import recovery_sheet, unlock_with_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger


def code_of(run: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(WorldFault) as caught:
        run(*args, **more)
    return caught.value.code


def test_a_new_home(office: Office) -> None:
    store = office.open()
    assert sorted(path.name for path in office.home.iterdir() if path.is_dir()) == [
        "backups",
        "received",
        "sent",
    ]
    assert home_card(office.home) == (UNIT, (ACTOR,))
    assert home_card(office.home) == (UNIT, (ACTOR,))
    assert (store.setting("unit_name"), store.setting("unit_code"), store.setting("none")) == (UNIT, "", None)
    assert len(str(store.setting("home_id"))) == 32
    (made,) = store.operations()
    assert (made.number, made.kind, made.actor, made.rows) == (1, OperationKind.CREATE_HOME, ACTOR, 0)


def test_unlocking(office: Office) -> None:
    assert unlock(office.home, None, PASSWORD) == (office.key, ACTOR)
    assert unlock(office.home, ACTOR, PASSWORD) == (office.key, ACTOR)
    assert code_of(unlock, office.home, None, PASSWORD.upper()) == "home.wrong_password"
    assert code_of(unlock, office.home, "李丽", PASSWORD) == "home.no_person"
    assert code_of(unlock, office.home / "none", None, PASSWORD) == "home.not_here"
    assert unlock_with_sheet(recovery_sheet(office.key)) == office.key
    office.open().close()


def test_a_home_is_not_made_over_another_or_with_a_bad_name(
    tmp_path: Path, definitions: dict[str, Ledger], office: Office
) -> None:
    def make(
        folder: Path = tmp_path / "new", unit: str = UNIT, person: str = ACTOR, password: str = PASSWORD
    ) -> None:
        create_home(folder, unit, person, password, StandingClock(), definitions)

    assert code_of(make, office.home) == "home.exists"
    assert code_of(make, unit=" ") == "home.unit_name"
    assert code_of(make, unit="镇" * 65) == "home.unit_name"
    assert code_of(make, person="王\u202e伟") == "home.person_name"
    assert code_of(make, password="1234") == "home.password_short"
    assert not (tmp_path / "new").exists()
    (tmp_path / "file").write_text("")
    assert code_of(make, tmp_path / "file") == "store.disk"

    class AllNetwork:
        def is_network(self, folder: Path) -> bool:
            return True

    assert (
        code_of(
            create_home,
            tmp_path / "new",
            UNIT,
            ACTOR,
            PASSWORD,
            StandingClock(),
            definitions,
            drives=AllNetwork(),
        )
        == "home.network_drive"
    )


def test_a_failure_leaves_no_half_of_a_home(
    tmp_path: Path, definitions: dict[str, Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make() -> DatabaseKey:
        return create_home(tmp_path / "h", UNIT, "  王  伟 ", PASSWORD, StandingClock(), definitions)

    def full(*_args: object) -> None:
        raise OSError(28, "no space")

    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    for name, failure, expected in (
        ("flush_file", full, WorldFault), ("seal", stop, KeyboardInterrupt), ("prepare", stop, KeyboardInterrupt),
    ):  # fmt: skip
        with monkeypatch.context() as patch:
            if name == "prepare":
                patch.setattr("township_ledger.store.opening.prepare_database", failure)
            else:
                patch.setattr(module, name, failure)
            with pytest.raises(expected):
                make()
        assert not is_home(tmp_path / "h")
        assert [path.name for path in (tmp_path / "h").iterdir() if path.is_file()] == ["home.lock"]
    key = make()
    assert unlock(tmp_path / "h", None, PASSWORD) == (key, "王 伟")


def test_a_given_key_is_taken(tmp_path: Path, definitions: dict[str, Ledger]) -> None:
    key = DatabaseKey.new()
    made = create_home(
        tmp_path / "h",
        UNIT,
        ACTOR,
        PASSWORD,
        StandingClock(),
        definitions,
        unit_code="11340700",
        unit_type="乡镇",
        key=key,
    )
    assert made == key
    with open_store(tmp_path / "h", key, ACTOR, StandingClock(), definitions, write=False) as store:
        assert (store.setting("unit_code"), store.setting("unit_type")) == ("11340700", "乡镇")
    kept = json.loads((tmp_path / "h" / "keys.json").read_text("utf-8"))
    assert key.key.hex() not in json.dumps(kept)


def test_taking_a_new_home_away_leaves_what_else_lies_there(office: Office) -> None:
    (office.home / "花名册.xlsx").touch()
    (office.home / "outbox.json").touch()
    take_away(office.home)
    assert sorted(path.name for path in office.home.iterdir()) == ["outbox.json", "花名册.xlsx"]

"""Key slots: bound to home, person and cost; replaced one after the other."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import pytest

from township_ledger.domain.faults import WorldFault
from township_ledger.store import slots
from township_ledger.store.files import replace_file
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.places import KEYS, KEYS_TWIN
from township_ledger.store.slots import (
    Slots,
    password_fault,
    read_slots,
    seal,
    slots_from,
    unseal,
    write_slots,
)

if TYPE_CHECKING:
    from pathlib import Path

KEY = DatabaseKey.new()


@pytest.fixture(scope="module")
def kept() -> Slots:
    return Slots("home", "key", "示例镇", (seal(KEY, "home", "key", "王伟", "Ｐassword 1"),))


def test_a_slot_opens_with_its_password_alone_in_any_width(kept: Slots) -> None:
    slot = kept.slots[0]
    assert unseal(kept, slot, "Password 1") == KEY
    assert unseal(kept, slot, "password 1") is None
    assert (slot.t, slot.m, slot.p, slot.role) == (3, 65536, 4, "经办")


@pytest.mark.parametrize(
    ("part", "value"), [("person", "李丽"), ("role", "查看"), ("kind", "recovery"), ("t", 4)]
)
def test_a_slot_that_was_moved_or_changed_does_not_open(kept: Slots, part: str, value: object) -> None:
    changed = replace(kept.slots[0], **{part: value})  # type: ignore[arg-type]
    assert unseal(kept, changed, "Password 1") is None
    assert unseal(replace(kept, home="other"), kept.slots[0], "Password 1") is None
    assert unseal(replace(kept, key_id="other"), kept.slots[0], "Password 1") is None


@pytest.mark.parametrize(
    ("part", "value"), [("t", 2), ("t", 11), ("m", 1024), ("m", 256 * 1024 + 1), ("p", 0), ("p", 5)]
)
def test_a_cost_outside_the_bounds_is_refused(kept: Slots, part: str, value: int) -> None:
    changed = replace(kept.slots[0], **{part: value})  # type: ignore[arg-type]
    with pytest.raises(WorldFault) as caught:
        unseal(kept, changed, "Password 1")
    assert caught.value.code == "home.slot_parameters"


def test_a_slot_of_broken_letters_is_damaged(kept: Slots) -> None:
    for changed in (replace(kept.slots[0], sealed="%"), replace(kept.slots[0], salt="AA==")):
        with pytest.raises(WorldFault) as caught:
            unseal(kept, changed, "Password 1")
        assert caught.value.code == "home.keys_damaged"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("1234567", "home.password_short"), ("passwor", "home.password_short"), ("12345678", "home.password_digits"),
        ("１２３４５６７８", "home.password_digits"), ("安徽省示例镇人民政府", "home.password_name"),
        ("OuyangXiu", "home.password_name"), ("ouyangxiu", "home.password_name"), ("ouyangxiu7", ""), ("好密码好密码好密码", ""),
    ],
)  # fmt: skip
def test_what_a_password_must_be(password: str, code: str) -> None:
    assert password_fault(password, "安徽省示例镇人民政府", "OuyangXiu") == code
    assert password_fault("12345678a", "", "") == ""


def test_the_twin_stands_in_for_a_damaged_file(kept: Slots, tmp_path: Path) -> None:
    write_slots(tmp_path, kept)
    assert read_slots(tmp_path) == kept
    assert (tmp_path / KEYS).read_bytes() == (tmp_path / KEYS_TWIN).read_bytes()
    (tmp_path / KEYS).write_bytes(b"{")
    assert read_slots(tmp_path) == kept
    (tmp_path / KEYS).unlink()
    assert read_slots(tmp_path) == kept
    (tmp_path / KEYS).mkdir()  # a file that cannot be read
    assert read_slots(tmp_path) == kept
    (tmp_path / KEYS_TWIN).write_bytes(b"\xff")
    with pytest.raises(WorldFault) as caught:
        read_slots(tmp_path)
    assert caught.value.code == "home.keys_damaged"


def test_no_slots_at_all(tmp_path: Path) -> None:
    with pytest.raises(WorldFault) as caught:
        read_slots(tmp_path)
    assert caught.value.code == "home.not_here"


def test_a_crash_between_the_two_files_leaves_the_new_one(
    kept: Slots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_slots(tmp_path, kept)
    wanted = replace(kept, unit="另一镇")
    write = replace_file

    def crash(path: Path, data: bytes) -> None:
        if path.name == KEYS_TWIN:
            raise KeyboardInterrupt
        write(path, data)

    monkeypatch.setattr(slots, "replace_file", crash)
    with pytest.raises(KeyboardInterrupt):
        write_slots(tmp_path, wanted)
    assert read_slots(tmp_path) == wanted


def test_damaged_slots_are_told(kept: Slots) -> None:
    good: dict[str, Any] = {"format": 1, **asdict(kept)}
    assert slots_from(json.dumps(good).encode()) == kept
    changes: tuple[dict[str, Any], ...] = (
        {"slots": []}, {"home": 3}, {"slots": None}, {"unit": None},
        {"slots": [{**good["slots"][0], "t": "3"}]}, {"slots": [{**good["slots"][0], "salt": 3}]},
        {"slots": [{**good["slots"][0], "more": 3}]},
    )  # fmt: skip
    for change in changes:
        with pytest.raises(WorldFault) as caught:
            slots_from(json.dumps({**good, **change}).encode())
        assert caught.value.code == "home.keys_damaged"
    with pytest.raises(WorldFault) as caught:
        slots_from(b"[]")
    assert caught.value.code == "home.keys_damaged"
    with pytest.raises(WorldFault) as caught:
        slots_from(json.dumps({**good, "format": 2}).encode())
    assert caught.value.code == "home.newer"

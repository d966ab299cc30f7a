"""A glance tells what the slots tell, and nothing where they are damaged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from township_ledger.store.home_glance import glance
from township_ledger.store.places import KEYS, KEYS_TWIN, is_home

if TYPE_CHECKING:
    from pathlib import Path

SLOTS = {"unit": "示例镇人民政府", "slots": [{"person": "李敏"}, {"person": "王䶮"}]}


def write(folder: Path, name: str, content: object) -> None:
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


def test_a_home_is_known_by_its_database(tmp_path: Path) -> None:
    assert not is_home(tmp_path)
    (tmp_path / "ledger.db").touch()
    assert is_home(tmp_path)
    assert glance(tmp_path) == ("", ())


def test_unit_and_persons(tmp_path: Path) -> None:
    write(tmp_path, KEYS, SLOTS)
    assert glance(tmp_path) == ("示例镇人民政府", ("李敏", "王䶮"))


@pytest.mark.parametrize(
    "damaged", [[], {"unit": 1, "slots": []}, {"unit": "镇"}, {"unit": "镇", "slots": [1]}]
)
def test_the_twin_stands_in_for_a_damaged_file(tmp_path: Path, damaged: object) -> None:
    write(tmp_path, KEYS, damaged)
    assert glance(tmp_path) == ("", ())
    write(tmp_path, KEYS_TWIN, SLOTS)
    assert glance(tmp_path)[0] == "示例镇人民政府"


def test_bytes_that_are_no_json(tmp_path: Path) -> None:
    (tmp_path / KEYS).write_bytes(b"\xff\x00" * 10)
    assert glance(tmp_path) == ("", ())
    (tmp_path / KEYS).write_bytes(b"[" * 200_000)
    assert glance(tmp_path) == ("", ())


def test_a_name_of_absurd_length_is_cut(tmp_path: Path) -> None:
    write(tmp_path, KEYS, {"unit": "镇" * 5000, "slots": []})
    assert len(glance(tmp_path)[0]) == 200


def test_it_agrees_with_the_slots_of_a_real_home(tmp_path: Path) -> None:
    from tests.ui.fake_services import FakeClock, shipped_ledgers

    from township_ledger.store.home import create_home, home_card

    home = tmp_path / "home"
    create_home(home, "示例镇人民政府", "李敏", "好密码一二三四五", FakeClock(), shipped_ledgers())
    assert glance(home) == home_card(home)
    assert is_home(home)

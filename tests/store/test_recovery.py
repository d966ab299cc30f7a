"""The recovery sheet tells a slip of the pen, and in which group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import WorldFault
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.recovery import recovery_sheet, unlock_with_sheet

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
KEYS = st.builds(DatabaseKey, st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))


@given(KEYS)
def test_a_sheet_gives_its_key_back_however_it_was_typed(key: DatabaseKey) -> None:
    sheet = recovery_sheet(key)
    assert [len(line.split(" ")) for line in sheet.split("\n")] == [13, 7]
    assert unlock_with_sheet(sheet) == key
    assert unlock_with_sheet(sheet.lower().replace(" ", "-").replace("\n", " \r\n ")) == key
    assert unlock_with_sheet(sheet.replace("O", "0").replace("I", "1").replace("B", "8")) == key


@given(KEYS, st.integers(0, 98), st.integers(1, 31))
def test_one_wrong_letter_is_found_in_its_group(key: DatabaseKey, place: int, shift: int) -> None:
    letters = recovery_sheet(key).replace(" ", "").replace("\n", "")
    place %= len(letters)
    wrong = LETTERS[(LETTERS.index(letters[place]) + shift) % 32]
    with pytest.raises(WorldFault) as caught:
        unlock_with_sheet(letters[:place] + wrong + letters[place + 1 :])
    assert caught.value.code == "home.sheet_group"
    assert caught.value.params["group"] == place // 5 + 1


@given(KEYS, st.integers(0, 97))
def test_two_neighbours_that_changed_places_are_found(key: DatabaseKey, place: int) -> None:
    letters = recovery_sheet(key).replace(" ", "").replace("\n", "")
    place %= len(letters) - 1
    one, two = letters[place], letters[place + 1]
    if one != two:
        with pytest.raises(WorldFault):
            unlock_with_sheet(letters[:place] + two + one + letters[place + 2 :])


@given(KEYS, st.integers(0, 12), st.integers(0, 12))
def test_two_groups_that_changed_places_are_found(key: DatabaseKey, one: int, two: int) -> None:
    groups = recovery_sheet(key).split()
    if groups[one] != groups[two]:
        groups[one], groups[two] = groups[two], groups[one]
        with pytest.raises(WorldFault):
            unlock_with_sheet(" ".join(groups))


def test_what_is_missing_or_no_letter_is_told() -> None:
    sheet = recovery_sheet(DatabaseKey(bytes(32), bytes(16)))
    for text, code in (
        (sheet[:-1], "home.sheet_length"),
        (sheet + "A", "home.sheet_length"),
        ("", "home.sheet_length"),
        ("?" + sheet[1:], "home.sheet_letter"),
    ):
        with pytest.raises(WorldFault) as caught:
            unlock_with_sheet(text)
        assert caught.value.code == code


def test_letters_beyond_the_last_bit_are_no_second_way_to_write_a_key() -> None:
    """The 52nd letter holds one bit of the key only; a sheet with other bits set there was copied wrongly."""
    from township_ledger.store.recovery import _check_letter

    groups = recovery_sheet(DatabaseKey(bytes(32), bytes(16))).split()
    groups[12] = "AAAB" + _check_letter("AAAB", 12)
    with pytest.raises(WorldFault) as caught:
        unlock_with_sheet(" ".join(groups))
    assert caught.value.code == "home.sheet_group"
    assert caught.value.params["group"] == 13


def test_keys_show_nothing_and_have_their_size() -> None:
    key = DatabaseKey.new()
    assert repr(key) == "DatabaseKey()"
    assert DatabaseKey.from_hex(key.hex().upper()) == key
    assert DatabaseKey.new() != key
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(bytes(31), bytes(16))
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(bytes(32), bytes(15))
    with pytest.raises(ValueError, match="96"):
        DatabaseKey.from_hex(key.hex()[:-1])

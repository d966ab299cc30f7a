"""The recovery sheet: the raw key on one line and the salt on a second, in groups that tell a slip of the pen.

Letters are those of base32 (RFC 4648 §6). A group is four letters (the last of a line may be shorter) and one check
letter: the sum over GF(2^5) of the letters times the powers of a generator, with the group's place as a further term.
So one wrong letter, two letters that changed places and two groups that changed places all show, and in which group.
"""

from __future__ import annotations

import base64
import re

from township_ledger.domain.faults import WorldFault
from township_ledger.store.keys import KEY_BYTES, SALT_BYTES, DatabaseKey

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_GROUP = 4
_MISREAD = str.maketrans(
    {"0": "O", "1": "I", "8": "B", "9": "G"}
)  # not in the alphabet, so nobody wrote them
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive
_KEY_LETTERS, _SALT_LETTERS = -(-KEY_BYTES * 8 // 5), -(-SALT_BYTES * 8 // 5)


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _POLYNOMIAL if value & 0b100000 else value


def _check_letter(letters: str, place: int) -> str:
    total = 0
    for number in (*map(_LETTERS.index, letters), place):
        total = _times_x(total) ^ number
    return _LETTERS[_times_x(total)]


def _line(raw: bytes, first_place: int) -> str:
    letters = base64.b32encode(raw).decode().rstrip("=")
    groups = [letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP)]
    return " ".join(group + _check_letter(group, first_place + index) for index, group in enumerate(groups))


_KEY_GROUPS = -(-_KEY_LETTERS // _GROUP)


def recovery_sheet(key: DatabaseKey) -> str:
    """Return the two lines of the recovery sheet: 13 groups of the key, 7 groups of the salt."""
    return f"{_line(key.key, 0)}\n{_line(key.salt, _KEY_GROUPS)}"


def _read(letters: str, count: int, first_place: int, size: int) -> tuple[bytes, str]:
    """Return the bytes of one line and the letters behind it."""
    found = ""
    place = first_place
    while len(found) < count:
        length = min(_GROUP, count - len(found))
        group, check, letters = letters[:length], letters[length : length + 1], letters[length + 1 :]
        if _check_letter(group, place) != check:
            raise WorldFault("home.sheet_group", group=place + 1)
        found += group
        place += 1
    raw = base64.b32decode(found + "=" * (-len(found) % 8))
    if len(raw) != size or base64.b32encode(raw).decode().rstrip("=") != found:
        raise WorldFault("home.sheet_group", group=place)
    return raw, letters


def unlock_with_sheet(text: str) -> DatabaseKey:
    """Return the key that a recovery sheet holds; spaces, hyphens, line breaks and lower case do not matter.

    Raises:
        WorldFault: `home.sheet_length` when letters are missing or too many, `home.sheet_group` with the number of
            the first group (counted from 1 over both lines) that was copied wrongly.
    """
    letters = re.sub(r"[\s\-—.,，。]", "", text).upper().translate(_MISREAD)
    groups = _KEY_GROUPS + -(-_SALT_LETTERS // _GROUP)
    if len(letters) != _KEY_LETTERS + _SALT_LETTERS + groups:
        raise WorldFault("home.sheet_length", groups=groups)
    if strange := set(letters) - set(_LETTERS):
        raise WorldFault("home.sheet_letter", letter=min(strange))
    key, rest = _read(letters, _KEY_LETTERS, 0, KEY_BYTES)
    salt, _ = _read(rest, _SALT_LETTERS, _KEY_GROUPS, SALT_BYTES)
    return DatabaseKey(key, salt)

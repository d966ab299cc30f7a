"""Pinyin initials of Chinese names, for the search box: 王伟 → ww."""

from __future__ import annotations

LONGEST = 24
_FIRST, _LAST = 0x4E00, 0x9FA5

# Surnames whose reading differs from the one that the character has elsewhere; the longest that fits counts.
SURNAMES = {
    "单": "s", "仇": "q", "解": "x", "查": "z", "区": "o", "曾": "z", "乐": "y", "翟": "z", "覃": "q", "重": "c",
    "种": "c", "秘": "b", "折": "s", "召": "s", "祭": "z", "隗": "w", "阚": "k", "么": "y", "尉迟": "yc", "万俟": "mq",
    "澹台": "tt", "单于": "cy",
}  # fmt: skip


def initials(text: str, *, person: bool) -> str:
    """Return the initials of the characters of `text`, at most `LONGEST`; ASCII letters and digits stand for themselves.

    Args:
        text: a row's label.
        person: whether it is a person's name, so that a surname is read as one.
    """
    from township_ledger.store.initials_table import INITIALS

    found = ""
    if person:
        for length in (2, 1):
            if text[:length] in SURNAMES:
                found, text = SURNAMES[text[:length]], text[length:]
                break
    for letter in text:
        place = ord(letter)
        if _FIRST <= place <= _LAST:
            found += INITIALS[place - _FIRST]
        elif letter.isascii() and letter.isalnum():
            found += letter.lower()
    return found[:LONGEST]

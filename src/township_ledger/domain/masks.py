"""Masks for what is shown, printed and exported unless the clerk asks for it in full.

No rule of masking binds the offices; the common form keeps enough to tell people apart
and hides the day of birth.
"""

from __future__ import annotations

import re

from township_ledger.domain.definitions import ColumnType

# What an 自有列 holds is told by its look alone: no check digit is asked for, a number with one slip is masked too.
_LOOKS = (
    (re.compile(r"\s*(?:[1-9]\d{16}[\dXx]|[1-9]\d{14})\s*"), ColumnType.ID_NUMBER),
    (re.compile(r"\s*1[3-9]\d{9}\s*"), ColumnType.PHONE),
)
_STAR = "*"
_ID_EDGE = 4  # 3407**********2416: the area and the last four
_PHONE_HEAD, _PHONE_TAIL = 3, 4  # 138****1234


def _masked(text: str, head: int, tail: int) -> str:
    """Return `text` with all but its edges as stars; a text too short to keep anything is stars alone."""
    hidden = len(text) - head - tail
    return text[:head] + _STAR * hidden + text[-tail:] if hidden >= tail else _STAR * len(text)


def mask(kind: ColumnType, text: str) -> str:
    """Return a value of a column of type `kind` as it is shown: ID numbers and phones masked, all else as it is."""
    if kind is ColumnType.ID_NUMBER:
        return _masked(text, _ID_EDGE, _ID_EDGE)
    if kind is ColumnType.PHONE:
        return _masked(text, _PHONE_HEAD, _PHONE_TAIL)
    return text


def mask_own(text: str) -> str:
    """Return a cell of an 自有列 as it is shown: masked when all of it looks like an ID number or a mobile phone."""
    for look, kind in _LOOKS:
        if look.fullmatch(text):
            return mask(kind, text.strip())
    return text

"""Personal numbers in what leaves the office: found in what others sent, masked in what we send."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from township_ledger.domain.identifiers import birth_in_id, id_check_digit

if TYPE_CHECKING:
    from collections.abc import Iterable

_ID_IN_TEXT = re.compile(r"(?<![0-9a-f])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_ID_IN_BYTES = re.compile(rb"(?<![0-9a-f])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z+-])1[3-9][0-9]{9}(?![0-9A-Za-z-])")
_DIGITS = bytes(0x30 if 0x30 <= byte <= 0x39 else 0x20 for byte in range(256))
_RUN = b"0" * 17
_KEPT_HEAD, _KEPT_TAIL = 4, 4  # 3407**********2416, as everywhere in the program
_OVERLAP = 64  # more than a number and its neighbours


@dataclass(slots=True)
class Masked:
    """How many personal numbers were masked in free text."""

    id_numbers: int = 0
    phones: int = 0


def is_id_number(text: str) -> bool:
    """Whether 18 characters are an ID number: a day of birth that exists and the right check digit (GB 11643)."""
    year_is_near = "1900" <= text[6:10] < "2100"
    return year_is_near and birth_in_id(text) is not None and id_check_digit(text[:17]) == text[17].upper()


def mask_numbers(text: str, count: Masked, *, phones: bool) -> str:
    """Return `text` with the middle of every ID number (and, with `phones`, of every mobile number) as stars.

    Free text alone is treated so: a column that holds ID numbers or phones by its type is never sent at all.
    """

    def id_number(match: re.Match[str]) -> str:
        if not is_id_number(match[0]):
            return match[0]
        count.id_numbers += 1
        return match[0][:_KEPT_HEAD] + "*" * 10 + match[0][-_KEPT_TAIL:]

    def mobile(match: re.Match[str]) -> str:
        count.phones += 1
        return match[0][:3] + "****" + match[0][-_KEPT_TAIL:]

    text = _ID_IN_TEXT.sub(id_number, text)
    return _MOBILE.sub(mobile, text) if phones else text


def count_id_numbers(untrusted: Iterable[bytes | memoryview]) -> int:
    """Return how many ID numbers stand in a stream of text (any encoding that keeps ASCII).

    Long runs of digits are found first, with one translation and one search over the bytes: that is many times
    quicker than an expression over every byte, and most streams have none.
    """
    found = 0
    window = b""
    start = 0  # where counting goes on; the byte before it is kept as its neighbour
    for chunk in untrusted:
        window += chunk
        end = len(window) - _OVERLAP
        if end > start:
            found += _count(window, start, end)
            window, start = window[end - 1 :], 1
    return found + _count(window, start, len(window))


def _count(window: bytes, start: int, before: int) -> int:
    """Count the numbers that begin from byte `start` on and before byte `before`."""
    digits = window.translate(_DIGITS)
    found, at = 0, digits.find(_RUN, start)
    while 0 <= at < before:
        match = _ID_IN_BYTES.match(window, at)
        if match is not None and is_id_number(match[0].decode("ascii")):
            found += 1
        end = digits.find(b" ", at)
        at = digits.find(_RUN, end) if end >= 0 else -1
    return found

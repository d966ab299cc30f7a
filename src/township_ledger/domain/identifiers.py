"""Numbers that name a person, a unit or a certificate.

ID numbers follow GB 11643-1999 (18 characters, ISO 7064 MOD 11-2; the 15-digit form was issued until 1999), credit
codes GB 32100-2015 (MOD 31). Every function takes text that `normal_text.compact` has treated.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECK = "10X98765432"
_ID_18 = re.compile(r"[1-9]\d{16}[\dX]")
_ID_15 = re.compile(r"[1-9]\d{14}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{1,3}")
_OLDEST = date(1900, 1, 1)

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_VALUE = {letter: value for value, letter in enumerate(_CREDIT_ALPHABET)}
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)

_CERTIFICATE = re.compile(r"[0-9A-Z\u4e00-\u9fff()〔〕\[\]/.#-]{1,40}")
_PHONE = re.compile(r"\+?\d{7,15}")


class IdReading(NamedTuple):
    """An ID number read: its canonical form, or why it is refused. `doubt` asks the clerk instead of refusing."""

    number: str | None
    reason: str = ""
    doubt: bool = False


def is_scientific(text: str) -> bool:
    """Whether a sheet has turned a long number into `3.40E+17`, losing what stood behind."""
    return _SCIENTIFIC.fullmatch(text.upper()) is not None


def id_check_digit(body: str) -> str:
    """Return the 18th character that belongs to the first 17 digits (GB 11643-1999)."""
    return _ID_CHECK[sum(map(int.__mul__, map(int, body), _ID_WEIGHTS)) % 11]


def birth_in_id(number: str) -> date | None:
    """Return the date of birth inside an ID number of 15 or 18 characters; None when there is no such day."""
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def sex_in_id(number: str) -> str:
    """Return 男 or 女, as the serial number inside an ID number says (odd: 男)."""
    return "男" if int(number[16] if len(number) == 18 else number[14]) % 2 else "女"


def id_as_18(number: str) -> str:
    """Return a canonical ID number in the 18-character form, in which two of them are compared."""
    if len(number) == 18:
        return number
    body = f"{number[:6]}19{number[6:]}"
    return body + id_check_digit(body)


def read_id_number(text: str, today: date) -> IdReading:
    """Read an ID number.

    A wrong number that ends in 000 is a doubt: a sheet that keeps 15 digits leaves exactly that.
    """
    number = text.upper()
    if _ID_18.fullmatch(number):
        return _read_18(number, today)
    if _ID_15.fullmatch(number):
        birth = birth_in_id(number)
        return IdReading(number) if birth else IdReading(None, "value.id_birth")
    if is_scientific(number):
        return IdReading(None, "value.scientific")
    return IdReading(None, "value.id_length" if number[:-1].isdecimal() else "value.id_shape")


def _read_18(number: str, today: date) -> IdReading:
    right = id_check_digit(number[:17]) == number[17]
    birth = birth_in_id(number)
    born = birth is not None and _OLDEST <= birth <= today
    if right and born:
        return IdReading(number)
    if number.endswith("000"):
        return IdReading(None, "value.id_truncated", doubt=True)
    return IdReading(None, "value.id_check_digit" if born else "value.id_birth")


def read_credit_code(text: str) -> tuple[str | None, str]:
    """Return a unified social credit code in capitals, or None and the reason."""
    code = text.upper()
    if is_scientific(code):
        return None, "value.scientific"
    if len(code) != 18 or any(letter not in _CREDIT_VALUE for letter in code) or not code[2:8].isdecimal():
        return None, "value.credit_shape"
    total = sum(_CREDIT_VALUE[letter] * weight for letter, weight in zip(code, _CREDIT_WEIGHTS, strict=False))
    if _CREDIT_ALPHABET[-total % 31] != code[17]:
        return None, "value.credit_check_digit"
    return code, ""


def has_several_numbers(text: str) -> bool:
    """Whether a cell, with its line breaks, holds more than one certificate number: joined, they would be a wrong one."""
    parts = [part for part in re.split(r"[\r\n、，,；;]+", text) if any(each.isdecimal() for each in part)]
    return len(parts) > 1


def read_certificate_no(text: str) -> tuple[str | None, str]:
    """Return a certificate number in capitals, leading zeros kept, or None and the reason."""
    number = text.upper()
    if is_scientific(number):
        return None, "value.scientific"
    if not _CERTIFICATE.fullmatch(number) or not any(letter.isdecimal() for letter in number):
        return None, "value.certificate_shape"
    return number, ""


def read_phone(text: str) -> tuple[str | None, str]:
    """Return a telephone number as digits with an optional leading +, or None and the reason."""
    if is_scientific(text):
        return None, "value.scientific"
    number = re.sub(r"(?<=\d)[-—–.]|[()]", "", text)
    if _PHONE.fullmatch(number):
        return number, ""
    parts = [part for part in re.split(r"[、,，;；/|]", number) if part]
    if len(parts) > 1 and all(_PHONE.fullmatch(part) for part in parts):
        return None, "value.phone_two"
    return None, "value.phone_shape"

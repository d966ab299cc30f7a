"""Canonical JSON (RFC 8785) of flat log values, made by the standard library's encoder.

The rfc8785 package is pure Python and too slow for ten thousand rows; a property test proves that both write the
same bytes for all that a log can hold.
"""

from __future__ import annotations

import json
import math
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from township_ledger.domain.rows import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.rows import Cell

_LARGEST_WHOLE = 2**53 - 1
# ECMAScript and Python write fractions from here on alike, without an exponent (RFC 8785 §3.2.2.3).
_PLAIN_FROM = 1e-4


def _number(value: int | float) -> str:  # noqa: PYI041 - the two are told apart here
    if isinstance(value, float):
        if value.is_integer() and abs(value) <= _LARGEST_WHOLE:
            return str(int(value))
        if _PLAIN_FROM <= abs(value) <= _LARGEST_WHOLE:
            return repr(value)
        if not math.isfinite(value):
            raise ValueError("a log holds finite numbers only")
        import rfc8785

        return rfc8785.dumps(value).decode()
    if abs(value) > _LARGEST_WHOLE:
        raise ValueError("a log holds whole numbers below 2^53 only")
    return str(int(value))


def of_value(value: Cell | Fault) -> str:
    """Return one log value as canonical JSON: a cell's value, or `{"fault": text}`."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Fault):
        return f'{{"fault":{encode_basestring(value.text)},"reason":{encode_basestring(value.reason)}}}'
    return _number(value)


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")


def of_change(change: Mapping[str, tuple[Cell | Fault, Cell | Fault]]) -> str:
    """Return `{column: [old, new]}` as canonical JSON; keys in the order of their UTF-16 units (RFC 8785 §3.2.3)."""
    keys = sorted(change)
    if not all(map(str.isascii, keys)):
        keys.sort(key=_utf16)
    return (
        "{"
        + ",".join(
            f"{encode_basestring(key)}:[{of_value(change[key][0])},{of_value(change[key][1])}]"
            for key in keys
        )
        + "}"
    )


def read_value(value: object) -> Cell | Fault:
    """Return the cell or fault that a log value stands for."""
    if isinstance(value, dict):
        return Fault(str(value["fault"]), str(value.get("reason", "")))
    if isinstance(value, int) and abs(value) > _LARGEST_WHOLE:
        return float(value)  # RFC 8785 writes large floats without an exponent
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError("a log value is a cell or a fault")


def read_change(text: str) -> dict[str, tuple[Cell | Fault, Cell | Fault]]:
    """Return the change that `of_change` wrote."""
    return {key: (read_value(old), read_value(new)) for key, (old, new) in json.loads(text).items()}

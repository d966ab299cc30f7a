"""The quick writer of canonical JSON and the rfc8785 package write the same bytes."""

from __future__ import annotations

import math

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from township_ledger.domain.rows import Cell, Fault
from township_ledger.store import canonical

WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
TEXTS = st.text(st.characters(codec="utf-8"))
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.none() | TEXTS | WHOLE | FLOATS | st.builds(Fault, TEXTS, TEXTS)


def plain(value: Cell | Fault) -> object:
    return {"fault": value.text, "reason": value.reason} if isinstance(value, Fault) else value


@given(VALUES)
@example(8.0)
@example(-0.0)
@example(1e21)
@example(1e-7)
@example(0.00001)
@example(2.0**60)
@example('\u2028\x7f\x1f"\\/\n𠅤')
def test_a_value(value: Cell | Fault) -> None:
    assert canonical.of_value(value).encode() == rfc8785.dumps(plain(value))  # type: ignore[arg-type]


@given(st.dictionaries(TEXTS, st.tuples(VALUES, VALUES)))
@example({"own:\U00020164": (None, 1), "own:\uff5e": (None, 2), "a": (1, 2.5)})
def test_a_change(change: dict[str, tuple[Cell | Fault, Cell | Fault]]) -> None:
    whole = {key: [plain(old), plain(new)] for key, (old, new) in change.items()}
    text = canonical.of_change(change)
    assert text.encode() == rfc8785.dumps(whole)  # type: ignore[arg-type]
    assert canonical.read_change(text) == change


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 2**53, -(2**53)])
def test_what_json_cannot_hold_is_our_own_fault(value: float) -> None:
    with pytest.raises(ValueError, match="a log holds"):
        canonical.of_value(value)


def test_a_log_value_of_another_shape_is_not_read() -> None:
    with pytest.raises(ValueError, match="a cell or a fault"):
        canonical.read_value(["a"])
    assert canonical.read_value({"fault": "2027年"}) == Fault("2027年", "")

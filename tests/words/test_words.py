"""Codes and their sentences."""

from __future__ import annotations

import pytest

from township_ledger import words
from township_ledger.domain.faults import WorldFault


def test_a_fault_is_told_with_its_parameters() -> None:
    assert words.explain(WorldFault("period.shape", text="去年")).startswith("“去年”不是报送期间。")


def test_known_says_whether_a_code_has_a_sentence() -> None:
    assert words.known("period.shape")
    assert not words.known("period.nothing")
    assert not words.known("nothing.at_all")


def test_an_unknown_code_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        words.sentence("period.nothing")

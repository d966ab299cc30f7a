"""CSV for people is safe to open."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.csv_text import csv_lines, guarded

if TYPE_CHECKING:
    from township_ledger.domain.rows import Cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (8, "8"), (-1.5, "-1.5"), ("王伟", "王伟"), ("", ""), ("a=1", "a=1")]
)
def test_everything_else_stays(value: Cell, text: str) -> None:
    assert guarded(value) == text


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
)
def test_every_record_reads_back(rows: list[list[str]]) -> None:
    lines = list(csv_lines(rows))
    assert len(lines) == len(rows)
    assert list(csv.reader(io.StringIO("".join(lines), newline=""))) == [
        [guarded(text) for text in row] for row in rows
    ]

"""The number of the last bundle outside the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from township_ledger.domain.faults import WorldFault
from township_ledger.store.outbox import FileOutbox

if TYPE_CHECKING:
    from pathlib import Path


def test_the_outbox_only_rises(tmp_path: Path) -> None:
    outbox = FileOutbox(tmp_path / "outbox.json")
    assert outbox.highest() == 0
    outbox.raise_to(3)
    outbox.raise_to(2)
    assert outbox.highest() == 3
    assert [path.name for path in tmp_path.iterdir()] == ["outbox.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"highest": "3"}', '{"highest": true}', '{"highest": -1}']
)
def test_an_outbox_that_tells_nothing_is_zero(tmp_path: Path, text: str) -> None:
    path = tmp_path / "outbox.json"
    path.write_text(text)
    assert FileOutbox(path).highest() == 0


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match=r"store\.disk"):
        FileOutbox(tmp_path / "gone" / "outbox.json").raise_to(1)

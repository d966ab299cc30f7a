"""The speed table runs on tiny sizes, so that it cannot rot; nothing here says how fast anything is."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.benchmarks import framebuffer
from tests.benchmarks.__main__ import as_json
from tests.benchmarks.bench import Bench, Sizes, cold
from tests.benchmarks.made_rows import rows
from tests.benchmarks.measure import Line, ratio, round_robin, table
from tests.benchmarks.races import RACES, run

from township_ledger.domain.identifiers import id_check_digit

if TYPE_CHECKING:
    from pathlib import Path

TINY = Sizes(sheet=60, desk=40, grids=(60, 200), stall=300, edits=5, bundle=1)
LINES = {
    "repaint": 1, "grid": 3, "read": 2, "import": 2, "stall": 2, "pdf": 1, "xlsx": 1, "edit": 1, "bundle": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


def _unheard(text: str) -> None:
    pass


def bench_in(folder: Path) -> Bench:
    return Bench(folder, rounds=1, sizes=TINY, peers=False, tell=_unheard)


@pytest.mark.parametrize("name", LINES)
def test_every_race_gives_its_lines(name: str, folder: Path) -> None:
    lines = run(bench_in(folder), [name])
    assert len(lines) == LINES[name]
    measured = [line for line in lines if line.value is not None]
    assert all(line.value > 0 for line in measured if line.value is not None)
    assert [line.note for line in lines if line.value is None] == (
        ["not installed"] if name == "import" else []
    )
    assert not (folder / "work").exists()


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_the_start_is_watched_from_outside(folder: Path) -> None:
    unlock, today = run(bench_in(folder), ["start"])
    assert unlock.value is not None
    assert unlock.value > 0
    assert (today.value, today.met) == (None, None)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_program_that_paints_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nothing was painted"):
        framebuffer.settled(["sleep", "5"], tmp_path, quiet=0.1, limit=0.4)


def test_all_races_are_tried_here() -> None:
    assert set(RACES) == {*LINES, "start"}


def test_medians_leave_the_first_round_out() -> None:
    values = iter((9.0, 90.0, 1.0, 10.0, 3.0, 30.0, 2.0, 20.0))
    medians = round_robin({"a": lambda: next(values), "b": lambda: next(values)}, 3)
    assert medians == {"a": 2.0, "b": 20.0}
    line = ratio("a", "b", 0.2, medians, ("a", "b"))
    assert (line.value, line.met) == (0.1, True)


def test_the_table_says_what_is_missed_and_what_is_missing() -> None:
    lines = [
        Line("one", "limit", 2.5, 2), Line("two", "", 80, 100), Line("three", "peer", None, 1, "not installed"),
    ]  # fmt: skip
    text = table(lines)
    assert "MISSED  one    limit    2.50×     ≤ 2×" in text
    assert "ok      two    –        80 ms     ≤ 100 ms" in text
    assert "–       three  peer     –         ≤ 1×      not installed" in text
    assert [each["met"] for each in json.loads(as_json(lines))["lines"]] == [False, True, None]


def test_a_child_that_fails_is_told_with_its_words() -> None:
    with pytest.raises(RuntimeError, match="FileNotFoundError"):
        cold("limits", "only_hash", "/nowhere/at/all")


def test_invented_persons_have_right_numbers_of_their_own() -> None:
    numbers = [str(row[2]) for row in rows(30_000)]
    assert len(set(numbers)) == 30_000
    assert all(id_check_digit(number[:17]) == number[17] for number in numbers[::500])

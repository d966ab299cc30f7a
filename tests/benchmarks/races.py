"""Every line of the speed table: who runs against whom, how often, and which ratio must be reached."""

from __future__ import annotations

import json
import math
import shutil
import statistics
import sys
from functools import partial
from typing import TYPE_CHECKING, TypedDict, cast

from tests.benchmarks import framebuffer
from tests.benchmarks.bench import cold, cold_seconds, whole_seconds
from tests.benchmarks.homes import clear_copy, copied, home_of
from tests.benchmarks.made_bundle import contents_of
from tests.benchmarks.made_rows import write_xlsx
from tests.benchmarks.measure import Line, absent, ratio, round_robin

from township_ledger.app.paths import resource
from township_ledger.app.reader_process import reader_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.benchmarks.bench import Bench

_QUICK_MS, _SLOW_MS, _FEW_HITS = 100, 400, 10_000
_MEMORY_GROWTH = 1.1  # at ten times the rows


class _Deed(TypedDict):
    name: str
    ms: float
    hits: int


class _Grid(TypedDict):
    deeds: list[_Deed]
    memory: int  # KiB at the peak
    repaint: float  # ms
    standard: float  # ms


def start(bench: Bench) -> list[Line]:
    """Process start to the painted unlock page; and with the key in hand to 今日; both watched from outside."""
    home = copied(bench, home_of(bench, bench.sizes.desk), "home-shown")
    env = {**bench.environment(), "HOME": str(bench.work), "XDG_CONFIG_HOME": str(bench.work)}
    watch = partial(framebuffer.settled, folder=bench.work / "screen", env=env)
    python = [sys.executable, "-m"]
    competitors: dict[str, Callable[[], float]] = {
        "empty window": lambda: watch([*python, "tests.benchmarks.windows", "empty"]),
        "unlock page": lambda: watch([*python, "township_ledger", "--home", str(home)]),
        "今日": lambda: watch([*python, "tests.benchmarks.windows", "desk", str(home)]),
    }
    browser = bench.peer("sqlitebrowser")
    if browser is not None:
        clear = clear_copy(bench, bench.sizes.desk)
        competitors["DB Browser"] = lambda: watch([browser, "-t", "people", str(clear)])
    medians = round_robin(competitors, bench.rounds)
    unlock = ratio(
        "start to the unlock page", "empty QMainWindow", 1.3, medians, ("unlock page", "empty window")
    )
    what, against = "start, key in hand, 今日 painted", "DB Browser, same rows in clear"
    if browser is None:
        return [unlock, absent(what, against, 1.2)]
    return [unlock, ratio(what, against, 1.2, medians, ("今日", "DB Browser"))]


def _grid(bench: Bench, home: Path, repaints: int = 5) -> _Grid:
    env = bench.environment() | {"QT_QPA_PLATFORM": "offscreen"}
    return cast("_Grid", json.loads(cold("windows", "grid", home, repaints, env=env)))


def repaint(bench: Bench) -> list[Line]:
    """A repaint of the grid of people, full of rows, against a plain view of the same size over Qt's own model."""
    home = copied(bench, home_of(bench, bench.sizes.desk), "home-grid")
    found = [_grid(bench, home, 40) for _ in range(bench.rounds)]
    medians = {
        "ours": statistics.median(each["repaint"] for each in found) / 1e3,
        "standard": statistics.median(each["standard"] for each in found) / 1e3,
    }
    return [ratio("repaint of a full grid page", "QStandardItemModel", 2, medians, ("ours", "standard"))]


def grid(bench: Bench) -> list[Line]:
    """Filter, sort and jump over large homes, until the grid is repainted; memory at ten times the rows."""
    lines: list[Line] = []
    memory: dict[int, float] = {}
    for rows in bench.sizes.grids:
        home = home_of(bench, rows)  # only read
        found = [_grid(bench, home) for _ in range(max(1, bench.rounds // 3))]
        memory[rows] = statistics.median(each["memory"] for each in found)
        deeds = [_median_deed(found, place) for place in range(len(found[0]["deeds"]))]
        for title, goal, few in (
            (f"up to {_FEW_HITS:,} hits, or sort and jump", _QUICK_MS, True),
            (f"filters of more than {_FEW_HITS:,} hits", _SLOW_MS, False),
        ):
            mine = [deed for deed in deeds if _is_quick(deed, rows) is few]
            if mine:
                slowest = max(mine, key=lambda deed: deed["ms"])
                note = f"slowest of {len(mine)}: {slowest['name']} ({slowest['hits']:,} hits)"
                times = {deed["name"]: deed["ms"] / 1e3 for deed in mine}
                lines.append(Line(f"grid of {rows:,} rows: {title}", "", slowest["ms"], goal, note, times))
    small, large = min(memory), max(memory)
    if small != large:
        note = f"{memory[large] / 1024:.0f} MB against {memory[small] / 1024:.0f} MB"
        value = memory[large] / memory[small]
        lines.append(
            Line(f"memory of the window at {large:,} rows", f"at {small:,} rows", value, _MEMORY_GROWTH, note)
        )
    return lines


def _median_deed(found: list[_Grid], place: int) -> _Deed:
    first = found[0]["deeds"][place]
    return {**first, "ms": statistics.median(each["deeds"][place]["ms"] for each in found)}


def _is_quick(deed: _Deed, rows: int) -> bool:
    """Whether a deed has the smaller time: a filter by its hits; sorting and jumping reads a page, not its hits."""
    return deed["hits"] <= _FEW_HITS or deed["hits"] == rows


def _sheet(bench: Bench, count: int, *, hidden: bool = False) -> Path:
    path = bench.folder / f"roster-{count}{'-hidden' if hidden else ''}.xlsx"
    if not path.exists():
        write_xlsx(path, count, hidden=hidden)
    return path


def read(bench: Bench) -> list[Line]:
    """Reading a sheet before it becomes JSON, both sides in the environment of a reader process."""
    env = reader_environment()
    count = bench.sizes.sheet
    lines: list[Line] = []
    for title, hidden, goal in (("values", False, 2.0), ("with hidden rows and formulas", True, 2.5)):
        sheet = _sheet(bench, count, hidden=hidden)
        ours = partial(cold_seconds, "ours", "read_sheet", sheet, count, env=env)
        limit = partial(cold_seconds, "limits", "expat", sheet, env=env)
        medians = round_robin({"ours": ours, "expat": limit}, bench.rounds)
        what = f"reading {count:,} × 20 from xlsx, {title}"
        lines.append(ratio(what, "expat over the sheet", goal, medians, ("ours", "expat")))
    return lines


def whole_import(bench: Bench) -> list[Line]:
    """A whole import, cold: from the start of the process that works, with its reader, to its end."""
    count = bench.sizes.sheet
    sheet = _sheet(bench, count)
    empty = home_of(bench, 0)

    def ours() -> float:
        home = copied(bench, empty, "home-import")
        return cold_seconds("ours", "whole_import", sheet, home, count, from_start=True)

    def limit() -> float:
        return cold_seconds("limits", "bare_import", sheet, bench.fresh("bare.db"), count, from_start=True)

    competitors: dict[str, Callable[[], float]] = {"ours": ours, "bare": limit}
    office = bench.peer("soffice")
    if office is not None:
        profile = f"-env:UserInstallation={(bench.folder / 'office').absolute().as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "csv", "--outdir", str(bench.work)]
        competitors["LibreOffice"] = lambda: whole_seconds([*command, str(sheet)])
    medians = round_robin(competitors, bench.rounds)
    what = f"whole import of {count:,} × 20, cold"
    bare, converting = "expat + bare executemany on SQLCipher", "LibreOffice converting the file"
    lines = [ratio(what, bare, 4, medians, ("ours", "bare"))]
    if office is None:
        return [*lines, absent(what, converting, 1)]
    return [*lines, ratio(what, converting, 1, medians, ("ours", "LibreOffice"))]


def stall(bench: Bench) -> list[Line]:
    """The worst gap of the window's event loop while a worker imports, against the same window idle for as long."""
    count = bench.sizes.stall
    sheet = _sheet(bench, count)
    source = home_of(bench, bench.sizes.desk)
    env = bench.environment() | {"QT_QPA_PLATFORM": "offscreen"}
    found: list[Mapping[str, float]] = []
    for _ in range(bench.rounds):
        home = copied(bench, source, "home-stall")
        found.append(json.loads(cold("windows", "stall", home, sheet, env=env)))
    busy = sorted(each["busy"] for each in found)
    idle = sorted(each["idle"] for each in found)
    medians = {"busy": statistics.median(busy) / 1e3, "idle": statistics.median(idle) / 1e3}
    what = f"worst stall while {count:,} rows are imported"
    four_of_five = busy[math.ceil(len(busy) * 0.8) - 1]
    note = "worst gaps " + ", ".join(f"{gap:.0f}" for gap in busy) + " ms"
    return [
        ratio(what, "the idle window", 1.3, medians, ("busy", "idle")),
        Line(f"{what}, in 4 of 5 rounds", "", four_of_five, 50, note),
    ]


def table_pdf(bench: Bench) -> list[Line]:
    """A printed table against a canvas that only draws."""
    count, fonts = bench.sizes.sheet, resource("fonts")
    ours = partial(cold_seconds, "ours", "table_pdf", fonts, bench.work / "ours.pdf", count)
    font = fonts / "NotoSerifSC_400Regular.ttf"
    limit = partial(cold_seconds, "limits", "bare_canvas", font, bench.work / "bare.pdf", count)
    medians = round_robin({"ours": ours, "bare": limit}, bench.rounds)
    return [ratio(f"table PDF of {count:,} rows", "bare reportlab canvas", 1.6, medians, ("ours", "bare"))]


def table_xlsx(bench: Bench) -> list[Line]:
    """A written table against openpyxl's write-only mode."""
    count = bench.sizes.sheet
    ours = partial(cold_seconds, "ours", "table_workbook", bench.work / "ours.xlsx", count)
    limit = partial(cold_seconds, "limits", "bare_workbook", bench.work / "bare.xlsx", count)
    medians = round_robin({"ours": ours, "bare": limit}, bench.rounds)
    what = f"styled xlsx of {count:,} rows"
    return [ratio(what, "bare openpyxl write_only", 1, medians, ("ours", "bare"))]


def edit(bench: Bench) -> list[Line]:
    """One edit with its log row, chain link and search index against a bare commit of one row."""
    count = bench.sizes.edits
    source = home_of(bench, bench.sizes.sheet)

    def ours() -> float:
        return cold_seconds("ours", "edits", copied(bench, source, "home-edits"), count)

    def limit() -> float:
        return cold_seconds("limits", "bare_commits", bench.fresh("commits.db"), count)

    medians = round_robin({"ours": ours, "bare": limit}, bench.rounds)
    what = "one edit with log and index"
    return [ratio(what, "bare one-row commit on SQLCipher", 3.5, medians, ("ours", "bare"))]


def bundle(bench: Bench) -> list[Line]:
    """A bundle written (without read-back) against copy and SHA-256 of its files; verified against SHA-256 of it."""
    contents = contents_of(bench)
    source = bench.fresh("contents.bin")
    with source.open("wb") as out:
        for path in sorted(contents.rglob("*.*")):
            if path.parent != contents:
                out.write(path.read_bytes())
    folder = bench.fresh("sent")
    folder.mkdir()
    file = folder / "made.asics"
    competitors = {
        "written": partial(cold_seconds, "ours", "write_bundle", contents, file),
        "copy": partial(cold_seconds, "limits", "copy_and_hash", source, bench.work / "copy.bin"),
        "verified": partial(cold_seconds, "ours", "verify_bundle", file),
        "hash": partial(cold_seconds, "limits", "only_hash", source),
    }
    medians = round_robin(competitors, bench.rounds)
    size = f"bundle of {bench.sizes.bundle} MB"
    return [
        ratio(f"{size} written", "copy + SHA-256", 3.3, medians, ("written", "copy")),
        ratio(f"{size} verified", "SHA-256", 6, medians, ("verified", "hash")),
    ]


RACES: dict[str, Callable[[Bench], list[Line]]] = {
    "start": start,
    "repaint": repaint,
    "grid": grid,
    "read": read,
    "import": whole_import,
    "stall": stall,
    "pdf": table_pdf,
    "xlsx": table_xlsx,
    "edit": edit,
    "bundle": bundle,
}


def run(bench: Bench, names: list[str]) -> list[Line]:
    """Return the lines of the named races; what a round made is removed afterwards."""
    lines: list[Line] = []
    try:
        for name in names:
            bench.tell(f"── {name}")
            lines += RACES[name](bench)
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)
    return lines

"""A bundle of any size as the program makes them: real reports with figures in their places, and tables as CSV.

Three fifths are CSV, one fifth xlsx and one fifth PDF. A report is rendered once and stands in the bundle under as
many names as the size asks for; each copy is read and checked like any other file.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.made_rows import COLUMNS, PRINTED, rows

from township_ledger.domain.bundles import (
    NO_LINK,
    BundleKind,
    ChainSegment,
    Manifest,
    PackReference,
    ReportFigure,
    Unit,
)
from township_ledger.domain.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.benchmarks.bench import Bench

    from township_ledger.domain.report import Report

UNIT = Unit("示例镇人民政府", "11340702003", "乡镇人民政府")
SIGNED_AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
_FIGURES, _TRUST = "figures.json", "trust.json"
_OPEN_COLUMNS = (0, 1, 5, 6, 7, 10, 12, 14, 15, 16, 17, 18, 19)  # those without ID number, birth and phone
_CSV_BYTES, _REPORT_BYTES = 600_000, 200_000  # of each megabyte


def contents_of(bench: Bench) -> Path:
    """Return the folder of the files that go into the bundle, made when it is not there yet."""
    folder = bench.folder / f"bundle-{bench.sizes.bundle}-{bench.sizes.sheet}"
    if folder.exists():
        return folder
    bench.tell(f"making the files of a bundle of {bench.sizes.bundle} MB …")
    part = bench.fresh(folder.name + ".part")
    for name in ("reports", "data"):
        (part / name).mkdir(parents=True)
    _write_reports(bench, part)
    _write_data(bench, part)
    part.rename(folder)
    return folder


def _write_reports(bench: Bench, part: Path) -> None:
    from township_ledger.app.paths import resource
    from township_ledger.reports.renderer import FileRenderer
    from township_ledger.usecases.progress import Silent

    class Work:
        def new(self, suffix: str) -> Path:
            return bench.fresh(f"rendered{suffix}")

    rendered = FileRenderer(resource("fonts"), Work()).render(masked_report(bench.sizes.sheet), Silent())
    figures: list[dict[str, object]] = []
    for ending, data in ((".pdf", rendered.pdf), (".xlsx", rendered.xlsx)):
        for number in range(max(1, round(_REPORT_BYTES * bench.sizes.bundle / len(data)))):
            (part / "reports" / f"roster{number}{ending}").write_bytes(data)
    for path in sorted((part / "reports").glob("*.pdf")):
        if path.with_suffix(".xlsx").exists():
            figures += [{"report": path.stem, **asdict(figure)} for figure in rendered.figures]
    (part / _FIGURES).write_text(json.dumps(figures), "utf-8")


def masked_report(count: int) -> Report:
    """Return a table of `count` rows in which no ID number can be read, as reports in bundles are."""
    from tests.benchmarks.ours import made_report

    report = made_report(count)
    (section,) = report.sections
    place = PRINTED.index(2)
    hidden = tuple(
        replace(row, cells=(*row.cells[:place], "340702********0000", *row.cells[place + 1 :]))
        for row in section.rows
    )
    return replace(report, sections=(replace(section, rows=hidden),))


def _write_data(bench: Bench, part: Path) -> None:
    names = [f"c{index}" for index in _OPEN_COLUMNS]
    fields = [
        {"name": name, "title": COLUMNS[index], "type": "string", "kind": "text"}
        for name, index in zip(names, _OPEN_COLUMNS, strict=True)
    ]
    resource = {"name": "people", "path": "people.csv", "schema": {"fields": fields}}
    (part / "data" / "datapackage.json").write_text(json.dumps({"resources": [resource]}), "utf-8")
    wanted = _CSV_BYTES * bench.sizes.bundle
    made = rows(wanted)  # more than enough: no row has a single byte
    with (part / "data" / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        while file.tell() < wanted:
            block = io.StringIO()
            csv.writer(block).writerows(
                [str(row[index]) for index in _OPEN_COLUMNS] for _, row in zip(range(500), made, strict=False)
            )
            file.write(block.getvalue())


def _manifest(folder: Path) -> Manifest:
    figures = [
        ReportFigure(str(item.pop("report")), Figure(**item))
        for item in json.loads((folder / _FIGURES).read_text("utf-8"))
    ]
    return Manifest(
        kind=BundleKind.BUNDLE, unit=UNIT, home="0" * 32, branch="1" * 32, recipient=None, period="2026",
        as_of=date(2026, 11, 1).isoformat(), made_at="2026-11-01T17:00:00+08:00",
        packs=(PackReference("standing-duties", 1, "a" * 64),), program="0.1.0", sequence=1, previous=None,
        replaces=None, suites=("p256",), chain=ChainSegment(0, NO_LINK, "start", (), NO_LINK), gaps=(),
        figures=tuple(figures),
    )  # fmt: skip


def packer_of(contents: Path, out: Path) -> Callable[[], object]:
    """Return what writes the bundle to `out` with a new key; `out`'s folder then also holds whom to trust."""
    from township_ledger.bundle.packer import BundlePacker
    from township_ledger.usecases.trust_keys import own_key

    packer = BundlePacker(out.parent)
    key = packer.new_key(UNIT.name, SIGNED_AT)
    trust = [{**asdict(own_key(key, UNIT)), "added_at": ""}]
    (out.parent / _TRUST).write_text(json.dumps(trust), "utf-8")
    manifest = _manifest(contents)

    def write() -> object:
        files = {
            f"{folder}/{path.name}": path.read_bytes()
            for folder in ("reports", "data")
            for path in (contents / folder).iterdir()
        }
        return packer.write(out.name, manifest, files, key, SIGNED_AT)

    return write


def verification_of(file: Path) -> Callable[[], list[str]]:
    """Return what verifies `file` in this process and returns the checks that are not 正确."""
    from township_ledger.bundle.reader_mode import verify_request

    trust = json.loads((file.parent / _TRUST).read_text("utf-8"))
    now = SIGNED_AT.replace(day=2).isoformat()
    ask = partial(verify_request, {"path": str(file), "trust": trust, "now": now})

    def verify() -> list[str]:
        checks = ask()["checks"]
        assert isinstance(checks, list)
        return [check["id"] for check in checks if check["state"] != "ok"]

    return verify

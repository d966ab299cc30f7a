"""The port: both files, and every figure at the place that is named, also for the shipped reports."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.reports.conftest import MISSING, report, row
from tests.reports.reading_back import pages_with
from tests.usecases.memory_reader import MemoryReader, shipped_ledgers

from township_ledger.domain.plans import parse_plan
from township_ledger.reports.renderer import FileRenderer
from township_ledger.usecases.make_report import REPORTS, make_report
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from pathlib import Path


class Folder:
    """A temporary folder for tests."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def new(self, suffix: str) -> Path:
        return self.path / f"new{suffix}"


@pytest.fixture
def renderer(resources: Path, tmp_path: Path) -> FileRenderer:
    return FileRenderer(resources / "fonts", Folder(tmp_path))


def test_what_is_missing_is_told_before_anything_is_printed(renderer: FileRenderer) -> None:
    assert renderer.missing(report((row(1, f"张{MISSING}"),))) == MISSING
    assert renderer.missing(report((row(1),))) == ""


def test_every_figure_of_every_report_stands_where_it_is_said(
    renderer: FileRenderer, resources: Path
) -> None:
    ledgers = shipped_ledgers(resources)
    plan = parse_plan(
        (resources / "plans/standing-duties/plan.toml").read_text(encoding="utf-8"), "plan.toml"
    )
    memory = MemoryReader(ledgers)
    for number in range(30):
        person = memory.add(
            "people", name=f"人{number}", person_type="执法人员" if number % 4 else "辅助人员"
        )
        memory.add(
            "certificates", certificate_no=f"0{number}", person=person, valid_to=f"20{20 + number}-01-01"
        )
        session = memory.add("training", title=f"班{number}", start_date="2026-02-03", hours=2.5)
        memory.add("attendance", session=session, person=person)
        memory.add("powers", name=f"项{number}", power_type="行政处罚", code=f"00{number}")
    for name in (*REPORTS, "ledger:people", "ledger:powers"):
        made = make_report(memory, renderer, name, "2026", date(2026, 9, 30), plan)
        book = openpyxl.load_workbook(io.BytesIO(made.xlsx))
        assert made.figures
        for figure in made.figures:
            assert format(book[figure.sheet][figure.cell].value, "g") == figure.value
            assert figure.page in pages_with(made.pdf, f"{figure.label}{figure.value}")


def test_equal_input_gives_equal_files(renderer: FileRenderer) -> None:
    what = report((row(1),))
    assert renderer.render(what, Silent()) == renderer.render(what, Silent())

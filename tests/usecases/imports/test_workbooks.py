"""Workbooks with several sheets, and sheets with two lists side by side."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.usecases.imports.kit import Desk, StandingClock, counted, noted

from township_ledger.domain.sheets import RowChunk, SheetHead, SheetKind, SheetTab
from township_ledger.usecases.check_up import check_up
from township_ledger.usecases.import_sheet import ImportRequest, import_now
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.sheet_port import OpenSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.readings import Raw
    from township_ledger.usecases.progress import Progress

INSTRUCTIONS: list[list[Raw]] = [["填表说明：请如实填写"], ["一、本表由各乡镇填写"]]
ROSTER: list[list[Raw]] = [["执法人员名册"], ["姓名", "职务"], ["王伟", "队长"], ["李娜", "队员"]]
OTHERS: list[list[Raw]] = [["姓名", "职务"], ["赵一", "协管员"]]


@dataclass
class Workbook:
    """A file with several sheets; `read` lists those that were opened."""

    sheets: Mapping[str, list[list[Raw]]]
    hidden: frozenset[str] = frozenset()
    read: list[str] = field(default_factory=list)

    @contextmanager
    def open_sheet(
        self, path: Path, *, sheet: str | None = None, encoding: str | None = None, progress: Progress
    ) -> Iterator[OpenSheet]:
        name = sheet or next(name for name in self.sheets if name not in self.hidden)
        self.read.append(name)
        rows = self.sheets[name]
        tabs = tuple(SheetTab(each, each not in self.hidden, not self.sheets[each]) for each in self.sheets)
        yield OpenSheet(SheetHead(SheetKind.XLSX, name, tabs=tabs), iter([RowChunk(0, [*map(list, rows)])]))


def load(desk: Desk, book: Workbook, sheet: str | None = None) -> ImportSummary:
    request = ImportRequest("people", Path("表.xlsx"), sheet=sheet)
    run = import_now(request, sheets=book, store=desk.store, clock=desk.clock, progress=Silent(), apply=True)
    return run.summary


def test_a_sheet_of_instructions_is_passed_over(desk: Desk) -> None:
    book = Workbook({"填表说明": INSTRUCTIONS, "空": [], "执法人员": ROSTER, "辅助人员": OTHERS})
    summary = load(desk, book)
    assert (summary.sheet, counted(summary)) == ("执法人员", {"added": 2})
    assert book.read == ["填表说明", "执法人员"]


def test_sheets_that_were_not_read_are_named(desk: Desk) -> None:
    book = Workbook({"执法人员": ROSTER, "辅助人员": OTHERS, "旧表": OTHERS, "空": []}, frozenset({"旧表"}))
    summary = load(desk, book)
    assert book.read == ["执法人员"]
    assert noted(summary)["import.other_sheets"] == {"sheet": "执法人员", "count": 1, "names": "辅助人员"}


def test_a_sheet_that_was_asked_for_is_read_whatever_it_holds(desk: Desk) -> None:
    book = Workbook({"填表说明": INSTRUCTIONS, "执法人员": ROSTER})
    assert load(desk, book, "填表说明").sheet == "填表说明"
    assert book.read == ["填表说明"]


def test_without_any_known_header_the_first_sheet_stands(desk: Desk) -> None:
    book = Workbook({"填表说明": INSTRUCTIONS, "其他": [["甲", "乙"], [1.0, 2.0]]})
    assert load(desk, book).sheet == "填表说明"


def test_the_first_look_passes_over_instructions_too(shipped: Mapping[str, Ledger]) -> None:
    book = Workbook({"填表说明": INSTRUCTIONS, "执法人员": ROSTER})
    found = check_up(
        Path("表.xlsx"), sheets=book, ledgers=shipped, clock=StandingClock(), progress=Silent()
    ).result()
    assert (found["sheet"], found["ledger"], found["rows"]) == ("执法人员", "people", 2)


@pytest.mark.parametrize("right", ["姓名", "姓 名"])
def test_two_lists_side_by_side_are_told(desk: Desk, right: str) -> None:
    summary = desk.load("people", [["姓名", "职务", right, "", ""], ["王伟", "队长", "李娜", "", "x"]])
    assert counted(summary) == {"added": 1}
    assert noted(summary)["import.columns_twice"] == {"titles": "姓名"}
    assert noted(summary)["import.own_columns"] == {"titles": f"{right}、E 列"}

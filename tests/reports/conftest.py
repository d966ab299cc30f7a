"""Fonts of the program, and a small report with everything a report can hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from township_ledger.domain.report import CellKind, Report, ReportColumn, ReportFigure, ReportRow, Section
from township_ledger.reports.fonts import Fonts

if TYPE_CHECKING:
    from pathlib import Path

RARE = "䶮㛃𠅤"
DOTTED = "古丽·买买提"
MISSING = "𡈽"  # in none of the shipped fonts


@pytest.fixture(scope="session")
def fonts(resources: Path) -> Fonts:
    return Fonts(resources / "fonts")


def columns() -> tuple[ReportColumn, ...]:
    return (
        ReportColumn("序号", 5, CellKind.INTEGER),
        ReportColumn("姓名", 12),
        ReportColumn("执法证号", 14, CellKind.NUMBER_TEXT),
        ReportColumn("有效期至", 11, CellKind.DATE),
        ReportColumn("学时", 8, CellKind.DECIMAL),
        ReportColumn("金额（元）", 12, CellKind.MONEY),
        ReportColumn("状态", 8, CellKind.MARK),
        ReportColumn("依据", 30),
    )


def row(number: int, name: str = "王五", basis: str = "某法第六条") -> ReportRow:
    return ReportRow(
        (number, name, f"0{number:010d}", date(2026, 12, 31), Decimal("7.5"), 123456, "有效", basis)
    )


def report(
    rows: tuple[ReportRow, ...] = (),
    *,
    landscape: bool = True,
    further: tuple[Section, ...] = (),
    title: str = "测试表",
) -> Report:
    figures = (
        ReportFigure("test.rows", "行数", 3, "全部行"),
        ReportFigure("test.hours", "学时合计", Decimal("22.5"), "各行学时之和"),
    )
    first = Section("明细", "", columns(), rows, figures, ("注：本表为测试。",), "没有行。")
    return Report(
        "test",
        title,
        date(2026, 9, 30),
        ("单位：示例镇人民政府", "期间：2026年", "截至日期：2026年9月30日"),
        (first, *further),
        ("制表人：", "审核人：", "日期："),
        landscape,
    )

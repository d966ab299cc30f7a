"""Reports as sheets, opened with openpyxl and read as XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.reports.conftest import DOTTED, RARE, columns, report, row

from township_ledger import words
from township_ledger.domain.faults import Cancelled
from township_ledger.domain.report import CellKind, ReportColumn, ReportFigure, ReportRow, Section
from township_ledger.reports.xlsx import WrittenReport, write_report
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

    from township_ledger.domain.report import Report


def written(what: Report, folder: Path) -> WrittenReport:
    made = write_report(what, folder, Silent())
    assert list(folder.iterdir()) == [], "nothing is left behind"
    return made


def opened(what: Report, folder: Path) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(what, folder).xlsx))


def test_cells_have_real_types(tmp_path: Path) -> None:
    sheet = opened(report((row(1, RARE), row(2, DOTTED))), tmp_path)["明细"]
    assert [cell.value for cell in sheet[3]] == [column.title for column in columns()]
    assert [cell.value for cell in sheet[4]] == [
        1, RARE, "00000000001", datetime(2026, 12, 31), 7.5, 1234.56, "有效", "某法第六条",  # noqa: DTZ001
    ]  # fmt: skip
    assert [cell.data_type for cell in sheet[4]] == ["n", "s", "s", "d", "n", "n", "s", "s"]
    assert sheet["B5"].value == DOTTED
    assert sheet["C4"].number_format == "@"
    assert sheet["D4"].number_format == "yyyy-mm-dd"
    assert sheet["F4"].number_format == "#,##0.00"


def test_the_sheet_is_set_up_for_paper_and_for_work(tmp_path: Path) -> None:
    sheet = opened(report(tuple(row(number) for number in range(60))), tmp_path)["明细"]
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.auto_filter.ref == "A3:H63"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.column_dimensions["H"].width > sheet.column_dimensions["A"].width >= 5
    assert sheet["A1"].value == "测试表"
    assert sheet["A2"].value == "单位：示例镇人民政府"
    values = [cell.value for line in sheet.iter_rows(min_row=64) for cell in line if cell.value is not None]
    assert "注：本表为测试。" in values
    assert values[-3:] == ["制表人：", "审核人：", "日期："]


def test_portrait(tmp_path: Path) -> None:
    assert opened(report(landscape=False), tmp_path)["明细"].page_setup.orientation != "landscape"


def test_figures_stand_in_the_cells_that_are_named(tmp_path: Path) -> None:
    for count in (0, 1, 30):
        made = written(report(tuple(row(number) for number in range(count))), tmp_path)
        book = openpyxl.load_workbook(io.BytesIO(made.xlsx))
        for figure, value in (("test.rows", 3), ("test.hours", 22.5)):
            sheet, cell = made.figure_cells[figure]
            assert book[sheet][cell].value == value
            assert book[sheet][cell].data_type == "n"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86 138", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "https://a.b", "\t=1", "1e5", "007"],
)
def test_no_text_becomes_a_formula_a_number_or_a_link(tmp_path: Path, text: str) -> None:
    what = replace(
        report((row(1, text, text),)),
        title=text,
        head=(text, text, text),
    )
    first = replace(
        what.sections[0],
        notes=(text,),
        figures=(ReportFigure("f", text, 1, text),),
        rows=(row(1, text, text),),
    )
    second = replace(first, rows=(ReportRow((), group=text),), empty=text)
    made = written(replace(what, sections=(first, second)), tmp_path)
    with zipfile.ZipFile(io.BytesIO(made.xlsx)) as parts:
        for name in parts.namelist():
            content = parts.read(name).decode("utf-8", "replace")
            assert "<f>" not in content
            assert "hyperlink" not in content
    sheet = openpyxl.load_workbook(io.BytesIO(made.xlsx)).worksheets[0]
    assert sheet["A1"].value.strip("\t") == text.strip("\t")
    assert sheet["B4"].data_type == "s"
    assert sheet["B4"].value.strip("\t") == text.strip("\t")


def test_groups_keep_the_filter_away(tmp_path: Path) -> None:
    sheet = opened(report((ReportRow((), group="第一组"), row(1))), tmp_path)["明细"]
    assert sheet["A4"].value == "第一组"
    assert sheet.auto_filter.ref is None
    assert "A4:H4" in {str(area) for area in sheet.merged_cells.ranges}


def test_an_empty_report_says_so(tmp_path: Path) -> None:
    assert opened(report(), tmp_path)["明细"]["A4"].value == "没有行。"


def test_each_section_is_a_sheet_with_a_lawful_name(tmp_path: Path) -> None:
    def section(name: str) -> Section:
        return Section(name, "小标题", columns(), (row(1),))

    names = ("明细", "[a]:b*?/\\", "名" * 40, "名" * 40, "")
    book = opened(report((row(1),), further=tuple(map(section, names))), tmp_path)
    assert book.sheetnames == ["明细", "明细2", "ab", "名" * 28, f"{'名' * 28}2", "6"]
    assert book.worksheets[1]["A2"].value == "小标题"
    assert book.worksheets[1].freeze_panes == "A5"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_narrow_tables_have_room_for_title_figures_and_signatures(tmp_path: Path, count: int) -> None:
    cols = tuple(ReportColumn(f"列{index}", 4) for index in range(count))
    first = replace(report().sections[0], columns=cols, rows=(ReportRow(tuple("甲" for _ in cols)),))
    made = written(replace(report(), sections=(first,)), tmp_path)
    sheet = openpyxl.load_workbook(io.BytesIO(made.xlsx)).worksheets[0]
    assert sheet["A1"].value == "测试表"
    assert {sheet["A2"].value, sheet["B2"].value, sheet["C2"].value} == set(report().head)
    place = made.figure_cells["test.rows"][1]
    assert sheet[place].value == 3
    values = [cell.value for line in sheet.iter_rows() for cell in line]
    assert {"制表人：", "审核人：", "日期："} <= set(values)


def test_one_signature_and_no_head(tmp_path: Path) -> None:
    sheet = opened(replace(report(), head=(), signatures=("制表人：",)), tmp_path).worksheets[0]
    assert "制表人：" in [cell.value for line in sheet.iter_rows() for cell in line]


def test_long_texts_get_the_height_they_need(tmp_path: Path) -> None:
    sheet = opened(report((row(1, basis="依据" * 100), row(2))), tmp_path)["明细"]
    assert sheet.row_dimensions[4].height > 100
    assert sheet.row_dimensions[5].height < 25
    assert sheet["H4"].alignment.wrap_text
    assert sheet["H4"].value == "依据" * 100
    tall = opened(report((row(1, basis="依据\n" * 500),)), tmp_path)["明细"]
    assert 408 < tall.row_dimensions[4].height <= 409


def test_a_text_longer_than_a_cell_points_to_the_pdf(tmp_path: Path) -> None:
    for text, cut in (
        ("字" * 32_767, False),
        ("字" * 32_768, True),
        ("𠅤" * 16_384, True),
        ("字" * 20_000, False),
    ):
        held = opened(report((row(1, basis=text),)), tmp_path)["明细"]["H4"].value
        if cut:
            assert held.endswith("……（余下文字见 PDF）")
            assert text.startswith(held.removesuffix("……（余下文字见 PDF）"))
        else:
            assert held == text


def test_columns_are_as_wide_as_their_widest_number(tmp_path: Path) -> None:
    cols = (
        ReportColumn("号", 2, CellKind.NUMBER_TEXT),
        ReportColumn("数", 2, CellKind.INTEGER),
        ReportColumn("元", 2, CellKind.MONEY),
        ReportColumn("日", 2, CellKind.DATE),
    )
    rows = (
        ReportRow(("0123456789", 1234567, 123456789, date(2026, 1, 1))),
        ReportRow((None, None, None, None)),
    )
    first = replace(report().sections[0], columns=cols, rows=rows)
    sheet = opened(replace(report(), sections=(first,)), tmp_path).worksheets[0]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert [width >= wanted for width, wanted in zip(widths, (10, 7, 12, 10), strict=True)] == [True] * 4
    assert sheet["A5"].value is None
    assert sheet["A5"].border.left.style == "thin"


def test_equal_reports_give_equal_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = written(report((row(1, RARE),)), tmp_path).xlsx
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert written(report((row(1, RARE),)), tmp_path).xlsx == first
    finally:
        monkeypatch.undo()
        time.tzset()
    later = replace(report((row(1, RARE),)), as_of=date(2026, 10, 1))
    assert written(later, tmp_path).xlsx != first


class Stopping:
    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        assert words.known(what)
        if done:
            raise Cancelled


def test_writing_stops_between_pieces_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_report(report(tuple(row(number) for number in range(600))), tmp_path, Stopping())
    assert list(tmp_path.iterdir()) == []

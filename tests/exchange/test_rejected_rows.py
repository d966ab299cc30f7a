"""Rejected rows come back as a workbook that says why and runs nothing."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.sheets import RejectedRow
from township_ledger.exchange.rejected_rows import XlsxRejectedRows
from township_ledger.exchange.sheet_files import open_sheet_file
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from township_ledger.domain.readings import Raw

HEADER: list[list[Raw]] = [["某镇执法人员花名册"], ["姓名", "身份证号", "进入日期"]]


def written(path: Path, rows: list[RejectedRow], header: list[list[Raw]] = HEADER) -> list[list[Raw]]:
    assert XlsxRejectedRows().write(path, header, rows, progress=Silent()) == len(rows)
    return list(open_sheet_file(path).rows)


def test_header_cells_and_reason_come_back(tmp_path: Path) -> None:
    row = RejectedRow(["王伟", "340721199001010011", date(2024, 6, 3)], "台账里已有同名人员", frozenset({1}))
    back = written(tmp_path / "退回.xlsx", [row, RejectedRow(["", "x"], "没有姓名")])
    assert back == [
        ["某镇执法人员花名册", "", "", ""],
        ["姓名", "身份证号", "进入日期", "说明"],
        ["王伟", "340721199001010011", date(2024, 6, 3), "台账里已有同名人员"],
        ["", "x", "", "没有姓名"],
    ]
    assert not list(tmp_path.glob("*.part"))


def test_cells_keep_their_kind(tmp_path: Path) -> None:
    moment = datetime(2024, 6, 3, 9, 30)  # noqa: DTZ001 - sheets know no time zone
    cells: list[Raw] = [8, 1.5, True, moment, time(8, 30), None, 6.21102199001011e17, date(1850, 1, 1)]
    back = written(tmp_path / "a.xlsx", [RejectedRow(cells, "r")], [])
    assert back[0] == [
        8.0, 1.5, True, moment, time(8, 30), "", "6.21102199001011E+17", "1850-01-01", "r",
    ]  # fmt: skip


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "http://x.example",
    "{=1}",
    "<r>x</r>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_a_formula_or_markup(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    written(path, [RejectedRow([text], text)], [[text]])
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert sheet.count('t="s"') == 4  # two in the header (text and 说明), two in the row
        assert "<r>" not in archive.read("xl/sharedStrings.xml").decode()
        assert "quotePrefix" in archive.read("xl/styles.xml").decode()


def test_amber_marks_the_meant_cells_only(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "a.xlsx"
    written(path, [RejectedRow(["a", "b"], "r", frozenset({1}))], [["x", "y"]])
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet["B2"].fill.start_color.rgb == "FFFFF3D6"
    assert sheet["A2"].fill.fill_type is None
    assert sheet["C1"].value == "说明"
    assert sheet.freeze_panes == "A2"


def test_text_longer_than_a_cell_is_cut_and_said_so(tmp_path: Path) -> None:
    back = written(tmp_path / "a.xlsx", [RejectedRow(["𠅤" * 20_000], "r")], [])
    text = back[0][0]
    assert isinstance(text, str)
    assert text.endswith("𠅤…")
    assert len(text.encode("utf-16-le")) // 2 <= 32_767


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=40),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("r") / "a.xlsx"
    texts = [text for text in texts if not (text.startswith("<r>") and text.endswith("</r>"))]
    back = written(path, [RejectedRow(list(texts), "r")], [["h"]])
    assert back[1][: len(texts)] == texts


class Stopped:
    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        raise Cancelled


def test_cancelled_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = [RejectedRow(["x"], "r")] * 600
    with pytest.raises(Cancelled):
        XlsxRejectedRows().write(path, [["h"]], rows, progress=Stopped())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault) as caught:
        XlsxRejectedRows().write(Path(tmp_path / "none" / "a.xlsx"), [], [], progress=Silent())
    assert (caught.value.code, caught.value.params["file"]) == ("sheet.not_written", "a.xlsx")

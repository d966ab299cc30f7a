from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundle.made_bundle import ID_NUMBER

from township_ledger.bundle import sheet_text
from township_ledger.bundle.sheet_text import BadSheet, look_through

if TYPE_CHECKING:
    from collections.abc import Mapping


def by_xlsxwriter(*, constant_memory: bool) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": constant_memory}) as book:
        first = book.add_worksheet("表一")
        first.write("A1", "甲")
        first.write("C1", 12.5)
        first.write("A2", "甲")
        first.write_rich_string("A3", "富", book.add_format({"bold": True}), "文本")
        for row in range(3, 200):
            first.write(row, 0, f"第{row}行")
        second = book.add_worksheet("表二")
        second.write("B2", "乙")
    return out.getvalue()


def by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表一"
    sheet["A1"], sheet["C1"], sheet["A2"] = "甲", 12.5, "甲"
    book.create_sheet("表二")["B2"] = "乙"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, **parts: str | bytes | None) -> bytes:
    """A workbook with some parts replaced; None takes one away."""
    out = io.BytesIO()
    names = {
        "rels": "xl/_rels/workbook.xml.rels",
        "book": "xl/workbook.xml",
        "sheet": "xl/worksheets/sheet1.xml",
        "strings": "xl/sharedStrings.xml",
    }
    wanted: Mapping[str, str | bytes | None] = {names[key]: value for key, value in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = wanted.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def cells_of(data: bytes, wanted: dict[str, set[str]]) -> dict[tuple[str, str], str]:
    return look_through(data, wanted).cells


WORKBOOK = by_xlsxwriter(constant_memory=False)


@pytest.mark.parametrize("data", [WORKBOOK, by_xlsxwriter(constant_memory=True), by_openpyxl()])
def test_cells_are_read_as_they_were_written(data: bytes) -> None:
    wanted = {"表一": {"A1", "C1", "A2", "Z9"}, "表二": {"B2"}, "没有": {"A1"}}
    assert cells_of(data, wanted) == {
        ("表一", "A1"): "甲",
        ("表一", "C1"): "12.5",
        ("表一", "A2"): "甲",
        ("表二", "B2"): "乙",
    }


def test_rich_text_is_one_text() -> None:
    assert cells_of(WORKBOOK, {"表一": {"A3"}}) == {("表一", "A3"): "富文本"}


def test_all_text_is_searched_for_id_numbers() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("表")
        sheet.write_string("A1", ID_NUMBER)
        sheet.write_string("A2", ID_NUMBER)  # one shared string
        sheet.write_comment("B1", f"见{ID_NUMBER}")
        book.set_properties({"comments": ID_NUMBER})
    assert look_through(out.getvalue(), {}).id_numbers == 3
    assert look_through(WORKBOOK, {}).id_numbers == 0


def test_entities_and_doctypes_are_refused() -> None:
    for content in ('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "<!DOCTYPE x><worksheet/>"):
        with pytest.raises(BadSheet):
            cells_of(changed(WORKBOOK, sheet=content), {"表一": {"A1"}})


def test_a_row_in_a_comment_is_none() -> None:
    odd = '<worksheet><!-- <row r="1"><c r="A1"><v>1</v></c></row> --><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData></worksheet>'
    assert cells_of(changed(WORKBOOK, sheet=odd), {"表一": {"A1"}}) == {("表一", "A1"): "2"}
    late = '<worksheet><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData><!-- --></worksheet>'
    assert cells_of(changed(WORKBOOK, sheet=late), {"表一": {"A1"}}) == {("表一", "A1"): "2"}


def test_a_row_across_two_pieces_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for size in (1, 7, 64):
        monkeypatch.setattr(sheet_text, "_CHUNK", size)
        assert cells_of(WORKBOOK, {"表一": {"A3", "A150"}}) == {
            ("表一", "A3"): "富文本",
            ("表一", "A150"): "第149行",
        }


def test_broken_and_missing_parts_are_refused() -> None:
    for parts in (
        {"sheet": "<worksheet"},
        {"sheet": '<worksheet><sheetData><row r="1"><c r="B1"></x>'},
        {"book": None},
        {"rels": None},
        {"strings": None},
        {"strings": "<a>"},
    ):
        with pytest.raises(BadSheet):
            cells_of(changed(WORKBOOK, **parts), {"表一": {"A1"}})


def test_strange_workbooks_give_what_they_hold() -> None:
    odd = '<worksheet><sheetData><row r="x"><c r="A1" t="s"><v>abc</v></c><c t="n"><v>1</v></c></row></sheetData></worksheet>'
    assert cells_of(changed(WORKBOOK, sheet=odd), {"表一": {"A1"}}) == {("表一", "A1"): "abc"}
    far = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData></worksheet>'
    assert cells_of(changed(WORKBOOK, sheet=far), {"表一": {"A1"}}) == {("表一", "A1"): ""}
    rels = (
        '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/><Other/></Relationships>'
    )
    assert cells_of(changed(WORKBOOK, rels=rels), {"表一": {"A1"}}) == {("表一", "A1"): "甲"}


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all", WORKBOOK[: len(WORKBOOK) // 2]])
def test_something_else_is_no_workbook(data: bytes) -> None:
    with pytest.raises(BadSheet):
        look_through(data, {})


def test_too_many_and_too_large_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_text, "MAX_SHEET_MEMBERS", 3)
    with pytest.raises(BadSheet):
        cells_of(WORKBOOK, {"表一": {"A1"}})
    monkeypatch.undo()
    monkeypatch.setattr(sheet_text, "MAX_SHEET_BYTES", 100)
    with pytest.raises(BadSheet):
        cells_of(WORKBOOK, {"表一": {"A1"}})


def test_a_part_that_says_less_than_it_holds_is_read_no_further() -> None:
    data = bytearray(WORKBOOK)
    entry = data.index(b"PK\x01\x02")
    while b"xl/worksheets/sheet1.xml" not in data[entry : entry + 80]:
        entry = data.index(b"PK\x01\x02", entry + 4)
    data[entry + 24 : entry + 28] = (40).to_bytes(4, "little")
    with pytest.raises(BadSheet):
        cells_of(bytes(data), {"表一": {"A1"}})


@settings(max_examples=60)
@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=4))
def test_damage_is_a_value_or_a_fault(at: int, piece: bytes) -> None:
    data = WORKBOOK[:at] + piece + WORKBOOK[at + len(piece) :]
    with suppress(BadSheet):
        look_through(data, {"表一": {"A1", "C1"}})

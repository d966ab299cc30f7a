"""What a workbook holds comes out where the sheet has it, and its marks with it."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.workbooks import MAIN, cell, parts, save, styles_with, worksheet

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import Area, Place
from township_ledger.exchange.sheet_files import open_sheet_file

if TYPE_CHECKING:
    from township_ledger.domain.readings import Raw
    from township_ledger.domain.sheets import SheetHead

SAMPLES = Path(__file__).parent.parent / "data" / "sheets"


def read(path: Path, sheet: str | None = None) -> tuple[SheetHead, dict[str, Raw]]:
    """The head, and the cells with a content by address."""
    from township_ledger.domain.sheets import cell_address

    opened = open_sheet_file(path, sheet)
    cells = {
        cell_address(row, column): value
        for row, cells in enumerate(opened.rows, start=opened.first)
        for column, value in enumerate(cells)
        if value != ""
    }
    return opened.head, cells


def codes(head: SheetHead) -> list[str]:
    return [code for code, _ in head.notes]


def test_cells_stand_where_the_sheet_has_them(tmp_path: Path) -> None:
    data = f'<row r="5">{cell("C5", "姓名")}{cell("E5", "证号")}</row><row r="9">{cell("D9", "王伟")}</row>'
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert cells == {"C5": "姓名", "E5": "证号", "D9": "王伟"}
    assert head.rows == 9


def test_every_kind_of_string(tmp_path: Path) -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>张</t></si><si><r><rPr><b/></rPr><t>王</t></r><r><t xml:space="preserve"> 伟</t></r>'
        "<rPh><t>wang</t></rPh></si><si><t>䶮㛃𠅤·</t></si><si><t>一&#10;二 &lt;三&gt; &amp;</t></si></sst>"
    )
    data = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
        '<c r="D1" t="s"><v>3</v></c><c r="E1" t="str"><f>A1</f><v>张</v></c>'
        '<c r="F1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c></row>'
    )
    _, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data), strings=strings)))
    assert cells == {
        "A1": "张",
        "B1": "王 伟",
        "C1": "䶮㛃𠅤·",
        "D1": "一\n二 <三> &",
        "E1": "张",
        "F1": "内联",
    }


def test_numbers_booleans_and_an_id_that_the_sheet_cut(tmp_path: Path) -> None:
    data = (
        '<row r="1"><c r="A1"><v>8</v></c><c r="B1" t="b"><v>1</v></c><c r="C1"><v>6.21102199001011E+17</v></c>'
        '<c r="D1" t="n"><v>0.5</v></c></row>'
    )
    _, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert cells == {"A1": 8.0, "B1": True, "C1": 6.21102199001011e17, "D1": 0.5}


FORMATS: list[tuple[int, str | None, float, Raw | timedelta]] = [
    (14, None, 45446, date(2024, 6, 3)),
    (22, None, 45446.5, datetime(2024, 6, 3, 12)),  # noqa: DTZ001 - sheets know no time zone
    (31, None, 45446, date(2024, 6, 3)),  # yyyy年m月d日 by number alone
    (58, None, 45446, date(2024, 6, 3)),  # m月d日
    (33, None, 0.5, time(12)),
    (176, 'yyyy"年"m"月"d"日"', 45446, date(2024, 6, 3)),
    (177, "[$-804]yyyy/m/d;@", 45446, date(2024, 6, 3)),
    (178, "h:mm", 0.25, time(6)),
    (179, "[h]:mm", 1.6875, timedelta(hours=40, minutes=30)),
    (57, None, 45444, "2024-06"),  # yyyy年m月: the first of a month that shows no day
    (180, 'yyyy"年"m"月"', 45444, "2024-06"),
    (181, "yyyy-mm;@", 45444, "2024-06"),
    (182, 'yyyy"年"m"月"', 45446, date(2024, 6, 3)),  # a real day is kept, though it is not shown
    (183, '0.00"元"', 45446, 45446.0),
    (184, '#,##0"学时"', 8, 8.0),
    (0, None, 45446, 45446.0),
    (9, None, 0.5, 0.5),
]


@pytest.mark.parametrize(("number", "code", "stored", "wanted"), FORMATS)
def test_number_formats(tmp_path: Path, number: int, code: str | None, stored: float, wanted: Raw) -> None:
    data = f'<row r="1"><c r="A1" s="1"><v>{stored}</v></c></row>'
    path = save(tmp_path / "a.xlsx", parts(worksheet(data), styles=styles_with((0, None), (number, code))))
    _, cells = read(path)
    assert cells == {"A1": wanted}
    assert type(cells["A1"]) is type(wanted)


@pytest.mark.parametrize(
    ("properties", "wanted"), [("", date(2024, 6, 3)), ('<workbookPr date1904="1"/>', date(2028, 6, 4))]
)
def test_both_date_systems(tmp_path: Path, properties: str, wanted: date) -> None:
    data = '<row r="1"><c r="A1" s="1"><v>45446</v></c></row>'
    found = parts(worksheet(data), styles=styles_with((0, None), (14, None)), workbook_properties=properties)
    head, cells = read(save(tmp_path / "a.xlsx", found))
    assert cells == {"A1": wanted}
    assert head.date_1904 is bool(properties)


def test_hidden_rows_and_columns_merges_and_comments(tmp_path: Path) -> None:
    data = (
        f'<row r="1">{cell("A1", "x")}{cell("D1", "y")}</row><row r="2" hidden="1">{cell("A2", "x")}</row>'
        f"<row r='3' hidden='true'>{cell('A3', 'x')}</row><row r=\"4\" hidden=\"0\">{cell('A4', 'x')}</row>"
        '<row r="9" hidden="1"/>'
    )
    xml = worksheet(
        data,
        before='<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="16384" hidden="0"/></cols>',
        after='<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>',
    )
    found = parts(xml)
    found["xl/worksheets/_rels/sheet1.xml.rels"] = (
        b'<Relationships><Relationship Id="c" Type="x/comments" Target="../comments1.xml"/></Relationships>'
    )
    found["xl/comments1.xml"] = (
        b'<comments><commentList><comment ref="D1"/><comment ref="?"/></commentList></comments>'
    )
    head, _ = read(save(tmp_path / "a.xlsx", found))
    assert head.hidden_rows == {1, 2}  # row 9 is below the last content
    assert head.hidden_columns == {1, 2}
    assert head.merged == (Area(0, 0, 0, 1), Area(2, 0, 3, 0))
    assert head.comments == (Place(0, 3),)
    assert ("sheet.hidden_rows", {"count": 2}) in head.notes
    assert ("sheet.hidden_columns", {"count": 2}) in head.notes


def test_formulas_without_a_stored_value_are_said(tmp_path: Path) -> None:
    data = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1"><f>1+1</f><v/></c><c r="E1" t="str"><f>""</f><v></v></c>'
        '<c r="F1"><f t="shared" si="0"/><v>3</v></c><c r="G1"><f t="shared" si="0"/></c></row>'
    )
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert cells == {"A1": 2.0, "F1": 3.0}
    assert head.unstored == (Place(0, 1), Place(0, 2), Place(0, 3), Place(0, 6))
    assert ("sheet.unstored", {"count": 4, "cell": "B1"}) in head.notes


def test_error_cells_keep_their_text(tmp_path: Path) -> None:
    data = f'<row r="3">{cell("C3", "x")}<c r="D3" t="e"><v>#N/A</v></c><c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert cells == {"C3": "x", "D3": "#N/A", "E3": "#DIV/0!"}
    assert head.errors == (Place(2, 3), Place(2, 4))
    assert ("sheet.errors", {"count": 2, "cell": "D3"}) in head.notes


def test_cells_and_rows_without_addresses_follow_each_other(tmp_path: Path) -> None:
    data = '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row hidden="1"><c><v>3</v></c><c><v>4</v></c></row>'
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert cells == {"A1": 1.0, "B1": "#N/A", "A2": 3.0, "B2": 4.0}
    assert head.rows == 2
    assert head.hidden_rows == {1}


def prefixed(xml: str) -> str:
    import re

    return re.sub(r"<(/?)(\w)", r"<\1x:\2", xml).replace("xmlns=", "xmlns:x=")


FULL = worksheet(
    f'<row r="2" hidden="1">{cell("B2", "甲")}<c r="C2"><f>1</f></c></row>'
    '<row r="3"><c r="B3" t="e"><v>#REF!</v></c></row>',
    before='<cols><col min="1" max="1" hidden="1"/></cols>',
    after='<mergeCells><mergeCell ref="B2:C2"/></mergeCells>',
)


@pytest.mark.parametrize(
    "xml",
    [
        FULL.encode(),
        prefixed(FULL).encode(),
        ('<?xml version="1.0" encoding="UTF-16"?>' + FULL).encode("utf-16"),
        ("\ufeff" + '<?xml version="1.0" encoding="utf-8"?>' + FULL).encode(),
        FULL.replace("<sheetData>", '<!-- <row r="1" hidden="1"> --><sheetData>').encode(),
        FULL.replace("<t>甲</t>", "<t><![CDATA[甲]]></t>").encode(),
        FULL.replace('"', "'").encode(),
        FULL.replace("><", ">\n  <").replace("<t>\n  ", "<t>").encode(),
    ],
    ids=["plain", "prefix", "utf16", "bom", "comment", "cdata", "single-quotes", "indented"],
)
def test_any_spelling_of_the_same_sheet_reads_the_same(tmp_path: Path, xml: bytes) -> None:
    found = parts("")
    found["xl/worksheets/sheet1.xml"] = xml
    head, cells = read(save(tmp_path / "a.xlsx", found))
    assert cells == {"B2": "甲", "B3": "#REF!"}
    assert head.hidden_rows == {1}
    assert head.hidden_columns == {0}
    assert (head.unstored, head.errors) == ((Place(1, 2),), (Place(2, 1),))
    assert head.merged == (Area(1, 1, 1, 2),)


def test_the_first_visible_sheet_with_a_content_is_taken(tmp_path: Path) -> None:
    full = worksheet(f'<row r="1">{cell("A1", "x")}</row>')
    empty = worksheet('<row r="1"><c r="XFD1" s="0"/></row>')
    path = save(
        tmp_path / "a.xlsx",
        parts(full, empty, full, names=("旧", "空", "花名册"), states=("hidden", "visible", "visible")),
    )
    head, _ = read(path)
    assert head.sheet == "花名册"
    assert [(tab.name, tab.visible, tab.empty) for tab in head.tabs] == [
        ("旧", False, False),
        ("空", True, True),
        ("花名册", True, False),
    ]
    assert ("sheet.hidden_sheets", {"count": 1, "names": "旧"}) in head.notes
    hidden, cells = read(path, "旧")
    assert cells == {"A1": "x"}
    assert "sheet.is_hidden" in codes(hidden)
    nothing, cells = read(path, "空")
    assert cells == {}
    assert "sheet.empty" in codes(nothing)
    with pytest.raises(WorldFault) as caught:
        read(path, "没有")
    assert (caught.value.code, caught.value.params) == ("sheet.unknown", {"sheet": "没有"})


def test_a_workbook_of_empty_sheets_is_said_to_be_empty(tmp_path: Path) -> None:
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(""), worksheet(""))))
    assert (cells, head.sheet, head.rows) == ({}, "表1", 0)
    assert codes(head) == ["sheet.empty"]


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_are_said_and_values_read(tmp_path: Path, part: str) -> None:
    found = parts(worksheet(f'<row r="1">{cell("A1", "x")}</row>'))
    found[part] = b"\xd0\xcf\x11\xe0"
    head, cells = read(save(tmp_path / "a.xlsm", found))
    assert cells == {"A1": "x"}
    assert codes(head) == ["sheet.macros"]


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.et", "a.txt"])
def test_a_mislabelled_workbook_is_read_and_said(tmp_path: Path, name: str) -> None:
    head, cells = read(save(tmp_path / name, parts(worksheet(f'<row r="1">{cell("A1", "x")}</row>'))))
    assert cells == {"A1": "x"}
    assert head.notes == (("sheet.is_workbook", {"ending": Path(name).suffix}),)


def test_formatted_blank_cells_far_out_do_no_harm(tmp_path: Path) -> None:
    data = (
        f'<row r="1">{cell("A1", "x")}<c r="XFD1" s="0"/></row>'
        '<row r="1048576" s="0"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    )
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert (cells, head.rows) == ({"A1": "x"}, 1)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 30), st.integers(0, 40)),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=5),
        min_size=1,
        max_size=20,
    ),
    st.sets(st.integers(0, 30), max_size=5),
)
def test_any_sheet_comes_back_cell_for_cell(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[tuple[int, int], str], hidden: set[int]
) -> None:
    import xlsxwriter

    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for (row, column), text in wanted.items():
            sheet.write_string(row, column, text)
        for row in hidden:
            sheet.set_row(row, None, None, {"hidden": True})
    opened = open_sheet_file(path)
    got = {
        (row, column): value
        for row, cells in enumerate(opened.rows, start=opened.first)
        for column, value in enumerate(cells)
        if value != ""
    }
    last = max(row for row, _ in wanted)
    assert got == wanted
    assert opened.head.hidden_rows == {row for row in hidden if row <= last}


def test_calamine_sees_vetted_parts_only(tmp_path: Path) -> None:
    """Two entries of one name, or a sheet that the directory calls differently, cannot slip past the checks."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts(worksheet(f'<row r="1">{cell("A1", "x")}</row>')).items():
            archive.writestr(name, data)
        archive.writestr("XL/worksheets/SHEET1.xml", worksheet(f'<row r="1">{cell("A1", "y")}</row>'))
    with pytest.raises(WorldFault, match=r"file\.unsafe_zip"):
        read(path)


def test_what_libreoffice_wrote() -> None:
    """One nasty sheet: title at C3, merges, a hidden row, column and sheet, a month, a duration, an error, a comment."""
    head, cells = read(SAMPLES / "libreoffice-roster.xlsx", "花名册")
    assert head.merged == (Area(2, 2, 2, 7), Area(10, 2, 11, 2))
    assert head.hidden_rows == {8}
    assert head.hidden_columns == {3}
    assert (head.unstored, head.errors, head.comments) == ((), (Place(8, 7),), (Place(4, 3),))
    assert cells["C3"] == "某镇行政执法人员花名册"
    assert [cells[f"{letter}5"] for letter in "CDEFGH"] == [
        1.0, "张\u3000伟", "621102199001011234", "1990-01", 0.5, "正常",
    ]  # fmt: skip
    assert (cells["D6"], cells["E6"]) == (" 李\n娜 ", 6.21102199001011e17)
    assert (cells["D7"], cells["E7"], cells["F7"], cells["H7"]) == (
        "䶮㛃𠅤",
        "'62110219900101123X",
        date(1990, 3, 15),
        3.0,
    )
    assert (cells["F8"], cells["H8"]) == (date(1990, 5, 7), True)
    assert (cells["D9"], cells["H9"]) == ("#N/A?", "#N/A")
    assert (cells["F10"], cells["H10"]) == (time(8, 30), "00123")
    assert cells["E11"] == timedelta(hours=40, minutes=30)


@pytest.mark.parametrize(
    ("name", "code"), [("libreoffice-roster.xls", "file.xls"), ("libreoffice-roster.ods", "file.ods")]
)
def test_other_kinds_of_libreoffice_are_told_apart(name: str, code: str) -> None:
    with pytest.raises(WorldFault) as caught:
        read(SAMPLES / name)
    assert caught.value.code == code


def test_a_large_sheet_is_scanned_first_and_read_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from township_ledger.exchange import xlsx_file

    monkeypatch.setattr(xlsx_file, "_LARGE", 10)
    path = save(tmp_path / "a.xlsx", parts(FULL))
    head, cells = read(path)
    assert cells == {"B2": "甲", "B3": "#REF!"}
    assert head.hidden_rows == {1}


def test_a_mistake_of_our_own_in_the_scan_is_not_told_as_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from township_ledger.exchange.sheet_marks import MarkScanner

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(MarkScanner, "rest", fail)
    with pytest.raises(ZeroDivisionError):
        read(save(tmp_path / "a.xlsx", parts(FULL)))


def test_a_workbook_is_found_without_its_relations(tmp_path: Path) -> None:
    found = parts(FULL)
    del found["_rels/.rels"]
    assert read(save(tmp_path / "a.xlsx", found))[1]["B2"] == "甲"
    found["_rels/.rels"] = (
        b'<Relationships><Relationship Id="x" Type="a/other" Target="nowhere.xml"/></Relationships>'
    )
    assert read(save(tmp_path / "b.xlsx", found))[1]["B2"] == "甲"


def test_absolute_and_external_targets(tmp_path: Path) -> None:
    found = parts(FULL)
    inner = found["xl/_rels/workbook.xml.rels"]
    found["xl/_rels/workbook.xml.rels"] = inner.replace(
        b'Target="worksheets/', b'Target="/xl/worksheets/'
    ).replace(
        b"</Relationships>",
        b'<Relationship Id="e" Type="x/externalLink" Target="http://x.example/" TargetMode="External"/></Relationships>',
    )
    assert read(save(tmp_path / "a.xlsx", found))[1]["B2"] == "甲"


def test_wide_sheets_are_measured_before_they_are_laid_out(tmp_path: Path) -> None:
    data = "".join(
        f'<row r="{row}">{cell(f"A{row}", "x")}{cell(f"AB{row}", "y")}</row>' for row in (1, 2, 300)
    )
    head, cells = read(save(tmp_path / "a.xlsx", parts(worksheet(data))))
    assert (head.rows, cells["AB300"]) == (300, "y")


def test_too_many_sheets_are_refused(tmp_path: Path) -> None:
    found = parts(FULL)
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(
        b"</sheets>", b'<sheet name="x"/>' * 1000 + b"</sheets>"
    )
    with pytest.raises(WorldFault, match=r"file\.unsafe_zip"):
        read(save(tmp_path / "a.xlsx", found))


def test_a_chart_sheet_is_no_sheet(tmp_path: Path) -> None:
    found = parts(FULL, FULL)
    found["xl/_rels/workbook.xml.rels"] = found["xl/_rels/workbook.xml.rels"].replace(
        b"/worksheet", b"/chartsheet", 1
    )
    head, _ = read(save(tmp_path / "a.xlsx", found))
    assert [tab.name for tab in head.tabs] == ["表2"]
    with pytest.raises(WorldFault, match=r"sheet\.unknown"):
        read(tmp_path / "a.xlsx", "表1")


def test_strict_workbooks_iso_dates_and_escaped_characters(tmp_path: Path) -> None:
    data = (
        '<row r="1"><c r="A1" t="d"><v>2024-06-03</v></c><c r="B1" t="d"><v>2024-06-03T09:30:00</v></c>'
        '<c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c><c r="E1" t="s"><v>2</v></c></row>'
    )
    strings = f'<sst xmlns="{MAIN}"><si/><si><t/></si><si><t>甲_x000D_\n乙_x0041_</t></si></sst>'
    found = {
        name: data.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument", b"http://purl.oclc.org/ooxml/officeDocument"
        )
        for name, data in parts(worksheet(data), strings=strings).items()
    }
    _, cells = read(save(tmp_path / "a.xlsx", found))
    moment = datetime(2024, 6, 3, 9, 30)  # noqa: DTZ001 - sheets know no time zone
    assert cells == {"A1": date(2024, 6, 3), "B1": moment, "E1": "甲\r\n乙A"}


def test_a_string_that_is_not_in_the_table_is_damage(tmp_path: Path) -> None:
    data = '<row r="1"><c r="A1" t="s"><v>9</v></c></row>'
    path = save(tmp_path / "a.xlsx", parts(worksheet(data), strings=f'<sst xmlns="{MAIN}"/>'))
    with pytest.raises(WorldFault, match=r"file\.damaged"):
        read(path)

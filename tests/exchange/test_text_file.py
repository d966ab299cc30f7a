"""Text files: encodings, delimiters, and what other programs do to numbers."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import SheetHead, SheetKind
from township_ledger.exchange.sheet_files import open_sheet_file
from township_ledger.exchange.text_file import ENCODINGS

SAMPLES = Path(__file__).parent.parent / "data" / "sheets"
TEXT = "姓名,执法证号,备注\n王·伟,12010023,借调\n李娜,12010024,\n"
TABLE = [["姓名", "执法证号", "备注"], ["王·伟", "12010023", "借调"], ["李娜", "12010024", ""]]


def read(path: Path, encoding: str | None = None) -> tuple[SheetHead, list[list[object]]]:
    opened = open_sheet_file(path, None, encoding)
    return opened.head, [list(row) for row in opened.rows]


@pytest.mark.parametrize(
    ("codec", "shown"),
    [
        ("gbk", "GBK"),
        ("gb18030", "GBK"),  # the same bytes as long as no rarer character is in it
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 BOM"),
        ("utf-16", "UTF-16"),
    ],
)
def test_encodings_are_found_out(tmp_path: Path, codec: str, shown: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.encode(codec))
    head, rows = read(path)
    assert rows == TABLE
    assert (head.kind, head.encoding) == (SheetKind.CSV, shown)
    assert head.preview == ("姓名,执法证号,备注", "王·伟,12010023,借调", "李娜,12010024,")
    assert shown in ENCODINGS


def test_utf16_big_endian(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("\ufeff" + TEXT).encode("utf-16-be"))
    assert read(path)[1] == TABLE


def test_a_rare_character_makes_it_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("姓名\n㛃𠅤\n".encode("gb18030"))
    head, rows = read(path)
    assert (head.encoding, rows) == ("GB18030", [["姓名"], ["㛃𠅤"]])


def test_an_encoding_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("姓名\n王伟\n".encode())
    head, rows = read(path, "GB18030")
    assert head.encoding == "GB18030"
    assert rows != [["姓名"], ["王伟"]]
    for encoding in ("GBK-2", "UTF-16"):
        with pytest.raises(WorldFault) as caught:
            read(path, encoding)
        assert (caught.value.code, caught.value.params) == ("file.encoding_forced", {"encoding": encoding})


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_are_found_out(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([*TABLE, ["a,b;c\td", 'say "x"', "两\n行"]])
    assert read(path)[1] == [*TABLE, ["a,b;c\td", 'say "x"', "两\n行"]]


def test_commas_inside_cells_do_not_win_over_tabs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("姓名\t领域\n王伟\t城管,应急\n李娜\t农业,城管,应急\n", encoding="utf-8")
    assert read(path)[1] == [["姓名", "领域"], ["王伟", "城管,应急"], ["李娜", "农业,城管,应急"]]


def test_what_keeps_numbers_text_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b,c,d,e\n\t340721,\'340721,"=""0012""",\'王,=1+1\n', encoding="utf-8")
    assert read(path)[1][1] == ["340721", "340721", "0012", "'王", "=1+1"]


def test_the_hint_of_excel_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\n姓名;证号\n王伟;1\n", encoding="utf-8")
    assert read(path)[1] == [["姓名", "证号"], ["王伟", "1"]]


def test_blank_lines_keep_their_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("标题\r\n\r\n姓名,证号\r\n".encode())
    assert read(path)[1] == [["标题"], [], ["姓名", "证号"]]


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("姓名\n王伟", encoding="utf-8")
    assert read(path)[1] == [["姓名"], ["王伟"]]


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.et"])
def test_a_mislabelled_text_file_is_read_and_said(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.encode("gbk"))
    head, rows = read(path)
    assert rows == TABLE
    assert head.notes == (("sheet.is_text", {"ending": Path(name).suffix}),)


def test_letters_that_look_like_a_program_or_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("BM,MZ\n1,2\n", encoding="utf-8")
    assert read(path)[1] == [["BM", "MZ"], ["1", "2"]]


def test_an_inch_sign_is_no_open_quote(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('管径,长\n5",6\n"两\n行",7\n', encoding="utf-8")
    assert read(path)[1] == [["管径", "长"], ['5"', "6"], ["两\n行", "7"]]


@pytest.mark.parametrize("name", ["gb18030", "utf16", "utf8"])
def test_what_libreoffice_wrote(name: str) -> None:
    head, rows = read(SAMPLES / f"libreoffice-{name}.csv")
    assert head.encoding == {"gb18030": "GB18030", "utf16": "UTF-16", "utf8": "UTF-8"}[name]
    assert rows[2][2] == "某镇行政执法人员花名册"
    assert rows[6] == ["", "", "3", "䶮㛃𠅤", "62110219900101123X", "03/15/1990", "1", "3"]


cells = st.text(st.characters(codec="gb18030", exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=8)


@given(
    st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=20),
    st.sampled_from(["gb18030", "utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_comes_back(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[str]], codec: str
) -> None:
    path = tmp_path_factory.mktemp("t") / "a.csv"
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows([["姓名", "备注"], *table])
    path.write_bytes(buffer.getvalue().encode(codec))
    head, rows = read(path)
    if {"gb18030": head.encoding.startswith("GB"), "utf-16": head.encoding == "UTF-16"}.get(codec, True):
        stripped = [[_as_read(text) for text in row] for row in table]
        assert rows == [["姓名", "备注"], *stripped]
    else:  # bytes of GB18030 that are valid UTF-8 as well cannot be told apart; the preview is for that
        assert codec == "gb18030"
        assert head.encoding == "UTF-8"


def _as_read(text: str) -> str:
    if len(text) > 1 and text[0] == "'" and (text[1].isdecimal() or text[1] in "+-"):
        return text[1:]
    return text


@given(st.binary(max_size=200))
def test_any_bytes_end_in_rows_or_a_code(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("b") / "a.csv"
    path.write_bytes(data)
    code = "file."
    try:
        for row in open_sheet_file(path).rows:
            assert all(isinstance(cell, str) for cell in row)
    except WorldFault as fault:
        code = fault.code
    assert code.startswith("file.")

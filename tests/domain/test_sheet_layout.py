"""Where the table stands in a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.readings import Raw
from township_ledger.domain.sheet_layout import LineKind, fill_down, is_serial, recognise
from township_ledger.domain.sheets import Area

if TYPE_CHECKING:
    from township_ledger.domain.sheet_layout import Layout

_KNOWN = {"姓名", "身份证号", "证号", "有效期", "备注", "职务", "单位", "证件有效期"}
HEAD: list[Raw] = ["序号", "姓名", "身份证号", "职务"]
ROW: list[Raw] = [1.0, "王伟", "340711198504120113", "队长"]


def known(parts: tuple[str, ...]) -> bool:
    return bool({"".join(parts), parts[-1], parts[0]} & _KNOWN) if parts else False


def layout(rows: list[list[Raw]], *merged: Area) -> Layout:
    found = recognise(rows, merged, known)
    assert found is not None
    return found


def texts(found: Layout) -> list[str]:
    return [each.text for each in found.headings]


def test_title_lines_above() -> None:
    found = layout([["附件1"], ["示例镇花名册"], ["填报单位：示例镇", "", "填报日期：2026 年"], HEAD, ROW])
    assert (found.title, found.header_rows, found.body) == ("示例镇花名册", (3,), (4,))
    assert found.above == ("附件1", "示例镇花名册", "填报单位：示例镇 填报日期：2026 年")
    assert not found.guessed


def test_a_title_merged_across_is_no_part_of_the_header() -> None:
    found = layout([["示例镇花名册", "", "", ""], HEAD, ROW], Area(0, 0, 0, 3))
    assert found.header_rows == (1,)


def test_two_header_rows_merged() -> None:
    rows: list[list[Raw]] = [
        ["姓名", "证件", "", "备注"],
        ["", "证号", "有效期", ""],
        ["王伟", "12071", "2028-05-01", ""],
    ]
    found = layout(rows, Area(0, 1, 0, 2), Area(0, 0, 1, 0), Area(0, 3, 1, 3))
    assert texts(found) == ["姓名", "证件/证号", "证件/有效期", "备注"]
    assert found.header_rows == (0, 1)
    assert layout(rows).headings == found.headings  # the same without any mark of a merge


def test_a_group_row_above_headers_that_are_known_by_themselves() -> None:
    rows: list[list[Raw]] = [
        ["基本情况", "", "证件情况", ""],
        ["姓名", "职务", "证号", "有效期"],
        ["王伟", "队长", "1", "2"],
    ]
    found = layout(rows, Area(0, 0, 0, 1), Area(0, 2, 0, 3))
    assert texts(found) == ["基本情况/姓名", "基本情况/职务", "证件情况/证号", "证件情况/有效期"]


def test_a_first_row_of_texts_is_no_second_header() -> None:
    found = layout([["姓名", "职务", "单位"], ["王伟", "队长", "综合执法队"], ["李娜", "队员", ""]])
    assert (found.header_rows, found.body) == ((0,), (1, 2))


@pytest.mark.parametrize(
    "word",
    ["合计", "小 计", "总计：", "共计36人", "执法人员小计", "合计 2", "共36人", "总人数：36", "本页小计"],
)
def test_total_rows(word: str) -> None:
    found = layout([HEAD, ROW, ["", word, "", 36.0]])
    assert (found.body, dict(found.lines)) == ((1,), {2: LineKind.TOTAL})


@pytest.mark.parametrize("name", ["会计", "统计员", "计划", "共青团", "数据员"])
def test_posts_are_no_totals(name: str) -> None:
    assert layout([HEAD, [1.0, "王伟", "x", name]]).body == (1,)
    assert layout([HEAD, [1.0, name, "x", "y"]]).body == (1,)


@pytest.mark.parametrize(
    "line",
    [
        ["注：名单截至六月"], ["备注:略"], ["填表说明：一", "", "二"], ["制表人：张三", "审核人：李四", "", "日期：2026"],
        ["以上人员均已取得行政执法资格，特此说明"], ["填报人（签字）：", ""], ["单位负责人：", ""], ["注1.略"],
    ],
)  # fmt: skip
def test_notes_under_the_table(line: list[Raw]) -> None:
    found = layout([HEAD, ROW, line])
    assert dict(found.lines) == {2: LineKind.NOTE}


@pytest.mark.parametrize(
    "line",
    [
        ["第1页 共3页"],
        ["第 1 页，共 3 页"],
        ["", "", "共3页 第2页"],
        ["第一页", "", "共三页"],
        ["- 1 -"],
        ["—12—"],
    ],
)
def test_the_foot_of_a_page_is_no_row(line: list[Raw]) -> None:
    found = layout([HEAD, ROW, line, ROW])
    assert (found.body, found.lines) == ((1, 3), {2: LineKind.NOTE})


def test_a_form_for_one_person_is_no_table() -> None:
    rows: list[list[Raw]] = [
        ["登记表"],
        ["姓名", "王伟", "职务", "队长"],
        ["身份证号", "340711198504120113", "证号", "12071"],
        ["单位", "综合执法队", "备注", ""],
        ["王伟", "单位", "证号在后", 3.0],
    ]
    found = layout(rows)
    assert found.lines == {2: LineKind.FORM, 3: LineKind.FORM}
    assert found.body == (4,)


def test_a_line_that_says_something_heads_no_columns() -> None:
    rows: list[list[Raw]] = [
        ["签到表", "", "", ""],
        ["培训内容：行政许可法", "", "培训时间：2026年9月10日", ""],
        ["序号", "姓名", "序号", "姓名"],
        [1.0, "王伟", 2.0, "李娜"],
    ]
    found = layout(rows, Area(0, 0, 0, 3), Area(1, 0, 1, 1), Area(1, 2, 1, 3))
    assert (found.header_rows, found.body) == ((2,), (3,))


def test_notes_go_on_over_several_rows() -> None:
    found = layout([HEAD, ROW, ["注：1.一"], ["2.二"], ["一、三"]])
    assert set(found.lines.values()) == {LineKind.NOTE}


def test_sections_blanks_and_numbered_blanks() -> None:
    found = layout([HEAD, ["一、执法人员"], ROW, [], [" ", "", None], [2.0, "", "", ""], ["3"]])
    assert found.body == (2,)
    assert [found.lines[row] for row in (1, 3, 4, 5, 6)] == [LineKind.SECTION, *[LineKind.BLANK] * 4]


def test_a_text_alone_in_the_number_column_is_a_note() -> None:
    assert layout([HEAD, ROW, ["完"]]).lines == {2: LineKind.NOTE}


def test_a_number_that_is_a_column_of_the_ledger_is_no_running_number() -> None:
    rows: list[list[Raw]] = [["编号", "姓名", "职务"], ["7"], ["x"]]
    assert layout(rows).body == ()
    found = recognise(rows, (), lambda parts: parts[-1:] == ("编号",) or known(parts))
    assert found is not None
    assert found.body == (1, 2)


def test_a_lone_name_or_number_is_a_row() -> None:
    assert layout([HEAD, ["", "王伟"], ["", "", "340711198504120113"], ["", 5.0]]).body == (1, 2, 3)


def test_a_line_merged_across_is_a_note() -> None:
    assert layout([HEAD, ROW, ["", "第二组"]], Area(2, 1, 2, 3)).lines == {2: LineKind.NOTE}


def test_headers_and_titles_again_on_every_page() -> None:
    rows: list[list[Raw]] = [
        ["示例镇花名册"],
        HEAD,
        ROW,
        ["示例镇花名册"],
        ["序号", "姓 名", "身份证号", "职务"],
        [2.0, "李娜", "x", "y"],
    ]
    found = layout(rows)
    assert (found.body, set(found.lines.values())) == ((2, 5), {LineKind.REPEATED})


def test_a_name_that_begins_like_the_header_is_a_row() -> None:
    assert layout([HEAD, ["序号", "a", "b", "c"]]).body == (1,)


def test_cells_merged_down_are_filled() -> None:
    rows: list[list[Raw]] = [["单位", "姓名"], ["执法队", "王伟"], ["", "李娜"], [], ["赵一"]]
    merged = (Area(1, 0, 2, 0), Area(0, 1, 0, 1), Area(3, 1, 4, 1), Area(4, 1, 9, 1))
    found = recognise(rows, merged, known)
    assert found is not None
    assert found.filled == {2: frozenset({0})}
    fill_down(rows, merged, found)
    assert rows[2][0] == "执法队"


def test_a_short_row_is_lengthened_when_it_is_filled() -> None:
    rows: list[list[Raw]] = [["姓名", "职务", "单位"], ["王伟", "队长", "执法队"], ["李娜"]]
    merged = (Area(1, 2, 2, 2),)
    fill_down(rows, merged, layout(rows, *merged))
    assert rows[2] == ["李娜", "", "执法队"]


def test_a_sheet_without_known_headers_is_a_guess() -> None:
    found = layout([["甲"], ["乙", "丙", "丁"], ["a", "b"]])
    assert (found.guessed, found.header_rows) == (True, (1,))
    assert recognise([[1.0, 2.0]], (), known) is None
    assert recognise([], (), known) is None


def test_serial_headers_and_fingerprints() -> None:
    assert is_serial(("序 号",))
    assert not is_serial(())
    one, other = layout([HEAD, ROW]), layout([["标题"], ["序号", "姓  名", "身份证号", "职 务"], ROW])
    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != layout([[*HEAD, "备注"], ROW]).fingerprint


def test_a_wide_table_with_a_total_inside_a_merged_unit() -> None:
    head: list[Raw] = ["单位", "姓名", "身份证号", "职务", "备注", "有效期", "证号"]
    rows: list[list[Raw]] = [
        head, ["执法队", "王伟", "a", "b", "c", "d", "e"], ["", "小计", 1.0, "", "", "", ""],
        ["", "李娜", "a", "b", "c", "d", "e"], head,
    ]  # fmt: skip
    found = layout(rows, Area(1, 0, 90, 0))
    assert found.body == (1, 3)
    assert found.filled == {3: frozenset({0})}
    assert found.lines == {2: LineKind.TOTAL, 4: LineKind.REPEATED}


_PERSON = st.tuples(
    st.sampled_from(["王伟", "李娜", "会计", "单雄信"]),
    st.sampled_from(["340711198504120113", "", "x"]),
    st.sampled_from(["队长", "会计", "a"]),
)
_NOISE = st.sampled_from(
    [
        ["小计", "", "", 3.0],
        [],
        ["", "合 计：3"],
        ["注：略"],
        ["一、执法人员"],
        [9.0],
        ["序号", "姓名", "身份证号", "职务"],
    ]
)


@given(
    st.lists(st.one_of(_PERSON, _NOISE), max_size=12),
    st.lists(st.sampled_from(["花名册", "附件2", "单位：某镇"]), max_size=3),
)
def test_a_sheet_gives_back_its_rows(lines: list[tuple[str, ...] | list[Raw]], above: list[str]) -> None:
    rows: list[list[Raw]] = [*(list[Raw]([line]) for line in above), list(HEAD)]
    expected: list[int] = []
    for line in lines:
        if isinstance(line, tuple):
            expected.append(len(rows))
            rows.append([float(len(expected)), *line])
        else:
            rows.append(list(line))
    found = layout(rows)
    assert found.header_rows == (len(above),)
    assert list(found.body) == expected
    assert len(found.lines) == len(lines) - len(expected)

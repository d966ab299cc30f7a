"""Training with its names, powers with their list, certificates and attendance by themselves, one more TOML file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.benchmarks.made_rows import id_number
from tests.usecases.imports.kit import Desk, MadeSheet, StandingClock, counted, counted_in, noted, told

from township_ledger.domain.definition_files import load_ledgers
from township_ledger.domain.rows import Fault, OperationKind
from township_ledger.domain.sheets import Area
from township_ledger.store.home import create_home
from township_ledger.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.readings import Raw

WANG = id_number("340711", date(1985, 4, 12), 11)
OTHER = id_number("340711", date(1990, 1, 2), 22)
TRAINING: list[Raw] = ["培训名称", "培训日期", "学时", "参训人员"]


def with_people(desk: Desk) -> Desk:
    desk.load(
        "people",
        [
            ["姓名", "身份证号", "执法证号"],
            ["王伟", WANG, "12071"],
            ["李娜", "", "12072"],
            ["阿依·买买提", "", ""],
        ],
    )
    return desk


def same_names(desk: Desk) -> Desk:
    desk.load("people", [["姓名", "身份证号", "执法证号"], ["王伟", WANG, "12071"], ["王伟", OTHER, "12072"]])
    return desk


# --- training -----------------------------------------------------------------------------------------------------


def test_a_list_of_names_becomes_attendance(desk: Desk) -> None:
    with_people(desk)
    sheet: list[list[Raw]] = [TRAINING, ["执法实务", "2026.3.12", "8学时", "王 伟、李娜，阿依・买买提（代）"]]
    summary = desk.load("training", sheet)
    assert counted(summary) == {"added": 1}
    assert counted_in(summary, "attendance") == {"added": 3}
    session = desk.only("training")
    assert session.values["hours"] == 8.0
    assert {row.values["session"] for row in desk.rows("attendance")} == {session.uid}
    again = desk.load("training", sheet)
    assert counted(again) == {"same": 1}
    assert counted_in(again, "attendance") == {"same": 3}
    assert again.operation is None


def test_names_divided_by_single_spaces_are_told_apart_by_the_roster(desk: Desk) -> None:
    with_people(desk)
    summary = desk.load(
        "training", [TRAINING, ["执法实务", "2026.3.12", "8", "王伟 李娜、阿依·买买提 等3人"]]
    )
    assert counted_in(summary, "attendance") == {"added": 3}
    assert not [f for f in summary.findings if f.code in {"value.person_unknown", "import.names_missing"}]


def test_unknown_names_are_listed_and_come_in_when_they_are_known(desk: Desk) -> None:
    with_people(desk)
    sheet: list[list[Raw]] = [TRAINING, ["执法实务", "2026.3.12", "8", "王伟、赵一"]]
    summary = desk.load("training", sheet)
    assert counted(summary) == {"added": 1}
    assert counted_in(summary, "attendance") == {"added": 1, "rejected": 1}
    (finding,) = [f for f in summary.findings if f.code == "value.person_unknown"]
    assert (finding.cell, finding.params["text"]) == ("D2", "赵一")
    desk.load("people", [["姓名"], ["赵一"]])
    later = desk.load("training", sheet)
    assert counted(later) == {"updated": 1}
    assert counted_in(later, "attendance") == {"same": 1, "added": 1}


def test_a_name_that_two_people_have_is_asked_about(desk: Desk) -> None:
    same_names(desk)
    summary = desk.load("training", [TRAINING, ["执法实务", "2026.3.12", "8", "王伟"]])
    assert counted_in(summary, "attendance") == {"doubtful": 1}
    assert ("D2", "value.person_many") in told(summary)


def test_names_written_twice_and_others_not_named_are_told(desk: Desk) -> None:
    with_people(desk)
    summary = desk.load("training", [TRAINING, ["执法实务", "2026.3.12", "8", "王伟、王伟、李娜等36人"]])
    assert {("D2", "import.name_repeated"), ("D2", "import.names_missing")} <= told(summary)
    assert counted_in(summary, "attendance") == {"added": 2}


def test_days_without_hours_are_asked_about(desk: Desk) -> None:
    summary = desk.load(
        "training", [TRAINING, ["执法实务", "2026.3.12", "0.5天", ""], ["三项制度", "2026.3.13", "八", ""]]
    )
    assert counted(summary) == {"doubtful": 2}
    assert {("C2", "value.hours_days"), ("C3", "value.hours_words")} <= told(summary)


def test_a_month_makes_a_draft_that_the_mended_sheet_completes(desk: Desk) -> None:
    desk.load("training", [TRAINING, ["执法实务", "2026年3月", "8", ""]])
    assert desk.only("training").faults["start_date"] == Fault("2026年3月", "value.date_incomplete")
    assert counted(desk.load("training", [TRAINING, ["执法实务", "2026年3月", "16", ""]])) == {"updated": 1}
    assert counted(desk.load("training", [TRAINING, ["执法实务", "2026.3.12", "16", ""]])) == {"updated": 1}
    assert not desk.only("training").draft
    assert counted(desk.load("training", [TRAINING, ["执法实务", "2026.4.2", "16", ""]])) == {"added": 1}


def test_the_days_of_a_session_in_one_cell(desk: Desk) -> None:
    desk.load("training", [TRAINING, ["执法实务", "2026年3月12日-13日", "16", ""]])
    session = desk.only("training")
    assert (session.values["start_date"], session.values["end_date"]) == ("2026-03-12", "2026-03-13")


def test_one_attendant_a_row(desk: Desk) -> None:
    with_people(desk)
    head: list[Raw] = ["培训名称", "培训日期", "学时", "姓名", "个人学时"]
    rows: list[list[Raw]] = [
        ["执法实务", "2026.3.12", "8", "王伟", "8"],
        ["执法实务", "2026.3.12", "8", "李娜", "4"],
        ["执法实务", "2026.3.12", "8", "赵一", "4"],
    ]
    summary = desk.load("training", [head, *rows])
    assert counted(summary) == {"added": 2, "rejected": 1}
    assert counted_in(summary, "training") == {"added": 1}
    assert counted_in(summary, "attendance") == {"added": 2, "rejected": 1}
    assert sorted(str(row.values["person_hours"]) for row in desk.rows("attendance")) == ["4.0", "8.0"]
    again = desk.load("training", [head, *rows])
    assert counted(again) == {"same": 2, "rejected": 1}
    assert again.operation is None
    contradicting = desk.load("training", [head, rows[0], ["执法实务", "2026.3.12", "16", "李娜", "4"]])
    assert counted(contradicting)["doubtful"] == 1


def test_a_session_merged_down_over_its_attendants(desk: Desk) -> None:
    with_people(desk)
    sheet = MadeSheet(
        [
            ["培训名称", "培训日期", "学时", "姓名"],
            ["执法实务", "2026.3.12", "8", "王伟"],
            ["", "", "", "李娜"],
        ],
        merged=(Area(1, 0, 2, 0), Area(1, 1, 2, 1), Area(1, 2, 2, 2)),
    )
    summary = desk.load("training", sheet)
    assert counted_in(summary, "attendance") == {"added": 2}
    assert len(desk.rows("training")) == 1


def test_the_same_session_twice_is_asked_about(desk: Desk) -> None:
    summary = desk.load(
        "training", [TRAINING, ["执法实务", "2026.3.12", "8", ""], ["执法实务", "2026.3.12", "8", ""]]
    )
    assert counted(summary) == {"added": 1, "doubtful": 1}
    assert ("A3", "import.same_row_twice") in told(summary)


# --- attendance, certificates, events -----------------------------------------------------------------------------


def test_attendance_by_itself_finds_session_and_person(desk: Desk) -> None:
    same_names(desk)
    desk.load("training", [TRAINING, ["执法实务", "2026.3.12", "8", ""], ["执法实务", "2026.4.2", "8", ""]])
    head: list[Raw] = ["班次", "开始日期", "姓名", "身份证号", "个人学时"]
    summary = desk.load(
        "attendance",
        [
            head,
            ["执法实务", "2026.4.2", "王伟", WANG, "8"],
            ["执法实务", "2026.4.2", "王伟", "", "8"],
            ["没有的班", "", "王伟", WANG, "8"],
            ["", "", "王伟", WANG, "8"],
        ],
    )
    assert counted(summary) == {"added": 1, "doubtful": 1, "rejected": 2}
    assert {("A4", "value.reference_unknown"), ("C3", "value.person_many"), ("A5", "import.no_key")} <= told(
        summary
    )


def test_certificates_by_themselves(desk: Desk) -> None:
    same_names(desk)
    head: list[Raw] = ["执法证号", "姓名", "身份证号码", "有效期至"]
    summary = desk.load(
        "certificates",
        [
            head,
            ["12079", "王伟", WANG, "2028-05-01"],
            ["12078", "王伟", "", "2028-05-01"],
            ["12077", "赵一", "", "2028-05-01"],
            ["12076", "李四", WANG, "2028-05-01"],
            ["", "王伟", WANG, "2028-05-01"],
        ],
    )
    assert counted(summary) == {"added": 1, "doubtful": 2, "rejected": 2}
    assert {
        ("B3", "value.person_many"),
        ("B4", "value.person_unknown"),
        ("B5", "import.number_of_other"),
        ("A6", "import.no_key"),
    } <= told(summary)


def test_events_of_a_certificate(desk: Desk) -> None:
    with_people(desk)
    head: list[Raw] = ["执法证号", "异动", "异动日期", "文号"]
    rows: list[list[Raw]] = [
        ["12071", "暂扣", "2026.5.1", "郊司〔2026〕3号"],
        ["99999", "暂扣", "2026.5.1", "x"],
    ]
    summary = desk.load("certificate_events", [head, *rows])
    assert counted(summary) == {"added": 1, "rejected": 1}
    assert counted(desk.load("certificate_events", [head, *rows])) == {"same": 1, "rejected": 1}


def test_attendance_is_found_by_the_certificate_number(desk: Desk) -> None:
    same_names(desk)
    desk.load("training", [TRAINING, ["执法实务", "2026.3.12", "8", ""]])
    summary = desk.load("attendance", [["班次", "姓名", "执法证号"], ["执法实务", "王伟", "12072"]])
    assert counted(summary) == {"added": 1}
    person = desk.only("attendance").values["person"]
    assert [row.values["id_number"] for row in desk.rows("people") if row.uid == person] == [OTHER]


# --- powers -------------------------------------------------------------------------------------------------------


def powers(title: str, *rows: list[Raw]) -> list[list[Raw]]:
    head: list[Raw] = ["序号", "事项名称", "事项编码", "实施依据"]
    return [[title], head, *rows] if title else [head, *rows]


def test_a_sheet_of_powers_belongs_to_its_list(desk: Desk) -> None:
    first = desk.load(
        "powers", powers("2025 年赋权清单", [1.0, "占道经营", "A1", "条例一"], [2.0, "露天烧烤", "A2", ""])
    )
    assert counted_in(first, "power_lists") == {"added": 1}
    again = desk.load("powers", powers("2025 年赋权清单", [1.0, "占道经营", "A1", "条例二"]))
    assert counted(again) == {"updated": 1}
    assert counted_in(again, "power_lists") == {"same": 1}
    later = desk.load("powers", powers("2026 年赋权清单", [1.0, "占道经营", "A1", "条例一"]))
    assert counted(later) == {"added": 1}
    assert len(desk.rows("power_lists")) == 2
    assert len(desk.rows("powers")) == 3


def test_powers_of_one_name_with_different_codes_are_two(desk: Desk) -> None:
    summary = desk.load(
        "powers", powers("清单", [1.0, "占道经营", "A1", "条例"], [2.0, "占道经营", "A2", "条例"])
    )
    assert counted(summary) == {"added": 2}


def test_without_a_title_the_file_names_the_list(desk: Desk) -> None:
    desk.load("powers", powers("", [1.0, "占道经营", "A1", ""]), file="2026赋权清单.xlsx")
    assert desk.only("power_lists").values["title"] == "2026赋权清单"


def test_a_column_names_the_list_of_each_row(desk: Desk) -> None:
    head: list[Raw] = ["事项名称", "所属清单"]
    summary = desk.load("powers", [["总表"], head, ["占道经营", "甲清单"], ["露天烧烤", ""]])
    assert counted_in(summary, "power_lists") == {"added": 2}
    assert {row.values["title"] for row in desk.rows("power_lists")} == {"甲清单", "总表"}


def test_a_rejected_sheet_makes_no_list(desk: Desk) -> None:
    summary = desk.load("powers", powers("清单", [1.0, "", "A1", "条例"]))
    assert counted(summary) == {"rejected": 1}
    assert desk.rows("power_lists") == []
    assert summary.operation is None


# --- a ledger nobody has written Python for -----------------------------------------------------------------------

EXTRA = """
format = 1
[ledger]
name = "visits"
title = "走访"
item = "4"
role = "主"
version = 1
label = "place"
hint = "这里记走访。"
keys = [["number"]]
[[column]]
name = "place"
title = "地点"
type = "text"
[[column]]
name = "number"
title = "编号"
type = "integer"
required = true
[[column]]
name = "who"
title = "走访人"
type = "person"
[[column]]
name = "cost"
title = "花费"
type = "money"
[[column]]
name = "note"
title = "联系人姓名"
type = "text"
"""


def test_a_ledger_of_one_toml_file_is_imported(tmp_path: Path, resources: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (resources / "ledgers").glob("*.toml")}
    files["visits.toml"] = EXTRA
    ledgers = load_ledgers({name: (lambda text=text: text) for name, text in files.items()})  # type: ignore[misc]
    home = tmp_path / "home"
    key = create_home(home, "示例镇人民政府", "内勤", "苹果树下 8 点", StandingClock(), ledgers)
    store = open_store(home, key, "内勤", StandingClock(), ledgers, write=True)
    desk = Desk(store)
    desk.load("people", [["姓名"], ["王伟"]])
    head: list[Raw] = ["编号", "地点", "走访人", "花费（万元）", "联系人姓名"]
    rows: list[list[Raw]] = [
        [1.0, "东村", "王伟", 0.5, "赵 一（户主）"],
        [2.0, "", "无名", "", ""],
        ["", "西村", "", "", ""],
    ]
    summary = desk.load("visits", [head, *rows])
    assert counted(summary) == {"added": 2, "rejected": 1}
    assert ("C3", "value.person_unknown") in told(summary)
    first = desk.named("visits", "东村")
    assert first.values["cost"] == 500_000
    assert first.values["note"] == "赵 一（户主）"  # no remark to take the brackets: the cell keeps them
    unknown = next(row for row in desk.rows("visits") if row.values["number"] == 2)
    assert unknown.faults["who"] == Fault("无名", "value.person_unknown")
    assert counted(desk.load("visits", [head, *rows])) == {"same": 2, "rejected": 1}
    store.close()


# --- what is told, and edges --------------------------------------------------------------------------------------


def test_a_refused_choice_lists_the_choices(desk: Desk) -> None:
    summary = desk.load("people", [["姓名", "性别"], ["王伟", "难"]])
    (finding,) = [f for f in summary.findings if f.column == "sex"]
    assert (finding.code, finding.params["choices"]) == ("value.choice_listed", "男、女")


def test_a_session_that_ends_before_it_begins(desk: Desk) -> None:
    head: list[Raw] = ["培训名称", "开始日期", "结束日期", "学时"]
    summary = desk.load("training", [head, ["执法实务", "2026-03-12", "2026-03-01", "8"]])
    assert ("C2", "value.date_before") in told(summary)
    assert desk.only("training").faults["end_date"].text == "2026-03-01"


def test_a_start_after_the_end_is_refused_where_only_the_start_is_given(desk: Desk) -> None:
    desk.load("training", [["培训名称", "开始日期", "学时"], ["执法实务", "2026-03-12", "8"]])
    assert counted(
        desk.load("training", [["培训名称", "开始日期", "学时"], ["执法实务", "2026-03-12", "4"]])
    ) == {"updated": 1}


def test_doubts_of_one_attendant_leave_the_row_out(desk: Desk) -> None:
    same_names(desk)
    head: list[Raw] = ["培训名称", "培训日期", "学时", "姓名", "个人学时"]
    summary = desk.load(
        "training",
        [head, ["执法实务", "2026.3.12", "8", "王伟", "8"], ["三项制度", "2026.3.13", "8", "", "半天"]],
    )
    assert counted(summary) == {"added": 1, "doubtful": 1}
    with_people(desk)
    half = desk.load("training", [head, ["案卷评查", "2026.3.14", "8", "李娜", "半天"]])
    assert counted(half) == {"doubtful": 1}
    assert ("E2", "value.hours_words") in told(half)


def test_two_doubts_in_one_row_are_both_told(desk: Desk) -> None:
    same_names(desk)
    desk.load("training", [TRAINING, ["执法实务", "2026.3.12", "8", ""]])
    summary = desk.load("attendance", [["班次", "姓名", "个人学时"], ["执法实务", "王伟", "半天"]])
    assert {("B2", "value.person_many"), ("C2", "value.hours_words")} <= told(summary)
    assert counted(summary) == {"doubtful": 1}


def test_hidden_columns_and_rows_in_a_row_are_said(desk: Desk) -> None:
    rows: list[list[Raw]] = [["姓名", "职务"], *(list["Raw"]([f"人{n}", "队员"]) for n in "甲乙丙丁")]
    sheet = MadeSheet(rows, hidden_rows=frozenset({1, 2, 4}), hidden_columns=frozenset({1}))
    notes = noted(desk.load("people", sheet))
    assert notes["import.hidden_taken"] == {"count": 3, "rows": "2–3、5"}
    assert notes["import.hidden_columns"] == {"count": 1}


def test_a_table_that_begins_further_down(desk: Desk) -> None:
    summary = desk.load("people", [[], [], ["姓名"], ["王伟"], ["", None]])
    assert summary.header_rows == (3,)
    assert counted(summary) == {"added": 1}


def test_a_remembered_mapping_that_nobody_can_read_is_left_alone(desk: Desk) -> None:
    rows: list[list[Raw]] = [["姓名", "职务"], ["王伟", "队长"]]
    run = desk.run("people", rows, apply=False)
    with desk.store.transaction(OperationKind.SETTING) as transaction:
        transaction.insert("people", {"name": "李娜"})
        transaction.remember_mapping(run.prepared.layout.fingerprint, "people", "[1]")
    assert counted(desk.load("people", rows)) == {"added": 1}


def test_an_old_name_stays_when_only_the_label_is_no_key(tmp_path: Path, resources: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (resources / "ledgers").glob("*.toml")}
    files["visits.toml"] = (
        EXTRA + '[[column]]\nname = "chief"\ntitle = "主走访"\ntype = "reference"\ntarget = "attendance"\n'
    )
    ledgers = load_ledgers({name: (lambda text=text: text) for name, text in files.items()})  # type: ignore[misc]
    home = tmp_path / "home"
    key = create_home(home, "示例镇人民政府", "内勤", "苹果树下 8 点", StandingClock(), ledgers)
    store = open_store(home, key, "内勤", StandingClock(), ledgers, write=True)
    desk = Desk(store)
    summary = desk.load(
        "visits", [["编号", "地点", "主走访"], ["?", "", ""], ["", "", "甲"], [3.0, "", "乙"]]
    )
    assert counted(summary) == {
        "added": 2,
        "rejected": 1,
    }  # an unreadable key is kept; none at all is rejected
    assert ("C4", "value.reference_unknown") in told(summary)
    store.close()

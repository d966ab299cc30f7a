"""A roster goes in: verdicts, keys, feeds, refused cells, and the same file twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.benchmarks.made_rows import COLUMNS, id_number
from tests.benchmarks.made_rows import rows as made_rows
from tests.usecases.imports.kit import MadeSheet, counted, counted_in, noted, told

from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.imports import SourceColumn
from township_ledger.domain.rows import Fault
from township_ledger.domain.sheets import Area, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.usecases.imports.kit import Desk

    from township_ledger.domain.readings import Raw

WANG = id_number("340711", date(1985, 4, 12), 11)
OTHER = id_number("340711", date(1990, 1, 2), 22)
LI = id_number("340711", date(1979, 2, 28), 33)
HEAD: list[Raw] = ["姓名", "身份证号", "联系电话", "备注"]


def roster(*rows: list[Raw], head: list[Raw] | None = None) -> list[list[Raw]]:
    return [head or HEAD, *rows]


def test_a_roster_feeds_people_and_certificates(desk: Desk) -> None:
    head: list[Raw] = ["姓 名", "公民身份号码", "执法证号", "有效期至"]
    summary = desk.load("people", [head, ["王伟", WANG, "012071", "2028.5.1"], ["李娜", LI, "", ""]])
    assert counted(summary) == {"added": 2}
    assert counted_in(summary, "people") == {"added": 2}
    assert counted_in(summary, "certificates") == {"added": 1}
    certificate = desk.only("certificates")
    assert certificate.values["certificate_no"] == "012071"
    assert certificate.values["valid_to"] == "2028-05-01"
    assert certificate.values["person"] == desk.named("people", "王伟").uid


def test_birth_date_and_sex_come_from_the_id_number(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "", ""], ["赵一", "340711650101001", "", ""]))
    assert desk.named("people", "王伟").values["birth"] == "1985-04-12"
    assert desk.named("people", "王伟").values["sex"] == "男"
    assert desk.named("people", "赵一").values["birth"] == "1965-01-01"  # a number of 15 digits: 19xx


def test_a_birth_date_that_differs_from_the_id_is_told_and_kept(desk: Desk) -> None:
    summary = desk.load("people", [["姓名", "身份证号", "出生日期"], ["王伟", WANG, "1985-04-13"]])
    assert ("C2", "import.differs_from_id") in told(summary)
    assert desk.only("people").values["birth"] == "1985-04-13"


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    sheet: list[list[Raw]] = [list(COLUMNS), *(list["Raw"](row) for row in made_rows(60))]
    first = desk.load("people", sheet)
    before = desk.newest()
    again = desk.load("people", sheet)
    assert counted(first)["added"] + counted(first).get("doubtful", 0) == 60
    assert counted(again).get("same") == counted(first)["added"]
    assert set(counted(again)) <= {"same", "doubtful"}
    assert counted_in(again, "certificates")["same"] == counted_in(first, "certificates")["added"]
    assert again.operation is None
    assert desk.newest() == before


def test_a_corrected_cell_survives_the_same_file(desk: Desk) -> None:
    sheet = roster(["王伟", WANG, "13800000000", ""])
    desk.load("people", sheet)
    from township_ledger.domain.rows import OperationKind

    with desk.store.transaction(OperationKind.EDIT) as transaction:
        transaction.update("people", desk.only("people").uid, {"phone": "13900000000"})
    assert counted(desk.load("people", sheet)) == {"same": 1}
    assert desk.only("people").values["phone"] == "13900000000"


def test_an_undone_import_comes_back(desk: Desk) -> None:
    sheet = roster(["王伟", WANG, "13800000000", ""])
    summary = desk.load("people", sheet)
    assert summary.operation is not None
    desk.store.undo(summary.operation)
    assert desk.rows("people") == []
    assert counted(desk.load("people", sheet)) == {"added": 1}


def test_an_update_shows_old_and_new(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "13800000000", "借调"]))
    run = desk.run("people", roster(["王伟", WANG, "13900000000", ""]))
    assert counted(run.summary) == {"updated": 1}
    assert run.plan.changes == {0: {("people", "phone"): ("13800000000", "13900000000")}}
    assert desk.only("people").values["remark"] == "借调"  # an empty cell clears nothing


def test_a_known_number_with_another_name_is_asked_about(desk: Desk) -> None:
    """A new name, or somebody else's number: only the clerk can tell."""
    desk.load("people", roster(["王伟", WANG, "", ""]))
    summary = desk.load("people", roster(["王玮", WANG, "", ""]))
    assert counted(summary) == {"doubtful": 1}
    (finding,) = summary.findings
    assert (finding.cell, finding.code) == ("A2", "import.number_of_other_name")
    assert dict(finding.params) == {"old": "王伟", "text": "王玮"}
    assert desk.only("people").values["name"] == "王伟"


def test_somebody_elses_number_renames_nobody_the_second_time(desk: Desk) -> None:
    """A row left out for its certificate stays out when the same file comes again, and its number finds another."""
    sheet: list[list[Raw]] = [
        ["姓名", "身份证号", "执法证号", "有效期至"],
        ["王伟", WANG, "12072", "2024.6.3"],
        ["王伟", LI, "12072", "2024.6.3"],
        ["王伟", LI, "12072", "2024.6.3"],
        ["李娜", LI, "", "2024.6.3"],
    ]
    desk.load("people", sheet)
    again = desk.load("people", sheet)
    assert again.operation is None
    assert counted(again) == {"same": 2, "doubtful": 2}


def test_a_skipped_column_clears_nothing(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "13800000000", "借调"]))
    assert counted(desk.load("people", [["姓名", "职务"], ["王伟", "队长"]])) == {"updated": 1}
    assert desk.only("people").values["phone"] == "13800000000"


def test_a_renewed_certificate_updates_the_person_row(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "执法证号", "有效期至"]
    desk.load("people", [head, ["王伟", "12071", "2026-12-18"]])
    summary = desk.load("people", [head, ["王伟", "12071", "2031-12-18"]])
    assert counted(summary) == {"updated": 1}
    assert counted_in(summary, "people") == {"same": 1}
    assert counted_in(summary, "certificates") == {"updated": 1}


# --- keys ---------------------------------------------------------------------------------------------------------


def test_no_name_is_rejected_with_its_cell(desk: Desk) -> None:
    summary = desk.load("people", roster(["", WANG, "", ""], ["李娜", LI, "", ""]))
    assert counted(summary) == {"added": 1, "rejected": 1}
    assert ("A2", "import.no_key") in told(summary)


def test_same_id_twice_in_the_file_the_first_goes_in(desk: Desk) -> None:
    summary = desk.load("people", roster(["王伟", WANG, "", ""], ["王维", WANG, "", ""]))
    assert counted(summary) == {"added": 1, "doubtful": 1}
    (finding,) = [f for f in summary.findings if f.verdict is not None]
    assert finding.code == "import.same_number_twice"
    assert finding.params["row"] == 2
    assert desk.only("people").values["name"] == "王伟"


def test_a_row_found_by_name_takes_the_id_now_given(desk: Desk) -> None:
    desk.load("people", roster(["王伟", "", "13800000000", ""]))
    assert counted(desk.load("people", roster(["王伟", WANG, "", ""]))) == {"updated": 1}
    assert desk.only("people").values["id_number"] == WANG


def test_same_name_no_id_two_persons_is_never_guessed(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "", ""], ["王伟", OTHER, "", ""]))
    run = desk.run("people", roster(["王伟", "", "13800000000", ""]))
    assert counted(run.summary) == {"doubtful": 1}
    assert ("A2", "import.same_name_many") in told(run.summary)
    assert len(run.plan.candidates[0]) == 2


def test_same_name_with_another_valid_id_is_another_person_and_told(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "", ""]))
    summary = desk.load("people", roster(["王伟", OTHER, "", ""]))
    assert counted(summary) == {"added": 1}
    assert ("A2", "import.same_name_other_number") in told(summary)


def test_same_name_and_birth_with_another_id_is_asked_about(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "", ""]))
    twin = id_number("340711", date(1985, 4, 12), 44)
    summary = desk.load("people", roster(["王伟", twin, "", ""]))
    assert counted(summary) == {"doubtful": 1}
    assert ("A2", "import.same_person_other_number") in told(summary)


def test_a_wrong_id_is_not_used_to_find_its_row(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "", ""]))
    wrong = WANG[:17] + ("0" if WANG[17] != "0" else "1")
    summary = desk.load("people", roster(["王伟", wrong, "", ""]))
    assert counted(summary) == {
        "updated": 1
    }  # found by the name; the refused text is kept, the row is a draft
    row = desk.only("people")
    assert row.draft
    assert row.faults["id_number"] == Fault(wrong, "value.id_check_digit")
    assert row.values["id_number"] is None


def test_a_wrong_id_with_another_birth_date_contradicts_the_name(desk: Desk) -> None:
    desk.load("people", roster(["王伟", WANG, "", ""]))
    wrong = OTHER[:17] + ("0" if OTHER[17] != "0" else "1")
    desk.load("people", roster(["王伟", wrong, "", ""]))
    assert len(desk.rows("people")) == 2
    assert desk.rows("people")[0].values["id_number"] == WANG


def test_the_old_number_and_the_new_one_are_the_same_person(desk: Desk) -> None:
    old = "340711850412011"
    new = id_number("340711", date(1985, 4, 12), 11)
    desk.load("people", roster(["王伟", old, "", ""]))
    assert counted(desk.load("people", roster(["王伟", new, "", ""]))) == {"updated": 1}
    assert desk.only("people").values["id_number"] == new
    assert counted(desk.load("people", roster(["王伟", old, "13800000000", ""]))) == {"updated": 1}
    assert desk.only("people").values["id_number"] == new


def test_a_person_is_found_by_the_certificate(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "执法证号", "身份证号"]
    desk.load("people", [head, ["王伟", "12071", ""], ["王伟", "12072", WANG]])
    assert len(desk.rows("people")) == 1  # the second has no own proof against the first: asked about
    desk.load("people", [head, ["李娜", "12073", ""]])
    summary = desk.load("people", [head, ["李娜", "12073", LI]])
    assert counted(summary) == {"updated": 1}


def test_the_certificate_of_another_person_is_asked_about(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "身份证号", "执法证号"]
    desk.load("people", [head, ["王伟", WANG, "12071"], ["李娜", LI, "12072"]])
    summary = desk.load("people", [head, ["李娜", LI, "12071"]])
    assert counted(summary) == {"doubtful": 1}
    assert ("C2", "import.number_of_other") in told(summary)
    assert counted_in(summary, "certificates") == {"doubtful": 1}
    twice = desk.load(
        "people",
        [head, ["赵一", OTHER, "12099"], ["钱二", id_number("340711", date(1991, 1, 1), 5), "12099"]],
    )
    assert counted(twice) == {"added": 1, "doubtful": 1}
    assert ("C3", "import.number_twice") in told(twice)


def test_a_certificate_named_by_number_only_belongs_to_its_holder(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "执法证号"]
    desk.load("people", [head, ["王伟", "12071"]])
    summary = desk.load("people", [head, ["李娜", "12071"]])
    assert counted(summary) == {"doubtful": 1}
    assert ("A2", "import.number_of_other") in told(summary)


# --- refused cells ------------------------------------------------------------------------------------------------


def test_a_refused_cell_is_kept_and_its_row_is_a_draft(desk: Desk) -> None:
    summary = desk.load("people", [["姓名", "执法证号", "有效期至"], ["王伟", "12071", "2027年"]])
    assert counted(summary) == {"added": 1}
    certificate = desk.only("certificates")
    assert certificate.draft
    assert certificate.faults["valid_to"] == Fault("2027年", "value.date_incomplete")
    assert not desk.only("people").draft
    again = desk.load("people", [["姓名", "执法证号", "有效期至", "备注"], ["王伟", "12071", "2027年", "x"]])
    assert counted_in(again, "certificates") == {"same": 1}
    mended = desk.load("people", [["姓名", "执法证号", "有效期至"], ["王伟", "12071", "2027-06-30"]])
    assert counted_in(mended, "certificates") == {"updated": 1}
    assert not desk.only("certificates").draft


def test_a_refused_cell_on_a_known_row_counts_as_updated(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "进入执法岗位日期"]
    desk.load("people", [head, ["王伟", "2020-06-01"]])
    run = desk.run("people", [head, ["王伟", "2020-6"]])
    assert counted(run.summary) == {"updated": 1}
    pair = run.plan.changes[0]["people", "entry_date"]
    assert pair == ("2020-06-01", Fault("2020-6", "value.date_incomplete"))


def test_a_truncated_id_stays_out_until_decided(desk: Desk) -> None:
    summary = desk.load("people", roster(["单雄信", "340711197902300000", "", ""]))
    assert counted(summary) == {"doubtful": 1}
    assert ("B2", "value.id_truncated") in told(summary)
    assert desk.rows("people") == []
    finding = next(f for f in summary.findings if f.code == "value.id_truncated")
    assert "197902" not in str(dict(finding.params))  # never in the clear


def test_a_scientific_id_goes_in_as_a_draft(desk: Desk) -> None:
    assert counted(desk.load("people", roster(["胡军", "3.40E+17", "", ""]))) == {"added": 1}
    assert desk.only("people").faults["id_number"] == Fault("3.40E+17", "value.scientific")


def test_dates_in_the_wrong_order(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "执法证号", "发证日期", "有效期至"]
    summary = desk.load("people", [head, ["王伟", "12071", "2028-01-01", "2023-01-01"]])
    assert ("D2", "value.date_before") in told(summary)
    certificate = desk.only("certificates")
    assert certificate.values["issued"] == "2028-01-01"
    assert certificate.faults["valid_to"] == Fault("2023-01-01", "value.date_before")


def test_an_unreadable_certificate_number_is_kept_once(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "执法证号", "备注"]
    desk.load("people", [head, ["王伟", "办理中", ""]])
    desk.load("people", [head, ["王伟", "办理中", "催办"]])
    assert desk.only("certificates").faults["certificate_no"].text == "办理中"


def test_a_validity_without_a_number_is_told(desk: Desk) -> None:
    summary = desk.load("people", [["姓名", "执法证号", "有效期至"], ["王伟", "", "2028-01-01"]])
    assert ("B2", "import.fed_without_key") in told(summary)
    assert counted_in(summary, "certificates") == {"rejected": 1}


def test_a_stretch_of_days_in_one_cell_fills_both_columns(desk: Desk) -> None:
    desk.load("people", [["姓名", "执法证号", "有效期"], ["王伟", "12071", "2023年5月1日至2028年4月30日"]])
    certificate = desk.only("certificates")
    assert (certificate.values["valid_from"], certificate.values["valid_to"]) == ("2023-05-01", "2028-04-30")
    desk.load("people", [["姓名", "执法证号", "有效期"], ["李娜", "12072", "2023.5-2028.4"]])
    certificate = desk.named("certificates", "12072")
    assert certificate.faults["valid_from"].text == "2023.5"
    assert certificate.faults["valid_to"].text == "2028.4"


# --- names and own columns ----------------------------------------------------------------------------------------


def test_what_stands_in_brackets_goes_to_the_remark(desk: Desk) -> None:
    sheet = roster(["王 伟（代）", WANG, "", "借调"])
    summary = desk.load("people", sheet)
    assert ("A2", "value.name_bracket") in told(summary)
    row = desk.only("people")
    assert (row.values["name"], row.values["remark"]) == ("王伟", "借调；代")
    assert counted(desk.load("people", sheet)) == {"same": 1}
    assert counted(desk.load("people", roster(["王伟（代）", WANG, "13800000000", ""]))) == {"updated": 1}
    assert desk.only("people").values["remark"] == "借调；代"
    desk.load("people", [["姓名", "身份证号"], ["王伟（组长）", WANG]])
    assert desk.only("people").values["remark"] == "借调；代；组长"


def test_unknown_columns_are_kept_as_own(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "宿舍", "", "宿舍"]
    run = desk.run("people", [head, ["王伟", "2号楼", "甲", "x"]])
    assert desk.only("people").own == {"宿舍": "2号楼", "C 列": "甲", "宿舍（D 列）": "x"}
    assert noted(run.summary)["import.own_columns"]
    changed = desk.run("people", [head, ["王伟", "3号楼", "", "x"]])
    assert changed.plan.changes == {0: {("people", "own:宿舍"): ("2号楼", "3号楼")}}


# --- the sheet ----------------------------------------------------------------------------------------------------


def test_hidden_rows_go_in_and_are_said(desk: Desk) -> None:
    sheet = MadeSheet(roster(["王伟", WANG, "", ""], ["李娜", LI, "", ""]), hidden_rows=frozenset({2}))
    skipped = desk.load("people", sheet, skip_hidden=True)
    assert counted(skipped) == {"added": 1, "ignored": 1}
    assert noted(skipped)["import.hidden_skipped"] == {"count": 1, "rows": "3"}
    taken = desk.load("people", sheet)
    assert counted(taken) == {"same": 1, "added": 1}
    assert noted(taken)["import.hidden_taken"] == {"count": 1, "rows": "3"}


def test_totals_blanks_and_notes_are_counted(desk: Desk) -> None:
    sheet = roster(
        ["王伟", WANG, "", ""],
        ["小计", 1.0, "", ""],
        [],
        ["合计：1人", "", "", ""],
        ["注：名单截至六月", "", "", ""],
    )
    summary = desk.load("people", sheet)
    assert counted(summary) == {"added": 1, "ignored": 4}
    assert {"import.ignored_total", "import.ignored_blank", "import.ignored_note"} <= set(noted(summary))


def test_merged_names_go_on_with_another_certificate(desk: Desk) -> None:
    sheet = MadeSheet(
        [["姓名", "身份证号", "执法证号"], ["王伟", WANG, "12071"], ["", "", "12072"]],
        merged=(Area(1, 0, 2, 0), Area(1, 1, 2, 1)),
    )
    summary = desk.load("people", sheet)
    assert counted(summary) == {"added": 2}
    assert counted_in(summary, "people") == {"added": 1}
    assert counted_in(summary, "certificates") == {"added": 2}
    assert counted(desk.load("people", sheet)) == {"same": 2}


def test_numbers_of_a_1904_workbook_are_its_days(desk: Desk) -> None:
    sheet = MadeSheet([["姓名", "到岗日期"], ["王伟", 43984.0], ["李娜", "45446"]], date_1904=True)
    desk.load("people", sheet)
    assert [row.values["entry_date"] for row in desk.rows("people")] == ["2024-06-03", "2024-06-03"]


def test_formulas_without_a_stored_value_are_told(desk: Desk) -> None:
    sheet = MadeSheet(roster(["王伟", WANG, "", ""]), unstored=(Place(1, 2), Place(0, 3)))
    assert ("C2", "import.formula_unstored") in told(desk.load("people", sheet))


def test_a_sheet_without_a_known_header_is_a_guess(desk: Desk) -> None:
    summary = desk.load("people", [["甲", "乙"], ["王伟", "x"]])
    assert {"import.header_guessed", "import.no_label_column"} <= set(noted(summary))
    assert counted(summary) == {"rejected": 1}


def test_an_empty_sheet_and_an_unknown_ledger_are_faults(desk: Desk) -> None:
    with pytest.raises(WorldFault, match=r"import\.empty"):
        desk.load("people", [[1.0, 2.0]])
    with pytest.raises(WorldFault, match=r"import\.no_ledger"):
        desk.load("nothing", [["姓名"]])


def test_a_chosen_mapping_is_remembered_for_its_sender(desk: Desk) -> None:
    head: list[Raw] = ["人", "号"]
    mapping = (SourceColumn(0, "人", "people", "name"), SourceColumn(1, "号", "people", "phone"))
    desk.load("people", [head, ["王伟", "13800000000"]], mapping=mapping)
    summary = desk.load("people", [head, ["李娜", "13900000000"]])
    assert counted(summary) == {"added": 1}
    assert "import.mapping_remembered" in noted(summary)
    assert desk.named("people", "李娜").values["phone"] == "13900000000"


class StopAt:
    """Cancels at a stage."""

    def __init__(self, stage: str) -> None:
        self._stage = stage

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        if what == self._stage:
            raise Cancelled


@pytest.mark.parametrize("stage", ["stage.reading", "stage.classifying", "stage.saving"])
def test_cancel_writes_nothing(desk: Desk, stage: str) -> None:
    before = desk.newest()
    with pytest.raises(Cancelled):
        desk.load("people", roster(["王伟", WANG, "", ""]), progress=StopAt(stage))
    assert desk.rows("people") == []
    assert desk.newest() == before


_NAMES = st.sampled_from(["王伟", "李娜", "王 伟", "张三（代）", "阿依·买买提", ""])
_IDS = st.sampled_from([WANG, OTHER, LI, "", "340711197902300000", "3.40E+17", WANG[:17] + "?", 3.4e17])
_DATES = st.sampled_from(["2024.6.3", "2024-6", "45446", "", "2023.5.1-2028.4.30", "2月30日", 45446.0])
_NUMBERS = st.sampled_from(["12071", "12072", "012073", "", "办理中"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(_NAMES, _IDS, _NUMBERS, _DATES), min_size=1, max_size=8))
def test_whatever_went_in_is_the_same_the_second_time(
    new_desk: Callable[[], Desk], rows: list[tuple[Raw, ...]]
) -> None:
    desk = new_desk()
    sheet: list[list[Raw]] = [["姓名", "身份证号", "执法证号", "有效期至"], *[list(row) for row in rows]]
    first = desk.load("people", sheet)
    before = desk.newest()
    again = desk.load("people", sheet)
    assert not {"added", "updated"} & set(counted(again))
    assert again.operation is None
    assert desk.newest() == before
    assert sum(counted(again).values()) == sum(counted(first).values())


def test_an_undone_update_comes_back(desk: Desk) -> None:
    head: list[Raw] = ["姓名", "执法证号", "有效期至"]
    desk.load("people", [head, ["王伟", "12071", "2026-12-18"]])
    newer: list[list[Raw]] = [head, ["王伟", "12071", "2031-12-18"]]
    summary = desk.load("people", newer)
    assert summary.operation is not None
    desk.store.undo(summary.operation)
    assert desk.only("certificates").values["valid_to"] == "2026-12-18"
    assert counted(desk.load("people", newer)) == {"updated": 1}

"""The first answer to a dropped sheet, and keeping it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.benchmarks.made_rows import id_number
from tests.usecases.imports.kit import MadeSheet, StandingClock, counted

from township_ledger.domain.faults import WorldFault
from township_ledger.usecases.check_up import NothingKept, check_up
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.usecases.imports.kit import Desk

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.readings import Raw
    from township_ledger.usecases.check_up import CheckUp
    from township_ledger.usecases.check_up_cards import Card

WANG = id_number("340711", date(1985, 4, 12), 11)
LI = id_number("340711", date(1979, 2, 28), 33)
ROSTER: list[list[Raw]] = [
    ["示例镇花名册"],
    ["填报单位：示例镇人民政府"],
    ["序号", "姓名", "人员类别", "身份证号", "证号", "有效期至", "2026年学时", "宿舍"],
    [1.0, "王伟", "执法人员", WANG, "12071", "2026-12-18", "64", "2"],
    [2.0, "李娜", "执法人员", LI, "12072", "2026-10-01", "48.5", ""],
    [3.0, "单雄信", "执法人员", "34071119790230241X", "", "", "", ""],
    [4.0, "赵一", "协管", "", "", "", "0", ""],
    [5.0, "王维", "执法人员", WANG, "12075", "2031-01-01", "60", ""],
    [6.0, "钱二", "监督人员", "3.40E+17", "12076", "2027年", "半天", ""],
    [7.0, "", "执法人员", "", "", "", "", ""],
    ["", "合计", 7.0],
]


def looked(rows: list[list[Raw]] | MadeSheet, ledgers: Mapping[str, Ledger]) -> CheckUp:
    sheet = rows if isinstance(rows, MadeSheet) else MadeSheet(rows)
    return check_up(
        Path("花名册.xlsx"), sheets=sheet, ledgers=ledgers, clock=StandingClock(), progress=Silent()
    )


def card(seen: CheckUp, code: str) -> Card:
    return next(each for each in seen.cards if each.code == code)


def test_what_was_recognised(shipped: Mapping[str, Ledger]) -> None:
    result = looked(ROSTER, shipped).result()
    assert (result["ledger"], result["rows"], result["columns"], result["known"]) == ("people", 7, 8, 6)
    assert result["unit"] == "示例镇人民政府"
    assert looked([["姓名"], ["王伟"]], shipped).result()["unit"] == ""


def test_people(shipped: Mapping[str, Ledger]) -> None:
    people = card(looked(ROSTER, shipped), "people")
    assert (people.number, people.tone) == (6, "grey")
    assert people.detail == "执法 4 人，辅助 1 人，其他 1 人；忽略 1 行小计、表注或空行"


def test_certificates_within_180_days(shipped: Mapping[str, Ledger]) -> None:
    expiring = card(looked(ROSTER, shipped), "expiring")
    assert (expiring.number, expiring.tone) == (1, "red")
    assert expiring.detail == "最早 2026-12-18，王伟；另有 1 本已过期"
    assert [line.row for line in expiring.lines] == [5, 4]
    only_expired = card(
        looked([["姓名", "证号", "有效期至"], ["王伟", "1", "2020-01-01"]], shipped), "expiring"
    )
    assert only_expired.detail == "有 1 本已过期"
    due = card(looked([["姓名", "证号", "有效期至"], ["王伟", "1", "2026-12-01"]], shipped), "expiring")
    assert due.tone == "amber"
    fine = card(looked([["姓名", "证号", "有效期至"], ["王伟", "1", "2030-12-01"]], shipped), "expiring")
    assert (fine.number, fine.tone) == (0, "green")


def test_wrong_id_numbers_with_their_rows(shipped: Mapping[str, Ledger]) -> None:
    seen = looked(ROSTER, shipped)
    ids = card(seen, "ids")
    assert (ids.number, ids.tone, ids.detail) == (2, "red", "第 6、9 行")
    page = seen.page("ids", 0, 1)
    assert page == {
        "card": "ids",
        "offset": 0,
        "lines": [["6", "单雄信", "3407**********241X", "身份证号里的出生日期不存在", "对照身份证重填"]],
    }
    assert seen.page("ids", 1, 9)["lines"][0][2] == "3.40E+17"  # type: ignore[index]
    assert seen.page("nothing", 0, 9)["lines"] == []


def test_class_hours_below_the_target(shipped: Mapping[str, Ledger]) -> None:
    hours = card(looked(ROSTER, shipped), "hours")
    assert hours.number == 2
    assert hours.lines[0].fault == "写了 48.5 学时，还差 11.5"
    assert hours.detail == "按“2026年学时”一列算，只算执法人员"


def test_repeated_people_and_officers_without_a_certificate(shipped: Mapping[str, Ledger]) -> None:
    seen = looked(ROSTER, shipped)
    twice = card(seen, "twice")
    assert (twice.number, twice.detail) == (1, "第 8 行")
    assert twice.lines[0].fault == "与第 4 行是同一个人或同一个号"
    without = card(seen, "no_certificate")
    assert (without.number, without.tone) == (1, "red")
    assert without.lines[0].name == "单雄信"


def test_what_the_sheet_does_not_tell_is_said(shipped: Mapping[str, Ledger]) -> None:
    seen = looked([["姓名", "备注"], ["王伟", "x"]], shipped)
    details = {each.code: each.detail for each in seen.cards}
    assert details["hours"] == "表里没有学时"
    assert details["ids"] == "表里没有身份证号"
    assert details["expiring"] == "表里没有证件有效期"
    assert details["no_certificate"] == "表里没有证号"
    assert {each.tone for each in seen.cards} == {"grey", "green"}


def test_many_rows_are_shortened(shipped: Mapping[str, Ledger]) -> None:
    rows: list[list[Raw]] = [["姓名", "身份证号"], *(list["Raw"]([f"人{n}", "1"]) for n in "甲乙丙丁戊己")]
    assert card(looked(rows, shipped), "ids").detail == "第 2、3、4、5 等 行"


def test_a_sheet_of_another_kind(shipped: Mapping[str, Ledger]) -> None:
    rows: list[list[Raw]] = [
        ["培训名称", "培训日期", "学时", "参训人员"],
        ["执法实务", "2026年3月", "8", "王伟、李娜"],
        ["三项制度", "2026-03-13", "半天", "王伟"],
        ["", "2026-03-14", "8", "王伟"],
        ["案卷评查", "2026-03-15", "8", ""],
    ]
    seen = looked(rows, shipped)
    assert seen.ledger == "training"
    numbers = {each.code: each.number for each in seen.cards}
    assert numbers == {"rows": 2, "refused": 1, "asked": 1, "rejected": 1, "names": 2}
    assert card(seen, "refused").lines[0].fault == "“2026年3月”不是完整日期"
    powers = looked([["清单"], ["事项名称", "事项编码", "实施依据"], ["占道经营", "A1", "条例"]], shipped)
    assert powers.ledger == "powers"
    assert {each.tone for each in powers.cards} == {"grey", "green"}
    events = looked([["执法证号", "异动", "异动日期", "文号"], ["1", "暂扣", "2026-01-01", "x"]], shipped)
    assert events.ledger == "certificate_events"


def test_keeping_writes_without_reading_again(desk: Desk, shipped: Mapping[str, Ledger]) -> None:
    seen = looked(ROSTER, shipped)
    summary = seen.keep(desk.store, desk.clock, Silent())
    assert counted(summary) == {"added": 5, "doubtful": 1, "rejected": 1, "ignored": 1}
    assert len(desk.rows("people")) == 5
    assert desk.named("people", "王伟").own == {"2026年学时": "64", "宿舍": "2"}


def test_a_sheet_with_nothing_in_it(shipped: Mapping[str, Ledger]) -> None:
    with pytest.raises(WorldFault, match=r"import\.empty"):
        looked([[1.0]], shipped)


def test_a_home_that_is_not_there_holds_nothing() -> None:
    nothing = NothingKept()
    assert nothing.key_map("people", ["name"]) == {}
    assert nothing.import_digests("people") == {}
    assert nothing.values_of("people", []) == {}
    assert nothing.faults_of("people", []) == {}
    assert nothing.own_of("people", []) == {}
    assert nothing.mapping("x", "people") is None

"""Reports as values: their rows, figures and notes say the same, whatever the ledgers hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.usecases.memory_reader import MemoryReader

from township_ledger import words
from township_ledger.domain.definition_files import parse_ledger
from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.figures import RenderedReport
from township_ledger.domain.report import CellKind, Report, ReportCell, cell_text
from township_ledger.usecases.make_report import REPORTS, build_report, make_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.plans import Plan
    from township_ledger.usecases.progress import Progress

DAY = date(2026, 9, 30)
ID = "340721199001012416"


def built(
    memory: MemoryReader, plan: Plan, name: str = "roster", period: str = "2026Q3", *, full_ids: bool = False
) -> Report:
    return build_report(memory, name, period, DAY, plan, full_ids=full_ids)


def figures(report: Report) -> dict[str, int | Decimal]:
    return {each.id: each.value for section in report.sections for each in section.figures}


def table(report: Report, section: int = 0) -> list[dict[str, ReportCell]]:
    titles = [column.title for column in report.sections[section].columns]
    rows = report.sections[section].rows
    return [dict(zip(titles, row.cells, strict=True)) for row in rows if not row.group]


def notes(report: Report) -> str:
    return "\n".join(report.sections[0].notes)


def test_the_head_says_unit_period_and_day(memory: MemoryReader, plan: Plan) -> None:
    report = built(memory, plan)
    assert report.head == ("单位：示例镇人民政府", "期间：2026年第三季度", "截至日期：2026年9月30日")
    assert report.signatures == ("制表人：", "审核人：", "日期：")
    for period, told in (("2026", "2026年"), ("2026H1", "2026年上半年"), ("2026-09", "2026年9月")):
        assert built(memory, plan, period=period).head[1] == f"期间：{told}"


def test_an_empty_ledger_makes_a_report_that_says_so(memory: MemoryReader, plan: Plan) -> None:
    for name in (*REPORTS, "ledger:people", "ledger:training"):
        report = built(memory, plan, name)
        assert report.rows == 0
        assert all(section.empty for section in report.sections)
        assert all(value == 0 for value in figures(report).values())


@pytest.mark.parametrize(
    ("name", "period", "code"),
    [
        ("ranking", "2026", "report.unknown"),
        ("ledger:nothing", "2026", "report.unknown"),
        ("roster", "26", "period.shape"),
        ("roster", "2027", "report.as_of_early"),
        ("roster", "2026-10", "report.as_of_early"),
    ],
)
def test_what_cannot_be_made_is_told(
    memory: MemoryReader, plan: Plan, name: str, period: str, code: str
) -> None:
    with pytest.raises(WorldFault) as caught:
        built(memory, plan, name, period)
    assert caught.value.code == code
    assert words.explain(caught.value)


# -- roster


def roster(memory: MemoryReader) -> None:
    officer = memory.add(
        "people", name="王五", person_type="执法人员", unit="综合行政执法队", post="队长", id_number=ID
    )
    memory.add(
        "certificates",
        certificate_no="012000000001",
        person=officer,
        issuer="安徽省人民政府",
        issued="2022-01-01",
        valid_to="2026-09-30",
        registered_status="有效",
    )
    untyped = memory.add("people", name="李六")
    suspended = memory.add("certificates", certificate_no="2", person=untyped, valid_to="2028-01-01")
    memory.add(
        "certificate_events",
        certificate=suspended,
        event="暂扣",
        date="2026-09-01",
        until="2026-10-31",
        document_no="某〔2026〕1号",
    )
    memory.add("people", name="赵七", person_type="执法人员")
    memory.add("people", name="钱八", person_type="辅助人员")
    memory.add("people", name="孙九", person_type="执法人员", leave_date="2026-09-30")
    memory.add("people", draft=True, name="草稿人")
    memory.add("certificates", draft=True, certificate_no="9")


def test_the_roster_row_by_row(memory: MemoryReader, plan: Plan) -> None:
    roster(memory)
    rows = table(built(memory, plan))
    assert [row["姓名"] for row in rows] == ["王五", "李六", "赵七", "钱八"]
    assert rows[0] == {
        "序号": 1,
        "姓名": "王五",
        "人员类别": "执法人员",
        "所在机构": "综合行政执法队",
        "职务": "队长",
        "身份证号": "3407**********2416",
        "执法证号": "012000000001",
        "发证机关": "安徽省人民政府",
        "发证日期": date(2022, 1, 1),
        "有效期至": date(2026, 9, 30),
        "证件状态": "有效",
        "能否执法": "是",
        "说明": "",
    }
    assert [(row["证件状态"], row["能否执法"], row["说明"]) for row in rows[1:]] == [
        ("暂扣", "否", "暂扣至 2026-10-31"),
        (None, "否", "没有登记执法证"),
        (None, "否", "辅助人员，只能协助"),
    ]


def test_the_figures_of_the_roster_agree_with_its_rows(memory: MemoryReader, plan: Plan) -> None:
    roster(memory)
    report = built(memory, plan)
    found = figures(report)
    assert found == {
        "roster.people": 4,
        "roster.officers": 3,
        "roster.may_enforce": 1,
        "roster.unusable": 1,
        "roster.without": 1,
        "roster.auxiliaries": 1,
    }
    parts = (found[f"roster.{name}"] for name in ("may_enforce", "unusable", "without"))
    assert found["roster.officers"] == sum(parts)
    assert report.drafts == 2
    for part in ("草稿 2 行", "未填人员类别的 1 人按执法人员计", "未到岗的 1 人未列入", "星号", "第四十二条"):
        assert part in notes(report)


def test_full_numbers_only_when_asked_for(memory: MemoryReader, plan: Plan) -> None:
    roster(memory)
    report = built(memory, plan, full_ids=True)
    assert table(report)[0]["身份证号"] == ID
    assert "星号" not in notes(report)
    people = built(memory, plan, "ledger:people")
    assert table(people)[0]["身份证号"] == "3407**********2416"
    assert "星号" in notes(people)
    assert table(built(memory, plan, "ledger:people", full_ids=True))[0]["身份证号"] == ID


def test_a_second_certificate_repeats_the_person(memory: MemoryReader, plan: Plan) -> None:
    person = memory.add("people", name="王五", person_type="执法人员")
    memory.add("certificates", certificate_no="old", person=person, valid_to="2020-01-01")
    memory.add("certificates", certificate_no="new", person=person)
    report = built(memory, plan)
    rows = table(report)
    assert [(row["序号"], row["执法证号"], row["证件状态"]) for row in rows] == [
        (1, "old", "过期"),
        (1, "new", "未登记"),
    ]
    assert [row["说明"] for row in rows] == ["凭另一证件执法", "可执法（状态和有效期未登记）"]
    assert figures(report)["roster.may_enforce"] == 1
    assert "1 人的证件没有登记有效期或状态" in notes(report)


# -- hours


def hours(memory: MemoryReader) -> None:
    first, second = (
        memory.add("people", name=name, person_type="执法人员", unit="队") for name in ("王五", "李六")
    )
    helper = memory.add("people", name="钱八", person_type="辅助人员")
    days = (("2026-02-01", "公共法律知识", 52.0), ("2026-08-01", None, 8.5), ("2026-08-02", "政治学习", 4.0))
    for start, category, count in (*days, ("2026-10-01", "业务知识", 30.0)):
        session = memory.add("training", title=start, start_date=start, category=category, hours=count)
        memory.add("attendance", session=session, person=first)
        memory.add("attendance", session=session, person=second, person_hours=1.5)
        memory.add("attendance", session=session, person=helper)


def test_the_ledger_of_hours(memory: MemoryReader, plan: Plan) -> None:
    hours(memory)
    report = built(memory, plan, "training-hours")
    assert report.title == "2026年度行政执法人员学时台账"
    rows = table(report)
    assert [row["姓名"] for row in rows] == ["王五", "李六", "钱八"]
    assert rows[0]["公共法律知识"] == 52
    assert (rows[0]["业务知识"], rows[0]["未分类"], rows[0]["政治学习（不计入）"]) == (0, Decimal("8.5"), 4)
    assert (rows[0]["本期学时"], rows[0]["本年计入学时"]) == (Decimal("8.5"), Decimal("60.5"))
    assert [row["是否达标"] for row in rows] == ["是", "否", "不要求"]
    assert [row["尚差学时"] for row in rows] == [0, 57, None]
    groups = [row.group for row in report.sections[0].rows if row.group]
    assert groups == ["应训执法人员（2 人）", "其他人员（1 人，不计入达标人数）"]
    assert figures(report) == {
        "training-hours.officers": 2,
        "training-hours.reached": 1,
        "training-hours.below": 1,
        "training-hours.rate": 50,
        "training-hours.total": Decimal("63.5"),
        "training-hours.average": Decimal("31.8"),
    }
    assert "《铜陵市郊区提升行政执法质量三年行动计划" in notes(report)


def test_the_list_of_those_below_shows_how_their_hours_came_about(memory: MemoryReader, plan: Plan) -> None:
    hours(memory)
    below = table(built(memory, plan, "training-hours"), 1)
    assert [(row["姓名"], row["尚差学时"]) for row in below] == [("李六", 57)]
    assert below[0]["学时构成"] == "公共法律知识 1.5 + 未分类 1.5 = 3 学时；政治学习 1.5 学时不计入"


def test_a_whole_year_needs_no_column_for_its_part(memory: MemoryReader, plan: Plan) -> None:
    hours(memory)
    memory.add("people", name="无类别")
    report = built(memory, plan, "training-hours", "2026")
    assert "本期学时" not in table(report)[0]
    assert "未填人员类别的 1 人按执法人员计" in notes(report)


def test_one_kind_of_people_needs_no_groups(memory: MemoryReader, plan: Plan) -> None:
    memory.add("people", name="王五", person_type="执法人员")
    memory.add("people", name="李六", person_type="执法人员")
    report = built(memory, plan, "training-hours")
    assert not any(row.group for row in report.sections[0].rows)
    assert table(report)[1]["本期学时"] == 0


def test_a_pack_that_counts_everything_has_no_note_on_what_does_not(memory: MemoryReader, plan: Plan) -> None:
    from dataclasses import replace

    every = replace(plan, training=replace(plan.training, recorded_only=()))
    hours(memory)
    report = built(memory, every, "training-hours")
    assert "单独登记，不计入" not in notes(report)
    assert figures(report)["training-hours.total"] == 69


# -- powers


def test_the_powers_in_force(memory: MemoryReader, plan: Plan) -> None:
    old = memory.add("power_lists", title="示例镇赋权事项清单（2023年版）", in_force="2023-01-01")
    new = memory.add("power_lists", title="示例镇赋权事项清单（2026年版）", in_force="2026-09-30")
    memory.add("powers", name="旧", list=old)
    memory.add(
        "powers",
        name="罚",
        list=new,
        power_type="行政处罚",
        code="0123",
        basis="某法",
        start_date="2026-09-30",
    )
    memory.add("powers", name="另", list=new, power_type="行政处罚", state="拟调整")
    memory.add("powers", name="后", list=new, start_date="2026-10-01")
    memory.add("powers", name="收", list=new, state="已收回")
    memory.add("powers", name="将收", list=new, state="已收回", end_date="2026-12-31")
    memory.add("powers", draft=True, name="草稿", list=new)
    report = built(memory, plan, "powers")
    rows = table(report)
    assert [(row["事项名称"], row["承接状态"]) for row in rows] == [
        ("罚", "承接"),
        ("另", "拟调整"),
        ("后", "未到承接日"),
        ("收", "已收回"),
        ("将收", "承接"),
    ]
    assert (rows[0]["事项编码"], rows[0]["承接日期"]) == ("0123", date(2026, 9, 30))
    assert figures(report) == {
        "powers.held": 3,
        "powers.withdrawn": 1,
        "powers.held.penalty": 2,
        "powers.held.untyped": 1,
    }
    for part in ("2026年版）》自2026年9月30日起", "另有 1 个清单版本", "草稿 1 行"):
        assert part in notes(report)


def test_powers_without_a_list_and_of_several_lists(memory: MemoryReader, plan: Plan) -> None:
    first = memory.add("power_lists", title="审批事项清单")
    second = memory.add("power_lists", title="配合事项清单", in_force="2024-01-01")
    memory.add("powers", name="甲", list=second, power_type="新类型")
    memory.add("powers", name="乙", list=first)
    memory.add("powers", name="丙")
    report = built(memory, plan, "powers")
    assert [row.group for row in report.sections[0].rows if row.group] == [
        "审批事项清单",
        "配合事项清单",
        "未归入清单的事项",
    ]
    assert [row["序号"] for row in table(report)] == [1, 2, 3]
    assert "《审批事项清单》没有登记施行日期" in notes(report)
    assert figures(report)["powers.held.further-12"] == 1
    alone = MemoryReader(memory.ledgers())
    alone.add("powers", name="甲")
    assert not any(row.group for row in built(alone, plan, "powers").sections[0].rows)


# -- any ledger

ALL_TYPES = """\
format = 1
[ledger]
name = "things"
title = "物"
item = "5"
role = "配"
version = 1
label = "name"
keys = [["name"]]
hint = "试。"
[[column]]
name = "name"
title = "名称"
type = "text"
[[column]]
name = "count"
title = "数量"
type = "integer"
[[column]]
name = "weight"
title = "重量"
type = "decimal"
[[column]]
name = "price"
title = "金额（元）"
type = "money"
[[column]]
name = "hours"
title = "学时"
type = "hours"
[[column]]
name = "day"
title = "日期"
type = "date"
[[column]]
name = "ok"
title = "完好"
type = "yes_no"
[[column]]
name = "phone"
title = "电话"
type = "phone"
[[column]]
name = "twin"
title = "同类"
type = "reference"
target = "things"
[form]
title = "物品表"
columns = ["name", "count", "weight", "price", "hours", "day", "ok", "phone", "twin"]
landscape = false
"""


@pytest.fixture
def things(shipped: Mapping[str, Ledger]) -> MemoryReader:
    return MemoryReader({**shipped, "things": parse_ledger(ALL_TYPES, "things.toml")})


def test_the_form_of_any_ledger_keeps_its_types(things: MemoryReader, plan: Plan) -> None:
    first = things.add("things", name="甲")
    things.add(
        "things",
        name="乙",
        count=3,
        weight=1.50,
        price=123456,
        hours=8,
        day="2026-01-02",
        ok=1,
        phone="13812345678",
        twin=first,
    )
    report = built(things, plan, "ledger:things")
    assert not report.landscape
    rows = table(report)
    assert rows[0]["名称"] == "甲"
    assert set(rows[0].values()) == {1, "甲", None}
    assert rows[1] == {
        "行号": 2,
        "名称": "乙",
        "数量": 3,
        "重量": Decimal("1.5"),
        "金额（元）": 123456,
        "学时": Decimal(8),
        "日期": date(2026, 1, 2),
        "完好": "是",
        "电话": "138****5678",
        "同类": "甲",
    }
    shown = [cell_text(cell, column.kind) for cell, column in zip(
        report.sections[0].rows[1].cells, report.sections[0].columns, strict=True
    )]  # fmt: skip
    assert shown == ["2", "乙", "3", "1.5", "1234.56", "8", "2026-01-02", "是", "138****5678", "甲"]
    assert figures(report) == {"things.rows": 2}


def test_a_reference_to_a_row_that_is_gone_is_empty(things: MemoryReader, plan: Plan) -> None:
    things.add("things", name="甲", ok=0, twin="f" * 32)
    row = table(built(things, plan, "ledger:things"))[0]
    assert (row["同类"], row["完好"]) == ("", "否")


def test_a_ledger_without_a_form_has_no_report(shipped: Mapping[str, Ledger], plan: Plan) -> None:
    bare = MemoryReader({**shipped, "things": parse_ledger(ALL_TYPES.partition("[form]")[0], "things.toml")})
    with pytest.raises(WorldFault) as caught:
        built(bare, plan, "ledger:things")
    assert "物" in words.explain(caught.value)


def test_reports_of_ledgers_that_are_not_in_use_are_empty(plan: Plan) -> None:
    alone = MemoryReader({"things": parse_ledger(ALL_TYPES, "things.toml")})
    for name in REPORTS:
        assert built(alone, plan, name).rows == 0


# -- the deed


class Recorder:
    """A progress that remembers, and a renderer that tells what it was given."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.steps: list[tuple[str, int]] = []
        self.stop_after = stop_after
        self.given: list[Report] = []

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        self.steps.append((what, done))
        assert words.known(what)
        if len(self.steps) >= self.stop_after:
            raise Cancelled

    def missing(self, report: Report) -> str:
        return ""

    def render(self, report: Report, progress: Progress) -> RenderedReport:
        self.given.append(report)
        return RenderedReport(report.name, report.title, b"", b"", (), report.rows)


def test_the_deed_builds_and_renders(memory: MemoryReader, plan: Plan) -> None:
    roster(memory)
    recorder = Recorder()
    made = make_report(memory, recorder, "roster", "2026", DAY, plan, progress=recorder)
    assert (made.name, made.rows) == ("roster", 4)
    assert recorder.given[0] == built(memory, plan, period="2026")
    assert make_report(memory, recorder, "powers", "2026", DAY, plan).rows == 0


@pytest.mark.parametrize("name", ["roster", "training-hours", "ledger:people", "powers"])
def test_a_long_report_can_be_stopped(memory: MemoryReader, plan: Plan, name: str) -> None:
    power_list = memory.add("power_lists", title="清单")
    for number in range(501):
        memory.add("people", name=f"人{number}")
        memory.add("powers", name=f"项{number}", list=power_list)
    with pytest.raises(Cancelled):
        build_report(memory, name, "2026", DAY, plan, progress=Recorder(stop_after=2))


def test_every_kind_of_column_has_a_place(things: MemoryReader, plan: Plan) -> None:
    kinds = {column.kind for column in built(things, plan, "ledger:things").sections[0].columns}
    assert {CellKind.MONEY, CellKind.DATE, CellKind.DECIMAL, CellKind.NUMBER_TEXT} <= kinds

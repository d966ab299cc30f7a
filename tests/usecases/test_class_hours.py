"""The deed of hours: who is listed, what counts, the JSON, and how the formula is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from township_ledger.usecases.class_hours import class_hours, formula, hours_json

if TYPE_CHECKING:
    from tests.usecases.memory_reader import MemoryReader

    from township_ledger.domain.plans import Plan


def attend(
    memory: MemoryReader, person: str, hours: float, category: str | None, start: str = "2026-03-01"
) -> str:
    session = memory.add("training", title="班", category=category, start_date=start, hours=hours)
    memory.add("attendance", session=session, person=person)
    return session


def test_the_json_shape(memory: MemoryReader, plan: Plan) -> None:
    person = memory.add("people", name="王五", person_type="执法人员")
    attend(memory, person, 40.0, "业务知识")
    attend(memory, person, 12.5, None)
    attend(memory, person, 8.0, "政治学习")
    assert hours_json(class_hours(memory, 2026, plan)) == {
        "year": 2026,
        "target": 60,
        "people": [
            {
                "uid": person,
                "name": "王五",
                "counted": 52.5,
                "recorded": 60.5,
                "by_category": {
                    "公共法律知识": 0,
                    "业务知识": 40,
                    "执法技能": 0,
                    "未分类": 12.5,
                    "政治学习": 8,
                },
                "reached": False,
                "formula": "业务知识 40 + 未分类 12.5 = 52.5 学时；政治学习 8 学时不计入",
            }
        ],
    }


def test_nobody_has_hours_without_sessions(memory: MemoryReader, plan: Plan) -> None:
    memory.add("people", name="王五", person_type="执法人员")
    hours = class_hours(memory, 2026, plan)
    [person] = hours.people
    assert formula(person.hours, hours.target, hours.categories) == "没有计入的学时"
    assert (person.owes, person.reached, person.gap) == (True, False, Decimal(60))


def test_who_is_listed(memory: MemoryReader, plan: Plan) -> None:
    memory.add("people", name="在岗", person_type="执法人员")
    memory.add("people", name="辅助", person_type="辅助人员")
    memory.add("people", name="已走", person_type="执法人员", leave_date="2025-12-31")
    memory.add("people", name="年中走", person_type="执法人员", leave_date="2026-06-30")
    memory.add("people", name="未来", person_type="执法人员", entry_date="2027-01-01")
    returned = memory.add("people", name="已走有学时", person_type="执法人员", leave_date="2025-12-31")
    attend(memory, returned, 8.0, "业务知识")
    hours = class_hours(memory, 2026, plan)
    assert [(each.person.name, each.owes) for each in hours.people] == [
        ("在岗", True),
        ("辅助", False),
        ("年中走", True),
        ("已走有学时", False),
    ]
    assert {each.person.name for each in hours.below} == {"在岗", "年中走"}


def test_drafts_are_left_out_and_counted(memory: MemoryReader, plan: Plan) -> None:
    person = memory.add("people", name="王五")
    memory.add("people", draft=True, name="草稿人")
    draft = memory.add("training", draft=True, title="班", start_date="2026-01-01", faults={"hours": "两天"})
    memory.add("attendance", session=draft, person=person)
    whole = attend(memory, person, 8.0, "业务知识")
    memory.add("attendance", draft=True, session=whole)
    hours = class_hours(memory, 2026, plan)
    assert [(each.person.name, each.hours.counted) for each in hours.people] == [("王五", Decimal(8))]
    assert hours.drafts == 2


def test_only_what_has_begun_by_a_day(memory: MemoryReader, plan: Plan) -> None:
    person = memory.add("people", name="王五")
    attend(memory, person, 8.0, "业务知识", "2026-06-30")
    attend(memory, person, 4.0, "业务知识", "2026-07-01")
    assert class_hours(memory, 2026, plan, until=date(2026, 6, 30)).people[0].hours.counted == 8
    assert class_hours(memory, 2026, plan).people[0].hours.counted == 12
    assert class_hours(memory, 2026, plan, until=date(2027, 5, 1)).people[0].hours.counted == 12
    assert class_hours(memory, 2026, plan, until=date(2025, 12, 31)).people[0].hours.counted == 0


def test_the_widest_gap_comes_first(memory: MemoryReader, plan: Plan) -> None:
    some, none = memory.add("people", name="有"), memory.add("people", name="无")
    attend(memory, some, 8.0, None)
    assert [each.person.uid for each in class_hours(memory, 2026, plan).below] == [none, some]

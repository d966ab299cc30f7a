"""The rows that named rules pick."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from township_ledger.usecases.rule_views import rule_uids

if TYPE_CHECKING:
    from tests.usecases.memory_reader import MemoryReader

    from township_ledger.domain.plans import Plan

DAY = date(2026, 6, 15)


def test_due_and_overdue(memory: MemoryReader, plan: Plan) -> None:
    days = {day: memory.add("certificates", certificate_no=day, valid_to=day) for day in (
        "2026-06-14", "2026-06-15", "2026-07-15", "2026-07-16",
    )}  # fmt: skip
    memory.add("certificates", certificate_no="none")
    due = rule_uids(memory, "due", "certificates", {"column": "valid_to", "days": 30}, DAY, plan)
    assert due == {days["2026-06-15"], days["2026-07-15"]}
    overdue = rule_uids(memory, "overdue", "certificates", {"column": "valid_to"}, DAY, plan)
    assert overdue == {days["2026-06-14"]}


def test_before_picks_the_rows_that_break_the_order(memory: MemoryReader, plan: Plan) -> None:
    wrong = memory.add("certificates", certificate_no="1", issued="2026-02-01", valid_to="2026-01-01")
    memory.add("certificates", certificate_no="2", issued="2026-01-01", valid_to="2026-01-01")
    params = {"column": "issued", "other": "valid_to"}
    assert rule_uids(memory, "before", "certificates", params, DAY, plan) == {wrong}


def test_may_enforce(memory: MemoryReader, plan: Plan) -> None:
    fit = memory.add("people", name="王五", person_type="执法人员")
    memory.add("certificates", certificate_no="1", person=fit, valid_to="2027-01-01")
    expired = memory.add("people", name="李六", person_type="执法人员")
    memory.add("certificates", certificate_no="2", person=expired, valid_to="2026-01-01")
    memory.add("people", name="赵七", person_type="执法人员")
    assert rule_uids(memory, "may_enforce", "people", {}, DAY, plan) == {fit}


def test_below_target_up_to_the_day(memory: MemoryReader, plan: Plan) -> None:
    done, later, none = (memory.add("people", name=name) for name in ("甲", "乙", "丙"))
    memory.add("people", name="丁", person_type="辅助人员")
    for person, start in ((done, "2026-06-15"), (later, "2026-06-16")):
        session = memory.add("training", title=start, start_date=start, hours=60.0)
        memory.add("attendance", session=session, person=person)
    assert rule_uids(memory, "below_target", "people", {}, DAY, plan) == {later, none}


def test_an_unknown_rule_is_our_own_fault(memory: MemoryReader, plan: Plan) -> None:
    with pytest.raises(KeyError):
        rule_uids(memory, "ranking", "people", {"column": "name"}, DAY, plan)

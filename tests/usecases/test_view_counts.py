"""The numbers on the chips above a grid."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from township_ledger.usecases import view_counts as room
from township_ledger.usecases.view_counts import ALL, view_counts

if TYPE_CHECKING:
    import pytest
    from tests.usecases.memory_reader import MemoryReader

    from township_ledger.domain.plans import Plan

DAY = date(2026, 6, 15)


def test_every_view_is_counted_by_filter_draft_and_rule(memory: MemoryReader, plan: Plan) -> None:
    fit = memory.add("people", name="王五", person_type="执法人员")
    memory.add("certificates", certificate_no="1", person=fit, valid_to="2027-01-01")
    memory.add("people", name="李六", person_type="执法人员")
    memory.add("people", name="赵七", person_type="辅助人员")
    counts = view_counts(memory, memory.ledgers()["people"], DAY, plan)
    assert counts == {
        ALL: 3,
        "may_enforce": 1,
        "officers": 2,
        "auxiliaries": 1,
        "below_target": 2,
        "drafts": 0,
    }


def test_in_a_ledger_of_very_many_rows_no_rule_is_asked(
    memory: MemoryReader, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.add("people", name="王五", person_type="执法人员")
    monkeypatch.setattr(room, "RULES_UP_TO", 0)
    counts = view_counts(memory, memory.ledgers()["people"], DAY, plan)
    assert counts == {ALL: 1, "officers": 1, "auxiliaries": 0, "drafts": 0}

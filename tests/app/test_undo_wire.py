from __future__ import annotations

from township_ledger.app.undo_wire import MOST_CONFLICTS, outcome_json, outcome_of
from township_ledger.domain.rows import Conflict, Fault, UndoOutcome


def test_there_and_back() -> None:
    outcome = UndoOutcome(
        9,
        5,
        (
            Conflict("people", "a" * 32, "name", "甲", None),
            Conflict("people", "b" * 32, None, Fault("2027年", "value.date_incomplete"), 1.5),
        ),
    )
    assert outcome_of(outcome_json(outcome)) == outcome
    assert outcome_of(outcome_json(UndoOutcome(None, 0))) == UndoOutcome(None, 0)


def test_many_conflicts_are_cut() -> None:
    outcome = UndoOutcome(9, 0, (Conflict("people", "a", "name", 1, 2),) * (MOST_CONFLICTS + 1))
    assert len(outcome_of(outcome_json(outcome)).conflicts) == MOST_CONFLICTS


def test_nonsense_is_nothing() -> None:
    assert outcome_of({"operation": "9", "restored": None, "conflicts": "no"}) == UndoOutcome(None, 0)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.verdicts import (
    CHECKS,
    NOTES_PER_CHECK,
    OPTIONAL,
    Check,
    CheckState,
    Note,
    Outcome,
    Verdict,
    fault_check,
    in_order,
)

STATES = st.dictionaries(st.sampled_from(CHECKS), st.sampled_from(CheckState))


@given(STATES)
def test_one_fault_decides_and_silence_never_passes(states: dict[str, CheckState]) -> None:
    outcome = Outcome(in_order(Check(name, state, (Note("check.x"),)) for name, state in states.items()))
    assert [check.id for check in outcome.checks] == list(CHECKS)
    wanted = Verdict.PASS
    if any(states.get(name) is not CheckState.OK for name in CHECKS if name not in OPTIONAL):
        wanted = Verdict.UNDECIDED
    if CheckState.FAULT in states.values():
        wanted = Verdict.FAULTS
    assert outcome.verdict is wanted
    assert len(outcome.faults) == list(states.values()).count(CheckState.FAULT)
    assert bool(outcome.open_notes) == any(
        states.get(name, CheckState.NOT_RUN) is CheckState.NOT_RUN for name in CHECKS if name not in OPTIONAL
    )


def test_no_notes_no_fault() -> None:
    assert fault_check("files", []).state is CheckState.OK


def test_many_notes_are_cut_and_counted() -> None:
    notes = [Note("check.files.extra", {"name": str(number)}) for number in range(NOTES_PER_CHECK + 7)]
    check = fault_check("files", notes)
    assert check.state is CheckState.FAULT
    assert check.notes[-1] == Note("check.more", {"count": 7})
    assert len(check.notes) == NOTES_PER_CHECK + 1

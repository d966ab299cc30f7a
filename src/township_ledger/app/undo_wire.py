"""The outcome of an undo as it travels from a worker to the window: JSON there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.rows import Conflict, Fault, UndoOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.rows import Cell

Json = dict[str, object]

MOST_CONFLICTS = 500
"""So many are listed; their whole number is told beside them."""


def outcome_json(outcome: UndoOutcome) -> Json:
    """Return an outcome as JSON."""
    return {
        "operation": outcome.operation,
        "restored": outcome.restored,
        "conflicts": [
            {
                "ledger": conflict.ledger,
                "uid": conflict.uid,
                "column": conflict.column,
                "present": _value(conflict.present),
                "wanted": _value(conflict.wanted),
            }
            for conflict in outcome.conflicts[:MOST_CONFLICTS]
        ],
    }


def outcome_of(result: Mapping[str, object]) -> UndoOutcome:
    """Return the outcome that `outcome_json` wrote."""
    operation, restored, conflicts = (result.get(name) for name in ("operation", "restored", "conflicts"))
    return UndoOutcome(
        operation if isinstance(operation, int) else None,
        restored if isinstance(restored, int) else 0,
        tuple(_conflict(each) for each in conflicts if isinstance(each, dict))
        if isinstance(conflicts, list)
        else (),
    )


def _value(value: Cell | Fault) -> object:
    return {"fault": value.text, "reason": value.reason} if isinstance(value, Fault) else value


def _read_value(value: object) -> Cell | Fault:
    if isinstance(value, dict):
        return Fault(str(value.get("fault", "")), str(value.get("reason", "")))
    return value if isinstance(value, str | int | float) else None


def _conflict(found: Mapping[str, object]) -> Conflict:
    column = found.get("column")
    return Conflict(
        str(found.get("ledger", "")),
        str(found.get("uid", "")),
        column if isinstance(column, str) else None,
        _read_value(found.get("present")),
        _read_value(found.get("wanted")),
    )

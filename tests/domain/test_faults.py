"""Faults of the world."""

from __future__ import annotations

import pytest

from township_ledger.domain.faults import Cancelled, WorldFault


def test_a_fault_shows_its_code_and_nothing_else() -> None:
    fault = WorldFault("sheet.damaged", file="花名册.xlsx")
    assert str(fault) == "sheet.damaged"
    assert fault.args == ("sheet.damaged",)
    assert fault.params == {"file": "花名册.xlsx"}


def test_its_parameters_cannot_be_changed_later() -> None:
    fault = WorldFault("sheet.damaged", file="花名册.xlsx")
    with pytest.raises(TypeError):
        fault.params["file"] = "x"  # type: ignore[index]


def test_cancelling_is_no_fault_of_the_world() -> None:
    assert not issubclass(Cancelled, WorldFault)

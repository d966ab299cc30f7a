"""A small township in memory, and the pack that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.usecases.memory_reader import MemoryReader, shipped_ledgers

from township_ledger.domain.plans import Plan, parse_plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger


@pytest.fixture(scope="session")
def shipped(resources: Path) -> Mapping[str, Ledger]:
    return shipped_ledgers(resources)


@pytest.fixture(scope="session")
def plan(resources: Path) -> Plan:
    file = resources / "plans" / "standing-duties" / "plan.toml"
    return parse_plan(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture
def memory(shipped: Mapping[str, Ledger]) -> MemoryReader:
    return MemoryReader(shipped)

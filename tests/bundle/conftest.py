"""A home to make bundles of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bundle.made_home import Office, office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, resources: Path) -> Iterator[Office]:
    made = office(tmp_path / "home", resources)
    yield made
    made.store.close()

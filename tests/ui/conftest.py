"""The look on the test's application, and services in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.fake_services import FakeDoor, FakeServices, example_services

from township_ledger.ui.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def theme(qapp: QApplication, resources: Path) -> Theme:
    """The look, light unless a test changes it (and changes it back)."""
    return Theme(qapp, resources, Mode.LIGHT)


@pytest.fixture(autouse=True)
def _light(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "theme" in request.fixturenames:
        request.getfixturevalue("theme").set_mode(Mode.LIGHT)


@pytest.fixture
def services() -> FakeServices:
    """The invented township of the look's pictures: 48 people, 42 certificates."""
    return example_services()


@pytest.fixture
def door(services: FakeServices) -> FakeDoor:
    """The tools before a home is open."""
    return FakeDoor(services)

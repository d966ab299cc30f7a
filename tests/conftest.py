"""The run is unforgiving: unexpected log lines, warnings and Qt messages fail a test; nothing reaches the network."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail when the program logs a warning or worse that the test did not ask for (`caplog.clear()` after looking)."""
    caplog.set_level(logging.WARNING)
    yield
    lines = [
        record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING
    ]
    assert not lines, f"unexpected log lines: {lines}"


class _NoNetworkSocket(socket.socket):
    def connect(self, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"a test reached for the network: {address!r}")
        super().connect(address)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _NoNetworkSocket)


@pytest.fixture(scope="session")
def resources() -> Path:
    """The resources folder of this checkout."""
    return ROOT / "resources"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="multiply the rounds of kill and fuzz tests")


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    """How much longer the time-boxed tests run: 1, or 100 with --long."""
    return 100 if request.config.getoption("--long") else 1

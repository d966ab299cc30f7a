"""A real home for tests of the app room, and a worker that is asked as the window asks it."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import worker
from township_ledger.app.clock import SystemClock
from township_ledger.app.definitions import ledgers
from township_ledger.store.home import create_home

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.store.keys import DatabaseKey
    from township_ledger.usecases.ports import Clock

Json = dict[str, object]

UNIT, PERSON, PASSWORD = "示例镇人民政府", "李四", "shili-2026"


@dataclass
class Office:
    """A home with its key."""

    folder: Path
    key: DatabaseKey = field(repr=False)
    operation: int = 0  # the newest import

    def order(self, deed: str, **args: object) -> Json:
        return {
            "deed": deed, "args": args, "home": str(self.folder), "key": self.key.hex(), "actor": PERSON,
        }  # fmt: skip

    def ask(self, deed: str, **args: object) -> Json:
        """Let a worker do one deed and return its result."""
        (last,) = [line for line in talk(self.order(deed, **args)) if "progress" not in line]
        assert "result" in last, last
        result = last["result"]
        assert isinstance(result, dict)
        return result


def talk(*requests: Json) -> list[Json]:
    """Run a worker in this process on two pipes; all requests are sent, then stdin is closed when it is done."""
    worker_in, window_out = os.pipe()
    window_in, worker_out = os.pipe()
    answers: list[Json] = []

    def listen() -> None:
        with os.fdopen(window_in, "rb") as stream:
            for line in stream:
                answers.append(json.loads(line))
                ended = {"result", "fault", "cancelled"} & set(answers[-1])
                if ended and sum(1 for each in answers if "progress" not in each) >= len(requests):
                    os.close(window_out)
                    break
            stream.read()

    listener = threading.Thread(target=listen)
    listener.start()
    for request in requests:
        os.write(window_out, json.dumps(request).encode() + b"\n")
    worker.work(worker.Inbox(worker_in), worker.Outbox(worker_out))
    os.close(worker_out)
    listener.join()
    os.close(worker_in)
    return answers


@pytest.fixture
def clock() -> Clock:
    return SystemClock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """A fresh home."""
    folder = tmp_path / "home"
    key = create_home(
        folder, UNIT, PERSON, PASSWORD, clock, ledgers(), unit_code="11340799MB1234567X", unit_type="镇"
    )
    return Office(folder, key)


@pytest.fixture
def samples(resources: Path) -> dict[str, Path]:
    """The shipped sample sheets by the ledger they are for."""
    return {path.name.split("-")[1]: path for path in sorted((resources / "samples").iterdir(), reverse=True)}

"""kill -9 during any write loses at most the operation in flight and damages nothing."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from township_ledger.domain.rows import Query
from township_ledger.store.audit import audit
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from tests.store.office import Office

ROUNDS = 30
_ROOT = Path(__file__).resolve().parents[2]


def _killed_after(office: Office, seed: int, seconds: float) -> int:
    """Let a child write for some time after its first report, kill it, and return the last number it reported."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.writing_child", str(office.home), office.key.hex(), str(seed)],
        cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stderr is not None
    first = child.stdout.readline()
    killer = threading.Timer(seconds, child.kill)
    killer.start()
    rest = child.stdout.read()
    killer.join()
    said = child.stderr.read().decode()
    assert child.wait() == -9, said
    child.stdout.close()
    child.stderr.close()
    whole = (first + rest).split(b"\n")[:-1]
    return int(whole[-1])


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_killed_writer_damages_nothing(office: Office, rounds: int) -> None:
    chance = random.Random()  # noqa: S311 - when to kill
    for number in range(ROUNDS * rounds):
        reported = _killed_after(office, chance.randrange(1 << 30), chance.uniform(0, 0.25))
        store = office.open()
        committed = store.operations(1)[0].number
        assert reported <= committed <= reported + 1, f"round {number}"
        assert store.connection.value("PRAGMA quick_check") == "ok"
        result = audit(store, Silent())
        assert result.ok, result.findings
        assert result.operations == committed
        named = sum(str(name).startswith("王") for _, _, name in store.cells(Query("people"), ("name",)))
        assert store.count(Query("people", search="王")) == named
        office.close()

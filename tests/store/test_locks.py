"""Locks of the system on files, and the temporary folders that they keep alive."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from township_ledger.domain.faults import WorldFault
from township_ledger.store import temporary
from township_ledger.store.locks import FileLock, lock_home
from township_ledger.store.temporary import HomeTemporaryFolder

if TYPE_CHECKING:
    from pathlib import Path


def test_shared_locks_stand_beside_each_other_and_an_exclusive_one_alone(tmp_path: Path) -> None:
    one, two = lock_home(tmp_path), lock_home(tmp_path)
    with pytest.raises(WorldFault) as caught:
        lock_home(tmp_path, exclusive=True)
    assert caught.value.code == "home.in_use"
    assert not one.change(exclusive=True)
    two.close()
    two.close()
    assert one.change(exclusive=True)
    with pytest.raises(WorldFault):
        lock_home(tmp_path)
    assert one.change(exclusive=False)
    lock_home(tmp_path).close()
    one.close()
    lock_home(tmp_path, exclusive=True).close()


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault) as caught:
        FileLock.take(tmp_path / "none" / "lock", exclusive=False)
    assert caught.value.code == "store.disk"


HOLD = """
import sys, time
from pathlib import Path
from township_ledger.store.temporary import HomeTemporaryFolder
folder = HomeTemporaryFolder(Path(sys.argv[1]))
folder.new(".xlsx").write_bytes(b"x")
print(folder.path.name, flush=True)
time.sleep(60)
"""


def test_a_start_removes_what_dead_processes_left_and_only_that(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    theirs = process.stdout.readline().strip()
    (tmp_path / "tmp" / "stray").write_text("not a folder")
    with HomeTemporaryFolder(tmp_path) as ours:
        assert (tmp_path / "tmp" / theirs).is_dir()
        path = ours.new(".db")
        assert path.parent == ours.path
        assert not path.exists()
        assert path != ours.new(".db")
        path.write_bytes(b"x")
    assert not ours.path.exists()
    process.kill()
    process.wait()
    process.stdout.close()
    assert (tmp_path / "tmp" / theirs).is_dir()
    HomeTemporaryFolder(tmp_path).close()
    assert not (tmp_path / "tmp" / theirs).exists()


class NoLocks:
    """A system in which every lock is taken."""

    def __init__(self, free: int) -> None:
        self.free = free

    def lock(self, descriptor: int, *, exclusive: bool) -> bool:
        self.free -= 1
        return self.free >= 0


def test_a_folder_that_cannot_be_had_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "_GATE_SECONDS", 0.03)
    for free in (0, 1):
        with pytest.raises(WorldFault) as caught:
            HomeTemporaryFolder(tmp_path, NoLocks(free))
        assert caught.value.code == "store.busy"
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldFault) as caught:
        HomeTemporaryFolder(tmp_path / "file")
    assert caught.value.code == "store.disk"

    HomeTemporaryFolder(tmp_path).close()
    with monkeypatch.context() as patch:
        patch.setattr("secrets.token_hex", lambda _size: "no/such/folder")
        with pytest.raises(WorldFault) as caught:
            HomeTemporaryFolder(tmp_path)
    assert caught.value.code == "store.disk"

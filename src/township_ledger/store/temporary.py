"""Temporary files under HOME/tmp, one folder a process.

Plain text of personal data may stand in them for a moment, so they never go to the system's temporary folder. A
folder belongs to the process that holds the lock on the file inside it; whoever starts removes those that nobody
holds.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import time
from typing import TYPE_CHECKING, Self

from township_ledger.domain.faults import WorldFault
from township_ledger.store.files import disk_fault
from township_ledger.store.locks import FileLock
from township_ledger.store.places import TEMPORARY

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from township_ledger.store.locks import FileLocks

_LOCK, _GATE = "lock", ".gate"
_GATE_SECONDS = 5.0


class HomeTemporaryFolder:
    """This process's folder of temporary files (a `usecases.ports.TemporaryFolder`)."""

    def __init__(self, home: Path, locks: FileLocks | None = None) -> None:
        """Make the folder, and remove those left by processes that died.

        Raises:
            WorldFault: `store.full`, `store.read_only`, `store.disk`, `store.busy`.
        """
        root = home / TEMPORARY
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise disk_fault(error) from None
        gate = _pass_gate(root / _GATE, locks)  # between a folder's making and its lock nobody may sweep
        try:
            _sweep(root, locks)
            self._folder = root / secrets.token_hex(8)
            self._folder.mkdir(mode=0o700)
            lock = FileLock.take(self._folder / _LOCK, exclusive=True, locks=locks)
        except OSError as error:
            raise disk_fault(error) from None
        finally:
            gate.close()
        if lock is None:
            raise WorldFault("store.busy")
        self._lock = lock

    @property
    def path(self) -> Path:
        """The folder."""
        return self._folder

    def new(self, suffix: str) -> Path:
        """Return the path of a new file that does not exist yet."""
        return self._folder / (secrets.token_hex(8) + suffix)

    def close(self) -> None:
        """Remove the folder and all in it."""
        self._lock.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _pass_gate(path: Path, locks: FileLocks | None) -> FileLock:
    until = time.monotonic() + _GATE_SECONDS
    while (gate := FileLock.take(path, exclusive=True, locks=locks)) is None:
        if time.monotonic() > until:
            raise WorldFault("store.busy")
        time.sleep(0.01)
    return gate


def _sweep(root: Path, locks: FileLocks | None) -> None:
    for folder in root.iterdir():
        if not folder.is_dir():
            continue
        with contextlib.suppress(WorldFault):
            lock = FileLock.take(folder / _LOCK, exclusive=True, locks=locks)
            if lock is not None:
                lock.close()
                shutil.rmtree(folder, ignore_errors=True)

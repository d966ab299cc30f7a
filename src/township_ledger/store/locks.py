"""Locks of the operating system on files, which go with the process, however it ends.

Every process that works in a home holds a shared one; a restore, a new key and a migration need it exclusive.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.faults import WorldFault
from township_ledger.store.files import disk_fault

if TYPE_CHECKING:
    from pathlib import Path


class FileLocks(Protocol):
    """How this system locks an open file without waiting."""

    def lock(self, descriptor: int, *, exclusive: bool) -> bool:
        """Lock (or change the lock of) an open file; False when another one stands in the way."""
        ...


if sys.platform == "win32":  # pragma: no cover - written after the documentation, not run yet (RELEASE.md)
    import ctypes
    import msvcrt
    from ctypes import wintypes

    class _Overlapped(ctypes.Structure):
        _fields_ = (
            ("Internal", ctypes.c_void_p), ("InternalHigh", ctypes.c_void_p),
            ("Offset", wintypes.DWORD), ("OffsetHigh", wintypes.DWORD), ("hEvent", wintypes.HANDLE),
        )  # fmt: skip

    class SystemLocks:
        """LockFileEx: shared and exclusive, without waiting. A lock is not changed in place: it is given up first."""

        def lock(self, descriptor: int, *, exclusive: bool) -> bool:
            """Lock an open file; False when another lock stands in the way."""
            kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))
            kernel.UnlockFileEx(handle, 0, 1, 0, ctypes.byref(_Overlapped()))
            flags = 1 | (2 if exclusive else 0)  # LOCKFILE_FAIL_IMMEDIATELY, LOCKFILE_EXCLUSIVE_LOCK
            return bool(kernel.LockFileEx(handle, flags, 0, 1, 0, ctypes.byref(_Overlapped())))
else:
    import fcntl

    class SystemLocks:
        """flock: one lock an open file, changed in place."""

        def lock(self, descriptor: int, *, exclusive: bool) -> bool:
            """Lock (or change the lock of) an open file; False when another one stands in the way."""
            try:
                fcntl.flock(descriptor, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except OSError:
                return False
            return True


class FileLock:
    """A lock held on one file until `close`."""

    def __init__(self, descriptor: int, locks: FileLocks) -> None:
        self._descriptor, self._locks = descriptor, locks

    @classmethod
    def take(cls, path: Path, *, exclusive: bool, locks: FileLocks | None = None) -> FileLock | None:
        """Return a lock on `path` (made when it is not there), or None when another process stands in the way.

        Raises:
            WorldFault: `store.read_only`, `store.full` or `store.disk` when the file cannot be opened.
        """
        system: FileLocks = locks or SystemLocks()
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise disk_fault(error) from None
        if not system.lock(descriptor, exclusive=exclusive):
            os.close(descriptor)
            return None
        return cls(descriptor, system)

    def change(self, *, exclusive: bool) -> bool:
        """Make the lock exclusive or shared; False when another process stands in the way (then it is shared)."""
        if self._locks.lock(self._descriptor, exclusive=exclusive):
            return True
        self._locks.lock(self._descriptor, exclusive=False)
        return False

    def close(self) -> None:
        """Give the lock up; a second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


HOME_LOCK = "home.lock"


def lock_home(folder: Path, *, exclusive: bool = False, locks: FileLocks | None = None) -> FileLock:
    """Return the lock of a home.

    Raises:
        WorldFault: `home.in_use` when an exclusive lock is asked for while others work in the home, or the other
            way round.
    """
    lock = FileLock.take(folder / HOME_LOCK, exclusive=exclusive, locks=locks)
    if lock is None:
        raise WorldFault("home.in_use")
    return lock

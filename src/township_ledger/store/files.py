"""Small files replaced so that a crash at any byte leaves the old one or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def disk_fault(error: OSError) -> WorldFault:
    """Return what an error of the file system means to the clerk."""
    if error.errno in _FULL:
        return WorldFault("store.full")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return WorldFault("store.read_only")
    return WorldFault("store.disk")


def flush_folder(folder: Path) -> None:
    """Write the names of a folder to the disk, where the system can do that (Windows cannot)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def flush_file(path: Path) -> None:
    """Write the bytes of a file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Replace `path` by `data`: temporary name, flush, rename.

    Raises:
        WorldFault: `store.full`, `store.read_only`, `store.disk`; the old file stands.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise disk_fault(error) from None
    flush_folder(path.parent)

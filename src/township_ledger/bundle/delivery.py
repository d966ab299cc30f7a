"""The real file system behind `usecases.deliver.Disk`, and small files beside others."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.usecases.deliver import fault_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CHUNK = 1 << 20


class LocalDisk:
    """Implements `usecases.deliver.Disk` on the folders of this computer."""

    def is_folder(self, path: Path) -> bool:
        """Whether `path` is a folder."""
        return path.is_dir()

    def size(self, path: Path) -> int | None:
        """Return a file's size in bytes, None when there is no file of this name."""
        try:
            return path.stat().st_size
        except FileNotFoundError:
            return None

    def free(self, folder: Path) -> int:
        """Return how many bytes this user can write.

        Raises:
            OSError: EROFS when the file system is mounted read-only (POSIX alone), or whatever the system says.
        """
        if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return shutil.disk_usage(folder).free

    def copy_new(self, source: Path, target: Path, told: Callable[[int], None]) -> str:
        """Copy into a new file, flush it to the medium, and return SHA-256 (hex) of what was read."""
        digest = hashlib.sha256()
        done = 0
        with source.open("rb") as reading, target.open("xb") as writing:
            while piece := reading.read(_CHUNK):
                digest.update(piece)
                writing.write(piece)
                done += len(piece)
                told(done)
            writing.flush()
            os.fsync(writing.fileno())
        return digest.hexdigest()

    def rename(self, old: Path, new: Path) -> None:
        """Give a file its final name and flush the folder.

        FAT knows no rename that fails when the name is taken, so the name is looked at just before.
        """
        if new.exists():
            raise FileExistsError(new)
        old.rename(new)
        flush_folder(new.parent)

    def digest(self, path: Path, told: Callable[[int], None]) -> str:
        """Return SHA-256 (hex) of a file, after asking the system to forget what it remembers of it."""
        digest = hashlib.sha256()
        done = 0
        with path.open("rb", buffering=0) as reading:
            forget_pages(reading.fileno())
            while piece := reading.read(_CHUNK):
                digest.update(piece)
                done += len(piece)
                told(done)
        return digest.hexdigest()

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries to the medium, where the system can (not on Windows)."""
    if os.name == "nt":  # pragma: no cover - folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some file systems of sticks cannot do it; the file itself was flushed already.
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def forget_pages(descriptor: int) -> None:
    """Ask the system to drop a file's pages from memory, so that reading comes from the medium (POSIX alone)."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


class SmallFiles:
    """Implements `usecases.trust_keys.FolderWriter`."""

    def save(self, folder: Path, name: str, data: bytes) -> Path:
        """Write a new file, in a new folder if need be; the same content under the same name is left as it is.

        Raises:
            WorldFault: `drive.not_folder`, `drive.same_name`, `drive.full`, `drive.read_only` or `drive.pulled`.
        """
        shown = folder.name or str(folder)
        path = folder / name
        try:
            if not folder.parent.is_dir() or (folder.exists() and not folder.is_dir()):
                raise WorldFault("drive.not_folder", folder=shown)
            folder.mkdir(exist_ok=True)
            if path.exists():
                if path.read_bytes() == data:
                    return path
                raise WorldFault("drive.same_name", folder=shown, file=name)
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise fault_of(error, folder, len(data), 0) from error
        return path

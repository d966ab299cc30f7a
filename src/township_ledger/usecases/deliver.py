"""Writing a finished bundle to a folder or a stick: temporary name, flush, rename, read back, and only then 可以拔出.

Other files are never touched; a file of the same name with other content is never overwritten. Whatever goes wrong,
the partial file is removed, and each case has its own sentence.
"""

from __future__ import annotations

import errno
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from township_ledger.usecases.progress import Progress

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_ROOM = 1 << 20  # what a file system needs beside the bytes of a file


class Disk(Protocol):
    """What delivering asks of a file system. Every method may raise OSError: the stick may be pulled at any moment."""

    def is_folder(self, path: Path) -> bool:
        """Whether `path` is a folder."""
        ...

    def size(self, path: Path) -> int | None:
        """Return a file's size in bytes, None when there is no file of this name."""
        ...

    def free(self, folder: Path) -> int:
        """Return how many bytes can be written."""
        ...

    def copy_new(self, source: Path, target: Path, told: Callable[[int], None]) -> str:
        """Copy into a new file, flush it to the medium, and return SHA-256 (hex) of what was read.

        `told` is called with the bytes done; what it raises is passed on.
        """
        ...

    def rename(self, old: Path, new: Path) -> None:
        """Give a file its final name and flush the folder; an existing `new` is not replaced."""
        ...

    def digest(self, path: Path, told: Callable[[int], None]) -> str:
        """Return SHA-256 (hex) of a file as it stands on the medium, not in the system's memory where possible."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file."""
        ...


@dataclass(frozen=True, slots=True)
class Delivered:
    """A bundle that was written and read back."""

    path: Path
    sha256: str  # of the whole file
    already_there: bool

    @property
    def code(self) -> str:
        """The sentence that says so: only after it may the stick be pulled."""
        return "drive.already_there" if self.already_there else "drive.done"


def check_target(folder: Path, disk: Disk) -> None:
    """Look at the folder before a bundle is made for it: nothing is written.

    Raises:
        WorldFault: `drive.not_folder`, `drive.full`, `drive.read_only` or `drive.pulled`.
    """
    try:
        if not disk.is_folder(folder):
            raise WorldFault("drive.not_folder", folder=folder.name or str(folder))
        free = disk.free(folder)
    except OSError as error:
        raise fault_of(error, folder, 0, 0) from error
    if free < _ROOM:
        raise _full(folder, 0, free)


def deliver(
    source: Path, folder: Path, disk: Disk, verify: Callable[[Path], bool], progress: Progress
) -> Delivered:
    """Write `source` into `folder` under its own name, read it back and have it verified.

    Args:
        source: the bundle as it was made.
        folder: where to.
        disk: the file system.
        verify: verifies the file that was written and returns whether it is good.
        progress: `stage.delivering` and `stage.reading_back` with bytes.

    Raises:
        WorldFault: `drive.not_folder`, `drive.same_name`, `drive.full`, `drive.read_only`, `drive.pulled`,
            `drive.wrong_after_read_back`, or `drive.leftover` when a partial file could not be removed.
        Cancelled: the clerk stopped it; nothing stays behind.
    """
    try:
        total = disk.size(source) or 0
        if not disk.is_folder(folder):
            raise WorldFault("drive.not_folder", folder=folder.name or str(folder))
        target = folder / source.name
        there = disk.size(target)
        if there is not None:
            return _already_there(source, target, disk, verify, progress)
        free = disk.free(folder)
        if free < total + _ROOM:
            raise _full(folder, total, free)
    except OSError as error:
        raise fault_of(error, folder, 0, 0) from error
    return _write(source, target, total, disk, verify, progress)


def _write(
    source: Path, target: Path, total: int, disk: Disk, verify: Callable[[Path], bool], progress: Progress
) -> Delivered:
    folder = target.parent
    # The random part keeps a file that is there already from ever being taken for ours.
    partial = folder / f"{target.name}.{secrets.token_hex(4)}.part"
    written = partial
    try:
        digest = disk.copy_new(source, partial, lambda done: progress.step("stage.delivering", done, total))
        disk.rename(partial, target)
        written = target
        _read_back(target, digest, total, disk, verify, progress)
    except OSError as error:
        _remove(disk, partial, target if written is target else None)
        raise fault_of(error, folder, total, _free(disk, folder)) from error
    except BaseException:
        _remove(disk, partial, target if written is target else None)
        raise
    return Delivered(target, digest, already_there=False)


def _read_back(
    target: Path, digest: str, total: int, disk: Disk, verify: Callable[[Path], bool], progress: Progress
) -> None:
    back = disk.digest(target, lambda done: progress.step("stage.reading_back", done, total))
    if back != digest or not verify(target):
        folder = target.parent
        raise WorldFault("drive.wrong_after_read_back", folder=folder.name or str(folder))


def _already_there(
    source: Path, target: Path, disk: Disk, verify: Callable[[Path], bool], progress: Progress
) -> Delivered:
    total = disk.size(source) or 0
    digest = disk.digest(source, lambda _done: None)
    same = disk.size(target) == total
    back = disk.digest(target, lambda done: progress.step("stage.reading_back", done, total)) if same else ""
    if back != digest or not verify(target):
        raise WorldFault("drive.same_name", folder=target.parent.name or str(target.parent), file=target.name)
    return Delivered(target, digest, already_there=True)


def _remove(disk: Disk, partial: Path, target: Path | None) -> None:
    """Remove what this delivery left; a stick that is gone took it along."""
    for path in (partial, target):
        if path is None:
            continue
        try:
            there = disk.size(path) is not None
        except OSError:
            continue  # the stick is gone
        if not there:
            continue
        try:
            disk.remove(path)
        except OSError as error:
            raise WorldFault("drive.leftover", folder=path.parent.name, file=path.name) from error


def _free(disk: Disk, folder: Path) -> int:
    with suppress(OSError):
        return disk.free(folder)
    return 0


def fault_of(error: OSError, folder: Path, total: int, free: int) -> WorldFault:
    """Return what a file system's error means to the clerk: full, read-only or pulled."""
    if error.errno in _FULL:
        return _full(folder, total, free)
    if error.errno in _READ_ONLY:
        return WorldFault("drive.read_only", folder=folder.name or str(folder))
    return WorldFault("drive.pulled", folder=folder.name or str(folder))


def _full(folder: Path, total: int, free: int) -> WorldFault:
    return WorldFault(
        "drive.full", folder=folder.name or str(folder), needed=_size(total + _ROOM), free=_size(free)
    )


def _size(count: int) -> str:
    return f"{count / (1 << 20):.1f} MB"

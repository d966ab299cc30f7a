"""Which removable drives are plugged in: Linux by its mount table, Windows by its drive letters.

The Windows half is written against the documented interface and has not been run (packaging/RELEASE.md).
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_OCTAL = re.compile(r"\\([0-7]{3})")
_REMOVABLE = 2  # GetDriveTypeW: DRIVE_REMOVABLE


def removable_drives() -> list[Path]:
    """Return the folders of the removable drives, in the order of their names. Takes milliseconds."""
    if sys.platform == "win32":  # pragma: no cover - not run here
        return _windows_drives()
    return linux_drives(Path("/proc/self/mounts"), Path("/sys/class/block"))


def linux_drives(mounts: Path, blocks: Path) -> list[Path]:
    """Return where the mount table `mounts` has block devices that `blocks` (sysfs) calls removable or on USB."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    found: set[Path] = set()
    for line in lines:
        device, _, rest = line.partition(" ")
        if device.startswith("/dev/") and _is_removable(blocks / os.path.realpath(device).rpartition("/")[2]):
            found.add(Path(_OCTAL.sub(_letter, rest.partition(" ")[0])))
    return sorted(found)


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1], 8))


def _is_removable(block: Path) -> bool:
    """Whether a block device, or the disk that it is a partition of, is removable or hangs on USB."""
    try:
        place = block.resolve(strict=True)
    except OSError:
        return False
    if "usb" in str(place):
        return True
    for disk in (place, place.parent):
        flag = disk / "removable"
        if flag.is_file():
            return flag.read_text().strip() == "1"
    return False


def _windows_drives() -> list[Path]:  # pragma: no cover - not run here
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    letters = kernel.GetLogicalDrives()
    roots = (f"{chr(ord('A') + bit)}:\\" for bit in range(26) if letters & 1 << bit)
    return [Path(root) for root in roots if kernel.GetDriveTypeW(root) == _REMOVABLE]

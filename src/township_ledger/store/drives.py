"""Whether a folder lies on a network drive: a database there would be damaged sooner or later."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from township_ledger.domain.faults import WorldFault


class Drives(Protocol):
    """What the system knows of the drive under a folder."""

    def is_network(self, folder: Path) -> bool:
        """Whether `folder` (which may not exist yet) lies on a network drive."""
        ...


NETWORK_KINDS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "davfs",
        "fuse.sshfs",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
    }
)

if sys.platform == "win32":  # pragma: no cover - written after the documentation, not run yet (RELEASE.md)
    import ctypes

    class SystemDrives:
        """GetDriveTypeW, and the two backslashes of a network path."""

        def is_network(self, folder: Path) -> bool:
            """Whether the drive's letter is a mapped one, or the path names a server."""
            anchor = folder.absolute().anchor
            return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == 4
else:

    class SystemDrives:
        """The table of mounted file systems."""

        def __init__(self, mounts: Path = Path("/proc/self/mounts")) -> None:
            self._mounts = mounts

        def is_network(self, folder: Path) -> bool:
            """Whether the file system mounted nearest above `folder` comes over a network."""
            try:
                lines = self._mounts.read_text("utf-8", "replace").splitlines()
            except OSError:
                return False
            kinds: dict[str, str] = {}
            for line in lines:
                _, place, kind, *_ = (*line.split(" "), "", "")
                kinds[place.replace("\\040", " ")] = kind  # the newest mount on a place is the one in force
            whole = folder.absolute()
            for above in map(str, (whole, *whole.parents)):
                if above in kinds:
                    return kinds[above] in NETWORK_KINDS
            return False


def refuse_network_drive(folder: Path, drives: Drives | None = None) -> None:
    """Refuse a folder on a network drive.

    Raises:
        WorldFault: `home.network_drive`.
    """
    system: Drives = drives or SystemDrives()
    if system.is_network(folder):
        raise WorldFault("home.network_drive", folder=folder.name)

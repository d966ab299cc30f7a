"""Network drives are known by the file system that is mounted nearest above the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from township_ledger.domain.faults import WorldFault
from township_ledger.store.drives import SystemDrives, refuse_network_drive

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
server:/export /mnt/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
tmpfs /mnt/twice tmpfs rw 0 0
host: /mnt/twice fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/home/clerk", False), ("/mnt/my share", True), ("/mnt/my share/a/b", True), ("/mnt/nfs/x", True),
        ("/mnt/nfs/local/x", False), ("/mnt/twice/x", True), ("/mnt/my shares", False),
    ],
)  # fmt: skip
def test_the_nearest_mount_counts(tmp_path: Path, folder: str, network: bool) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    drives = SystemDrives(tmp_path / "mounts")
    assert drives.is_network(Path(folder)) is network
    if network:
        with pytest.raises(WorldFault) as caught:
            refuse_network_drive(Path(folder), drives)
        assert caught.value.code == "home.network_drive"
    else:
        refuse_network_drive(Path(folder), drives)


def test_a_system_that_does_not_tell_refuses_nothing(tmp_path: Path) -> None:
    assert not SystemDrives(tmp_path / "none").is_network(tmp_path)
    (tmp_path / "mounts").write_text("")
    assert not SystemDrives(tmp_path / "mounts").is_network(tmp_path)
    refuse_network_drive(tmp_path)

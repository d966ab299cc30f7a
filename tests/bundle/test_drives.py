from __future__ import annotations

from pathlib import Path

from township_ledger.bundle.drives import linux_drives, removable_drives


def block(root: Path, place: str, removable: str | None = None) -> None:
    """A block device in a sysfs of our own: the link in `class/block` and the folder that it leads to."""
    folder = root / "devices" / place
    folder.mkdir(parents=True)
    if removable is not None:
        (folder / "removable").write_text(removable + "\n")
    classes = root / "class"
    classes.mkdir(exist_ok=True)
    (classes / folder.name).symlink_to(folder)


def test_sticks_are_told_from_disks(tmp_path: Path) -> None:
    block(tmp_path, "pci/ata1/sda", "0")
    block(tmp_path, "pci/ata1/sda/sda1")
    block(tmp_path, "pci/mmc/mmcblk0", "1")
    block(tmp_path, "pci/mmc/mmcblk0/mmcblk0p1")
    block(tmp_path, "pci/usb1/host6/sdb", "0")  # a disk in a USB case says 0
    block(tmp_path, "pci/usb1/host6/sdb/sdb1")
    block(tmp_path, "virtual/dm-0")
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "proc /proc proc rw 0 0\n"
        "/dev/sda1 / ext4 rw 0 0\n"
        "/dev/dm-0 /home ext4 rw 0 0\n"
        "/dev/sdb1 /media/u/KINGSTON\\040中 vfat rw 0 0\n"
        "/dev/mmcblk0p1 /media/u/card vfat rw 0 0\n"
        "/dev/gone1 /media/u/gone vfat rw 0 0\n"
    )
    found = linux_drives(mounts, tmp_path / "class")
    assert found == [Path("/media/u/KINGSTON 中"), Path("/media/u/card")]


def test_no_mount_table_no_drives(tmp_path: Path) -> None:
    assert linux_drives(tmp_path / "none", tmp_path) == []


def test_this_machine_is_asked() -> None:
    assert all(path.is_absolute() for path in removable_drives())

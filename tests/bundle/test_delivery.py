"""Writing to a folder or stick, and everything that can go wrong there."""

from __future__ import annotations

import errno
import os
import subprocess
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tests.bundle.made_bundle import good

from township_ledger.bundle import delivery
from township_ledger.bundle.delivery import LocalDisk, SmallFiles
from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.usecases.deliver import check_target, deliver
from township_ledger.usecases.progress import Silent
from township_ledger.words import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME = "石桥镇-2026H1-001.asics"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "sent" / NAME
    path.parent.mkdir()
    path.write_bytes(good())
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    (folder / "别的.txt").write_text("不动")
    return folder


def right(_path: Path) -> bool:
    return True


def untouched(stick: Path, *more: str) -> None:
    assert sorted(path.name for path in stick.iterdir()) == sorted(["别的.txt", *more])
    assert (stick / "别的.txt").read_text() == "不动"


def fault_of(
    source: Path, stick: Path, disk: LocalDisk, verify: Callable[[Path], bool] = right
) -> WorldFault:
    with pytest.raises(WorldFault) as caught:
        deliver(source, stick, disk, verify, Silent())
    assert explain(caught.value)
    return caught.value


def test_a_bundle_is_written_and_read_back(source: Path, stick: Path) -> None:
    seen: list[Path] = []
    stages: list[tuple[str, int, int | None]] = []

    class Heard(Silent):
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            stages.append((what, done, total))

    def verify(path: Path) -> bool:
        seen.append(path)
        return path.read_bytes() == good()

    done = deliver(source, stick, LocalDisk(), verify, Heard())
    assert done.path == stick / NAME
    assert done.code == "drive.done"
    assert done.path.read_bytes() == good()
    assert seen == [done.path]
    size = len(good())
    assert stages == [("stage.delivering", size, size), ("stage.reading_back", size, size)]
    untouched(stick, NAME)


def test_the_same_file_is_not_written_again(source: Path, stick: Path) -> None:
    deliver(source, stick, LocalDisk(), right, Silent())
    before = (stick / NAME).stat().st_mtime_ns
    done = deliver(source, stick, LocalDisk(), right, Silent())
    assert done.code == "drive.already_there"
    assert (stick / NAME).stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"other", bytes(len(good()))])
def test_another_file_of_this_name_is_never_overwritten(source: Path, stick: Path, content: bytes) -> None:
    (stick / NAME).write_bytes(content)
    assert fault_of(source, stick, LocalDisk()).code == "drive.same_name"
    assert (stick / NAME).read_bytes() == content
    untouched(stick, NAME)


def test_the_same_file_that_does_not_verify_is_told(source: Path, stick: Path) -> None:
    (stick / NAME).write_bytes(good())
    assert fault_of(source, stick, LocalDisk(), lambda _path: False).code == "drive.same_name"


def test_a_folder_that_is_gone(source: Path, tmp_path: Path) -> None:
    assert fault_of(source, tmp_path / "weg", LocalDisk()).code == "drive.not_folder"
    assert fault_of(source, source, LocalDisk()).code == "drive.not_folder"


class Failing(LocalDisk):
    """A disk on which one act fails, perhaps after doing half of it."""

    def __init__(self, act: str, number: int, *, gone: bool = False, stubborn: bool = False) -> None:
        self._act, self._number, self._gone, self._stubborn = act, number, gone, stubborn
        self.failed = False

    def _fail(self, act: str) -> None:
        if act == self._act:
            self.failed = True
            raise OSError(self._number, os.strerror(self._number))

    def is_folder(self, path: Path) -> bool:
        self._fail("is_folder")
        return super().is_folder(path)

    def size(self, path: Path) -> int | None:
        if self.failed and self._gone:
            raise OSError(errno.EIO, "gone")
        return super().size(path)

    def free(self, folder: Path) -> int:
        if self.failed and self._gone:
            raise OSError(errno.EIO, "gone")
        return super().free(folder)

    def copy_new(self, source: Path, target: Path, told: Callable[[int], None]) -> str:
        if self._act == "copy_new":
            target.write_bytes(source.read_bytes()[:1000])
        self._fail("copy_new")
        return super().copy_new(source, target, told)

    def rename(self, old: Path, new: Path) -> None:
        self._fail("rename")
        super().rename(old, new)

    def digest(self, path: Path, told: Callable[[int], None]) -> str:
        self._fail("digest")
        return super().digest(path, told)

    def remove(self, path: Path) -> None:
        if self._stubborn:
            raise OSError(errno.EIO, "stuck")
        super().remove(path)


@pytest.mark.parametrize("act", ["is_folder", "copy_new", "rename", "digest"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "drive.full"),
        (errno.EROFS, "drive.read_only"),
        (errno.EACCES, "drive.read_only"),
        (errno.EIO, "drive.pulled"),
        (errno.ENODEV, "drive.pulled"),
    ],
)
def test_each_fault_has_its_sentence_and_leaves_nothing(
    source: Path, stick: Path, act: str, number: int, code: str
) -> None:
    assert fault_of(source, stick, Failing(act, number)).code == code
    untouched(stick)


def test_a_stick_that_is_gone_takes_its_partial_file_along(source: Path, stick: Path) -> None:
    assert fault_of(source, stick, Failing("copy_new", errno.EIO, gone=True)).code == "drive.pulled"
    assert fault_of(source, stick, Failing("copy_new", errno.ENOSPC, gone=True)).code == "drive.full"


def test_a_partial_file_that_cannot_be_removed_is_named(source: Path, stick: Path) -> None:
    fault = fault_of(source, stick, Failing("copy_new", errno.ENOSPC, stubborn=True))
    assert fault.code == "drive.leftover"
    untouched(stick, str(fault.params["file"]))


def test_too_little_room_is_told_before_anything_is_written(source: Path, stick: Path) -> None:
    class Small(LocalDisk):
        def free(self, folder: Path) -> int:
            return 1000

        def copy_new(self, source: Path, target: Path, told: Callable[[int], None]) -> str:
            raise AssertionError

    fault = fault_of(source, stick, Small())
    assert fault.code == "drive.full"
    assert (fault.params["needed"], fault.params["free"]) == ("1.0 MB", "0.0 MB")


def test_a_folder_is_looked_at_before_a_bundle_has_its_number(stick: Path) -> None:
    def code(folder: Path, disk: LocalDisk) -> str:
        with pytest.raises(WorldFault) as caught:
            check_target(folder, disk)
        return caught.value.code

    class Small(LocalDisk):
        def free(self, folder: Path) -> int:
            return 1000

    check_target(stick, LocalDisk())
    assert code(stick / "weg", LocalDisk()) == "drive.not_folder"
    assert code(stick, Small()) == "drive.full"
    assert code(stick, Failing("is_folder", errno.EIO)) == "drive.pulled"
    untouched(stick)


def test_a_file_system_that_is_mounted_read_only_is_told_before_a_number_is_given(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.statvfs(stick)
    flags = SimpleNamespace(f_flag=real.f_flag | os.ST_RDONLY)
    monkeypatch.setattr(os, "statvfs", lambda _: flags)
    with pytest.raises(WorldFault) as caught:
        check_target(stick, LocalDisk())
    assert caught.value.code == "drive.read_only"


def test_a_file_that_comes_back_changed_is_removed(source: Path, stick: Path) -> None:
    class Flipping(LocalDisk):
        def rename(self, old: Path, new: Path) -> None:
            data = bytearray(old.read_bytes())
            data[500] ^= 1
            old.write_bytes(data)
            super().rename(old, new)

    assert fault_of(source, stick, Flipping()).code == "drive.wrong_after_read_back"
    untouched(stick)
    assert fault_of(source, stick, LocalDisk(), lambda _path: False).code == "drive.wrong_after_read_back"
    untouched(stick)


def test_a_name_that_was_taken_in_between_is_left_alone(source: Path, stick: Path) -> None:
    class Racing(LocalDisk):
        def copy_new(self, source: Path, target: Path, told: Callable[[int], None]) -> str:
            (stick / NAME).write_bytes(b"theirs")
            return super().copy_new(source, target, told)

    assert fault_of(source, stick, Racing()).code == "drive.pulled"
    assert (stick / NAME).read_bytes() == b"theirs"
    untouched(stick, NAME)


@pytest.mark.parametrize("stage", ["stage.delivering", "stage.reading_back"])
def test_cancelling_leaves_nothing(source: Path, stick: Path, stage: str) -> None:
    class Stopped(Silent):
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            if what == stage:
                raise Cancelled

    with pytest.raises(Cancelled):
        deliver(source, stick, LocalDisk(), right, Stopped())
    untouched(stick)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with hardly any room, where this machine lets us mount one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_is_really_full(tiny_disk: Path, source: Path) -> None:
    source.write_bytes(good() + bytes(3 << 20))

    class Boasting(LocalDisk):
        def free(self, folder: Path) -> int:
            return 1 << 30

    assert fault_of(source, tiny_disk, LocalDisk()).code == "drive.full"
    assert fault_of(source, tiny_disk, Boasting()).code == "drive.full"
    assert list(tiny_disk.iterdir()) == []


def test_small_files_are_written_beside_others(tmp_path: Path) -> None:
    files = SmallFiles()
    folder = tmp_path / "新"
    path = files.save(folder, "a.pem", b"a")
    assert path.read_bytes() == b"a"
    assert files.save(folder, "a.pem", b"a") == path
    for wrong, code in (
        (folder, "drive.same_name"),
        (path, "drive.not_folder"),
        (folder / "x/y", "drive.not_folder"),
    ):
        with pytest.raises(WorldFault) as caught:
            files.save(wrong, "a.pem", b"b")
        assert caught.value.code == code


def test_small_files_on_a_full_disk(tiny_disk: Path) -> None:
    with pytest.raises(WorldFault, match=r"drive\.full"):
        SmallFiles().save(tiny_disk, "a", bytes(3 << 20))


def test_systems_without_some_calls_do_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "posix_fadvise")
    path = tmp_path / "a"
    path.write_bytes(b"a")
    assert LocalDisk().digest(path, lambda _done: None)

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    delivery.flush_folder(tmp_path)

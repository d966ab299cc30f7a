"""Small files: the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from township_ledger.domain.faults import WorldFault
from township_ledger.store.files import disk_fault, flush_file, flush_folder, replace_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store.full"), (errno.EDQUOT, "store.full"), (errno.EACCES, "store.read_only"),
        (errno.EROFS, "store.read_only"), (errno.EPERM, "store.read_only"), (errno.EIO, "store.disk"),
    ],
)  # fmt: skip
def test_what_an_error_of_the_disk_means(number: int, code: str) -> None:
    assert disk_fault(OSError(number, "x")).code == code


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keys.json"
    replace_file(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(WorldFault) as caught:
            replace_file(path, b"new")
    assert caught.value.code == "store.full"
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["keys.json"]
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_flushing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    flush_file(tmp_path / "a")
    flush_folder(tmp_path)
    flush_folder(tmp_path / "not there")

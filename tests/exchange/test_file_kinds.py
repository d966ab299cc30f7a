"""Opening a file: what the medium does, and what first bytes say."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from township_ledger.domain.faults import WorldFault
from township_ledger.exchange import file_kinds
from township_ledger.exchange.file_kinds import FileKind, kind_of, open_untrusted


def code_of(path: Path) -> str:
    with pytest.raises(WorldFault) as caught:
        open_untrusted(path)
    return caught.value.code


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError(), "file.locked"), (OSError(), "file.unreadable"), (ValueError(), "file.unreadable")],
)
def test_errors_of_the_medium(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, code: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert code_of(path) == code


def test_a_zero_byte_in_the_name_is_no_file() -> None:
    assert code_of(Path("a\0b")) in {"file.missing", "file.unreadable"}


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    assert code_of(tmp_path / "p") == "file.special"


def test_a_file_beyond_the_bound_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr(file_kinds, "MAX_FILE", 99)
    assert code_of(path) == "file.too_large"


class Failing(io.BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        raise OSError(size)


def test_an_error_while_reading_is_told() -> None:
    with pytest.raises(WorldFault, match=r"file\.unreadable"):
        kind_of(Failing())


def test_the_two_kinds_that_are_read() -> None:
    assert kind_of(io.BytesIO(b"PK\x03\x04")) is FileKind.ZIP
    assert kind_of(io.BytesIO("姓名".encode("gbk"))) is FileKind.TEXT

"""The entry of the reader process, run in this process with pipes in place of its streams."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import reader
from township_ledger.app.process_limits import Limits, NoLimits
from township_ledger.app.reader_process import reader_command
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from pathlib import Path


class Output(io.BytesIO):
    @property
    def buffer(self) -> Output:
        return self


def serve(monkeypatch: pytest.MonkeyPatch, request: bytes, answers: object = None) -> list[object]:
    """Run `main` on `request`; mode `test` gives (or raises) `answers`."""

    def answer(asked: dict[str, object]) -> object:
        if isinstance(answers, BaseException):
            raise answers
        return {**answers, "got": asked} if isinstance(answers, dict) else answers

    read_end, write_end = os.pipe()
    os.write(write_end, request)
    os.close(write_end)
    real_read = os.read
    output = Output()
    monkeypatch.setattr(reader, "limits_of", lambda _: NoLimits())
    monkeypatch.setattr(reader, "_end_with_parent", lambda: None)
    monkeypatch.setattr("os.read", lambda number, size: real_read(read_end if number == 0 else number, size))
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setitem(reader.MODES, "test", ("anywhere", "answer"))
    monkeypatch.setattr(reader, "import_module", lambda _: SimpleNamespace(answer=answer))
    try:
        assert reader.main(Limits()) == 0
    finally:
        os.close(read_end)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_one_object_is_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve(monkeypatch, b'{"mode":"test","n":1}\n', {"a": "甲"}) == [
        {"answer": {"a": "甲", "got": {"mode": "test", "n": 1}}}
    ]


def test_lines_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve(monkeypatch, b'{"mode":"test"}\n', [b"[1]", b"{}"]) == [[1], {}]


def test_a_fault_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve(monkeypatch, b'{"mode":"test"}\n', WorldFault("file.empty", n=1)) == [
        {"fault": {"code": "file.empty", "params": {"n": 1}}}
    ]


def test_no_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve(monkeypatch, b'{"mode":"test"}\n', MemoryError()) == [
        {"fault": {"code": "file.unsafe", "params": {}}}
    ]


@pytest.mark.parametrize("request_line", [b"", b"[]\n", b'{"mode":"nothing"}\n'])
def test_a_request_that_is_none_is_our_own_fault(
    monkeypatch: pytest.MonkeyPatch, request_line: bytes
) -> None:
    with pytest.raises(KeyError):
        serve(monkeypatch, request_line)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_whose_answer_nobody_takes_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("王伟,1\n" * 100_000, encoding="utf-8")
    process = subprocess.Popen(
        reader_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stdin.write(f'{{"mode":"sheet","path":"{path}"}}\n'.encode())
    process.stdin.flush()
    assert process.wait(timeout=10) == 1
    assert process.stderr.read() == b""
    process.stdin.close()
    process.stderr.close()


def test_a_reader_loads_only_what_its_mode_needs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x\n", encoding="utf-8")
    code = (
        f"import sys; sys.path[:] = {[folder for folder in sys.path if folder]!r}\n"
        "from township_ledger.app.reader import main\n"
        "main()\n"
        "heavy = {'PySide6', 'sqlcipher3', 'sqlite_utils', 'openpyxl', 'xlsxwriter', 'reportlab', 'cryptography',\n"
        "         'python_calamine', 'numpy', 'pandas', 'township_ledger.store', 'township_ledger.bundle'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(f'{{"mode":"sheet","path":"{path}"}}\n'.encode())
    process.stdin.flush()
    assert process.stderr.readline().strip() == b"[]"
    assert len(process.stdout.read().splitlines()) == 3
    process.stdin.close()
    process.wait(timeout=10)
    process.stdout.close()
    process.stderr.close()

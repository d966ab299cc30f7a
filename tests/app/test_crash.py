"""A crash report has types, files and lines, and never a message, an argument or a local value."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from township_ledger.app import crash
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    import pytest

SECRET = "34079919900101001X"


def _broken(number: str) -> None:
    try:
        int(number)
    except ValueError as error:
        raise KeyError(number) from error


def _caught() -> BaseException:
    try:
        _broken(SECRET)
    except KeyError as error:
        return error
    raise AssertionError


def test_the_chain_is_told_without_any_text() -> None:
    lines = crash.describe(_caught())
    assert lines[0] == "builtins.KeyError"
    assert "builtins.ValueError" in lines
    assert any(line.strip().startswith("test_crash.py:") and line.endswith("_broken") for line in lines)
    assert SECRET not in "\n".join(lines)


def test_a_fault_of_the_world_is_told_by_its_code() -> None:
    assert crash.describe(WorldFault("file.damaged", file="x"))[0].endswith("WorldFault file.damaged")


def test_files_are_told_without_the_folders_of_a_person() -> None:
    inside = "/home/wangwei/Township/src/township_ledger/store/log.py"
    assert crash._short(inside) == "township_ledger/store/log.py"
    assert (
        crash._short("C:\\Users\\王伟\\lib\\site-packages\\openpyxl\\x.py") == "site-packages/openpyxl/x.py"
    )
    assert crash._short("/home/wangwei/script.py") == "script.py"


def test_a_report_is_written_and_only_the_newest_are_kept(tmp_path: Path) -> None:
    for _ in range(25):
        path = crash.write_report(tmp_path, "cli", _caught())
        assert path is not None
    reports = sorted(tmp_path.glob("crash-*.txt"))
    assert len(reports) == 20
    text = reports[-1].read_text("utf-8")
    assert "township-ledger 0" in text
    assert "python 3." in text
    assert "builtins.KeyError" in text
    assert SECRET not in text


def test_nowhere_to_write_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert crash.write_report(tmp_path / "file", "cli", _caught()) is None


def test_a_fact_that_cannot_be_had_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sys, "platform")
    assert "python unknown: AttributeError" in crash._facts()


PROGRAM = """
import sys, threading
from pathlib import Path
from township_ledger.app import crash
crash.install(Path(sys.argv[1]), "cli", lambda path: print("told", path is not None, flush=True))
if sys.argv[2] == "thread":
    thread = threading.Thread(target=int, args=("34079919900101001X",))
    thread.start(); thread.join()
elif sys.argv[2] == "unraisable":
    class Bad:
        def __del__(self):
            int("34079919900101001X")
    Bad()
elif sys.argv[2] == "exit":
    threading.excepthook(threading.ExceptHookArgs((SystemExit, SystemExit(), None, None)))
elif sys.argv[2] == "stop":
    raise KeyboardInterrupt
else:
    int("34079919900101001X")
"""


def _run(tmp_path: Path, where: str) -> tuple[str, list[Path]]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), where], capture_output=True, text=True, check=False
    )
    assert SECRET not in done.stdout + done.stderr
    return done.stdout, list(tmp_path.glob("crash-*.txt"))


def test_the_net_catches_in_the_main_thread_in_others_and_in_finalisers(tmp_path: Path) -> None:
    for where in ("main", "thread", "unraisable"):
        folder = tmp_path / where
        told, reports = _run(folder, where)
        assert told == "told True\n"
        assert len(reports) == 1
        text = reports[0].read_text("utf-8")
        assert "builtins.ValueError" in text
        assert SECRET not in text


def test_being_stopped_is_no_crash(tmp_path: Path) -> None:
    for where in ("stop", "exit"):
        assert _run(tmp_path, where) == ("", [])


def test_the_hooks_are_ours_only_in_that_child() -> None:
    assert sys.excepthook is sys.__excepthook__ or sys.excepthook.__module__ != crash.__name__
    assert threading.excepthook.__module__ != crash.__name__
    assert Path(crash.__file__).name == "crash.py"

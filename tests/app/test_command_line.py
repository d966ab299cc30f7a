"""The command line's own net: a fault of ours is one sentence, a report, and exit 2."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import command_line, logs
from township_ledger.cli import main as cli_main

if TYPE_CHECKING:
    import logging
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_log_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TOWNSHIP_LEDGER_LOGS", str(tmp_path))

    def open_log(_folder: Path, _process: str) -> logging.Handler | None:
        return None

    monkeypatch.setattr(logs, "open_log", open_log)


@pytest.mark.parametrize("as_json", [True, False])
def test_our_own_fault_leaves_a_report_without_its_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, *, as_json: bool
) -> None:
    def broken(_arguments: list[str], _tools: object) -> int:
        raise ValueError("34079919900101001X")

    monkeypatch.setattr(cli_main, "run", broken)
    assert command_line.run(["rows", *(["--json"] if as_json else [])]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("程序出了错")
    assert ("app.crashed" in told.out) is as_json
    (report,) = tmp_path.glob("crash-cli-*.txt")
    assert "34079919900101001X" not in report.read_text("utf-8") + told.err + told.out


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    program = (
        "import sys; from township_ledger.cli import main\n"
        "def endless(arguments, tools):\n"
        "    for _ in range(100_000): sys.stdout.write('row ' * 100)\n"
        "main.run = endless\n"
        "from township_ledger.app.command_line import run; sys.exit(run(['rows']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(30) == 0
    assert not list(tmp_path.glob("crash-*"))

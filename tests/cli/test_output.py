"""One JSON object or plain lines on stdout; everything else on stderr."""

from __future__ import annotations

import io
import json
import sys

import pytest

from township_ledger.cli.output import Output
from township_ledger.domain.faults import WorldFault


def test_json_goes_to_stdout_alone(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(as_json=True)
    output.say("cli.stopped")
    output.result({"name": "李䶮"}, ["not this"])
    told = capsys.readouterr()
    assert json.loads(told.out) == {"name": "李䶮"}
    assert "李䶮" in told.out
    assert told.err == "已停止，什么都没有写。\n"


def test_without_json_the_lines_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=False).result({"name": 1}, ["一", "二"])
    assert capsys.readouterr().out == "一\n二\n"


@pytest.mark.parametrize("as_json", [True, False])
def test_a_fault_is_one_sentence_on_stderr_and_json_when_asked(
    capsys: pytest.CaptureFixture[str], *, as_json: bool
) -> None:
    Output(as_json=as_json).fault(WorldFault("cli.no_operation"))
    told = capsys.readouterr()
    assert told.err == "没有可以撤销的操作。\n"
    if as_json:
        assert json.loads(told.out) == {
            "error": {"code": "cli.no_operation", "words": "没有可以撤销的操作。"}
        }
    else:
        assert told.out == ""


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_where_somebody_watches_and_wiped_before_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    output = Output(as_json=False)
    output.step("cli.options", 1, 4)
    output.step("cli.options", 1, 4)
    output.step("cli.options", 7)
    output.step("cli.options")
    output.say("cli.stopped")
    wipe = "\r\x1b[2K"
    assert screen.getvalue() == f"选项 1/4{wipe}选项 7{wipe}选项{wipe}已停止，什么都没有写。\n"


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=False).step("cli.options", 1, 4)
    assert capsys.readouterr().err == ""

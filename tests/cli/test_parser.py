"""The grammar of the command line, and its complaints in Chinese."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from township_ledger import words
from township_ledger.cli.opening import VERBS, wants_window
from township_ledger.cli.parser import make_parser
from township_ledger.domain.faults import WorldFault


def test_common_options_stand_before_or_after_the_verb() -> None:
    before = make_parser().parse_args(["--home", "h", "--json", "--as-of", "2026-06-30", "rows", "people"])
    after = make_parser().parse_args(["rows", "people", "--home", "h", "--json", "--as-of", "2026-06-30"])
    assert before == after
    assert (before.home, before.json, before.as_of) == (Path("h"), True, date(2026, 6, 30))
    assert (before.user, before.full_ids, before.csv) == (None, False, False)


@pytest.mark.parametrize(
    ("line", "code", "what"),
    [
        (["rows"], "cli.required", "LEDGER"),
        (["fly"], "cli.no_verb", "fly"),
        (["trust", "fly"], "cli.no_verb", "fly"),
        (["rows", "people", "--xyz"], "cli.unrecognized", "--xyz"),
        (["hours", "--year", "heuer"], "cli.bad_argument", "--year"),
        (["may-enforce", "--on", "2026-02-30"], "cli.bad_argument", "--on"),
        (["rows", "people", "--home"], "cli.bad_argument", "--home"),
        ([], "cli.required", "VERB"),
    ],
)
def test_what_does_not_fit_is_named_in_chinese(line: list[str], code: str, what: str) -> None:
    with pytest.raises(WorldFault) as caught:
        make_parser().parse_args(line)
    assert caught.value.code == code
    assert what in words.explain(caught.value)


def test_an_unforeseen_complaint_still_has_its_sentence() -> None:
    with pytest.raises(WorldFault) as caught:
        make_parser().error("something new")
    assert caught.value.code == "cli.bad_line"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_in_chinese_and_a_function(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args([verb, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：")
    assert not [word for word in ("usage", "options:", "show this", "positional") if word in told]


def test_no_verb_is_forgotten() -> None:
    verbs = {name for line in make_parser().format_help().splitlines() for name in line.split()[:1]}
    assert set(VERBS) <= verbs
    for verb, module in VERBS.items():
        function = f"{verb.replace('-', '_')}_"
        assert callable(getattr(import_module(f"township_ledger.cli.{module}"), function))


@pytest.mark.parametrize(
    ("line", "window"),
    [
        ([], True),
        (["--home", "h"], True),
        (["--home=h"], True),
        (["--home", "rows"], True),
        (["rows", "people"], False),
        (["--home", "h", "rows", "people"], False),
        (["--help"], False),
        (["--version"], False),
        (["--json"], False),
        (["fly"], False),
        (["--fly"], False),
    ],
)
def test_a_line_without_a_verb_wants_the_window(line: list[str], *, window: bool) -> None:
    assert wants_window(line) is window


def test_a_file_alone_wants_the_window(tmp_path: Path) -> None:
    bundle = tmp_path / "a.asics"
    bundle.write_bytes(b"")
    assert wants_window([str(bundle)])
    assert wants_window(["--home", "h", str(bundle)])

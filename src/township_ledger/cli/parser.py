"""The command line's grammar, with help and complaints in Chinese."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from township_ledger.domain.faults import WorldFault
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPLAINTS = (
    # what argparse says → our case; the group holds the argument's name or the word that does not fit
    (re.compile(r"the following arguments are required: (.*)"), "cli.required"),
    (re.compile(r"unrecognized arguments: (.*)"), "cli.unrecognized"),
    (re.compile(r"argument (?:VERB|WHAT): invalid choice: '(.*?)'.*"), "cli.no_verb"),
    (re.compile(r"argument (\S+): .*"), "cli.bad_argument"),
)


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],  # argparse's own, private type
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, sentence("cli.usage_prefix") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that raises `WorldFault` instead of leaving the program."""

    def __init__(self, **keywords: Any) -> None:  # noqa: ANN401 - what argparse takes, passed through
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **keywords)
        self.arguments = self.add_argument_group(sentence("cli.arguments"))
        self.options = self.add_argument_group(sentence("cli.options"))
        self.options.add_argument("-h", "--help", action="help", help=sentence("cli.help.help"))

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what does not fit.

        Raises:
            WorldFault: always.
        """
        for pattern, code in _COMPLAINTS:
            if match := pattern.fullmatch(message):
                raise WorldFault(code, what=match[1], prog=self.prog)
        raise WorldFault("cli.bad_line", prog=self.prog)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(text) from None


def _common(parser: Parser, *, suppress: bool) -> None:
    """Add what stands before a verb or after it; `suppress` keeps the later place from undoing the earlier."""
    default: Any = argparse.SUPPRESS if suppress else None
    off: Any = argparse.SUPPRESS if suppress else False
    add = parser.options.add_argument
    add("--home", type=Path, metavar="DIR", default=default, help=sentence("cli.help.home"))
    add("--user", metavar="NAME", default=default, help=sentence("cli.help.user"))
    add("--json", action="store_true", default=off, help=sentence("cli.help.json"))
    add("--full-ids", action="store_true", default=off, help=sentence("cli.help.full_ids"))
    add("--as-of", type=_day, metavar="DATE", default=default, help=sentence("cli.help.as_of"))


class _Verbs:
    def __init__(self, parser: Parser, dest: str) -> None:
        self._group = parser.add_subparsers(
            title=sentence("cli.verbs"), dest=dest, metavar=dest.upper(), required=True, parser_class=Parser
        )

    def add(self, name: str, code: str = "") -> Parser:
        words = sentence(f"cli.verb.{code or name}")
        verb: Parser = self._group.add_parser(name, help=words, description=words)
        _common(verb, suppress=True)
        return verb


def _argument(parser: Parser, name: str, code: str, **keywords: Any) -> None:  # noqa: ANN401 - argparse's own keywords
    words = sentence(f"cli.help.{code}")
    if name.startswith("-"):
        parser.options.add_argument(name, help=words, **keywords)
    else:
        parser.arguments.add_argument(name, help=words, **keywords)


def _ledgers(verbs: _Verbs) -> None:
    verb = verbs.add("import")
    _argument(verb, "ledger", "ledger", metavar="LEDGER")
    _argument(verb, "file", "file", type=Path, metavar="FILE")
    _argument(verb, "--sheet", "sheet", metavar="NAME")
    _argument(verb, "--skip-hidden", "skip_hidden", action="store_true")
    _argument(verb, "--apply", "apply", action="store_true")
    _argument(verb, "--rejects", "rejects", type=Path, metavar="OUT.xlsx")
    verb = verbs.add("rows")
    _argument(verb, "ledger", "ledger", metavar="LEDGER")
    _argument(verb, "--csv", "csv", action="store_true")
    verb = verbs.add("history")
    _argument(verb, "ledger", "ledger", metavar="LEDGER")
    _argument(verb, "uid", "uid", metavar="UID")
    verb = verbs.add("undo")
    _argument(verb, "operation", "operation", type=int, nargs="?", metavar="OPERATION")
    verbs.add("redo")
    verb = verbs.add("operations")
    _argument(verb, "--limit", "limit", type=int, default=100, metavar="N")
    verb = verbs.add("search")
    _argument(verb, "text", "text", metavar="TEXT")


def _reports(verbs: _Verbs) -> None:
    verb = verbs.add("hours")
    _argument(verb, "--year", "year", type=int, metavar="YYYY")
    verb = verbs.add("may-enforce", "may_enforce")
    _argument(verb, "--on", "on", type=_day, metavar="DATE")
    verb = verbs.add("report")
    _argument(verb, "name", "report", metavar="NAME")
    _argument(verb, "--period", "period", metavar="P")
    _argument(verb, "--out", "out", type=Path, required=True, metavar="DIR")
    _argument(verb, "--format", "format", default="pdf,xlsx", metavar="pdf,xlsx")
    verb = verbs.add("bundle")
    _argument(verb, "--period", "period", required=True, metavar="P")
    _argument(verb, "--out", "out", type=Path, required=True, metavar="DIR")
    _argument(verb, "--code", "code", metavar="CODE")
    _argument(verb, "--type", "type", metavar="TYPE")
    _argument(verb, "--gap", "gap", action="append", default=[], metavar="LEDGER=WHY@DATE")
    _argument(verb, "--clock-is-right", "clock_is_right", action="store_true")


def _keys(verbs: _Verbs) -> None:
    verb = verbs.add("verify")
    _argument(verb, "files", "bundles", type=Path, nargs="+", metavar="FILE")
    _argument(verb, "--trust", "trust", type=Path, action="append", default=[], metavar="PEM")
    verb = verbs.add("trust")
    inner = _Verbs(verb, "what")
    inner.add("list", "trust_list")
    add = inner.add("add", "trust_add")
    _argument(add, "file", "pem", type=Path, metavar="FILE")
    _argument(add, "--unit", "trust_unit", metavar="NAME")
    export = inner.add("export", "trust_export")
    _argument(export, "folder", "folder", type=Path, metavar="DIR")


def _homes(verbs: _Verbs) -> None:
    verb = verbs.add("demo")
    _argument(verb, "folder", "demo", type=Path, nargs="?", metavar="DIR")
    verb = verbs.add("init")
    _argument(verb, "--unit", "unit", required=True, metavar="NAME")
    _argument(verb, "--code", "code", default="", metavar="CODE")
    _argument(verb, "--type", "type", default="", metavar="TYPE")
    _argument(verb, "--person", "person", metavar="NAME")
    verb = verbs.add("backup")
    _argument(verb, "folder", "folder", type=Path, metavar="DIR")
    verb = verbs.add("restore")
    _argument(verb, "file", "backup", type=Path, metavar="FILE")
    verbs.add("audit")
    verbs.add("doctor")


def make_parser() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(prog="township-ledger", description=sentence("cli.description"))
    parser.options.add_argument("--version", action="store_true", help=sentence("cli.help.version"))
    _common(parser, suppress=False)
    verbs = _Verbs(parser, "verb")
    _homes(verbs)
    _ledgers(verbs)
    _reports(verbs)
    _keys(verbs)
    return parser

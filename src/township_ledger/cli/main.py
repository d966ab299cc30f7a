"""Runs one verb: reads the line, does the deed with the tools that `app` hands over, and returns the exit code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from township_ledger import __version__
from township_ledger.cli.opening import VERBS
from township_ledger.cli.output import CANNOT_RUN, GOOD, Output
from township_ledger.cli.parser import make_parser
from township_ledger.cli.password import Password
from township_ledger.domain.faults import Cancelled, WorldFault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from township_ledger.cli.tools import OpenHome, Tools


@dataclass(frozen=True)
class Call:
    """One call of a verb: its arguments, the tools, and where to write."""

    args: argparse.Namespace
    tools: Tools
    output: Output
    password: Password

    @property
    def home(self) -> Path:
        """The home that was named, or the default one."""
        named: Path | None = self.args.home
        return named.absolute() if named else self.tools.default_home()

    @property
    def as_of(self) -> date:
        """The day that reports stand on: `--as-of`, else today."""
        named: date | None = self.args.as_of
        return named or self.tools.clock.now().date()

    def open(self, *, write: bool = False) -> AbstractContextManager[OpenHome]:
        """Unlock the home.

        Raises:
            WorldFault: there is none (`cli.not_home`), or it cannot be opened.
        """
        if not self.tools.is_home(self.home):
            raise WorldFault("cli.not_home", folder=str(self.home))
        return self.tools.open_home(self.home, self.args.user, self.password.known(), write=write)


def run(arguments: list[str], tools: Tools) -> int:
    """Do what `arguments` ask and return 0 (good), 1 (found faults) or 2 (cannot run)."""
    output = Output(as_json="--json" in arguments)
    if arguments == ["--version"]:
        sys.stdout.write(f"{__version__}\n")
        return GOOD
    password = Password()
    try:
        call = Call(make_parser().parse_args(arguments), tools, output, password)
        verb: str = call.args.verb
        module = import_module(f"township_ledger.cli.{VERBS[verb]}")
        do: Callable[[Call], int] = getattr(module, f"{verb.replace('-', '_')}_")
        return do(call)
    except WorldFault as fault:
        output.fault(fault)
    except (Cancelled, KeyboardInterrupt):
        output.fault(WorldFault("cli.stopped"))
    except SystemExit as end:  # --help
        return int(end.code or 0)
    return CANNOT_RUN

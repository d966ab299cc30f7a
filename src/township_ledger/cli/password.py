"""Where the command line's password comes from: the environment (once, then gone) or a prompt."""

from __future__ import annotations

import getpass
import os
import sys

from township_ledger.domain.faults import WorldFault
from township_ledger.words import sentence

VARIABLE = "TOWNSHIP_LEDGER_PASSWORD"


class Password:
    """Reads the variable when made and removes it, so that no child process inherits it."""

    def __init__(self) -> None:
        self._given = os.environ.pop(VARIABLE, None)

    def known(self) -> str:
        """Return the password of a home that exists.

        Raises:
            WorldFault: `cli.no_password` when the variable is not set and nobody can be asked.
        """
        return self._given if self._given is not None else self._ask("cli.ask_password")

    def new(self) -> str:
        """Return a password for a new home; at a prompt it is asked for twice.

        Raises:
            WorldFault: `cli.no_password`; `cli.not_the_same` when the two do not agree.
        """
        if self._given is not None:
            return self._given
        password = self._ask("cli.ask_new_password")
        if self._ask("cli.ask_again") != password:
            raise WorldFault("cli.not_the_same")
        return password

    @staticmethod
    def _ask(code: str) -> str:
        if not sys.stdin or not sys.stdin.isatty():
            raise WorldFault("cli.no_password")
        return getpass.getpass(sentence(code))

"""What the command line writes: one JSON object or plain lines on stdout, messages on stderr."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from township_ledger import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from township_ledger.domain.faults import Param, WorldFault

Json = dict[str, object]

GOOD, FOUND_FAULTS, CANNOT_RUN = 0, 1, 2
"""The exit codes."""


class Output:
    """One run's output. Its JSON object is written once; what is said beside it goes to stderr."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self._shown = ""

    def say(self, code: str, **params: Param) -> None:
        """Write the sentence of `code` to stderr."""
        self._clear()
        sys.stderr.write(words.sentence(code, **params) + "\n")

    def result(self, result: Json, lines: Iterable[str] = ()) -> None:
        """Write `result` when JSON was asked for, otherwise `lines`."""
        self._clear()
        if self.as_json:
            json.dump(result, sys.stdout, ensure_ascii=False)
            sys.stdout.write("\n")
        else:
            for line in lines:
                sys.stdout.write(line + "\n")
        sys.stdout.flush()

    def fault(self, fault: WorldFault) -> None:
        """Tell of a fault of the world: its sentence on stderr, and as JSON when that was asked for."""
        self._clear()
        told = words.explain(fault)
        sys.stderr.write(told + "\n")
        if self.as_json:
            self.result({"error": {"code": fault.code, "words": told}})

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        """Show the stage of a long deed where somebody watches (a `usecases.progress.Progress`)."""
        if not sys.stderr.isatty():
            return
        told = words.sentence(what) + (f" {done}/{total}" if total else f" {done}" if done else "")
        if told != self._shown:
            self._clear()
            sys.stderr.write(told)
            sys.stderr.flush()
            self._shown = told

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            self._shown = ""

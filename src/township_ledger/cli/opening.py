"""Which verbs there are, told without loading anything: the entry decides by it between window and command line."""

from __future__ import annotations

VERBS = {
    "demo": "demo_verb",
    "init": "home_verbs",
    "import": "import_verb",
    "rows": "ledger_verbs",
    "history": "ledger_verbs",
    "undo": "ledger_verbs",
    "redo": "ledger_verbs",
    "operations": "ledger_verbs",
    "search": "ledger_verbs",
    "hours": "report_verbs",
    "may-enforce": "report_verbs",
    "report": "report_verbs",
    "bundle": "bundle_verbs",
    "verify": "bundle_verbs",
    "trust": "bundle_verbs",
    "backup": "home_verbs",
    "restore": "home_verbs",
    "audit": "home_verbs",
    "doctor": "home_verbs",
}
"""Verb → the module of this package that has it as a function `<verb>_` (dashes are underscores there)."""

_WITH_VALUE = frozenset({"--home", "--user", "--as-of"})
_NO_WINDOW = frozenset({"--help", "-h", "--version", "--json", "--full-ids"})


def wants_window(arguments: list[str]) -> bool:
    """Whether `arguments` name no verb: nothing at all, a home, or one file to show."""
    rest = iter(arguments)
    for argument in rest:
        if argument in _NO_WINDOW:
            return False
        if argument in _WITH_VALUE:
            next(rest, None)
        elif argument in VERBS:
            return False
        elif not argument.startswith("-"):
            return _names_a_file(argument)
        elif argument.partition("=")[0] not in _WITH_VALUE:
            return False
    return True


def _names_a_file(argument: str) -> bool:
    from pathlib import Path

    return Path(argument).is_file()

"""Which verbs there are, told without loading anything: the entry decides by it between window and command line."""

from __future__ import annotations

VERBS = (
    "demo", "init", "import", "rows", "history", "undo", "redo", "operations", "search", "hours", "may-enforce",
    "report", "bundle", "verify", "trust", "backup", "restore", "audit", "doctor",
)  # fmt: skip

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

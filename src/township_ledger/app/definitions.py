"""The definitions in use: the program's own, and those of a folder that a developer names to try one."""

from __future__ import annotations

import os
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from township_ledger.app.paths import resource
from township_ledger.domain.definition_files import load_ledgers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.plans import Plan

VARIABLE = "TOWNSHIP_LEDGER_DEFINITIONS"
"""Names a folder of further `*.toml`: a definition can be tried before it is added to `resources/ledgers/`."""


def definition_files() -> dict[str, Path]:
    """Return the definition files by name, those of `VARIABLE` after the program's own."""
    folders = [resource("ledgers")]
    if named := os.environ.get(VARIABLE):
        folders.append(Path(named))
    return {file.name: file for folder in folders for file in sorted(folder.glob("*.toml"))}


@cache
def ledgers() -> Mapping[str, Ledger]:
    """Return the ledgers in use by name; read once a process.

    Raises:
        DefinitionFault: a file names its dotted key (or line).
    """
    return load_ledgers({name: partial(file.read_text, "utf-8") for name, file in definition_files().items()})


@cache
def plan() -> Plan:
    """Return the built-in plan pack; read once a process.

    Raises:
        WorldFault: `plan.…`, naming the file and the dotted key.
    """
    from township_ledger.domain.plans import parse_plan

    file = resource("plans", "standing-duties", "plan.toml")
    return parse_plan(file.read_text("utf-8"), file.name)

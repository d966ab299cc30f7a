"""The deeds that a worker process can do (ARCHITECTURE.md lists their arguments and results)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from township_ledger.app.worker import Job, Json

# deed → the module of this package that has it as a function; imported when it is asked for
_MODULES: dict[str, str] = {}


def deed(name: str) -> Callable[[Job], Json]:
    """Return the function that does the deed `name`.

    Raises:
        WorldFault: `app.unknown_deed`: window and worker are of different versions.
    """
    if name not in _MODULES:
        raise WorldFault("app.unknown_deed")
    module = import_module(f"township_ledger.app.{_MODULES[name]}")
    return cast("Callable[[Job], Json]", getattr(module, name.replace("-", "_")))

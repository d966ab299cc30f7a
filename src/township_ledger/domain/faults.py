"""The two kinds of error, first kind: what the world does wrong.

Whatever a clerk can meet (a damaged file, a full stick, a wrong password) is a `WorldFault`: a code and its
parameters, turned into a Chinese sentence by `words`. Anything else that is raised is our own fault and goes to
the crash net.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Param = str | int | float


class WorldFault(Exception):
    """A fault of the world, told to the clerk in plain words.

    `code` is looked up in `words`; `params` fill its sentence. Parameters may hold file names, cell addresses and
    counts, never ID numbers, passwords or keys: they may end up in a log.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, Param] = MappingProxyType(dict(params))

    def __str__(self) -> str:
        """Return the code alone, so that a stray log line carries no data."""
        return self.code


class Cancelled(Exception):
    """The clerk stopped a long deed; nothing was written."""

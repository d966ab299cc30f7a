"""`outbox.json`: the number of the last bundle, kept outside the database, so that it survives a restored one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from township_ledger.store.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path


class FileOutbox:
    """Implements `usecases.bundle_ports.Outbox`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def highest(self) -> int:
        """Return the highest number ever sent; 0 when there is none, or the file tells nothing."""
        try:
            value = json.loads(self._path.read_bytes())["highest"]
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0

    def raise_to(self, number: int) -> None:
        """Keep `number` when it is higher than what is kept.

        Raises:
            WorldFault: `store.full`, `store.read_only`, `store.disk`; what was kept stands.
        """
        if number > self.highest():
            replace_file(self._path, json.dumps({"highest": number}).encode())

"""What lies where in a home. Nothing is imported: the window's first page waits for this."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "ledger.db"
KEYS, KEYS_TWIN = "keys.json", "keys.bak.json"
OUTBOX = "outbox.json"
TEMPORARY = "tmp"
BACKUPS, SENT, RECEIVED = "backups", "sent", "received"
FOLDERS = (BACKUPS, SENT, RECEIVED)


def is_home(folder: Path) -> bool:
    """Whether `folder` holds a home."""
    return (folder / DATABASE).is_file()

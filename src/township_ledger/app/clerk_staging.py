"""What can be done beside the main thread about an import's staging file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path


def load_staging_room() -> None:
    """Load the modules that read a staging file: some hundredths of a second, better not when the preview appears."""
    for name in ("store.staging", "words.imports", "words.values"):
        import_module(f"township_ledger.{name}")


def remove_staging(path: str) -> None:
    """Remove a staging file; a large one takes a moment."""
    from township_ledger.store.connection import remove_database

    remove_database(Path(path))


def ignore(_end: object) -> None:
    """Take the end of work that nobody waits for."""

"""The port through which deeds read a sheet from outside.

The bytes are opened in a reader process without key or home (security.md §2); what arrives here are plain rows whose
types and bounds have been checked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from township_ledger.domain.sheets import RowChunk, SheetHead
    from township_ledger.usecases.progress import Progress


class OpenSheet(NamedTuple):
    """A sheet being read. `chunks` can be walked once, inside the `with` block only."""

    head: SheetHead
    chunks: Iterator[RowChunk]


class SheetReader(Protocol):
    """Opens one sheet of one file from outside."""

    def open_sheet(
        self,
        path: Path,
        *,
        sheet: str | None = None,
        encoding: str | None = None,
        progress: Progress,
    ) -> AbstractContextManager[OpenSheet]:
        """Open `path` by its content.

        Args:
            path: the file.
            sheet: a sheet's name; None takes the first visible sheet that is not empty.
            encoding: forces the encoding of a text file (a name that `SheetHead.encoding` gives); None guesses.
            progress: `step("stage.reading", rows, total)` is called at most ten times a second, also while the file
                is still being opened; when it raises, the reader is ended.

        Raises (when entering, or from the iterator):
            WorldFault: `file.*` or `sheet.*`, each kind of bad file its own code.
            Cancelled: from `progress`.
        """
        ...

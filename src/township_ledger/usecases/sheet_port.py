"""The port through which deeds read a sheet from outside.

The bytes are opened in a reader process without key or home; what arrives here are plain rows whose
types and bounds have been checked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from township_ledger.domain.readings import Raw
    from township_ledger.domain.sheets import RejectedRow, RowChunk, SheetHead
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


class RejectedRowsWriter(Protocol):
    """Writes the rows that did not go in as a workbook, so that they can be mended and dropped back."""

    def write(
        self, path: Path, header: Sequence[Sequence[Raw]], rows: Iterable[RejectedRow], *, progress: Progress
    ) -> int:
        """Write `path` (replacing it) and return the number of rows.

        The source's header rows come first, a column 说明 with the reason last; all text stays text.

        Raises:
            WorldFault: `sheet.not_written` when the place cannot be written.
            Cancelled: from `progress`; then no file is left.
        """
        ...

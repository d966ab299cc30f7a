"""The port to an import's staging file: encrypted under its own throw-away key, it outlives the worker that made it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from township_ledger.domain.imports import PreviewRow, SourceColumn
    from township_ledger.usecases.import_source import Decisions, SourceSheet


@dataclass(frozen=True, slots=True)
class StagedSettings:
    """What an import was told and what it found, so that another process can go on with it.

    `salt` makes the uids of new rows, `job` finds the operation when its answer was lost, `plan` is the fingerprint
    of the classification that the clerk has seen, `operation` the ledgers' newest operation at that time.
    """

    ledger: str
    job: str
    salt: bytes
    mapping: tuple[SourceColumn, ...] | None = None
    skip_hidden: bool = False
    decisions: Decisions = field(default_factory=dict)
    plan: str = ""
    operation: int = 0


class Staging(Protocol):
    """One staged import."""

    def keep_source(self, source: SourceSheet) -> None:
        """Keep the sheet as it was read."""
        ...

    def source(self) -> SourceSheet:
        """Return the sheet as it was read.

        Raises:
            WorldFault: `import.staging_gone` when nothing was kept.
        """
        ...

    def keep_preview(self, settings: StagedSettings, rows: Iterable[PreviewRow]) -> None:
        """Replace settings and preview rows in one transaction."""
        ...

    def settings(self) -> StagedSettings:
        """Return the settings of the newest preview.

        Raises:
            WorldFault: `import.staging_gone` when nothing was kept.
        """
        ...

"""What making a bundle asks of the store, of the bundle room and of the home's folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from township_ledger.domain.bundles import ChainHead, ChainLink, Manifest, SentBundle, StoredKey
    from township_ledger.usecases.ports import LedgerReader, Transaction
    from township_ledger.usecases.progress import Progress


class BundleRecords(Protocol):
    """What the store keeps about bundles. Writing happens inside a transaction of the one write path."""

    def signing_key(self) -> StoredKey | None:
        """Return the unit's key in force, None before the first bundle."""
        ...

    def sent(self, limit: int = 100) -> list[SentBundle]:
        """Return the bundles made, newest first."""
        ...

    def head(self) -> ChainHead:
        """Return the newest link of the log."""
        ...

    def links(self, after: int, last: int) -> list[ChainLink]:
        """Return the links with numbers above `after` up to `last`, in order."""
        ...

    def link_at(self, number: int) -> str:
        """Return the link of one operation (hex)."""
        ...

    def keep_key(self, transaction: Transaction, key: StoredKey) -> None:
        """Keep a new signing key."""
        ...

    def keep_sent(self, transaction: Transaction, bundle: SentBundle) -> None:
        """Keep what was sent."""
        ...

    def note_read_back(self, transaction: Transaction, sequence: int, at: str) -> None:
        """Keep when a bundle was last written and read back."""
        ...


class Outbox(Protocol):
    """The highest number sent, kept outside the database, so that a restored one continues above it."""

    def highest(self) -> int:
        """Return it; 0 when nothing was sent."""
        ...

    def raise_to(self, number: int) -> None:
        """Keep `number` when it is higher.

        Raises:
            WorldFault: `store.full`, `store.read_only`, `store.disk`; what was kept stands.
        """
        ...


@dataclass(frozen=True, slots=True)
class PackedData:
    """The files of `data/` by path, and how many personal numbers in free text were masked."""

    files: Mapping[str, bytes]
    masked_ids: int
    masked_phones: int


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A bundle's file in the home's `sent` folder."""

    path: Path
    payload_sha256: str
    manifest: str


class Packer(Protocol):
    """The bundle room: keys, data package, container."""

    def new_key(self, unit: str, made_at: datetime) -> StoredKey:
        """Make a signing key for the unit of this name."""
        ...

    def data(self, reader: LedgerReader, manifest: Manifest, progress: Progress) -> PackedData:
        """Return the data package of all ledgers."""
        ...

    def write(
        self,
        name: str,
        manifest: Manifest,
        contents: Mapping[str, bytes],
        key: StoredKey,
        signed_at: datetime,
    ) -> PackedFile:
        """Write and flush the container under `name` in the home's `sent` folder.

        Raises:
            WorldFault: `bundle.too_large`, `bundle.key_damaged`, or `drive.*` when the disk refuses.
        """
        ...

    def discard(self, packed: PackedFile) -> None:
        """Remove a file that was not sent after all."""
        ...

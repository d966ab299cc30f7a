"""What a home keeps about bundles: its signing key, the keys of others, what was sent, and the chain to be sent along.

Writing methods take the transaction that they belong to: there is one way to write.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from township_ledger.domain.bundles import (
    ChainHead,
    ChainLink,
    KeyRole,
    SentBundle,
    StoredKey,
    TrustedKey,
)
from township_ledger.store.log import head_of

if TYPE_CHECKING:
    from township_ledger.store.connection import Connection
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.usecases.ports import Transaction

LAST_BUNDLE = "last_bundle"
"""The value of the home that holds `<sequence>:<payload digest>`: so both stand in the log and under its chain."""

_SENT = (
    "sequence, period, as_of, made_at, payload_sha256, previous, replaces, operation, chain_link, file_name,"
    " read_back, manifest"
)


class SqlBundleRecords:
    """Implements the ports `usecases.bundle_ports.BundleRecords` and `usecases.trust_keys.TrustRecords`."""

    def __init__(self, store: SqlLedgerStore) -> None:
        self._connection: Connection = store.connection

    def signing_key(self) -> StoredKey | None:
        """Return the unit's key in force, None before the first bundle."""
        row = self._connection.one(
            "SELECT suite, pkcs8, spki, certificate, made_at FROM signing_key WHERE retired_at IS NULL"
            " ORDER BY id DESC LIMIT 1"
        )
        if row is None:
            return None
        suite, pkcs8, spki, certificate, made_at = row
        return StoredKey(suite, pkcs8, spki, certificate, datetime.fromisoformat(made_at))

    def keep_key(self, transaction: Transaction, key: StoredKey) -> None:
        """Keep a new signing key; its digest stands in the operation."""
        transaction.detail(new_key=1)
        self._connection.execute(
            "INSERT INTO signing_key (suite, pkcs8, spki, certificate, made_at) VALUES (?, ?, ?, ?, ?)",
            (key.suite, key.pkcs8, key.spki, key.certificate, _utc(key.made_at)),
        )

    def sent(self, limit: int = 100) -> list[SentBundle]:
        """Return the bundles made, newest first."""
        rows = self._connection.all(
            f"SELECT {_SENT} FROM sent_bundle ORDER BY sequence DESC LIMIT ?", (limit,)
        )
        return [SentBundle(*row) for row in rows]

    def keep_sent(self, transaction: Transaction, bundle: SentBundle) -> None:
        """Keep what was sent."""
        # The operation's own row is written at the end of the transaction; until COMMIT the reference may wait.
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        self._connection.execute(
            f"INSERT INTO sent_bundle ({_SENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                bundle.sequence, bundle.period, bundle.as_of, bundle.made_at, bundle.payload_sha256,
                bundle.previous, bundle.replaces, bundle.operation, bundle.chain_link, bundle.file_name,
                bundle.read_back, bundle.manifest,
            ),
        )  # fmt: skip
        transaction.set(LAST_BUNDLE, f"{bundle.sequence}:{bundle.payload_sha256}")

    def note_read_back(self, transaction: Transaction, sequence: int, at: str) -> None:
        """Keep when a bundle was last written and read back."""
        transaction.detail(sequence=sequence)
        self._connection.execute("UPDATE sent_bundle SET read_back = ? WHERE sequence = ?", (at, sequence))

    def head(self) -> ChainHead:
        """Return the newest link of the log."""
        head = head_of(self._connection)
        return ChainHead(head.number, head.link.hex(), head.at)

    def links(self, after: int, last: int) -> list[ChainLink]:
        """Return the links with numbers above `after` up to `last`, in order."""
        rows = self._connection.all(
            "SELECT number, at, actor, kind, digest FROM operation WHERE number > ? AND number <= ?"
            " ORDER BY number",
            (after, last),
        )
        return [ChainLink(number, at, actor, kind, digest.hex()) for number, at, actor, kind, digest in rows]

    def link_at(self, number: int) -> str:
        """Return the link of one operation (hex).

        Raises:
            KeyError: there is no such operation.
        """
        link = self._connection.value("SELECT link FROM operation WHERE number = ?", (number,))
        if link is None:
            raise KeyError(number)
        return bytes(link).hex()

    def trusted(self) -> list[TrustedKey]:
        """Return the registered keys, those in force first, each by unit and time."""
        rows = self._connection.all(
            "SELECT spki_sha256, pem, unit_name, unit_code, role, added_at, coalesce(retired_at, '')"
            " FROM trusted_key ORDER BY retired_at IS NOT NULL, unit_name, added_at"
        )
        return [
            TrustedKey(digest, pem, name, code, KeyRole(role), added, retired)
            for digest, pem, name, code, role, added, retired in rows
        ]

    def keep_trusted(self, transaction: Transaction, key: TrustedKey) -> None:
        """Register a key."""
        transaction.detail(key_sha256=key.key_sha256)
        self._connection.execute(
            "INSERT INTO trusted_key (spki_sha256, pem, unit_name, unit_code, role, added_at, retired_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                key.key_sha256, key.pem, key.unit_name, key.unit_code, key.role.value, key.added_at,
                key.retired_at or None,
            ),
        )  # fmt: skip


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")

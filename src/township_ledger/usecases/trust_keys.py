"""Registered keys: pinning another unit's key, listing them, and handing out one's own with a sheet to compare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Protocol

from township_ledger.domain.bundles import KeyRole, StoredKey, TrustedKey, certificate_name, unit_in_file_name
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.registration import key_digest, registration_code
from township_ledger.domain.rows import OperationKind
from township_ledger.usecases.make_bundle import unit_of

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.bundles import Unit
    from township_ledger.usecases.ports import Clock, LedgerStore, Transaction
    from township_ledger.usecases.progress import Progress
    from township_ledger.usecases.verify_bundle import KeylessReader

_LONGEST_PEM = 16_384
_LONGEST_NAME = 200


class TrustRecords(Protocol):
    """What the store keeps about keys."""

    def signing_key(self) -> StoredKey | None:
        """Return the unit's own key in force, None before the first bundle."""
        ...

    def trusted(self) -> list[TrustedKey]:
        """Return the registered keys, those in force first, each by unit and time."""
        ...

    def keep_trusted(self, transaction: Transaction, key: TrustedKey) -> None:
        """Register a key."""
        ...


@dataclass(frozen=True, slots=True)
class RegistrationSheet:
    """What the printed sheet says."""

    unit: Unit
    code: str  # 8 groups of 4
    made_on: str  # 2026-07-01, the day from which the key is used


class SheetRenderer(Protocol):
    """Draws the registration sheet; equal input gives equal bytes."""

    def render(self, sheet: RegistrationSheet) -> bytes:
        """Return one A4 page as PDF."""
        ...


class FolderWriter(Protocol):
    """Writes small files beside others without touching these."""

    def save(self, folder: Path, name: str, data: bytes) -> Path:
        """Write a new file; the same content under the same name is left as it is.

        Raises:
            WorldFault: `drive.*`.
        """
        ...


def own_key(key: StoredKey, unit: Unit) -> TrustedKey:
    """Return the unit's own key as a registered one: so it verifies what it has just made."""
    return TrustedKey(key_digest(key.spki), "", unit.name, unit.code)


def code_of(key: StoredKey) -> str:
    """Return the registration code of the unit's own key."""
    return registration_code(key_digest(key.spki))


def read_key(path: Path, reader: KeylessReader, progress: Progress) -> TrustedKey:
    """Return the key of a certificate file, as a reader without key tells it.

    Raises:
        WorldFault: `trust.not_certificate`, `trust.not_p256`, `trust.no_unit`, `file.*`.
    """
    answer = reader.ask({"mode": "bundle", "what": "certificate", "path": str(path.absolute())}, progress)
    digest, pem, unit = (answer.get(name) for name in ("key_sha256", "pem", "unit_name"))
    if not isinstance(digest, str) or not isinstance(pem, str) or not isinstance(unit, str):
        raise WorldFault("file.unsafe")
    hexadecimal = len(digest) == 64 and set(digest) <= set("0123456789abcdef")
    if not hexadecimal or len(pem) > _LONGEST_PEM or not 0 < len(unit) <= _LONGEST_NAME:
        raise WorldFault("file.unsafe")
    return TrustedKey(digest, pem, unit)


def add_trusted(
    key: TrustedKey, unit_name: str, store: LedgerStore, records: TrustRecords, clock: Clock
) -> TrustedKey:
    """Register a key to the unit of this name (empty: the name in the certificate). Pinning twice changes nothing.

    Raises:
        WorldFault: `trust.name_differs` when the certificate names another unit, `trust.other_unit` when the key is
            registered to another, `trust.unit_has_key` when the unit has another key in force: a changed key is a
            loud event.
    """
    name = unit_name.strip() or key.unit_name
    if certificate_name(name) != key.unit_name:
        raise WorldFault("trust.name_differs", unit=name, certificate=key.unit_name)
    for known in records.trusted():
        if known.key_sha256 == key.key_sha256:
            if known.unit_name != name:
                raise WorldFault("trust.other_unit", unit=known.unit_name)
            return known
        if known.unit_name == name and not known.retired_at:
            raise WorldFault("trust.unit_has_key", unit=name, mark=registration_code(known.key_sha256))
    at = clock.now().astimezone(UTC).isoformat(timespec="seconds")
    added = replace(key, unit_name=name, role=KeyRole.TOWNSHIP, added_at=at)
    with store.transaction(OperationKind.TRUST, key_sha256=key.key_sha256) as transaction:
        records.keep_trusted(transaction, added)
    return added


def export_own_key(
    folder: Path,
    store: LedgerStore,
    records: TrustRecords,
    pem_of: PemOf,
    sheet: SheetRenderer,
    writer: FolderWriter,
) -> tuple[Path, Path]:
    """Write the unit's certificate (PEM) and its registration sheet (PDF) into `folder`; returns both paths.

    Raises:
        WorldFault: `bundle.no_unit`, `trust.no_key` before the first bundle, `drive.*`.
    """
    unit = unit_of(store)
    key = records.signing_key()
    if key is None:
        raise WorldFault("trust.no_key")
    stem = unit_in_file_name(unit.name)
    made_on = key.made_at.astimezone().date().isoformat()
    page = sheet.render(RegistrationSheet(unit, code_of(key), made_on))
    pem = writer.save(folder, f"{stem}-signer.pem", pem_of(key))
    return pem, writer.save(folder, f"{stem}-登记单.pdf", page)


class PemOf(Protocol):
    """Gives a key's certificate as PEM; `bundle.packer.certificate_pem`."""

    def __call__(self, key: StoredKey) -> bytes:
        """Return the certificate as PEM."""
        ...


def trusted_json(key: TrustedKey) -> dict[str, object]:
    """Return one registered key as `trust list --json` gives it."""
    return {
        "unit": key.unit_name,
        "code": key.unit_code or None,
        "registration_code": registration_code(key.key_sha256),
        "key_sha256": key.key_sha256,
        "role": key.role.value,
        "added_at": key.added_at,
        "retired_at": key.retired_at or None,
    }

"""The bundle room as `usecases.bundle_ports` sees it: keys, data package, and a container in the home's `sent` folder."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding

from township_ledger.bundle.container import MAX_CONTAINER_BYTES
from township_ledger.bundle.data_package import build_data_package
from township_ledger.bundle.delivery import flush_folder
from township_ledger.bundle.packing import Packed, write_bundle
from township_ledger.bundle.signing import SigningKey, load_signing_key, new_signing_key
from township_ledger.domain.bundles import Manifest, StoredKey
from township_ledger.domain.faults import WorldFault
from township_ledger.usecases.bundle_ports import PackedData, PackedFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from township_ledger.usecases.ports import LedgerReader
    from township_ledger.usecases.progress import Progress


class BundlePacker:
    """Implements `usecases.bundle_ports.Packer` for the `sent` folder of a home."""

    def __init__(self, sent: Path) -> None:
        self._sent = sent

    def new_key(self, unit: str, made_at: datetime) -> StoredKey:
        """Make a signing key for the unit of this name."""
        key = new_signing_key(unit)
        return StoredKey(key.suite, key.pkcs8(), key.spki(), key.certificate_der(), made_at)

    def data(self, reader: LedgerReader, manifest: Manifest, progress: Progress) -> PackedData:
        """Return the data package of all ledgers."""
        about: dict[str, object] = {
            "name": f"bundle-{manifest.period.lower()}",
            "title": f"{manifest.unit.name} {manifest.period}",
            "created": manifest.made_at,
        }
        package = build_data_package(reader, reader.ledgers(), about, progress)
        return PackedData(
            package.files,
            sum(count.id_numbers for count in package.masked.values()),
            sum(count.phones for count in package.masked.values()),
        )

    def write(
        self,
        name: str,
        manifest: Manifest,
        contents: Mapping[str, bytes],
        key: StoredKey,
        signed_at: datetime,
    ) -> PackedFile:
        """Write and flush the container under `name`.

        A file of this name can only be left from a bundle that was never recorded, and gives way.

        Raises:
            WorldFault: `bundle.too_large`, `bundle.key_damaged`, `drive.home_full` or `drive.home_unwritable`.
        """
        signer = load_stored_key(key)
        if sum(map(len, contents.values())) > MAX_CONTAINER_BYTES:
            raise WorldFault("bundle.too_large")
        path = self._sent / name
        partial = path.with_name(path.name + ".part")
        try:
            packed = self._write(partial, manifest, contents, signer, signed_at)
            partial.replace(path)
            flush_folder(self._sent)
        except ValueError as error:
            raise WorldFault("bundle.too_large") from error
        except OSError as error:
            raise _fault_of(error) from error
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        return PackedFile(path, packed.payload_sha256, packed.manifest.decode())

    def discard(self, packed: PackedFile) -> None:
        """Remove a file that was not sent after all."""
        with suppress(OSError):
            packed.path.unlink(missing_ok=True)

    def _write(
        self,
        partial: Path,
        manifest: Manifest,
        contents: Mapping[str, bytes],
        signer: SigningKey,
        signed_at: datetime,
    ) -> Packed:
        self._sent.mkdir(exist_ok=True)
        with partial.open("wb") as file:
            packed = write_bundle(file, manifest, contents, signer, signer.certificate_der(), signed_at)
            file.flush()
            os.fsync(file.fileno())
        return packed


def load_stored_key(key: StoredKey) -> SigningKey:
    """Return the key that the database keeps.

    Raises:
        WorldFault: `bundle.key_damaged`.
    """
    try:
        return load_signing_key(key.pkcs8, key.certificate)
    except ValueError as error:
        raise WorldFault("bundle.key_damaged") from error


def certificate_pem(key: StoredKey) -> bytes:
    """Return the certificate of the unit's own key as PEM."""
    return load_stored_key(key).certificate.public_bytes(Encoding.PEM)


def _fault_of(error: OSError) -> WorldFault:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return WorldFault("drive.home_full")
    return WorldFault("drive.home_unwritable")

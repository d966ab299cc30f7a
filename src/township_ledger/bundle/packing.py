"""Putting a bundle together: files and manifest into a container, in one pass over their bytes.

Order of the payload: reports, data, README.txt, and bundle.json last, because it tells of the others' digests.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from township_ledger.bundle.canonical_zip import Method, start_deflating
from township_ledger.bundle.cms import make_mark
from township_ledger.bundle.container import ContainerWriter
from township_ledger.bundle.manifest import MANIFEST_NAME, manifest_bytes
from township_ledger.bundle.payload_names import README_NAME
from township_ledger.bundle.readme import readme_bytes
from township_ledger.domain.bundles import FileEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from township_ledger.bundle.signing import Signer
    from township_ledger.domain.bundles import Manifest

_DEFLATED = (".csv", ".json", ".txt")
_FOLDERS = ("reports/", "data/")


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written."""

    payload_sha256: str
    manifest: bytes


def write_bundle(
    file: BinaryIO,
    manifest: Manifest,
    contents: Mapping[str, bytes],
    signer: Signer,
    certificate: bytes,
    signed_at: datetime,
) -> Packed:
    """Write a container to `file`, which can seek.

    Args:
        file: an empty file.
        manifest: everything but `files`, which is made here.
        contents: the files by their paths under `reports/` and `data/`.
        signer: who signs.
        certificate: the signer's certificate, DER.
        signed_at: the time of signing, aware.

    Raises:
        ValueError: a path outside the two folders, or more than a container holds.
        OSError: from the file.
    """
    if not all(path.startswith(_FOLDERS) for path in contents):
        raise ValueError("a file of a bundle stands under reports/ or data/")
    writer = ContainerWriter(file)
    entries: list[FileEntry] = []
    ordered = sorted(contents, key=lambda path: (not path.startswith(_FOLDERS[0]), path))
    readme = {README_NAME: readme_bytes(manifest, signer.spki(), signed_at)}
    # What must be deflated is packed by other threads while this one hashes and writes what is only stored.
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        waiting = {
            path: start_deflating(contents[path], pool) for path in ordered if path.endswith(_DEFLATED)
        }
        for path in (*ordered, README_NAME):
            content = contents[path] if path in contents else readme[path]
            entries.append(FileEntry(path, len(content), hashlib.sha256(content).hexdigest()))
            method = Method.DEFLATED if path.endswith(_DEFLATED) else Method.STORED
            writer.payload.add(path, content, method, waiting.pop(path, None))
    data = manifest_bytes(replace(manifest, files=tuple(entries)))
    writer.payload.add(MANIFEST_NAME, data, Method.DEFLATED)
    digest = writer.finish(lambda content_digest: make_mark(content_digest, signed_at, signer, certificate))
    return Packed(digest.hex(), data)

"""The checks inside payload.zip, once the mark holds: structure, files, data package, personal numbers, figures, chain.

Every member is unpacked once, in pieces, and at most to the size that its header states; the sum of these sizes is
limited before anything is unpacked.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import Queue
from typing import TYPE_CHECKING

from township_ledger.bundle.canonical_zip import ArchiveFault, Member, content_of, read_archive
from township_ledger.bundle.figure_checks import check_figures, wanted_cells
from township_ledger.bundle.manifest import MANIFEST_NAME, MAX_BYTES, ManifestFault
from township_ledger.bundle.package_checks import check_package
from township_ledger.bundle.payload_names import belongs_to_a_bundle, shown_name, unsafe_reason
from township_ledger.bundle.personal_data import count_id_numbers
from township_ledger.bundle.sheet_text import BadSheet, Look, look_through
from township_ledger.domain.bundles import BundleKind
from township_ledger.domain.chain import link_after
from township_ledger.domain.verdicts import Check, CheckState, Note, fault_check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from township_ledger.bundle.canonical_zip import Buffer
    from township_ledger.domain.bundles import FileEntry, Manifest

MAX_MEMBER_BYTES = 128 << 20
MAX_UNPACKED_BYTES = 384 << 20
_MEBIBYTE = 1 << 20
_PIECES_AHEAD = 8  # unpacked pieces of at most 1 MiB that may wait to be searched


@dataclass(frozen=True, slots=True)
class Payload:
    """payload.zip with its members by name; the form is ours, the content untrusted."""

    untrusted: memoryview
    members: dict[str, Member]

    def content(self, name: str) -> Iterator[Buffer]:
        """Yield a member's content in pieces (see `canonical_zip.content_of`)."""
        return content_of(self.untrusted, self.members[name])

    def whole(self, name: str) -> bytes:
        """Return a member's content in one piece."""
        return b"".join(self.content(name))


@dataclass(slots=True)
class _Read:
    """What one pass over a member gave."""

    sha256: str = ""
    broken: bool = False
    id_numbers: int = 0
    look: Look | None = None


def open_payload(untrusted: memoryview) -> Payload | Check:
    """Return the payload, or the check `structure` with every fault of its form, names and sizes."""
    try:
        members = read_archive(untrusted)
    except ArchiveFault as fault:
        note = Note(f"check.structure.{fault.case}", {"name": shown_name(fault.name)})
        return fault_check("structure", [note])
    notes = [
        Note(f"check.structure.{reason}", {"name": shown_name(member.name)})
        for member in members
        if (reason := unsafe_reason(member.name))
    ]
    folded: set[str] = set()
    for member in members:
        if member.name.lower() in folded:
            notes.append(Note("check.structure.doubled", {"name": shown_name(member.name)}))
        folded.add(member.name.lower())
    total = sum(member.size for member in members)
    notes += [
        Note("check.structure.large", {"name": shown_name(member.name), "size": member.size // _MEBIBYTE})
        for member in members
        if member.size > MAX_MEMBER_BYTES
    ]
    if total > MAX_UNPACKED_BYTES:
        notes.append(Note("check.structure.total", {"size": total // _MEBIBYTE}))
    return fault_check("structure", notes) if notes else Payload(untrusted, {m.name: m for m in members})


def read_listed_manifest(payload: Payload) -> bytes:
    """Return the bytes of bundle.json.

    Raises:
        ManifestFault: `absent`, `size`, or `broken` when its bytes do not unpack.
    """
    member = payload.members.get(MANIFEST_NAME)
    if member is None:
        raise ManifestFault("absent")
    if member.size > MAX_BYTES:
        raise ManifestFault("size")
    try:
        return payload.whole(MANIFEST_NAME)
    except ArchiveFault as fault:
        raise ManifestFault("broken") from fault


def check_payload(payload: Payload, manifest: Manifest) -> list[Check]:
    """Return the checks `files`, `data`, `personal`, `figures` and `chain`."""
    names = sorted(
        (name for name in payload.members if name != MANIFEST_NAME), key=lambda n: -payload.members[n].size
    )
    wanted = wanted_cells(manifest)
    # Digests, inflating and searching leave the interpreter lock alone, so members are read side by side.
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        read = dict(
            zip(names, pool.map(lambda name: _read(payload, name, wanted.get(name, {})), names), strict=True)
        )
    read = {name: read[name] for name in payload.members if name in read}  # told in the order of the payload
    broken = {name for name, result in read.items() if result.broken}
    files = _files(payload, manifest, read)
    usable = {entry.path for entry in manifest.files if entry.path in read} - broken
    return [
        files,
        check_package(payload, manifest, usable),
        _personal(read),
        check_figures(payload, manifest, usable, {name: result.look for name, result in read.items()}),
        _chain(manifest),
    ]


def _read(payload: Payload, name: str, wanted: dict[str, set[str]]) -> _Read:
    result = _Read()
    digest = hashlib.sha256()
    kept: list[Buffer] = []

    def pieces() -> Iterator[Buffer]:
        for piece in payload.content(name):
            digest.update(piece)
            yield piece

    try:
        if name.endswith(".csv"):
            result.id_numbers = _count_beside(pieces())
        elif name.endswith(".xlsx"):
            kept.extend(pieces())
        else:
            for _piece in pieces():
                pass
    except ArchiveFault:
        result.broken = True
        return result
    result.sha256 = digest.hexdigest()
    if name.endswith(".xlsx"):
        with suppress(BadSheet):
            result.look = look_through(b"".join(kept), wanted)
            result.id_numbers = result.look.id_numbers
    return result


def _count_beside(pieces: Iterator[Buffer]) -> int:
    """Count the ID numbers of a stream in a thread of its own, while this one unpacks and hashes on."""
    waiting: Queue[Buffer | None] = Queue(_PIECES_AHEAD)
    with ThreadPoolExecutor(max_workers=1) as pool:
        counted = pool.submit(count_id_numbers, _until_end(waiting))
        try:
            for piece in pieces:
                waiting.put(piece)
        finally:
            waiting.put(None)
        return counted.result()


def _until_end(waiting: Queue[Buffer | None]) -> Iterator[Buffer]:
    while (piece := waiting.get()) is not None:
        yield piece


def _files(payload: Payload, manifest: Manifest, read: dict[str, _Read]) -> Check:
    notes: list[Note] = []
    listed: set[str] = set()
    for entry in manifest.files:
        shown = shown_name(entry.path)
        if entry.path in listed or entry.path == MANIFEST_NAME:
            notes.append(Note("check.files.listed_twice", {"name": shown}))
        elif entry.path not in read:
            notes.append(Note("check.files.missing", {"name": shown}))
        elif _differs(payload, entry, read[entry.path]):
            notes.append(Note("check.files.changed", {"name": shown}))
        listed.add(entry.path)
    for name in read:
        if name not in listed:
            notes.append(Note("check.files.extra", {"name": shown_name(name)}))
        elif manifest.kind is BundleKind.BUNDLE and not belongs_to_a_bundle(name):
            notes.append(Note("check.files.strange", {"name": shown_name(name)}))
    return fault_check("files", notes)


def _differs(payload: Payload, entry: FileEntry, result: _Read) -> bool:
    return result.broken or payload.members[entry.path].size != entry.size or result.sha256 != entry.sha256


def _personal(read: dict[str, _Read]) -> Check:
    notes = [
        Note("check.personal.ids", {"name": name, "count": result.id_numbers})
        for name, result in read.items()
        if result.id_numbers
    ]
    notes += [
        Note("check.personal.bad_sheet", {"name": name})
        for name, result in read.items()
        if name.endswith(".xlsx") and result.look is None and not result.broken
    ]
    return fault_check("personal", notes)


def _chain(manifest: Manifest) -> Check:
    chain = manifest.chain
    link = bytes.fromhex(chain.since_link)
    number = chain.since_number
    if chain.why == "start" and (number != 0 or any(link)):
        return fault_check("chain", [Note("check.chain.start")])
    for item in chain.links:
        if item.number != number + 1:
            return fault_check("chain", [Note("check.chain.gap", {"number": number + 1})])
        number = item.number
        link = link_after(link, number, item.at, item.person, item.kind, bytes.fromhex(item.digest))
    if link.hex() != chain.head:
        return fault_check("chain", [Note("check.chain.broken")])
    return Check("chain", CheckState.OK, (Note("check.chain.links", {"count": len(chain.links)}),))

"""The container of a bundle: ASiC-S (ETSI EN 319 162-1), an ordinary ZIP with three members in this order.

    mimetype                 stored, first
    payload.zip              stored; the signed bytes
    META-INF/signature.p7s   stored; the mark over payload.zip

A later version adds `META-INF/signature-sm2.sig` and `META-INF/signature-sm2.p7s` behind these when the unit has an
SM2 key; they are known to the reader, and nothing else is. Receipts, return slips and the other kinds use the same
container. The identity of a bundle is SHA-256 over `payload.zip`, never over the container: an ECDSA signature can
be rewritten by anybody without becoming wrong.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from township_ledger.bundle.canonical_zip import (
    MAX_ARCHIVE_BYTES,
    MAX_NAME_BYTES,
    ArchiveFault,
    ArchiveWriter,
    Buffer,
    Member,
    Method,
    directory_of,
    local_header_size,
    read_archive,
    read_header,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MIMETYPE = b"application/vnd.etsi.asic-s+zip"
MAX_CONTAINER_BYTES = 200 << 20

_MIMETYPE_NAME = "mimetype"
_PAYLOAD_NAME = "payload.zip"
_MARK_NAME = "META-INF/signature.p7s"
_SM2_NAMES = ("META-INF/signature-sm2.sig", "META-INF/signature-sm2.p7s")
_NAMES = (_MIMETYPE_NAME, _PAYLOAD_NAME, _MARK_NAME)

_MIMETYPE = Member(
    name=_MIMETYPE_NAME,
    method=Method.STORED,
    crc=zlib.crc32(MIMETYPE),
    packed=len(MIMETYPE),
    size=len(MIMETYPE),
    header=0,
    start=local_header_size(_MIMETYPE_NAME),
)
HEAD = _MIMETYPE.local_header() + MIMETYPE
"""The first bytes of every container."""
_PREFIX_SEARCHED = 1 << 20
_LOCAL_MARK, _LOCAL_HEADER = b"PK\x03\x04", 30  # APPNOTE.TXT 4.3.7
_MOST_FOUND = 16  # members that are looked at for their names
_LEAST_END = 22  # the end of a directory is that long and never all zeros
_USUAL_END = 1024  # mark and directory of a container of ours, when the bytes end before they can be measured

_PAYLOAD_AT = len(HEAD)
_PAYLOAD_START = _PAYLOAD_AT + local_header_size(_PAYLOAD_NAME)


@dataclass(slots=True)
class _PayloadSink:
    """Passes the payload on to the file and takes its digests on the way: one pass over the bytes."""

    file: BinaryIO
    crc: int = 0
    size: int = 0
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def write(self, data: Buffer, /) -> None:
        self.file.write(data)
        self.digest.update(data)
        self.crc = zlib.crc32(data, self.crc)
        self.size += len(data)


class ContainerWriter:
    """Writes a container to a file that can seek: first `payload`, member by member, then `finish`."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.write(HEAD)
        # The header of payload.zip needs size and CRC-32 of what follows it; its room is left and filled at the end.
        file.write(bytes(_PAYLOAD_START - _PAYLOAD_AT))
        self._sink = _PayloadSink(file)
        self.payload = ArchiveWriter(self._sink)

    def finish(self, mark: Callable[[bytes], bytes]) -> bytes:
        """End the payload, have its SHA-256 marked by `mark`, end the container; returns that SHA-256.

        Raises:
            ValueError: the container would need ZIP64.
        """
        self.payload.close()
        sink = self._sink
        digest = sink.digest.digest()
        payload = Member(
            _PAYLOAD_NAME, Method.STORED, sink.crc, sink.size, sink.size, _PAYLOAD_AT, _PAYLOAD_START
        )
        signature = mark(digest)
        after = _PAYLOAD_START + sink.size
        start = after + local_header_size(_MARK_NAME)
        if start + len(signature) > MAX_ARCHIVE_BYTES:
            raise ValueError("the container would need ZIP64")
        length = len(signature)
        last = Member(_MARK_NAME, Method.STORED, zlib.crc32(signature), length, length, after, start)
        self._file.write(last.local_header() + signature)
        self._file.write(directory_of([_MIMETYPE, payload, last], start + length))
        self._file.seek(_PAYLOAD_AT)
        self._file.write(payload.local_header())
        self._file.seek(0, 2)
        return digest


@dataclass(frozen=True, slots=True)
class Container:
    """The parts of a container as views of its bytes. The payload is untrusted until the mark holds."""

    untrusted_payload: memoryview
    payload_crc: int  # as the container says; whoever goes over the payload compares it
    mark: bytes
    sm2_members: tuple[str, ...] = ()


class NoContainer(Exception):
    """The bytes are none of our containers at all."""


class CutShort(Exception):
    """The bytes end early. `expected` is the whole container's size in bytes, 0 when not even that can be told."""

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(expected, actual)
        self.expected = expected
        self.actual = actual


def read_container(untrusted: memoryview) -> Container:
    """Return the parts of a container that is, byte for byte, as our writer writes it.

    Raises:
        NoContainer: the bytes are something else.
        CutShort: they are the beginning of a container, or their end is zeros (a stick that was pulled out).
        ArchiveFault: they are a container with something before, behind, between or beside its members.
    """
    if bytes(untrusted[: len(HEAD)]) != HEAD:
        _not_ours(untrusted)
    _refuse_cut_short(untrusted)
    try:
        members = read_archive(untrusted)
    except ArchiveFault as fault:
        raise _named(untrusted, fault) from fault
    names = tuple(member.name for member in members)
    strange = next((name for name in names if name not in _NAMES + _SM2_NAMES), "")
    order = names[:3] == _NAMES and names[3:] in {(), _SM2_NAMES}
    if not order or any(member.method is not Method.STORED for member in members):
        raise ArchiveFault("members", strange)
    contents = [untrusted[member.start : member.start + member.packed] for member in members]
    for member, content in zip(members[2:], contents[2:], strict=True):
        if zlib.crc32(content) != member.crc:
            raise ArchiveFault("content", member.name)
    return Container(contents[1], members[1].crc, bytes(contents[2]), names[3:])


def _not_ours(untrusted: memoryview) -> None:
    """Tell apart what does not begin like a container: a piece of one, one with a prefix, or something else."""
    if untrusted and HEAD.startswith(bytes(untrusted)):
        raise CutShort(0, len(untrusted))
    if next(_found_names(untrusted), "") == _MIMETYPE_NAME:  # packed anew by another program
        raise _named(untrusted, ArchiveFault("header"))
    if MIMETYPE in bytes(untrusted[:_PREFIX_SEARCHED]):
        raise ArchiveFault("prefix")
    raise NoContainer


def _named(untrusted: memoryview, fault: ArchiveFault) -> ArchiveFault:
    """Return the fault that names a member which does not belong here, when there is one; else `fault`."""
    strange = next((name for name in _found_names(untrusted) if name not in _NAMES + _SM2_NAMES), "")
    return ArchiveFault("members", strange) if strange else fault


def _found_names(untrusted: memoryview) -> Iterator[str]:
    """Yield the names in the local headers of a ZIP that need not be of our form, as far as they can be followed."""
    at = 0
    for _ in range(_MOST_FOUND):
        fields = untrusted[at : at + _LOCAL_HEADER]
        if len(fields) < _LOCAL_HEADER or bytes(fields[:4]) != _LOCAL_MARK:
            return
        packed, name, extra = struct.unpack_from("<L4xHH", fields, 18)
        start = at + _LOCAL_HEADER
        yield bytes(untrusted[start : start + min(name, MAX_NAME_BYTES)]).decode(errors="replace")
        at = start + name + extra + packed


def _refuse_cut_short(untrusted: memoryview) -> None:
    """Compare the length with what the headers tell; a header that is not ours is left to the strict reader."""
    actual = len(untrusted)
    if not any(untrusted[-_LEAST_END:]):
        actual = len(bytes(untrusted).rstrip(b"\0"))
    if actual < _PAYLOAD_START:
        raise CutShort(0, actual)
    try:
        payload = read_header(untrusted, _PAYLOAD_AT)
        after = payload.start + payload.packed
        if actual < after + local_header_size(_MARK_NAME):
            raise CutShort(after + _USUAL_END, actual)
        mark = read_header(untrusted, after)
    except ArchiveFault:
        return
    whole = mark.start + mark.packed + len(directory_of([_MIMETYPE, payload, mark], 0))
    if actual < whole:
        raise CutShort(whole, actual)

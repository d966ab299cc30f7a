"""ZIP archives of which there is one form only (APPNOTE.TXT 6.3.3): written in order, read strictly.

Members follow one another from the first byte; each local header says method, CRC-32 and both sizes; no data
descriptor, no extra field, no comment, no gap, no ZIP64, one date; then the central directory in the same order,
then its end, and nothing after it. Whatever a reader finds is built again from its own fields and must be equal,
byte for byte: a prefix, a suffix, a second directory, a hidden or doubled member cannot pass.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor, Future

Buffer = bytes | memoryview

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION = 20  # deflate
_MADE_BY = 3 << 8 | _VERSION  # Unix, so that the permissions below are read
_UTF8_NAMES = 0x0800
_ATTRIBUTES = 0o100644 << 16
_DATE = (2020 - 1980) << 9 | 1 << 5 | 1  # 2020-01-01 00:00: equal input gives equal bytes
_LEVEL = 1  # of deflate: what is large in a bundle (PDF, xlsx) is stored anyway
_CHUNK = 1 << 20
_WINDOW = 1 << 15
MAX_MEMBERS = 1024
MAX_NAME_BYTES = 200
MAX_ARCHIVE_BYTES = 0xFFFFFFFF


class Method(IntEnum):
    """How a member's bytes are kept."""

    STORED = 0
    DEFLATED = 8


class ArchiveFault(Exception):
    """Bytes that are no archive of our form. `case` is a word of this room, `name` the member if one is to blame."""

    def __init__(self, case: str, name: str = "") -> None:
        super().__init__(case)
        self.case = case
        self.name = name


class Sink(Protocol):
    """Where an archive is written."""

    def write(self, data: Buffer, /) -> object:
        """Take all of `data`."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an archive: `packed` bytes from `start` on hold `size` bytes of content."""

    name: str
    method: Method
    crc: int
    packed: int
    size: int
    header: int  # where its local header begins
    start: int  # where its bytes begin

    def local_header(self) -> bytes:
        """Return the header before the member's bytes."""
        name = self.name.encode()
        fields = (
            _VERSION,
            _UTF8_NAMES,
            self.method,
            0,
            _DATE,
            self.crc,
            self.packed,
            self.size,
            len(name),
            0,
        )
        return _LOCAL.pack(_LOCAL_MARK, *fields) + name

    def central_header(self) -> bytes:
        """Return the member's line in the central directory."""
        name = self.name.encode()
        fields = (_MADE_BY, _VERSION, _UTF8_NAMES, self.method, 0, _DATE, self.crc, self.packed, self.size)
        return _CENTRAL.pack(_CENTRAL_MARK, *fields, len(name), 0, 0, 0, 0, _ATTRIBUTES, self.header) + name


def local_header_size(name: str) -> int:
    """Return how many bytes stand before the content of a member of this name."""
    return _LOCAL.size + len(name.encode())


def directory_of(members: Sequence[Member], start: int) -> bytes:
    """Return the central directory and its end for members that end at byte `start`."""
    lines = b"".join(member.central_header() for member in members)
    count = len(members)
    return lines + _END.pack(_END_MARK, 0, 0, count, count, len(lines), start, 0)


class ArchiveWriter:
    """Writes an archive to a sink, member after member, in one pass; nothing is written twice."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._members: list[Member] = []
        self._at = 0

    @property
    def size(self) -> int:
        """How many bytes were written."""
        return self._at

    def add(
        self, name: str, content: Buffer, method: Method, waiting: Sequence[Future[bytes]] | None = None
    ) -> Member:
        """Write a member whose content stands in memory.

        `waiting` is what `start_deflating` gave for the same content, so that it was packed while others were written.

        Raises:
            ValueError: the archive would need ZIP64, or the name is used or too long.
        """
        view = memoryview(content)
        if any(member.name == name for member in self._members) or len(name.encode()) > MAX_NAME_BYTES:
            raise ValueError("a member's name is doubled or too long")
        packed = view
        if method is Method.DEFLATED:
            packed = memoryview(b"".join(piece.result() for piece in waiting) if waiting else _deflate(view))
        member = Member(
            name,
            method,
            zlib.crc32(view),
            len(packed),
            len(view),
            self._at,
            self._at + local_header_size(name),
        )
        if member.start + member.packed > MAX_ARCHIVE_BYTES or len(self._members) == MAX_MEMBERS:
            raise ValueError("the archive would need ZIP64")
        self._write(member.local_header())
        for chunk in chunks_of(packed):
            self._write(chunk)
        self._members.append(member)
        return member

    def close(self) -> None:
        """Write the central directory."""
        self._write(directory_of(self._members, self._at))

    def _write(self, data: Buffer) -> None:
        self._sink.write(data)
        self._at += len(data)


def start_deflating(content: Buffer, pool: Executor) -> list[Future[bytes]]:
    """Have `content` packed by several threads: pieces of 1 MiB, each knowing the window before it.

    The pieces are the same whatever the number of threads, so equal content gives equal bytes.
    """
    view = memoryview(content)
    return [pool.submit(_deflate_piece, view, at) for at in _starts(view)]


def _deflate(view: memoryview) -> bytes:
    return b"".join(_deflate_piece(view, at) for at in _starts(view))


def _starts(view: memoryview) -> range:
    """Return where the pieces begin; nothing at all is one piece too."""
    return range(0, len(view), _CHUNK) or range(1)


def _deflate_piece(view: memoryview, at: int) -> bytes:
    end = at + _CHUNK
    window = view[max(0, at - _WINDOW) : at]
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, zdict=window)
    # Z_SYNC_FLUSH ends a piece on a byte, so that pieces can stand one after the other (RFC 1951 §3.2.4).
    mode = zlib.Z_SYNC_FLUSH if end < len(view) else zlib.Z_FINISH
    return compressor.compress(view[at:end]) + compressor.flush(mode)


def chunks_of(view: memoryview) -> Iterator[memoryview]:
    """Yield a buffer in pieces of at most 1 MiB."""
    for at in range(0, len(view), _CHUNK):
        yield view[at : at + _CHUNK]


def read_archive(untrusted: memoryview) -> list[Member]:
    """Return the members of an archive of our form. Their content is not looked at.

    Raises:
        ArchiveFault: `header`, `cut`, `doubled`, `count`, `directory` or `suffix`: the bytes are no such archive.
    """
    members: list[Member] = []
    at = 0
    while untrusted[at : at + 4] == _LOCAL_MARK:
        if len(members) == MAX_MEMBERS:
            raise ArchiveFault("count")
        member = read_header(untrusted, at)
        if any(member.name == other.name for other in members):
            raise ArchiveFault("doubled", member.name)
        members.append(member)
        at = member.start + member.packed
        if at > len(untrusted):
            raise ArchiveFault("cut", member.name)
    directory = directory_of(members, at)
    if not members or untrusted[at : at + len(directory)] != directory:
        raise ArchiveFault("directory")
    if len(untrusted) != at + len(directory):
        raise ArchiveFault("suffix")
    return members


def read_header(untrusted: memoryview, at: int) -> Member:
    """Return the member whose local header begins at byte `at`; its content may reach beyond the bytes.

    Raises:
        ArchiveFault: `header` when there is no header of our form, `cut` when the bytes end inside the header.
    """
    if len(untrusted) < at + _LOCAL.size:
        raise ArchiveFault("cut")
    fields = _LOCAL.unpack_from(untrusted, at)
    method, crc, packed, size, name_bytes = fields[3], fields[6], fields[7], fields[8], fields[9]
    start = at + _LOCAL.size + name_bytes
    if method not in {Method.STORED, Method.DEFLATED} or name_bytes > MAX_NAME_BYTES:
        raise ArchiveFault("header")
    try:
        name = bytes(untrusted[at + _LOCAL.size : start]).decode()
    except UnicodeDecodeError as error:
        raise ArchiveFault("header") from error
    member = Member(name, Method(method), crc, packed, size, at, start)
    if bytes(untrusted[at:start]) != member.local_header() or (
        member.method is Method.STORED and packed != size
    ):
        raise ArchiveFault("header", name)
    return member


def content_of(archive: memoryview, member: Member) -> Iterator[Buffer]:
    """Yield a member's content in pieces of at most 1 MiB, and check its size and CRC-32 at the end.

    Raises:
        ArchiveFault: `content` when the bytes do not give exactly the content that the header tells of. A member
            never yields more than its stated size, so an expansion beyond it ends at once.
    """
    crc, size = 0, 0
    packed = archive[member.start : member.start + member.packed]
    for chunk in chunks_of(packed) if member.method is Method.STORED else _inflate(packed, member):
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
        if size > member.size:
            raise ArchiveFault("content", member.name)
        yield chunk
    if size != member.size or crc != member.crc:
        raise ArchiveFault("content", member.name)


def _inflate(packed: memoryview, member: Member) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-15)
    try:
        for chunk in chunks_of(packed):
            if inflater.eof:
                raise ArchiveFault("content", member.name)
            waiting: Buffer = chunk
            while waiting:
                yield inflater.decompress(waiting, _CHUNK)
                waiting = inflater.unconsumed_tail
        # Output that is still inside zlib although all input is taken: less than one window.
        yield inflater.flush()
    except zlib.error as error:
        raise ArchiveFault("content", member.name) from error
    if not inflater.eof or inflater.unused_data:
        raise ArchiveFault("content", member.name)

"""Named parts of a zip from outside, inflated within bounds; nothing else of the archive is ever unpacked."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO

from township_ledger.domain.faults import WorldFault

MIB = 1024 * 1024
MAX_ENTRIES = 10_000
# A worksheet of 250,000 × 20 cells has about 200 MiB of XML; more does not fit into the reader's memory beside its rows.
MAX_PART = 192 * MIB
MAX_TOTAL = 256 * MIB
# Formatting repeated over blank rows packs a hundredfold; a thousandfold is made by hand.
_RATIO_FROM = 16 * MIB
_MAX_RATIO = 400
_TAKEN, _PIECE = 64 * 1024, 256 * 1024  # packed bytes taken and inflated bytes given at a time


class ZipParts:
    """The directory of one zip, and its parts by name.

    Raises (from the constructor):
        WorldFault: `file.cut_short` without an end of directory, `file.damaged` for any other broken zip,
            `file.bomb` for an absurd number of entries, `file.unsafe_zip` for two entries of one name.
    """

    def __init__(self, untrusted_file: IO[bytes]) -> None:
        try:
            self._zip = zipfile.ZipFile(untrusted_file)
        except zipfile.BadZipFile as error:
            raise WorldFault(_broken(untrusted_file)) from error
        except (ValueError, OverflowError, NotImplementedError, OSError, UnicodeError) as error:
            raise WorldFault("file.damaged") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise WorldFault("file.bomb")
        self._by_name: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename.lower().lstrip(
                "/"
            )  # part names are compared without case (ECMA-376-2 §9.1.1)
            if name in self._by_name:
                raise WorldFault("file.unsafe_zip")
            self._by_name[name] = entry
        self._inflated = 0

    def names(self) -> list[str]:
        """Return the names of all entries, in lower case."""
        return list(self._by_name)

    def size(self, name: str) -> int:
        """Return the inflated size that the archive declares for a part; 0 when it is missing."""
        entry = self._by_name.get(name.lower())
        return entry.file_size if entry else 0

    def has(self, name: str) -> bool:
        """Whether a part of this name is there."""
        return name.lower() in self._by_name

    def read(self, name: str, limit: int = MAX_PART) -> bytes | bytearray:
        """Inflate one part.

        Raises:
            WorldFault: `file.bomb` for sizes that only a bomb declares or hides, `file.too_large` above `limit`,
                `file.password` for an encrypted entry, `file.damaged` when it is missing or does not inflate.
        """
        entry = self._by_name.get(name.lower())
        if entry is None:
            raise WorldFault("file.damaged")
        if entry.flag_bits & 0x1:
            raise WorldFault("file.password")
        if entry.file_size > _RATIO_FROM and entry.file_size > _MAX_RATIO * max(1, entry.compress_size):
            raise WorldFault("file.bomb")
        self._inflated += entry.file_size
        if entry.file_size > limit or self._inflated > MAX_TOTAL:
            raise WorldFault("file.too_large", mib=limit // MIB)
        return self._inflate(entry)

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes | bytearray:
        try:
            # The entry is read raw and inflated here, because zipfile stops silently at the declared size.
            packed = self._raw(entry)
            if entry.compress_type == zipfile.ZIP_STORED:
                data: bytes | bytearray = packed
            elif entry.compress_type == zipfile.ZIP_DEFLATED:
                data = _inflated(packed, entry.file_size)
            else:
                raise WorldFault("file.damaged")
        except (zlib.error, OSError, ValueError) as error:
            raise WorldFault("file.damaged") from error
        if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
            raise WorldFault("file.damaged")
        return data

    def _raw(self, entry: zipfile.ZipInfo) -> bytes:
        source = self._zip.fp
        if source is None:  # pragma: no cover - the archive is never closed while parts are read
            raise WorldFault("file.damaged")
        source.seek(entry.header_offset)
        header = source.read(30)
        if len(header) != 30 or header[:4] != b"PK\x03\x04":
            raise WorldFault("file.damaged")
        source.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        return source.read(entry.compress_size)


def _inflated(packed: bytes, size: int) -> bytearray:
    """Inflate into one buffer of the declared size, piece by piece: no second copy, and never a byte beyond it."""
    data = bytearray(size)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    filled = 0
    for start in range(0, len(packed), _TAKEN):
        tail: bytes = packed[start : start + _TAKEN]
        while tail and not inflater.eof:
            piece = inflater.decompress(tail, _PIECE)
            if filled + len(piece) > size:
                raise WorldFault("file.bomb")
            data[filled : filled + len(piece)] = piece
            filled += len(piece)
            tail = inflater.unconsumed_tail
    if filled != size:
        raise WorldFault("file.damaged")
    return data


def _broken(untrusted_file: IO[bytes]) -> str:
    """Return the code of a zip whose directory cannot be read: without an end record it was cut short."""
    size = untrusted_file.seek(0, 2)
    untrusted_file.seek(max(0, size - 65_557))  # the end record and the longest comment behind it
    return "file.damaged" if b"PK\x05\x06" in untrusted_file.read() else "file.cut_short"

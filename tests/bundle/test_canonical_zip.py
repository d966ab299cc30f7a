from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.bundle import canonical_zip
from township_ledger.bundle.canonical_zip import (
    MAX_MEMBERS,
    ArchiveFault,
    ArchiveWriter,
    Member,
    Method,
    content_of,
    directory_of,
    read_archive,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def archive(members: Mapping[str, bytes], method: Method = Method.DEFLATED) -> bytes:
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    for name, content in members.items():
        writer.add(name, content, method)
    writer.close()
    assert writer.size == len(out.getvalue())
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    view = memoryview(data)
    return {member.name: b"".join(content_of(view, member)) for member in read_archive(view)}


GOOD = archive({"a.csv": b"a,b\r\n" * 500, "b.txt": b""})


@given(
    st.dictionaries(
        st.text("abc/._", min_size=1, max_size=20), st.binary(max_size=3000), min_size=1, max_size=5
    ),
    st.sampled_from(Method),
)
def test_what_is_written_is_read_and_other_programs_read_it_too(
    members: dict[str, bytes], method: Method
) -> None:
    data = archive(members, method)
    assert unpacked(data) == members
    with zipfile.ZipFile(io.BytesIO(data)) as other:
        assert other.testzip() is None
        assert {name: other.read(name) for name in other.namelist()} == members


def test_equal_content_gives_equal_bytes_over_many_pieces() -> None:
    large = b"".join(b"%d,%d\r\n" % (number, number * number) for number in range(400_000))
    assert len(large) > 3 << 20
    first, second = archive({"large.csv": large}), archive({"large.csv": large})
    assert first == second
    assert unpacked(first) == {"large.csv": large}
    with zipfile.ZipFile(io.BytesIO(first)) as other:
        assert other.read("large.csv") == large


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed_unseen(at: int, change: int) -> None:
    changed = bytearray(GOOD)
    changed[at] ^= change
    packed = any(
        member.start <= at < member.start + member.packed for member in read_archive(memoryview(GOOD))
    )
    try:
        # One content has many deflate streams, so inside them a change may mean nothing; the mark is over all bytes.
        assert unpacked(bytes(changed)) != unpacked(GOOD) or packed
    except ArchiveFault as fault:
        assert fault.case in {"header", "cut", "directory", "suffix", "content", "doubled"}  # noqa: PT017


@given(st.binary(max_size=300))
def test_any_bytes_are_an_archive_or_a_fault(data: bytes) -> None:
    with pytest.raises(ArchiveFault):
        read_archive(memoryview(data))


@pytest.mark.parametrize("at", range(0, len(GOOD), 13))
def test_a_piece_is_no_archive(at: int) -> None:
    with pytest.raises(ArchiveFault):
        read_archive(memoryview(GOOD[:at]))


def case_of(data: bytes) -> str:
    with pytest.raises(ArchiveFault) as caught:
        unpacked(data)
    return caught.value.case


def test_what_stands_before_or_behind_is_refused() -> None:
    assert case_of(b"x" + GOOD) == "directory"
    assert case_of(GOOD + b"x") == "suffix"
    assert case_of(GOOD + GOOD) == "suffix"


def made(name: bytes, content: bytes, *, packed: bytes | None = None, size: int | None = None) -> bytes:
    """One deflated or stored member by hand, with its directory."""
    body = content if packed is None else packed
    length = len(content) if size is None else size
    method = Method.STORED if packed is None else Method.DEFLATED
    crc = zlib.crc32(content)
    head = struct.pack(
        "<4s5H3L2H", b"PK\x03\x04", 20, 0x0800, method, 0, 20513, crc, len(body), length, len(name), 0
    )
    start = len(head) + len(name)
    line = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 3 << 8 | 20, 20, 0x0800, method, 0, 20513, crc, len(body), length,
        len(name), 0, 0, 0, 0, 0o100644 << 16, 0,
    ) + name  # fmt: skip
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(line), start + len(body), 0)
    return head + name + body + line + end


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def test_a_member_made_by_hand_is_read() -> None:
    assert unpacked(made(b"a", b"content")) == {"a": b"content"}
    assert unpacked(made(b"a", b"content", packed=deflated(b"content"))) == {"a": b"content"}


def test_headers_that_are_not_ours_are_refused() -> None:
    assert case_of(made(b"\xff\xfe", b"x")) == "header"
    assert case_of(made(b"n" * 201, b"x")) == "header"
    assert case_of(made(b"a", b"content", size=8)) == "header"  # stored, but another size
    other_method = bytearray(made(b"a", b"x"))
    other_method[8] = 12  # bzip2
    assert case_of(bytes(other_method)) == "header"


def test_an_expansion_beyond_the_stated_size_ends_at_once() -> None:
    bomb = bytes(50 << 20)
    data = made(b"a", b"small", packed=deflated(bomb))
    (member,) = read_archive(memoryview(data))
    pieces = content_of(memoryview(data), member)
    with pytest.raises(ArchiveFault):
        next(pieces)


def test_streams_that_are_damaged_short_or_long_are_refused() -> None:
    assert case_of(made(b"a", b"content", packed=b"\xff\xff\xff")) == "content"
    assert case_of(made(b"a", b"content", packed=deflated(b"content")[:-2])) == "content"
    assert case_of(made(b"a", b"content", packed=deflated(b"content") + b"more")) == "content"
    assert case_of(made(b"a", b"content", packed=deflated(b"conten"))) == "content"
    long_tail = deflated(b"content") + bytes(3 << 20)
    assert case_of(made(b"a", b"content", packed=long_tail)) == "content"


def test_a_wrong_crc_is_refused() -> None:
    data = bytearray(made(b"a", b"content"))
    at = data.index(b"content")
    data[at] ^= 1
    assert case_of(bytes(data)) == "content"


def test_doubled_names_are_refused_in_writing_and_reading() -> None:
    writer = ArchiveWriter(io.BytesIO())
    writer.add("a", b"", Method.STORED)
    with pytest.raises(ValueError, match="doubled"):
        writer.add("a", b"", Method.STORED)
    with pytest.raises(ValueError, match="too long"):
        writer.add("n" * 201, b"", Method.STORED)
    one = Member("a", Method.STORED, 0, 0, 0, 0, 31)
    two = Member("a", Method.STORED, 0, 0, 0, 31, 62)
    assert case_of(one.local_header() + two.local_header() + directory_of([one, two], 62)) == "doubled"


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    full = archive({str(number): b"" for number in range(MAX_MEMBERS)}, Method.STORED)
    assert len(read_archive(memoryview(full))) == MAX_MEMBERS
    monkeypatch.setattr(canonical_zip, "MAX_MEMBERS", 3)
    assert case_of(full) == "count"
    writer = ArchiveWriter(io.BytesIO())
    for name in "abc":
        writer.add(name, b"", Method.STORED)
    with pytest.raises(ValueError, match="ZIP64"):
        writer.add("d", b"", Method.STORED)

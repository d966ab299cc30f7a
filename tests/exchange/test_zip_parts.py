"""Parts of a zip come out whole or not at all, and within bounds."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import WorldFault
from township_ledger.exchange.zip_parts import MIB, ZipParts

if TYPE_CHECKING:
    from collections.abc import Mapping


def packed(found: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return buffer


@given(
    st.binary(max_size=400), st.integers(1, 4000), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
)
def test_any_part_comes_out_as_it_went_in(data: bytes, times: int, method: int) -> None:
    parts = ZipParts(packed({"a/B.xml": data * times, "c": b"x"}, method))
    assert parts.read("A/b.XML") == data * times
    assert parts.names() == ["a/b.xml", "c"]
    assert parts.size("a/b.xml") == len(data) * times


def code_of(parts: ZipParts, name: str = "a", limit: int = MIB) -> str:
    with pytest.raises(WorldFault) as caught:
        parts.read(name, limit)
    return caught.value.code


def test_what_is_not_there() -> None:
    parts = ZipParts(packed({"a": b"x"}))
    assert not parts.has("b")
    assert parts.size("b") == 0
    assert code_of(parts, "b") == "file.damaged"


def test_limits_of_one_part_and_of_all() -> None:
    parts = ZipParts(packed({"a": b"x" * 1000}))
    assert code_of(parts, "a", 999) == "file.too_large"
    big = ZipParts(packed({"a": bytes(100 * MIB)}, zipfile.ZIP_STORED))
    big.read("a")
    big.read("a")
    assert code_of(big, "a", 200 * MIB) == "file.too_large"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_no_office_program_writes(method: int) -> None:
    assert code_of(ZipParts(packed({"a": b"x" * 100}, method))) == "file.damaged"


def flipped(buffer: io.BytesIO, place: int) -> ZipParts:
    data = bytearray(buffer.getvalue())
    data[place] ^= 0xFF
    return ZipParts(io.BytesIO(bytes(data)))


def test_damage_is_noticed() -> None:
    stored = packed({"a": b"x" * 100}, zipfile.ZIP_STORED)
    assert code_of(flipped(stored, 40)) == "file.damaged"  # content: checksum
    assert code_of(flipped(stored, 0)) == "file.damaged"  # header of the entry
    deflated = packed({"a": bytes(range(250)) * 100})
    for place in range(31, 300, 7):
        assert code_of(flipped(deflated, place)) in {"file.damaged", "file.bomb"}


def test_an_entry_that_stands_beyond_the_end() -> None:
    data = bytearray(packed({"a": b"x" * 100}).getvalue())
    central = data.rfind(b"PK\x01\x02")
    data[central + 42 : central + 46] = (2**31).to_bytes(4, "little")
    assert code_of(ZipParts(io.BytesIO(bytes(data)))) == "file.damaged"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04", "file.cut_short"), (b"PK\x03\x04" + b"PK\x05\x06" + b"\xff" * 40, "file.damaged")],
)
def test_broken_directories(data: bytes, code: str) -> None:
    with pytest.raises(WorldFault) as caught:
        ZipParts(io.BytesIO(data))
    assert caught.value.code == code


@given(st.binary(max_size=120))
def test_any_bytes_are_a_directory_or_a_fault(noise: bytes) -> None:
    whole = packed({"a": b"x"}).getvalue()
    for data in (noise, whole[: len(noise)] + noise, noise + whole, whole + noise):
        try:
            parts = ZipParts(io.BytesIO(data))
            for name in parts.names():
                parts.read(name)
        except WorldFault:
            continue

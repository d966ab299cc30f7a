from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bundle.made_bundle import good

from township_ledger.bundle import container
from township_ledger.bundle.canonical_zip import ArchiveFault, ArchiveWriter, Method
from township_ledger.bundle.container import (
    HEAD,
    MIMETYPE,
    ContainerWriter,
    CutShort,
    NoContainer,
    read_container,
)

DATA = good()


def made(*members: tuple[str, bytes, Method]) -> bytes:
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    for name, content, method in members:
        writer.add(name, content, method)
    writer.close()
    return out.getvalue()


FIRST = ("mimetype", MIMETYPE, Method.STORED)
PAYLOAD = ("payload.zip", b"payload", Method.STORED)
MARK = ("META-INF/signature.p7s", b"mark", Method.STORED)
SM2 = (
    ("META-INF/signature-sm2.sig", b"sig", Method.STORED),
    ("META-INF/signature-sm2.p7s", b"p7s", Method.STORED),
)


def case_of(data: bytes) -> str:
    with pytest.raises(ArchiveFault) as caught:
        read_container(memoryview(data))
    return caught.value.case


def test_the_container_is_an_asic_s_that_any_zip_program_opens() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["mimetype", "payload.zip", "META-INF/signature.p7s"]
        assert archive.read("mimetype") == b"application/vnd.etsi.asic-s+zip"
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read("payload.zip") == bytes(read_container(memoryview(DATA)).untrusted_payload)


def test_a_container_is_the_rebuild_of_its_own_parts() -> None:
    read = read_container(memoryview(DATA))
    again = made(
        FIRST,
        ("payload.zip", bytes(read.untrusted_payload), Method.STORED),
        ("META-INF/signature.p7s", read.mark, Method.STORED),
    )
    assert again == DATA


@given(st.integers(1, len(DATA) - 1))
def test_every_beginning_is_cut_short_and_says_how_large_it_was(length: int) -> None:
    with pytest.raises(CutShort) as caught:
        read_container(memoryview(DATA[:length]))
    assert caught.value.actual == length
    expected = caught.value.expected
    assert expected == 0 if length < len(HEAD) + 41 else abs(expected - len(DATA)) < 300


@given(st.integers(len(HEAD) + 41, len(DATA) - 30))
def test_an_end_of_zeros_is_cut_short(length: int) -> None:
    with pytest.raises(CutShort) as caught:
        read_container(memoryview(DATA[:length] + bytes(len(DATA) - length)))
    assert caught.value.actual <= length


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x05\x06" + bytes(18), b"\x89PNG" + bytes(500)])
def test_something_else_is_no_container(data: bytes) -> None:
    with pytest.raises(NoContainer):
        read_container(memoryview(data))


def test_another_zip_is_no_container() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(NoContainer):
        read_container(memoryview(out.getvalue()))


def test_bytes_before_behind_and_between_are_refused() -> None:
    assert case_of(b"MZ" + DATA) == "prefix"
    assert case_of(DATA + b"\x01") == "suffix"
    cut = len(DATA) - 200
    assert case_of(DATA[:cut] + b"x" + DATA[cut:]) in {"directory", "header"}


def test_a_zip_of_the_same_members_written_by_another_program_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive, zipfile.ZipFile(out, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name))
    assert case_of(out.getvalue()) == "header"


@pytest.mark.parametrize("name", ["run.exe", "../../run.exe", "公文.doc"])
@pytest.mark.parametrize("anew", [True, False])
def test_a_member_added_by_another_program_is_named(name: str, anew: bool) -> None:
    out = io.BytesIO(b"" if anew else DATA)
    if anew:
        with zipfile.ZipFile(io.BytesIO(DATA)) as archive, zipfile.ZipFile(out, "w") as other:
            for each in archive.namelist():
                other.writestr(each, archive.read(each))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, "MZ")
    with pytest.raises(ArchiveFault) as caught:
        read_container(memoryview(out.getvalue()))
    assert (caught.value.case, caught.value.name) == ("members", name)


def test_of_very_many_members_only_the_first_are_looked_at() -> None:
    """A file that begins like a foreign ZIP of ours is named by its first members, however many follow."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        for _ in range(40):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the same name again, as only a hostile file has it
                archive.writestr("payload.zip", b"")
    assert case_of(whole.getvalue()) == "header"


def test_members_that_are_missing_strange_or_in_another_order_are_refused() -> None:
    assert case_of(made(FIRST, PAYLOAD)) == "members"
    assert case_of(made(FIRST, MARK, PAYLOAD)) == "members"
    assert case_of(made(FIRST, PAYLOAD, MARK, SM2[0])) == "members"
    assert case_of(made(FIRST, PAYLOAD, ("META-INF/signature.p7s", b"mark", Method.DEFLATED))) == "members"
    with pytest.raises(ArchiveFault) as caught:
        read_container(memoryview(made(FIRST, PAYLOAD, MARK, ("run.exe", b"MZ", Method.STORED))))
    assert caught.value.name == "run.exe"
    assert case_of(made(FIRST, PAYLOAD, MARK, ("payload2.zip", b"", Method.STORED))) == "members"


def test_the_members_of_an_sm2_mark_are_known() -> None:
    read = read_container(memoryview(made(FIRST, PAYLOAD, MARK, *SM2)))
    assert read.sm2_members == ("META-INF/signature-sm2.sig", "META-INF/signature-sm2.p7s")


def test_a_mark_that_differs_from_its_own_record_is_refused() -> None:
    data = bytearray(made(FIRST, PAYLOAD, ("META-INF/signature.p7s", b"THEMARK", Method.STORED)))
    at = data.index(b"THEMARK")
    data[at] ^= 1
    assert case_of(bytes(data)) == "content"


def test_a_header_that_is_not_ours_behind_a_good_beginning_is_refused() -> None:
    data = bytearray(made(FIRST, PAYLOAD, MARK))
    data[len(HEAD) + 4] ^= 1
    assert case_of(bytes(data)) == "header"


def test_a_container_beyond_zip64_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_ARCHIVE_BYTES", 200)
    writer = ContainerWriter(io.BytesIO())
    with pytest.raises(ValueError, match="ZIP64"):
        writer.finish(lambda digest: digest * 10)

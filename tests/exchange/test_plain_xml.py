"""XML from outside is plain already, is made plain, or is refused."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import WorldFault
from township_ledger.exchange.plain_xml import is_plain, local, plain, walk

letters = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=10)


def test_plain_bytes_come_back_untouched() -> None:
    for xml in (
        b"<a/>",
        b'<?xml version="1.0" encoding="UTF-8"?><a b="!"/>',
        b"\xef\xbb\xbf<a>Sheet1!A1</a>",
    ):
        assert plain(xml) is xml


@pytest.mark.parametrize(
    "xml",
    [
        b"<a><!-- x --></a>",
        b"<a><![CDATA[x]]></a>",
        b'<?xml version="1.0" encoding="gbk"?><a/>',
        "<a/>".encode("utf-16"),
        b"<a>" + b"!" * 1100 + b"<!-- --></a>",
    ],
)
def test_what_is_not_plain_is_noticed(xml: bytes) -> None:
    assert not is_plain(xml)


def test_many_exclamation_marks_are_plain() -> None:
    assert is_plain(b"<a>" + b"Sheet!A1 " * 1100 + b"</a>")


@given(st.dictionaries(st.sampled_from(["a", "b", "x:c"]), letters), letters)
def test_rewriting_changes_nothing_that_counts(attributes: dict[str, str], text: str) -> None:
    element = ET.Element("r", {"xmlns:x": "urn:x", **attributes})
    ET.SubElement(element, "e").text = text
    ET.SubElement(element, "f")
    xml = ET.tostring(element, encoding="utf-16")
    rewritten = bytes(plain(xml))
    assert is_plain(rewritten)
    assert ET.canonicalize(rewritten.decode()) == ET.canonicalize(xml.decode("utf-16"))


def test_an_empty_element_stays_recognisable() -> None:
    assert plain(b'<a><!-- --><c r="A1"></c><c>x</c></a>') == b'<a><c r="A1"/><c>x</c></a>'


@pytest.mark.parametrize("xml", [b"<!DOCTYPE a><a/>", b'<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a/>'])
def test_a_dtd_is_refused(xml: bytes) -> None:
    with pytest.raises(WorldFault, match=r"file\.entities"):
        plain(xml)


@pytest.mark.parametrize(
    "xml",
    [
        b"<!-- -->",
        b"<a><!-- --></b>",
        b"<a><!-- --><a>" * 70,
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"",
    ],
)
def test_what_is_no_xml_is_damaged(xml: bytes) -> None:
    with pytest.raises(WorldFault, match=r"file\.damaged"):
        walk(xml, lambda *_: None)


def test_names_without_their_prefix() -> None:
    assert (local("x:row"), local("row")) == ("row", "row")

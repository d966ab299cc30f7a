from __future__ import annotations

import io
import zipfile

import pytest
from tests.bundle.made_bundle import Made, good

from township_ledger.bundle.container import read_container


def test_the_payload_has_one_order_and_the_right_methods() -> None:
    made = Made()
    made.contents["data/a.csv"] = b"uid\r\n"
    with (
        zipfile.ZipFile(io.BytesIO(made.bytes())) as outer,
        zipfile.ZipFile(outer.open("payload.zip")) as inner,
    ):
        assert [(info.filename, info.compress_type) for info in inner.infolist()] == [
            ("reports/roster.pdf", zipfile.ZIP_STORED),
            ("reports/roster.xlsx", zipfile.ZIP_STORED),
            ("data/a.csv", zipfile.ZIP_DEFLATED),
            ("data/datapackage.json", zipfile.ZIP_DEFLATED),
            ("data/people.csv", zipfile.ZIP_DEFLATED),
            ("README.txt", zipfile.ZIP_DEFLATED),
            ("bundle.json", zipfile.ZIP_DEFLATED),
        ]


def test_equal_input_gives_an_equal_payload() -> None:
    first, second = (read_container(memoryview(Made().bytes())) for _ in range(2))
    assert bytes(first.untrusted_payload) == bytes(second.untrusted_payload)
    assert bytes(first.untrusted_payload) == bytes(read_container(memoryview(good())).untrusted_payload)


@pytest.mark.parametrize("path", ["evil.txt", "README.txt", "bundle.json", "../reports/a.pdf"])
def test_files_stand_in_their_two_folders(path: str) -> None:
    made = Made()
    made.contents[path] = b""
    with pytest.raises(ValueError, match="reports"):
        made.bytes()

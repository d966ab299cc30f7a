"""The certificate of whoever marked a bundle, read by the process without key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bundle import made_bundle

from township_ledger.bundle.reader_mode import verify_request
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from pathlib import Path


def asked(path: Path) -> dict[str, object]:
    return verify_request({"mode": "bundle", "what": "certificate", "path": str(path)})


def test_it_is_the_one_of_the_key_that_marked_it(tmp_path: Path) -> None:
    path = tmp_path / "a.asics"
    path.write_bytes(made_bundle.good())
    told = asked(path)
    assert told["key_sha256"] == made_bundle.trusted().key_sha256
    assert told["unit_name"] == made_bundle.UNIT
    assert str(told["pem"]).startswith("-----BEGIN CERTIFICATE-----")


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 and no more", b"PK" + bytes(70_000)])
def test_what_has_no_mark_has_no_certificate(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "a.asics"
    path.write_bytes(damage)
    with pytest.raises(WorldFault) as caught:
        asked(path)
    assert caught.value.code == "trust.not_certificate"

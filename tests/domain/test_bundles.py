from __future__ import annotations

import hashlib
import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.bundles import MAY_SIGN, BundleKind, StoredKey, bundle_file_name
from township_ledger.domain.chain import FIRST_PREVIOUS, link_after
from township_ledger.domain.registration import GROUP_LETTERS, key_digest, registration_code


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("石桥镇", "石桥镇-2026H1-003.asics"),
        ('a<b>:"/\\|?*c', "a_b________c-2026H1-003.asics"),
        (" ..石桥镇. ", "石桥镇-2026H1-003.asics"),
        ("../../etc", "_.._etc-2026H1-003.asics"),
        ("镇\n\u202e", "镇__-2026H1-003.asics"),
        ("...", "_-2026H1-003.asics"),
        ("某" * 99, "某" * 60 + "-2026H1-003.asics"),
    ],
)
def test_the_file_is_named_after_unit_period_and_number(unit: str, name: str) -> None:
    assert bundle_file_name(unit, "2026H1", 3) == name


def test_numbers_above_three_digits_stay_whole() -> None:
    assert bundle_file_name("镇", "2026", 1234) == "镇-2026-1234.asics"


def test_every_kind_may_be_signed_by_exactly_one_role() -> None:
    signed = [kind for kinds in MAY_SIGN.values() for kind in kinds]
    assert sorted(signed) == sorted(BundleKind)


@given(st.integers(1, 2**53 - 1), st.text(), st.text(), st.text(), st.binary(min_size=32, max_size=32))
def test_a_link_is_the_hash_of_its_canonical_parts(
    number: int, at: str, person: str, kind: str, digest: bytes
) -> None:
    head = rfc8785.dumps([number, at, person, kind])
    assert json.loads(head) == [number, at, person, kind]
    assert (
        link_after(FIRST_PREVIOUS, number, at, person, kind, digest)
        == hashlib.sha256(bytes(32) + head + digest).digest()
    )


def test_the_code_has_eight_groups_of_four() -> None:
    code = registration_code(key_digest(b"key"))
    assert [len(group) for group in code.split("-")] == [GROUP_LETTERS] * 8
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-")


def test_a_stored_key_shows_nothing_secret() -> None:
    from datetime import UTC, datetime

    assert "topsecret" not in repr(
        StoredKey("p256", b"topsecret", b"", b"", datetime(2026, 1, 1, tzinfo=UTC))
    )

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from hypothesis import given
from hypothesis import strategies as st
from tests.bundle.made_bundle import SIGNED_AT, key

from township_ledger.bundle.cms import MAX_MARK_BYTES, MarkFault, make_mark, read_mark
from township_ledger.bundle.signing import SigningKey, new_signing_key

DIGEST = hashlib.sha256(b"content").digest()
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def mark() -> bytes:
    return make_mark(DIGEST, SIGNED_AT, key(), key().certificate_der())


GOOD = mark()


def test_a_mark_says_what_was_marked_when_and_by_whom() -> None:
    read = read_mark(GOOD)
    assert read.content_digest == DIGEST
    assert read.signed_at == SIGNED_AT
    assert read.certificate == key().certificate
    assert read.holds()


def test_the_time_is_cut_to_seconds_in_utc() -> None:
    moment = datetime(2026, 7, 1, 17, 0, 3, 999999, tzinfo=UTC).astimezone()
    read = read_mark(make_mark(DIGEST, moment, key(), key().certificate_der()))
    assert read.signed_at == datetime(2026, 7, 1, 17, 0, 3, tzinfo=UTC)


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_no_byte_of_a_mark_can_be_changed(at: int, change: int) -> None:
    changed = bytearray(GOOD)
    changed[at] ^= change
    try:
        read = read_mark(bytes(changed))
    except MarkFault:
        return
    assert not read.holds() or read.content_digest != DIGEST


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_mark_or_a_fault(data: bytes) -> None:
    with pytest.raises(MarkFault):
        read_mark(data)


def test_bytes_behind_a_mark_and_marks_that_are_too_large_are_refused() -> None:
    with pytest.raises(MarkFault):
        read_mark(GOOD + b"\0")
    with pytest.raises(MarkFault):
        read_mark(bytes(MAX_MARK_BYTES + 1))


def test_the_same_signature_written_otherwise_holds_but_is_no_other_identity() -> None:
    read = read_mark(GOOD)
    r, s = decode_dss_signature(read.signature)
    twin = encode_dss_signature(r, ORDER - s)
    if len(twin) == len(read.signature):
        changed = GOOD.replace(read.signature, twin)
        assert changed != GOOD
        assert read_mark(changed).holds()


def test_a_mark_with_other_attributes_is_not_of_our_shape() -> None:
    # what cryptography's own builder makes: CMS without signing-certificate-v2
    other = (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(b"content")
        .add_signer(key().certificate, key().private, hashes.SHA256())
        .sign(Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary])
    )
    with pytest.raises(MarkFault):
        read_mark(other)


def test_a_certificate_of_somebody_else_does_not_hold() -> None:
    other = new_signing_key("别的镇")
    forged = make_mark(DIGEST, SIGNED_AT, other, key().certificate_der())
    read = read_mark(forged)
    assert isinstance(read.certificate, x509.Certificate)
    assert not read.holds()


def test_a_token_may_sign_in_the_keys_place() -> None:
    class Token:
        suite = "p256"

        def __init__(self, inner: SigningKey) -> None:
            self._inner = inner

        def spki(self) -> bytes:
            return self._inner.spki()

        def sign(self, message: bytes) -> bytes:
            return self._inner.sign(message)

    assert read_mark(make_mark(DIGEST, SIGNED_AT, Token(key()), key().certificate_der())).holds()

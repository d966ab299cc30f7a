from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from tests.bundle.made_bundle import UNIT, key

from township_ledger.bundle.signing import (
    SigningKey,
    is_p256,
    load_signing_key,
    new_signing_key,
    organisation_of,
    signature_holds,
    spki_of,
)
from township_ledger.domain.bundles import certificate_name
from township_ledger.domain.registration import key_digest, registration_code

if TYPE_CHECKING:
    from pathlib import Path


def certificate(
    private: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey, *units: str
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, unit) for unit in units])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2030, 1, 1, tzinfo=UTC))
        .sign(private, hashes.SHA256() if isinstance(private, ec.EllipticCurvePrivateKey) else None)
    )


def test_the_certificate_says_whose_it_is_and_never_ends() -> None:
    made = key().certificate
    assert organisation_of(made) == UNIT
    assert made.subject == made.issuer
    assert made.not_valid_before_utc == datetime(2000, 1, 1, tzinfo=UTC)
    assert made.not_valid_after_utc == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    usage = made.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    with pytest.raises(x509.ExtensionNotFound):
        made.extensions.get_extension_for_class(x509.ExtendedKeyUsage)


def test_a_key_comes_back_from_the_database_and_shows_nothing_of_itself() -> None:
    kept = load_signing_key(key().pkcs8(), key().certificate_der())
    assert kept.spki() == key().spki()
    assert kept.suite == "p256"
    assert signature_holds(kept.certificate, kept.sign(b"content"), b"content")
    assert not signature_holds(kept.certificate, kept.sign(b"content"), b"other")
    assert "private" not in repr(kept)


def test_a_key_and_a_certificate_that_do_not_belong_together_are_refused() -> None:
    with pytest.raises(ValueError, match="pair"):
        load_signing_key(key().pkcs8(), new_signing_key(UNIT).certificate_der())


def test_a_key_of_another_curve_is_refused() -> None:
    private = ec.generate_private_key(ec.SECP384R1())
    pkcs8 = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    made = certificate(private, UNIT)
    assert not is_p256(made)
    with pytest.raises(ValueError, match="pair"):
        load_signing_key(pkcs8, made.public_bytes(Encoding.DER))


def test_a_key_of_another_kind_signs_nothing_here() -> None:
    made = certificate(ed25519.Ed25519PrivateKey.generate(), UNIT)
    assert not is_p256(made)
    assert not signature_holds(made, b"", b"content")


def test_only_exactly_one_organisation_is_a_unit() -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    assert organisation_of(certificate(private)) == ""
    assert organisation_of(certificate(private, "一", "二")) == ""


def test_a_long_name_is_cut_as_x520_asks() -> None:
    long = "某" * 70
    assert organisation_of(new_signing_key(long).certificate) == "某" * 64 == certificate_name(long)


def test_the_registration_code_is_the_one_that_openssl_computes(tmp_path: Path) -> None:
    pem = tmp_path / "signer.pem"
    pem.write_bytes(key().certificate.public_bytes(Encoding.PEM))
    spki = subprocess.run(
        ["openssl", "pkey", "-pubin", "-outform", "DER"],
        input=subprocess.run(
            ["openssl", "x509", "-in", pem, "-pubkey", "-noout"], capture_output=True, check=True
        ).stdout,
        capture_output=True,
        check=True,
    ).stdout
    digest = subprocess.run(
        ["openssl", "dgst", "-sha256", "-binary"], input=spki, capture_output=True, check=True
    ).stdout
    letters = subprocess.run(["base32"], input=digest[:20], capture_output=True, check=True).stdout.decode()
    assert key().code.replace("-", "") == letters.strip()
    assert [len(group) for group in key().code.split("-")] == [4] * 8
    assert registration_code(key_digest(spki_of(key().certificate))) == key().code


def test_a_signing_key_is_a_signer() -> None:
    made: SigningKey = key()
    assert made.suite
    assert made.spki()

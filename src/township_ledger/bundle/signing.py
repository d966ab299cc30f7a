"""The unit's signing key: P-256, self-made, with a self-signed certificate that says whose it is.

The key lives only inside the encrypted database. Trust lives in the register of whoever receives
the bundle, never in the certificate's dates, so these are as wide as X.509 allows (2000-01-01 … 9999-12-31,
RFC 5280 §4.1.2.5). The certificate has no extended key usage: with one of document signing alone (RFC 9336)
`openssl cms -verify` refuses it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol, cast

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from township_ledger.domain.bundles import certificate_name
from township_ledger.domain.registration import key_digest, registration_code

SUITE_P256 = "p256"
_NOT_BEFORE = datetime(2000, 1, 1, tzinfo=UTC)
_NOT_AFTER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


class Signer(Protocol):
    """Whoever signs: a key of this program's, later a token. Hashing lies inside, because SM2 needs it there."""

    @property
    def suite(self) -> str:
        """The suite of the signatures: `p256`."""
        ...

    def spki(self) -> bytes:
        """Return the public key as a SubjectPublicKeyInfo (DER)."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the signature over `message`, hashed by the suite's digest: DER SEQUENCE(r, s)."""
        ...


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A P-256 key of this program's with its certificate. Its `repr` shows no key."""

    private: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate

    @property
    def suite(self) -> str:
        """The suite: P-256 with SHA-256."""
        return SUITE_P256

    def spki(self) -> bytes:
        """Return the public key as a SubjectPublicKeyInfo (DER)."""
        return spki_of(self.certificate)

    def sign(self, message: bytes) -> bytes:
        """Return the ECDSA signature over SHA-256 of `message` (DER)."""
        return self.private.sign(message, ec.ECDSA(hashes.SHA256()))

    def pkcs8(self) -> bytes:
        """Return the private key as PKCS#8 (DER, in clear): for the encrypted database alone."""
        return self.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

    def certificate_der(self) -> bytes:
        """Return the certificate (DER)."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def code(self) -> str:
        """The registration code."""
        return registration_code(key_digest(self.spki()))


def new_signing_key(unit: str) -> SigningKey:
    """Make a key and its certificate for the unit of this name.

    The certificate's organisation holds at most 64 characters (X.520); a longer name is cut there, and stands whole
    in the manifest.
    """
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, certificate_name(unit))])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,  # X.509's newer word for nonRepudiation
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_NOT_BEFORE)
        .not_valid_after(_NOT_AFTER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(private, hashes.SHA256())
    )
    return SigningKey(private, certificate)


def load_signing_key(pkcs8: bytes, certificate: bytes) -> SigningKey:
    """Return the key that the database keeps.

    Raises:
        ValueError: the two do not belong together, or are no P-256 key and certificate.
    """
    private = load_der_private_key(pkcs8, password=None)
    key = SigningKey(cast("ec.EllipticCurvePrivateKey", private), x509.load_der_x509_certificate(certificate))
    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if public != key.spki() or not is_p256(key.certificate):
        raise ValueError("key and certificate are no pair of P-256")
    return key


def spki_of(certificate: x509.Certificate) -> bytes:
    """Return a certificate's SubjectPublicKeyInfo (DER)."""
    return certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def organisation_of(certificate: x509.Certificate) -> str:
    """Return the organisation in a certificate's subject, or an empty text when it has not exactly one."""
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
    return str(names[0].value) if len(names) == 1 else ""


def is_p256(certificate: x509.Certificate) -> bool:
    """Whether a certificate holds a P-256 key."""
    public = certificate.public_key()
    return isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, ec.SECP256R1)


def signature_holds(certificate: x509.Certificate, signature: bytes, message: bytes) -> bool:
    """Whether `signature` (DER) over SHA-256 of `message` was made by the P-256 key of `certificate`."""
    public = certificate.public_key()
    if not isinstance(public, ec.EllipticCurvePublicKey):
        return False
    try:
        public.verify(signature, message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True

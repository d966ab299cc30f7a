"""The mark on a bundle (校验标记): a detached CMS SignedData in its CAdES-B form (RFC 5652, ETSI EN 319 122-1).

One shape only is written and read: one signer with its certificate, SHA-256, ECDSA, and the signed attributes
content-type, message-digest, signing-time and signing-certificate-v2 (RFC 5035); nothing unsigned. A mark that is
read is built again from its own fields and must come out byte for byte, so nothing else can ride along.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ObjectIdentifier

from township_ledger.bundle.signing import Signer, is_p256, signature_holds

MAX_MARK_BYTES = 64 * 1024

_DATA = ObjectIdentifier("1.2.840.113549.1.7.1")
_SIGNED_DATA = ObjectIdentifier("1.2.840.113549.1.7.2")
_CONTENT_TYPE = ObjectIdentifier("1.2.840.113549.1.9.3")
_MESSAGE_DIGEST = ObjectIdentifier("1.2.840.113549.1.9.4")
_SIGNING_TIME = ObjectIdentifier("1.2.840.113549.1.9.5")
_SIGNING_CERTIFICATE_V2 = ObjectIdentifier("1.2.840.113549.1.9.16.2.47")
_SHA256 = ObjectIdentifier("2.16.840.1.101.3.4.2.1")
_ECDSA_WITH_SHA256 = ObjectIdentifier("1.2.840.10045.4.3.2")


@asn1.sequence
class _Algorithm:
    algorithm: ObjectIdentifier


@asn1.sequence
class _IssuerAndSerial:
    issuer: asn1.TLV
    serial: int


@asn1.sequence
class _Attribute:
    type: ObjectIdentifier
    values: asn1.SetOf[asn1.TLV]


@asn1.sequence
class _EncapsulatedContent:
    type: ObjectIdentifier


@asn1.sequence
class _SignerInfo:
    version: int
    signer: _IssuerAndSerial
    digest: _Algorithm
    attributes: Annotated[asn1.SetOf[_Attribute], asn1.Implicit(0)]
    signature_algorithm: _Algorithm
    signature: bytes


@asn1.sequence
class _SignedData:
    version: int
    digests: asn1.SetOf[_Algorithm]
    content: _EncapsulatedContent
    certificates: Annotated[asn1.SetOf[x509.Certificate], asn1.Implicit(0)]
    signers: asn1.SetOf[_SignerInfo]


@asn1.sequence
class _ContentInfo:
    type: ObjectIdentifier
    content: Annotated[_SignedData, asn1.Explicit(0)]


@asn1.sequence
class _CertificateId:
    digest: bytes  # SHA-256 of the certificate; the algorithm is the default of RFC 5035 and so left out


@asn1.sequence
class _SigningCertificate:
    certificates: list[_CertificateId]


@asn1.sequence
class _AttributesAlone:
    attributes: Annotated[asn1.SetOf[_Attribute], asn1.Implicit(0)]


class MarkFault(Exception):
    """Bytes that are no mark of our one shape."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as read. Nothing of it is trusted before `holds`."""

    certificate: x509.Certificate
    content_digest: bytes  # SHA-256 of the signed bytes, as the mark says
    signed_at: datetime  # UTC; the claim of whoever signed
    signature: bytes
    signed_bytes: bytes

    def holds(self) -> bool:
        """Whether the embedded certificate's key made this mark."""
        return signature_holds(self.certificate, self.signature, self.signed_bytes)


def make_mark(content_digest: bytes, signed_at: datetime, signer: Signer, certificate: bytes) -> bytes:
    """Return the mark (DER) over content whose SHA-256 is `content_digest`.

    `signed_at` is aware, before 2050 (UTCTime, RFC 5652 §11.3) and is cut to whole seconds. `certificate` is DER.
    """
    parsed = x509.load_der_x509_certificate(certificate)
    attributes = _attributes(content_digest, _whole_second(signed_at), certificate)
    signature = signer.sign(_signed_bytes(attributes))
    return _encode(parsed, attributes, signature)


def read_mark(untrusted: bytes) -> Mark:
    """Return the mark that the bytes hold.

    Raises:
        MarkFault: they hold none of our one shape, with exactly our attributes and nothing beside them.
    """
    if len(untrusted) > MAX_MARK_BYTES:
        raise MarkFault
    # The decoder is written in Rust and strict; what it refuses, it refuses with more than one kind of exception.
    try:
        certificate, attributes, signature = _decode(untrusted)
        values = {attribute.type: attribute.values.as_list() for attribute in attributes.as_list()}
        content_digest: bytes = _single(values, _MESSAGE_DIGEST).parse(bytes)
        signed_at = _single(values, _SIGNING_TIME).parse(asn1.UTCTime).as_datetime()
        rebuilt = _attributes(content_digest, signed_at, certificate.public_bytes(Encoding.DER))
        shape_is_ours = _encode(certificate, rebuilt, signature) == untrusted and is_p256(certificate)
    except Exception as error:
        raise MarkFault from error
    if not shape_is_ours:
        raise MarkFault
    return Mark(certificate, content_digest, signed_at, signature, _signed_bytes(rebuilt))


def _whole_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _tlv(value: object) -> asn1.TLV:
    return asn1.decode_der(asn1.TLV, asn1.encode_der(value))


def _single(values: dict[ObjectIdentifier, list[asn1.TLV]], kind: ObjectIdentifier) -> Any:  # noqa: ANN401
    (value,) = values[kind]
    return value


def _attributes(content_digest: bytes, signed_at: datetime, certificate: bytes) -> asn1.SetOf[_Attribute]:
    identity = _SigningCertificate(certificates=[_CertificateId(digest=hashlib.sha256(certificate).digest())])
    pairs: list[tuple[ObjectIdentifier, object]] = [
        (_CONTENT_TYPE, _DATA),
        (_MESSAGE_DIGEST, content_digest),
        (_SIGNING_TIME, asn1.UTCTime(signed_at)),
        (_SIGNING_CERTIFICATE_V2, identity),
    ]
    return asn1.SetOf([_Attribute(type=kind, values=asn1.SetOf([_tlv(value)])) for kind, value in pairs])


def _signed_bytes(attributes: asn1.SetOf[_Attribute]) -> bytes:
    """Return the DER of the attributes as a SET OF, which is what is signed (RFC 5652 §5.4)."""
    # A SET OF alone cannot be encoded, so it is taken out of a sequence, where it is tagged [0]; 0x31 is its own tag.
    inside = _tlv(_AttributesAlone(attributes=attributes))
    return b"\x31" + bytes(inside.data)[1:]


def _encode(certificate: x509.Certificate, attributes: asn1.SetOf[_Attribute], signature: bytes) -> bytes:
    sha256 = _Algorithm(algorithm=_SHA256)
    signer = _SignerInfo(
        version=1,
        signer=_IssuerAndSerial(
            issuer=asn1.decode_der(asn1.TLV, certificate.issuer.public_bytes()),
            serial=certificate.serial_number,
        ),
        digest=sha256,
        attributes=attributes,
        signature_algorithm=_Algorithm(algorithm=_ECDSA_WITH_SHA256),
        signature=signature,
    )
    data = _SignedData(
        version=1,
        digests=asn1.SetOf([sha256]),
        content=_EncapsulatedContent(type=_DATA),
        certificates=asn1.SetOf([certificate]),
        signers=asn1.SetOf([signer]),
    )
    return asn1.encode_der(_ContentInfo(type=_SIGNED_DATA, content=data))


def _decode(untrusted: bytes) -> tuple[x509.Certificate, asn1.SetOf[_Attribute], bytes]:
    data = asn1.decode_der(_ContentInfo, untrusted).content
    (signer,) = data.signers.as_list()
    (certificate,) = data.certificates.as_list()
    return certificate, signer.attributes, signer.signature

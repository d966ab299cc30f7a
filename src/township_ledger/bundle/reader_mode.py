"""The bundle room's part of the reader process: one file from outside, opened without key or home.

Requests (JSON, mode `bundle`), beside `"mode"`:

    {"path": …, "trust": [{"key_sha256", "pem", "unit_name", …}], "pems": [base64, …], "now": ISO 8601, "asking": …}
        verifies a bundle; `pems` are certificates from outside that count as registered for this once
    {"path": …, "what": "certificate"}
        reads a certificate file (PEM or DER), or the certificate of whoever marked a bundle

The answers are read by `usecases/verify_bundle.py` on the keyed side, which believes nothing of them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from township_ledger.bundle.canonical_zip import ArchiveFault
from township_ledger.bundle.cms import MarkFault, read_mark
from township_ledger.bundle.container import MAX_CONTAINER_BYTES, CutShort, NoContainer, read_container
from township_ledger.bundle.signing import is_p256, organisation_of, spki_of
from township_ledger.bundle.verifying import Question, verify
from township_ledger.domain.bundles import KeyRole, TrustedKey, Unit
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.registration import key_digest
from township_ledger.domain.verdicts import Check, CheckState, Note, Outcome, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_CERTIFICATE_BYTES = 64 << 10
_MEBIBYTE = 1 << 20

Json = dict[str, object]


def verify_request(request: Mapping[str, object]) -> Json:
    """Answer one request of mode `bundle`.

    Raises:
        WorldFault: `file.missing`, `file.unreadable`; for a certificate `trust.*`.
    """
    path = Path(str(request["path"]))
    if request.get("what") == "certificate":
        return asdict(_certificate_in(path))
    untrusted = _bytes_of(path, MAX_CONTAINER_BYTES)
    if untrusted is None:
        note = Note("check.container.too_large", {"limit": MAX_CONTAINER_BYTES // _MEBIBYTE})
        return outcome_json(Outcome(in_order([Check("container", CheckState.FAULT, (note,))])))
    trust = [_trusted(item) for item in cast("list[Mapping[str, str]]", request.get("trust") or [])]
    for number, text in enumerate(cast("list[str]", request.get("pems") or []), 1):
        try:
            trust.append(read_certificate(base64.b64decode(text, validate=True), f"#{number}"))
        except binascii.Error as error:
            raise WorldFault("trust.not_certificate", file=f"#{number}") from error
    question = Question(
        {key.key_sha256: key for key in trust},
        datetime.fromisoformat(str(request["now"])),
        _unit(cast("Mapping[str, str] | None", request.get("asking"))),
    )
    return outcome_json(verify(memoryview(untrusted), question))


def read_certificate(untrusted: bytes, file: str) -> TrustedKey:
    """Return the key that a certificate (PEM or DER) names, with the unit in its subject.

    Raises:
        WorldFault: `trust.not_certificate`, `trust.not_p256` or `trust.no_unit`.
    """
    load = x509.load_pem_x509_certificate if b"-----BEGIN" in untrusted else x509.load_der_x509_certificate
    try:
        certificate = load(untrusted)
        right_key = is_p256(certificate)
        unit = organisation_of(certificate)
    except ValueError as error:
        raise WorldFault("trust.not_certificate", file=file) from error
    except Exception as error:  # the parser is written in Rust; an unknown curve raises its own kind
        raise WorldFault("trust.not_p256", file=file) from error
    if not right_key:
        raise WorldFault("trust.not_p256", file=file)
    if not unit:
        raise WorldFault("trust.no_unit", file=file)
    pem = certificate.public_bytes(Encoding.PEM).decode("ascii")
    return TrustedKey(key_digest(spki_of(certificate)), pem, unit)


def _certificate_in(path: Path) -> TrustedKey:
    """Return the key of a certificate file, or of a bundle whose mark that key made over its content."""
    untrusted = _bytes_of(path, MAX_CERTIFICATE_BYTES)
    if untrusted is None or untrusted.startswith(b"PK"):
        data = memoryview(_bytes_of(path, MAX_CONTAINER_BYTES) or b"")
        try:
            container = read_container(data)
            mark = read_mark(container.mark)
        except (NoContainer, CutShort, ArchiveFault, MarkFault) as error:
            raise WorldFault("trust.not_certificate", file=path.name) from error
        if hashlib.sha256(container.untrusted_payload).digest() != mark.content_digest or not mark.holds():
            raise WorldFault("trust.not_certificate", file=path.name)
        untrusted = mark.certificate.public_bytes(Encoding.DER)
    return read_certificate(untrusted, path.name)


def outcome_json(outcome: Outcome) -> Json:
    """Return an outcome as JSON: codes and parameters, no sentences."""
    return {
        "checks": [
            {
                "id": check.id,
                "state": check.state.value,
                "notes": [{"code": note.code, "params": dict(note.params)} for note in check.notes],
            }
            for check in outcome.checks
        ],
        "facts": asdict(outcome.facts),
    }


def _trusted(item: Mapping[str, str]) -> TrustedKey:
    values = dict(item)
    return TrustedKey(**(values | {"role": KeyRole(values["role"])}))  # type: ignore[arg-type]


def _unit(item: Mapping[str, str] | None) -> Unit | None:
    return None if item is None else Unit(item["name"], item.get("code", ""), item.get("type", ""))


def _bytes_of(path: Path, limit: int) -> bytes | None:
    """Return a file's bytes, or None when it is larger than `limit`."""
    try:
        with path.open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            if size > limit:
                return None
            data = file.read(size)
    except FileNotFoundError as error:
        raise WorldFault("file.missing") from error
    except OSError as error:
        raise WorldFault("file.unreadable") from error
    return data

"""The keyless side, and the keyed side that believes nothing of its answers."""

from __future__ import annotations

import copy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from tests.bundle.made_bundle import NOW, UNIT, good, key, trusted
from tests.bundle.made_home import SameProcess, SetClock

from township_ledger.bundle import reader_mode
from township_ledger.bundle.reader_mode import read_certificate, verify_request
from township_ledger.domain.bundles import Unit
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.verdicts import CHECKS, Verdict
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.verify_bundle import as_json, read_outcome, tell, verify_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.domain.bundles import TrustedKey
    from township_ledger.domain.verdicts import Outcome
    from township_ledger.usecases.progress import Progress

PEM = key().certificate.public_bytes(Encoding.PEM)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "石桥镇-2026H1-001.asics"
    path.write_bytes(good())
    return path


def verify(path: Path, *trust: TrustedKey, **more: Any) -> Outcome:  # noqa: ANN401
    return verify_file(path, trust, SameProcess(), SetClock(NOW), Silent(), **more)


def test_a_file_is_verified_with_registered_keys(file: Path) -> None:
    outcome = verify(file, trusted())
    assert outcome.verdict is Verdict.PASS
    told = as_json(tell(outcome))
    assert told["verdict"] == "pass"
    checks = told["checks"]
    assert isinstance(checks, list)
    assert [check["id"] for check in checks] == list(CHECKS)
    assert all(set(check) == {"id", "state", "words"} for check in checks)
    assert verify(file).verdict is Verdict.UNDECIDED


def test_a_certificate_counts_as_registered_for_this_once(file: Path) -> None:
    assert verify(file, pems=[PEM]).verdict is Verdict.PASS
    assert verify(file, pems=[key().certificate_der()], asking=Unit("甲区司法局")).verdict is Verdict.PASS
    with pytest.raises(WorldFault, match=r"trust\.not_certificate"):
        verify(file, pems=[b"no certificate"])
    request = {"path": str(file), "pems": ["%%%"], "now": NOW.isoformat()}
    with pytest.raises(WorldFault, match=r"trust\.not_certificate"):
        verify_request(request)


def test_files_that_are_not_there_or_too_large(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorldFault, match=r"file\.missing"):
        verify(file.with_name("gone"))
    with pytest.raises(WorldFault, match=r"file\.unreadable"):
        verify(file.parent)
    monkeypatch.setattr(reader_mode, "MAX_CONTAINER_BYTES", 100)
    outcome = verify(file, trusted())
    assert outcome.verdict is Verdict.FAULTS
    assert outcome.faults[0].code == "check.container.too_large"


class Answers:
    """A reader that says what it is told to say."""

    def __init__(self, answer: dict[str, object] | WorldFault) -> None:
        self._answer = answer

    def ask(self, request: Mapping[str, object], progress: Progress) -> dict[str, object]:
        if isinstance(self._answer, WorldFault):
            raise self._answer
        return self._answer


def test_the_death_of_a_reader_is_a_verdict(file: Path) -> None:
    outcome = verify_file(file, [], Answers(WorldFault("file.unsafe")), SetClock(NOW), Silent())
    assert outcome.verdict is Verdict.FAULTS
    assert tell(outcome).words == "有问题：文件过大或结构不安全，没有打开。"


GOOD: dict[str, Any] = {
    "checks": [{"id": name, "state": "ok", "notes": []} for name in CHECKS],
    "facts": {
        "payload_sha256": "a", "code": None, "key_sha256": None, "signed_at": None, "unit": "镇", "kind": None,
        "period": None, "as_of": None, "sequence": 1, "previous": None,
    },
}  # fmt: skip


def test_a_good_answer_is_believed() -> None:
    assert read_outcome(GOOD).verdict is Verdict.PASS


def note(code: object, **params: object) -> dict[str, object]:
    return {"code": code, "params": params}


@pytest.mark.parametrize(
    "notes",
    [
        [note("check.nonsense")],
        [note("drive.done")],
        [note("check.files.missing")],  # its parameter is missing
        [note("check.files.missing", name=["x"])],
        [note("check.files.missing", name=True)],
        [note("check.files.missing", name="x" * 500)],
        [{"code": "check.files.missing"}],
        [note("check.content.changed")] * 300,
        3,
    ],
)
def test_notes_that_are_nonsense_are_not_believed(notes: object) -> None:
    answer = copy.deepcopy(GOOD)
    answer["checks"][0]["notes"] = notes
    with pytest.raises(WorldFault, match=r"file\.unsafe"):
        read_outcome(answer)


@pytest.mark.parametrize(
    "change",
    [
        {"checks": None},
        {"checks": []},
        {"checks": [{"id": "container", "state": "perhaps", "notes": []}]},
        {"facts": {}},
        {"facts": GOOD["facts"] | {"sequence": "1"}},
        {"facts": GOOD["facts"] | {"unit": 1}},
    ],
)
def test_answers_that_are_nonsense_are_not_believed(change: dict[str, object]) -> None:
    with pytest.raises(WorldFault, match=r"file\.unsafe"):
        read_outcome({**GOOD, **change})


def certificate(curve: ec.EllipticCurve, *units: str) -> bytes:
    private = ec.generate_private_key(curve)
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, unit) for unit in units])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2030, 1, 1, tzinfo=UTC))
        .sign(private, hashes.SHA256())
    )
    return made.public_bytes(Encoding.PEM)


def test_a_certificate_names_key_and_unit() -> None:
    for data in (PEM, key().certificate_der()):
        read = read_certificate(data, "signer.pem")
        assert (read.unit_name, read.key_sha256, read.pem) == (UNIT, trusted().key_sha256, PEM.decode())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "trust.not_certificate"),
        (b"-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n", "trust.not_certificate"),
        (certificate(ec.SECP384R1(), UNIT), "trust.not_p256"),
        (certificate(ec.SECP256R1()), "trust.no_unit"),
    ],
)
def test_other_certificates_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(WorldFault) as caught:
        read_certificate(data, "x.pem")
    assert caught.value.code == code


def test_a_certificate_of_a_curve_that_nobody_here_knows_is_refused() -> None:
    # SM2's curve in a certificate's key: the library reads the certificate and refuses its key
    p256, sm2 = bytes.fromhex("06082a8648ce3d030107"), bytes.fromhex("06082a811ccf5501822d")
    data = key().certificate_der().replace(p256, sm2)
    assert data != key().certificate_der()
    with pytest.raises(WorldFault) as caught:
        read_certificate(data, "x.cer")
    assert caught.value.code in {"trust.not_p256", "trust.not_certificate"}


def test_a_certificate_request(tmp_path: Path) -> None:
    path = tmp_path / "signer.pem"
    path.write_bytes(PEM)
    answer = verify_request({"path": str(path), "what": "certificate"})
    assert answer["unit_name"] == UNIT
    path.write_bytes(good())
    assert verify_request({"path": str(path), "what": "certificate"})["key_sha256"] == trusted().key_sha256


def changed(at: int) -> bytes:
    data = bytearray(good())
    data[at] ^= 1
    return bytes(data)


@pytest.mark.parametrize("data", [bytes(70_000), b"PK\x03\x04", good()[:-9], changed(5000), good() + b"x"])
def test_a_certificate_comes_from_nothing_that_does_not_hold(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.asics"
    path.write_bytes(data)
    with pytest.raises(WorldFault, match=r"trust\.not_certificate"):
        verify_request({"path": str(path), "what": "certificate"})

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from tests.bundle.made_bundle import UNIT, good, key, trusted
from tests.bundle.made_home import Office, SameProcess, office
from tests.reports.reading_back import page_texts

from township_ledger.bundle.delivery import SmallFiles
from township_ledger.bundle.packer import certificate_pem
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.registration import registration_code
from township_ledger.domain.rows import OperationKind
from township_ledger.domain.verdicts import Verdict
from township_ledger.reports.registration_sheet import RegistrationPage
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.trust_keys import (
    add_trusted,
    code_of,
    export_own_key,
    read_key,
    trusted_json,
)
from township_ledger.usecases.verify_bundle import verify_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from township_ledger.domain.bundles import TrustedKey
    from township_ledger.usecases.progress import Progress


@pytest.fixture
def home(tmp_path: Path, resources: Path) -> Iterator[Office]:
    made = office(tmp_path / "home", resources)
    yield made
    made.store.close()


@pytest.fixture
def district(tmp_path: Path, resources: Path) -> Iterator[Office]:
    made = office(tmp_path / "district", resources, "甲区司法局")
    yield made
    made.store.close()


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    path = tmp_path / "signer.pem"
    path.write_bytes(key().certificate.public_bytes(Encoding.PEM))
    return path


def pin(district: Office, known: TrustedKey, name: str = "") -> TrustedKey:
    return add_trusted(known, name, district.store, district.records, district.clock)


def test_a_key_is_pinned_and_then_its_bundles_pass(district: Office, pem: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "x.asics"
    bundle.write_bytes(good())

    def verdict() -> Verdict:
        return verify_file(
            bundle, district.records.trusted(), SameProcess(), district.clock, Silent()
        ).verdict

    assert verdict() is Verdict.UNDECIDED
    added = pin(district, read_key(pem, SameProcess(), Silent()))
    assert (added.unit_name, added.added_at) == (UNIT, "2026-11-20T09:00:00+00:00")
    assert district.records.trusted() == [added]
    assert verdict() is Verdict.PASS
    operation = district.store.operations(1)[0]
    assert operation.kind is OperationKind.TRUST
    assert operation.detail["key_sha256"] == added.key_sha256
    assert trusted_json(added) == {
        "unit": UNIT,
        "code": None,
        "registration_code": registration_code(added.key_sha256),
        "key_sha256": added.key_sha256,
        "role": "township",
        "added_at": "2026-11-20T09:00:00+00:00",
        "retired_at": None,
    }


def test_pinning_twice_changes_nothing(district: Office) -> None:
    first = pin(district, trusted())
    operations = len(district.store.operations())
    assert pin(district, trusted()) == first
    assert len(district.store.operations()) == operations


def test_a_key_belongs_to_the_unit_in_its_certificate(district: Office) -> None:
    with pytest.raises(WorldFault, match=r"trust\.name_differs"):
        pin(district, trusted(), "别的镇")
    long = "某" * 70
    assert pin(district, trusted(unit_name=long[:64]), long).unit_name == long
    with pytest.raises(WorldFault, match=r"trust\.other_unit"):
        pin(district, trusted(unit_name=long[:64]))


def test_a_second_key_of_a_unit_is_a_loud_event(district: Office) -> None:
    pin(district, trusted())
    with pytest.raises(WorldFault, match=r"trust\.unit_has_key") as caught:
        pin(district, replace(trusted(), key_sha256="0" * 64))
    assert caught.value.params["mark"] == registration_code(trusted().key_sha256)


def test_a_unit_whose_key_is_retired_may_have_another(district: Office) -> None:
    with district.store.transaction(OperationKind.TRUST) as transaction:
        district.records.keep_trusted(transaction, trusted(retired_at="2026-01-01", added_at="2025-01-01"))
    new = pin(district, replace(trusted(), key_sha256="0" * 64))
    assert [known.key_sha256 for known in district.records.trusted()] == [
        new.key_sha256,
        trusted().key_sha256,
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"key_sha256": "xyz"},
        {"key_sha256": "Z" * 64},
        {"pem": 3},
        {"pem": "x" * 20_000},
        {"unit_name": ""},
        {"unit_name": None},
    ],
)
def test_a_reader_that_says_nonsense_is_not_believed(pem: Path, change: dict[str, object]) -> None:
    class Liar:
        def ask(self, request: Mapping[str, object], progress: Progress) -> dict[str, object]:
            return SameProcess().ask(request, progress) | change

    with pytest.raises(WorldFault, match=r"file\.unsafe"):
        read_key(pem, Liar(), Silent())


def test_the_own_key_goes_out_with_its_sheet(home: Office, tmp_path: Path, resources: Path) -> None:
    page = RegistrationPage(resources / "fonts")
    out = tmp_path / "登记"

    def export() -> tuple[Path, Path]:
        return export_own_key(out, home.store, home.records, certificate_pem, page, SmallFiles())

    with pytest.raises(WorldFault, match=r"trust\.no_key"):
        export()
    made = home.make()
    pem, sheet = export()
    assert [pem.name, sheet.name] == [f"{UNIT}-signer.pem", f"{UNIT}-登记单.pdf"]
    assert read_key(pem, SameProcess(), Silent()).unit_name == UNIT
    text = "".join(page_texts(sheet.read_bytes())[0].split())
    assert UNIT in text
    assert all(group in text for group in code_of(made.key).split("-"))
    assert export() == (pem, sheet)  # the same sheet again

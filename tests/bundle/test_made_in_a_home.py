"""The deed from an open home to a file: numbers, chain, gaps, clock, and what OpenSSL says of it."""

from __future__ import annotations

import base64
import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import frictionless
import pytest
from tests.bundle.made_bundle import UNIT, pdf, xlsx
from tests.bundle.made_home import ORDER, Office, report

from township_ledger.bundle.packer import certificate_pem, load_stored_key
from township_ledger.domain.bundles import ChainHead, Gap, StoredKey, Unit
from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.rows import OperationKind
from township_ledger.domain.verdicts import Check, CheckState, Note, Outcome, Verdict, in_order
from township_ledger.store.audit import audit
from township_ledger.usecases import make_bundle as making
from township_ledger.usecases.bundle_gaps import explained, found_gaps
from township_ledger.usecases.make_bundle import (
    check_clock,
    kept_outcome,
    make_bundle,
    note_delivery,
    reports_of,
    segment_to,
)
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.trust_keys import code_of

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.figures import RenderedReport
    from township_ledger.usecases.ports import LedgerReader


def manifest_of(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as outer, zipfile.ZipFile(outer.open("payload.zip")) as inner:
        found: dict[str, object] = json.loads(inner.read("bundle.json"))
        return found


def test_a_bundle_of_a_home_passes_and_openssl_says_so_too(home: Office, tmp_path: Path) -> None:
    home.edit()
    made = home.make()
    assert made.outcome.verdict is Verdict.PASS
    assert made.path.name == "石桥镇人民政府-2026H1-001.asics"
    assert [warning[:5] for warning in made.warnings] == ["未登记单位"]
    out = tmp_path / "stranger"
    out.mkdir()
    with zipfile.ZipFile(made.path) as outer:
        outer.extractall(out)
    with zipfile.ZipFile(out / "payload.zip") as inner:
        readme = inner.read("README.txt").decode("utf-8-sig")
    # the commands are taken from the README that travels inside
    commands = [line.strip() for line in readme.splitlines() if line.startswith("   openssl")]
    assert len(commands) == 3
    results = [
        subprocess.run(["bash", "-c", command], cwd=out, capture_output=True, text=True, check=True)
        for command in commands
    ]
    assert "CAdES Verification successful" in results[2].stderr
    assert code_of(made.key).replace("-", "") == results[1].stdout.strip()
    assert code_of(made.key) in readme
    assert (out / "signer.pem").read_bytes() == certificate_pem(made.key)
    assert "-attime 1795165200" in readme  # 2026-11-20 09:00 UTC
    with (out / "payload.zip").open("r+b") as file:
        file.seek(100)
        file.write(b"\xff")
    changed = subprocess.run(
        ["bash", "-c", commands[2]], cwd=out, capture_output=True, text=True, check=False
    )
    assert changed.returncode != 0


def test_frictionless_accepts_the_data_of_a_real_home(home: Office, tmp_path: Path) -> None:
    with home.store.transaction(OperationKind.ADD) as transaction:
        person = transaction.insert(
            "people", {"name": "王伟", "legal_qualification": 1, "birth": "1980-01-31"}
        )
        transaction.insert(
            "certificates", {"certificate_no": "皖G00123", "person": person, "issued": "2024-02-29"}
        )
        session = transaction.insert(
            "training", {"title": "法\n律,“学”", "start_date": "2026-03-01", "hours": 7.5}
        )
        transaction.insert("attendance", {"session": session, "person": person, "person_hours": 8.0})
        draft = transaction.insert("people", {"sex": "女"})
        transaction.insert("attendance", {"session": session, "person": draft})
        powers = transaction.insert("power_lists", {"title": "清单"})
        transaction.insert("powers", {"name": "占道经营处罚", "list": powers, "seq": 1, "state": "承接"})
    made = home.make()
    with zipfile.ZipFile(made.path) as outer, zipfile.ZipFile(outer.open("payload.zip")) as inner:
        inner.extractall(tmp_path / "payload")
    report = frictionless.validate(str(tmp_path / "payload/data/datapackage.json"), type="package")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(home.store.ledgers())
    described = json.loads((tmp_path / "payload/data/datapackage.json").read_text("utf-8"))["resources"]
    rows = {resource["name"]: resource["ledger"]["rows"] for resource in described}
    assert rows["people"] == 1
    assert rows["attendance"] == 2


def test_bundles_are_numbered_and_each_names_the_one_before(home: Office) -> None:
    first, second = home.make(), home.make(replace(ORDER, replaces=1))
    assert (first.sent.sequence, second.sent.sequence) == (1, 2)
    written = manifest_of(second.path)
    assert written["previous"] == first.sent.payload_sha256
    assert written["replaces"] == {"sequence": 1, "sha256": first.sent.payload_sha256}
    assert second.key.spki == first.key.spki
    assert [sent.sequence for sent in home.records.sent()] == [2, 1]
    assert manifest_of(home.make(replace(ORDER, replaces=1)).path)["replaces"] == written["replaces"]
    assert home.records.sent(2)[1] == second.sent
    assert json.loads(second.sent.manifest) == written
    newest = home.records.sent(1)[0]
    assert home.store.setting("last_bundle") == f"3:{newest.payload_sha256}"


def test_the_operation_stands_in_the_log(home: Office) -> None:
    made = home.make()
    newest = home.store.operations(1)[0]
    assert newest.kind is OperationKind.BUNDLE
    assert newest.number == made.sent.operation
    assert newest.detail["sequence"] == 1
    assert newest.detail["payload_sha256"] == made.sent.payload_sha256
    assert made.sent.chain_link == home.records.link_at(made.sent.operation - 1)


def test_a_number_that_left_the_house_is_never_given_again(home: Office) -> None:
    home.tools.outbox.raise_to(41)
    assert home.make().sent.sequence == 42
    assert home.tools.outbox.highest() == 42


def test_the_links_in_the_bundle_lead_to_its_head(home: Office) -> None:
    for _ in range(3):
        home.edit()
    chain = manifest_of(home.make().path)["chain"]
    assert isinstance(chain, dict)
    assert chain["since"] == {"number": 0, "link": "00" * 32, "why": "start"}
    assert [link[0] for link in chain["links"]] == [1, 2, 3, 4]
    assert chain["links"][-1][2:4] == ["王丽", "add"]


def test_links_that_do_not_fit_begin_later(home: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        home.edit()
    head = home.records.head()
    monkeypatch.setattr(making, "MAX_LINK_BYTES", 300)
    segment = segment_to(home.records, head)
    assert segment.why == "size"
    assert segment.since_number == 4
    assert segment.since_link == home.records.link_at(4)
    assert [link.number for link in segment.links] == [5, 6]
    assert home.make().outcome.verdict is Verdict.PASS


def test_what_was_written_meanwhile_is_in_the_bundle_and_leaves_no_empty_operation(home: Office) -> None:
    before = home.records.head().number
    asked: list[int] = []

    def reports() -> list[RenderedReport]:
        asked.append(home.records.head().number)
        if len(asked) == 1:
            home.edit("迟到")
        return [report()]

    home.reports = reports
    made = home.make()
    assert asked == [before, before + 1]
    assert made.sent.operation == before + 2
    with zipfile.ZipFile(made.path) as outer, zipfile.ZipFile(outer.open("payload.zip")) as inner:
        assert "迟到" in inner.read("data/people.csv").decode()
    assert len(home.store.operations()) == before + 2


def test_a_house_that_never_rests_is_bundled_under_the_lock(home: Office) -> None:
    asked = 0

    def reports() -> list[RenderedReport]:
        nonlocal asked
        asked += 1
        if not home.store.connection.in_transaction:
            home.edit(f"第{asked}人")
        return [report()]

    home.reports = reports
    made = home.make()
    assert asked == 4
    assert made.outcome.verdict is Verdict.PASS
    chain = manifest_of(made.path)["chain"]
    assert isinstance(chain, dict)
    assert chain["links"][-1][0] == made.sent.operation - 1


def test_gaps_travel_with_reason_and_date(home: Office) -> None:
    with home.store.transaction(OperationKind.ADD) as transaction:
        transaction.insert("people", {"sex": "男"})
    told = (
        Gap("people", "", "等身份证复印件", "2026-12-01"),
        Gap("cameras", "没有执法记录仪", "未采购"),
        Gap("x", ""),
    )
    made = home.make(replace(ORDER, gaps=told))
    gaps = {gap.item: gap for gap in made.gaps}
    assert gaps["people"] == Gap("people", "1 行草稿未列入", "等身份证复印件", "2026-12-01")
    assert gaps["training"].what == "还没有记录"
    assert gaps["cameras"].reason == "未采购"
    assert "x" not in gaps
    assert "attendance" not in gaps  # no page of its own
    assert made.outcome.verdict is Verdict.PASS
    assert explained(found_gaps(home.store), ()) == found_gaps(home.store)


def test_numbers_in_free_text_are_masked_and_told(home: Office) -> None:
    with home.store.transaction(OperationKind.ADD) as transaction:
        transaction.insert("people", {"name": "王伟", "remark": "11010519491231002X，13812345678"})
    made = home.make()
    assert made.warnings[1:] == ("文字里的 1 个身份证号、1 个手机号已遮盖后报送。",)
    assert made.outcome.verdict is Verdict.PASS


def test_report_names_become_file_names(home: Office) -> None:
    home.reports = lambda: [report("ledger:power_lists")]
    assert home.make().outcome.verdict is Verdict.PASS


def test_no_reports_no_bundle(home: Office) -> None:
    home.reports = list
    with pytest.raises(WorldFault, match=r"bundle\.reports_missing"):
        home.make()


def test_a_home_without_a_unit_makes_none(home: Office) -> None:
    with home.store.transaction(OperationKind.SETTING) as transaction:
        transaction.set("unit_name", " ")
    with pytest.raises(WorldFault, match=r"bundle\.no_unit"):
        home.make()


def test_only_a_bundle_that_was_sent_can_be_replaced(home: Office) -> None:
    with pytest.raises(WorldFault, match=r"bundle\.not_sent"):
        home.make(replace(ORDER, replaces=7))
    assert home.records.sent() == []


def test_a_bundle_that_cannot_be_read_is_not_recorded(home: Office) -> None:
    def broken(_path: Path, _key: StoredKey, _unit: Unit) -> Outcome:
        return Outcome(in_order([Check("content", CheckState.FAULT, (Note("check.content.changed"),))]))

    with pytest.raises(WorldFault, match=r"bundle\.self_check") as caught:
        home.make(verify=broken)
    assert "内容与校验标记不符" in str(caught.value.params["first"])
    assert home.records.sent() == []
    assert home.records.signing_key() is None
    assert home.sent == []
    assert home.tools.outbox.highest() == 0


def test_a_figure_that_differs_is_told_and_stops_nothing(home: Office) -> None:
    home.reports = lambda: [replace(report(), xlsx=xlsx(35), pdf=pdf("执法人员 35 人"))]
    made = home.make()
    assert made.outcome.verdict is Verdict.FAULTS
    assert made.sent.sequence == 1


def test_cancelling_leaves_nothing(home: Office) -> None:
    class Stopped(Silent):
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            if what == "stage.bundle_checking":
                raise Cancelled

    before = home.records.head()
    with pytest.raises(Cancelled):
        make_bundle(ORDER, home.tools, Stopped())
    assert home.records.head() == before
    assert home.sent == []


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (datetime(2026, 10, 1, tzinfo=UTC), "bundle.clock_before_build"),
        (datetime(2026, 11, 20, 8, 0, tzinfo=UTC), "bundle.clock_before_operation"),
        (datetime(2028, 1, 1, tzinfo=UTC), "bundle.clock_far_ahead"),
    ],
)
def test_a_doubtful_clock_asks_first(home: Office, now: datetime, code: str) -> None:
    home.clock.moment = now
    with pytest.raises(WorldFault) as caught:
        home.make()
    assert caught.value.code == code
    assert home.make(replace(ORDER, clock_is_right=True)).sent.sequence == 1


def test_a_clock_without_anything_before_it_is_believed() -> None:
    check_clock(datetime(2030, 1, 1, tzinfo=UTC), ChainHead(0, "00" * 32, ""))


def test_a_delivery_is_noted(home: Office) -> None:
    made = home.make()
    home.clock.pass_(minutes=5)
    at = note_delivery(home.store, home.records, made.sent.sequence, home.clock)
    assert home.records.sent(1)[0].read_back == at == "2026-11-20T09:05:00+00:00"
    assert home.store.operations(1)[0].detail["read_back"] == 1


def test_the_home_stays_sound(home: Office) -> None:
    home.edit()
    made = home.make()
    note_delivery(home.store, home.records, made.sent.sequence, home.clock)
    assert audit(home.store, Silent()).ok


def test_a_damaged_key_is_told(home: Office) -> None:
    made = home.make()
    with pytest.raises(WorldFault, match=r"bundle\.key_damaged"):
        load_stored_key(replace(made.key, pkcs8=base64.b64encode(b"x")))


def test_a_bundle_that_is_too_large_is_told(home: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from township_ledger.bundle import packer, packing

    monkeypatch.setattr(packer, "MAX_CONTAINER_BYTES", 1000)
    with pytest.raises(WorldFault, match=r"bundle\.too_large"):
        home.make()
    monkeypatch.undo()

    def refuse(*_args: object) -> None:
        raise ValueError

    monkeypatch.setattr(packer, "write_bundle", refuse)
    with pytest.raises(WorldFault, match=r"bundle\.too_large"):
        home.make()
    assert packing.write_bundle is not None


@pytest.mark.parametrize(("number", "code"), [(28, "drive.home_full"), (30, "drive.home_unwritable")])
def test_a_disk_that_refuses_is_told(
    home: Office, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    from township_ledger.bundle import packer

    def refuse(*_args: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(packer, "write_bundle", refuse)
    with pytest.raises(WorldFault) as caught:
        home.make()
    assert caught.value.code == code
    assert home.sent == []


def test_a_unit_is_named_in_the_certificate(home: Office) -> None:
    assert load_stored_key(home.make().key).certificate.subject.rfc4514_string() == f"O={UNIT}"


def test_the_form_of_a_further_ledger_is_among_the_reports(home: Office) -> None:
    from township_ledger.domain.definition_files import parse_ledger

    assert reports_of(home.store) == ("roster", "training-hours", "powers")
    further = {
        name: parse_ledger(FURTHER.replace("NAME", name), f"{name}.toml") for name in ("cameras", "plain")
    }
    further["plain"] = replace(further["plain"], form=None)

    class More:
        def ledgers(self) -> dict[str, Ledger]:
            return {**home.store.ledgers(), **further}

    assert reports_of(cast("LedgerReader", More())) == (
        "roster",
        "training-hours",
        "powers",
        "ledger:cameras",
    )


FURTHER = """
format = 1
[ledger]
name = "NAME"
title = "执法记录仪"
item = "6"
role = "主"
version = 1
label = "no"
hint = "这里放执法记录仪。"
keys = [["no"]]
[[column]]
name = "no"
title = "编号"
type = "text"
[form]
title = "执法记录仪登记表"
columns = ["no"]
"""


def test_the_kept_file_must_be_the_one_that_was_sent(home: Office) -> None:
    made = home.make()
    unit = Unit(UNIT)

    def verify() -> Outcome:
        return home.verify(made.path, made.key, unit)

    assert kept_outcome(made.sent, verify).verdict is Verdict.PASS
    made.path.write_bytes(made.path.read_bytes()[:-5])
    for _ in range(2):
        with pytest.raises(WorldFault, match=r"bundle\.sent_damaged"):
            kept_outcome(made.sent, verify)
        made.path.unlink(missing_ok=True)

"""Each case of a bundle that arrives, with the verdict that it gets."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundle.made_bundle import (
    ID_NUMBER,
    NOW,
    SIGNED_AT,
    UNIT,
    Made,
    ask,
    codes,
    descriptor,
    good,
    key,
    manifest,
    pdf,
    segment,
    states,
    trusted,
    xlsx,
)

from township_ledger.bundle.canonical_zip import ArchiveWriter, Method
from township_ledger.bundle.cms import make_mark
from township_ledger.bundle.container import HEAD, ContainerWriter, read_container
from township_ledger.bundle.manifest import manifest_bytes
from township_ledger.bundle.signing import new_signing_key
from township_ledger.domain.bundles import BundleKind, FileEntry, KeyRole, Manifest, ReportFigure, Unit
from township_ledger.domain.figures import Figure
from township_ledger.domain.verdicts import CHECKS, CheckState, Outcome, Verdict
from township_ledger.usecases.verify_bundle import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, FAULT, NOT_RUN = CheckState.OK, CheckState.FAULT, CheckState.NOT_RUN
PAYLOAD_CHECKS = CHECKS[6:]


def signed(
    members: Sequence[tuple[str, bytes, Method]], made: Manifest | None = None, *, listed: bool = True
) -> bytes:
    """A container around any members, with a bundle.json that lists them."""
    out = io.BytesIO()
    writer = ContainerWriter(out)
    for name, content, method in members:
        writer.payload.add(name, content, method)
    entries = tuple(FileEntry(n, len(c), hashlib.sha256(c).hexdigest()) for n, c, _method in members)
    whole = replace(made or manifest(), files=entries if listed else ())
    writer.payload.add("bundle.json", manifest_bytes(whole), Method.DEFLATED)
    return finished(writer, out)


def finished(writer: ContainerWriter, out: io.BytesIO) -> bytes:
    writer.finish(lambda digest: make_mark(digest, SIGNED_AT, key(), key().certificate_der()))
    return out.getvalue()


def sealed(payload: bytes) -> bytes:
    """A container around any payload bytes, rightly signed."""
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    from township_ledger.bundle.container import MIMETYPE

    writer.add("mimetype", MIMETYPE, Method.STORED)
    writer.add("payload.zip", payload, Method.STORED)
    mark = make_mark(hashlib.sha256(payload).digest(), SIGNED_AT, key(), key().certificate_der())
    writer.add("META-INF/signature.p7s", mark, Method.STORED)
    writer.close()
    return out.getvalue()


def as_members(made: Made) -> list[tuple[str, bytes, Method]]:
    return [(name, content, Method.STORED) for name, content in made.contents.items()]


def only_fault(outcome: Outcome, name: str, *wanted: str) -> None:
    """The one check that is wrong is `name`, with exactly these codes."""
    assert outcome.verdict is Verdict.FAULTS
    assert [check.id for check in outcome.checks if check.state is FAULT] == [name]
    assert codes(outcome, name) == list(wanted)


def test_a_good_bundle_passes_with_every_check_done() -> None:
    outcome = ask(good())
    assert outcome.verdict is Verdict.PASS
    assert [check.id for check in outcome.checks] == list(CHECKS)
    assert set(states(outcome).values()) == {OK}
    assert tell(outcome).words == "通过：来源与完整性校验正确，石桥镇人民政府，第 1 号，2026H1。"
    assert (
        outcome.facts.payload_sha256
        == hashlib.sha256(read_container(memoryview(good())).untrusted_payload).hexdigest()
    )


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 something else" * 40])
def test_no_bundle_at_all(data: bytes) -> None:
    outcome = ask(data)
    only_fault(outcome, "container", "check.container.not_bundle")
    assert tell(outcome).words == "不是报送包。"
    assert {state for name, state in states(outcome).items() if name != "container"} == {NOT_RUN}


def test_cut_short_says_how_much_is_missing() -> None:
    made = Made()
    made.contents["reports/roster.pdf"] = pdf() + bytes(range(256)) * 14_000
    data = made.bytes()
    outcome = ask(data[: len(data) // 2])
    only_fault(outcome, "complete", "check.complete.cut")
    assert tell(outcome).words == "有问题：文件不完整（应 3.4 MB，实 1.7 MB）。"


def test_cut_short_by_a_few_bytes_is_told_in_bytes() -> None:
    outcome = ask(good()[:-3])
    words = tell(outcome).words
    assert f"{len(good()):,} 字节" in words
    assert f"{len(good()) - 3:,} 字节" in words


def test_cut_short_before_the_size_can_be_told() -> None:
    outcome = ask(good()[: len(HEAD) + 5])
    only_fault(outcome, "complete", "check.complete.unknown")


def test_content_changed_says_only_that() -> None:
    data = bytearray(good())
    data[len(data) // 2] ^= 1
    outcome = ask(bytes(data))
    only_fault(outcome, "content", "check.content.changed")
    assert tell(outcome).words == "有问题：内容与校验标记不符。"
    assert {states(outcome)[name] for name in PAYLOAD_CHECKS} == {NOT_RUN}
    assert outcome.facts.unit is None


def test_the_record_of_the_payload_changed() -> None:
    data = bytearray(good())
    at = len(HEAD) + 14  # its CRC-32 in the local header and in the directory
    other = (int.from_bytes(data[at : at + 4], "little") ^ 1).to_bytes(4, "little")
    old = bytes(data[at : at + 4])
    data[at : at + 4] = other
    place = data.rindex(old)
    data[place : place + 4] = other
    only_fault(ask(bytes(data)), "outer", "check.outer.content")


def test_signature_changed() -> None:
    other = new_signing_key(UNIT)
    out = io.BytesIO()
    writer = ContainerWriter(out)
    writer.finish(lambda digest: make_mark(digest, SIGNED_AT, other, key().certificate_der()))
    outcome = ask(out.getvalue())
    only_fault(outcome, "signature", "check.signature.wrong")
    assert {states(outcome)[name] for name in PAYLOAD_CHECKS} == {NOT_RUN}


def test_mark_of_another_shape() -> None:
    out = io.BytesIO()
    writer = ContainerWriter(out)
    writer.finish(lambda _digest: b"0\x03\x02\x01\x05")
    only_fault(ask(out.getvalue()), "mark", "check.mark.shape")


def test_an_unknown_key_runs_all_checks_and_shows_its_code() -> None:
    outcome = ask(good(), trust=())
    assert outcome.verdict is Verdict.UNDECIDED
    assert [name for name, state in states(outcome).items() if state is NOT_RUN] == ["signer", "kind"]
    assert tell(outcome).words == f"无法判断·来源未核实：密钥没有登记，登记校验码 {key().code}。"


def test_an_unknown_key_with_other_faults_is_told_of_these() -> None:
    made = Made()
    made.contents["data/people.csv"] += f"01,{ID_NUMBER}\r\n".encode()
    assert ask(made.bytes(), trust=()).verdict is Verdict.FAULTS


def test_a_retired_key() -> None:
    only_fault(
        ask(good(), trust=(trusted(retired_at="2026-06-01T00:00:00+00:00"),)),
        "signer",
        "check.signer.retired",
    )


def test_a_key_without_the_right_to_this_kind() -> None:
    only_fault(ask(good(), trust=(trusted(role=KeyRole.DISTRICT),)), "kind", "check.kind.not_allowed")
    receipt = Made().with_(kind=BundleKind.RECEIPT).bytes()
    only_fault(ask(receipt), "kind", "check.kind.not_allowed")
    assert ask(receipt, trust=(trusted(role=KeyRole.DISTRICT),)).verdict is Verdict.PASS


def test_the_unit_inside_is_not_the_signers() -> None:
    only_fault(ask(Made().with_(unit=Unit("别的镇")).bytes()), "unit", "check.unit.certificate")
    only_fault(ask(good(), trust=(trusted(unit_name="别的镇"),)), "unit", "check.unit.registered")
    only_fault(ask(good(), trust=(trusted(unit_code="11340702999"),)), "unit", "check.unit.code")
    assert ask(good(), trust=(trusted(unit_code="11340702003"),)).verdict is Verdict.PASS
    assert ask(Made().with_(unit=Unit(UNIT)).bytes(), trust=(trusted(unit_code="1"),)).verdict is Verdict.PASS


def test_the_recipient() -> None:
    data = Made().with_(recipient=Unit("甲区司法局", "1")).bytes()
    nobody = ask(data)
    assert states(nobody)["recipient"] is NOT_RUN
    assert nobody.verdict is Verdict.PASS
    assert ask(data, asking=Unit("甲区司法局（新名）", "1")).verdict is Verdict.PASS
    assert ask(data, asking=Unit("甲区司法局")).verdict is Verdict.PASS
    only_fault(ask(data, asking=Unit("乙区司法局", "2")), "recipient", "check.recipient.other")


def test_declared_suites() -> None:
    only_fault(ask(Made().with_(suites=("sm2",)).bytes()), "suites", "check.suites.missing")
    only_fault(ask(Made().with_(suites=("p256", "p256")).bytes()), "suites", "check.suites.missing")
    only_fault(ask(Made().with_(suites=("p256", "sm2")).bytes()), "suites", "check.suites.missing")


def test_an_sm2_mark_without_a_library_leaves_the_verdict_open() -> None:
    inner = bytes(read_container(memoryview(Made().with_(suites=("p256", "sm2")).bytes())).untrusted_payload)
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    from township_ledger.bundle.container import MIMETYPE

    mark = make_mark(hashlib.sha256(inner).digest(), SIGNED_AT, key(), key().certificate_der())
    for name, content in (
        ("mimetype", MIMETYPE),
        ("payload.zip", inner),
        ("META-INF/signature.p7s", mark),
        ("META-INF/signature-sm2.sig", b"sig"),
        ("META-INF/signature-sm2.p7s", b"p7s"),
    ):
        writer.add(name, content, Method.STORED)
    writer.close()
    outcome = ask(out.getvalue())
    assert outcome.verdict is Verdict.UNDECIDED
    assert codes(outcome, "suites") == ["check.suites.sm2"]
    assert tell(outcome).words == "无法判断：本机没有 SM2 算法库，SM2 校验标记未核对。"


def test_signed_in_the_future_is_a_fault_and_not_refused() -> None:
    outcome = ask(good(), now=SIGNED_AT - timedelta(hours=1))
    only_fault(outcome, "clock", "check.clock.future")
    assert states(outcome)["chain"] is OK
    assert "签署时间晚于本机时间" in tell(outcome).words
    assert ask(good(), now=SIGNED_AT - timedelta(minutes=5)).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil.pdf", "path"),
        ("/etc/passwd", "path"),
        ("reports\\evil.pdf", "path"),
        ("reports/../../x", "path"),
        ("reports//x.pdf", "path"),
        ("C:/x.pdf", "path"),
        ("reports/con.pdf", "path"),
        ("reports/NUL", "path"),
        ("reports/.hidden", "path"),
        ("reports/x.", "path"),
        ("reports/x .pdf\u202efdp.exe", "path"),
        ("报表.pdf", "path"),
        ("a/b/c/d/e.pdf", "path"),
        ("reports/inner.zip", "nested"),
        ("data/inner.asics", "nested"),
        ("reports/Roster.7Z", "nested"),
    ],
)
def test_unsafe_names_are_refused_before_unpacking(name: str, code: str) -> None:
    outcome = ask(signed([(name, b"x", Method.STORED)]))
    only_fault(outcome, "structure", f"check.structure.{code}")
    assert "文件结构不安全" in tell(outcome).words
    assert states(outcome)["files"] is NOT_RUN


def test_names_that_differ_in_case_alone_are_refused() -> None:
    data = signed([("reports/a.pdf", b"x", Method.STORED), ("reports/A.pdf", b"x", Method.STORED)])
    only_fault(ask(data), "structure", "check.structure.doubled")


def test_huge_expansion_is_refused_before_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = signed([("data/bomb.csv", bytes(129 << 20), Method.DEFLATED)])
    assert len(bomb) < 2 << 20
    monkeypatch.setattr(zlib, "decompressobj", None)
    only_fault(ask(bomb), "structure", "check.structure.large")


def test_many_large_members_are_refused_together() -> None:
    data = signed([(f"data/part{n}.csv", bytes(100 << 20), Method.DEFLATED) for n in range(4)])
    only_fault(ask(data), "structure", "check.structure.total")


def test_a_lying_size_is_a_changed_file_and_costs_nothing() -> None:
    inner = bytearray(
        read_container(
            memoryview(signed([("data/a.csv", bytes(1 << 20), Method.DEFLATED)]))
        ).untrusted_payload
    )
    for at in (22, inner.index(b"PK\x01\x02") + 24):
        inner[at : at + 4] = (5).to_bytes(4, "little")
    outcome = ask(sealed(bytes(inner)))
    assert states(outcome)["files"] is FAULT
    assert "check.files.changed" in codes(outcome, "files")


@pytest.mark.parametrize("payload", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_payload_that_is_no_archive(payload: bytes) -> None:
    only_fault(ask(sealed(payload)), "structure", "check.structure.directory")


def test_a_payload_with_bytes_before_or_behind() -> None:
    inner = bytes(read_container(memoryview(good())).untrusted_payload)
    only_fault(ask(sealed(b"MZ" + inner)), "structure", "check.structure.directory")
    only_fault(ask(sealed(inner + b"MZ")), "structure", "check.structure.suffix")


def test_outside_prefix_suffix_and_an_unsigned_member() -> None:
    only_fault(ask(b"MZ\x90" + good()), "outer", "check.outer.prefix")
    only_fault(ask(good() + b"more"), "outer", "check.outer.suffix")


def test_a_bundle_without_its_list_of_contents() -> None:
    out = io.BytesIO()
    writer = ContainerWriter(out)
    writer.payload.add("data/a.csv", b"", Method.STORED)
    outcome = ask(finished(writer, out))
    only_fault(outcome, "manifest", "check.manifest.absent")
    assert states(outcome)["signer"] is OK
    assert states(outcome)["files"] is NOT_RUN


def test_a_list_of_contents_that_is_wrong_too_large_or_broken() -> None:
    for content, case in ((b"{}", "format"), (bytes((1 << 20) + 1), "size")):
        out = io.BytesIO()
        writer = ContainerWriter(out)
        writer.payload.add("bundle.json", content, Method.DEFLATED)
        only_fault(ask(finished(writer, out)), "manifest", f"check.manifest.{case}")
    inner = bytearray(read_container(memoryview(good())).untrusted_payload)
    at = inner.rindex(b"bundle.json", 0, inner.rindex(b"bundle.json")) + len("bundle.json")
    inner[at] ^= 0xFF
    only_fault(ask(sealed(bytes(inner))), "manifest", "check.manifest.broken")


def test_every_file_that_is_missing_changed_or_extra_is_listed() -> None:
    made = Made()
    members = as_members(made)
    entries = [FileEntry(n, len(c), hashlib.sha256(c).hexdigest()) for n, c, _m in members]
    entries[0] = replace(entries[0], sha256="0" * 64)
    entries[1] = replace(entries[1], size=1)
    entries += [FileEntry("reports/gone.pdf", 1, "0" * 64), entries[2], FileEntry("bundle.json", 1, "0" * 64)]
    out = io.BytesIO()
    writer = ContainerWriter(out)
    for name, content, method in [*members, ("reports/x.doc", b"x", Method.STORED)]:
        writer.payload.add(name, content, method)
    writer.payload.add(
        "bundle.json", manifest_bytes(replace(manifest(), files=tuple(entries))), Method.STORED
    )
    outcome = ask(finished(writer, out))
    assert states(outcome)["files"] is FAULT
    (files,) = (check for check in outcome.checks if check.id == "files")
    assert [(note.code.rpartition(".")[2], note.params["name"]) for note in files.notes] == [
        ("changed", "reports/roster.pdf"),
        ("changed", "reports/roster.xlsx"),
        ("missing", "reports/gone.pdf"),
        ("listed_twice", "data/datapackage.json"),
        ("listed_twice", "bundle.json"),
        ("extra", "reports/x.doc"),
    ]
    assert "多出 reports/x.doc" in tell(outcome).checks[14][2]


def test_a_listed_file_that_no_bundle_holds() -> None:
    data = signed([*as_members(Made()), ("reports/setup.exe", b"MZ", Method.STORED)])
    only_fault(ask(data), "files", "check.files.strange")


def test_id_numbers_are_counted_by_file() -> None:
    made = Made()
    made.contents["data/people.csv"] += (
        f"01,{ID_NUMBER}\r\n02,住{ID_NUMBER.lower()}。\r\n03,110105194912310021\r\n".encode()
    )
    made.contents["reports/roster.xlsx"] = xlsx(36, f"备注 {ID_NUMBER}")
    outcome = ask(made.bytes())
    only_fault(outcome, "personal", "check.personal.ids", "check.personal.ids")
    (personal,) = (check for check in outcome.checks if check.id == "personal")
    assert {note.params["name"]: note.params["count"] for note in personal.notes} == {
        "data/people.csv": 2,
        "reports/roster.xlsx": 1,
    }
    assert "公开件含身份证号 2 处" in tell(outcome).checks[16][2]
    assert ID_NUMBER not in json.dumps([line for *_rest, line in tell(outcome).checks])


def test_an_xlsx_that_is_none_cannot_be_searched() -> None:
    made = Made()
    made.contents["reports/roster.xlsx"] = b"no workbook"
    outcome = ask(made.bytes())
    assert codes(outcome, "personal") == ["check.personal.bad_sheet"]
    assert codes(outcome, "figures") == ["check.figures.unreadable"]


def test_figures_that_differ_are_named() -> None:
    made = Made()
    made.contents["reports/roster.xlsx"] = xlsx(37)
    made.contents["reports/roster.pdf"] = pdf("执法人员 136 人")
    outcome = ask(made.bytes())
    only_fault(outcome, "figures", "check.figures.sheet", "check.figures.page")
    assert "执法人员：清单写 36，reports/roster.xlsx 的 C4 格是 37" in tell(outcome).checks[17][2]


def test_figures_without_their_files_or_in_files_that_open_not() -> None:
    made = Made()
    del made.contents["reports/roster.xlsx"], made.contents["reports/roster.pdf"]
    only_fault(ask(made.bytes()), "figures", "check.figures.no_file", "check.figures.no_file")
    made = Made()
    made.contents["reports/roster.pdf"] = b"no pdf"
    only_fault(ask(made.bytes()), "figures", "check.figures.unreadable")


def test_figures_in_places_that_are_not_there() -> None:
    figures = (
        ReportFigure("roster", Figure("a", "甲", "36", "没有的表", "C4", 1)),
        ReportFigure("roster", Figure("b", "执法人员", "36", "持证上岗情况表", "Z99", 9)),
    )
    outcome = ask(Made().with_(figures=figures).bytes())
    only_fault(outcome, "figures", *["check.figures.sheet"] * 2, *["check.figures.page"] * 2)


def test_the_data_package_is_compared_with_its_description() -> None:
    made = Made()
    made.contents["data/datapackage.json"] = descriptor(people=["uid", "title"], gone=["uid"])
    made.contents["data/more.csv"] = b"uid\r\n"
    only_fault(ask(made.bytes()), "data", "check.data.header", "check.data.missing", "check.data.undescribed")


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"resources":[{}]}', b'{"resources":3}', b"[" * 100_000])
def test_a_description_that_cannot_be_read(content: bytes) -> None:
    made = Made()
    made.contents["data/datapackage.json"] = content
    only_fault(ask(made.bytes()), "data", "check.data.unreadable")


def test_a_description_that_is_missing_or_too_large() -> None:
    made = Made()
    made.contents["data/datapackage.json"] = b" " * ((4 << 20) + 1)
    only_fault(ask(made.bytes()), "data", "check.data.unreadable")
    made = Made()
    del made.contents["data/datapackage.json"]
    only_fault(ask(made.bytes()), "data", "check.data.absent")


def test_columns_of_id_numbers_and_phones_are_refused() -> None:
    made = Made()
    fields = [
        {"name": "uid", "kind": "text"},
        {"name": "tel", "kind": "phone"},
        {"name": "nr", "kind": "text", "title": "公民身份号码"},
    ]
    resource = {"name": "people", "path": "people.csv", "schema": {"fields": fields}}
    made.contents["data/datapackage.json"] = json.dumps({"resources": [resource]}).encode()
    made.contents["data/people.csv"] = b"uid,tel,nr\r\n"
    only_fault(ask(made.bytes()), "data", *["check.data.personal_column"] * 2)


def test_a_header_line_without_end_is_read_to_its_limit() -> None:
    made = Made()
    made.contents["data/people.csv"] = b"uid," + b"x" * 200_000
    only_fault(ask(made.bytes()), "data", "check.data.header")
    made.contents["data/people.csv"] = b""
    only_fault(ask(made.bytes()), "data", "check.data.header")
    made.contents["data/people.csv"] = b"uid,name"
    assert ask(made.bytes()).verdict is Verdict.PASS


def test_the_links_of_the_log_are_recomputed() -> None:
    chain = segment(5)
    first = chain.links[1]
    broken = replace(chain, links=(chain.links[0], replace(first, person="李四"), *chain.links[2:]))
    only_fault(ask(Made().with_(chain=broken).bytes()), "chain", "check.chain.broken")
    gap = replace(chain, links=chain.links[:2] + chain.links[3:])
    only_fault(ask(Made().with_(chain=gap).bytes()), "chain", "check.chain.gap")
    only_fault(ask(Made().with_(chain=segment(2, 0, "ab" * 32)).bytes()), "chain", "check.chain.start")
    only_fault(ask(Made().with_(chain=segment(2, 7)).bytes()), "chain", "check.chain.start")
    later = segment(2, 7, "ab" * 32, "size")
    assert ask(Made().with_(chain=later).bytes()).verdict is Verdict.PASS


def test_very_many_faults_are_counted() -> None:
    members = [(f"data/{number:03}x.csv", b"", Method.STORED) for number in range(300)]
    outcome = ask(signed([*as_members(Made()), *members], listed=False))
    (files,) = (check for check in outcome.checks if check.id == "files")
    assert len(files.notes) == 201
    assert files.notes[-1].code == "check.more"
    assert files.notes[-1].params["count"] == 304 - 200


DATA = good()


@settings(max_examples=300)
@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_no_changed_byte_ever_passes(at: int, change: int) -> None:
    changed = bytearray(DATA)
    changed[at] ^= change
    outcome = ask(bytes(changed))
    assert outcome.verdict is not Verdict.PASS
    assert tell(outcome).words


@settings(max_examples=60)
@given(st.data())
def test_whatever_the_payload_holds_there_is_a_verdict(data: st.DataObject) -> None:
    inner = bytearray(read_container(memoryview(DATA)).untrusted_payload)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(inner) - 1))
        piece = data.draw(st.binary(max_size=8))
        inner[at : at + data.draw(st.integers(0, 8))] = piece
        if not inner:
            break
    outcome = ask(sealed(bytes(inner)))
    if bytes(inner) != bytes(read_container(memoryview(DATA)).untrusted_payload):
        assert outcome.verdict is not Verdict.PASS
    assert tell(outcome).words


def test_time_of_the_question_is_used() -> None:
    assert ask(good(), now=NOW).verdict is Verdict.PASS

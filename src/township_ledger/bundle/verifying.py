"""Bytes in, verdict out: the checks on a bundle that arrived.

The order, and what waits for what:

 1. container   the first bytes are ours; else 不是报送包 and nothing further runs
 2. complete    the length is what the headers say; else 文件不完整 and nothing further runs
 3. outer       the outer ZIP, built again from its own fields, is byte-identical; nothing before, behind or beside
 4. mark        the CMS, built again from its own fields, is byte-identical: one signer, exactly our attributes
 5. content     SHA-256 over payload.zip is the marked one; else only 内容与校验标记不符
 6. signature   the embedded certificate's key made the mark
    – until here nothing inside payload.zip is looked at; a fault in 1–6 leaves all later checks 未执行 –
 7. structure   payload.zip has our form, its names are safe, its sizes within the limits
 8. manifest    bundle.json alone is unpacked (≤ 1 MiB) and parsed; without it, 9–14 and 16–19 do not run
 9. signer      the key is registered; an unregistered one leaves the verdict open, and all other checks still run
10. kind        a key of that role may sign this kind
11. unit        the unit named inside, the one in the certificate and the registered one are the same
12. recipient   it is meant for us, if it names anybody and somebody asks
13. suites      every declared suite is there and was checked; SM2 without a library did not run
14. clock       it was not signed in the future
15. files       every listed file is there with its size and SHA-256, and no other
16. data        the data package is what its description says, without columns of ID numbers or phones
17. personal    no ID numbers in CSV or xlsx
18. figures     every figure stands in sheet and page
19. chain       the links follow from one another

7 comes before 8 because bundle.json is found through the structure; a payload with an unsafe structure is refused
before anything in it is unpacked. This module does no input or output; it is meant for the reader process, and
whatever the bytes hold, it returns an `Outcome`.
"""

from __future__ import annotations

import hashlib
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from township_ledger.bundle.canonical_zip import ArchiveFault
from township_ledger.bundle.cms import Mark, MarkFault, read_mark
from township_ledger.bundle.container import Container, CutShort, NoContainer, read_container
from township_ledger.bundle.manifest import ManifestFault, read_manifest
from township_ledger.bundle.payload_checks import check_payload, open_payload, read_listed_manifest
from township_ledger.bundle.payload_names import shown_name
from township_ledger.bundle.signing import organisation_of, spki_of
from township_ledger.domain.bundles import MAY_SIGN, Manifest, TrustedKey, Unit, certificate_name
from township_ledger.domain.registration import key_digest, registration_code
from township_ledger.domain.verdicts import Check, CheckState, Facts, Note, Outcome, fault_check, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.faults import Param

CLOCK_TOLERANCE = timedelta(minutes=10)
"""Two office clocks are never quite equal; less than this ahead is no future."""
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Question:
    """What the verifier is told beside the bytes: registered keys by their digest, the time, and who asks."""

    trust: Mapping[str, TrustedKey]
    now: datetime
    asking: Unit | None = None


def verify(untrusted: memoryview, question: Question) -> Outcome:
    """Return all checks on a container's bytes. Never raises for what the bytes hold."""
    opened = _open(untrusted)
    if isinstance(opened, list):
        return Outcome(in_order(opened))
    container, payload_digest, mark = opened
    facts = _facts(payload_digest, mark)
    checks = [_ok(name) for name in ("container", "complete", "outer", "mark", "content", "signature")]
    checks.append(_clock(mark, question.now))
    trusted = question.trust.get(facts.key_sha256 or "")
    checks.append(_signer(trusted, facts))
    payload = open_payload(container.untrusted_payload)
    if isinstance(payload, Check):
        return Outcome(in_order([*checks, payload]), facts)
    checks.append(_ok("structure"))
    try:
        manifest = read_manifest(read_listed_manifest(payload))
    except ManifestFault as fault:
        note = Note(f"check.manifest.{fault.case}", {"key": fault.key})
        return Outcome(in_order([*checks, fault_check("manifest", [note])]), facts)
    checks += [_ok("manifest"), *_judge(manifest, mark, trusted, container, question)]
    checks += check_payload(payload, manifest)
    return Outcome(in_order(checks), _with_manifest(facts, manifest))


def _ok(name: str, code: str = "", /, **params: Param) -> Check:
    return Check(name, CheckState.OK, (Note(code, params),) if code else ())


def _one(name: str, code: str, /, **params: Param) -> Check:
    return fault_check(name, [Note(code, params)])


def _open(untrusted: memoryview) -> list[Check] | tuple[Container, str, Mark]:
    """Do checks 1 to 6: the container with its payload's digest and mark, or the checks done up to the first fault."""
    done = [_ok("container"), _ok("complete"), _ok("outer"), _ok("mark"), _ok("content")]
    try:
        container = read_container(untrusted)
        mark = read_mark(container.mark)
    except NoContainer:
        return [_one("container", "check.container.not_bundle")]
    except CutShort as cut:
        return [*done[:1], _cut_short(cut)]
    except ArchiveFault as fault:
        return [*done[:2], _one("outer", f"check.outer.{fault.case}", name=shown_name(fault.name))]
    except MarkFault:
        return [*done[:3], _one("mark", "check.mark.shape")]
    digest, crc = _digests(container.untrusted_payload)
    if digest != mark.content_digest:
        return [*done[:4], _one("content", "check.content.changed")]
    if crc != container.payload_crc:
        return [*done[:2], _one("outer", "check.outer.content", name="payload.zip")]
    if not mark.holds():
        return [*done[:5], _one("signature", "check.signature.wrong")]
    return container, digest.hex(), mark


def _digests(payload: memoryview) -> tuple[bytes, int]:
    """Return SHA-256 and CRC-32, taken side by side: both leave the interpreter lock alone."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        crc = pool.submit(zlib.crc32, payload)
        return hashlib.sha256(payload).digest(), crc.result()


def _cut_short(cut: CutShort) -> Check:
    if not cut.expected:
        return _one("complete", "check.complete.unknown", actual=_size(cut.actual))
    expected, actual = _size(cut.expected), _size(cut.actual)
    if expected == actual:
        expected, actual = f"{cut.expected:,} 字节", f"{cut.actual:,} 字节"
    return _one("complete", "check.complete.cut", expected=expected, actual=actual)


def _size(count: int) -> str:
    return f"{count / _MEBIBYTE:.1f} MB" if count >= _MEBIBYTE else f"{max(1, count // 1024)} KB"


def _facts(payload_digest: str, mark: Mark) -> Facts:
    digest = key_digest(spki_of(mark.certificate))
    return Facts(
        payload_sha256=payload_digest,
        code=registration_code(digest),
        key_sha256=digest,
        signed_at=mark.signed_at.astimezone(UTC).isoformat(),
    )


def _with_manifest(facts: Facts, manifest: Manifest) -> Facts:
    return replace(
        facts,
        unit=manifest.unit.name,
        kind=manifest.kind.value,
        period=manifest.period,
        as_of=manifest.as_of,
        sequence=manifest.sequence,
        previous=manifest.previous,
    )


def _clock(mark: Mark, now: datetime) -> Check:
    if mark.signed_at <= now + CLOCK_TOLERANCE:
        return _ok("clock")
    signed, here = (
        moment.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M") for moment in (mark.signed_at, now)
    )
    return _one("clock", "check.clock.future", signed=signed, now=here)


def _signer(trusted: TrustedKey | None, facts: Facts) -> Check:
    if trusted is None:
        return Check(
            "signer", CheckState.NOT_RUN, (Note("check.signer.unknown", {"mark": facts.code or ""}),)
        )
    if trusted.retired_at:
        return _one("signer", "check.signer.retired", unit=trusted.unit_name, date=trusted.retired_at[:10])
    return _ok("signer", "check.signer.registered", unit=trusted.unit_name, mark=facts.code or "")


def _judge(
    manifest: Manifest, mark: Mark, trusted: TrustedKey | None, container: Container, question: Question
) -> list[Check]:
    return [
        _kind(manifest, trusted),
        _unit(manifest, mark, trusted),
        _recipient(manifest, question.asking),
        _suites(manifest, container),
    ]


def _kind(manifest: Manifest, trusted: TrustedKey | None) -> Check:
    if trusted is None:
        return Check("kind", CheckState.NOT_RUN, (Note("check.kind.unknown"),))
    if manifest.kind in MAY_SIGN[trusted.role]:
        return _ok("kind")
    return _one("kind", "check.kind.not_allowed", unit=trusted.unit_name)


def _unit(manifest: Manifest, mark: Mark, trusted: TrustedKey | None) -> Check:
    claimed, signer = manifest.unit.name, organisation_of(mark.certificate)
    if certificate_name(claimed) != signer:
        return _one("unit", "check.unit.certificate", unit=_short(claimed), signer=_short(signer))
    if trusted is not None and claimed != trusted.unit_name:
        return _one("unit", "check.unit.registered", unit=_short(claimed), signer=trusted.unit_name)
    if trusted is not None and trusted.unit_code and manifest.unit.code not in {"", trusted.unit_code}:
        return _one("unit", "check.unit.code", unit=_short(claimed))
    return _ok("unit")


def _short(text: str) -> str:
    return shown_name(text) or "（无）"


def _recipient(manifest: Manifest, asking: Unit | None) -> Check:
    recipient = manifest.recipient
    if recipient is None:
        return _ok("recipient", "check.recipient.none")
    if asking is None:
        note = Note("check.recipient.nobody", {"unit": _short(recipient.name)})
        return Check("recipient", CheckState.NOT_RUN, (note,))
    same = recipient.code == asking.code if recipient.code and asking.code else recipient.name == asking.name
    return (
        _ok("recipient") if same else _one("recipient", "check.recipient.other", unit=_short(recipient.name))
    )


def _suites(manifest: Manifest, container: Container) -> Check:
    declared = set(manifest.suites)
    if "p256" not in declared or len(declared) != len(manifest.suites):
        return _one("suites", "check.suites.missing", suite="P-256")
    if ("sm2" in declared) != bool(container.sm2_members):
        return _one("suites", "check.suites.missing", suite="SM2")
    if "sm2" in declared:
        return Check("suites", CheckState.NOT_RUN, (Note("check.suites.sm2"),))
    return _ok("suites")

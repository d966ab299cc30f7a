"""Small real bundles for tests, with every knob that a case needs."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from township_ledger.bundle.packing import write_bundle
from township_ledger.bundle.signing import SigningKey, new_signing_key
from township_ledger.bundle.verifying import Question, verify
from township_ledger.domain.bundles import (
    NO_LINK,
    BundleKind,
    ChainLink,
    ChainSegment,
    Gap,
    Manifest,
    PackReference,
    ReportFigure,
    TrustedKey,
    Unit,
)
from township_ledger.domain.chain import link_after
from township_ledger.domain.figures import Figure
from township_ledger.domain.registration import key_digest

if TYPE_CHECKING:
    from township_ledger.domain.verdicts import CheckState, Outcome

UNIT = "石桥镇人民政府"
SIGNED_AT = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 7, 2, 9, 0, tzinfo=UTC)
FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "NotoSerifSC_400Regular.ttf"
ID_NUMBER = "11010519491231002X"  # the example of GB 11643


@cache
def key() -> SigningKey:
    """One key for all tests."""
    return new_signing_key(UNIT)


@cache
def pdf(text: str = "执法人员 36 人") -> bytes:
    if "Serif" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Serif", FONT))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Serif", 12)
    canvas.drawString(72, 700, text)
    canvas.save()
    return out.getvalue()


@cache
def xlsx(value: str | int = 36, extra: str = "") -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("持证上岗情况表")
        sheet.write("A1", "持证上岗情况表")
        sheet.write("B2", "执法人员")
        sheet.write("C4", value)
        sheet.write_string("A9", extra)
    return out.getvalue()


def segment(count: int = 3, since: int = 0, link: str = NO_LINK, why: str = "start") -> ChainSegment:
    links: list[ChainLink] = []
    head = bytes.fromhex(link)
    for number in range(since + 1, since + count + 1):
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        item = ChainLink(number, f"2026-06-30T01:00:{number:02d}+00:00", "王丽", "edit", digest)
        head = link_after(head, number, item.at, item.person, item.kind, bytes.fromhex(digest))
        links.append(item)
    return ChainSegment(since, link, why, tuple(links), head.hex())


def manifest() -> Manifest:
    figure = Figure("roster.officers", "执法人员", "36", "持证上岗情况表", "C4", 1)
    return Manifest(
        kind=BundleKind.BUNDLE,
        unit=Unit(UNIT, "11340702003", "乡镇人民政府"),
        home="0" * 32,
        branch="1" * 32,
        recipient=None,
        period="2026H1",
        as_of="2026-06-30",
        made_at="2026-07-01T17:00:00+08:00",
        packs=(PackReference("standing-duties", 1, "a" * 64),),
        program="0.1.0",
        sequence=1,
        previous=None,
        replaces=None,
        suites=("p256",),
        chain=segment(),
        gaps=(Gap("people", "3 行草稿未列入", "待补身份证号", "2026-07-15"),),
        figures=(ReportFigure("roster", figure),),
    )


def descriptor(**fields: list[str]) -> bytes:
    """A small datapackage.json: resource → its columns."""
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "schema": {"fields": [{"name": column, "type": "string"} for column in columns]},
        }
        for name, columns in fields.items()
    ]
    return json.dumps({"resources": resources}).encode()


def contents() -> dict[str, bytes]:
    return {
        "reports/roster.pdf": pdf(),
        "reports/roster.xlsx": xlsx(),
        "data/datapackage.json": descriptor(people=["uid", "name"]),
        "data/people.csv": "uid,name\r\n00,王伟\r\n".encode(),
    }


@dataclass
class Made:
    """A bundle to be made."""

    manifest: Manifest = field(default_factory=manifest)
    contents: dict[str, bytes] = field(default_factory=contents)
    key: SigningKey = field(default_factory=key)
    signed_at: datetime = SIGNED_AT

    def with_(self, **changes: object) -> Made:
        """Return the same with other fields of the manifest."""
        return replace(self, manifest=replace(self.manifest, **changes))  # type: ignore[arg-type]

    def bytes(self) -> bytes:
        out = io.BytesIO()
        write_bundle(out, self.manifest, self.contents, self.key, self.key.certificate_der(), self.signed_at)
        return out.getvalue()


@cache
def good() -> bytes:
    return Made().bytes()


def trusted(of: SigningKey | None = None, **changes: object) -> TrustedKey:
    known = of or key()
    return replace(TrustedKey(key_digest(known.spki()), "", UNIT), **changes)  # type: ignore[arg-type]


def ask(
    data: bytes,
    *,
    trust: tuple[TrustedKey, ...] | None = None,
    now: datetime = NOW,
    asking: Unit | None = None,
) -> Outcome:
    keys = (trusted(),) if trust is None else trust
    return verify(memoryview(data), Question({item.key_sha256: item for item in keys}, now, asking))


def states(outcome: Outcome) -> dict[str, CheckState]:
    return {check.id: check.state for check in outcome.checks}


def codes(outcome: Outcome, name: str) -> list[str]:
    (check,) = (check for check in outcome.checks if check.id == name)
    return [note.code for note in check.notes]

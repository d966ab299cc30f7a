"""`bundle.json`, format 1: written as RFC 8785 bytes, read back strictly.

Its shape is final and stands in `resources/schemas/bundle-1.schema.json`. What belongs to later work is present and
null. The file is canonical: no floats, keys in order, no space, so that its bytes can be made again from its values,
and it is at most 1 MiB and 8 levels deep; both are checked before anything is built from it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from township_ledger.bundle.manifest_shape import DATE, SHA256, Fields, ShapeFault, integer_of, text_of
from township_ledger.domain.bundles import (
    FORMAT,
    BundleKind,
    ChainLink,
    ChainSegment,
    FileEntry,
    Gap,
    Manifest,
    PackReference,
    Replaced,
    ReportFigure,
    Unit,
)
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.figures import Figure
from township_ledger.domain.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST_NAME = "bundle.json"
MAX_BYTES = 1 << 20
MAX_DEPTH = 8
MAX_FILES = 1000
_MAX_LINKS = 20_000
_MAX_FIGURES = 5000
_MAX_SMALL_LIST = 200
_LINK_PARTS = 5

_LATER: Mapping[str, type] = {
    "unit_file": dict,  # the unit file in force (number, digest); null: 未登记单位
    "restored": dict,  # 恢复后首包: the head that a backup was restored to
    "approval": dict,  # 审签登记
    "nil_reports": list,  # 零报告
    "late_entries": list,  # 补录: what arrived after the as-of date of an earlier bundle
    "answers": dict,  # the return slip that this bundle answers
    "lamps": list,  # the state of each item of the plan
    "content": dict,  # the body of the other kinds: receipts, return slips, …
}
"""Fields of later work with the type that they will have."""

_HOME = re.compile(r"[0-9a-f]{16,32}")
_KIND_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_PACK_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_SUITE = re.compile(r"p256|sm2")
_WHY = re.compile(r"start|receipt|size")
_MOMENT = re.compile(r"[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(\.\d{1,6})?([+-]\d{2}:\d{2}|Z)")
_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_REPORT = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*"?|[\[{]|[\]}]', re.DOTALL)


class ManifestFault(Exception):
    """Bytes that are no `bundle.json` of format 1. `case` is a word of this room, `key` says where."""

    def __init__(self, case: str, key: str = "") -> None:
        super().__init__(case)
        self.case = case
        self.key = key


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the file (RFC 8785).

    Raises:
        ValueError: it would be larger than a reader accepts.
    """
    data = _canonical(_as_json(manifest))
    if len(data) > MAX_BYTES:
        raise ValueError("bundle.json would be larger than 1 MiB")
    return data


def read_manifest(untrusted: bytes) -> Manifest:
    """Return what a `bundle.json` says.

    Raises:
        ManifestFault: `size`, `depth`, `json`, `canonical`, `format` or `shape`.
    """
    if len(untrusted) > MAX_BYTES:
        raise ManifestFault("size")
    _refuse_depth(untrusted)
    try:
        value = json.loads(untrusted.decode(), parse_float=_refuse_float, parse_constant=_refuse_float)
        canonical = _canonical(value) == untrusted
    except (
        ValueError
    ) as error:  # UnicodeDecodeError, JSONDecodeError and our own refusals are all of this kind
        raise ManifestFault("json") from error
    if not canonical:
        raise ManifestFault("canonical")
    if not isinstance(value, dict) or value.get("format") != FORMAT or value["format"] is True:
        raise ManifestFault("format")
    try:
        return _manifest(value)
    except ShapeFault as fault:
        raise ManifestFault("shape", fault.key) from fault


def _canonical(value: object) -> bytes:
    # For objects with ASCII keys and no floats this is RFC 8785 (a test compares it with the rfc8785 library).
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _refuse_float(_text: str) -> float:
    raise ValueError("no floats")


def _refuse_depth(untrusted: bytes) -> None:
    depth = 0
    for match in _BRACKETS.finditer(untrusted):
        mark = match[0][:1]
        depth += (mark in b"[{") - (mark in b"]}")
        if depth > MAX_DEPTH:
            raise ManifestFault("depth")


def _unit_json(unit: Unit) -> dict[str, object]:
    return {"name": unit.name, "code": unit.code or None, "type": unit.type or None}


def _as_json(manifest: Manifest) -> dict[str, object]:
    chain, replaces = manifest.chain, manifest.replaces
    value: dict[str, object] = {
        "format": FORMAT,
        "kind": manifest.kind.value,
        "unit": _unit_json(manifest.unit),
        "home": manifest.home,
        "branch": manifest.branch,
        "recipient": _unit_json(manifest.recipient) if manifest.recipient else None,
        "period": manifest.period,
        "as_of": manifest.as_of,
        "made_at": manifest.made_at,
        "packs": [{"id": p.id, "version": p.version, "sha256": p.sha256} for p in manifest.packs],
        "program": manifest.program,
        "sequence": manifest.sequence,
        "previous": manifest.previous,
        "replaces": {"sequence": replaces.sequence, "sha256": replaces.sha256} if replaces else None,
        "suites": list(manifest.suites),
        "chain": {
            "since": {"number": chain.since_number, "link": chain.since_link, "why": chain.why},
            "links": [[x.number, x.at, x.person, x.kind, x.digest] for x in chain.links],
            "head": chain.head,
        },
        "gaps": [
            {"item": g.item, "what": g.what, "reason": g.reason or None, "promised": g.promised or None}
            for g in manifest.gaps
        ],
        "files": [{"path": f.path, "size": f.size, "sha256": f.sha256} for f in manifest.files],
        "figures": [
            {
                "id": f.figure.id,
                "report": f.report,
                "label": f.figure.label,
                "value": f.figure.value,
                "sheet": f.figure.sheet,
                "cell": f.figure.cell,
                "page": f.figure.page,
            }
            for f in manifest.figures
        ],
    }
    return value | dict.fromkeys(_LATER)


def _manifest(untrusted: dict[str, object]) -> Manifest:
    fields = Fields(untrusted, "")
    fields.get("format")
    for key, type_of_it in _LATER.items():
        fields.of_later_work(key, type_of_it)
    try:
        kind = BundleKind(fields.text("kind"))
    except ValueError as error:
        raise ShapeFault("kind") from error
    manifest = Manifest(
        kind=kind,
        unit=_unit(fields.get("unit"), "unit"),
        home=fields.text("home", _HOME),
        branch=fields.text("branch", _HOME),
        recipient=fields.optional("recipient", _unit),
        period=_period(fields.text("period")),
        as_of=fields.text("as_of", DATE),
        made_at=fields.text("made_at", _MOMENT),
        packs=fields.each("packs", _pack, _MAX_SMALL_LIST),
        program=fields.text("program", least=1),
        sequence=fields.integer("sequence", 1),
        previous=fields.optional_text("previous", SHA256),
        replaces=fields.optional("replaces", _replaced),
        suites=fields.each("suites", _suite, 2),
        chain=_chain(fields.get("chain"), "chain"),
        gaps=fields.each("gaps", _gap, _MAX_SMALL_LIST),
        files=fields.each("files", _file, MAX_FILES),
        figures=fields.each("figures", _figure, _MAX_FIGURES),
    )
    fields.end()
    return manifest


def _period(untrusted: str) -> str:
    try:
        same = parse_period(untrusted).text == untrusted
    except WorldFault as fault:
        raise ShapeFault("period") from fault
    if not same:
        raise ShapeFault("period")
    return untrusted


def _unit(untrusted: object, where: str) -> Unit:
    fields = Fields(untrusted, where)
    unit = Unit(
        fields.text("name", least=1), fields.optional_text("code") or "", fields.optional_text("type") or ""
    )
    fields.end()
    return unit


def _pack(untrusted: object, where: str) -> PackReference:
    fields = Fields(untrusted, where)
    pack = PackReference(
        fields.text("id", _PACK_ID), fields.integer("version", 1), fields.text("sha256", SHA256)
    )
    fields.end()
    return pack


def _replaced(untrusted: object, where: str) -> Replaced:
    fields = Fields(untrusted, where)
    replaced = Replaced(fields.integer("sequence", 1), fields.text("sha256", SHA256))
    fields.end()
    return replaced


def _suite(untrusted: object, where: str) -> str:
    return text_of(untrusted, where, _SUITE)


def _chain(untrusted: object, where: str) -> ChainSegment:
    fields = Fields(untrusted, where)
    since = Fields(fields.get("since"), f"{where}.since")
    segment = ChainSegment(
        since.integer("number"),
        since.text("link", SHA256),
        since.text("why", _WHY),
        fields.each("links", _link, _MAX_LINKS),
        fields.text("head", SHA256),
    )
    since.end()
    fields.end()
    return segment


def _link(untrusted: object, where: str) -> ChainLink:
    if not isinstance(untrusted, list) or len(untrusted) != _LINK_PARTS:
        raise ShapeFault(where)
    number, at, person, kind, digest = untrusted
    return ChainLink(
        integer_of(number, where, 1),
        text_of(at, where, None, least=1),
        text_of(person, where, None),
        text_of(kind, where, _KIND_WORD),
        text_of(digest, where, SHA256),
    )


def _gap(untrusted: object, where: str) -> Gap:
    fields = Fields(untrusted, where)
    gap = Gap(
        fields.text("item", _REPORT),
        fields.text("what", least=1),
        fields.optional_text("reason") or "",
        fields.optional_text("promised", DATE) or "",
    )
    fields.end()
    return gap


def _file(untrusted: object, where: str) -> FileEntry:
    fields = Fields(untrusted, where)
    entry = FileEntry(fields.text("path", least=1), fields.integer("size"), fields.text("sha256", SHA256))
    fields.end()
    return entry


def _figure(untrusted: object, where: str) -> ReportFigure:
    fields = Fields(untrusted, where)
    figure = ReportFigure(
        fields.text("report", _REPORT),
        Figure(
            id=fields.text("id", least=1),
            label=fields.text("label"),
            value=fields.text("value"),
            sheet=fields.text("sheet", least=1),
            cell=fields.text("cell", _CELL),
            page=fields.integer("page", 1),
        ),
    )
    fields.end()
    return figure

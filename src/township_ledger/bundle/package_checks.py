"""Whether `data/` is what its description says: listed files, headers, sizes, and no column of ID numbers or phones."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from township_ledger.bundle.data_package import DESCRIPTOR
from township_ledger.bundle.payload_names import shown_name
from township_ledger.domain.bundles import BundleKind
from township_ledger.domain.definitions import MASKED_TYPES
from township_ledger.domain.verdicts import Check, CheckState, Note, fault_check

if TYPE_CHECKING:
    from township_ledger.bundle.payload_checks import Payload
    from township_ledger.domain.bundles import Manifest

MAX_DESCRIPTOR_BYTES = 4 << 20
_MAX_HEADER = 64 << 10
_FORBIDDEN_KINDS = frozenset(kind.value for kind in MASKED_TYPES)
_FORBIDDEN_TITLES = frozenset(
    {"身份证号", "身份证号码", "公民身份号码", "手机", "手机号", "手机号码", "联系电话"}
)


def check_package(payload: Payload, manifest: Manifest, usable: set[str]) -> Check:
    """Return the check `data`: every difference between the description and the files."""
    if manifest.kind is not BundleKind.BUNDLE:
        return Check("data", CheckState.OK, (Note("check.data.none"),))
    if DESCRIPTOR not in usable:
        return fault_check("data", [Note("check.data.absent")])
    if payload.members[DESCRIPTOR].size > MAX_DESCRIPTOR_BYTES:
        return fault_check("data", [Note("check.data.unreadable")])
    try:
        resources = _resources(payload.whole(DESCRIPTOR))
    except (ValueError, TypeError, KeyError, RecursionError):
        return fault_check("data", [Note("check.data.unreadable")])
    notes: list[Note] = []
    for path, fields in resources.items():
        notes += _columns(path, fields)
        if path not in usable:
            notes.append(Note("check.data.missing", {"name": shown_name(path)}))
        elif _header(payload, path) != [name for name, _kind, _title in fields]:
            notes.append(Note("check.data.header", {"name": shown_name(path)}))
    described = resources.keys()
    notes += [
        Note("check.data.undescribed", {"name": shown_name(name)})
        for name in sorted(usable)
        if name.endswith(".csv") and name not in described
    ]
    return fault_check("data", notes)


def _resources(untrusted: bytes) -> dict[str, list[tuple[str, str, str]]]:
    """Return path → (name, kind, title) of each field."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for resource in json.loads(untrusted)["resources"]:
        fields = [
            (str(item["name"]), str(item.get("kind", "")), str(item.get("title", "")))
            for item in resource["schema"]["fields"]
        ]
        found[f"data/{resource['path']}"] = fields
    return found


def _columns(path: str, fields: list[tuple[str, str, str]]) -> list[Note]:
    return [
        Note("check.data.personal_column", {"name": shown_name(path), "column": shown_name(title or name)})
        for name, kind, title in fields
        if kind in _FORBIDDEN_KINDS or title in _FORBIDDEN_TITLES
    ]


def _header(payload: Payload, path: str) -> list[str]:
    """Return the names in a CSV's first line; an empty list when there is no such line."""
    start = bytearray()
    for piece in payload.content(path):
        start += piece[: _MAX_HEADER - len(start)]
        if b"\n" in start or len(start) >= _MAX_HEADER:
            break
    line = bytes(start).partition(b"\n")[0].decode("utf-8", "replace")
    return next(csv.reader([line.rstrip("\r")]), [])

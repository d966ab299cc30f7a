"""Signed bundles as plain values: who may sign what, what `bundle.json` format 1 holds, what the store keeps.

The file's shape is `resources/schemas/bundle-1.schema.json`; `bundle/manifest.py` writes and reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from township_ledger.domain.figures import Figure

FORMAT = 1
NO_LINK = "00" * 32
"""The predecessor of the first link of a chain."""


class BundleKind(StrEnum):
    """What a container holds. This program makes `BUNDLE`; it knows the names of all."""

    BUNDLE = "bundle"
    OBJECTION = "objection"
    HANDOVER = "handover"
    BRANCH_BOOK = "branch_book"
    RECEIPT = "receipt"
    RETURN_SLIP = "return_slip"
    LIST_UPDATE = "list_update"
    PLAN_PACK = "plan_pack"
    UNIT_FILE = "unit_file"
    REVOCATION_LIST = "revocation_list"


class KeyRole(StrEnum):
    """What a registered key is."""

    TOWNSHIP = "township"
    DISTRICT = "district"
    ROOT = "root"


MAY_SIGN: Mapping[KeyRole, frozenset[BundleKind]] = {
    KeyRole.TOWNSHIP: frozenset(
        {BundleKind.BUNDLE, BundleKind.OBJECTION, BundleKind.HANDOVER, BundleKind.BRANCH_BOOK}
    ),
    KeyRole.DISTRICT: frozenset(
        {BundleKind.RECEIPT, BundleKind.RETURN_SLIP, BundleKind.LIST_UPDATE, BundleKind.PLAN_PACK}
    ),
    KeyRole.ROOT: frozenset({BundleKind.UNIT_FILE, BundleKind.REVOCATION_LIST}),
}
"""Which kinds the key of a role may sign."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands in a bundle; `code` and `type` may be unknown (empty)."""

    name: str
    code: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that travels as 缺项: what is missing, why, and when it is promised (a date, or empty)."""

    item: str  # a ledger's or a report's name
    what: str  # "3 行草稿未列入"
    reason: str = ""
    promised: str = ""


@dataclass(frozen=True, slots=True)
class PackReference:
    """A plan pack that was in use when the bundle was made."""

    id: str
    version: int
    sha256: str  # of plan.toml


@dataclass(frozen=True, slots=True)
class ChainLink:
    """What a stranger needs to recompute one link of the log; `digest` is SHA-256(nonce ‖ canonical log rows), hex."""

    number: int
    at: str  # exactly as it was hashed
    person: str
    kind: str
    digest: str


@dataclass(frozen=True, slots=True)
class ChainSegment:
    """Links in a row. `since_link` is the link before the first one; `why` says where the row begins.

    `why`: `start` (the first operation of all), `receipt` (the last receipted head), `size` (older links did not fit;
    they stand in earlier bundles).
    """

    since_number: int
    since_link: str
    why: str
    links: tuple[ChainLink, ...]
    head: str


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the payload."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A figure together with the report that it stands in."""

    report: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Replaced:
    """The bundle that this one replaces."""

    sequence: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`bundle.json`, format 1, as far as this program fills it."""

    kind: BundleKind
    unit: Unit
    home: str
    branch: str
    recipient: Unit | None
    period: str
    as_of: str
    made_at: str  # local time with offset, ISO 8601
    packs: tuple[PackReference, ...]
    program: str
    sequence: int
    previous: str | None
    replaces: Replaced | None
    suites: tuple[str, ...]
    chain: ChainSegment
    gaps: tuple[Gap, ...]
    files: tuple[FileEntry, ...] = ()
    figures: tuple[ReportFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredKey:
    """The unit's signing key as the database keeps it. `repr` shows no key."""

    suite: str
    pkcs8: bytes = field(repr=False)
    spki: bytes
    certificate: bytes
    made_at: datetime


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A registered key: pinned by its digest to the unit that it belongs to."""

    key_sha256: str
    pem: str
    unit_name: str
    unit_code: str = ""
    role: KeyRole = KeyRole.TOWNSHIP
    added_at: str = ""
    retired_at: str = ""


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A bundle that was made. `manifest` is its bundle.json; `read_back` when it was last read back (or empty)."""

    sequence: int
    period: str
    as_of: str
    made_at: str
    payload_sha256: str
    previous: str | None
    replaces: int | None
    operation: int
    chain_link: str
    file_name: str
    read_back: str
    manifest: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest link of the log; number 0 and `NO_LINK` when nothing was ever written."""

    number: int
    link: str
    at: str  # its time as it is kept, empty when there is none


_UNSAFE_IN_NAMES = frozenset('<>:"/\\|?*')
_LONGEST_UNIT_IN_NAME = 60
_LONGEST_IN_CERTIFICATE = 64


def unit_in_file_name(unit: str) -> str:
    """Return a unit's name as every file of this program is named after it; what no file name may hold becomes `_`."""
    plain = "".join(
        "_" if letter in _UNSAFE_IN_NAMES or not letter.isprintable() else letter for letter in unit
    )
    return plain.strip(" .-")[:_LONGEST_UNIT_IN_NAME].rstrip(" .") or "_"


def bundle_file_name(unit: str, period: str, sequence: int) -> str:
    """Return the name of a bundle's file: `石桥镇-2026H1-003.asics`."""
    return f"{unit_in_file_name(unit)}-{period}-{sequence:03d}.asics"


def certificate_name(unit: str) -> str:
    """Return the unit's name as a certificate holds it: at most 64 characters (X.520 ub-organization-name)."""
    return unit[:_LONGEST_IN_CERTIFICATE]

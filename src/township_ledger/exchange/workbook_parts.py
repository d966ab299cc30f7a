"""What the small parts of an xlsx say: its sheets, where they stand, the date system, styles that show months only."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.faults import WorldFault
from township_ledger.exchange.plain_xml import local, plain, walk
from township_ledger.exchange.zip_parts import MIB

if TYPE_CHECKING:
    from township_ledger.exchange.zip_parts import ZipParts

_SMALL = 16 * MIB  # more than any workbook, relationship or style part that an office program wrote
_MAX_SHEETS = 1_000
# Chinese built-in date formats (ECMA-376-1 §18.8.30, zh-CN): files name them by number alone.
_CJK_MONTH = {27, 36, 50, 52, 57}  # yyyy年m月
_CJK_DAY = {28, 29, 30, 31, 51, 53, 54, 58}  # m月d日, m-d-yy, yyyy年m月d日
_CJK_TIME = {32, 33, 34, 35, 55, 56}  # h时mm分, with seconds, with 上午/下午
_DATE, _TIME = 14, 21  # the built-in formats that every reader takes as a date and as a time


class TabPart(NamedTuple):
    """One sheet of the workbook and the name of its part; `part` is "" for a chart or dialog sheet."""

    name: str
    visible: bool
    part: str


class Styles(NamedTuple):
    """The style part with the Chinese built-in formats made plain, and the styles that show a month only."""

    xml: bytes | bytearray | None
    month_only: frozenset[int]


class Workbook(NamedTuple):
    """What is known of a workbook before a sheet is opened."""

    tabs: tuple[TabPart, ...]
    date_1904: bool
    strings_part: str  # "" when the workbook has no shared strings
    styles_part: str


def read_workbook(parts: ZipParts) -> Workbook:
    """Read the list of sheets.

    Raises:
        WorldFault: `file.no_workbook` when the archive holds none, `file.no_sheet` for a workbook without sheets,
            and what `ZipParts.read` and `plain_xml.walk` raise.
    """
    part = _main_part(parts)
    targets = _relations(parts, part)
    tabs: list[TabPart] = []
    date_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal date_1904
        kind = local(name)
        if kind == "workbookPr":
            date_1904 = attributes.get("date1904", "") in {"1", "true", "on"}
        elif kind == "sheet":
            by_local = {local(key): value for key, value in attributes.items()}
            relation = targets.get(by_local.get("id", ""))
            is_sheet = relation is not None and relation[0] == "worksheet" and parts.has(relation[1])
            tabs.append(
                TabPart(
                    name=attributes.get("name", "")[:255],
                    visible=attributes.get("state", "visible") == "visible",
                    part=relation[1] if relation is not None and is_sheet else "",
                )
            )
            if len(tabs) > _MAX_SHEETS:
                raise WorldFault("file.unsafe_zip")

    walk(parts.read(part, _SMALL), start)
    if not any(tab.part for tab in tabs):
        raise WorldFault("file.no_sheet")
    by_kind = {kind: target for kind, target in targets.values() if parts.has(target)}
    return Workbook(tuple(tabs), date_1904, by_kind.get("sharedStrings", ""), by_kind.get("styles", ""))


def _main_part(parts: ZipParts) -> str:
    """Return the name of the workbook part, as the package's own relations give it."""
    if parts.has("_rels/.rels"):
        for kind, target in _relations(parts, "").values():
            if kind == "officeDocument" and parts.has(target):
                return target
    if parts.has("xl/workbook.xml"):
        return "xl/workbook.xml"
    raise WorldFault("file.no_workbook")


def _relations(parts: ZipParts, of: str) -> dict[str, tuple[str, str]]:
    """Return the inner relations of a part: id → (last word of the type, part name)."""
    folder, name = posixpath.split(of)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    if not parts.has(rels):
        return found

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            absolute = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(absolute))

    walk(parts.read(rels, _SMALL), start)
    return found


def comment_refs(parts: ZipParts, sheet_part: str) -> list[str]:
    """Return the addresses of the cells of a sheet that carry a comment."""
    refs: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) in {"comment", "threadedComment"}:
            refs.append(attributes.get("ref", ""))

    for kind, target in _relations(parts, sheet_part).values():
        if kind == "comments" and parts.has(target):
            walk(parts.read(target, _SMALL), start)
    return refs


def read_styles(parts: ZipParts, part: str) -> Styles:
    """Read the style part: which cell styles show year and month only, and no day."""
    if not part:
        return Styles(None, frozenset())
    xml = plain(parts.read(part, _SMALL))
    custom: dict[int, str] = {}
    formats: list[int] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        kind = local(name)
        if kind == "numFmt":
            custom[_number(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif kind == "cellXfs":
            inside = True
        elif kind == "xf" and inside:
            formats.append(_number(attributes.get("numFmtId", "")))

    def end(name: str) -> None:
        nonlocal inside
        if local(name) == "cellXfs":
            inside = False

    walk(xml, start, end)
    month_only = {
        index
        for index, number in enumerate(formats)
        if (shows_month_only(custom[number]) if number in custom else number in _CJK_MONTH)
    }
    return Styles(_known_formats(xml, custom), frozenset(month_only))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _known_formats(xml: bytes | bytearray, custom: dict[int, str]) -> bytes:
    """Write date and time formats that readers know in place of the Chinese built-in numbers."""

    def known(found: re.Match[bytes]) -> bytes:
        number = int(found[2])
        if number in custom:
            return found[0]
        if number in _CJK_MONTH or number in _CJK_DAY:
            return found[1] + str(_DATE).encode() + found[3]
        return found[1] + str(_TIME if number in _CJK_TIME else number).encode() + found[3]

    # `numFmt` elements define a number and are left alone: only `xf` elements are matched.
    return re.sub(rb"(<(?:[\w.-]+:)?xf\s[^>]*?\bnumFmtId=[\"'])(\d{1,4})([\"'])", known, xml)


def shows_month_only(code: str) -> bool:
    """Whether a number format shows year and month and neither day nor time (`yyyy"年"m"月"`, `yyyy-mm`)."""
    bare = re.sub(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.", "", code.partition(";")[0]).lower()
    return "y" in bare and "m" in bare and not set("dhs") & set(bare)

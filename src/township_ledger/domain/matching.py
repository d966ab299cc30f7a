"""Which column of a sheet fills which column of which ledger.

A header is compared by its normalised text with the titles and synonyms of the definitions; where two columns could
take it, the content decides. A roster's 姓名 goes to the people, not to the certificate's holder: the column that
links a fed ledger to its row is filled by the program.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.definitions import REFERENCE_TYPES, ColumnType
from township_ledger.domain.imports import SourceColumn
from township_ledger.domain.name_lists import split_names
from township_ledger.domain.normal_text import bare_heading, compact, heading
from township_ledger.domain.sheet_layout import is_serial
from township_ledger.domain.values import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.definitions import Column, Feed, Ledger
    from township_ledger.domain.readings import Raw
    from township_ledger.domain.sheet_layout import Heading

RETURNED_SHEET = "退回的行"
REASON_HEADING = "说明"
"""The sheet of a file of rejected rows and its last column, which an import of the mended file leaves alone."""

_LAST_HOME = 100
_SAMPLE = 60  # filled cells that decide a tie
_ID_LIKE = re.compile(r"[1-9]\d{5}\d{8,11}[\dX]|[\d.]+E\+?1[4-7]", re.IGNORECASE)
_CODE_LIKE = re.compile(r"(?=.*\d)[0-9A-Z\u4e00-\u9fff()（）〔〕-]{4,}", re.IGNORECASE)
_DATE_LIKE = re.compile(r"\d{4}[-./年]?\d{1,2}.*|\d{5}")
_NUMBER_TITLES = re.compile(r"证件?号码?|证件编号|编号|号码")


class Target(NamedTuple):
    """A place that a sheet's column can fill. `rank`: 0 title, 1 synonym; `home`: 0 the ledger asked for, then feeds."""

    ledger: str
    column: str
    rank: int
    home: int
    is_list: bool = False
    lookup: bool = False  # only helps to find a row of another ledger, never written


@dataclass(frozen=True)
class Vocabulary:
    """The headers that mean something when a sheet goes into one ledger."""

    ledger: Ledger
    targets: Mapping[str, tuple[Target, ...]]
    groups: Mapping[str, str]  # an upper header of two rows → the ledger that its columns mean
    ledgers: Mapping[str, Ledger]

    def knows(self, parts: tuple[str, ...]) -> bool:
        """Whether a header, given from top to bottom, names a column."""
        return bool(self.of(parts))

    def of(self, parts: tuple[str, ...]) -> list[Target]:
        """Return what a header may mean, best first."""
        found: list[Target] = []
        for name in _names(parts):
            targets = self.targets.get(name, ())
            if len(parts) > 1 and (meant := self.groups.get(heading(parts[0]))):
                targets = tuple(sorted(targets, key=lambda target: target.ledger != meant))
            found.extend(target for target in targets if target not in found)
        return found

    def column(self, target: Target) -> Column:
        """Return the column that a target fills."""
        return self.ledgers[target.ledger].by_name[target.column]


def _names(parts: tuple[str, ...]) -> list[str]:
    """Return the normalised names of a header in the order in which they are looked for."""
    if not parts:
        return []
    names = [
        heading("".join(parts)),
        heading(parts[-1]),
        bare_heading("".join(parts)),
        bare_heading(parts[-1]),
    ]
    if len(parts) > 1:
        names.append(heading(parts[0]))
    return list(dict.fromkeys(name for name in names if name))


def fed_ledgers(ledger: Ledger) -> list[tuple[int, Feed]]:
    """Return the feeds of a ledger with their place, the ones with columns before the lists."""
    return sorted(enumerate(ledger.feeds), key=lambda pair: pair[1].list_column is not None)


def vocabulary(ledger: Ledger, ledgers: Mapping[str, Ledger]) -> Vocabulary:
    """Return the headers that a sheet for `ledger` may have."""
    found: dict[str, list[Target]] = {}
    _add_columns(found, ledger, 0)
    written = [(ledger, "")]
    groups = {heading(ledger.title): ledger.name}
    for place, feed in fed_ledgers(ledger):
        fed = ledgers[feed.ledger]
        groups.setdefault(heading(fed.title), fed.name)
        if feed.list_column is None:
            _add_columns(found, fed, place + 1, without=feed.link)
            written.append((fed, feed.link))
            continue
        for name in feed.synonyms:
            target = Target(fed.name, feed.list_column, 1, place + 1, is_list=True)
            found.setdefault(heading(name), []).append(target)
    for name, column in _lookups(written, ledgers):
        for title in (column.title, *column.synonyms):
            target = Target(name, column.name, 2, _LAST_HOME, lookup=True)
            found.setdefault(heading(title), []).append(target)
    targets = {name: tuple(sorted(each, key=lambda t: (t.home, t.rank))) for name, each in found.items()}
    return Vocabulary(ledger, targets, groups, ledgers)


def _add_columns(found: dict[str, list[Target]], owner: Ledger, home: int, without: str = "") -> None:
    for column in owner.columns:
        if column.name != without:
            for rank, name in enumerate((column.title, *column.synonyms)):
                target = Target(owner.name, column.name, min(rank, 1), home)
                found.setdefault(heading(name), []).append(target)


def _lookups(
    written: Sequence[tuple[Ledger, str]], ledgers: Mapping[str, Ledger]
) -> list[tuple[str, Column]]:
    """Return columns of other ledgers that tell which row a reference means: a person's ID or certificate number.

    They are the key columns of the ledger referred to, and of what feeds from it.
    """
    names = {ledger.name for ledger, _ in written}
    found: list[tuple[str, Column]] = []
    for ledger, link in written:
        for column in ledger.columns:
            target = ledgers.get(column.target or "")
            if column.name == link or target is None or target.name in names:
                continue
            keys = {name for key in target.keys for name in key if name != target.label}
            found.extend((target.name, target.by_name[name]) for name in sorted(keys))
            found.extend(
                (feed.ledger, ledgers[feed.ledger].by_name[feed.when])
                for feed in target.feeds
                if feed.when is not None and feed.ledger not in names
            )
    return _distinct(found)


def _distinct(pairs: list[tuple[str, Column]]) -> list[tuple[str, Column]]:
    seen: set[tuple[str, str]] = set()
    kept: list[tuple[str, Column]] = []
    for name, column in pairs:
        if (name, column.name) not in seen and column.type not in REFERENCE_TYPES:
            seen.add((name, column.name))
            kept.append((name, column))
    return kept


def match_columns(
    words: Vocabulary, headings: Sequence[Heading], samples: Mapping[int, Sequence[Raw]]
) -> tuple[SourceColumn, ...]:
    """Return where each column of a sheet goes.

    Args:
        words: the headers of the ledger.
        headings: the sheet's header.
        samples: column → some of its cells; a column without any content and without a header is left out.
    """
    texts = {
        column: [text for cell in cells if (text := plain(cell))][:_SAMPLE]
        for column, cells in samples.items()
    }
    wishes: list[tuple[tuple[float, int, int, int, int], int, Target]] = []
    for place, each in enumerate(headings):
        for order, target in enumerate(_candidates(words, each)):
            profile = _profile(words.column(target), texts.get(each.column, []))
            wishes.append(((-profile, order, target.home, target.rank, place), place, target))
    wishes.sort(key=lambda wish: wish[0])
    taken: dict[int, Target] = {}
    filled: set[tuple[str, str]] = set()
    for _, place, target in wishes:
        if place not in taken and (target.ledger, target.column) not in filled:
            taken[place] = target
            filled.add((target.ledger, target.column))
    return tuple(
        column
        for place, each in enumerate(headings)
        if (column := _source_column(words, each, taken.get(place), texts.get(each.column, []))) is not None
    )


def _candidates(words: Vocabulary, each: Heading) -> list[Target]:
    found = words.of(each.parts)
    if each.parts and _NUMBER_TITLES.fullmatch(bare_heading(each.parts[-1])):
        # 证件号码 is an ID number in one office and a certificate number in the next: the content decides
        kinds = (ColumnType.ID_NUMBER, ColumnType.CERTIFICATE_NO)
        if any(words.column(target).type in kinds for target in found):
            others = (target for targets in words.targets.values() for target in targets if not target.rank)
            found += [t for t in others if words.column(t).type in kinds and t not in found]
    return found


def _profile(column: Column, texts: Sequence[str]) -> float:
    """Return 1 when the content speaks for the column, 0 when it speaks against it, ½ when it says nothing."""
    pattern = {
        ColumnType.ID_NUMBER: _ID_LIKE,
        ColumnType.CERTIFICATE_NO: _CODE_LIKE,
        ColumnType.DATE: _DATE_LIKE,
    }.get(column.type)
    if pattern is None or not texts:
        return 0.5
    compacted = [compact(text) for text in texts]
    share = sum(1 for text in compacted if pattern.fullmatch(text)) / len(compacted)
    if column.type is ColumnType.CERTIFICATE_NO:
        share -= sum(1 for text in compacted if len(text) == 18 and _ID_LIKE.fullmatch(text)) / len(compacted)
    return 0.0 if share < 0.2 else 1.0 if share > 0.8 and column.type is not ColumnType.DATE else 0.5


def _source_column(
    words: Vocabulary, each: Heading, target: Target | None, texts: Sequence[str]
) -> SourceColumn | None:
    if target is not None:
        is_feed = not target.lookup and target.ledger != words.ledger.name
        person = words.column(target).type is ColumnType.PERSON
        many = target.is_list or (is_feed and person and looks_like_lists(texts))
        return SourceColumn(each.column, each.text, target.ledger, target.column, is_list=many)
    if not each.parts and not texts:
        return None
    if is_serial(each.parts):
        return SourceColumn(each.column, each.text)
    return SourceColumn(each.column, each.text, own=True)


def looks_like_lists(texts: Sequence[str]) -> bool:
    """Whether most cells of a column hold several names."""
    return bool(texts) and sum(1 for text in texts if len(split_names(text).names) > 1) * 2 > len(texts)


def mapping_to_json(columns: Sequence[SourceColumn]) -> str:
    """Return a mapping as it is remembered per sender."""
    return json.dumps(
        [[c.index, c.header, c.ledger, c.column, c.own, c.is_list] for c in columns], ensure_ascii=False
    )


def mapping_from_json(text: str, words: Vocabulary) -> tuple[SourceColumn, ...]:
    """Return a remembered mapping; a column whose ledger or column is no longer defined becomes an 自有列.

    Raises:
        ValueError: `text` is no mapping.
    """
    columns: list[SourceColumn] = []
    for entry in json.loads(text):
        index, header, ledger, column, own, is_list = entry
        known = ledger is not None and ledger in words.ledgers and column in words.ledgers[ledger].by_name
        if ledger is not None and not known:
            ledger, column, own, is_list = None, None, True, False
        columns.append(SourceColumn(int(index), str(header), ledger, column, bool(own), bool(is_list)))
    return tuple(columns)


def range_partner(ledger: Ledger, column: str) -> tuple[str, str] | None:
    """Return (first, last) column when `column` is one end of a stretch of days: valid_from/valid_to, start_/end_date.

    A cell like `2023-05-01 至 2028-04-30` under one of them fills both.
    """
    pairs = [("start_date", "end_date"), ("start", "end")]
    stem = column.removesuffix("_from").removesuffix("_to")
    pairs.append((f"{stem}_from", f"{stem}_to"))
    for first, last in pairs:
        if column in (first, last) and first in ledger.by_name and last in ledger.by_name:
            kinds = {ledger.by_name[first].type, ledger.by_name[last].type}
            return (first, last) if kinds == {ColumnType.DATE} else None
    return None

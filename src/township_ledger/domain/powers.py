"""Delegated powers: which lists are in force on a day, and which of their items are held.

Source: item 10 of the plan; 行政处罚法 art. 24 (powers are handed over by a published decision and assessed). A list
is a version issued by the district or typed from paper; a newer version of the same list takes its place, a different
list (approvals beside penalties, a second batch beside the first) stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

WITHDRAWN = "已收回"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度?)?")
_EDITION = re.compile(
    r"第?[一二三四五六七八九十0-9.]+(?:版|次修订)|修订(?:版|稿|本)?|调整(?:版|后)|[新现旧原]版|版本?"
)
_FRAME = re.compile(r"[\s（）()〔〕\[\]【】《》“”\"·、,，.。:：_-]+")


@dataclass(frozen=True, slots=True)
class PowerList:
    """One version of a list. `in_force` and `issued` are None where nobody entered them. `order`: as recorded."""

    uid: str
    title: str
    in_force: date | None = None
    issued: date | None = None
    order: int = 0

    @property
    def series(self) -> str:
        """The title without years and edition marks: versions of one list share it."""
        return _FRAME.sub("", _EDITION.sub("", _YEAR.sub("", self.title)))

    @property
    def since(self) -> date | None:
        """The day from which the list is in force, as far as entered: 施行日期, else 发布日期."""
        return self.in_force or self.issued

    @property
    def year(self) -> int:
        """The year by which versions without dates are ordered: that of the title, 0 when it names none."""
        if self.since is not None:
            return self.since.year
        match = _YEAR.search(self.title)
        return int(match[1]) if match else 0


class Holding(StrEnum):
    """What the township has of an item on a day."""

    HELD = "held"
    WITHDRAWN = "withdrawn"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Power:
    """What the rules ask of an item; `list` is None where it belongs to no list."""

    uid: str
    power_type: str | None = None
    mode: str | None = None
    state: str | None = None
    start: date | None = None
    end: date | None = None
    list: str | None = None


def lists_in_force(lists: Iterable[PowerList], day: date) -> tuple[PowerList, ...]:
    """Return, of every series, the version in force on `day`, in the order of recording.

    The newest version whose day has come; one without a date is placed by the year in its title, and where that is
    missing too it gives way to every other version.
    """
    newest: dict[str, PowerList] = {}
    for each in sorted(lists, key=lambda item: item.order):
        begun = each.since <= day if each.since is not None else each.year <= day.year
        if not begun:
            continue
        other = newest.get(each.series)
        if other is None or _newer(each, other):
            newest[each.series] = each
    return tuple(sorted(newest.values(), key=lambda item: item.order))


def _newer(each: PowerList, other: PowerList) -> bool:
    if each.since is not None and other.since is not None:
        return each.since >= other.since
    return each.year >= other.year


def holding_on(power: Power, day: date) -> Holding:
    """Return whether an item is held on `day`.

    A dated end prevails over the state (also the other way: an end still to come is not yet an end); 拟调整 is held
    until it is withdrawn; 已收回 without a date is withdrawn on every day, for nobody said since when.
    """
    if power.end is not None:
        if power.end <= day:
            return Holding.WITHDRAWN
    elif power.state == WITHDRAWN:
        return Holding.WITHDRAWN
    if power.start is not None and power.start > day:
        return Holding.NOT_YET
    return Holding.HELD


@dataclass(frozen=True, slots=True)
class PowerCounts:
    """How many items are held and withdrawn; the held ones by type, "" for none entered, most first."""

    held: int
    withdrawn: int
    not_yet: int
    by_type: tuple[tuple[str, int], ...]


def count_powers(powers: Iterable[Power], day: date) -> PowerCounts:
    """Count the items of the lists in force."""
    found = dict.fromkeys(Holding, 0)
    types: dict[str, int] = {}
    for power in powers:
        holding = holding_on(power, day)
        found[holding] += 1
        if holding is Holding.HELD:
            name = power.power_type or ""
            types[name] = types.get(name, 0) + 1
    ordered = tuple(sorted(types.items(), key=lambda item: (-item[1], item[0])))
    return PowerCounts(found[Holding.HELD], found[Holding.WITHDRAWN], found[Holding.NOT_YET], ordered)

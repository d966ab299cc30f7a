"""今日: what is to be done now and why, the numbers behind which rows open, hours against the target.

Everything is counted from the ledgers at the moment it is asked; nothing is stored. Numbers are data, the sentences
stand in `words/today.py`. Lamps of a plan's deadlines and the forecast of hours belong to later work and are absent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import enough_for_a_pair
from township_ledger.domain.lamps import Lamp
from township_ledger.domain.report import plain_number
from township_ledger.domain.rows import Query
from township_ledger.usecases.class_hours import class_hours
from township_ledger.usecases.rule_facts import certificates_on, draft_count, people
from township_ledger.usecases.today_found import FoundToday
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal

    from township_ledger.domain.bundles import SentBundle
    from township_ledger.domain.faults import Param
    from township_ledger.domain.plans import Plan
    from township_ledger.usecases.class_hours import HoursOfYear
    from township_ledger.usecases.ports import LedgerReader

HOURS_SEASON_DAYS = 92  # hours are a thing to do in the last quarter of the year; before, they are only shown
BACKUP_DAYS = 14  # without a copy for so long the page is yellow


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do. `title`, `why`, `when` are finished sentences; `query` opens the rows behind it.

    `action` is a code of words (`today.do_…`) for its one button; `page` is where the button leads.
    """

    code: str
    lamp: Lamp
    count: int
    title: str
    why: str
    when: str
    day: date | None
    action: str
    page: str
    query: Query | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the page, with its label and the rows behind it."""

    code: str
    label: str
    value: int
    query: Query


@dataclass(frozen=True, slots=True)
class Bar:
    """One person's hours of the year; `uid` opens the person."""

    uid: str
    name: str
    counted: Decimal
    reached: bool


@dataclass(frozen=True, slots=True)
class HoursToday:
    """Hours against the target: the officers of the year, fewest hours first."""

    year: int
    target: Decimal
    bars: tuple[Bar, ...]
    reached: Number
    below: Number


@dataclass(frozen=True, slots=True)
class LastBundle:
    """Where the last bundle stands: made, and read back from its medium or not."""

    sequence: int
    period: str
    as_of: str
    made_at: str
    file_name: str
    read_back: str  # "" when it was never read back


@dataclass(frozen=True, slots=True)
class Today:
    """The whole page. `empty`: there is nobody on the people ledger yet, and the one next step is to bring a roster."""

    day: date
    things: tuple[Thing, ...]
    numbers: tuple[Number, ...]
    hours: HoursToday
    last_bundle: LastBundle | None
    last_backup: datetime | None
    empty: bool


def short_day(day: date) -> str:
    """Return a day of the page: 12 月 18 日."""
    return sentence("today.short_day", month=day.month, day=day.day)


def _when(day: date, on: date) -> str:
    """Tell a day as the clerk counts it: 25 天, 今天, 逾期 1 天."""
    left = (day - on).days
    if left == 0:
        return sentence("today.when_today")
    return sentence("today.when_left" if left > 0 else "today.when_over", days=abs(left))


def _dated(
    code: str, lamp: Lamp, found: list[tuple[date, str]], names: dict[str, str], on: date, action: str
) -> list[Thing]:
    """Return the thing about certificates with a day each, named after the one whose day is first."""
    if not found:
        return []
    found.sort()
    day, first = found[0]
    known = None if day == date.max else day
    params: dict[str, Param] = {"count": len(found), "name": names[first]}
    ending = "_one" if len(found) == 1 else ""
    if known is None:
        why = sentence(f"today.{code}_why_open", **params)
    else:
        why = sentence(f"today.{code}_why{ending}", day=known.isoformat(), **params)
    return [
        Thing(
            f"today.{code}",
            lamp,
            len(found),
            sentence(f"today.{code}{ending}", **params),
            why,
            _when(known, on) if known is not None else "",
            known,
            action,
            "ledger:certificates",
            Query("certificates", uids=frozenset(uid for _, uid in found)),
        )
    ]


def _undated(
    code: str, lamp: Lamp, ledger: str, uids: list[str], names: dict[str, str], action: str
) -> list[Thing]:
    """Return the thing about rows without a day of their own; at most three are named."""
    if not uids:
        return []
    listed = sentence("today.comma").join(names[uid] for uid in uids[:3])
    if len(uids) > 3:
        listed = sentence("today.and_more", names=listed)
    query = Query(ledger, uids=frozenset(uids))
    title = sentence(f"today.{code}", count=len(uids))
    why = sentence(f"today.{code}_why", names=listed)
    return [Thing(f"today.{code}", lamp, len(uids), title, why, "", None, action, f"ledger:{ledger}", query)]


def _about_certificates(found: FoundToday) -> list[Thing]:
    names, on = found.names, found.day
    things = [
        *_dated("expired", Lamp.RED, found.expired, names, on, "today.do_register"),
        *_dated("left_with", Lamp.RED, found.left_with, names, on, "today.do_withdraw"),
        *_dated("expiring", Lamp.YELLOW, found.expiring, names, on, "today.do_register"),
        *_dated("suspended", Lamp.YELLOW, found.suspended, names, on, "today.do_look"),
        *_undated("without", Lamp.YELLOW, "people", found.without, names, "today.do_complete"),
        *_undated("differing", Lamp.YELLOW, "certificates", found.differing, names, "today.do_check"),
        *_undated("unknown", Lamp.GREY, "certificates", found.unknown, names, "today.do_complete"),
    ]
    if found.officers and not enough_for_a_pair(len(found.may)):
        title = sentence("today.no_pair", count=len(found.may))
        query = Query("people", uids=frozenset(found.officers))
        why = sentence("today.no_pair_why")
        things.append(
            Thing(
                "today.no_pair",
                Lamp.RED,
                len(found.may),
                title,
                why,
                "",
                None,
                "today.do_look",
                "ledger:people",
                query,
            )
        )
    return things


def _drafts(reader: LedgerReader) -> list[Thing]:
    things: list[Thing] = []
    for name, ledger in reader.ledgers().items():
        count = draft_count(reader, name)
        if count:
            things.append(
                Thing(
                    "today.drafts",
                    Lamp.YELLOW,
                    count,
                    sentence("today.drafts", ledger=ledger.title, count=count),
                    sentence("today.drafts_why"),
                    "",
                    None,
                    "today.do_correct",
                    f"ledger:{name}",
                    Query(name, draft=True),
                )
            )
    return things


def _hours_thing(hours: HoursOfYear, on: date) -> list[Thing]:
    below = hours.below
    if not below:
        return []
    end = date(hours.year, 12, 31)
    lamp = Lamp.YELLOW if (end - on).days < HOURS_SEASON_DAYS else Lamp.GREY
    listed = sentence("today.comma").join(
        sentence("today.below_person", name=each.person.name, gap=plain_number(each.gap))
        for each in below[:3]
    )
    if len(below) > 3:
        listed = sentence("today.and_more", names=listed)
    return [
        Thing(
            "today.below",
            lamp,
            len(below),
            sentence("today.below", count=len(below), target=plain_number(hours.target.target_hours)),
            sentence("today.below_why", names=listed),
            short_day(end),
            end,
            "today.do_list",
            "ledger:people",
            Query("people", uids=frozenset(each.person.uid for each in below)),
        )
    ]


def _house(last_bundle: LastBundle | None, last_backup: datetime | None, now: datetime) -> list[Thing]:
    """Return what is to be done about the copy and the bundle."""
    things: list[Thing] = []
    days = (now.date() - last_backup.date()).days if last_backup is not None else None
    if days is None or days >= BACKUP_DAYS:
        title = sentence("today.backup_never") if days is None else sentence("today.backup_old", days=days)
        why = sentence("today.backup_why")
        things.append(
            Thing(
                "today.backup",
                Lamp.YELLOW,
                days or 0,
                title,
                why,
                "",
                None,
                "today.do_back_up",
                "settings",
                None,
            )
        )
    if last_bundle is not None and not last_bundle.read_back:
        title = sentence("today.not_read_back", sequence=last_bundle.sequence)
        why = sentence("today.not_read_back_why")
        things.append(
            Thing(
                "today.not_read_back",
                Lamp.YELLOW,
                1,
                title,
                why,
                "",
                None,
                "today.do_deliver",
                "bundle",
                None,
            )
        )
    return things


def _recovery() -> list[Thing]:
    """Return that the recovery sheet has not been kept anywhere yet."""
    title, why = sentence("today.recovery"), sentence("today.recovery_why")
    return [
        Thing("today.recovery", Lamp.YELLOW, 1, title, why, "", None, "today.do_keep_code", "settings", None)
    ]


def _number(code: str, ledger: str, uids: Sequence[str]) -> Number:
    return Number(f"today.{code}", sentence(f"today.{code}"), len(uids), Query(ledger, uids=frozenset(uids)))


def _hours_today(hours: HoursOfYear) -> HoursToday:
    owing = sorted((each for each in hours.people if each.owes), key=lambda each: each.hours.counted)
    return HoursToday(
        hours.year,
        hours.target.target_hours,
        tuple(Bar(each.person.uid, each.person.name, each.hours.counted, each.reached) for each in owing),
        _number("hours_reached", "people", [each.person.uid for each in owing if each.reached]),
        _number("hours_below", "people", [each.person.uid for each in owing if not each.reached]),
    )


def today(
    reader: LedgerReader,
    now: datetime,
    plan: Plan,
    *,
    sent: Sequence[SentBundle] = (),
    last_backup: datetime | None = None,
    recovery_postponed: bool = False,
) -> Today:
    """Return the page as of `now` (local time).

    `sent` are the bundles made, newest first; `last_backup` is when the newest self-tested backup was made;
    `recovery_postponed`: the recovery sheet was asked for and put off (security.md §3: yellow until it is kept).
    """
    on = now.date()
    held = certificates_on(reader, on)
    found = FoundToday(on)
    for person in people(reader):
        found.person(person, held.get(person.uid, []))
    hours = class_hours(reader, on.year, plan, until=on)
    newest = sent[0] if sent else None
    last_bundle = (
        LastBundle(
            newest.sequence, newest.period, newest.as_of, newest.made_at, newest.file_name, newest.read_back
        )
        if newest is not None
        else None
    )
    empty = not found.names and reader.count(Query("people")) == 0
    things: list[Thing] = []
    if not empty:
        things = [
            *_about_certificates(found),
            *_drafts(reader),
            *_hours_thing(hours, on),
            *_house(last_bundle, last_backup, now),
            *(_recovery() if recovery_postponed else ()),
        ]
    things.sort(key=lambda thing: (thing.lamp.urgency, thing.day or date.max))
    return Today(
        on,
        tuple(things),
        (
            _number("number_people", "people", found.on_roster),
            _number("number_officers", "people", found.officers),
            _number("number_may", "people", found.may),
        ),
        _hours_today(hours),
        last_bundle,
        last_backup,
        empty,
    )

"""今日: every thing to do appears for its reason, disappears without it, and opens its rows."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.domain.bundles import SentBundle
from township_ledger.domain.lamps import Lamp
from township_ledger.usecases.today import Thing, Today, today

if TYPE_CHECKING:
    from tests.usecases.memory_reader import MemoryReader

    from township_ledger.domain.plans import Plan

NOW = datetime(2026, 6, 15, 9, 12, tzinfo=timezone(timedelta(hours=8)))


def fit(memory: MemoryReader, name: str = "王五", **certificate: str | None) -> tuple[str, str]:
    person = memory.add("people", name=name, person_type="执法人员")
    values: dict[str, str | None] = {"valid_to": "2030-01-01", "registered_status": "有效", **certificate}
    return person, memory.add_row(
        "certificates", {"certificate_no": f"no-{name}", "person": person, **values}
    )


def shown(memory: MemoryReader, plan: Plan, now: datetime = NOW, days_since_backup: int = 1) -> Today:
    return today(memory, now, plan, last_backup=now - timedelta(days=days_since_backup))


def things(memory: MemoryReader, plan: Plan, now: datetime = NOW) -> dict[str, Thing]:
    found = {thing.code.removeprefix("today."): thing for thing in shown(memory, plan, now).things}
    for thing in found.values():
        assert words.known(thing.action)
        assert (
            thing.query is None or memory.count(thing.query) == thing.count or thing.code == "today.no_pair"
        )
    return found


def test_an_empty_ledger_asks_for_nothing_but_the_roster(memory: MemoryReader, plan: Plan) -> None:
    page = today(memory, NOW, plan)
    assert page.empty
    assert page.things == ()


def test_a_house_in_order_has_only_the_hours(memory: MemoryReader, plan: Plan) -> None:
    fit(memory)
    fit(memory, "李六")
    assert set(things(memory, plan)) == {"below"}
    page = shown(memory, plan)
    assert not page.empty
    assert [(number.label, number.value) for number in page.numbers] == [
        ("在岗人员", 2),
        ("执法人员", 2),
        ("今日可执法", 2),
    ]
    assert all(memory.count(number.query) == number.value for number in page.numbers)


def test_certificates_that_run_out(memory: MemoryReader, plan: Plan) -> None:
    fit(memory, "甲", valid_to="2026-06-14")
    _, soon = fit(memory, "乙", valid_to="2026-07-10")
    fit(memory, "丙", valid_to="2026-09-13")
    fit(memory, "丁", valid_to="2026-09-14")
    found = things(memory, plan)
    assert found["expired"].lamp is Lamp.RED
    assert found["expired"].title == "甲的执法证已过有效期"
    assert found["expired"].when == "逾期 1 天"
    expiring = found["expiring"]
    assert (expiring.title, expiring.when, expiring.lamp) == ("2 本执法证快到期", "25 天", Lamp.YELLOW)
    assert expiring.why == "最早的是乙，有效期到 2026-07-10"
    assert expiring.query is not None
    assert expiring.query.uids is not None
    assert soon in expiring.query.uids


def test_today_is_the_last_day(memory: MemoryReader, plan: Plan) -> None:
    fit(memory, "乙", valid_to="2026-06-15")
    assert things(memory, plan)["expiring"].when == "今天"


def test_suspensions(memory: MemoryReader, plan: Plan) -> None:
    _, first = fit(memory, "甲")
    memory.add("certificate_events", certificate=first, event="暂扣", date="2026-06-01", document_no="x")
    open_end = things(memory, plan)["suspended"]
    assert (open_end.title, open_end.when) == ("甲的执法证暂扣中", "")
    assert "没有登记暂扣到哪一天" in open_end.why
    _, second = fit(memory, "乙")
    memory.add(
        "certificate_events",
        certificate=second,
        event="暂扣",
        date="2026-06-01",
        until="2026-06-20",
        document_no="x",
    )
    both = things(memory, plan)["suspended"]
    assert (both.count, both.when) == (2, "5 天")
    assert both.why == "最早期满的是乙，到 2026-06-20；暂扣期间不能执法"


def test_people_without_certificate_or_with_one_too_long(memory: MemoryReader, plan: Plan) -> None:
    for name in ("甲", "乙", "丙", "丁"):
        memory.add("people", name=name, person_type="执法人员")
    memory.add("people", name="辅", person_type="辅助人员")
    gone = memory.add("people", name="走", person_type="执法人员", leave_date="2026-06-01")
    memory.add(
        "certificates", certificate_no="1", person=gone, valid_to="2030-01-01", registered_status="有效"
    )
    found = things(memory, plan)
    assert found["without"].why == "甲、乙、丙 等；无证不能独立执法"
    assert found["left_with"].title == "走已离岗，执法证还没有收回"
    assert found["no_pair"].lamp is Lamp.RED


def test_a_withdrawn_certificate_of_somebody_who_left_is_done(memory: MemoryReader, plan: Plan) -> None:
    gone = memory.add("people", name="走", person_type="执法人员", leave_date="2026-06-01")
    memory.add(
        "certificates", certificate_no="1", person=gone, valid_to="2030-01-01", registered_status="收回"
    )
    assert "left_with" not in things(memory, plan)


def test_what_was_never_entered_or_contradicts(memory: MemoryReader, plan: Plan) -> None:
    fit(memory, "甲", valid_to=None)
    _, wrong = fit(memory, "乙", registered_status="暂扣")
    memory.add("certificate_events", certificate=wrong, event="恢复", date="2026-06-01", document_no="x")
    found = things(memory, plan)
    assert (found["unknown"].lamp, found["unknown"].count) == (Lamp.GREY, 1)
    assert found["differing"].query is not None
    assert found["differing"].query.uids == frozenset({wrong})


def test_drafts_open_themselves(memory: MemoryReader, plan: Plan) -> None:
    memory.add("training", draft=True, title="班")
    memory.add("people", name="甲", person_type="辅助人员")
    assert things(memory, plan)["drafts"].title == "培训有 1 行草稿"


def test_hours_become_urgent_in_the_last_quarter(memory: MemoryReader, plan: Plan) -> None:
    person, _ = fit(memory)
    fit(memory, "李六")
    session = memory.add("training", title="班", start_date="2026-03-01", hours=60.0)
    memory.add("attendance", session=session, person=person)
    assert things(memory, plan)["below"].lamp is Lamp.GREY
    autumn = things(memory, plan, NOW.replace(month=10, day=1))["below"]
    assert (autumn.lamp, autumn.title, autumn.when) == (Lamp.YELLOW, "1 人未达 60 学时", "12 月 31 日")
    assert autumn.why == "李六差 60"
    assert things(memory, plan, NOW.replace(month=9, day=30))["below"].lamp is Lamp.GREY
    hours = shown(memory, plan).hours
    assert [(bar.name, bar.counted, bar.reached) for bar in hours.bars] == [
        ("李六", Decimal(0), False),
        ("王五", Decimal(60), True),
    ]
    assert (hours.reached.value, hours.below.value) == (1, 1)
    other = memory.add("attendance", session=session, person=memory.add("people", name="赵七"))
    assert other
    for row in ("李六", "钱", "孙"):
        memory.add("people", name=row)
    assert things(memory, plan)["below"].why.endswith(" 等")


def test_everybody_has_reached_the_target(memory: MemoryReader, plan: Plan) -> None:
    person, _ = fit(memory)
    session = memory.add("training", title="班", start_date="2026-03-01", hours=60.0)
    memory.add("attendance", session=session, person=person)
    assert "below" not in things(memory, plan)


def sent(read_back: str) -> SentBundle:
    return SentBundle(
        7, "2026Q2", "2026-06-14", "2026-06-14T01:00:00Z", "0", None, None, 1, "0", "f.asics", read_back, ""
    )


def test_a_recovery_sheet_that_was_put_off_stays_in_sight(memory: MemoryReader, plan: Plan) -> None:
    fit(memory)
    codes = [thing.code for thing in today(memory, NOW, plan, last_backup=NOW).things]
    assert "today.recovery" not in codes
    page = today(memory, NOW, plan, last_backup=NOW, recovery_postponed=True)
    thing = next(thing for thing in page.things if thing.code == "today.recovery")
    assert (thing.lamp, thing.page, words.sentence(thing.action)) == (Lamp.YELLOW, "settings", "去留存")


def test_the_last_bundle_and_the_backup(memory: MemoryReader, plan: Plan) -> None:
    fit(memory)
    page = today(memory, NOW, plan)
    titles = [thing.title for thing in page.things]
    assert "还没有备份过" in titles
    assert page.last_bundle is None
    page = today(memory, NOW, plan, sent=[sent("")], last_backup=NOW - timedelta(days=14))
    titles = [thing.title for thing in page.things]
    assert "14 天没有备份" in titles
    assert "第 7 号报送包还没有写盘读回" in titles
    page = today(memory, NOW, plan, sent=[sent("2026-06-14T02:00:00Z")], last_backup=NOW - timedelta(days=13))
    assert {thing.code for thing in page.things} == {"today.below", "today.no_pair"}
    assert page.last_bundle is not None
    assert page.last_bundle.sequence == 7


def test_the_most_urgent_come_first(memory: MemoryReader, plan: Plan) -> None:
    fit(memory, "甲", valid_to="2026-07-10")
    fit(memory, "乙", valid_to="2026-06-10")
    fit(memory, "丙", valid_to=None)
    lamps = [thing.lamp.urgency for thing in shown(memory, plan).things]
    assert lamps == sorted(lamps)

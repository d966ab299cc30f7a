"""Status and fitness on any day, around every edge of a suspension and a validity."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.certificates import (
    Basis,
    Certificate,
    CertificateStatus,
    Event,
    EventKind,
    Person,
    Status,
    enough_for_a_pair,
    is_officer,
    may_enforce,
    on_roster,
    status_on,
)

DAY = date(2026, 6, 15)
FULL = Certificate("c", "p", date(2022, 1, 1), None, date(2026, 12, 31), "有效")


def certificate(**changes: object) -> Certificate:
    values: dict[str, object] = {name: getattr(FULL, name) for name in FULL.__slots__}
    return Certificate(**{**values, **changes})  # type: ignore[arg-type]


def event(kind: str, day: str, until: str | None = None, order: int = 0) -> Event:
    return Event(
        EventKind(kind), date.fromisoformat(day), date.fromisoformat(until) if until else None, order
    )


def status(*events: Event, day: date = DAY, **changes: object) -> str:
    return status_on(certificate(**changes), events, day).status.value


def test_a_full_certificate_is_valid_on_both_of_its_last_days() -> None:
    assert status(day=date(2022, 1, 1)) == "有效"
    assert status(day=date(2026, 12, 31)) == "有效"
    assert status(day=date(2027, 1, 1)) == "过期"
    assert status(day=date(2021, 12, 31)) == "未生效"


def test_the_start_of_validity_prevails_over_the_day_of_issue() -> None:
    assert status(valid_from=date(2026, 7, 1)) == "未生效"
    assert status(valid_from=date(2026, 6, 15)) == "有效"


def test_a_suspension_ends_by_itself_after_its_last_day() -> None:
    suspended = event("暂扣", "2026-05-01", "2026-06-30")
    assert status(suspended, day=date(2026, 4, 30)) == "有效"
    assert status(suspended, day=date(2026, 5, 1)) == "暂扣"
    assert status(suspended, day=date(2026, 6, 30)) == "暂扣"
    assert status(suspended, day=date(2026, 7, 1)) == "有效"


def test_a_suspension_without_end_lasts_until_it_is_lifted() -> None:
    suspended, lifted = event("暂扣", "2026-01-01"), event("恢复", "2026-06-15")
    assert status(suspended, lifted, day=date(2026, 6, 14)) == "暂扣"
    assert status(suspended, lifted, day=date(2026, 6, 15)) == "有效"


def test_a_second_suspension_prolongs_the_first() -> None:
    first, second = event("暂扣", "2026-01-01", "2026-03-31"), event("暂扣", "2026-03-01", "2026-06-30")
    assert status(first, second, day=date(2026, 4, 1)) == "暂扣"
    assert status(first, second, day=date(2026, 7, 1)) == "有效"


def test_what_stood_before_a_suspension_stands_again_after_it() -> None:
    events = (event("注销", "2025-01-01"), event("暂扣", "2026-01-01", "2026-03-31"))
    assert status(*events, day=date(2026, 2, 1)) == "暂扣"
    assert status(*events, day=date(2026, 4, 1)) == "注销"


def test_a_decision_after_a_suspension_that_ended_counts_for_itself() -> None:
    events = (event("暂扣", "2025-01-01", "2025-03-31"), event("暂扣", "2026-06-01", "2026-06-10"))
    assert status(*events, day=date(2025, 6, 1)) == "有效"
    assert status(*events, day=date(2026, 6, 10)) == "暂扣"
    assert status(*events, day=date(2026, 6, 11)) == "有效"


@pytest.mark.parametrize("kind", ["收回", "注销", "吊销"])
def test_an_ending_stands_until_it_is_taken_back(kind: str) -> None:
    assert status(event(kind, "2026-06-15")) == kind
    assert status(event(kind, "2026-06-16")) == "有效"
    assert status(event(kind, "2026-06-01"), event("恢复", "2026-06-10")) == "有效"
    assert status(event(kind, "2026-06-01"), event("发证", "2026-06-10")) == "有效"


def test_a_lost_card_is_no_card_until_it_is_replaced() -> None:
    lost = event("遗失", "2026-06-01")
    assert status(lost) == "遗失"
    assert status(lost, event("补办", "2026-06-15")) == "有效"
    assert status(lost, event("换发", "2026-06-15")) == "有效"
    assert status(lost, event("发证", "2026-06-15")) == "有效"


def test_a_new_card_lifts_no_suspension() -> None:
    assert (
        status(event("暂扣", "2026-06-01"), event("遗失", "2026-06-02"), event("补办", "2026-06-03"))
        == "暂扣"
    )


def test_events_of_one_day_count_in_the_order_of_recording() -> None:
    suspended, lifted = event("暂扣", "2026-06-01", order=1), event("恢复", "2026-06-01", order=2)
    assert status(lifted, suspended) == "有效"
    assert status(event("恢复", "2026-06-01", order=1), event("暂扣", "2026-06-01", order=2)) == "暂扣"


@pytest.mark.parametrize("registered", ["暂扣", "收回", "注销", "吊销", "遗失", "补办中", "换发中"])
def test_a_registered_status_stands_where_no_dated_event_speaks(registered: str) -> None:
    found = status_on(certificate(registered=registered), (), DAY)
    assert (found.status, found.basis, found.since) == (Status(registered), Basis.REGISTERED, None)
    later = (event("注销", "2026-06-16"),)
    assert status_on(certificate(registered=registered), later, DAY).status == registered


def test_a_dated_event_prevails_over_the_registered_status_and_says_so() -> None:
    found = status_on(certificate(registered="暂扣"), [event("恢复", "2026-06-01")], DAY)
    assert (found.status, found.basis, found.differs) == (Status.VALID, Basis.EVENT, True)
    found = status_on(certificate(registered="有效"), [event("暂扣", "2026-06-01", "2026-08-01")], DAY)
    assert (found.status, found.differs, found.since) == (Status.SUSPENDED, True, date(2026, 6, 1))
    assert found.until == date(2026, 8, 1)
    assert not status_on(certificate(registered="暂扣"), [event("暂扣", "2026-06-01")], DAY).differs


def test_a_suspension_of_the_sheet_is_over_when_its_dated_event_is_over() -> None:
    found = status_on(certificate(registered="暂扣"), [event("暂扣", "2026-01-01", "2026-03-31")], DAY)
    assert (found.status, found.basis) == (Status.VALID, Basis.EVENT)


def test_validity_dates_decide_over_a_registered_expiry() -> None:
    found = status_on(certificate(registered="过期"), (), DAY)
    assert (found.status, found.differs) == (Status.VALID, True)
    found = status_on(certificate(registered="过期", valid_to=None), (), DAY)
    assert (found.status, found.basis, found.differs) == (Status.EXPIRED, Basis.REGISTERED, False)
    found = status_on(certificate(valid_to=date(2026, 6, 14)), (), DAY)
    assert (found.status, found.basis, found.differs) == (Status.EXPIRED, Basis.VALIDITY, False)
    found = status_on(certificate(valid_to=None, valid_from=date(2027, 1, 1)), (), DAY)
    assert (found.status, found.basis) == (Status.NOT_YET, Basis.VALIDITY)


def test_what_was_never_entered_is_said_and_not_invented() -> None:
    assert status_on(Certificate("c", "p"), (), DAY) == CertificateStatus(
        Status.UNSTATED, Basis.NOTHING, validity_known=False
    )
    known_end = status_on(Certificate("c", "p", valid_to=DAY), (), DAY)
    assert (known_end.status, known_end.basis, known_end.validity_known) == (
        Status.VALID,
        Basis.VALIDITY,
        True,
    )
    only_status = status_on(Certificate("c", "p", registered="有效"), (), DAY)
    assert (only_status.status, only_status.basis) == (Status.VALID, Basis.REGISTERED)
    assert not only_status.validity_known


PERSON = Person("p", "王五", "执法人员")
VALID = CertificateStatus(Status.VALID, Basis.VALIDITY)


def reason(person: Person, *held: CertificateStatus, day: date = DAY) -> tuple[bool, str]:
    verdict = may_enforce(person, [(FULL, status) for status in held], day)
    return verdict.may, verdict.reason.removeprefix("certificate.")


def test_who_may_enforce() -> None:
    assert reason(PERSON, VALID) == (True, "may")
    assert reason(PERSON) == (False, "none")
    assert reason(Person("p", "李六", "辅助人员"), VALID) == (False, "auxiliary")
    assert reason(Person("p", "李六", "法制审核人员"), VALID) == (False, "not_officer")
    assert reason(Person("p", "李六"), VALID) == (True, "may")
    assert reason(Person("p", "王五", "执法人员", leave_date=DAY), VALID) == (False, "left")
    assert reason(Person("p", "王五", "执法人员", leave_date=DAY + timedelta(1)), VALID) == (True, "may")
    assert reason(Person("p", "王五", "执法人员", entry_date=DAY + timedelta(1)), VALID) == (
        False,
        "not_entered",
    )
    assert reason(Person("p", "王五", "执法人员", entry_date=DAY), VALID) == (True, "may")


def test_a_certificate_with_known_validity_is_preferred() -> None:
    unknown = CertificateStatus(Status.VALID, Basis.REGISTERED, validity_known=False)
    unstated = CertificateStatus(Status.UNSTATED, Basis.NOTHING, validity_known=False)
    assert reason(PERSON, unknown) == (True, "may_validity_unknown")
    assert reason(PERSON, unstated) == (True, "may_unstated")
    other = Certificate("d", "p")
    verdict = may_enforce(PERSON, [(FULL, unstated), (other, unknown)], DAY)
    assert (verdict.certificate, verdict.reason) == ("d", "certificate.may_validity_unknown")
    assert may_enforce(PERSON, [(other, unknown), (FULL, VALID)], DAY).certificate == "c"


@pytest.mark.parametrize("bad", [each for each in Status if each not in (Status.VALID, Status.UNSTATED)])
def test_every_other_status_stops_and_names_itself(bad: Status) -> None:
    stopped = CertificateStatus(bad, Basis.EVENT)
    may, why = reason(PERSON, stopped)
    assert not may
    assert why == bad.name.lower()
    assert reason(PERSON, stopped, VALID) == (True, "may")


def test_two_officers_make_a_pair() -> None:
    assert [enough_for_a_pair(count) for count in (0, 1, 2, 3)] == [False, False, True, True]


def test_officers_and_the_roster() -> None:
    assert is_officer(PERSON)
    assert not is_officer(Person("p", "x", "法制审核人员"))
    assert on_roster(PERSON, DAY)


DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1))
EVENTS = st.lists(
    st.builds(Event, st.sampled_from(EventKind), DAYS, st.none() | DAYS, st.integers(0, 9)), max_size=6
)


@given(EVENTS, DAYS)
def test_later_events_never_change_an_earlier_day(events: list[Event], day: date) -> None:
    earlier = [each for each in events if each.day <= day]
    assert status_on(FULL, events, day) == status_on(FULL, earlier, day)


@given(EVENTS, DAYS, st.randoms())
def test_the_order_in_which_events_are_handed_over_does_not_matter(
    events: list[Event], day: date, chance: object
) -> None:
    numbered = [Event(each.kind, each.day, each.until, index) for index, each in enumerate(events)]
    assert status_on(FULL, numbered, day) == status_on(FULL, numbered[::-1], day)


@given(DAYS)
def test_no_day_of_a_suspension_is_usable(day: date) -> None:
    suspended = Event(EventKind.SUSPENDED, date(2026, 3, 1), date(2026, 9, 1))
    usable = status_on(certificate(valid_to=date(2028, 1, 1)), [suspended], day).usable
    assert usable == (not date(2026, 3, 1) <= day <= date(2026, 9, 1))

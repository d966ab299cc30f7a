"""The hours of a page of people agree with the hours of everybody."""

from __future__ import annotations

from tests.ui.fake_services import NOW, FakeServices

from township_ledger.domain.rows import Query
from township_ledger.usecases.class_hours import class_hours
from township_ledger.usecases.hours_of_some import hours_of_some


def test_some_people_have_the_hours_that_the_report_gives_them() -> None:
    services = FakeServices()
    reader = services.reader
    people = [reader.add("people", name=f"人{number}", person_type="执法人员") for number in range(4)]
    for number in range(6):
        session = reader.add(
            "training",
            title=f"第 {number} 班",
            start_date=f"2026-0{number + 1}-10",
            hours=float(8 + number),
            category="业务知识" if number % 2 else None,
        )
        for person in people[: number % 4 + 1]:
            reader.add("attendance", session=session, person=person)
    rows = list(reader.rows(Query("people")))[:2]
    today = NOW.date()
    some = hours_of_some(reader, rows, today, services.plan())
    whole = {each.person.uid: each for each in class_hours(reader, 2026, services.plan(), until=today).people}
    assert set(some) == {row.uid for row in rows}
    for uid, now in some.items():
        assert now.counted == str(whole[uid].hours.counted)
        assert (now.owes, now.reached) == (whole[uid].owes, whole[uid].reached)
        assert f"= {now.counted} 学时" in now.formula
    del reader.defined["attendance"]
    assert hours_of_some(reader, rows, today, services.plan())[rows[0].uid].counted == "0"

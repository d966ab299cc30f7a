"""Worked-out columns: certificates and hours beside people, today's status beside certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.fake_services import FakeServices

from township_ledger.domain.rows import Fault, Query
from township_ledger.ui.models.derived import CertificateColumns, PeopleColumns, derived_for
from township_ledger.ui.widgets.lamp import LampColour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.domain.rows import Cell
    from township_ledger.ui.models.grid_columns import DerivedCell


@pytest.fixture
def empty() -> FakeServices:
    return FakeServices()


def beside(services: FakeServices, uid: str) -> Sequence[DerivedCell]:
    rows = list(services.reader.rows(Query("people")))
    return PeopleColumns(services).cells(rows)[uid]


def certificate(services: FakeServices, person: str, number: str = "皖G001", **values: Cell | Fault) -> str:
    row: dict[str, Cell | Fault] = {"certificate_no": number, "person": person, **values}
    return services.reader.add("certificates", draft=None, own=None, **row)


def test_a_person_without_certificate(empty: FakeServices) -> None:
    officer = empty.reader.add("people", name="甲", person_type="执法人员")
    helper = empty.reader.add("people", name="乙", person_type="辅助人员")
    assert [cell.text for cell in beside(empty, officer)] == ["", "无证", "", "0"]
    assert [cell.text for cell in beside(empty, helper)] == ["", "不适用", "", "不计"]


@pytest.mark.parametrize(
    ("values", "text", "lamp"),
    [
        ({"valid_to": "2028-04-30"}, "有效", LampColour.GREEN),
        ({"valid_to": "2026-12-18"}, "有效", LampColour.AMBER),
        ({"valid_to": "2026-11-22"}, "过期", LampColour.RED),
        ({"valid_to": "2028-04-30", "registered_status": "暂扣"}, "暂扣", LampColour.RED),
        ({"valid_to": "2028-04-30", "registered_status": "遗失"}, "遗失", LampColour.AMBER),
        ({}, "未登记", LampColour.GREY),
        ({"valid_to": Fault("2027年", "value.date_incomplete")}, "草稿", LampColour.GREY),
    ],
)
def test_status_and_lamp(
    empty: FakeServices, values: dict[str, Cell | Fault], text: str, lamp: LampColour
) -> None:
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    certificate(empty, person, "皖G001", **values)
    _number, status, _until, _hours = beside(empty, person)
    assert (status.text, status.lamp) == (text, lamp)


def test_kept_text_is_marked_here_too(empty: FakeServices) -> None:
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    certificate(empty, person, valid_to=Fault("2027年", "value.date_incomplete"))
    until = beside(empty, person)[2]
    assert until.text == "2027年"
    assert until.kept
    assert "没有读成日期" in until.why


def test_of_several_certificates_the_best_is_shown(empty: FakeServices) -> None:
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    certificate(empty, person, "皖G001", valid_to="2020-01-01")
    certificate(empty, person, "皖G002", valid_to="2029-01-01")
    number, status, until, _hours = beside(empty, person)
    assert (number.text, status.text, until.text) == ("皖G002", "有效", "2029-01-01")
    assert number.why == "皖G002（共 2 本）"


def test_why_tells_dates_and_contradictions(empty: FakeServices) -> None:
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    uid = certificate(empty, person, valid_to="2028-04-30", registered_status="注销")
    empty.reader.add(
        "certificate_events",
        certificate=uid,
        event="暂扣",
        date="2026-10-01",
        until="2026-12-31",
        document_no="示〔2026〕1 号",
    )
    rows = list(empty.reader.rows(Query("certificates")))
    (cell,) = CertificateColumns(empty).cells(rows)[uid]
    assert cell.text == "暂扣"
    assert "2026-10-01 起暂扣" in cell.why
    assert "到 2026-12-31 止" in cell.why
    assert "登记状态写的是“注销”" in cell.why


def test_an_event_that_is_not_whole_is_left_out(empty: FakeServices) -> None:
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    uid = certificate(empty, person)
    empty.reader.add("certificate_events", draft=False, certificate=uid, event="暂扣")
    rows = list(empty.reader.rows(Query("certificates")))
    (cell,) = CertificateColumns(empty).cells(rows)[uid]
    assert cell.text == "未登记"
    assert "没有登记有效期至" in cell.why


def test_hours_of_the_year_so_far(empty: FakeServices) -> None:
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    other = empty.reader.add("people", name="乙", person_type="执法人员")
    for number, (day, hours, category) in enumerate(
        [
            ("2026-03-01", 40.0, "业务知识"),
            ("2026-05-01", 8.0, "政治学习"),
            ("2025-05-01", 16.0, "业务知识"),
            ("2026-12-01", 16.0, "业务知识"),
        ]
    ):
        session = empty.reader.add(
            "training", title=f"第 {number} 班", start_date=day, hours=hours, category=category
        )
        empty.reader.add("attendance", session=session, person=person)
        empty.reader.add("attendance", session=session, person=other, person_hours=60.0)
    hours_of_person = beside(empty, person)[3]
    assert hours_of_person.text == "40"  # neither political study nor other years nor what is still to come
    assert hours_of_person.lamp is LampColour.AMBER
    assert "政治学习" in hours_of_person.why
    assert beside(empty, other)[3].lamp is LampColour.GREEN


def test_only_the_two_ledgers_have_them(empty: FakeServices) -> None:
    assert isinstance(derived_for("people", empty), PeopleColumns)
    assert isinstance(derived_for("certificates", empty), CertificateColumns)
    assert derived_for("training", empty) is None
    del empty.reader.defined["certificate_events"]
    person = empty.reader.add("people", name="甲", person_type="执法人员")
    certificate(empty, person, valid_to="2028-01-01")
    assert beside(empty, person)[1].text == "有效"
    del empty.reader.defined["attendance"]
    assert beside(empty, person)[3].text == "0"
    del empty.reader.defined["certificates"]
    assert derived_for("people", empty) is None

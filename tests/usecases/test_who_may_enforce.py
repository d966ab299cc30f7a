"""The deed of may-enforce, with its JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.usecases.who_may_enforce import enforcers_json, who_may_enforce

if TYPE_CHECKING:
    from tests.usecases.memory_reader import MemoryReader

DAY = date(2026, 6, 15)


def certificate(memory: MemoryReader, person: str, number: str, **values: str) -> str:
    return memory.add_row("certificates", {"certificate_no": number, "person": person, **values})


def test_the_whole_day(memory: MemoryReader) -> None:
    fit = memory.add("people", name="王五", person_type="执法人员")
    certificate(memory, fit, "12000000001", valid_to="2026-06-15", registered_status="有效")
    held = memory.add("people", name="李六", person_type="执法人员")
    suspended = certificate(memory, held, "12000000002", valid_to="2027-01-01", registered_status="有效")
    memory.add(
        "certificate_events",
        certificate=suspended,
        event="暂扣",
        date="2026-06-01",
        until="2026-06-15",
        document_no="某〔2026〕1号",
    )
    memory.add("people", name="赵七", person_type="辅助人员")
    memory.add("people", draft=True, name="草稿人")
    memory.add("certificates", draft=True, certificate_no="12000000009")
    today = who_may_enforce(memory, DAY)
    assert [(each.person.name, each.verdict.may, each.verdict.reason) for each in today.people] == [
        ("王五", True, "certificate.may"),
        ("李六", False, "certificate.suspended"),
        ("赵七", False, "certificate.auxiliary"),
    ]
    assert (today.may, today.pair, today.drafts) == (1, False, 2)
    tomorrow = who_may_enforce(memory, date(2026, 6, 16))
    assert [each.verdict.reason for each in tomorrow.people][:2] == ["certificate.expired", "certificate.may"]


def test_the_json_says_the_reason_in_words(memory: MemoryReader) -> None:
    person = memory.add("people", name="王五", person_type="执法人员")
    certificate(memory, person, "012", valid_to="2027-01-01", registered_status="有效")
    other = memory.add("people", name="李六", person_type="执法人员")
    assert enforcers_json(who_may_enforce(memory, DAY)) == {
        "date": "2026-06-15",
        "may": 1,
        "pair": False,
        "people": [
            {
                "uid": person,
                "name": "王五",
                "may": True,
                "reason": "certificate.may",
                "words": "可执法",
                "certificate_no": "012",
                "status": "有效",
                "valid_to": "2027-01-01",
            },
            {
                "uid": other,
                "name": "李六",
                "may": False,
                "reason": "certificate.none",
                "words": words.sentence("certificate.none"),
                "certificate_no": None,
                "status": None,
                "valid_to": None,
            },
        ],
    }

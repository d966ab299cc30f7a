"""The same reports and rules over the real encrypted store: what the fake promised holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from tests.store.office import Office, StandingClock, shipped_definitions
from tests.usecases.memory_reader import MemoryReader

from township_ledger.domain.rows import Cell, OperationKind, Query
from township_ledger.store.home import create_home
from township_ledger.usecases.class_hours import class_hours, hours_json
from township_ledger.usecases.make_report import REPORTS, build_report
from township_ledger.usecases.rule_views import rule_uids
from township_ledger.usecases.today import today
from township_ledger.usecases.who_may_enforce import enforcers_json, who_may_enforce

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from township_ledger.domain.plans import Plan
    from township_ledger.store.ledger_store import SqlLedgerStore

DAY = date(2026, 9, 30)
NOW = datetime(2026, 9, 30, 9, 0, tzinfo=timezone(timedelta(hours=8)))
Rows = list[tuple[str, dict[str, Cell]]]


def rows() -> Rows:
    """Rows in the order of writing; `@n` refers to the uid of row n."""
    return [
        (
            "people",
            {"name": "王五", "person_type": "执法人员", "unit": "队", "id_number": "340721199001012416"},
        ),
        ("people", {"name": "李六", "person_type": "执法人员", "leave_date": "2026-09-01"}),
        ("people", {"name": "古丽·买买提"}),
        ("people", {"name": "钱八", "person_type": "辅助人员"}),
        ("certificates", {"certificate_no": "01", "person": "@0", "valid_to": "2026-12-01"}),
        ("certificates", {"certificate_no": "02", "person": "@1", "valid_to": "2028-12-01"}),
        ("certificates", {"certificate_no": "03", "person": "@2"}),
        (
            "certificate_events",
            {
                "certificate": "@6",
                "event": "暂扣",
                "date": "2026-09-01",
                "until": "2026-09-29",
                "document_no": "x",
            },
        ),
        ("training", {"title": "班", "category": "业务知识", "start_date": "2026-03-01", "hours": 60.5}),
        ("training", {"title": "学", "category": "政治学习", "start_date": "2026-03-02", "hours": 4.0}),
        ("attendance", {"session": "@8", "person": "@0"}),
        ("attendance", {"session": "@8", "person": "@2", "person_hours": 7.5}),
        ("attendance", {"session": "@9", "person": "@0"}),
        ("training", {"title": "缺学时", "start_date": "2026-03-01"}),
        ("power_lists", {"title": "清单（2023年版）", "in_force": "2023-01-01"}),
        ("power_lists", {"title": "清单（2026年版）", "in_force": "2026-01-01"}),
        ("powers", {"name": "旧", "list": "@14", "power_type": "行政处罚"}),
        (
            "powers",
            {
                "name": "新",
                "list": "@15",
                "power_type": "行政检查",
                "code": "007",
                "start_date": "2026-02-01",
            },
        ),
    ]


def resolved(values: dict[str, Cell], uids: list[str]) -> dict[str, Cell]:
    return {
        name: uids[int(value[1:])] if isinstance(value, str) and value.startswith("@") else value
        for name, value in values.items()
    }


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlLedgerStore]:
    home: Path = tmp_path_factory.mktemp("reading") / "home"
    definitions = shipped_definitions()
    key = create_home(home, "示例镇人民政府", "王伟", "correct horse 7", StandingClock(), definitions)
    office = Office(home, key, StandingClock(), definitions)
    store = office.open()
    uids: list[str] = []
    with store.transaction(OperationKind.ADD) as transaction:
        for ledger, values in rows():
            uids.append(transaction.insert(ledger, resolved(values, uids)))
    yield store
    office.close()


@pytest.fixture
def twin(store: SqlLedgerStore) -> MemoryReader:
    """The same rows in the fake, under the store's uids."""
    memory = MemoryReader(store.ledgers())
    for ledger in (
        "people",
        "certificates",
        "certificate_events",
        "training",
        "attendance",
        "power_lists",
        "powers",
    ):
        for row in store.rows(Query(ledger)):
            memory.adopt(ledger, row)
    return memory


def test_every_report_is_the_same(store: SqlLedgerStore, twin: MemoryReader, plan: Plan) -> None:
    forms = [f"ledger:{name}" for name, ledger in store.ledgers().items() if ledger.form is not None]
    assert len(forms) > 2
    for name in (*REPORTS, *forms):
        assert build_report(store, name, "2026Q3", DAY, plan) == build_report(twin, name, "2026Q3", DAY, plan)
    roster = build_report(store, "roster", "2026Q3", DAY, plan)
    assert {figure.id: figure.value for figure in roster.sections[0].figures} == {
        "roster.people": 3,
        "roster.officers": 2,
        "roster.may_enforce": 2,
        "roster.unusable": 0,
        "roster.without": 0,
        "roster.auxiliaries": 1,
    }


def test_every_question_is_answered_the_same(store: SqlLedgerStore, twin: MemoryReader, plan: Plan) -> None:
    assert hours_json(class_hours(store, 2026, plan)) == hours_json(class_hours(twin, 2026, plan))
    assert enforcers_json(who_may_enforce(store, DAY)) == enforcers_json(who_may_enforce(twin, DAY))
    assert today(store, NOW, plan) == today(twin, NOW, plan)
    for thing in today(store, NOW, plan).things:
        assert thing.query is None or store.count(thing.query) == thing.count
    asked: list[tuple[str, str, dict[str, object]]] = [
        ("due", "certificates", {"column": "valid_to", "days": 90}),
        ("overdue", "certificates", {"column": "valid_to"}),
        ("before", "certificates", {"column": "issued", "other": "valid_to"}),
        ("may_enforce", "people", {}),
        ("below_target", "people", {}),
    ]
    for rule, ledger, params in asked:
        found = rule_uids(store, rule, ledger, params, DAY, plan)
        assert found == rule_uids(twin, rule, ledger, params, DAY, plan)
    assert len(rule_uids(store, "may_enforce", "people", {}, DAY, plan)) == 2
    assert len(rule_uids(store, "below_target", "people", {}, DAY, plan)) == 2

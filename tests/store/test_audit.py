"""The audit finds what integrity checks cannot: an old page put back, a row edited by hand, a log row taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.store.office import Office, add, edit

from township_ledger import words
from township_ledger.domain.faults import Cancelled
from township_ledger.domain.rows import Fault, OperationKind
from township_ledger.store import audit as module
from township_ledger.store.audit import AuditResult, audit
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.fixture
def uids(office: Office) -> list[str]:
    """Three people and a certificate, changed, retired and undone here and there; the store is closed again."""
    store = office.open()
    made = [
        add(store, "people", {"工号": str(number)}, name=name)
        for number, name in enumerate(("王伟", "李丽", "赵六"))
    ]
    edit(store, "people", made[0], birth=Fault("2027年", "value.month_only"), sex="男")
    number = edit(store, "people", made[1], sex="女")
    store.undo(number)
    with store.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("people", made[2])
    made.append(add(store, "certificates", certificate_no="1", person=made[0]))
    assert audit(store, Silent()) == AuditResult(9, 4, (), 0)
    assert audit(store, Silent()).ok
    office.close()
    return made


def tampered(
    office: Office, *statements: str, params: Iterable[Any] = ()
) -> list[tuple[str, dict[str, Any]]]:
    outside = office.outside()
    for statement in statements:
        list(outside.execute(statement, tuple(params)))
    outside.close()
    store = office.open()
    result = audit(store, Silent())
    assert not result.ok
    for finding in result.findings:
        assert words.sentence(finding.code, **finding.params)
    return [(finding.code, dict(finding.params)) for finding in result.findings]


@pytest.mark.parametrize(
    ("sql", "column"),
    [
        ("UPDATE l_people SET name = '王威' WHERE uid = ?", "姓名"),
        ("UPDATE l_people SET nation = '汉族' WHERE uid = ?", "民族"),
        ("UPDATE l_people SET sex = NULL WHERE uid = ?", "性别"),
        ("UPDATE cell_fault SET text = '2028年' WHERE uid = ?", "出生日期"),
        ("DELETE FROM cell_fault WHERE uid = ?", "出生日期"),
        ("UPDATE own_cell SET text = 'x' WHERE uid = ?", "工号"),
        ("UPDATE l_people SET draft = 0 WHERE uid = ?", "draft"),
        ("UPDATE l_people SET retired_op = 1 WHERE uid = ?", "retired_op"),
    ],
)
def test_a_row_edited_by_hand(office: Office, uids: list[str], sql: str, column: str) -> None:
    assert tampered(office, sql, params=[uids[0]]) == [
        ("log.row_differs", {"title": "人员", "row": 1, "uid": uids[0], "column": column})
    ]


def test_rows_put_in_and_taken_out_by_hand(office: Office, uids: list[str]) -> None:
    found = tampered(
        office,
        "INSERT INTO l_people (uid, draft, created_op, changed_op, name) VALUES ('f', 0, 1, 1, '鬼')",
        "INSERT INTO own_cell VALUES ('people', 'ghost', '工号', '9')",
        f"DELETE FROM l_people WHERE uid = '{uids[1]}'",
        "UPDATE meta SET value = '另一镇' WHERE key = 'unit_name'",
    )
    assert found == [
        ("log.row_extra", {"title": "人员", "row": 4, "uid": "f"}),
        ("log.row_missing", {"title": "人员", "uid": uids[1]}),
        ("log.row_extra", {"title": "人员", "row": 0, "uid": uids[1]}),
        ("log.row_extra", {"title": "人员", "row": 0, "uid": "ghost"}),
        ("log.home_differs", {"key": "unit_name"}),
    ]


@pytest.mark.parametrize(
    ("statements", "codes"),
    [
        (["DELETE FROM log WHERE operation = 3"], {"log.digest_wrong", "log.count_wrong", "log.row_missing", "log.row_extra"}),
        (["UPDATE log SET change = replace(change, '李丽', '李莉') WHERE operation = 3"], {"log.digest_wrong", "log.row_differs"}),
        (["UPDATE log SET change = '{' WHERE operation = 3"], {"log.digest_wrong", "log.unreadable", "log.row_extra"}),
        (["DELETE FROM operation WHERE number = 9", "DELETE FROM log WHERE operation = 9"], {"log.row_extra"}),
        (["DELETE FROM operation WHERE number = 6"], {"log.number_missing", "log.link_broken", "log.stray"}),
        (["UPDATE operation SET actor = '别人' WHERE number = 4"], {"log.link_broken"}),
        (["UPDATE operation SET at = '2020-01-01T00:00:00+00:00' WHERE number = 4"], {"log.link_broken"}),
        (["UPDATE operation SET nonce = x'00' WHERE number = 4"], {"log.digest_wrong"}),
        (["UPDATE operation SET link = x'00' WHERE number = 4"], {"log.link_broken"}),
        (["UPDATE operation SET rows = 5 WHERE number = 4"], {"log.count_wrong"}),
    ],
)  # fmt: skip
def test_a_log_changed_by_hand(
    office: Office, uids: list[str], statements: list[str], codes: set[str]
) -> None:
    found = tampered(office, "PRAGMA foreign_keys = OFF", *statements)
    assert {code for code, _ in found} >= codes - {"log.row_extra", "log.row_missing"}
    assert {code for code, _ in found} <= codes | {"log.row_differs", "log.row_extra", "log.row_missing"}


def test_old_pages_put_back(office: Office, uids: list[str]) -> None:
    """SQLCipher's own checks pass: the pages are genuine, only old."""
    store = office.open()
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = store.connection.value("SELECT rootpage FROM sqlite_master WHERE name = 'l_people'")
    office.close()
    database = office.home / "ledger.db"
    old = database.read_bytes()
    store = office.open()
    edit(store, "people", uids[0], post="队长")
    office.close()
    page = slice((root - 1) * 4096, root * 4096)
    data = bytearray(database.read_bytes())
    assert data[page] != old[page]
    data[page] = old[page]
    database.write_bytes(data)
    store = office.open()
    assert module.damaged_pages(store.connection) == 0
    (finding,) = audit(store, Silent()).findings
    assert (finding.code, finding.params["column"], finding.params["uid"]) == (
        "log.row_differs",
        "职务",
        uids[0],
    )


def test_damaged_pages_are_counted(office: Office, uids: list[str]) -> None:
    store = office.open()
    root = store.connection.value("SELECT rootpage FROM sqlite_master WHERE name = 'mapping'")
    office.close()
    database = office.home / "ledger.db"
    data = bytearray(database.read_bytes())
    data[(root - 1) * 4096 + 200] ^= 1
    database.write_bytes(data)
    store = office.open()
    (finding,) = audit(store, Silent()).findings
    assert (finding.code, finding.params) == ("log.file_damaged", {"count": 1})
    assert words.sentence(finding.code, **finding.params)


def test_findings_are_bounded_and_counted(
    office: Office, uids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FINDINGS", 2)
    found = tampered(office, "UPDATE l_people SET nation = 'x', politics = 'y', education = 'z'")
    assert len(found) == 2
    assert audit(office.open(), Silent()).total == 9


def test_a_ledger_that_is_not_in_use_is_checked_too(office: Office, uids: list[str]) -> None:
    store = office.open()
    store.definitions = {}
    assert audit(store, Silent()).ok
    outside = office.outside()
    list(outside.execute("DELETE FROM definition WHERE ledger = 'certificates'"))
    outside.close()
    assert [finding.code for finding in audit(store, Silent()).findings] == ["log.row_missing"]


def test_progress_and_cancelling(office: Office, uids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_STEP", 2)
    seen: list[str] = []

    class Stopping:
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            seen.append(what)
            if what == "stage.checking_rows":
                raise Cancelled

    store = office.open()
    with pytest.raises(Cancelled):
        audit(store, Stopping())
    assert seen == ["stage.checking_log"] * 9 + ["stage.checking_rows"]
    edit(store, "people", uids[0], post="队长")


def test_columns_of_older_definitions_are_checked_too(office: Office, uids: list[str]) -> None:
    people = office.definitions["people"]
    fewer = replace(people, version=2, columns=tuple(each for each in people.columns if each.name != "sex"))
    definitions = {**office.definitions, "people": fewer}
    store = office.open(definitions=definitions)
    assert audit(store, Silent()).ok
    office.close()
    outside = office.outside()
    list(outside.execute("UPDATE l_people SET sex = '女' WHERE uid = ?", (uids[0],)))
    outside.close()
    (finding,) = audit(office.open(definitions=definitions), Silent()).findings
    assert finding.params["column"] == "性别"

"""Search: one and two Chinese characters hit, initials and numbers by their beginnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.office import add, edit

from township_ledger.domain.rows import OperationKind, Query
from township_ledger.store.initials import SURNAMES, initials
from township_ledger.store.initials_table import INITIALS
from township_ledger.store.search import spaced, terms_of

if TYPE_CHECKING:
    from township_ledger.store.ledger_store import SqlLedgerStore


@pytest.fixture
def filled(store: SqlLedgerStore) -> SqlLedgerStore:
    one = add(
        store, "people", name="单于王䶮", unit="综合行政执法队", post="队长", phone="13800001234",
        id_number="34071219800711241X", remark="借调 GB18030 张力",
    )  # fmt: skip
    add(store, "people", name="李𠅤", unit="司法所", remark="王姓同事")
    add(store, "people", name="阿依古丽·买买提", unit="司法所")
    add(store, "certificates", certificate_no="120000017", person=one, issuer="省政府")
    add(store, "training", title="2026年法律知识培训", start_date="2026-03-01", hours=8.0)
    return store


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("单", ["单于王䶮"]), ("王䶮", ["单于王䶮"]), ("䶮", ["单于王䶮"]), ("𠅤", ["李𠅤"]), ("李𠅤", ["李𠅤"]),
        ("王", ["单于王䶮", "李𠅤"]),  # the label's hit first, then the remark's
        ("cyw", ["单于王䶮"]), ("CYW", ["单于王䶮"]), ("l", ["李𠅤"]), ("aygl", ["阿依古丽·买买提"]), ("ygl", []),
        ("138", ["单于王䶮"]), ("１３８", ["单于王䶮"]), ("3800", []), ("340712", ["单于王䶮"]), ("241x", ["单于王䶮"]),
        ("0711", []), ("120000", ["120000017"]), ("18030", ["单于王䶮"]), ("gb18030", ["单于王䶮"]),
        ("2026", ["2026年法律知识培训"]), ("2026年", ["2026年法律知识培训"]), ("法律 培训", ["2026年法律知识培训"]),
        ("司法所 李", ["李𠅤"]), ("长借", []), ("队长借", []), ("·", []), ('"', []), ("买买提", ["阿依古丽·买买提"]),
        ("丽·买", ["阿依古丽·买买提"]), ("", []), ("  ", []), ("*", []), ("王 AND", []), ("label:王", []), ("省政", ["120000017"]),
    ],
)  # fmt: skip
def test_what_is_found(filled: SqlLedgerStore, text: str, labels: list[str]) -> None:
    assert [hit.label for hit in filled.search(text)] == labels


def test_a_grid_finds_rows_by_those_they_refer_to(filled: SqlLedgerStore) -> None:
    for text, count in (("单于", 1), ("cyw", 1), ("120000017", 1), ("省", 1), ("李", 0), ("司法所", 0)):
        assert filled.count(Query("certificates", search=text)) == count, text
    assert filled.count(Query("people", search="王")) == 2
    assert filled.count(Query("people", search="王 单")) == 1
    assert filled.count(Query("people", search=" ")) == 3


def test_the_index_follows_every_change(filled: SqlLedgerStore) -> None:
    row = filled.page(Query("people", search="李"), 0, 1)[0]
    edit(filled, "people", row.uid, name="赵钱", phone="15900000000")
    assert filled.search("李") == []
    assert filled.search("lx") == []
    for text in ("赵", "zq", "1590", "王姓"):
        assert [hit.uid for hit in filled.search(text)][-1:] == [row.uid], text
    edit(filled, "people", row.uid, remark=None, sex="男")
    edit(filled, "people", row.uid, phone="15900000001")
    assert filled.search("王姓") == []
    assert filled.search("15900000000") == []
    with filled.transaction(OperationKind.RETIRE) as transaction:
        transaction.retire("people", row.uid)
    assert filled.search("赵") == filled.search("zq") == filled.search("1590") == []
    filled.undo(transaction.number)
    assert [hit.uid for hit in filled.search("赵")] == [row.uid]
    assert len(filled.search("司法所", limit=1)) == 1


def test_the_best_hits_come_first(store: SqlLedgerStore) -> None:
    for name, remark in (("张三", "王伟"), ("小王伟", "x"), ("王伟明", None), ("王伟", None)):
        add(store, "people", name=name, remark=remark)
    add(store, "power_lists", title="王伟")
    add(store, "power_lists", title="·")  # a label that has no initials
    assert [hit.label for hit in store.search("王伟")] == ["王伟", "王伟", "王伟明", "小王伟", "张三"]
    assert [hit.ledger for hit in store.search("王伟", limit=2)] == ["people", "power_lists"]


def test_documents_of_a_ledger_that_is_not_in_use_are_passed_over(filled: SqlLedgerStore) -> None:
    filled.tables = {name: table for name, table in filled.tables.items() if name != "training"}
    assert filled.search("2026") == []


@given(st.text(st.characters(codec="utf-8")))
def test_spacing_loses_no_character(text: str) -> None:
    import unicodedata

    folded = unicodedata.normalize("NFKC", text) if not text.isascii() else text
    parts = [f"u{ord(letter):x}" if ord(letter) > 0xFFFF else letter for letter in folded]
    assert spaced(text) == " ".join(parts)
    assert "" not in terms_of(text)


def test_initials() -> None:
    assert [initials(name, person=True) for name in ("单王", "仇一", "解三", "查良", "区明", "曾国藩", "尉迟恭", "乐天")] == [
        "sw", "qy", "xs", "zl", "om", "zgf", "ycg", "yt",
    ]  # fmt: skip
    assert initials("单位 A1·培训", person=False) == "dwa1px"
    assert initials("单", person=False) == "d"
    assert initials("𠅤", person=True) == ""
    assert initials("王" * 100, person=True) == "w" * 24
    assert len(INITIALS) == 0x9FA5 - 0x4E00 + 1
    assert set(INITIALS) <= set("abcdefghijklmnopqrstuvwxyz?")
    for surname, letters in SURNAMES.items():  # an entry that says nothing new does not belong there
        assert letters != "".join(INITIALS[ord(letter) - 0x4E00] for letter in surname)

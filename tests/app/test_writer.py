from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import pytest

from township_ledger.app import writer as room
from township_ledger.app.writer import Failure, Waiting, Writer
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from township_ledger.usecases.ports import LedgerStore

PATIENCE_MS = 30_000  # for a machine that does much else


class FakeStore:
    """Remembers in which thread it was used."""

    def __init__(self) -> None:
        self.opened_in = threading.get_ident()
        self.closed = False

    def close(self) -> None:
        self.closed = True


class Office:
    def __init__(self) -> None:
        self.stores: list[FakeStore] = []
        self.busy_opens = 0
        self.answers: list[object] = []
        self.threads: list[int] = []

    def open(self) -> LedgerStore:
        if self.busy_opens:
            self.busy_opens -= 1
            raise WorldFault("store.busy")
        self.stores.append(FakeStore())
        return cast("LedgerStore", self.stores[-1])

    def done(self, outcome: object) -> None:
        self.answers.append(outcome)
        self.threads.append(threading.get_ident())


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def writer(office: Office, qtbot: QtBot) -> Iterator[Writer]:
    made = Writer(office.open)
    yield made
    made.close()


def opened_in(store: LedgerStore) -> object:
    return cast("FakeStore", store).opened_in


def test_work_runs_in_the_thread_and_answers_on_the_main_one(
    writer: Writer, office: Office, qtbot: QtBot
) -> None:
    writer.put(opened_in, office.done)
    assert writer.pending == 1
    qtbot.waitUntil(lambda: bool(office.answers), timeout=PATIENCE_MS)
    assert office.answers[0] != threading.get_ident()
    assert office.threads == [threading.get_ident()]
    assert writer.pending == 0


def test_tasks_keep_their_order(writer: Writer, office: Office, qtbot: QtBot) -> None:
    for number in range(20):
        writer.put(_Number(number), office.done)
    qtbot.waitUntil(lambda: len(office.answers) == 20, timeout=PATIENCE_MS)
    assert office.answers == list(range(20))
    assert len(office.stores) == 1


class _Number:
    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, _store: LedgerStore) -> int:
        return self.number


def test_while_others_hold_the_lock_it_says_so_and_tries_again(
    writer: Writer, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "RETRY_SECONDS", 0.01)
    told: list[Waiting] = []
    writer.waiting.connect(told.append)
    office.busy_opens = 2
    writer.put(_Number(7), office.done)
    qtbot.waitUntil(lambda: office.answers == [7], timeout=PATIENCE_MS)
    assert Waiting(1, busy=True) in told
    assert told[-1] == Waiting(0)


def test_a_fault_of_the_world_is_an_answer(writer: Writer, office: Office, qtbot: QtBot) -> None:
    def refuse(store: LedgerStore) -> object:
        raise WorldFault("edit.gone", ledger="people")

    writer.put(refuse, office.done)
    writer.put(_Number(1), office.done)
    qtbot.waitUntil(lambda: len(office.answers) == 2, timeout=PATIENCE_MS)
    assert office.answers == [Failure("edit.gone", {"ledger": "people"}), 1]


def test_a_fault_of_ours_reaches_the_crash_net_and_the_next_task_runs(
    writer: Writer, office: Office, qtbot: QtBot
) -> None:
    def break_down(store: LedgerStore) -> object:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        writer.put(break_down, office.done)
        writer.put(_Number(1), office.done)
        qtbot.waitUntil(lambda: len(office.answers) == 2, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bool(caught), timeout=PATIENCE_MS)
    assert office.answers == [Failure("app.crashed", {}), 1]
    assert caught[0][0] is ZeroDivisionError


def test_closing_writes_what_is_queued(office: Office, qtbot: QtBot) -> None:
    written: list[int] = []

    class Write(_Number):
        def __call__(self, _store: LedgerStore) -> int:
            written.append(self.number)
            return self.number

    writer = Writer(office.open)
    for number in range(5):
        writer.put(Write(number), office.done)
    assert writer.close()
    qtbot.wait(10)  # answers that were under way
    assert written == [0, 1, 2, 3, 4]
    assert not office.answers
    assert office.stores[0].closed


def test_closing_does_not_wait_for_ever(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "RETRY_SECONDS", 0.02)
    monkeypatch.setattr(room, "CLOSING_SECONDS", 0.05)
    office.busy_opens = 10_000
    writer = Writer(office.open)
    writer.put(_Number(1), office.done)
    assert not writer.close()

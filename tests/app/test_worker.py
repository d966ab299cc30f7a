"""The worker's protocol: one job in, JSON lines out, closing stdin cancels."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import deeds, worker
from township_ledger.domain.faults import Cancelled, WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Wires:
    """Two pipes: what the window writes to and reads from."""

    def __init__(self) -> None:
        self.worker_in, self.window_out = os.pipe()
        self.window_in, self.worker_out = os.pipe()
        self._open = {self.window_out, self.worker_out}

    def send(self, *requests: object) -> None:
        for request in requests:
            os.write(self.window_out, json.dumps(request).encode() + b"\n")

    def close(self, *descriptors: int) -> None:
        for descriptor in descriptors or tuple(self._open):
            if descriptor in self._open:
                self._open.discard(descriptor)
                os.close(descriptor)

    def answers(self) -> list[dict[str, object]]:
        self.close(self.worker_out)
        with os.fdopen(os.dup(self.window_in), "rb") as stream:
            return [json.loads(line) for line in stream]


@pytest.fixture
def wires() -> Iterator[Wires]:
    made = Wires()
    yield made
    made.close()


@pytest.fixture
def do(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[worker.Job], worker.Json]], None]:
    def set_deed(function: Callable[[worker.Job], worker.Json]) -> None:
        monkeypatch.setattr(deeds, "deed", lambda _name: function)

    return set_deed


def work(wires: Wires) -> int:
    return worker.work(worker.Inbox(wires.worker_in), worker.Outbox(wires.worker_out))


def test_a_result_is_the_last_line(wires: Wires, do: Callable[..., None]) -> None:
    def double(job: worker.Job) -> worker.Json:
        job.progress.step("stage.reading", 1, 2)
        assert (job.home, job.key, job.actor) == ("/h", "00" * 48, "王伟")
        return {"twice": 2 * int(str(job.args["number"]))}

    do(double)
    wires.send({"deed": "x", "args": {"number": 21}, "home": "/h", "key": "00" * 48, "actor": "王伟"})
    assert work(wires) == 0
    assert wires.answers() == [
        {"progress": {"stage": "stage.reading", "done": 1, "total": 2}},
        {"result": {"twice": 42}},
    ]


def test_a_fault_of_the_world_is_told_with_its_parameters(wires: Wires, do: Callable[..., None]) -> None:
    def fail(job: worker.Job) -> worker.Json:
        raise WorldFault("file.damaged", file="a.xlsx")

    do(fail)
    wires.send({"deed": "x"})
    assert work(wires) == 1
    assert wires.answers() == [{"fault": {"code": "file.damaged", "params": {"file": "a.xlsx"}}}]


def test_our_own_fault_leaves_a_report_and_says_no_more(
    wires: Wires, do: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(job: worker.Job) -> worker.Json:
        raise ValueError("王伟")

    monkeypatch.setenv("TOWNSHIP_LEDGER_LOGS", str(tmp_path))
    do(crash)
    wires.send({"deed": "x"})
    assert work(wires) == 2
    assert wires.answers() == [{"fault": {"code": "app.crashed", "params": {}}}]
    (report,) = tmp_path.glob("crash-worker-*.txt")
    assert "builtins.ValueError" in report.read_text("utf-8")
    assert "王伟" not in report.read_text("utf-8")


def test_closing_stdin_stops_a_deed_at_its_next_step(wires: Wires, do: Callable[..., None]) -> None:
    def endless(job: worker.Job) -> worker.Json:
        wires.close(wires.window_out)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            job.progress.step("stage.reading")
            time.sleep(0.001)
        raise AssertionError("nobody stopped it")

    do(endless)
    wires.send({"deed": "x"})
    assert work(wires) == 3
    assert wires.answers()[-1] == {"cancelled": True}


def test_a_window_that_closes_before_it_asks_cancels(wires: Wires) -> None:
    wires.close(wires.window_out)
    assert work(wires) == 3
    assert wires.answers() == [{"cancelled": True}]


def test_further_lines_are_requests_until_stdin_closes(wires: Wires, do: Callable[..., None]) -> None:
    def pages(job: worker.Job) -> worker.Json:
        asked = 0
        for request in job.requests():
            asked += 1
            job.say({"page": request["page"]})
            if asked == 2:
                wires.close(wires.window_out)
        assert list(job.requests()) == []
        return {"asked": asked}

    do(pages)
    wires.send({"deed": "x"}, {"page": 1}, {"page": 2})
    assert work(wires) == 0
    assert wires.answers() == [{"page": 1}, {"page": 2}, {"result": {"asked": 2}}]


def test_progress_is_told_at_most_ten_times_a_second_but_every_stage(wires: Wires) -> None:
    inbox, outbox = worker.Inbox(wires.worker_in), worker.Outbox(wires.worker_out)
    progress = worker.WorkerProgress(inbox, outbox)
    for number in range(1000):
        progress.step("stage.reading", number, 1000)
    time.sleep(0.011)
    progress.step("stage.writing")
    said = wires.answers()
    assert len(said) <= 4
    assert said[-1] == {"progress": {"stage": "stage.writing", "done": 0, "total": None}}


def test_a_line_that_is_no_object_is_our_own_fault(wires: Wires) -> None:
    inbox = worker.Inbox(wires.worker_in)
    wires.send([1])
    with pytest.raises(ValueError, match="object"):
        inbox.next()


def test_a_window_that_went_away_is_no_fault_of_the_deed(wires: Wires) -> None:
    os.close(wires.window_in)
    worker.Outbox(wires.worker_out).say({"result": {}})


def test_a_cancelled_deed_says_so(wires: Wires, do: Callable[..., None]) -> None:
    def stop(job: worker.Job) -> worker.Json:
        raise Cancelled

    do(stop)
    wires.send({"deed": "x"})
    assert work(wires) == 3

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop

from township_ledger import words
from township_ledger.domain.faults import Param, WorldFault
from township_ledger.ui import background
from township_ledger.ui.background import Background, JobState, TimeLeft, WorkerJob, worker_command
from township_ledger.ui.services import JobEvents, Json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytestqt.qtbot import QtBot

FAKE = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))

PATIENCE_MS = 30_000  # for a machine that does much else


class Heard:
    """Keeps what a job said."""

    def __init__(self) -> None:
        self.progress: list[tuple[str, int, int | None]] = []
        self.pages: list[Json] = []
        self.results: list[Json] = []
        self.faults: list[tuple[str, dict[str, Param]]] = []
        self.cancels = 0

    def _progress(self, stage: str, done: int, total: int | None) -> None:
        self.progress.append((stage, done, total))

    def _fault(self, code: str, params: Mapping[str, Param]) -> None:
        self.faults.append((code, dict(params)))

    def _cancelled(self) -> None:
        self.cancels += 1

    @property
    def events(self) -> JobEvents:
        return JobEvents(
            progress=self._progress,
            page=self.pages.append,
            result=self.results.append,
            fault=self._fault,
            cancelled=self._cancelled,
        )

    def over(self) -> bool:
        return bool(self.results or self.faults or self.cancels)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Background]:
    made = Background(FAKE)
    yield made
    made.close()


def start(jobs: Background, heard: Heard, deed: str = "report", **args: object) -> WorkerJob:
    return jobs.start(deed, {"deed": deed, "args": args, "home": None, "key": None}, heard.events)


def test_result_and_progress_arrive(jobs: Background, qtbot: QtBot) -> None:
    heard = Heard()
    say = [
        {"progress": {"stage": "stage.reading", "done": 5, "total": 10}},
        {"progress": {"stage": "stage.reading", "done": 6}},
        {"result": {"files": ["一.pdf"]}},
    ]
    start(jobs, heard, say=say, noise=True)
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.progress == [("stage.reading", 5, 10), ("stage.reading", 6, None)]
    assert heard.results == [{"files": ["一.pdf"]}]
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=PATIENCE_MS)
    assert not heard.faults


def test_job_and_key_go_by_stdin_and_are_forgotten(jobs: Background, qtbot: QtBot) -> None:
    heard = Heard()
    request: Json = {"deed": "audit", "args": {"echo": True}, "home": "/h", "key": "ab" * 48}
    job = jobs.start("audit", request, heard.events)
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.results[0] == request
    assert job._first_line is None


def test_a_fault_of_the_world_comes_with_its_parameters(jobs: Background, qtbot: QtBot) -> None:
    heard = Heard()
    start(
        jobs,
        heard,
        say=[{"fault": {"code": "file.missing", "params": {"file": "a.xlsx", "n": 3, "x": None}}}],
    )
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.faults == [("file.missing", {"file": "a.xlsx", "n": 3})]


def test_death_without_an_answer_is_told_in_words(jobs: Background, qtbot: QtBot) -> None:
    heard = Heard()
    start(jobs, heard, die=True)
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.faults == [("job.died", {})]
    assert words.known("job.died")


def test_a_program_that_is_not_there(qtbot: QtBot) -> None:
    jobs = Background(("/nowhere/program",))
    heard = Heard()
    start(jobs, heard)
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.faults == [("job.not_started", {})]
    assert not jobs.busy()


def test_stop_closes_stdin_and_says_cancelled(jobs: Background, qtbot: QtBot) -> None:
    heard = Heard()
    job = start(jobs, heard, hold=True, say=[{"progress": {"stage": "s", "done": 1, "total": 2}}])
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=PATIENCE_MS)
    job.cancel()
    job.cancel()
    assert job.state.stopping
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.cancels == 1
    assert not heard.faults


def test_a_worker_deaf_to_stop_is_ended(
    jobs: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "PATIENCE_MS", 50)
    heard = Heard()
    job = start(jobs, heard, deaf=True, say=[{"progress": {"stage": "s", "done": 1, "total": 2}}])
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=PATIENCE_MS)
    job.cancel()
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.faults == [("job.ended_by_force", {})]


def test_one_heavy_job_at_a_time_and_a_light_one_beside(jobs: Background, qtbot: QtBot) -> None:
    first, second, light = Heard(), Heard(), Heard()
    holding = start(jobs, first, hold=True, say=[{"progress": {"stage": "s", "done": 0, "total": 2}}])
    waiting = start(jobs, second, echo=True)
    start(jobs, light, deed="verify", echo=True)
    qtbot.waitUntil(light.over, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(first.progress), timeout=PATIENCE_MS)
    assert waiting.state == JobState("report", waiting=True)
    assert jobs.waiting() == 1
    assert jobs.current() is holding
    assert not second.over()
    holding.cancel()
    qtbot.waitUntil(second.over, timeout=PATIENCE_MS)
    assert second.results


def test_a_waiting_job_can_be_stopped_before_it_starts(jobs: Background, qtbot: QtBot) -> None:
    first, second = Heard(), Heard()
    holding = start(jobs, first, hold=True)
    waiting = start(jobs, second, echo=True)
    qtbot.waitUntil(lambda: not holding.state.waiting, timeout=PATIENCE_MS)
    waiting.cancel()
    assert second.cancels == 1
    assert jobs.waiting() == 0
    holding.cancel()
    qtbot.waitUntil(first.over, timeout=PATIENCE_MS)
    assert not second.results


def test_a_check_up_serves_pages_and_lets_others_work(jobs: Background, qtbot: QtBot) -> None:
    served, other = Heard(), Heard()
    job = start(jobs, served, deed="check-up", serve=True)
    qtbot.waitUntil(served.over, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not job.working, timeout=PATIENCE_MS)
    job.send({"page": {"offset": 128}})
    qtbot.waitUntil(lambda: bool(served.pages), timeout=PATIENCE_MS)
    assert served.pages == [{"rows": [128]}]
    start(jobs, other, echo=True)
    qtbot.waitUntil(other.over, timeout=PATIENCE_MS)
    job.send({"keep": {}})
    assert job.working
    qtbot.waitUntil(lambda: len(served.results) == 2, timeout=PATIENCE_MS)
    job.cancel()
    qtbot.waitUntil(lambda: not jobs._running, timeout=PATIENCE_MS)
    assert not served.faults
    job = start(jobs, Heard(), deed="check-up", serve=True)
    job.send({"page": {}})  # not running yet: nothing to send to


def test_a_dialog_in_an_answer_outlives_the_worker(jobs: Background, qtbot: QtBot) -> None:
    over: list[bool] = []
    made: list[WorkerJob] = []

    def ask(_result: Json) -> None:
        loop = QEventLoop()  # as a dialog does
        made[0].ended.connect(loop.quit)
        loop.exec()
        qtbot.wait(20)
        over.append(made.pop().over)

    request: Json = {"deed": "report", "args": {"say": [{"result": {}}]}, "home": None, "key": None}
    made.append(jobs.start("report", request, JobEvents(result=ask)))
    qtbot.waitUntil(lambda: bool(over), timeout=PATIENCE_MS)
    assert over == [True]


def test_an_endless_line_ends_the_worker(
    jobs: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "MAX_LINE", 1000)
    heard = Heard()
    start(jobs, heard, flood=5000)
    qtbot.waitUntil(heard.over, timeout=PATIENCE_MS)
    assert heard.faults == [("job.died", {})]


def test_closing_stops_all_and_starts_no_more(qtbot: QtBot) -> None:
    jobs = Background(FAKE)
    heard = Heard()
    start(jobs, heard, hold=True, say=[{"progress": {"stage": "s", "done": 1, "total": 2}}])
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=PATIENCE_MS)
    jobs.close()
    assert not heard.over()
    assert not jobs.busy()
    with pytest.raises(WorldFault, match=r"job\.closing"):
        start(jobs, heard)


def test_closing_ends_a_deaf_worker(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "CLOSING_MS", 50)
    jobs = Background(FAKE)
    heard = Heard()
    start(jobs, heard, deaf=True, say=[{"progress": {"stage": "s", "done": 1, "total": 2}}])
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=PATIENCE_MS)
    jobs.close()
    assert not heard.over()


def test_time_left() -> None:
    left = TimeLeft()
    assert left.guess("a", 0, 100, 10.0) is None
    assert left.guess("a", 10, 100, 10.5) is None  # too early
    assert left.guess("a", 50, 100, 15.0) == 5
    assert left.guess("a", 100, 100, 20.0) == 1
    assert left.guess("a", 60, None, 21.0) is None
    assert left.guess("b", 0, 10, 30.0) is None  # a new stage has its own pace


def test_the_command_is_this_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command()[0] == sys.executable
    assert worker_command()[-1] == "--worker"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "--worker")

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel
from tests.ui.fake_services import NOW

from township_ledger.ui.background import Background, Progressed
from township_ledger.ui.services import JobEvents, SaveState
from township_ledger.ui.widgets import foot_bar
from township_ledger.ui.widgets.foot_bar import FootBar, progress_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from township_ledger.ui.theme import Theme

FAKE = (sys.executable, str(Path(__file__).parents[1] / "fake_worker.py"))

PATIENCE_MS = 30_000  # for a machine that does much else


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Background]:
    made = Background(FAKE)
    yield made
    made.close()


@pytest.fixture
def foot(jobs: Background, theme: Theme, qtbot: QtBot) -> FootBar:
    made = FootBar(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 30)
    made.show()
    return made


def seen(foot: FootBar) -> list[str]:
    labels: list[QLabel] = list(foot.findChildren(QLabel))
    return [label.text() for label in labels if label.isVisible() and label.text()]


def test_what_is_shown_and_saved(foot: FootBar) -> None:
    foot.show_counts("共 42 行")
    foot.show_message("已写入 42 行，可撤销")
    foot.show_saving(SaveState(saved_at=NOW))
    foot.show_backup(NOW, NOW)
    assert seen(foot) == ["共 42 行", "已写入 42 行，可撤销", "已保存 09:12", "今天 09:12 已备份"]
    foot.show_saving(SaveState(2))
    foot.show_backup(NOW - timedelta(days=3), NOW)
    assert seen(foot)[2:] == ["正在保存 2 处修改", "3 天前备份"]
    foot.show_saving(SaveState(2, busy=True))
    foot.show_backup(None, NOW)
    assert seen(foot)[2:] == ["另一个程序正在写入，2 处修改排队中", "还没有备份"]
    foot.show_saving(SaveState())
    assert seen(foot)[2:] == ["还没有备份"]


def test_a_sentence_goes_after_a_while(
    jobs: Background, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foot_bar, "MESSAGE_MS", 20)
    foot = FootBar(jobs)
    qtbot.addWidget(foot)
    foot.show()
    foot.show_message("已写入")
    qtbot.waitUntil(lambda: not seen(foot), timeout=PATIENCE_MS)


def test_a_job_is_shown_with_its_progress_and_can_be_stopped(
    foot: FootBar, jobs: Background, qtbot: QtBot
) -> None:
    foot.show_counts("共 42 行")
    say = [{"progress": {"stage": "none.such", "done": 64, "total": 100}}]
    args = {"hold": True, "say": say}
    ended: list[bool] = []
    jobs.start(
        "import-preview",
        {"deed": "import-preview", "args": args, "home": None, "key": None},
        JobEvents(cancelled=lambda: ended.append(True)),
    )
    assert seen(foot) == ["前面还有事情没做完，排队中", "停止 = 什么都不写"]
    qtbot.waitUntil(lambda: "64%" in seen(foot), timeout=PATIENCE_MS)
    assert seen(foot) == ["读取表格", "64%", "停止 = 什么都不写"]
    assert foot._bar.value() == 64
    foot._stop.click()
    assert seen(foot)[0] == "正在停下"
    assert not foot._stop.isEnabled()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: seen(foot) == ["共 42 行"], timeout=PATIENCE_MS)
    foot._stop.click()  # nobody is at work: nothing happens


def test_time_left_in_words() -> None:
    assert progress_words(Progressed("s", 64, 100, None)) == "64%"
    assert progress_words(Progressed("s", 64, 100, 3)) == "64%，还要 3 秒"
    assert progress_words(Progressed("s", 1, 100, 300)) == "1%，还要 5 分钟"

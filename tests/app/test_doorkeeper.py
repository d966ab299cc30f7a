from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from township_ledger.app.doorkeeper import Doorkeeper
from township_ledger.app.preferences import Preferences
from township_ledger.app.window_lock import LOCK, WindowLock
from township_ledger.domain.rows import OperationKind
from township_ledger.ui.background import Background
from township_ledger.ui.services import JobEvents, KeepRequest, Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PASSWORD = "示例密码一二三四"
FAKE = (sys.executable, str(Path(__file__).parents[1] / "ui" / "fake_worker.py"))

PATIENCE_MS = 30_000  # for a machine that does much else


class Clock:
    def now(self) -> datetime:
        return datetime(2026, 11, 23, 1, 12, tzinfo=UTC)


def no(_computer: str) -> bool:
    return False


@pytest.fixture
def door(tmp_path: Path, qtbot: QtBot) -> Iterator[Doorkeeper]:
    background = Background(FAKE)
    made = Doorkeeper(lambda: background, Preferences(tmp_path / "window.ini"), Clock(), WindowLock(no))
    yield made
    made.close_home()
    background.close()


def keep(door: Doorkeeper, folder: Path, qtbot: QtBot, job: object = None, person: str = "李敏") -> Opened:
    ends: list[Opened] = []
    request = KeepRequest(folder, "示例镇人民政府", person, PASSWORD)
    door.keep(job, request, ends.append)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE_MS)
    return ends[0]


def test_an_empty_home_is_made_and_opened(door: Doorkeeper, tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "home"
    assert door.home(home) is None
    opened = keep(door, home, qtbot)
    assert opened.services is door.clerk
    assert opened.services is not None
    assert opened.services.reader.operations()[0].kind is OperationKind.CREATE_HOME
    card = door.home(home)
    assert card is not None
    assert (card.unit_name, card.persons) == ("示例镇人民政府", ("李敏",))
    assert (home / LOCK).exists()
    assert door.default_folder() == home  # the next start opens it


def test_unlock_with_password_and_with_the_sheet(door: Doorkeeper, tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "home"
    opened = keep(door, home, qtbot)
    assert opened.services is not None
    sheet = opened.services.recovery_sheet()
    ends: list[Opened] = []
    door.unlock(home, "李敏", "不是这个密码", ends.append)
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=PATIENCE_MS)
    assert ends[0].code == "home.wrong_password"
    assert door.clerk is opened.services  # a wrong password closes nothing
    door.unlock(home, "李敏", PASSWORD, ends.append)
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=PATIENCE_MS)
    assert ends[1].services is not None
    assert ends[1].services.actor == "李敏"
    door.unlock_with_sheet(home, "AAAA", ends.append)
    qtbot.waitUntil(lambda: len(ends) == 3, timeout=PATIENCE_MS)
    assert ends[2].code == "home.sheet_length"
    door.unlock_with_sheet(home, sheet, ends.append)
    qtbot.waitUntil(lambda: len(ends) == 4, timeout=PATIENCE_MS)
    assert ends[3].services is not None
    assert ends[3].services.actor == "恢复单"


def test_a_home_that_is_open_elsewhere_is_refused(door: Doorkeeper, tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "home"
    keep(door, home, qtbot)
    door.close_home()
    (home / LOCK).unlink(missing_ok=True)
    (home / LOCK).write_text("4711\nprogram\n另一台电脑\n\n\n")
    ends: list[Opened] = []
    door.unlock(home, "李敏", PASSWORD, ends.append)
    qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE_MS)
    assert ends[0].code == "window.open_elsewhere"
    assert ends[0].params == {"computer": "另一台电脑"}


def test_password_rules(door: Doorkeeper, tmp_path: Path) -> None:
    def fault(password: str) -> str:
        return door.password_fault(KeepRequest(tmp_path, "示例镇人民政府", "李敏", password))

    assert fault("12345678").startswith("home.password")
    assert fault(PASSWORD) == ""


def test_keeping_what_the_check_up_holds(door: Doorkeeper, tmp_path: Path, qtbot: QtBot) -> None:
    seen: list[dict[str, object]] = []
    job = door.start("check-up", {"serve": True}, JobEvents(result=seen.append))
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    opened = keep(door, tmp_path / "home", qtbot, job)
    assert opened.services is not None
    assert len(seen) == 1  # the answer to keep is for the door, not for the page


def test_a_worker_that_dies_while_keeping_leaves_no_half_home(
    door: Doorkeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "花名册.xlsx").write_bytes(b"x")
    seen: list[dict[str, object]] = []
    job = door.start("check-up", {"say": [{"result": {}}], "hold": True}, JobEvents(result=seen.append))
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not job.working, timeout=PATIENCE_MS)
    job.kill()
    qtbot.waitUntil(lambda: job.over, timeout=PATIENCE_MS)
    qtbot.wait(1)
    opened = keep(door, home, qtbot, job)
    assert opened.services is None
    assert opened.code == "job.died"
    assert [path.name for path in home.iterdir()] == ["花名册.xlsx"]


def test_a_home_is_not_made_over_another(door: Doorkeeper, tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "home"
    keep(door, home, qtbot)
    again = keep(door, home, qtbot)
    assert again.code == "home.exists"
    assert door.home(home) is not None


def test_a_named_home_comes_before_the_last_one(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.put("home", "/elsewhere")
    door = Doorkeeper(lambda: Background(FAKE), preferences, Clock(), WindowLock(no), tmp_path / "named")
    assert door.default_folder() == tmp_path / "named"
    assert door.close_home()


def test_damaged_slots_still_show_a_home(door: Doorkeeper, tmp_path: Path, qtbot: QtBot) -> None:
    home = tmp_path / "home"
    keep(door, home, qtbot)
    for name in ("keys.json", "keys.bak.json"):
        (home / name).write_text("{")
    card = door.home(home)
    assert card is not None
    assert card.persons == ()


def test_a_worker_stopped_while_keeping_leaves_no_half_home(
    door: Doorkeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    home = tmp_path / "home"
    seen: list[dict[str, object]] = []
    job = door.start("check-up", {"say": [{"result": {}}], "hold": True}, JobEvents(result=seen.append))
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    ends: list[Opened] = []
    door.keep(job, KeepRequest(home, "示例镇人民政府", "李敏", PASSWORD), ends.append)
    qtbot.waitUntil(lambda: job.working, timeout=PATIENCE_MS)
    job.cancel()
    qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE_MS)
    assert ends[0].code == "job.keep_stopped"
    assert not list(home.iterdir())

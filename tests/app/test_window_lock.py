from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSysInfo

from township_ledger.app.window_lock import LOCK, FileInbox, WindowLock, hand_over, server_name
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Clerk:
    """Answers whether the program is closed on another computer."""

    def __init__(self, answer: bool) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def confirm(self, computer: str) -> bool:
        self.asked.append(computer)
        return self.answer


def test_one_window_a_home(tmp_path: Path) -> None:
    clerk = Clerk(True)
    first, second = WindowLock(clerk.confirm), WindowLock(clerk.confirm)
    first.take(tmp_path)
    with pytest.raises(WorldFault, match=r"window\.open_here"):
        second.take(tmp_path)
    assert not clerk.asked
    first.release()
    second.take(tmp_path)
    second.release()
    second.release()
    assert not (tmp_path / LOCK).exists()


def test_taking_another_home_lets_go_of_the_first(tmp_path: Path) -> None:
    one, other = tmp_path / "1", tmp_path / "2"
    one.mkdir()
    other.mkdir()
    lock = WindowLock(Clerk(True).confirm)
    lock.take(one)
    lock.take(other)
    assert not (one / LOCK).exists()
    assert (other / LOCK).exists()
    lock.release()


def left_behind(home: Path, computer: str, process: int) -> None:
    """Write a lock as QLockFile leaves it: process, program, computer."""
    (home / LOCK).write_text(f"{process}\nprogram\n{computer}\n\n\n")


def test_a_lock_of_another_computer_is_taken_over_after_confirmation(tmp_path: Path) -> None:
    left_behind(tmp_path, "另一台电脑", 4711)
    no = Clerk(False)
    with pytest.raises(WorldFault, match=r"window\.open_elsewhere") as told:
        WindowLock(no.confirm).take(tmp_path)
    assert told.value.params["computer"] == "另一台电脑"
    assert no.asked == ["另一台电脑"]
    yes = Clerk(True)
    lock = WindowLock(yes.confirm)
    lock.take(tmp_path)
    assert yes.asked == ["另一台电脑"]
    lock.release()


def test_a_lock_of_a_process_that_is_gone_is_taken_at_once(tmp_path: Path) -> None:
    left_behind(tmp_path, QSysInfo.machineHostName(), 2**22 - 3)
    clerk = Clerk(False)
    lock = WindowLock(clerk.confirm)
    lock.take(tmp_path)
    assert not clerk.asked
    lock.release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match=r"window\."):
        WindowLock(Clerk(True).confirm).take(tmp_path / "gone")


@pytest.fixture
def inbox(tmp_path: Path, qtbot: QtBot) -> Iterator[FileInbox]:
    made = FileInbox(tmp_path)
    yield made
    made.close()


def test_a_path_is_handed_over(inbox: FileInbox, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inbox.arrived) as arrived:
        assert hand_over(tmp_path, tmp_path / "花名册.xlsx")
    assert arrived.args == [str(tmp_path / "花名册.xlsx")]
    with qtbot.waitSignal(inbox.arrived) as arrived:
        assert hand_over(tmp_path, None)
    assert arrived.args == [""]


def test_nobody_listens(tmp_path: Path, qtbot: QtBot) -> None:
    assert not hand_over(tmp_path / "other", None)
    assert str(tmp_path) not in server_name(tmp_path)

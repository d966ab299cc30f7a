from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from township_ledger.app.side_thread import SideThread
from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PATIENCE_MS = 30_000  # for a machine that does much else


class Heard:
    def __init__(self) -> None:
        self.results: list[object] = []
        self.faults: list[str] = []

    def failed(self, fault: WorldFault) -> None:
        self.faults.append(fault.code)


def refuse() -> object:
    raise WorldFault("home.wrong_password")


def break_down() -> object:
    raise ZeroDivisionError


def test_work_runs_elsewhere_and_ends_here(qtbot: QtBot) -> None:
    side, heard = SideThread(), Heard()
    side.run(threading.get_ident, heard.results.append, heard.failed)
    side.run(refuse, heard.results.append, heard.failed)
    qtbot.waitUntil(lambda: len(heard.results) == 1 and len(heard.faults) == 1, timeout=PATIENCE_MS)
    assert heard.results[0] != threading.get_ident()
    assert heard.faults == ["home.wrong_password"]
    assert not side._look.isActive()


def test_our_own_fault_reaches_the_crash_net(qtbot: QtBot) -> None:
    side, heard = SideThread(), Heard()
    with qtbot.captureExceptions() as caught:
        side.run(break_down, heard.results.append, heard.failed)
        qtbot.waitUntil(lambda: bool(caught), timeout=PATIENCE_MS)
    assert caught[0][0] is ZeroDivisionError
    assert heard.faults == ["app.crashed"]


def test_work_may_outlive_its_window(qtbot: QtBot) -> None:
    parent = QObject()
    side, heard = SideThread(parent), Heard()
    gate = threading.Event()
    side.run(gate.wait, heard.results.append, heard.failed)
    parent.deleteLater()
    with qtbot.waitSignal(parent.destroyed):
        pass
    gate.set()
    qtbot.wait(30)
    assert not heard.results


def test_after_closing_nothing_is_told_and_no_timer_runs(qtbot: QtBot) -> None:
    side, heard = SideThread(), Heard()
    gate = threading.Event()
    side.run(gate.wait, heard.results.append, heard.failed)
    side.close()
    assert not side._look.isActive()
    side.run(threading.get_ident, heard.results.append, heard.failed)
    assert not side._look.isActive()
    gate.set()
    qtbot.wait(30)
    assert not heard.results

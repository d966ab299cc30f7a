"""The clerk over a real home: reading, editing in the writer's thread, undo, and what others wrote."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import clerk as room
from township_ledger.app import clerk_counting, definitions
from township_ledger.app.clerk import Clerk
from township_ledger.app.preferences import Preferences
from township_ledger.domain.rows import OperationKind, Query, UndoOutcome
from township_ledger.store.home import create_home
from township_ledger.store.opening import open_store
from township_ledger.ui.background import Background
from township_ledger.ui.services import RECOVERY, EditRequest, EditResult, JobEvents, SaveState, UndoFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytestqt.qtbot import QtBot

    from township_ledger.store.keys import DatabaseKey
    from township_ledger.usecases.today import Today

NOW = datetime(2026, 11, 23, 1, 12, tzinfo=UTC)
FAKE = (sys.executable, str(Path(__file__).parents[1] / "ui" / "fake_worker.py"))

PATIENCE_MS = 30_000  # for a machine that does much else


class Clock:
    def now(self) -> datetime:
        return NOW


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DatabaseKey]:
    folder = tmp_path_factory.mktemp("clerk") / "home"
    key = create_home(folder, "示例镇人民政府", "李敏", "示例密码一二三四", Clock(), definitions.ledgers())
    return folder, key


@pytest.fixture
def clerk(template: tuple[Path, DatabaseKey], tmp_path: Path, qtbot: QtBot) -> Iterator[Clerk]:
    import shutil

    home = tmp_path / "home"
    shutil.copytree(template[0], home)
    preferences = Preferences(tmp_path / "window.ini")
    made = Clerk(home, template[1], "李敏", Background(FAKE), preferences, Clock())
    yield made
    made.close()


def add(clerk: Clerk, qtbot: QtBot, **texts: str) -> str:
    done: list[EditResult] = []
    clerk.edit(EditRequest("people", None, texts), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert done[0].code == ""
    assert done[0].uid is not None
    return done[0].uid


def counted(clerk: Clerk) -> Today:
    shown: list[Today] = []
    clerk.today(shown.append)
    return shown[0]


def test_many_people_are_counted_beside_the_main_thread(
    clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(clerk, qtbot, name="王伟", person_type="执法人员")
    monkeypatch.setattr(clerk_counting, "FEW_PEOPLE", 0)
    shown: list[Today] = []
    clerk.today(shown.append)
    clerk.today(shown.append)  # the first count is out of date before it ends
    assert not shown
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert len(shown) == 1
    assert shown[0].numbers[0].value == 1
    clerk.today(shown.append)
    clerk.close()
    qtbot.wait(50)
    assert len(shown) == 1


def test_views_are_counted_at_once_or_beside(
    clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(clerk, qtbot, name="王伟", person_type="执法人员")
    counts: list[Mapping[str, int]] = []
    clerk.count_views("people", counts.append)
    assert counts[0][""] == counts[0]["officers"] == 1
    monkeypatch.setattr(clerk_counting, "FEW_PEOPLE", 0)
    clerk.count_views("people", counts.append)
    clerk.count_views("people", counts.append)  # waits for the first
    clerk.count_views("people", counts.append)  # and is overtaken
    assert len(counts) == 1
    qtbot.waitUntil(lambda: len(counts) == 3, timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert counts == [counts[0]] * 3
    clerk.count_views("people", counts.append)
    clerk.close()
    qtbot.wait(50)
    assert len(counts) == 3


def test_a_rule_picks_its_rows_at_once_or_beside(
    clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = add(clerk, qtbot, name="王伟", person_type="执法人员")
    day = date(2026, 11, 24)
    picked: list[frozenset[str]] = []
    clerk.pick_rows("below_target", "people", {}, day, picked.append)
    assert picked == [{officer}]
    monkeypatch.setattr(clerk_counting, "FEW_PEOPLE", 0)
    clerk.pick_rows("may_enforce", "people", {}, day, picked.append)
    clerk.pick_rows("below_target", "people", {}, day, picked.append)  # overtakes the first
    assert len(picked) == 1
    qtbot.waitUntil(lambda: len(picked) == 2, timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert picked == [{officer}, {officer}]
    clerk.pick_rows("below_target", "people", {}, day, picked.append)
    clerk.close()
    qtbot.wait(50)
    assert len(picked) == 2


def test_an_edit_is_written_told_and_read(clerk: Clerk, qtbot: QtBot) -> None:
    changed: list[frozenset[str]] = []
    saving: list[SaveState] = []
    clerk.listen(changed.append)
    clerk.listen_saving(saving.append)
    uid = add(clerk, qtbot, name="王䶮", person_type="执法人员")
    row = clerk.reader.row("people", uid)
    assert row is not None
    assert row.values["name"] == "王䶮"
    assert changed == [frozenset({"people"})]
    assert saving[0] == SaveState()
    assert saving[-1] == SaveState(0, saved_at=NOW)
    assert any(state.pending == 1 for state in saving)


def test_a_refused_text_is_kept_and_a_missing_row_is_told(clerk: Clerk, qtbot: QtBot) -> None:
    uid = add(clerk, qtbot, name="单雄信", entry_date="2027年")
    row = clerk.reader.row("people", uid)
    assert row is not None
    assert row.draft
    assert row.faults["entry_date"].text == "2027年"
    done: list[EditResult] = []
    clerk.edit(EditRequest("people", "0" * 32, {"name": "甲"}), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert done[0].code == "store.no_row"


def test_undo_and_redo(clerk: Clerk, qtbot: QtBot) -> None:
    uid = add(clerk, qtbot, name="王伟")
    outcomes: list[UndoOutcome | UndoFault | None] = []
    clerk.undo(None, outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 1, timeout=PATIENCE_MS)
    assert clerk.reader.count(Query("people")) == 0
    clerk.redo(outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=PATIENCE_MS)
    assert clerk.reader.count(Query("people")) == 1
    row = clerk.reader.row("people", uid)
    assert row is not None
    assert not row.retired


def test_nothing_to_undo(clerk: Clerk) -> None:
    outcomes: list[UndoOutcome | UndoFault | None] = []
    clerk.redo(outcomes.append)
    assert outcomes == [None]


def test_a_large_undo_goes_to_a_worker(clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    add(clerk, qtbot, name="王伟")
    monkeypatch.setattr(room, "LARGE_UNDO", 1)
    started: list[tuple[str, object, JobEvents]] = []

    def start(deed: str, args: dict[str, object], events: JobEvents) -> None:
        started.append((deed, args, events))

    monkeypatch.setattr(clerk, "start", start)
    outcomes: list[UndoOutcome | UndoFault | None] = []
    clerk.undo(None, outcomes.append)
    deed, args, events = started[0]
    assert deed == "undo"
    assert args == {"operation": clerk.reader.operations(1)[0].number}
    assert events.result is not None
    assert events.fault is not None
    assert events.cancelled is not None
    events.result({"operation": 9, "restored": 1, "conflicts": []})
    events.fault("job.died", {})
    events.cancelled()
    assert outcomes == [UndoOutcome(9, 1), UndoFault("job.died"), UndoFault("job.undo_stopped")]


def test_an_undo_that_cannot_be_done_says_why(clerk: Clerk, qtbot: QtBot) -> None:
    add(clerk, qtbot, name="王伟")
    number = clerk.reader.operations(1)[0].number
    outcomes: list[UndoOutcome | UndoFault | None] = []
    clerk.undo(number, outcomes.append)
    clerk.undo(number, outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=PATIENCE_MS)
    assert outcomes[1] == UndoFault("operation.undone", {"number": number})


def test_a_block_is_one_operation(clerk: Clerk, qtbot: QtBot) -> None:
    uids = [add(clerk, qtbot, name=name) for name in ("甲", "乙")]
    done: list[EditResult] = []
    clerk.edit_block([EditRequest("people", uid, {"post": "队员"}) for uid in uids], done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    newest = clerk.reader.operations(1)[0]
    assert done == [EditResult(None, newest.number)]
    assert newest.rows == 2


def test_what_another_process_wrote_is_found(
    clerk: Clerk, template: tuple[Path, DatabaseKey], qtbot: QtBot
) -> None:
    changed: list[frozenset[str]] = []
    clerk.listen(changed.append)
    with open_store(clerk.home, template[1], "命令行", Clock(), definitions.ledgers(), write=True) as other:
        with other.transaction(OperationKind.ADD) as transaction:
            transaction.insert("training", {"title": "培训"})
        with other.transaction(OperationKind.ADD) as transaction:
            transaction.insert("people", {"name": "李㛃"})
    clerk.look_for_changes()
    assert changed == [frozenset({"people", "training"})]
    clerk.look_for_changes()
    assert len(changed) == 1


def test_settings_are_written_through_the_log(clerk: Clerk, qtbot: QtBot) -> None:
    done: list[EditResult] = []
    clerk.change_setting("unit_type", "街道办事处", done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert clerk.reader.setting("unit_type") == "街道办事处"
    assert clerk.reader.operations(1)[0].kind is OperationKind.SETTING


def test_a_job_gets_home_key_and_person(
    clerk: Clerk, template: tuple[Path, DatabaseKey], qtbot: QtBot
) -> None:
    results: list[dict[str, object]] = []
    clerk.start("audit", {"echo": True}, JobEvents(result=results.append))
    qtbot.waitUntil(lambda: bool(results), timeout=PATIENCE_MS)
    assert results[0] == {
        "deed": "audit",
        "args": {"echo": True},
        "home": str(clerk.home),
        "key": template[1].hex(),
        "actor": "李敏",
    }


def test_temporary_files_stay_in_the_home_and_go(clerk: Clerk, qtbot: QtBot) -> None:
    first = clerk.new_staging()
    assert Path(first.path).is_relative_to(clerk.home / "tmp")
    assert len(first.key) == 96
    assert first.key not in repr(first)
    Path(first.path).write_bytes(b"x")
    second = clerk.new_staging()
    assert second != first
    qtbot.waitUntil(lambda: not Path(first.path).exists(), timeout=PATIENCE_MS)
    folder = Path(clerk.new_folder())
    picture = folder / "1.png"
    picture.write_bytes(b"png")
    assert clerk.picture(str(picture)) == b"png"
    assert clerk.picture(str(folder / "gone.png")) == b""
    assert clerk.picture(str(clerk.home / "keys.json")) == b""
    clerk.close()
    assert not folder.exists()


def test_readings_of_an_empty_home(clerk: Clerk) -> None:
    assert counted(clerk).empty
    assert clerk.sent_bundles() == []
    assert clerk.registration() is None
    assert clerk.trusted_keys() == []
    assert len(clerk.recovery_sheet().splitlines()) == 2
    picked: list[frozenset[str]] = []
    clerk.pick_rows("may_enforce", "people", {}, date(2026, 11, 23), picked.append)
    assert picked == [frozenset()]
    assert {gap.item for gap in clerk.gaps("2026Q4", date(2026, 11, 23))} >= {"people", "training"}
    assert isinstance(clerk.drives(), list)
    assert clerk.actor == "李敏"
    assert clerk.log_folder.is_absolute()


def test_preferences_belong_to_the_computer(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk.preference("mode", "system") == "system"
    clerk.set_preference("mode", "dark")
    assert Preferences(tmp_path / "window.ini").get("mode") == "dark"
    assert clerk.newest_backup() is None
    clerk.set_preference(f"backup:{clerk.reader.setting('home_id')}", NOW.isoformat())
    assert clerk.newest_backup() == NOW
    assert counted(clerk).last_backup == NOW


def test_a_recovery_sheet_that_was_put_off_is_told(clerk: Clerk, qtbot: QtBot) -> None:
    add(clerk, qtbot, name="王伟")
    assert "today.recovery" not in [thing.code for thing in counted(clerk).things]
    told: list[frozenset[str]] = []
    clerk.listen(told.append)
    name = f"{RECOVERY}{clerk.reader.setting('home_id')}"
    clerk.set_preference(name, "postponed")
    assert told == [frozenset()]
    assert "today.recovery" in [thing.code for thing in counted(clerk).things]
    clerk.set_preference(name, "printed")
    assert "today.recovery" not in [thing.code for thing in counted(clerk).things]


def test_the_manual_is_there(clerk: Clerk) -> None:
    chapters = clerk.manual()
    assert all(chapter.text.startswith("# ") for chapter in chapters)


def test_closing_writes_what_is_queued(
    clerk: Clerk, template: tuple[Path, DatabaseKey], qtbot: QtBot
) -> None:
    for number in range(5):
        clerk.edit(EditRequest("people", None, {"name": f"甲{number}"}), list[EditResult]().append)
    home = clerk.home
    assert clerk.close()
    qtbot.wait(10)  # answers that were under way
    with open_store(home, template[1], "李敏", Clock(), definitions.ledgers(), write=False) as store:
        assert store.count(Query("people")) == 5

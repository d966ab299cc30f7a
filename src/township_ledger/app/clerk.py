"""The clerk's tools behind the window for one unlocked home: implements `ui.services.Services`.

Short reads happen on the main thread with one reading connection; edits queue in the writer thread; long work goes to
worker processes. What anybody wrote, this window, a worker or the command line, is found out by polling
`PRAGMA data_version` and told to those who listen.
"""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from township_ledger.app import definitions
from township_ledger.app.clerk_counting import Counting, count_today, pick_rows
from township_ledger.app.clerk_staging import ignore, load_staging_room, remove_staging
from township_ledger.app.clerk_writing import EditEnd, UndoEnd, change_setting, edit, edit_block, undo
from township_ledger.app.side_thread import SideThread
from township_ledger.app.writer import Waiting, Writer
from township_ledger.store.opening import open_store
from township_ledger.ui.services import RECOVERY, JobEvents, SaveState, Staging

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from township_ledger.app.preferences import Preferences
    from township_ledger.domain.bundles import Gap, SentBundle, TrustedKey
    from township_ledger.domain.faults import Param
    from township_ledger.domain.rows import Row, UndoOutcome
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.store.staging import StagingReader
    from township_ledger.store.temporary import HomeTemporaryFolder
    from township_ledger.ui.background import Background, WorkerJob
    from township_ledger.ui.services import (
        Chapter,
        EditRequest,
        EditResult,
        Json,
        Picked,
        Registration,
        UndoFault,
    )
    from township_ledger.usecases.hours_of_some import HoursNow
    from township_ledger.usecases.ports import Clock, LedgerStore
    from township_ledger.usecases.today import Today

POLL_MS = 700
"""How often the window looks whether another process has written."""

LARGE_UNDO = 200
"""From this many rows on an undo is a worker's business: a thread would make the window stutter."""

_MANY_OPERATIONS = 50
BACKUP = "backup:"
"""Before a home's id: the preference that keeps when its newest self-tested backup was made."""


class Clerk(QObject):
    """One unlocked home. `close` it before the program ends."""

    def __init__(
        self,
        home: Path,
        key: DatabaseKey,
        actor: str,
        background: Background,
        preferences: Preferences,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """Open the home for reading; the writer and the temporary folder follow when they are first needed.

        Raises:
            WorldFault: what `store.opening.open_store` raises.
        """
        super().__init__(parent)
        self._home, self._key, self._actor, self._clock = home, key, actor, clock
        self.background = background
        self._preferences = preferences
        self._ledgers = definitions.ledgers()
        self._store = open_store(home, key, actor, clock, self._ledgers, write=False)
        self._writer: Writer | None = None
        self._folder: HomeTemporaryFolder | None = None
        self._staged: StagingReader | None = None
        self._staging: Staging | None = None
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._saving_listeners: list[Callable[[SaveState], None]] = []
        self._saving = SaveState()
        self._version = self._store.data_version()
        self._newest = self._newest_operation()
        self._side = SideThread(self)
        self._counting = Counting(self._store, self._open_beside, self._side)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look_for_changes)
        self._poll.start()

    # -- what stands there

    @property
    def reader(self) -> SqlLedgerStore:
        """Short reads, on the main thread."""
        return self._store

    @property
    def clock(self) -> Clock:
        """The present."""
        return self._clock

    @property
    def actor(self) -> str:
        """The person whose password unlocked the home."""
        return self._actor

    @property
    def home(self) -> Path:
        """The home's folder."""
        return self._home

    @property
    def log_folder(self) -> Path:
        """Where logs and crash reports lie."""
        from township_ledger.app.paths import log_folder

        return log_folder()

    # -- who is told

    def listen(self, changed: Callable[[frozenset[str]], None]) -> None:
        """Call `changed` with the names of ledgers that were written."""
        self._listeners.append(changed)

    def listen_saving(self, told: Callable[[SaveState], None]) -> None:
        """Call `told` now and whenever the state of saving changes."""
        self._saving_listeners.append(told)
        told(self._saving)

    def look_for_changes(self) -> None:
        """Tell the listeners when something was written since the last look."""
        version = self._store.data_version()
        if version == self._version:
            return
        self._version = version
        found = self._store.operations(_MANY_OPERATIONS)
        newer = [operation for operation in found if operation.number > self._newest]
        if not newer:
            return
        self._newest = newer[0].number
        if len(newer) == _MANY_OPERATIONS:
            changed = frozenset(self._ledgers)
        else:
            changed = frozenset(name for operation in newer for name in operation.ledgers)
        self._tell(changed)

    def _tell(self, changed: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(changed)

    def _newest_operation(self) -> int:
        newest = self._store.operations(1)
        return newest[0].number if newest else 0

    # -- writing

    def edit(self, request: EditRequest, done: Callable[[EditResult], None]) -> None:
        """Queue an edit."""
        self._write(partial(edit, request, self._clock.now().date()), EditEnd(self, done))

    def edit_block(self, requests: Sequence[EditRequest], done: Callable[[EditResult], None]) -> None:
        """Queue edits of several rows as one operation."""
        self._write(partial(edit_block, tuple(requests), self._clock.now().date()), EditEnd(self, done))

    def change_setting(self, key: str, value: str, done: Callable[[EditResult], None]) -> None:
        """Queue a change of a value of the home."""
        self._write(partial(change_setting, key, value), EditEnd(self, done))

    def undo(self, operation: int | None, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        """Undo `operation`, or this person's newest undoable one."""
        number = self._store.newest_undoable(self._actor) if operation is None else operation
        self._take_back(number, done)

    def redo(self, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        """Take back this person's newest undo."""
        self._take_back(self._store.newest_redoable(self._actor), done)

    def _take_back(self, number: int | None, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        if number is None:
            done(None)
            return
        found = self._store.operations(1, number + 1)
        if found and found[0].rows >= LARGE_UNDO:
            end = UndoEnd(self, done)
            self.start(
                "undo",
                {"operation": number},
                JobEvents(result=end.result, fault=end.fault, cancelled=end.cancelled),
            )
        else:
            self._write(partial(undo, number), UndoEnd(self, done))

    def _write(self, work: Callable[[LedgerStore], object], done: Callable[[object], None]) -> None:
        if self._writer is None:
            self._writer = Writer(self._open_for_writing, self)
            self._writer.waiting.connect(self._tell_waiting)
        self._writer.put(work, done)

    def _open_for_writing(self) -> LedgerStore:
        return open_store(self._home, self._key, self._actor, self._clock, self._ledgers, write=True)

    def written(self) -> None:
        """A write of this window has ended well."""
        self._save_state(SaveState(self._saving.pending, saved_at=self._clock.now()))
        self.look_for_changes()

    def _tell_waiting(self, waiting: Waiting) -> None:
        self._save_state(SaveState(waiting.pending, waiting.busy, self._saving.saved_at))

    def _save_state(self, state: SaveState) -> None:
        self._saving = state
        for told in self._saving_listeners:
            told(state)

    # -- long work

    def start(self, deed: str, args: Json, events: JobEvents) -> WorkerJob:
        """Start a deed in a worker process."""
        request: Json = {
            "deed": deed,
            "args": args,
            "home": str(self._home),
            "key": self._key.hex(),
            "actor": self._actor,
        }
        return self.background.start(deed, request, events)

    @property
    def folder(self) -> HomeTemporaryFolder:
        """This window's folder of temporary files."""
        if self._folder is None:
            from township_ledger.store.temporary import HomeTemporaryFolder

            self._folder = HomeTemporaryFolder(self._home)
        return self._folder

    def new_staging(self) -> Staging:
        """Return where the next import is staged; the one before is dropped."""
        self.drop_staging()
        self._staging = Staging(str(self.folder.new(".staging")), secrets.token_hex(48))
        self._side.run(
            load_staging_room, ignore, ignore
        )  # while the worker reads, so that the preview opens at once
        return self._staging

    def preview(self, staging: Staging) -> StagingReader:
        """Open a staging file for reading."""
        from pathlib import Path

        from township_ledger.store.keys import DatabaseKey
        from township_ledger.store.staging import StagingReader

        if self._staged is not None:
            self._staged.close()
        self._staged = StagingReader(Path(staging.path), DatabaseKey.from_hex(staging.key))
        return self._staged

    def drop_staging(self) -> None:
        """Close and remove the staging file."""
        if self._staged is not None:
            self._staged.close()
            self._staged = None
        if self._staging is not None:
            self._side.run(partial(remove_staging, self._staging.path), ignore, ignore)
            self._staging = None

    def new_folder(self) -> str:
        """Return a new folder for pictures that are only looked at."""
        folder = self.folder.new("")
        folder.mkdir(mode=0o700)
        return str(folder)

    def picture(self, path: str) -> bytes:
        """Return a picture in this window's temporary folder."""
        from pathlib import Path

        file = Path(path)
        if self.folder.path.resolve() not in file.resolve().parents or not file.is_file():
            return b""
        return file.read_bytes()

    # -- readings

    def pick_rows(self, rule: str, ledger: str, params: Mapping[str, Param], on: date, done: Picked) -> None:
        """Tell which rows a named rule picks on a day: at once where few are looked at, else from beside."""
        self._counting.pick(ledger, partial(pick_rows, rule, ledger, params, on), done)

    def count_views(self, ledger: str, done: Callable[[Mapping[str, int]], None]) -> None:
        """Count a ledger's views: at once where few rows are looked at, else beside the main thread."""
        self._counting.views(ledger, self._clock.now().date(), done)

    def hours_of(self, people: Sequence[Row]) -> Mapping[str, HoursNow]:
        """Return the class hours of these people in the year so far, by uid."""
        from township_ledger.usecases.hours_of_some import hours_of_some

        return hours_of_some(self._store, people, self._clock.now().date(), definitions.plan())

    def today(self, done: Callable[[Today], None]) -> None:
        """Count what 今日 shows: at once for a township's few hundred people, else beside the main thread."""
        count = partial(
            count_today,
            now=self._clock.now(),
            sent=self.sent_bundles()[:1],
            last_backup=self.newest_backup(),
            recovery_postponed=self._recovery_postponed(),
        )
        self._counting.today(count, done)

    def _open_beside(self) -> SqlLedgerStore:
        """Open a connection for reading in a thread of its own."""
        return open_store(self._home, self._key, self._actor, self._clock, self._ledgers, write=False)

    def drives(self) -> Sequence[Path]:
        """Return the removable drives that are plugged in."""
        from township_ledger.bundle.drives import removable_drives

        return removable_drives()

    def sent_bundles(self) -> Sequence[SentBundle]:
        """Return the bundles made so far, newest first."""
        from township_ledger.store.bundle_records import SqlBundleRecords

        return SqlBundleRecords(self._store).sent()

    def registration(self) -> Registration | None:
        """Return this unit's own key as others see it."""
        from township_ledger.store.bundle_records import SqlBundleRecords
        from township_ledger.ui.services import Registration
        from township_ledger.usecases.trust_keys import code_of

        key = SqlBundleRecords(self._store).signing_key()
        if key is None:
            return None
        unit = self._store.setting("unit_name") or ""
        return Registration(code_of(key), unit, key.made_at.isoformat())

    def trusted_keys(self) -> Sequence[TrustedKey]:
        """Return the pinned keys, those in force first."""
        from township_ledger.store.bundle_records import SqlBundleRecords

        return SqlBundleRecords(self._store).trusted()

    def recovery_sheet(self) -> str:
        """Return the recovery sheet's two lines."""
        from township_ledger.store.recovery import recovery_sheet

        return recovery_sheet(self._key)

    def gaps(self, period: str, as_of: date) -> Sequence[Gap]:  # noqa: ARG002  the gaps of now are the same for all periods
        """Return what a bundle would lack."""
        from township_ledger.usecases.bundle_gaps import found_gaps

        return found_gaps(self._store)

    def newest_backup(self) -> datetime | None:
        """Return when the newest backup that passed its self-test was made."""
        from datetime import datetime

        text = self._preferences.get(f"{BACKUP}{self._store.setting('home_id')}")
        return datetime.fromisoformat(text) if text else None

    def _recovery_postponed(self) -> bool:
        return self._preferences.get(f"{RECOVERY}{self._store.setting('home_id')}") == "postponed"

    # -- this computer

    def preference(self, name: str, default: str) -> str:
        """Return a choice of this computer."""
        return self._preferences.get(name, default)

    def set_preference(self, name: str, value: str) -> None:
        """Keep a choice of this computer."""
        self._preferences.put(name, value)
        if name.startswith((BACKUP, RECOVERY)):
            self._tell(frozenset())

    def manual(self) -> Sequence[Chapter]:
        """Return the user's manual."""
        from township_ledger.app.manual import chapters
        from township_ledger.app.paths import resource

        return chapters(resource("help"))

    def close(self) -> bool:
        """Write what is queued, stop all jobs, close all connections; returns whether everything was written."""
        self._poll.stop()
        self._counting.close()
        whole = self._writer.close() if self._writer is not None else True
        self.background.close()
        self.drop_staging()
        self._side.close()
        self._store.close()
        if self._folder is not None:
            self._folder.close()
        return whole

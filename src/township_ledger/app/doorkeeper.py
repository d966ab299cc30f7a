"""The window's tools before a home is open: implements `ui.services.Door`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from township_ledger.app import paths
from township_ledger.domain.faults import WorldFault
from township_ledger.ui.home_card import HomeCard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from township_ledger.app.clerk import Clerk
    from township_ledger.app.preferences import Preferences
    from township_ledger.app.side_thread import SideThread
    from township_ledger.app.window_lock import WindowLock
    from township_ledger.domain.faults import Param
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.ui.background import Background, WorkerJob
    from township_ledger.ui.services import Job, JobEvents, Json, KeepRequest, Opened
    from township_ledger.usecases.ports import Clock


class Doorkeeper(QObject):
    """Makes, unlocks and opens homes. At most one home is open; `close` closes it."""

    def __init__(
        self,
        background: Callable[[], Background],
        preferences: Preferences,
        clock: Clock,
        lock: WindowLock,
        home: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`background` makes or returns the runner of workers when one is first needed; `lock` is held for the open home; `home` is the one named on the command line; None takes the one opened last, or the default place."""
        super().__init__(parent)
        self._background, self._preferences, self._clock = background, preferences, clock
        self._lock = lock
        self._named = home
        self._side_thread: SideThread | None = None
        self.clerk: Clerk | None = None

    @property
    def _side(self) -> SideThread:
        if self._side_thread is None:
            from township_ledger.app.side_thread import SideThread

            self._side_thread = SideThread(self)
        return self._side_thread

    def default_folder(self) -> Path:
        """Return the home to open, or where a new one goes."""
        if self._named is not None:
            return self._named
        last = self._preferences.get("home")
        return Path(last) if last else paths.default_home()

    def home(self, folder: Path) -> HomeCard | None:
        """Return what is known of a home without its key; None when there is none.

        A home whose slots are damaged is there all the same: its card then names nobody.
        """
        from township_ledger.store.home_glance import glance  # the room's other modules wait for the key
        from township_ledger.store.places import is_home

        if not is_home(folder):
            return None
        unit, persons = glance(folder)
        return HomeCard(folder, unit, persons)

    def password_fault(self, request: KeepRequest) -> str:
        """Return the code that tells what is wrong with a password, or ""."""
        from township_ledger.store.slots import password_fault

        return password_fault(request.password, request.unit_name, request.person)

    def unlock(self, folder: Path, person: str, password: str, done: Callable[[Opened], None]) -> None:
        """Open a home with a person's password; deriving the key takes about 0.2 s in a thread of its own."""
        attempt = _Attempt(self, folder, done)
        self._side.run(partial(_unlock, folder, person, password), attempt.unlocked, attempt.failed)

    def unlock_with_sheet(self, folder: Path, text: str, done: Callable[[Opened], None]) -> None:
        """Open a home with the groups of its recovery sheet."""
        attempt = _Attempt(self, folder, done)
        self._side.run(partial(_unlock_with_sheet, text), attempt.unlocked, attempt.failed)

    def start(self, deed: str, args: Json, events: JobEvents) -> WorkerJob:
        """Start a deed that needs no key."""
        request: Json = {"deed": deed, "args": args, "home": None, "key": None, "actor": ""}
        return self._background().start(deed, request, events)

    def keep(self, job: Job | None, request: KeepRequest, done: Callable[[Opened], None]) -> None:
        """Make a home, let the check-up's worker write its rows into it, and open it."""
        keeping = _Keeping(self, cast("WorkerJob | None", job), request, done)
        self._side.run(partial(_create, request, self._clock), keeping.created, keeping.failed)

    def open_with_key(self, folder: Path, key: DatabaseKey, actor: str) -> Clerk:
        """Open a home whose key is in hand (the port through which measurements open it, too).

        Raises:
            WorldFault: what `Clerk` and `WindowLock.take` raise.
        """
        from township_ledger.app.clerk import Clerk  # not before the unlock page is painted

        self.close_home()
        self._lock.take(folder)
        self.clerk = Clerk(folder, key, actor, self._background(), self._preferences, self._clock, self)
        self._preferences.put("home", str(folder))
        return self.clerk

    def close_home(self) -> bool:
        """Close the open home; returns whether everything was written."""
        clerk, self.clerk = self.clerk, None
        whole = clerk.close() if clerk is not None else True
        self._lock.release()
        return whole


class _Attempt:
    """One attempt to open a home."""

    def __init__(self, door: Doorkeeper, folder: Path, done: Callable[[Opened], None]) -> None:
        self._door, self._folder, self._done = door, folder, done

    def unlocked(self, found: object) -> None:
        key, actor = cast("tuple[DatabaseKey, str]", found)
        try:
            clerk = self._door.open_with_key(self._folder, key, actor)
        except WorldFault as fault:
            self.failed(fault)
            return
        from township_ledger.ui.services import Opened

        self._done(Opened(clerk))

    def failed(self, fault: WorldFault) -> None:
        from township_ledger.ui.services import Opened

        self._done(Opened(None, fault.code, dict(fault.params)))


class _Keeping:
    """存成台账: the home is made, then filled by the worker that holds the rows, then opened."""

    def __init__(
        self, door: Doorkeeper, job: WorkerJob | None, request: KeepRequest, done: Callable[[Opened], None]
    ) -> None:
        self._door, self._job, self._request = door, job, request
        self._attempt = _Attempt(door, request.folder, done)
        self._key: DatabaseKey | None = None

    def created(self, found: object) -> None:
        self._key = cast("DatabaseKey", found)
        if self._job is None:
            self._open()
            return
        if self._job.over:
            self._not_kept("job.died", {})
            return
        from township_ledger.ui.services import JobEvents

        self._job.answer_to(JobEvents(result=self._kept, fault=self._not_kept, cancelled=self._stopped))
        order = {"home": str(self._request.folder), "key": self._key.hex(), "actor": self._request.person}
        self._job.send({"keep": order})

    def failed(self, fault: WorldFault) -> None:
        self._attempt.failed(fault)

    def _kept(self, result: Json) -> None:  # noqa: ARG002  the ledgers show what was written
        if self._job is not None:
            self._job.cancel()  # it has nothing left to do; closing its stdin ends it
        self._open()

    def _open(self) -> None:
        self._attempt.unlocked((self._key, self._request.person))

    def _not_kept(self, code: str, params: Mapping[str, Param]) -> None:
        from township_ledger.store.home import take_away

        take_away(self._request.folder)
        self._attempt.failed(WorldFault(code, **params))

    def _stopped(self) -> None:
        self._not_kept("job.keep_stopped", {})


def _unlock(folder: Path, person: str, password: str) -> tuple[DatabaseKey, str]:
    from township_ledger.store.home import unlock

    return unlock(folder, person or None, password)


def _unlock_with_sheet(text: str) -> tuple[DatabaseKey, str]:
    from township_ledger.store.home import SHEET_ACTOR
    from township_ledger.store.recovery import unlock_with_sheet

    return unlock_with_sheet(text), SHEET_ACTOR


def _create(request: KeepRequest, clock: Clock) -> DatabaseKey:
    from township_ledger.app import definitions
    from township_ledger.store.home import create_home

    return create_home(
        request.folder, request.unit_name, request.person, request.password, clock, definitions.ledgers()
    )

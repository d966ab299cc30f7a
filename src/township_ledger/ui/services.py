"""What the window is given: one object made by `app`, so that the window never opens a file or a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from township_ledger.ui.home_card import HomeCard as HomeCard  # noqa: PLC0414, TC001  offered here beside its Door

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from township_ledger.domain.bundles import Gap, SentBundle, TrustedKey
    from township_ledger.domain.faults import Param
    from township_ledger.domain.imports import PreviewRow, RowVerdict
    from township_ledger.domain.rows import Row, UndoOutcome
    from township_ledger.usecases.hours_of_some import HoursNow
    from township_ledger.usecases.ports import Clock, LedgerReader
    from township_ledger.usecases.today import Today

    Picked = Callable[[frozenset[str]], None]

Json = dict[str, object]

RECOVERY = "recovery:"
"""Before a home's id: the preference that keeps whether its recovery sheet was `shown`, `printed` or `postponed`."""


@dataclass(frozen=True, slots=True)
class EditRequest:
    """Texts typed into cells of one row; `uid` None adds a row; `retire` takes the row out."""

    ledger: str
    uid: str | None
    texts: Mapping[str, str] = field(default_factory=dict)
    retire: bool = False


@dataclass(frozen=True, slots=True)
class EditResult:
    """What became of an edit. `code` is set when it could not be written (then `words.sentence` tells why)."""

    uid: str | None
    operation: int | None
    code: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UndoFault:
    """Why an undo could not be done: a code for `words.sentence` and its parameters."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


class Staging(NamedTuple):
    """An import's staging file under HOME/tmp, encrypted under a key of its own."""

    path: str
    key: str  # 96 hex; never shown or logged

    def __repr__(self) -> str:
        """Show no key."""
        return "Staging(…)"


@dataclass(frozen=True, slots=True)
class JobEvents:
    """Callbacks of a job, all on the main thread. Pass bound methods, never lambdas."""

    progress: Callable[[str, int, int | None], None] | None = None  # stage code, done, total
    page: Callable[[Json], None] | None = None  # the answer to a `page` request
    result: Callable[[Json], None] | None = None
    fault: Callable[[str, Mapping[str, Param]], None] | None = None
    cancelled: Callable[[], None] | None = None


class Job(Protocol):
    """A running worker process."""

    def cancel(self) -> None:
        """Close its stdin; it stops before its COMMIT or not at all."""
        ...

    def send(self, message: Json) -> None:
        """Send a further request line (pages of a check-up, keep)."""
        ...


class PreviewReader(Protocol):
    """Pages of an import preview, read from its staging file."""

    def count(self, verdict: RowVerdict | None = None) -> int:
        """Return the number of source rows with this verdict (None: all but ignored)."""
        ...

    def page(self, verdict: RowVerdict | None, offset: int, limit: int) -> list[PreviewRow]:
        """Return preview rows in sheet order."""
        ...


class Services(Protocol):
    """The clerk's tools behind the window, for one unlocked home."""

    @property
    def reader(self) -> LedgerReader:
        """Short reads, on the main thread."""
        ...

    @property
    def clock(self) -> Clock:
        """The present."""
        ...

    @property
    def actor(self) -> str:
        """The person whose password unlocked the home."""
        ...

    @property
    def home(self) -> Path:
        """The home's folder."""
        ...

    def edit(self, request: EditRequest, done: Callable[[EditResult], None]) -> None:
        """Queue an edit in the writer thread; `done` is called on the main thread."""
        ...

    def edit_block(self, requests: Sequence[EditRequest], done: Callable[[EditResult], None]) -> None:
        """Queue edits of several rows of one ledger as one operation (a paste); the result's uid is None."""
        ...

    def undo(self, operation: int | None, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        """Undo `operation`, or this person's newest undoable one (None); `done(None)`: there is nothing to undo."""
        ...

    def redo(self, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        """Take back this person's newest undo; `done(None)`: there is none."""
        ...

    def pick_rows(self, rule: str, ledger: str, params: Mapping[str, Param], on: date, done: Picked) -> None:
        """Tell which rows a named rule of a view picks on a day.

        `done` is called on the main thread: at once where the ledgers are small, else later; a pick that a newer one
        has overtaken is dropped.
        """
        ...

    def count_views(self, ledger: str, done: Callable[[Mapping[str, int]], None]) -> None:
        """Count the rows of every view of a ledger today, by the view's name ("": all rows).

        `done` is called on the main thread: at once where the ledgers are small, else later; a count that a newer
        one of the same ledger has overtaken is dropped.
        """
        ...

    def start(self, deed: str, args: Json, events: JobEvents) -> Job:
        """Start a deed in a worker process (ARCHITECTURE.md lists deeds, arguments and results)."""
        ...

    def new_staging(self) -> Staging:
        """Return where the next import is staged, and its throw-away key; the one before is dropped."""
        ...

    def preview(self, staging: Staging) -> PreviewReader:
        """Open the staging file of an import, once a worker has filled it (or filled it anew)."""
        ...

    def drop_staging(self) -> None:
        """Close and remove the staging file: the import was written or given up."""
        ...

    def drives(self) -> Sequence[Path]:
        """Return the removable drives that are plugged in."""
        ...

    def listen(self, changed: Callable[[frozenset[str]], None]) -> None:
        """Call `changed` on the main thread whenever something was written, by this window or by another process.

        It gets the names of the ledgers that changed; an empty set when only something else did (a value of the
        home, a key, a sent bundle).
        """
        ...

    def listen_saving(self, told: Callable[[SaveState], None]) -> None:
        """Call `told` on the main thread whenever the state of saving changes (and once at once)."""
        ...

    def hours_of(self, people: Sequence[Row]) -> Mapping[str, HoursNow]:
        """Return the class hours of these people in the year so far, by uid."""
        ...

    def today(self, done: Callable[[Today], None]) -> None:
        """Count what 今日 shows, as of now; `done` is called on the main thread, at once where the ledgers are small."""
        ...

    def change_setting(self, key: str, value: str, done: Callable[[EditResult], None]) -> None:
        """Queue a change of a value of the home (`unit_name`, `unit_code`, `unit_type`)."""
        ...

    def sent_bundles(self) -> Sequence[SentBundle]:
        """Return the bundles made so far, newest first."""
        ...

    def registration(self) -> Registration | None:
        """Return this unit's public key and registration code; None before the first bundle."""
        ...

    def trusted_keys(self) -> Sequence[TrustedKey]:
        """Return the pinned keys of other units, those in force first."""
        ...

    def recovery_sheet(self) -> str:
        """Return the recovery sheet's groups, two lines; shown or printed, never stored."""
        ...

    def preference(self, name: str, default: str) -> str:
        """Return a choice of this computer (look, row height, folder used last), never of the home."""
        ...

    def set_preference(self, name: str, value: str) -> None:
        """Keep a choice of this computer."""
        ...

    def picture(self, path: str) -> bytes:
        """Return a picture that a worker drew into this home's temporary folder; empty when it is gone."""
        ...

    def new_folder(self) -> str:
        """Return a new temporary folder under HOME/tmp for pictures and files that are only looked at."""
        ...

    def manual(self) -> Sequence[Chapter]:
        """Return the user's manual that ships inside the program."""
        ...

    @property
    def log_folder(self) -> Path:
        """Where logs and crash reports lie."""
        ...

    def gaps(self, period: str, as_of: date) -> Sequence[Gap]:
        """Return what a bundle of this period would lack: the precheck. Nothing of it stops a delivery."""
        ...


class Chapter(NamedTuple):
    """One chapter of the manual, in Markdown. `name` is the page of the window that it is about, or ""."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the right end of the foot bar tells."""

    pending: int = 0  # edits that wait for their turn
    busy: bool = False  # another process holds the lock; the edits wait and are tried again
    saved_at: datetime | None = None  # local time of this window's newest write


@dataclass(frozen=True, slots=True)
class Registration:
    """This unit's own signing key, as others see it."""

    code: str  # 8 groups of 4
    unit_name: str
    made_at: str  # ISO 8601


@dataclass(frozen=True, slots=True)
class Opened:
    """The end of an attempt to open a home: `services`, or a code for `words.sentence` and its parameters."""

    services: Services | None
    code: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeepRequest:
    """存成台账: the answers of the keep dialog."""

    folder: Path
    unit_name: str
    person: str
    password: str = field(repr=False)


class Door(Protocol):
    """The window's tools before a home is open: no key, no database."""

    def default_folder(self) -> Path:
        """Return where a new home goes unless the clerk chooses another place."""
        ...

    def home(self, folder: Path) -> HomeCard | None:
        """Return what is known of the home in `folder` without its key; None when there is none."""
        ...

    def password_fault(self, request: KeepRequest) -> str:
        """Return the code that tells what is wrong with the password, or ""."""
        ...

    def unlock(self, folder: Path, person: str, password: str, done: Callable[[Opened], None]) -> None:
        """Open a home with a person's password; `done` is called on the main thread."""
        ...

    def unlock_with_sheet(self, folder: Path, text: str, done: Callable[[Opened], None]) -> None:
        """Open a home with the groups of its recovery sheet."""
        ...

    def start(self, deed: str, args: Json, events: JobEvents) -> Job:
        """Start a deed that needs no key (`check-up`, `verify`)."""
        ...

    def keep(self, job: Job | None, request: KeepRequest, done: Callable[[Opened], None]) -> None:
        """Make a home with its first slot, let the check-up's worker write its rows into it, and open it.

        `job` is the check-up that still holds the rows; None makes an empty home. When the rows cannot be written
        the half-made home is taken away again and `done` says why.
        """
        ...

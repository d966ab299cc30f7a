"""What `app` hands to the verbs: the tools of every deed, so that this room opens no file and no database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from township_ledger.domain.bundles import Gap
    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.periods import Period
    from township_ledger.usecases.ports import Clock, LedgerStore
    from township_ledger.usecases.progress import Progress

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Founding:
    """What a new home is told: the unit, and who unlocks it first."""

    unit: str
    code: str
    type: str
    person: str


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What to import: a file, a ledger, and how. `rejects` is where the rows that stay out are written, or None."""

    ledger: str
    file: Path
    sheet: str | None = None
    skip_hidden: bool = False
    apply: bool = False
    rejects: Path | None = None


class OpenHome(Protocol):
    """An unlocked home."""

    @property
    def store(self) -> LedgerStore:
        """Its ledgers."""
        ...

    @property
    def actor(self) -> str:
        """Whose password unlocked it."""
        ...

    @property
    def path(self) -> Path:
        """Its folder."""
        ...

    def import_sheet(self, order: ImportOrder, progress: Progress) -> tuple[ImportSummary, int | None]:
        """Import a sheet, or only look at it; returns the summary, and how many rows were written to `rejects`."""
        ...

    def hours(self, year: int, until: date | None) -> Json:
        """Return the class hours of a year in the shape of `hours --json`, up to and including `until`."""
        ...

    def may_enforce(self, on: date) -> Json:
        """Return who may enforce on a day, and why the others may not."""
        ...

    def report(
        self, name: str, period: Period, as_of: date, out: Path, formats: Sequence[str], progress: Progress,
        *, full_ids: bool,
    ) -> Json:  # fmt: skip
        """Write a report's files into `out`; the result names them under `files`."""
        ...

    def bundle(
        self,
        period: Period,
        as_of: date,
        out: Path,
        progress: Progress,
        *,
        gaps: Sequence[Gap] = (),
        clock_is_right: bool,
    ) -> Json:
        """Make a bundle and deliver it into `out`; `gaps` give reasons and dates to what is missing."""
        ...

    def change_unit(self, values: dict[str, str]) -> None:
        """Write what is known of the unit (`unit_code`, `unit_type`)."""
        ...

    def verify(self, files: Sequence[Path], pems: Sequence[Path], progress: Progress) -> list[Json]:
        """Return the verdict on each file, with the keys that this home has registered."""
        ...

    def trusted(self) -> list[Json]:
        """Return the registered keys."""
        ...

    def pin(self, file: Path, unit: str, progress: Progress) -> Json:
        """Register the key of a certificate file."""
        ...

    def export_key(self, folder: Path) -> Json:
        """Write this unit's certificate and its registration sheet."""
        ...

    def backup(self, folder: Path, progress: Progress) -> Json:
        """Write a backup file and try a restore of it."""
        ...

    def audit(self, progress: Progress) -> Json:
        """Check the chain, replay the log, and compare every table."""
        ...


class Tools(Protocol):
    """Everything that the verbs need; made by `app.wiring`."""

    @property
    def clock(self) -> Clock:
        """The present."""
        ...

    def default_home(self) -> Path:
        """Return the home to use when the line names none."""
        ...

    def account_name(self) -> str:
        """Return the name of this computer's account, for a home whose person is not named."""
        ...

    def is_home(self, home: Path) -> bool:
        """Whether there is a home in this folder."""
        ...

    def create_home(self, home: Path, founding: Founding, password: str) -> None:
        """Make a home."""
        ...

    def open_home(
        self, home: Path, person: str | None, password: str, *, write: bool
    ) -> AbstractContextManager[OpenHome]:
        """Unlock a home."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Make the folder that results go to; a stick that is not there is not made up."""
        ...

    def samples(self) -> Sequence[Path]:
        """Return the sample sheets in the order in which they are imported."""
        ...

    def verify(self, files: Sequence[Path], pems: Sequence[Path], progress: Progress) -> list[Json]:
        """Return the verdict on each file without any home."""
        ...

    def restore(self, file: Path, home: Path, person: str | None, password: str, progress: Progress) -> Json:
        """Unpack a backup into a folder that holds no home yet; it opens with a password of its day."""
        ...

    def doctor(self, home: Path) -> Json:
        """Return the state of the program and of a home as far as it shows without a key."""
        ...

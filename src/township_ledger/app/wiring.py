"""The tools of the command line: every deed with its stores, readers and writers put together (`cli.tools`).

What worker and command line share stands in the `*_deeds` modules beside this one, imported when a verb needs it.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from township_ledger.app import paths
from township_ledger.app.clock import SystemClock
from township_ledger.app.definitions import ledgers, plan
from township_ledger.domain.rows import OperationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from township_ledger.app.opened import OpenedHome
    from township_ledger.cli.tools import Founding, ImportOrder, Json
    from township_ledger.domain.bundles import Gap
    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.periods import Period
    from township_ledger.usecases.ports import Clock, LedgerStore
    from township_ledger.usecases.progress import Progress

_STICKS = tuple(Path(name) for name in ("/media", "/run/media", "/mnt", "/Volumes"))


class CommandHome:
    """Implements `cli.tools.OpenHome` for one open home."""

    def __init__(self, home: OpenedHome) -> None:
        self._home = home

    @property
    def store(self) -> LedgerStore:
        """Its ledgers."""
        return self._home.store

    @property
    def actor(self) -> str:
        """Whose password unlocked it."""
        return self._home.actor

    @property
    def path(self) -> Path:
        """Its folder."""
        return self._home.path

    def import_sheet(self, order: ImportOrder, progress: Progress) -> tuple[ImportSummary, int | None]:
        """Import a sheet, or only look at it."""
        from township_ledger.app.import_deeds import import_at_once
        from township_ledger.usecases.import_sheet import ImportRequest

        request = ImportRequest(order.ledger, order.file, order.sheet, skip_hidden=order.skip_hidden)
        run, rejected = import_at_once(self._home, request, order.rejects, progress, apply=order.apply)
        return run.summary, rejected

    def hours(self, year: int, until: date | None) -> Json:
        """Return the class hours of a year."""
        from township_ledger.usecases.class_hours import class_hours, hours_json

        return hours_json(class_hours(self.store, year, plan(), until=until))

    def may_enforce(self, on: date) -> Json:
        """Return who may enforce on a day."""
        from township_ledger.usecases.who_may_enforce import enforcers_json, who_may_enforce

        return enforcers_json(who_may_enforce(self.store, on))

    def report(
        self, name: str, period: Period, as_of: date, out: Path, formats: Sequence[str], progress: Progress,
        *, full_ids: bool,
    ) -> Json:  # fmt: skip
        """Write a report's files."""
        from township_ledger.app.report_deeds import report

        return report(
            self._home, name, period.text, as_of, out, formats=formats, full_ids=full_ids, progress=progress
        )

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
        """Make a bundle and deliver it."""
        from township_ledger.app.bundle_deeds import bundle
        from township_ledger.usecases.make_bundle import BundleOrder

        order = BundleOrder(period, as_of, gaps=tuple(gaps), clock_is_right=clock_is_right)
        return bundle(self._home, order, out, progress)

    def change_unit(self, values: dict[str, str]) -> None:
        """Write what is known of the unit."""
        with self.store.transaction(OperationKind.SETTING) as transaction:
            for key, value in values.items():
                transaction.set(key, value)

    def verify(self, files: Sequence[Path], pems: Sequence[Path], progress: Progress) -> list[Json]:
        """Return the verdict on each file, with the keys that this home has registered."""
        from township_ledger.app.bundle_deeds import trusted_of, verify

        return verify(files, trusted_of(self._home), self._home.clock, progress, pems=pems)

    def trusted(self) -> list[Json]:
        """Return the registered keys."""
        from township_ledger.app.bundle_deeds import records_of
        from township_ledger.usecases.trust_keys import trusted_json

        return [trusted_json(key) for key in records_of(self._home).trusted()]

    def pin(self, file: Path, unit: str, progress: Progress) -> Json:
        """Register the key of a certificate file."""
        from township_ledger.app.bundle_deeds import pin_key, read_key

        return pin_key(self._home, read_key(file, progress), unit)

    def export_key(self, folder: Path) -> Json:
        """Write this unit's certificate and its registration sheet."""
        from township_ledger.app.bundle_deeds import export_key

        return export_key(self._home, folder)

    def backup(self, folder: Path, progress: Progress) -> Json:
        """Write a backup file and try a restore of it."""
        from township_ledger.app.home_deeds import backup

        return backup(self._home, folder, progress)

    def audit(self, progress: Progress) -> Json:
        """Check the chain, replay the log, and compare every table."""
        from township_ledger.app.home_deeds import audit

        return audit(self._home, progress)


class Wiring:
    """Implements `cli.tools.Tools` for this computer."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock = clock or SystemClock()

    def default_home(self) -> Path:
        """Return the home to use when the line names none."""
        return paths.default_home()

    def account_name(self) -> str:
        """Return the name of this computer's account, for a home whose person is not named."""
        import getpass

        return getpass.getuser()

    def is_home(self, home: Path) -> bool:
        """Whether there is a home in this folder."""
        from township_ledger.store.places import is_home

        return is_home(home)

    def create_home(self, home: Path, founding: Founding, password: str) -> None:
        """Make a home."""
        from township_ledger.store.home import create_home

        create_home(
            home, founding.unit, founding.person, password, self.clock, ledgers(),
            unit_code=founding.code, unit_type=founding.type,
        )  # fmt: skip

    @contextmanager
    def open_home(
        self, home: Path, person: str | None, password: str, *, write: bool
    ) -> Iterator[CommandHome]:
        """Unlock a home."""
        from township_ledger.app.opened import opened
        from township_ledger.store.home import unlock

        key, actor = unlock(home, person, password)
        with opened(home, key, actor, write=write, clock=self.clock) as home_opened:
            yield CommandHome(home_opened)

    def make_folder(self, folder: Path) -> None:
        """Make the folder that results go to. Under the places of sticks nothing is made: a stick that is not there."""
        if not any(stick in folder.parents for stick in _STICKS):
            with suppress(OSError):  # who writes into it says what is wrong
                folder.mkdir(parents=True, exist_ok=True)

    def samples(self) -> Sequence[Path]:
        """Return the sample sheets in the order in which they are imported."""
        return sorted(path for path in paths.resource("samples").iterdir() if path.name[0].isdigit())

    def verify(self, files: Sequence[Path], pems: Sequence[Path], progress: Progress) -> list[Json]:
        """Return the verdict on each file without any home."""
        from township_ledger.app.bundle_deeds import verify

        return verify(files, (), self.clock, progress, pems=pems)

    def restore(self, file: Path, home: Path, person: str | None, password: str, progress: Progress) -> Json:
        """Unpack a backup into a folder that holds no home yet."""
        from township_ledger.app.home_deeds import restore

        return restore(file, home, person, password, self.clock, progress)

    def doctor(self, home: Path) -> Json:
        """Return the state of the program and of a home as far as it shows without a key."""
        from township_ledger.app.home_deeds import doctor

        return doctor(home)

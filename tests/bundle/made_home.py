"""A small real home with everything that makes a bundle of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from tests.bundle.made_bundle import UNIT, pdf, xlsx
from tests.usecases.memory_reader import shipped_ledgers

from township_ledger.bundle.packer import BundlePacker
from township_ledger.bundle.reader_mode import verify_request
from township_ledger.domain.figures import Figure, RenderedReport
from township_ledger.domain.periods import parse_period
from township_ledger.domain.plans import parse_plan
from township_ledger.domain.rows import OperationKind
from township_ledger.store.bundle_records import SqlBundleRecords
from township_ledger.store.home import create_home
from township_ledger.store.opening import open_store
from township_ledger.store.outbox import FileOutbox
from township_ledger.store.places import OUTBOX, SENT
from township_ledger.usecases.make_bundle import BundleOrder, BundleTools, MadeBundle, make_bundle
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.trust_keys import own_key
from township_ledger.usecases.verify_bundle import verify_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from township_ledger.domain.bundles import StoredKey, Unit
    from township_ledger.domain.verdicts import Outcome
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.usecases.progress import Progress

ORDER = BundleOrder(parse_period("2026H1"), date(2026, 6, 30))
PASSWORD = "correct horse 7"


@dataclass
class SetClock:
    """A clock that a test sets."""

    moment: datetime = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def pass_(self, **time: int) -> None:
        self.moment += timedelta(**time)


class SameProcess:
    """A `KeylessReader` without a process of its own."""

    def ask(self, request: Mapping[str, object], progress: Progress) -> dict[str, object]:
        progress.step("stage.reading")
        return verify_request(request)


def report(name: str = "roster") -> RenderedReport:
    figure = Figure(f"{name}.officers", "执法人员", "36", "持证上岗情况表", "C4", 1)
    return RenderedReport(name, "持证上岗情况表", pdf(), xlsx(), (figure,), 36)


@dataclass
class Office:
    """A home with its tools."""

    folder: Path
    store: SqlLedgerStore
    clock: SetClock
    tools: BundleTools
    records: SqlBundleRecords
    reports: Callable[[], Sequence[RenderedReport]] = field(default=lambda: [report()])

    def make(self, order: BundleOrder = ORDER, **changes: object) -> MadeBundle:
        return make_bundle(order, replace(self.tools, **changes), Silent())  # type: ignore[arg-type]

    def edit(self, name: str = "王伟") -> None:
        with self.store.transaction(OperationKind.ADD) as transaction:
            transaction.insert("people", {"name": name})

    def verify(self, path: Path, key: StoredKey, unit: Unit) -> Outcome:
        return verify_file(path, [own_key(key, unit)], SameProcess(), self.clock, Silent())

    @property
    def sent(self) -> list[str]:
        return sorted(path.name for path in (self.folder / SENT).iterdir())


def office(folder: Path, resources: Path, unit: str = UNIT) -> Office:
    clock = SetClock()
    ledgers = shipped_ledgers(resources)
    key = create_home(folder, unit, "王丽", PASSWORD, clock, ledgers)
    store = open_store(folder, key, "王丽", clock, ledgers, write=True)
    records = SqlBundleRecords(store)
    plan = parse_plan((resources / "plans/standing-duties/plan.toml").read_text("utf-8"), "plan.toml")

    def verify(path: Path, stored: StoredKey, named: Unit) -> Outcome:
        return made.verify(path, stored, named)

    tools = BundleTools(
        store=store,
        records=records,
        packer=BundlePacker(folder / SENT),
        outbox=FileOutbox(folder / OUTBOX),
        clock=clock,
        plan=plan,
        program="0.1.0",
        reports=lambda _progress: made.reports(),
        verify=verify,
    )
    made = Office(folder, store, clock, tools, records)
    return made

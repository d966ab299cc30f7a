"""Services in memory for tests of the window: same contract as the clerk's own, no database, answers at once or later."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from township_ledger.domain.definition_files import parse_ledger
from township_ledger.domain.definitions import REFERENCE_TYPES, ColumnType
from township_ledger.domain.plans import parse_plan
from township_ledger.domain.rows import (
    Cell,
    Fault,
    Filter,
    HistoryEntry,
    Op,
    Operation,
    OperationKind,
    Query,
    Row,
    SearchHit,
    UndoOutcome,
)
from township_ledger.ui.pages.ledger_views import LedgerViews
from township_ledger.ui.services import (
    Chapter,
    EditRequest,
    EditResult,
    HomeCard,
    Job,
    JobEvents,
    Json,
    KeepRequest,
    Opened,
    Registration,
    SaveState,
    Staging,
    UndoFault,
)
from township_ledger.usecases.hours_of_some import HoursNow, hours_of_some
from township_ledger.usecases.today import today as today_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from township_ledger.domain.bundles import Gap, SentBundle, TrustedKey
    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.faults import Param
    from township_ledger.domain.imports import PreviewRow, RowVerdict
    from township_ledger.domain.plans import Plan
    from township_ledger.ui.services import Picked
    from township_ledger.usecases.today import Today

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 9, 12, tzinfo=timezone(timedelta(hours=8)))


def shipped_ledgers() -> dict[str, Ledger]:
    """Return the shipped definitions by name."""
    result = {}
    for path in sorted((ROOT / "resources" / "ledgers").glob("*.toml")):
        ledger = parse_ledger(path.read_text(encoding="utf-8"), path.name)
        result[ledger.name] = ledger
    return result


class FakeClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW


def _key(value: Cell) -> tuple[bool, str | float]:
    return (value is None, value if value is not None else "")


def _holds(row: Row, one: Filter) -> bool:  # noqa: PLR0911  one line an operator
    value = row.own.get(one.column[4:]) if one.column.startswith("own:") else row.values.get(one.column)
    other = one.value
    match one.op:
        case Op.EMPTY:
            return value is None and one.column not in row.faults
        case Op.FILLED:
            return value is not None
        case Op.FAULT:
            return one.column in row.faults
        case Op.IN:
            return isinstance(other, tuple) and value in other
        case Op.CONTAINS:
            return str(other) in str(value or "")
        case Op.EQ:
            return value == other
        case Op.NE:
            return value != other
        case _:
            if value is None or other is None or isinstance(other, tuple):
                return False
            left, right = (str(value), str(other)) if isinstance(value, str) else (value, other)
            return {
                Op.LT: left < right,  # type: ignore[operator]
                Op.LE: left <= right,  # type: ignore[operator]
                Op.GT: left > right,  # type: ignore[operator]
                Op.GE: left >= right,  # type: ignore[operator]
            }[one.op]


class FakeReader:
    """Ledgers as lists of rows; every call is counted in `calls`."""

    def __init__(self, ledgers: Mapping[str, Ledger] | None = None) -> None:
        self.defined = dict(ledgers or shipped_ledgers())
        self.tables: dict[str, list[Row]] = {name: [] for name in self.defined}
        self.settings = {"unit_name": "示例镇人民政府"}
        self.entries: list[tuple[str, str, HistoryEntry]] = []
        self.own: dict[str, list[str]] = {}
        self.calls: dict[str, int] = {}
        self.version = 1
        self.operations_made: list[Operation] = []

    def _called(self, name: str) -> None:
        self.calls[name] = self.calls.get(name, 0) + 1

    def add(
        self,
        ledger: str,
        draft: bool | None = None,
        own: Mapping[str, str] | None = None,
        **values: Cell | Fault,
    ) -> str:
        """Add a row; a `Fault` becomes a kept text. Returns its uid."""
        definition = self.defined[ledger]
        number = len(self.tables[ledger]) + 1
        uid = f"{sum(ledger.encode()):08x}{number:024x}"
        cells = {column.name: None for column in definition.columns}
        cells |= {key: value for key, value in values.items() if not isinstance(value, Fault)}  # type: ignore[misc]
        faults = {key: value for key, value in values.items() if isinstance(value, Fault)}
        if draft is None:
            draft = bool(faults) or any(cells[name] is None for name in definition.required)
        self.tables[ledger].append(Row(number, uid, draft, cells, faults, dict(own or {})))
        return uid

    def ledgers(self) -> Mapping[str, Ledger]:
        return self.defined

    def own_columns(self, ledger: str) -> list[str]:
        return self.own.get(ledger, [])

    def _found(self, query: Query) -> list[Row]:
        rows = [row for row in self.tables[query.ledger] if not row.retired]
        rows = [row for row in rows if all(_holds(row, one) for one in query.filters)]
        if query.draft is not None:
            rows = [row for row in rows if row.draft == query.draft]
        if query.uids is not None:
            rows = [row for row in rows if row.uid in query.uids]
        if query.search:
            rows = [row for row in rows if any(query.search in str(value) for value in row.values.values())]
        for key in reversed(query.sort):
            rows.sort(key=lambda row: str(row.values.get(key.column) or ""), reverse=key.descending)
            rows.sort(key=lambda row: row.values.get(key.column) is None)
        return rows

    def count(self, query: Query) -> int:
        self._called("count")
        return len(self._found(query))

    def ids(self, query: Query) -> array[int]:
        self._called("ids")
        return array("q", (row.id for row in self._found(query)))

    def position(self, query: Query, uid: str) -> int | None:
        found = [row.uid for row in self._found(query)]
        return found.index(uid) if uid in found else None

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        self._called("page")
        return self._found(query)[offset : offset + limit]

    def rows(self, query: Query) -> Iterator[Row]:
        self._called("rows")
        return iter(self._found(query))

    def cells(self, query: Query, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
        self._called("cells")
        return iter(
            [(row.id, row.uid, *(row.values[name] for name in columns)) for row in self._found(query)]
        )

    def rows_by_id(self, ledger: str, ids: Sequence[int]) -> list[Row]:
        self._called("rows_by_id")
        return [self.tables[ledger][number - 1] for number in ids]

    def row(self, ledger: str, uid: str) -> Row | None:
        return next((row for row in self.tables[ledger] if row.uid == uid), None)

    def labels(self, ledger: str, uids: Iterable[str]) -> dict[str, str]:
        self._called("labels")
        definition, result = self.defined[ledger], {}
        for uid in uids:
            row = self.row(ledger, uid)
            if row is None:
                continue
            value, column = row.values.get(definition.label), definition.by_name[definition.label]
            if column.type in REFERENCE_TYPES and column.target and value:
                result[uid] = self.labels(column.target, [str(value)]).get(str(value), "")
            else:
                result[uid] = str(value or "")
        return result

    def history(self, ledger: str, uid: str, column: str | None = None) -> list[HistoryEntry]:
        found = [entry for name, of, entry in self.entries if (name, of) == (ledger, uid)]
        return [entry for entry in reversed(found) if column is None or entry.column == column]

    def operations(self, limit: int = 100, before: int | None = None) -> list[Operation]:
        found = [one for one in reversed(self.operations_made) if before is None or one.number < before]
        return found[:limit]

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        hits = []
        for name in self.defined:
            for row in self._found(Query(name, search=text)):
                hits.append(SearchHit(name, row.uid, self.labels(name, [row.uid])[row.uid]))  # noqa: PERF401
        return hits[:limit]

    def data_version(self) -> int:
        return self.version

    def setting(self, key: str) -> str | None:
        return self.settings.get(key)


class FakeJob:
    """A job that a test drives by `events`."""

    def __init__(self, deed: str, args: Json, events: JobEvents) -> None:
        self.deed, self.args, self.events = deed, args, events
        self.sent: list[Json] = []
        self.was_cancelled = False

    def cancel(self) -> None:
        self.was_cancelled = True
        if self.events.cancelled is not None:
            self.events.cancelled()

    def send(self, message: Json) -> None:
        self.sent.append(message)


class FakePreview:
    """A preview of given rows."""

    def __init__(self, rows: Sequence[PreviewRow]) -> None:
        self.rows = list(rows)

    def _of(self, verdict: RowVerdict | None) -> list[PreviewRow]:
        if verdict is None:
            return [row for row in self.rows if row.verdict != "ignored"]
        return [row for row in self.rows if row.verdict == verdict]

    def count(self, verdict: RowVerdict | None = None) -> int:
        return len(self._of(verdict))

    def page(self, verdict: RowVerdict | None, offset: int, limit: int) -> list[PreviewRow]:
        return self._of(verdict)[offset : offset + limit]


@dataclass
class FakeServices:
    """The clerk's tools in memory. `hold` keeps edits waiting until `release`, as a busy database would."""

    reader: FakeReader = field(default_factory=FakeReader)
    clock: FakeClock = field(default_factory=FakeClock)
    actor: str = "李敏"
    home: Path = Path("/示例/台账")
    hold: bool = False
    log_folder: Path = Path("/示例/日志")

    def __post_init__(self) -> None:
        self.jobs: list[FakeJob] = []
        self.edits: list[EditRequest] = []
        self.blocks: list[list[EditRequest]] = []
        self.listeners: list[Callable[[frozenset[str]], None]] = []
        self.refuse: str = ""
        self.rules: dict[str, frozenset[str]] = {}
        self.picks_wait = False  # whether what a rule picks is told later, by calling what lies in `picks`
        self.picks: list[Callable[[], None]] = []
        self.previews: dict[str, FakePreview] = {}
        self.preferences: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}
        self.undone: list[int | None] = []
        self.outcome: UndoOutcome | UndoFault | None = UndoOutcome(9, 1)
        self.sent: list[SentBundle] = []
        self.trusted: list[TrustedKey] = []
        self.lacking: list[Gap] = []
        self.own_registration: Registration | None = None
        self.plugged: list[Path] = []
        self.last_backup: datetime | None = None
        self._waiting: list[tuple[EditRequest, Callable[[EditResult], None]]] = []
        self._saving: list[Callable[[SaveState], None]] = []

    def listen(self, changed: Callable[[frozenset[str]], None]) -> None:
        self.listeners.append(changed)

    def announce(self, *ledgers: str) -> None:
        """Tell all listeners that ledgers changed."""
        for listener in self.listeners:
            listener(frozenset(ledgers))

    def listen_saving(self, told: Callable[[SaveState], None]) -> None:
        self._saving.append(told)
        told(SaveState())

    def edit(self, request: EditRequest, done: Callable[[EditResult], None]) -> None:
        self.edits.append(request)
        self._waiting.append((request, done))
        if not self.hold:
            self.release()

    def edit_block(self, requests: Sequence[EditRequest], done: Callable[[EditResult], None]) -> None:
        self.blocks.append(list(requests))
        for request in requests:
            self.edits.append(request)
            if not self.refuse:
                self._write(request)
        done(EditResult(None, None, self.refuse) if self.refuse else EditResult(None, len(self.edits)))
        if not self.refuse:
            self.announce(requests[0].ledger)

    def release(self) -> None:
        """Write what waits."""
        waiting, self._waiting = self._waiting, []
        for request, done in waiting:
            if self.refuse:
                done(EditResult(request.uid, None, self.refuse))
                continue
            uid = self._write(request)
            done(EditResult(uid, len(self.edits)))
            self.announce(request.ledger)

    def _write(self, request: EditRequest) -> str:
        reader, ledger = self.reader, self.reader.defined[request.ledger]
        uid = request.uid or reader.add(request.ledger)
        table = reader.tables[request.ledger]
        place = next(number for number, row in enumerate(table) if row.uid == uid)
        row = table[place]
        if request.retire:
            table[place] = replace(row, retired=True)
            return uid
        values, faults = dict(row.values), dict(row.faults)
        own = dict(row.own)
        for name, text in request.texts.items():
            if name.startswith("own:"):
                own[name[4:]] = text
                continue
            old: Cell | Fault = faults.pop(name, None) or values[name]
            value = self._read(ledger, name, text)
            values[name] = None if isinstance(value, Fault) else value
            if isinstance(value, Fault):
                faults[name] = value
            kind = OperationKind.EDIT if request.uid else OperationKind.ADD
            entry = HistoryEntry(len(self.edits), NOW, self.actor, kind, name, old, value)
            reader.entries.append((request.ledger, uid, entry))
        draft = bool(faults) or any(values[name] is None for name in ledger.required)
        table[place] = replace(row, values=values, faults=faults, draft=draft, own=own)
        return uid

    def _read(self, ledger: Ledger, name: str, text: str) -> Cell | Fault:
        column = ledger.by_name[name]
        if not text:
            return None
        if column.target and column.type in REFERENCE_TYPES:
            rows = self.reader.tables[column.target]
            label = self.reader.defined[column.target].label
            found = [row.uid for row in rows if text in (row.uid, row.values.get(label))]
            return found[0] if found else Fault(text, "value.unknown_person")
        if column.type is ColumnType.DATE and len(text) != 10:
            return Fault(text, "value.date_incomplete")
        if column.type in (ColumnType.HOURS, ColumnType.DECIMAL):
            return float(text)
        if column.type in (ColumnType.INTEGER, ColumnType.MONEY):
            return int(text)
        if column.type is ColumnType.YES_NO:
            return int(text == "是")
        return text

    def undo(self, operation: int | None, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        self.undone.append(operation)
        done(self.outcome)

    def redo(self, done: Callable[[UndoOutcome | UndoFault | None], None]) -> None:
        done(self.outcome)

    def pick_rows(self, rule: str, ledger: str, params: Mapping[str, Param], on: date, done: Picked) -> None:
        if self.picks_wait:
            self.picks.append(partial(done, self.rules.get(rule, frozenset())))
        else:
            done(self.rules.get(rule, frozenset()))

    def count_views(self, ledger: str, done: Callable[[Mapping[str, int]], None]) -> None:
        views = LedgerViews(self, self.reader.defined[ledger])
        queries: list[Query] = []
        waiting, self.picks_wait = self.picks_wait, False
        for chip in views.chips():
            views.find(chip.name, queries.append)
        self.picks_wait = waiting
        done(
            {chip.name: self.reader.count(query) for chip, query in zip(views.chips(), queries, strict=True)}
        )

    def start(self, deed: str, args: Json, events: JobEvents) -> FakeJob:
        job = FakeJob(deed, args, events)
        self.jobs.append(job)
        return job

    def new_staging(self) -> Staging:
        return Staging("staging.db", "0" * 96)

    def preview(self, staging: Staging) -> FakePreview:
        return self.previews[staging.path]

    def drop_staging(self) -> None:
        self.previews.clear()

    def drives(self) -> Sequence[Path]:
        return self.plugged

    @staticmethod
    def plan() -> Plan:
        """Return the built-in plan."""
        plan = ROOT / "resources" / "plans" / "standing-duties" / "plan.toml"
        return parse_plan(plan.read_text(encoding="utf-8"), plan.name)

    def hours_of(self, people: Sequence[Row]) -> Mapping[str, HoursNow]:
        return hours_of_some(self.reader, people, self.clock.now().date(), self.plan())

    def today(self, done: Callable[[Today], None]) -> None:
        done(self.today_now())

    def today_now(self) -> Today:
        return today_of(self.reader, NOW, self.plan(), sent=self.sent[:1], last_backup=self.last_backup)

    def change_setting(self, key: str, value: str, done: Callable[[EditResult], None]) -> None:
        self.reader.settings[key] = value
        done(EditResult(None, 1))
        self.announce()

    def sent_bundles(self) -> Sequence[SentBundle]:
        return self.sent

    def registration(self) -> Registration | None:
        return self.own_registration

    def trusted_keys(self) -> Sequence[TrustedKey]:
        return self.trusted

    def preference(self, name: str, default: str) -> str:
        return self.preferences.get(name, default)

    def set_preference(self, name: str, value: str) -> None:
        self.preferences[name] = value

    def picture(self, path: str) -> bytes:
        return self.pictures.get(path, b"")

    def new_folder(self) -> str:
        return "/示例/临时"

    def manual(self) -> Sequence[Chapter]:
        return (Chapter("", "怎么用", "# 怎么用\n先导入花名册。"),)

    def recovery_sheet(self) -> str:
        return "ABCD EFGH\nJKLM NPQR"

    def gaps(self, period: str, as_of: date) -> Sequence[Gap]:
        return self.lacking


@dataclass
class FakeDoor:
    """The window's tools before a home is open."""

    services: FakeServices = field(default_factory=FakeServices)
    card: HomeCard | None = None
    password: str = "示例密码一二三四"

    def __post_init__(self) -> None:
        self.jobs: list[FakeJob] = []
        self.kept: list[KeepRequest] = []
        self.fault: str = ""
        self.refused: str = ""

    def default_folder(self) -> Path:
        return Path("/示例/台账")

    def home(self, folder: Path) -> HomeCard | None:
        return self.card

    def password_fault(self, request: KeepRequest) -> str:
        return "" if len(request.password) >= 8 else self.fault

    def unlock(self, folder: Path, person: str, password: str, done: Callable[[Opened], None]) -> None:
        good = password == self.password
        done(Opened(self.services) if good else Opened(None, self.fault))

    def unlock_with_sheet(self, folder: Path, text: str, done: Callable[[Opened], None]) -> None:
        self.unlock(folder, "", text, done)

    def start(self, deed: str, args: Json, events: JobEvents) -> FakeJob:
        job = FakeJob(deed, args, events)
        self.jobs.append(job)
        return job

    def keep(self, job: Job | None, request: KeepRequest, done: Callable[[Opened], None]) -> None:
        self.kept.append(request)
        done(Opened(None, self.refused) if self.refused else Opened(self.services))


def example_services() -> FakeServices:
    """Return the invented township of the look's pictures."""
    services = FakeServices()
    reader = services.reader
    people: tuple[tuple[str, str, Cell | Fault, str | None, str | None], ...] = (
        ("王䶮", "执法人员", "340711199001012416", "2026-12-18", "有效"),
        ("李㛃", "执法人员", "340711199103153027", "2028-04-30", "有效"),
        ("张𠅤", "执法人员", "340711198806201533", "2028-04-30", "有效"),
        ("买买提·阿不都拉", "执法人员", "340711198512120014", "2027-06-30", "暂扣"),
        ("单雄信", "执法人员", Fault("34071119790230241X", "value.id_check_digit"), "2029-06-30", "有效"),
        ("陈红梅", "辅助人员", "340711199505054528", None, None),
        ("赵文斌", "执法人员", "340711198709096011", "2028-04-30", "有效"),
        ("周霞", "执法人员", "340711199203088823", "2026-10-31", "有效"),
    )
    for round_ in range(6):
        for number, (name, kind, identity, until, status) in enumerate(people):
            uid = reader.add(
                "people",
                name=name,
                person_type=kind,
                id_number=identity,
                sex="男" if number % 2 else "女",
                unit="综合行政执法队",
                post="队员",
                staffing="事业",
                phone="13856781234",
            )
            if until is not None:
                reader.add(
                    "certificates",
                    certificate_no=f"12071100{round_}{number:02}",
                    person=uid,
                    issuer="示例市人民政府",
                    issued="2023-05-06",
                    valid_to=Fault("2027年", "value.date_incomplete") if number == 4 else until,
                    registered_status=status,
                    field="城管 农业",
                )
    return services

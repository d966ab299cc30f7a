"""The audit: the chain of operations is computed again, the log is replayed from nothing, and every table compared.

SQLCipher proves that a page was written under the key, not that it is the newest one: an old page put back passes
its checks, and so does a row that somebody with the key edited by hand. Both differ from what the log says.
What the audit cannot see is a log that was rewritten from some point on with all its links; that
shows at the next receipt, which holds an old head.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.chain import FIRST_PREVIOUS, link_after
from township_ledger.domain.rows import Fault
from township_ledger.store import canonical
from township_ledger.store.log import CREATED, HOME_LEDGER, PLACE_BITS, RETIRED, canonical_row, log_rows
from township_ledger.store.schema import known_ledgers
from township_ledger.store.tables import OWN, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.faults import Param
    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.usecases.progress import Progress

MOST_FINDINGS = 100
_STEP = 500


class AuditFinding(NamedTuple):
    """One thing that is not as the log says; `code` and `params` make its sentence."""

    code: str
    params: Mapping[str, Param]


class AuditResult(NamedTuple):
    """What an audit saw. `findings` are the first `MOST_FINDINGS`; `total` counts all."""

    operations: int
    rows: int
    findings: tuple[AuditFinding, ...]
    total: int

    @property
    def ok(self) -> bool:
        """Whether chain and tables are as they were written."""
        return self.total == 0


class _State(NamedTuple):
    """One row as the log leaves it."""

    cells: dict[str, Cell | Fault]
    retired: bool


class _Audit:
    def __init__(self, connection: Connection, titles: Mapping[str, str], progress: Progress) -> None:
        self.connection, self.ledger_titles, self.progress = connection, titles, progress
        self.findings: list[AuditFinding] = []
        self.total = 0
        self.operations = self.rows = 0
        self.states: dict[str, dict[str, _State]] = {}
        self.settings: dict[str, Cell | Fault] = {}

    def find(self, code: str, **params: Param) -> None:
        self.total += 1
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(AuditFinding(code, params))

    def chain(self) -> None:
        """Compute every link again and replay every log row."""
        previous, expected = FIRST_PREVIOUS, 1
        total = int(self.connection.value("SELECT count(*) FROM operation"))
        for number, at, actor, kind, rows, nonce, digest, link in self.connection.all(
            "SELECT number, at, actor, kind, rows, nonce, digest, link FROM operation ORDER BY number"
        ):
            for missing in range(expected, min(number, expected + MOST_FINDINGS)):
                self.find("log.number_missing", number=missing)
            if link != link_after(previous, number, at, actor, kind, digest):
                self.find("log.link_broken", number=number)
            self._operation(number, rows, nonce, digest)
            previous, expected = link, number + 1
            self.operations += 1
            self.progress.step("stage.checking_log", self.operations, total)
        stray = int(
            self.connection.value(
                "SELECT count(*) FROM log WHERE (id >> ?) NOT IN (SELECT number FROM operation)",
                (PLACE_BITS,),
            )
        )
        if stray:
            self.find("log.stray", count=stray)

    def _operation(self, number: int, rows: int, nonce: bytes, digest: bytes) -> None:
        hashed = hashlib.sha256(nonce)
        found = 0
        for ledger, uid, text in log_rows(self.connection, number):
            hashed.update(canonical_row(ledger, uid, text))
            found += ledger != HOME_LEDGER
            try:
                self._replay(ledger, uid, text)
            except (ValueError, TypeError, KeyError, AttributeError):
                self.find("log.unreadable", number=number)
        if hashed.digest() != digest:
            self.find("log.digest_wrong", number=number)
        if found != rows:
            self.find("log.count_wrong", number=number, rows=rows, found=found)

    def _replay(self, ledger: str, uid: str, text: str) -> None:
        change = canonical.read_change(text)
        if ledger == HOME_LEDGER:
            self.settings[uid] = change["value"][1]
            return
        states = self.states.setdefault(ledger, {})
        cells, retired = states.get(uid, _State({}, retired=False))
        for name, (_, new) in change.items():
            if name == RETIRED:
                retired = new is not None
            elif name != CREATED:
                if new is None:
                    cells.pop(name, None)
                else:
                    cells[name] = new
        states[uid] = _State(cells, retired)

    def tables(self) -> None:
        """Compare every ledger table, the refused texts and the 自有列 with the replayed state."""
        known = known_ledgers(self.connection)
        for ledger, each in known.items():
            titles = {column.name: column.title for column in (*each.shape.removed, *each.shape.columns)}
            states = self.states.pop(ledger, {})
            self._table(ledger, titles, each.shape.required, states)
        for ledger, states in self.states.items():
            for uid in states:
                self.find("log.row_missing", title=ledger, uid=uid)
        present = dict(self.connection.all("SELECT key, value FROM meta"))
        for key, value in self.settings.items():
            if present.get(key) != value:
                self.find("log.home_differs", key=key)

    def _table(
        self, ledger: str, titles: Mapping[str, str], required: Sequence[str], states: dict[str, _State]
    ) -> None:
        beside = self._beside(ledger)
        title = self.ledger_titles.get(ledger, ledger)
        names = list(titles)
        columns = ", ".join(map(quoted, names))
        for row_id, uid, draft, retired_op, *values in self.connection.execute(
            f'SELECT id, uid, draft, retired_op, {columns} FROM "l_{ledger}" ORDER BY id'
        ):
            self.rows += 1
            if self.rows % _STEP == 0:
                self.progress.step("stage.checking_rows", self.rows)
            state = states.pop(uid, None)
            if state is None:
                self.find("log.row_extra", title=title, row=row_id, uid=uid)
                continue
            cells: dict[str, Cell | Fault] = {
                name: value for name, value in zip(names, values, strict=True) if value is not None
            }
            cells.update(beside.pop(uid, {}))
            where: dict[str, Param] = {"title": title, "row": row_id, "uid": uid}
            self._marks(where, state, required, draft=bool(draft), retired=retired_op is not None)
            for name in sorted({*cells, *state.cells}) if cells != state.cells else ():
                if cells.get(name) != state.cells.get(name):
                    self.find("log.row_differs", **where, column=titles.get(name, name.removeprefix(OWN)))
        for uid in states:
            self.find("log.row_missing", title=title, uid=uid)
        for uid in beside:
            self.find("log.row_extra", title=title, row=0, uid=uid)

    def _marks(
        self, where: dict[str, Param], state: _State, required: Sequence[str], *, draft: bool, retired: bool
    ) -> None:
        """Compare the marks that follow from a row's cells: a draft made none would slip into a report."""
        faulty = any(isinstance(value, Fault) for value in state.cells.values())
        if draft != (faulty or not state.cells.keys() >= set(required)):
            self.find("log.row_differs", **where, column="draft")
        if retired != state.retired:
            self.find("log.row_differs", **where, column="retired_op")

    def _beside(self, ledger: str) -> dict[str, dict[str, Cell | Fault]]:
        """Return refused texts and 自有列 of a ledger by uid."""
        found: dict[str, dict[str, Cell | Fault]] = {}
        for uid, column, text, reason in self.connection.execute(
            'SELECT uid, "column", text, reason FROM cell_fault WHERE ledger = ?', (ledger,)
        ):
            found.setdefault(uid, {})[column] = Fault(text, reason)
        for uid, own, text in self.connection.execute(
            "SELECT uid, title, text FROM own_cell WHERE ledger = ?", (ledger,)
        ):
            found.setdefault(uid, {})[OWN + own] = text
        return found


def damaged_pages(connection: Connection) -> int:
    """Return how many faults SQLCipher's own check of every page finds, or else SQLite's of the file: 0 when whole."""
    broken = connection.all("PRAGMA cipher_integrity_check")
    return len(broken or [line for line in connection.all("PRAGMA quick_check(100)") if line != ("ok",)])


def audit(store: SqlLedgerStore, progress: Progress) -> AuditResult:
    """Check the chain and compare every table with the replayed log, if the file's own checks find it whole."""
    titles = {name: ledger.title for name, ledger in store.definitions.items()}
    work = _Audit(store.connection, titles, progress)
    with store.snapshot():
        if damaged := damaged_pages(store.connection):
            work.find("log.file_damaged", count=damaged)
        else:
            work.chain()
            work.tables()
    return AuditResult(work.operations, work.rows, tuple(work.findings), work.total)

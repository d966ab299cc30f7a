"""The outcome of classifying a sheet: a verdict for every source row, and what would be written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.imports import Counts, RowVerdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.faults import Param
    from township_ledger.domain.rows import Cell, Fault
    from township_ledger.usecases.bulk import ChangedRow, NewRow
    from township_ledger.usecases.import_table import Table


class Remark(NamedTuple):
    """Something to say about one cell of a source row; `source` -1 speaks of the whole row."""

    source: int
    column: str
    code: str
    params: Mapping[str, Param] = {}
    verdict: RowVerdict | None = None


@dataclass(slots=True)
class Plan:
    """What an import would do. Rows are counted as in `table`.

    `changes` holds, per row updated, (ledger, column) → (old, new). `inserts` and `updates` are in the order in which
    they may be written: a row stands before those that refer to it.
    """

    table: Table
    verdicts: list[RowVerdict] = field(default_factory=list)
    remarks: dict[int, list[Remark]] = field(default_factory=dict)
    changes: dict[int, dict[tuple[str, str], tuple[Cell | Fault, Cell | Fault]]] = field(default_factory=dict)
    candidates: dict[int, tuple[str, ...]] = field(default_factory=dict)
    inserts: dict[str, list[NewRow]] = field(default_factory=dict)
    updates: dict[str, list[ChangedRow]] = field(default_factory=dict)
    digests: dict[str, list[tuple[bytes, str]]] = field(default_factory=dict)
    ledgers: dict[str, Counter[RowVerdict]] = field(default_factory=dict)
    notes: list[tuple[str, Mapping[str, Param]]] = field(default_factory=list)
    ignored: int = 0  # rows of the sheet that are no data

    def remark(self, row: int, remark: Remark) -> None:
        """Add a remark to a row."""
        self.remarks.setdefault(row, []).append(remark)

    def count(self, ledger: str, verdict: RowVerdict, many: int = 1) -> None:
        """Count rows of a ledger."""
        counter = self.ledgers.get(ledger)
        if counter is None:
            counter = self.ledgers[ledger] = Counter()
        counter[verdict] += many

    @property
    def writes(self) -> bool:
        """Whether anything would be written."""
        return any(self.inserts.values()) or any(self.updates.values())

    def counts(self) -> Counts:
        """Return how many source rows got which verdict."""
        return _counts(Counter(self.verdicts), self.ignored)

    def by_ledger(self) -> dict[str, Counts]:
        """Return how many rows of each fed ledger got which verdict."""
        return {name: _counts(counter, 0) for name, counter in self.ledgers.items()}

    def fingerprint(self) -> str:
        """Return what a later classification must repeat for the preview to hold: SHA-256 over all that is written."""
        digest = sha256()
        digest.update(repr([verdict.value for verdict in self.verdicts]).encode())
        for name, rows in self.inserts.items():
            digest.update(name.encode())
            for row in rows:
                digest.update(
                    repr((row.uid, row.values, sorted(row.own.items()))).encode("utf-8", "surrogatepass")
                )
        for name, updates in self.updates.items():
            digest.update(name.encode())
            for row_ in updates:
                digest.update(repr((row_.uid, sorted(row_.changes.items()))).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def _counts(counter: Counter[RowVerdict], ignored: int) -> Counts:
    return Counts(
        added=counter[RowVerdict.ADDED],
        updated=counter[RowVerdict.UPDATED],
        same=counter[RowVerdict.SAME],
        doubtful=counter[RowVerdict.DOUBTFUL],
        rejected=counter[RowVerdict.REJECTED],
        ignored=counter[RowVerdict.IGNORED] + ignored,
    )


class Uids:
    """Makes the uids of new rows: random to everybody, the same each time one staged import is classified."""

    def __init__(self, salt: bytes) -> None:
        """Take the import's secret salt (32 random bytes)."""
        self._start = blake2b(salt, digest_size=16)

    def new(self, ledger: str, what: str) -> str:
        """Return the uid (32 hex) of the row `what` of a ledger."""
        each = self._start.copy()
        each.update(f"{ledger}\x1f{what}".encode())
        return each.hexdigest()

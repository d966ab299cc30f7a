"""Ledgers in memory: the reading port over plain rows, for tests of deeds that only read."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from township_ledger.domain.definition_files import load_ledgers
from township_ledger.domain.rows import Cell, Fault, Filter, Op, Query, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import HistoryEntry, Operation, SearchHit


def shipped_ledgers(resources: Path) -> Mapping[str, Ledger]:
    """The definitions that ship with the program."""
    files = sorted((resources / "ledgers").glob("*.toml"))
    return load_ledgers({file.name: lambda file=file: file.read_text(encoding="utf-8") for file in files})  # type: ignore[misc]


def _matches(value: Cell, condition: Filter) -> bool:
    wanted = condition.value
    if condition.op is Op.EMPTY:
        return value is None
    if condition.op is Op.FILLED:
        return value is not None
    if condition.op is Op.IN:
        assert isinstance(wanted, tuple)
        return value in wanted
    if value is None:
        return False
    text, other = str(value), str(wanted)
    return {
        Op.EQ: value == wanted,
        Op.NE: value != wanted,
        Op.LT: text < other,
        Op.LE: text <= other,
        Op.GT: text > other,
        Op.GE: text >= other,
        Op.CONTAINS: other in text,
    }[condition.op]


class MemoryReader:
    """A `LedgerReader` over rows that a test adds."""

    def __init__(self, ledgers: Mapping[str, Ledger], **settings: str) -> None:
        self._ledgers = ledgers
        self._settings = {"unit_name": "示例镇人民政府", **settings}
        self._rows: dict[str, list[Row]] = {name: [] for name in ledgers}
        self._next = 1

    def add(
        self, ledger: str, *, draft: bool = False, faults: Mapping[str, str] | None = None, **values: Cell
    ) -> str:
        """Add a row and return its uid."""
        return self.add_row(ledger, values, draft=draft, faults=faults)

    def add_row(
        self,
        ledger: str,
        values: Mapping[str, Cell],
        *,
        draft: bool = False,
        faults: Mapping[str, str] | None = None,
    ) -> str:
        """Add a row whose values stand in a mapping."""
        columns = self._ledgers[ledger].by_name
        assert set(values) <= set(columns), set(values) - set(columns)
        uid = f"{self._next:032x}"
        kept = {name: Fault(text, "value.test") for name, text in (faults or {}).items()}
        row = Row(self._next, uid, draft or bool(kept), {name: values.get(name) for name in columns}, kept)
        self._rows[ledger].append(row)
        self._next += 1
        return uid

    def adopt(self, ledger: str, row: Row) -> None:
        """Take a row as it is, with its uid and id."""
        self._rows[ledger].append(row)

    def ledgers(self) -> Mapping[str, Ledger]:
        return self._ledgers

    def rows(self, query: Query) -> Iterator[Row]:
        for row in self._rows[query.ledger]:
            if query.draft is not None and row.draft != query.draft:
                continue
            if query.uids is not None and row.uid not in query.uids:
                continue
            if all(_matches(row.values[each.column], each) for each in query.filters):
                yield row

    def count(self, query: Query) -> int:
        return sum(1 for _ in self.rows(query))

    def ids(self, query: Query) -> array[int]:
        return array("q", (row.id for row in self.rows(query)))

    def position(self, query: Query, uid: str) -> int | None:
        found = [row.uid for row in self.rows(query)]
        return found.index(uid) if uid in found else None

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        return list(self.rows(query))[offset : offset + limit]

    def cells(self, query: Query, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
        return iter([(row.id, row.uid, *(row.values[name] for name in columns)) for row in self.rows(query)])

    def rows_by_id(self, ledger: str, ids: Sequence[int]) -> list[Row]:
        by_id = {row.id: row for row in self._rows[ledger]}
        return [by_id[each] for each in ids]

    def row(self, ledger: str, uid: str) -> Row | None:
        return next((row for row in self._rows[ledger] if row.uid == uid), None)

    def labels(self, ledger: str, uids: Iterable[str]) -> dict[str, str]:
        label = self._ledgers[ledger].label
        wanted = set(uids)
        return {row.uid: str(row.values[label] or "") for row in self._rows[ledger] if row.uid in wanted}

    def history(self, ledger: str, uid: str, column: str | None = None) -> list[HistoryEntry]:
        return []

    def operations(self, limit: int = 100, before: int | None = None) -> list[Operation]:
        return []

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        return []

    def own_columns(self, ledger: str) -> list[str]:
        return []

    def data_version(self) -> int:
        return self._next

    def setting(self, key: str) -> str | None:
        return self._settings.get(key)

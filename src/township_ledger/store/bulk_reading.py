"""Whole-table look-ups for imports, one query each (`usecases.bulk.BulkReader`)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from township_ledger.domain.rows import Fault
from township_ledger.store.queries import IN_USE
from township_ledger.store.tables import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.tables import LedgerTable

_CHUNK = 5000


def _chunks(uids: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    wanted = iter(uids)
    while chunk := list(islice(wanted, _CHUNK)):
        yield chunk, ", ".join("?" * len(chunk))


class BulkReading:
    """What a store knows: its connection, the definitions in use and their tables."""

    connection: Connection
    definitions: Mapping[str, Ledger]
    tables: Mapping[str, LedgerTable]

    def key_map(self, ledger: str, columns: Sequence[str]) -> dict[tuple[Cell, ...], list[str]]:
        """Return, for rows in use whose `columns` are all filled: their values → the uids that hold them."""
        table = self.tables[ledger]
        names = [f"t.{quoted(name)}" for name in columns]
        filled = "".join(f" AND {name} IS NOT NULL" for name in names)
        found: dict[tuple[Cell, ...], list[str]] = {}
        for uid, *key in self.connection.execute(
            f"SELECT t.uid, {', '.join(names)} FROM {table.name} t WHERE {IN_USE}{filled} ORDER BY t.id"
        ):
            found.setdefault(tuple(key), []).append(uid)
        return found

    def import_digests(self, ledger: str) -> dict[bytes, str]:
        """Return the digests of source rows already imported → the uid of the row they became (rows in use only)."""
        table = self.tables[ledger]
        return dict(
            self.connection.all(
                f"SELECT i.digest, i.uid FROM import_row i JOIN {table.name} t ON t.uid = i.uid"
                f" WHERE i.ledger = ? AND {IN_USE}",
                (ledger,),
            )
        )

    def values_of(self, ledger: str, uids: Iterable[str]) -> dict[str, tuple[Cell, ...]]:
        """Return the typed values of rows, in the order of `Ledger.columns`."""
        table = self.tables[ledger]
        found: dict[str, tuple[Cell, ...]] = {}
        for chunk, marks in _chunks(uids):
            for row in self.connection.execute(f"{table.select} WHERE uid IN ({marks})", chunk):
                found[row[1]] = row[4:]
        return found

    def faults_of(self, ledger: str, uids: Iterable[str]) -> dict[str, dict[str, Fault]]:
        """Return the refused texts of rows that have any."""
        found: dict[str, dict[str, Fault]] = {}
        for chunk, marks in _chunks(uids):
            for uid, column, text, reason in self.connection.execute(
                f'SELECT uid, "column", text, reason FROM cell_fault WHERE ledger = ? AND uid IN ({marks})',
                (ledger, *chunk),
            ):
                found.setdefault(uid, {})[column] = Fault(text, reason)
        return found

    def own_of(self, ledger: str, uids: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the 自有列 of rows that have any."""
        found: dict[str, dict[str, str]] = {}
        for chunk, marks in _chunks(uids):
            for uid, title, text in self.connection.execute(
                f"SELECT uid, title, text FROM own_cell WHERE ledger = ? AND uid IN ({marks})",
                (ledger, *chunk),
            ):
                found.setdefault(uid, {})[title] = text
        return found

    def mapping(self, fingerprint: str, ledger: str) -> str | None:
        """Return the remembered column mapping (JSON) of a sender's header, or None."""
        text: str | None = self.connection.value(
            "SELECT mapping FROM mapping WHERE fingerprint = ? AND ledger = ?", (fingerprint, ledger)
        )
        return text

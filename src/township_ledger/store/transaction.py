"""The one way to write: BEGIN IMMEDIATE, the work, log and chain link, COMMIT or ROLLBACK."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Fault, OperationKind
from township_ledger.store import bulk_writing, canonical
from township_ledger.store.beside import drop_fault, keep_fault, write_own
from township_ledger.store.log import CREATED, HOME_LEDGER, RETIRED, LogWriter, head_of
from township_ledger.store.rows_now import RowNow, faults_now, own_now, row_now
from township_ledger.store.search import add_documents, change_document, document_of, drop_document
from township_ledger.store.tables import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection
    from township_ledger.store.log import Change
    from township_ledger.store.tables import LedgerTable
    from township_ledger.usecases.bulk import ChangedRow, NewRow

_ALWAYS_TOLD = frozenset(
    {
        OperationKind.CREATE_HOME, OperationKind.BUNDLE, OperationKind.KEY, OperationKind.TRUST,
        OperationKind.UNMASK, OperationKind.MIGRATE,
    }
)  # fmt: skip
"""Kinds that leave their operation even when no row and no value of the home changed."""

_SETTING = (
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
_MAPPING = (
    "INSERT INTO mapping (fingerprint, ledger, mapping, used_at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (fingerprint, ledger) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at"
)


def new_uid() -> str:
    """Return a new permanent row identity: 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


class SqlTransaction:
    """One operation being written (`usecases.ports.Transaction`, `usecases.bulk.BulkTransaction`)."""

    def __init__(
        self,
        connection: Connection,
        tables: Mapping[str, LedgerTable],
        kind: OperationKind,
        detail: Mapping[str, str | int],
        now: datetime,
    ) -> None:
        self.connection, self.tables, self.kind, self.now = connection, tables, kind, now
        self._detail = dict(detail)
        self.log = LogWriter(connection, head_of(connection))
        self._pending: dict[tuple[str, str], Change] = {}
        self.undoes: int | None = None

    @property
    def number(self) -> int:
        """The operation's number."""
        return self.log.number

    @property
    def changed(self) -> bool:
        """Whether this transaction has changed a ledger row or a value of the home so far."""
        return bool(self.log.written or any(self._pending.values()))

    def detail(self, **detail: str | int) -> None:
        """Add to what the operation says of itself (codes and counts, no personal data)."""
        self._detail.update(detail)

    def set(self, key: str, value: str) -> None:
        """Change a value of the home."""
        if not (key.isascii() and key.replace("_", "").isalnum()):
            raise ValueError("a value of the home is named by letters, digits and underscores")
        old = self.connection.value("SELECT value FROM meta WHERE key = ?", (key,))
        if old != value:
            self.connection.execute(_SETTING, (key, value))
            self.note(HOME_LEDGER, key, {"value": (old, value)})

    def insert(
        self,
        ledger: str,
        values: Mapping[str, Cell],
        faults: Mapping[str, Fault] | None = None,
        own: Mapping[str, str] | None = None,
    ) -> str:
        """Add a row and return its new uid."""
        uid = new_uid()
        self.insert_as(ledger, uid, values, faults or {}, own or {})
        return uid

    def insert_as(
        self,
        ledger: str,
        uid: str,
        values: Mapping[str, Cell],
        faults: Mapping[str, Fault],
        own: Mapping[str, str],
    ) -> None:
        """Add a row under a uid that the caller chose (32 hexadecimal letters, never used before)."""
        table = self.tables[ledger]
        if unknown := (set(values) | set(faults)) - set(table.columns):
            raise KeyError(f"{ledger} has no column {min(unknown)}")
        cells = [None if name in faults else values.get(name) for name in table.columns]
        row_id = int(self.connection.value(table.next_id))
        draft = table.is_draft(cells, faulty=bool(faults))
        bulk_writing.index_many_rows(self.connection, table, row_id)
        self.connection.execute(table.insert, (row_id, uid, draft, self.number, self.number, *cells))
        change: Change = {CREATED: (None, 1)}
        change.update(
            {name: (None, cell) for name, cell in zip(table.columns, cells, strict=True) if cell is not None}
        )
        for name, fault in faults.items():
            keep_fault(self.connection, ledger, uid, name, fault)
            change[name] = (None, fault)
        for title, text in own.items():
            if text:
                write_own(self.connection, ledger, uid, title, text)
                change[OWN + title] = (None, text)
        add_documents(self.connection, [(table.first_document + row_id, document_of(table, cells))], new=True)
        self.note(ledger, uid, change)

    def update(
        self,
        ledger: str,
        uid: str,
        values: Mapping[str, Cell],
        faults: Mapping[str, Fault] | None = None,
        own: Mapping[str, str] | None = None,
    ) -> bool:
        """Change the named cells of a row; see `usecases.ports.Transaction.update`.

        Raises:
            WorldFault: `store.no_row`, `store.retired`.
        """
        table = self.tables[ledger]
        row = row_now(self.connection, table, uid)
        if row.retired:
            raise WorldFault("store.retired")
        old_faults = faults_now(self.connection, ledger, uid) if row.draft else {}
        wanted: dict[str, Cell | Fault] = {**values, **(faults or {})}
        change: Change = {}
        for name, new in wanted.items():
            old = old_faults.get(name, row.values[table.place[name]])
            if old != new:
                change[name] = (old, new)
        if own:
            present = own_now(self.connection, ledger, uid)
            for title, text in own.items():
                if present.get(title, "") != text:
                    change[OWN + title] = (present.get(title), text or None)
        if not change:
            return False
        self.apply(table, row, old_faults, change)
        return True

    def apply(self, table: LedgerTable, row: RowNow, old_faults: Mapping[str, Fault], change: Change) -> None:
        """Write a change whose old values were just read."""
        ledger, uid = table.ledger.name, row.uid
        cells = list(row.values)
        left = dict(old_faults)
        columns: list[str] = []
        for name, (old, new) in change.items():
            if name.startswith(OWN):
                write_own(self.connection, ledger, uid, name[len(OWN) :], str(new or ""))
                continue
            if isinstance(new, Fault):
                keep_fault(self.connection, ledger, uid, name, new)
                left[name] = new
            elif isinstance(old, Fault):
                drop_fault(self.connection, ledger, uid, name)
                left.pop(name)
            place = table.place[name]
            cell = None if isinstance(new, Fault) else new
            if cells[place] != cell:
                cells[place] = cell
                columns.append(name)
        draft = table.is_draft(cells, faulty=bool(left))
        self.connection.execute(
            table.update(columns),
            (draft, self.number, *(cells[table.place[name]] for name in columns), row.id),
        )
        if any(table.place[name] in table.searched for name in columns):
            old_document, new_document = document_of(table, row.values), document_of(table, cells)
            change_document(self.connection, table.first_document + row.id, old_document, new_document)
        self.note(ledger, uid, change)

    def retire(self, ledger: str, uid: str) -> None:
        """Take a row out of the ledger; it stays in the database.

        Raises:
            WorldFault: `store.referred` when another row in use refers to it, `store.no_row`, `store.retired`.
        """
        table = self.tables[ledger]
        row = row_now(self.connection, table, uid)
        if row.retired:
            raise WorldFault("store.retired")
        if (title := self.referring(ledger, uid)) is not None:
            raise WorldFault("store.referred", title=title)
        self.retire_row(table, row)

    def retire_row(self, table: LedgerTable, row: RowNow) -> None:
        """Take a row out that is in use and that no other refers to."""
        self.connection.execute(
            f"UPDATE {table.name} SET retired_op = ?, changed_op = ? WHERE id = ?",
            (self.number, self.number, row.id),
        )
        drop_document(self.connection, table.first_document + row.id, document_of(table, row.values))
        self.note(table.ledger.name, row.uid, {RETIRED: (None, 1)})

    def restore(self, ledger: str, uid: str) -> None:
        """Take a retired row into use again; rows in use and unknown rows are left alone."""
        table = self.tables[ledger]
        row = row_now(self.connection, table, uid)
        if row.retired:
            self.connection.execute(
                f"UPDATE {table.name} SET retired_op = NULL, changed_op = ? WHERE id = ?",
                (self.number, row.id),
            )
            document = document_of(table, row.values)
            add_documents(self.connection, [(table.first_document + row.id, document)], new=False)
            self.note(ledger, uid, {RETIRED: (1, None)})

    def referring(self, ledger: str, uid: str) -> str | None:
        """Return the title of a ledger in which a row in use refers to this one, or None."""
        for table in self.tables.values():
            for column in table.references:
                if column.target == ledger and self.connection.one(
                    f'SELECT 1 FROM {table.name} WHERE "{column.name}" = ? AND retired_op IS NULL LIMIT 1',
                    (uid,),
                ):
                    return table.ledger.title
        return None

    def note(self, ledger: str, uid: str, change: Change) -> None:
        """Remember a change for the log; several changes of one row in one operation become one."""
        noted = self._pending.setdefault((ledger, uid), {})
        for name, (old, new) in change.items():
            first = noted[name][0] if name in noted else old
            if first == new:
                noted.pop(name)
            else:
                noted[name] = (first, new)

    def write_log(self) -> None:
        """Write the log rows of the single changes so far, in their order."""
        for (ledger, uid), change in self._pending.items():
            if change:
                self.log.write(ledger, [(uid, canonical.of_change(change))])
        self._pending.clear()

    def insert_many(self, ledger: str, rows: Iterable[NewRow]) -> int:
        """Add rows, set-wise; returns how many. Rows that others refer to come first."""
        self.write_log()
        return bulk_writing.insert_many(self.connection, self.log, self.tables[ledger], rows)

    def update_many(self, ledger: str, rows: Iterable[ChangedRow]) -> int:
        """Change rows, set-wise; returns how many.

        Raises:
            WorldFault: `store.no_row` when one of them is not there or was taken out.
        """
        self.write_log()
        return bulk_writing.update_many(self.connection, self.log, self.tables[ledger], rows)

    def remember_digests(self, ledger: str, digests: Iterable[tuple[bytes, str]]) -> None:
        """Note that source rows with these digests became these uids (rows found again by key)."""
        bulk_writing.remember_digests(self.connection, ledger, digests, self.number)

    def remember_mapping(self, fingerprint: str, ledger: str, mapping: str) -> None:
        """Keep a sender's column mapping (JSON)."""
        self.connection.execute(
            _MAPPING, (fingerprint, ledger, mapping, self.now.isoformat(timespec="seconds"))
        )

    def finish(self, actor: str, job: str) -> bool:
        """Write the log and the operation; False (and no operation) when there is nothing to tell."""
        self.write_log()
        if not self.log.written and self.kind not in _ALWAYS_TOLD:
            return False
        self.log.finish(self.now, actor, self.kind.value, job, self._detail, self.undoes)
        return True

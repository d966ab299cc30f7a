"""The change log: what is written for each operation, and how it is read again."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.chain import FIRST_PREVIOUS, link_after
from township_ledger.domain.rows import Fault, HistoryEntry, Operation, OperationKind
from township_ledger.store import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection

PLACE_BITS = 24  # so many log rows can one operation have

CREATED, RETIRED = "+", "-"
HOME_LEDGER = ".home"
"""What stands for the ledger in log rows that speak of a value of the home; the uid is then its key."""

_INSERT = "INSERT INTO log (id, operation, ledger, uid, change) VALUES (?, ?, ?, ?, ?)"
_OPERATION = (
    "INSERT INTO operation (number, at, actor, kind, job, detail, rows, ledgers, undoes, nonce, digest, link)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

Change = dict[str, "tuple[Cell | Fault, Cell | Fault]"]


def canonical_row(ledger: str, uid: str, change: str) -> bytes:
    """Return one log row as it is hashed: RFC 8785 JSON of [ledger, uid, change], and a line feed.

    `change` is canonical already; ledger and uid are plain ASCII by their rules.
    """
    return f'["{ledger}","{uid}",{change}]\n'.encode()


class Head(NamedTuple):
    """The end of the chain."""

    number: int
    link: bytes
    at: str


def head_of(connection: Connection) -> Head:
    """Return the newest operation's number, link and time; number 0 and `FIRST_PREVIOUS` before the first."""
    row = connection.one("SELECT number, link, at FROM operation ORDER BY number DESC LIMIT 1")
    return Head(*row) if row else Head(0, FIRST_PREVIOUS, "")


class LogWriter:
    """Writes the log rows of one operation, in order, and its chain link at the end."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection, self._head = connection, head
        self.number = head.number + 1
        self._nonce = secrets.token_bytes(16)
        self._hash = hashlib.sha256(self._nonce)
        self.rows = 0
        self.written = 0
        self.ledgers: set[str] = set()

    def write(self, ledger: str, changes: Iterable[tuple[str, str]]) -> None:
        """Write log rows (uid, canonical change) of one ledger."""
        place, number = (self.number << PLACE_BITS) + self.written, self.number
        rows = [(place + index, number, ledger, uid, change) for index, (uid, change) in enumerate(changes)]
        # as `canonical_row` writes each, encoded in one go
        self._hash.update(
            "".join([f'["{ledger}","{uid}",{change}]\n' for _, _, _, uid, change in rows]).encode()
        )
        if len(rows) == 1:
            self._connection.execute(_INSERT, rows[0])
        else:
            self._connection.run_many(_INSERT, rows)
        self.written += len(rows)
        if ledger != HOME_LEDGER and rows:
            self.rows += len(rows)
            self.ledgers.add(ledger)

    def finish(
        self,
        now: datetime,
        actor: str,
        kind: str,
        job: str,
        detail: Mapping[str, str | int],
        undoes: int | None,
    ) -> bytes:
        """Write the operation itself and return its link."""
        at = now.astimezone(UTC).isoformat(timespec="seconds")
        digest = self._hash.digest()
        link = link_after(self._head.link, self.number, at, actor, kind, digest)
        self._connection.execute(
            _OPERATION,
            (
                self.number, at, actor, kind, job or None, json.dumps(detail, ensure_ascii=False, sort_keys=True),
                self.rows, json.dumps(sorted(self.ledgers)), undoes, self._nonce, digest, link,
            ),
        )  # fmt: skip
        return link


def log_rows(connection: Connection, number: int) -> Iterator[tuple[str, str, str]]:
    """Yield (ledger, uid, change as text) of one operation, in order."""
    for row in connection.execute(
        "SELECT ledger, uid, change FROM log WHERE id >= ? AND id < ? ORDER BY id",
        (number << PLACE_BITS, (number + 1) << PLACE_BITS),
    ):
        yield row[0], row[1], row[2]


def undone_by(connection: Connection, number: int) -> int | None:
    """Return the operation that undoes operation `number` and stands itself, or None: then `number` stands."""
    for (undoing,) in connection.all(
        "SELECT number FROM operation WHERE undoes = ? ORDER BY number DESC", (number,)
    ):
        if undone_by(connection, undoing) is None:
            return int(undoing)
    return None


def operations(connection: Connection, limit: int, before: int | None) -> list[Operation]:
    """Return the newest operations below `before`, newest first."""
    rows = connection.all(
        "SELECT number, at, actor, kind, detail, rows, ledgers, undoes FROM operation WHERE number < ?"
        " ORDER BY number DESC LIMIT ?",
        (before if before is not None else 1 << 62, limit),
    )
    return [
        Operation(
            number, datetime.fromisoformat(at), actor, OperationKind(kind), json.loads(detail), count,
            tuple(json.loads(ledgers)), undoes, undone_by(connection, number),
        )
        for number, at, actor, kind, detail, count, ledgers, undoes in rows
    ]  # fmt: skip


def history(connection: Connection, ledger: str, uid: str, column: str | None) -> list[HistoryEntry]:
    """Return the changes of a row or of one of its cells, newest first, with the bundles that reported each.

    A bundle reports the state after the operation it names: a change stands in every bundle from its operation on
    and before the next change of the same cell.
    """
    rows = connection.all(
        "SELECT l.operation, o.at, o.actor, o.kind, l.change FROM log l JOIN operation o ON o.number = l.operation"
        " WHERE l.uid = ? AND l.ledger = ? ORDER BY l.id DESC",
        (uid, ledger),
    )
    bundles = connection.all("SELECT operation, sequence FROM sent_bundle ORDER BY sequence")
    until: dict[str, int] = {}
    entries: list[HistoryEntry] = []
    for number, at, actor, kind, text in rows:
        change = canonical.read_change(text)
        for name in sorted(change, key=lambda name: (name not in (CREATED, RETIRED), name)):
            if column is not None and name != column:
                continue
            old, new = change[name]
            reported = tuple(
                sequence for operation, sequence in bundles if number <= operation < until.get(name, 1 << 62)
            )
            until[name] = number
            whole = name in (CREATED, RETIRED)
            entries.append(
                HistoryEntry(
                    number, datetime.fromisoformat(at), actor, OperationKind(kind), None if whole else name,
                    old, new, reported,
                )
            )  # fmt: skip
    return entries

"""The only opener of databases: SQLCipher with a raw key, or nothing.

sqlite-utils takes `pysqlite3` when it finds one, so the cipher driver is put under that name before sqlite-utils is
ever imported; under a late alias it would write clear text.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any, cast

import sqlcipher3
from sqlcipher3 import dbapi2

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlite_utils import Database  # noqa: TID251 - the one opener

    from township_ledger.store.keys import DatabaseKey

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

PLAIN_HEADER = b"SQLite format 3\x00"
BUSY_SECONDS = 5.0
CACHE_KIB = 65_536
_FETCHED = 1000  # rows at a time
_NOT_NOW = frozenset({5, 6})  # SQLITE_BUSY, SQLITE_LOCKED

Value = str | int | float | bytes | None

# What SQLite says, and what it means to the clerk. The text is the driver's; there is no code to look at.
_TOLD = (
    ("is locked", "store.busy"),
    ("database or disk is full", "store.full"),
    ("readonly database", "store.read_only"),
    ("unable to open", "store.cannot_open"),
    ("disk I/O error", "store.disk"),
    ("file is not a database", "store.wrong_key"),
    ("malformed", "store.damaged"),
)


def told(error: Exception) -> WorldFault | None:
    """Return the fault of the world behind an error of the driver, or None: then the error is our own."""
    text = str(error)
    for mark, code in _TOLD:
        if mark in text:
            return WorldFault(code)
    return None


def _rows(cursor: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - the driver has no types
    try:
        while rows := cursor.fetchmany(_FETCHED):
            yield from rows
    except dbapi2.Error as error:
        raise told(error) or error from None


class Connection:
    """A typed connection to one encrypted database; one thread at a time may use it.

    Statements run in autocommit unless BEGIN stands before them. Errors of the world come as `WorldFault`
    (`store.busy`, `store.full`, `store.read_only`, `store.disk`, `store.wrong_key`, `store.damaged`,
    `store.cannot_open`); any other error of the driver is ours and passes through.
    """

    def __init__(self, raw: Any) -> None:  # noqa: ANN401 - the driver has no types
        self._raw = raw

    def execute(
        self, sql: str, params: Sequence[Value] | Mapping[str, Value] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Run one statement and return its rows, not read yet."""
        try:
            cursor = self._raw.execute(sql, params)
        except dbapi2.Error as error:
            raise told(error) or error from None
        return _rows(cursor)

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement once for each row of parameters."""
        try:
            self._raw.executemany(sql, rows)
        except dbapi2.Error as error:
            raise told(error) or error from None

    def all(self, sql: str, params: Sequence[Value] | Mapping[str, Value] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one query."""
        try:
            return cast("list[tuple[Any, ...]]", self._raw.execute(sql, params).fetchall())
        except dbapi2.Error as error:
            raise told(error) or error from None

    def one(self, sql: str, params: Sequence[Value] | Mapping[str, Value] = ()) -> tuple[Any, ...] | None:
        """Return the first row of one query, or None."""
        try:
            return cast("tuple[Any, ...] | None", self._raw.execute(sql, params).fetchone())
        except dbapi2.Error as error:
            raise told(error) or error from None

    def value(self, sql: str, params: Sequence[Value] | Mapping[str, Value] = ()) -> Any:  # noqa: ANN401
        """Return the first value of the first row of one query, or None."""
        row = self.one(sql, params)
        return row[0] if row else None

    @property
    def in_transaction(self) -> bool:
        """Whether a BEGIN waits for its COMMIT."""
        return bool(self._raw.in_transaction)

    @property
    def total_changes(self) -> int:
        """How many rows this connection has changed so far."""
        return int(self._raw.total_changes)

    def copy_to(
        self, target: Connection, step: Callable[[int, int], None] | None = None, pages: int = 1000
    ) -> None:
        """Copy the whole database by SQLite's backup call; `step(done, total)` in pages, and may raise.

        The copy is of one moment: others may go on writing, and do not make it start again.

        Raises:
            WorldFault: `store.busy` when somebody else holds the target; what the disk says.
        """

        def progress(status: int, remaining: int, total: int) -> None:
            if status in _NOT_NOW:  # the driver would try for ever
                raise WorldFault("store.busy")
            if step is not None:
                step(total - remaining, total)

        own = not self.in_transaction
        if own:
            self.execute("BEGIN")
        try:
            self.value("PRAGMA schema_version")  # the moment is now
            self._raw.backup(target._raw, pages=pages, progress=progress)
        except dbapi2.Error as error:
            raise told(error) or error from None
        finally:
            if own:
                self.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connection."""
        self._raw.close()

    def for_migrations(self) -> Database:
        """Return a sqlite-utils database on this connection: for schema work, never for a single edit."""
        import sqlite_utils

        if vars(sqlite_utils.db)["sqlite3"] not in (sqlcipher3, dbapi2):
            raise RuntimeError("sqlite-utils was imported before the cipher driver took its place")
        return sqlite_utils.Database(self._raw, execute_plugins=False)  # noqa: TID251


def remove_database(path: Path) -> None:
    """Remove a database that nobody needs, with the files beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def refuse_plain(path: Path) -> None:
    """Refuse a file that is an SQLite database in clear text.

    Raises:
        WorldFault: `store.plain`.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(PLAIN_HEADER))
    except OSError:
        return  # not there, or not readable: opening it tells
    if start == PLAIN_HEADER:
        raise WorldFault("store.plain", file=path.name)


def open_database(
    path: Path,
    key: DatabaseKey,
    *,
    create: bool = False,
    write: bool = True,
    busy_seconds: float = BUSY_SECONDS,
) -> Connection:
    """Open an encrypted database.

    Args:
        path: the file.
        key: its key and salt.
        create: make the file when it is not there.
        write: whether this connection may change anything.
        busy_seconds: how long a statement waits for another process's lock.

    Raises:
        WorldFault: `store.wrong_key` (also when the file is damaged in its first page), `store.plain`,
            `store.cannot_open`.
    """
    refuse_plain(path)
    mode = "rwc" if create else "rw"
    try:
        raw = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=busy_seconds,
            isolation_level=None,
            check_same_thread=False,  # a home is unlocked in one thread and used in another
            cached_statements=512,
        )
    except dbapi2.Error as error:
        raise told(error) or error from None
    connection = Connection(raw)
    try:
        _prepare(connection, key, write=write)
    except BaseException:
        connection.close()
        raise
    return connection


_version_checked = threading.Event()


def _prepare(connection: Connection, key: DatabaseKey, *, write: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not _version_checked.is_set():
        if not connection.value("PRAGMA cipher_version"):
            raise RuntimeError("the database driver has no cipher")
        _version_checked.set()
    connection.execute("PRAGMA cipher_compatibility = 4")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.value("PRAGMA user_version")  # the first page is read: a wrong key shows here
    if connection.value("PRAGMA journal_mode = WAL") != "wal":
        raise WorldFault("store.cannot_open")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    if not write:
        connection.execute("PRAGMA query_only = ON")

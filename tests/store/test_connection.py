"""The one opener: encrypted or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import apsw
import pytest
from sqlcipher3 import dbapi2
from tests.store.office import Office, add

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind
from township_ledger.store import connection as module
from township_ledger.store.connection import Connection, open_database, told
from township_ledger.store.keys import DatabaseKey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = DatabaseKey.new()


def code_of(run: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(WorldFault) as caught:
        run(*args, **more)
    return caught.value.code


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "a b#?.db"  # a path that is no address as it stands
    connection = open_database(path, KEY, create=True)
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (1), (2)")
    connection.close()
    return path


def test_nothing_of_it_is_readable(office: Office) -> None:
    store = office.open()
    add(store, "people", name="单于王伟", id_number="340712198007110009")
    store.close()
    for file in office.home.glob("ledger.db*"):
        data = file.read_bytes()
        assert not data.startswith(b"SQLite")
        assert "单于王伟".encode() not in data
        assert b"340712198007110009" not in data


def test_an_outside_program_with_the_key_reads_it(office: Office) -> None:
    uid = add(office.open(), "people", name="王伟")
    office.close()
    with pytest.raises(apsw.NotADBError):
        list(apsw.Connection(str(office.home / "ledger.db")).execute("SELECT * FROM l_people"))
    outside = office.outside()
    assert list(outside.execute("SELECT uid, name FROM l_people")) == [(uid, "王伟")]
    outside.close()


def test_a_wrong_key_and_a_damaged_first_page_are_told(database: Path) -> None:
    assert code_of(open_database, database, DatabaseKey.new()) == "store.wrong_key"
    data = bytearray(database.read_bytes())
    data[100:200] = bytes(100)
    database.write_bytes(data)
    assert code_of(open_database, database, KEY) == "store.wrong_key"


def test_a_damaged_salt_does_not_matter(database: Path) -> None:
    """The salt stands in the key's 96 letters, so the header may be lost."""
    data = bytearray(database.read_bytes())
    data[:16] = bytes(16)
    database.write_bytes(data)
    connection = open_database(database, KEY)
    assert connection.value("SELECT count(*) FROM t") == 2
    connection.close()


def test_a_database_in_clear_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "clear.db"
    clear = sqlite3.connect(path)
    clear.execute("CREATE TABLE t (a)")
    clear.commit()
    clear.close()
    assert code_of(open_database, path, KEY) == "store.plain"


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert code_of(open_database, tmp_path / "none.db", KEY) == "store.cannot_open"
    assert not (tmp_path / "none.db").exists()


def test_a_reader_cannot_write(database: Path) -> None:
    connection = open_database(database, KEY, write=False)
    assert code_of(connection.execute, "INSERT INTO t VALUES (3)") == "store.read_only"
    assert code_of(connection.run_many, "INSERT INTO t VALUES (?)", [(3,)]) == "store.read_only"
    assert connection.one("SELECT a FROM t WHERE a = 2") == (2,)
    assert connection.one("SELECT a FROM t WHERE a = 9") is None
    assert connection.value("SELECT a FROM t WHERE a = 9") is None
    connection.close()


def test_settings_of_a_connection(database: Path) -> None:
    connection = open_database(database, KEY)
    for pragma, value in (
        ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0),
        ("cache_size", -65536), ("temp_store", 2), ("busy_timeout", 5000),
    ):  # fmt: skip
        assert connection.value(f"PRAGMA {pragma}") == value, pragma
    with pytest.raises(dbapi2.OperationalError):
        connection.one("SELECT load_extension('x')")
    connection.execute("DELETE FROM t")
    assert connection.total_changes == 2
    connection.close()


def test_a_held_lock_is_told(database: Path) -> None:
    one = open_database(database, KEY)
    two = open_database(database, KEY, busy_seconds=0)
    one.execute("BEGIN IMMEDIATE")
    assert code_of(two.execute, "BEGIN IMMEDIATE") == "store.busy"
    assert one.in_transaction
    assert not two.in_transaction
    one.execute("ROLLBACK")
    two.close()
    one.close()


def test_a_copy_tells_its_pages_and_can_be_stopped(database: Path, tmp_path: Path) -> None:
    source = open_database(database, KEY)
    target = open_database(tmp_path / "copy.db", KEY, create=True)
    steps: list[tuple[int, int]] = []
    source.copy_to(target, lambda done, total: steps.append((done, total)))
    assert steps[-1] == (2, 2)
    assert target.value("SELECT count(*) FROM t") == 2
    source.copy_to(target)

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        source.copy_to(target, stop)
    source.execute("BEGIN")
    source.copy_to(target)  # inside a transaction that stands already
    source.execute("ROLLBACK")  # it stands still
    gone = open_database(tmp_path / "gone.db", KEY, create=True)
    gone.close()
    with pytest.raises(dbapi2.ProgrammingError):
        source.copy_to(gone)
    source.execute("BEGIN")  # the one of the failed copy is over
    source.execute("ROLLBACK")
    target.execute("BEGIN IMMEDIATE")
    reader = open_database(tmp_path / "copy.db", KEY, busy_seconds=0)
    assert code_of(source.copy_to, reader) == "store.busy"
    for each in (reader, target, source):
        each.close()


def test_what_the_driver_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for text, code in (
        ("database is locked", "store.busy"), ("database or disk is full", "store.full"),
        ("attempt to write a readonly database", "store.read_only"), ("disk I/O error", "store.disk"),
        ("database disk image is malformed", "store.damaged"), ("unable to open database file", "store.cannot_open"),
    ):  # fmt: skip
        fault = told(dbapi2.OperationalError(text))
        assert fault is not None
        assert fault.code == code
    assert told(dbapi2.OperationalError("no such table: x")) is None


def test_our_own_faults_pass_through(database: Path) -> None:
    connection = open_database(database, KEY)
    for run in (connection.execute, connection.all, connection.one):
        with pytest.raises(dbapi2.OperationalError):
            run("SELECT * FROM none")
    with pytest.raises(dbapi2.OperationalError):
        connection.run_many("INSERT INTO none VALUES (?)", [(1,)])
    connection.close()


class NoCipher:
    """A driver without a cipher, or one that keeps another journal."""

    def __init__(self, answers: dict[str, object]) -> None:
        self.answers = answers
        self.closed = False

    def execute(self, sql: str, _params: object = ()) -> NoCipher:
        self.answer = next((value for key, value in self.answers.items() if key in sql), None)
        return self

    def fetchone(self) -> tuple[object] | None:
        return None if self.answer is None else (self.answer,)

    def close(self) -> None:
        self.closed = True


def test_a_driver_without_cipher_or_journal_is_refused(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_version_checked", module.threading.Event())  # type: ignore[attr-defined]
    driver = NoCipher({})
    monkeypatch.setattr(dbapi2, "connect", lambda *_args, **_more: driver)
    with pytest.raises(RuntimeError, match="no cipher"):
        open_database(database, KEY)
    assert driver.closed
    driver = NoCipher({"cipher_version": "4", "journal_mode": "delete"})
    assert code_of(open_database, database, KEY) == "store.cannot_open"

    def fail(*_args: object, **_more: object) -> None:
        raise dbapi2.OperationalError("unable to open database file")

    monkeypatch.setattr(dbapi2, "connect", fail)
    assert code_of(open_database, database, KEY) == "store.cannot_open"


LATE = """
import sqlite_utils
from pathlib import Path
from township_ledger.store.connection import open_database
from township_ledger.store.keys import DatabaseKey
open_database(Path(__import__("sys").argv[1]), DatabaseKey.new(), create=True).for_migrations()
"""


def test_sqlite_utils_under_a_late_alias_is_refused(tmp_path: Path) -> None:
    """It would write clear text."""
    done = subprocess.run(
        [sys.executable, "-c", LATE, str(tmp_path / "x.db")], capture_output=True, text=True, check=False
    )
    assert "before the cipher driver" in done.stderr


def test_a_damaged_page_is_told(office: Office) -> None:
    store = office.open()
    with store.transaction(OperationKind.ADD) as transaction:
        for number in range(300):
            transaction.insert("people", {"name": f"王伟{number}", "remark": "字" * 200})
    office.close()
    file = office.home / "ledger.db"
    data = bytearray(file.read_bytes())
    for page in range(40, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    file.write_bytes(data)
    with pytest.raises(WorldFault) as caught:
        office.open().connection.all("SELECT * FROM l_people ORDER BY remark")
    assert caught.value.code == "store.damaged"


class Failing:
    """A cursor whose disk goes away while rows are fetched."""

    def __init__(self) -> None:
        self.batches = [[(1,), (2,)]]

    def fetchmany(self, _size: int) -> list[tuple[int]]:
        if not self.batches:
            raise dbapi2.OperationalError("disk I/O error")
        return self.batches.pop()


def test_a_disk_that_goes_away_while_rows_are_read() -> None:
    rows = module._rows(Failing())
    assert [next(rows), next(rows)] == [(1,), (2,)]
    assert code_of(next, rows) == "store.disk"


def test_a_connection_is_typed(database: Path) -> None:
    connection = open_database(database, KEY)
    assert isinstance(connection, Connection)
    assert connection.all("SELECT a FROM t ORDER BY a") == [(1,), (2,)]
    connection.close()

"""The tables that every home has beside its ledgers, made by numbered migrations (ARCHITECTURE.md, The database).

`FORMAT` is kept in `PRAGMA user_version`, so that opening a home of today's format needs neither sqlite-utils nor a
look at its migrations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations  # noqa: TID251 - shapes only; the connection opens it

    from township_ledger.store.connection import Connection

FORMAT = 1

# `definition.number` stands in the upper bits of a search document's number; `definition.shape` is what schema.py
# compares. `log.id` is operation × 2^24 + place, so that the rows of an operation need no index.
_FIRST = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE definition (
        number INTEGER PRIMARY KEY, ledger TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, shape TEXT NOT NULL)""",
    """CREATE TABLE operation (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, job TEXT,
        detail TEXT NOT NULL, rows INTEGER NOT NULL, ledgers TEXT NOT NULL, undoes INTEGER REFERENCES operation,
        nonce BLOB NOT NULL, digest BLOB NOT NULL, link BLOB NOT NULL)""",
    "CREATE UNIQUE INDEX operation_job ON operation (job) WHERE job IS NOT NULL",
    "CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL",
    """CREATE TABLE log (
        id INTEGER PRIMARY KEY, operation INTEGER NOT NULL, ledger TEXT NOT NULL, uid TEXT NOT NULL,
        change TEXT NOT NULL)""",
    "CREATE INDEX log_uid ON log (uid)",
    """CREATE TABLE cell_fault (
        ledger TEXT NOT NULL, uid TEXT NOT NULL, "column" TEXT NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (ledger, uid, "column")) WITHOUT ROWID""",
    """CREATE TABLE own_column (
        ledger TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (ledger, title))
        WITHOUT ROWID""",
    """CREATE TABLE own_cell (
        ledger TEXT NOT NULL, uid TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (ledger, uid, title)) WITHOUT ROWID""",
    """CREATE TABLE import_row (
        ledger TEXT NOT NULL, digest BLOB NOT NULL, uid TEXT NOT NULL, operation INTEGER NOT NULL,
        PRIMARY KEY (ledger, digest)) WITHOUT ROWID""",
    """CREATE TABLE mapping (
        fingerprint TEXT NOT NULL, ledger TEXT NOT NULL, mapping TEXT NOT NULL, used_at TEXT NOT NULL,
        PRIMARY KEY (fingerprint, ledger)) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE search USING fts5(
        label, texts, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TABLE search_key (
        key TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID""",
    """CREATE TABLE signing_key (
        id INTEGER PRIMARY KEY, suite TEXT NOT NULL, pkcs8 BLOB NOT NULL, spki BLOB NOT NULL,
        certificate BLOB NOT NULL, made_at TEXT NOT NULL, retired_at TEXT)""",
    """CREATE TABLE trusted_key (
        spki_sha256 TEXT PRIMARY KEY, pem TEXT NOT NULL, unit_name TEXT NOT NULL, unit_code TEXT NOT NULL,
        role TEXT NOT NULL DEFAULT 'township', added_at TEXT NOT NULL, retired_at TEXT, last_sequence INTEGER,
        last_digest TEXT) WITHOUT ROWID""",
    """CREATE TABLE sent_bundle (
        sequence INTEGER PRIMARY KEY, period TEXT NOT NULL, as_of TEXT NOT NULL, made_at TEXT NOT NULL,
        payload_sha256 TEXT NOT NULL, previous TEXT, replaces INTEGER, operation INTEGER NOT NULL REFERENCES operation,
        chain_link TEXT NOT NULL, file_name TEXT NOT NULL, read_back TEXT NOT NULL, manifest TEXT NOT NULL)""",
)


def _migrations() -> Migrations:
    from sqlite_utils import Migrations

    steps = Migrations("township_ledger")

    @steps(name="1: the tables of format 1")
    def first(db: Database) -> None:
        for statement in _FIRST:
            db.conn.execute(statement)

    return steps


def format_of(connection: Connection) -> int:
    """Return the format of the system tables: 0 for an empty database."""
    return int(connection.value("PRAGMA user_version"))


def migrate_system_tables(connection: Connection) -> None:
    """Bring the system tables to `FORMAT`; each step in a transaction of its own, outside any other."""
    _migrations().apply(connection.for_migrations())
    connection.execute(f"PRAGMA user_version = {FORMAT}")

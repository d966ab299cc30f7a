"""Opening a home's store: format checked, definitions applied, shared lock held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind
from township_ledger.store.connection import open_database
from township_ledger.store.drives import refuse_network_drive
from township_ledger.store.ledger_store import SqlLedgerStore, write_operation
from township_ledger.store.locks import lock_home
from township_ledger.store.places import DATABASE, is_home
from township_ledger.store.schema import apply_definitions, is_current, known_ledgers
from township_ledger.store.system_tables import FORMAT, format_of, migrate_system_tables
from township_ledger.store.tables import LedgerTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.connection import Connection
    from township_ledger.store.drives import Drives
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.locks import FileLock
    from township_ledger.usecases.ports import Clock


def prepare_database(
    connection: Connection,
    values: Mapping[str, str],
    actor: str,
    clock: Clock,
    definitions: Mapping[str, Ledger],
) -> None:
    """Make the tables of a new database; its first operation is the making of the home.

    Args:
        connection: the empty database.
        values: the first values of the home (`home_id`, `branch`, `unit_name`, `unit_code`, `unit_type`).
        actor: who makes it.
        clock: tells when.
        definitions: the ledgers in use.
    """
    migrate_system_tables(connection)
    with write_operation(connection, {}, OperationKind.CREATE_HOME, actor=actor, clock=clock) as transaction:
        apply_definitions(connection, definitions, transaction)
        for key, value in values.items():
            transaction.set(key, value)


def open_store(
    home: Path,
    key: DatabaseKey,
    actor: str,
    clock: Clock,
    definitions: Mapping[str, Ledger],
    *,
    write: bool,
    drives: Drives | None = None,
) -> SqlLedgerStore:
    """Open the store of a home; the caller closes it.

    A home of an older format or with older definitions is brought up to date first; that needs the home alone.

    Args:
        home: the home's folder.
        key: its key.
        actor: who unlocked it; stands in the log.
        clock: tells when.
        definitions: the ledgers in use.
        write: whether this store may write.
        drives: tells network drives; None asks the system.

    Raises:
        WorldFault: `home.not_here`, `home.network_drive`, `home.in_use` (another process is restoring it, or works in it while it must be
            brought up to date), `store.wrong_key`, `store.plain`, `store.newer`, `store.newer_ledger`.
    """
    if not is_home(home):
        raise WorldFault("home.not_here", folder=home.name)
    refuse_network_drive(home, drives)
    lock = lock_home(home)
    try:
        connection = open_database(home / DATABASE, key, write=write)
        try:
            if not _fits(connection, definitions):
                _bring_up_to_date(home, key, actor, clock, definitions, lock)
            known = known_ledgers(connection)
            tables = {name: LedgerTable(ledger, known[name].number) for name, ledger in definitions.items()}
            return SqlLedgerStore(connection, definitions, tables, actor, clock, lock)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.close()
        raise


def _fits(connection: Connection, definitions: Mapping[str, Ledger]) -> bool:
    found = format_of(connection)
    if found > FORMAT:
        raise WorldFault("store.newer")
    return found == FORMAT and is_current(known_ledgers(connection), definitions)


def _bring_up_to_date(
    home: Path,
    key: DatabaseKey,
    actor: str,
    clock: Clock,
    definitions: Mapping[str, Ledger],
    lock: FileLock,
) -> None:
    if not lock.change(exclusive=True):
        raise WorldFault("home.in_use")
    connection = open_database(home / DATABASE, key)
    try:
        if format_of(connection) < FORMAT:
            migrate_system_tables(connection)
        with write_operation(connection, {}, OperationKind.MIGRATE, actor=actor, clock=clock) as transaction:
            apply_definitions(connection, definitions, transaction)
            transaction.detail(format=FORMAT, ledgers=len(definitions))
    finally:
        connection.close()
        lock.change(exclusive=False)

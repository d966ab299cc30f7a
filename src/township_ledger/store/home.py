"""A home: one folder with the encrypted database, the key slots and what goes with them.

HOME/ledger.db (-wal -shm)   keys.json  keys.bak.json   home.lock   outbox.json   tmp/   backups/   sent/  received/
"""

from __future__ import annotations

import secrets
import shutil
import unicodedata
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.store.connection import open_database, remove_database
from township_ledger.store.drives import refuse_network_drive
from township_ledger.store.files import disk_fault, flush_file, flush_folder
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.locks import HOME_LOCK, lock_home
from township_ledger.store.places import DATABASE, FOLDERS, KEYS, KEYS_TWIN, TEMPORARY, is_home
from township_ledger.store.slots import (
    Slots,
    password_fault,
    read_slots,
    seal,
    unlocked,
    write_slots,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.drives import Drives
    from township_ledger.usecases.ports import Clock

SHEET_ACTOR = "恢复单"
"""Who stands in the log when the recovery sheet opened the home: no person's slot did."""

LONGEST_NAME = 64


def home_card(folder: Path) -> tuple[str, tuple[str, ...]]:
    """Return the unit's name and the persons of a home, as its slots tell them without a key.

    Raises:
        WorldFault: `home.not_here`, `home.keys_damaged`, `home.newer`.
    """
    slots = read_slots(folder)
    return slots.unit, tuple(slot.person for slot in slots.slots)


def unlock(folder: Path, person: str | None, password: str) -> tuple[DatabaseKey, str]:
    """Return the key of a home and the person whose slot the password opened.

    Args:
        folder: the home.
        person: whose slot; None tries every one (about 0.15 s each).
        password: as it was typed.

    Raises:
        WorldFault: `home.not_here`, `home.no_person`, `home.wrong_password`, `home.slot_parameters`,
            `home.keys_damaged`, `home.newer`.
    """
    if not is_home(folder):
        raise WorldFault("home.not_here", folder=folder.name)
    return unlocked(read_slots(folder), person, password)


def _named(text: str, code: str) -> str:
    """Return a name as it is kept: NFC, trimmed, on one line."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise WorldFault(code, limit=LONGEST_NAME)
    return name


def make_folders(folder: Path) -> None:
    """Make the folder of a home and those in it.

    Raises:
        WorldFault: `store.full`, `store.read_only`, `store.disk`.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in FOLDERS:
            (folder / name).mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise disk_fault(error) from None


def create_home(  # noqa: PLR0913 - what a home is made of, once
    folder: Path,
    unit: str,
    person: str,
    password: str,
    clock: Clock,
    definitions: Mapping[str, Ledger],
    *,
    unit_code: str = "",
    unit_type: str = "",
    key: DatabaseKey | None = None,
    drives: Drives | None = None,
) -> DatabaseKey:
    """Make a home with one 经办 and return its key. The database appears last, whole or not at all.

    Args:
        folder: where; made when it is not there. It may hold other files, but no home.
        unit: the unit's name.
        person: the name of the first person.
        password: that person's.
        clock: tells when.
        definitions: the ledgers in use.
        unit_code: 统一社会信用代码, or "" while it is not asked for.
        unit_type: 单位类型, or "".
        key: the key to use; None makes a new one.
        drives: tells network drives; None asks the system.

    Raises:
        WorldFault: `home.exists`, `home.network_drive`, `home.unit_name`, `home.person_name`, `home.password_*`,
            `store.full`, `store.read_only`, `store.disk`.
    """
    from township_ledger.store.opening import prepare_database

    unit, person = _named(unit, "home.unit_name"), _named(person, "home.person_name")
    if fault := password_fault(password, unit, person):
        raise WorldFault(fault)
    refuse_network_drive(folder, drives)
    if is_home(folder):
        raise WorldFault("home.exists", folder=folder.name)
    make_folders(folder)
    key = key or DatabaseKey.new()
    lock = lock_home(folder, exclusive=True)
    fresh = folder / (DATABASE + ".new")
    values = {
        "home_id": secrets.token_hex(16), "branch": secrets.token_hex(8),
        "unit_name": unit, "unit_code": unit_code, "unit_type": unit_type,
    }  # fmt: skip
    try:
        remove_database(fresh)
        connection = open_database(fresh, key, create=True)
        try:
            prepare_database(connection, values, person, clock, definitions)
        finally:
            connection.close()
        key_id = secrets.token_hex(8)
        slot = seal(key, values["home_id"], key_id, person, password)
        write_slots(folder, Slots(values["home_id"], key_id, unit, (slot,)))
        flush_file(fresh)
        fresh.replace(folder / DATABASE)
        flush_folder(folder)
    except OSError as error:
        raise disk_fault(error) from None
    finally:
        remove_database(fresh)
        if not is_home(folder):
            for name in (KEYS, KEYS_TWIN):
                (folder / name).unlink(missing_ok=True)
        lock.close()
    return key


def take_away(folder: Path) -> None:
    """Remove what `create_home` has just made, and nothing else that lies in the folder."""
    remove_database(folder / DATABASE)
    for name in (KEYS, KEYS_TWIN, HOME_LOCK):
        (folder / name).unlink(missing_ok=True)
    for name in (TEMPORARY, *FOLDERS):
        shutil.rmtree(folder / name, ignore_errors=True)

"""Backup as one file, and restoring it.

A `.tlb` is a ZIP whose members are stored: `backup.json` (what is inside, with digests), `keys.json` (the slots of
that day) and `ledger.db`, copied by SQLite's backup call and still encrypted. It is written under a temporary name,
checked, opened from the file itself with the key, compared with the live ledgers, and only then gets its name.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.bundles import unit_in_file_name
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind
from township_ledger.store.audit import damaged_pages
from township_ledger.store.connection import open_database, remove_database
from township_ledger.store.drives import refuse_network_drive
from township_ledger.store.files import disk_fault, flush_file, flush_folder
from township_ledger.store.home import make_folders
from township_ledger.store.ledger_store import write_operation
from township_ledger.store.locks import lock_home
from township_ledger.store.log import head_of
from township_ledger.store.places import DATABASE, KEYS, is_home
from township_ledger.store.schema import known_ledgers
from township_ledger.store.slots import slots_from, unlocked, write_slots
from township_ledger.store.system_tables import FORMAT, format_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import IO

    from township_ledger.store.connection import Connection
    from township_ledger.store.drives import Drives
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore
    from township_ledger.store.slots import Slots
    from township_ledger.usecases.ports import Clock, TemporaryFolder
    from township_ledger.usecases.progress import Progress

ENDING = ".tlb"
FORMAT_OF_BACKUP = 1
_ABOUT, _MEMBERS = "backup.json", ("backup.json", KEYS, DATABASE)
_LARGEST_TEXT = 1 << 20
_CHUNK = 1 << 20
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


class Backup(NamedTuple):
    """A backup that was written and has passed its self-test."""

    file: Path
    rows: int
    size: int


class AboutBackup(NamedTuple):
    """What a backup says of itself without a key."""

    home_id: str
    unit: str
    made_at: str
    rows: int
    persons: tuple[str, ...]


def fingerprint(connection: Connection) -> dict[str, str]:
    """Return what two copies of one home must agree on: rows and SHA-256 of each ledger table, and the chain's head.

    The digest runs over the rows in the order of their ids, each as JSON.
    """
    found: dict[str, str] = {}
    for ledger in sorted(known_ledgers(connection)):
        hashed, count = hashlib.sha256(), 0
        for row in connection.execute(f'SELECT * FROM "l_{ledger}" ORDER BY id'):
            hashed.update(json.dumps(row, ensure_ascii=False).encode())
            count += 1
        found[ledger] = f"{count}:{hashed.hexdigest()}"
    for number, link in connection.execute("SELECT number, link FROM operation ORDER BY number DESC LIMIT 1"):
        found["/head"] = f"{number}:{link.hex()}"
    return found


def _rows_in(prints: dict[str, str]) -> int:
    return sum(int(value.partition(":")[0]) for name, value in prints.items() if not name.startswith("/"))


def _copy(source: IO[bytes], target: IO[bytes], progress: Progress, stage: str, total: int) -> str:
    """Copy a stream and return its SHA-256."""
    hashed, done = hashlib.sha256(), 0
    while part := source.read(_CHUNK):
        target.write(part)
        hashed.update(part)
        done += len(part)
        progress.step(stage, done, total)
    return hashed.hexdigest()


def back_up(
    store: SqlLedgerStore,
    home: Path,
    key: DatabaseKey,
    folder: Path,
    temporary: TemporaryFolder,
    progress: Progress,
) -> Backup:
    """Write a backup of a home into `folder` and prove that it restores.

    Args:
        store: an open store of the home; other processes may go on writing.
        home: the home.
        key: its key, for the copy and the self-test.
        folder: where the file goes; its name is the unit's name and the moment.
        temporary: where the copy and the self-test's copy stand for a while (encrypted as they are).
        progress: told in bytes; cancelling leaves nothing behind.

    Raises:
        WorldFault: `backup.self_test`, `backup.too_large`, `store.full`, `store.read_only`, `store.disk`.
        Cancelled: from `progress`.
    """
    copy, trial = temporary.new(".db"), temporary.new(".db")
    made_at = store.clock.now()
    unit = unit_in_file_name(store.setting("unit_name") or "")
    file = _free_name(folder, f"{unit}-{made_at:%Y%m%d-%H%M%S}")
    fresh = file.with_name(f".{secrets.token_hex(8)}{ENDING}.part")
    try:
        _refuse_small_disk(home / DATABASE, folder)
        with closing(open_database(copy, key, create=True)) as target:
            store.connection.copy_to(
                target, lambda done, total: progress.step("stage.backing_up", done, total)
            )
            if damaged_pages(target):
                raise WorldFault("store.damaged")
            prints = fingerprint(target)
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows = _rows_in(prints)
        about: dict[str, str | int | None] = {
            "format": FORMAT_OF_BACKUP, "home": store.setting("home_id"), "unit": store.setting("unit_name"),
            "made_at": made_at.isoformat(timespec="seconds"), "rows": rows,
        }  # fmt: skip
        _write(fresh, about, (home / KEYS).read_bytes(), copy, progress)
        _self_test(fresh, key, trial, prints, progress)
        fresh.rename(file)
        flush_folder(folder)
    except OSError as error:
        raise disk_fault(error) from None
    finally:
        for path in (copy, trial):
            remove_database(path)
        fresh.unlink(missing_ok=True)
    return Backup(file, rows, file.stat().st_size)


def _free_name(folder: Path, stem: str) -> Path:
    """Return a path that no file has: nothing is ever overwritten."""
    number, file = 1, folder / f"{stem}{ENDING}"
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}{ENDING}"
    return file


def _refuse_small_disk(database: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)  # no more than that: a stick that was pulled is not made up on this disk
    needed = database.stat().st_size + _CHUNK - shutil.disk_usage(folder).free
    if needed > 0:
        raise WorldFault("backup.too_large", needed=-(-needed // 1_000_000))


def _member(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _FIXED_TIME)


def _write(
    path: Path, about: Mapping[str, str | int | None], keys: bytes, copy: Path, progress: Progress
) -> None:
    size = copy.stat().st_size
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED, allowZip64=True) as packed:
        with copy.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
        whole = {**about, "database": {"size": size, "sha256": digest}}
        packed.writestr(_member(_ABOUT), json.dumps(whole, ensure_ascii=False, indent=1))
        packed.writestr(_member(KEYS), keys)
        with copy.open("rb") as source, packed.open(_member(DATABASE), "w", force_zip64=True) as target:
            _copy(source, target, progress, "stage.backing_up", size)
    flush_file(path)


def _self_test(path: Path, key: DatabaseKey, trial: Path, prints: dict[str, str], progress: Progress) -> None:
    """Open the database out of the written file with the key, and compare it with what was copied."""
    try:
        _unpack(path, trial, progress)
        with closing(open_database(trial, key)) as connection:
            whole = not damaged_pages(connection) and fingerprint(connection) == prints
    except WorldFault as fault:
        if fault.code.startswith("store.") and fault.code != "store.wrong_key":
            raise
        whole = False
    if not whole:
        raise WorldFault("backup.self_test")


def _open(path: Path) -> zipfile.ZipFile:
    try:
        packed = zipfile.ZipFile(path)
    except OSError as error:
        raise disk_fault(error) from None
    except zipfile.BadZipFile:
        raise WorldFault("backup.not_one", file=path.name) from None
    members = packed.infolist()
    stored = all(each.compress_type == zipfile.ZIP_STORED for each in members)
    if tuple(each.filename for each in members) != _MEMBERS or not stored:
        packed.close()
        raise WorldFault("backup.not_one", file=path.name)
    return packed


def _texts(packed: zipfile.ZipFile, path: Path) -> tuple[AboutBackup, str, Slots]:
    """Return what `backup.json` says, the digest of the database that it names, and the slots."""
    damaged = WorldFault("backup.damaged", file=path.name)
    if any(packed.getinfo(name).file_size > _LARGEST_TEXT for name in (_ABOUT, KEYS)):
        raise damaged
    try:
        about = json.loads(packed.read(_ABOUT))
        slots = slots_from(packed.read(KEYS))
        version, digest = int(about["format"]), str(about["database"]["sha256"])
        persons = tuple(slot.person for slot in slots.slots)
        told = AboutBackup(slots.home, slots.unit, str(about["made_at"]), int(about["rows"]), persons)
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, RecursionError):
        raise damaged from None
    if version > FORMAT_OF_BACKUP:
        raise WorldFault("backup.newer", file=path.name)
    return told, digest, slots


def about_backup(path: Path) -> AboutBackup:
    """Return what a backup says of itself.

    Raises:
        WorldFault: `backup.not_one`, `backup.damaged`, `backup.newer`, `home.keys_damaged`.
    """
    with closing(_open(path)) as packed:
        return _texts(packed, path)[0]


def _unpack(path: Path, target: Path, progress: Progress) -> Slots:
    with closing(_open(path)) as packed:
        _, expected, slots = _texts(packed, path)
        try:
            with packed.open(DATABASE) as source, target.open("xb") as file:
                size = packed.getinfo(DATABASE).file_size
                digest = _copy(source, file, progress, "stage.checking_backup", size)
                file.flush()
                os.fsync(file.fileno())
        except zipfile.BadZipFile:
            raise WorldFault("backup.damaged", file=path.name) from None
        except OSError as error:
            raise disk_fault(error) from None
    if digest != expected:
        raise WorldFault("backup.damaged", file=path.name)
    return slots


def unlock_backup(path: Path, person: str | None, password: str) -> tuple[DatabaseKey, str]:
    """Return the key of a backup and the person whose password of that day opened it.

    Raises:
        WorldFault: as `about_backup`; `home.no_person`, `home.wrong_password`.
    """
    with closing(_open(path)) as packed:
        slots = _texts(packed, path)[2]
    return unlocked(slots, person, password)


def restore(
    path: Path,
    new_home: Path,
    key: DatabaseKey,
    actor: str,
    clock: Clock,
    progress: Progress,
    *,
    drives: Drives | None = None,
) -> None:
    """Restore a backup into a folder that holds no home. The database appears last, whole or not at all.

    The home that comes out has a new random branch, and its first operation notes the restored head:
    whatever is numbered after it is told from what the old home numbered.

    Args:
        path: the backup.
        new_home: where it goes.
        key: from `unlock_backup` or the recovery sheet.
        actor: who restores.
        clock: tells when.
        progress: told in bytes.
        drives: tells network drives; None asks the system.

    Raises:
        WorldFault: `backup.exists`, `backup.not_one`, `backup.damaged`, `backup.newer`, `store.wrong_key`,
            `store.newer`, `store.full`, `store.read_only`, `store.disk`, `home.network_drive`.
        Cancelled: from `progress`.
    """
    refuse_network_drive(new_home, drives)
    if is_home(new_home):
        raise WorldFault("backup.exists", folder=new_home.name)
    make_folders(new_home)
    lock = lock_home(new_home, exclusive=True)
    fresh = new_home / (DATABASE + ".new")
    try:
        remove_database(fresh)
        slots = _unpack(path, fresh, progress)
        with closing(open_database(fresh, key)) as connection:
            if format_of(connection) > FORMAT:
                raise WorldFault("store.newer")
            if damaged_pages(connection):
                raise WorldFault("backup.damaged", file=path.name)
            head = head_of(connection)
            with write_operation(
                connection, {}, OperationKind.RESTORE, actor=actor, clock=clock
            ) as transaction:
                transaction.set("branch", secrets.token_hex(8))
                transaction.detail(head=head.number, link=head.link.hex())
        write_slots(new_home, slots)
        flush_file(fresh)
        fresh.rename(new_home / DATABASE)
        flush_folder(new_home)
    except OSError as error:
        raise disk_fault(error) from None
    finally:
        remove_database(fresh)
        lock.close()

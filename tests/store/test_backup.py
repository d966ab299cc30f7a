"""A backup is one file that proves itself, and restores into a home of its own."""

from __future__ import annotations

import json
import threading
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tests.store.office import ACTOR, PASSWORD, UNIT, Office, add, dump

from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.rows import OperationKind, Query
from township_ledger.store import backup as module
from township_ledger.store.audit import audit
from township_ledger.store.backup import Backup, about_backup, back_up, restore, unlock_backup
from township_ledger.store.home import unlock
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.opening import open_store
from township_ledger.store.places import is_home
from township_ledger.store.temporary import HomeTemporaryFolder
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from township_ledger.usecases.progress import Progress


def make(office: Office, folder: Path, progress: Progress | None = None) -> Backup:
    with HomeTemporaryFolder(office.home) as temporary:
        return back_up(office.open(), office.home, office.key, folder, temporary, progress or Silent())


def code_of(run: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(WorldFault) as caught:
        run(*args, **more)
    return caught.value.code


def temporary_files(office: Office) -> list[Path]:
    return [path for path in (office.home / "tmp").rglob("*") if path.is_file() and path.name != ".gate"]


def test_a_backup_restores_with_the_password_of_its_day(office: Office, tmp_path: Path) -> None:
    store = office.open()
    for name in ("王伟", "李丽"):
        add(store, "people", {"工号": "7"}, name=name)
    made = make(office, tmp_path / "stick")
    assert made.file.parent == tmp_path / "stick"
    assert made.file.name.startswith(f"{UNIT}-202606")
    assert (made.rows, made.size) == (2, made.file.stat().st_size)
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [made.file.name]
    assert temporary_files(office) == []
    with zipfile.ZipFile(made.file) as packed:
        assert packed.namelist() == ["backup.json", "keys.json", "ledger.db"]
        assert not packed.read("ledger.db").startswith(b"SQLite")
    about = about_backup(made.file)
    assert (about.unit, about.rows, about.persons, about.home_id) == (
        UNIT,
        2,
        (ACTOR,),
        store.setting("home_id"),
    )
    key, actor = unlock_backup(made.file, None, PASSWORD)
    assert (key, actor) == (office.key, ACTOR)
    new = tmp_path / "new"
    steps: list[str] = []

    class Watching:
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            steps.append(what)

    restore(made.file, new, key, "李丽", office.clock, Watching())
    assert set(steps) == {"stage.checking_backup"}
    assert unlock(new, ACTOR, PASSWORD) == (office.key, ACTOR)
    with open_store(new, key, "李丽", office.clock, office.definitions, write=True) as restored:
        assert dump(restored) == dump(store)
        assert audit(restored, Silent()).ok
        assert restored.setting("branch") != store.setting("branch")
        newest = restored.operations(1)[0]
        assert (newest.kind, newest.actor, newest.detail["head"]) == (OperationKind.RESTORE, "李丽", 3)
    assert {path.name for path in new.iterdir() if path.is_dir()} == {"backups", "sent", "received"}


def test_work_goes_on_while_a_backup_is_made(office: Office, tmp_path: Path) -> None:
    other = office.open(actor="李丽")
    add(other, "people", name="王伟")
    added = threading.Event()

    class Writing:
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            if what == "stage.backing_up" and not added.is_set():
                added.set()
                add(other, "people", name="李丽")

    made = make(office, tmp_path, Writing())
    assert made.rows == 1
    assert other.count(Query("people")) == 2


def test_no_name_is_used_twice(office: Office, tmp_path: Path) -> None:
    moment = office.clock.moment
    names = []
    for _ in range(3):
        office.clock.moment = moment
        names.append(make(office, tmp_path).file.name)
    assert len(set(names)) == 3
    assert names[2].endswith("-3.tlb")
    with office.open().transaction(OperationKind.SETTING) as transaction:
        transaction.set("unit_name", "///")
    assert make(office, tmp_path).file.name.startswith("___-")


@pytest.mark.parametrize("stage", ["stage.backing_up", "stage.checking_backup"])
def test_a_stopped_backup_leaves_nothing(office: Office, tmp_path: Path, stage: str) -> None:
    class Stopping:
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            if what == stage:
                raise Cancelled

    folder = tmp_path / "stick"
    with pytest.raises(Cancelled):
        make(office, folder, Stopping())
    assert list(folder.iterdir()) == []
    assert temporary_files(office) == []


def test_a_disk_that_fails(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=0))
        assert code_of(make, office, tmp_path / "s") == "backup.too_large"

    assert code_of(make, office, tmp_path / "pulled" / "s") == "store.disk"
    assert not (tmp_path / "pulled").exists()

    def full(_path: Path) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(module, "flush_file", full)
        assert code_of(make, office, tmp_path / "s") == "store.full"
    with monkeypatch.context() as patch:
        patch.setattr(module, "damaged_pages", lambda _connection: 1)
        assert code_of(make, office, tmp_path / "s") == "store.damaged"
    assert list((tmp_path / "s").iterdir()) == []


def test_a_backup_that_does_not_prove_itself_is_taken_away(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office.open(), "people", name="王伟")
    write = module._write

    def falsify(path: Path, *more: object) -> None:
        write(path, *more)  # type: ignore[arg-type]
        data = bytearray(path.read_bytes())
        data[-9000] ^= 1
        path.write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr(module, "_write", falsify)
        assert code_of(make, office, tmp_path / "s") == "backup.self_test"
    prints = iter([{"people": "1:a"}, {"people": "1:b"}])
    with monkeypatch.context() as patch:
        patch.setattr(module, "fingerprint", lambda _connection: next(prints))
        assert code_of(make, office, tmp_path / "s") == "backup.self_test"

    def full(*_args: object) -> None:
        raise WorldFault("store.full")

    with monkeypatch.context() as patch:
        patch.setattr(module, "_unpack", full)
        assert code_of(make, office, tmp_path / "s") == "store.full"
    assert list((tmp_path / "s").iterdir()) == []


def repacked(source: Path, target: Path, **changes: bytes | None) -> Path:
    """Return a copy of a backup with members replaced (or left out) and stored, and nothing else changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = changes.get(name.partition(".")[0], old.read(name))
            if data is not None:
                new.writestr(name, data)
    return target


def test_what_is_no_backup(office: Office, tmp_path: Path) -> None:
    made = make(office, tmp_path).file
    with zipfile.ZipFile(made) as packed:
        about = json.loads(packed.read("backup.json"))
    broken = tmp_path / "x.tlb"
    for data, code in (
        (b"", "backup.not_one"), (b"PK", "backup.not_one"), (made.read_bytes()[:-400], "backup.not_one"),
    ):  # fmt: skip
        broken.write_bytes(data)
        assert code_of(about_backup, broken) == code
    changes: list[tuple[dict[str, bytes | None], str]] = [
        ({"keys": None}, "backup.not_one"), ({"backup": b"{"}, "backup.damaged"), ({"backup": b"[]"}, "backup.damaged"),
        ({"backup": b"{}"}, "backup.damaged"), ({"backup": b" " * (1 << 21)}, "backup.damaged"),
        ({"backup": json.dumps({**about, "format": 2}).encode()}, "backup.newer"),
        ({"backup": json.dumps({**about, "database": 3}).encode()}, "backup.damaged"),
        ({"keys": b"{}"}, "home.keys_damaged"),
    ]  # fmt: skip
    for change, code in changes:
        assert code_of(about_backup, repacked(made, broken, **change)) == code
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert code_of(about_backup, broken) == "backup.not_one"
    flipped = bytearray(made.read_bytes())
    flipped[50] ^= 1
    broken.write_bytes(flipped)
    assert code_of(about_backup, broken) == "backup.damaged"
    assert code_of(about_backup, tmp_path / "none") == "store.disk"


def test_unlocking_a_backup(office: Office, tmp_path: Path) -> None:
    made = make(office, tmp_path).file
    assert code_of(unlock_backup, made, "李丽", PASSWORD) == "home.no_person"
    assert code_of(unlock_backup, made, ACTOR, "wrong password") == "home.wrong_password"


def test_what_is_not_restored(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(office.open(), "people", name="王伟")
    made = make(office, tmp_path).file
    new = tmp_path / "new"

    def back(file: Path = made, folder: Path = new, key: DatabaseKey = office.key) -> None:
        restore(file, folder, key, ACTOR, office.clock, Silent())

    def nothing_left() -> bool:
        return not is_home(new) and [path.name for path in new.iterdir() if path.is_file()] == ["home.lock"]

    assert code_of(back, folder=office.home) == "backup.exists"
    assert code_of(back, key=DatabaseKey.new()) == "store.wrong_key"
    assert nothing_left()
    with zipfile.ZipFile(made) as packed:
        database = bytearray(packed.read("ledger.db"))
    database[9000] ^= 1
    broken = repacked(made, tmp_path / "x.tlb", ledger=bytes(database))
    assert code_of(back, broken) == "backup.damaged"
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    assert code_of(back, broken) == "backup.damaged"  # the ZIP's own checksum tells
    with monkeypatch.context() as patch:
        patch.setattr(module, "damaged_pages", lambda _connection: 1)
        assert code_of(back) == "backup.damaged"
    with monkeypatch.context() as patch:
        patch.setattr(module, "FORMAT", 0)
        assert code_of(back) == "store.newer"

    def full(*_args: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(module, "flush_file", full)
        assert code_of(back) == "store.full"
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        assert code_of(back) == "store.full"
    (tmp_path / "file").write_text("")
    assert code_of(back, folder=tmp_path / "file") == "store.disk"

    class AllNetwork:
        def is_network(self, folder: Path) -> bool:
            return True

    assert (
        code_of(restore, made, new, office.key, ACTOR, office.clock, Silent(), drives=AllNetwork())
        == "home.network_drive"
    )
    back()
    assert is_home(new)

"""Invented homes of any size, encrypted under a key that is no secret: the port through which measurements open them.

Rows are written set-wise through the store's own bulk writing, people with their certificates, so that a home of a
million rows stands in some minutes. A home that was made is kept and only ever copied.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from tests.benchmarks.made_rows import COLUMNS, rows
from tests.benchmarks.office_key import ACTOR, KEY

from township_ledger.app.clock import SystemClock
from township_ledger.app.definitions import ledgers
from township_ledger.domain.readings import Reading
from township_ledger.domain.rows import OperationKind, Query
from township_ledger.domain.values import make_column_reader
from township_ledger.store.home import create_home
from township_ledger.store.opening import open_store
from township_ledger.usecases.bulk import NewRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.benchmarks.bench import Bench

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Cell

UNIT = "示例镇人民政府"
_SLICE = 50_000  # rows of one operation


def home_of(bench: Bench, count: int) -> Path:
    """Return a home with `count` people and as many certificates, made when it is not there yet. Do not write in it."""
    home = bench.folder / f"home-{count}"
    if home.exists():
        return home
    bench.tell(f"making a home of {count:,} rows …")
    part = bench.fresh(f"home-{count}.part")
    create_home(part, UNIT, ACTOR, "示例密码一二三四", SystemClock(), ledgers(), key=KEY)
    _fill(part, count)
    part.rename(home)
    return home


def copied(bench: Bench, home: Path, name: str) -> Path:
    """Return a copy of a closed home, to be written in."""
    return shutil.copytree(home, bench.fresh(name))


def clear_copy(bench: Bench, count: int) -> Path:
    """Return the same people and certificates in an SQLite database without a cipher, for peers."""
    path = bench.folder / f"clear-{count}.db"
    if path.exists():
        return path
    home = home_of(bench, count)
    part = bench.fresh(path.name + ".part")
    store = open_store(home, KEY, ACTOR, SystemClock(), ledgers(), write=False)
    clear = sqlite3.connect(part)
    for name in ("people", "certificates"):
        names = [column.name for column in ledgers()[name].columns]
        columns = ", ".join(f'"{each}"' for each in names)
        clear.execute(f'CREATE TABLE "{name}" (id INTEGER PRIMARY KEY, uid TEXT, {columns})')
        marks = ", ".join("?" * (len(names) + 2))
        clear.executemany(f'INSERT INTO "{name}" VALUES ({marks})', store.cells(Query(name), names))  # noqa: S608
    clear.commit()
    clear.close()
    store.close()
    part.rename(path)
    return path


def _fill(home: Path, count: int) -> None:
    chance = random.Random(count)  # noqa: S311 - invented rows
    source = rows(count)
    definitions = ledgers()
    store = open_store(home, KEY, ACTOR, SystemClock(), definitions, write=True)
    while part := list(islice(source, _SLICE)):
        columns = dict(zip(COLUMNS, zip(*part, strict=True), strict=True))
        uids = [chance.randbytes(16).hex() for _ in part]
        people = _values(definitions["people"], columns, len(part), [])
        certificates = _values(definitions["certificates"], columns, len(part), uids)
        with store.transaction(OperationKind.IMPORT) as transaction:
            transaction.insert_many(
                "people", [NewRow(uid, values, {}, {}) for uid, values in zip(uids, people, strict=True)]
            )
            transaction.insert_many(
                "certificates",
                [NewRow(chance.randbytes(16).hex(), values, {}, {}) for values in certificates],
            )
    store.close()


def _values(
    ledger: Ledger, columns: dict[str, tuple[str | date, ...]], count: int, people: Sequence[str]
) -> list[tuple[Cell, ...]]:
    """Return the rows of a ledger in the order of its columns; `people` are those that a reference points to."""
    found: list[Sequence[Cell]] = []
    for column in ledger.columns:
        if column.name == "person":
            found.append(people)
        elif column.title in columns:
            read = make_column_reader(column, date(2026, 11, 1))(columns[column.title])
            found.append([cell.value if isinstance(cell, Reading) else cell for cell in read])
        else:
            found.append([None] * count)
    return list(zip(*found, strict=True))

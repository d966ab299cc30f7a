"""What tests of the store work with: a home, a clock that stands, an outside writer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_ledger.domain.definition_files import load_ledgers
from township_ledger.domain.rows import Cell, Fault, OperationKind
from township_ledger.store.opening import open_store

if TYPE_CHECKING:
    from township_ledger.domain.definitions import Ledger
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.store.ledger_store import SqlLedgerStore

UNIT, ACTOR, PASSWORD = "示例镇综合行政执法队", "王伟", "correct horse 7"
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def shipped_definitions() -> dict[str, Ledger]:
    files = sorted((RESOURCES / "ledgers").glob("*.toml"))
    return dict(load_ledgers({file.name: partial(file.read_text, "utf-8") for file in files}))


class StandingClock:
    """A clock that goes one minute further each time it is asked."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


class Office:
    """One home; every store opened through it is closed with it."""

    def __init__(
        self, home: Path, key: DatabaseKey, clock: StandingClock, definitions: dict[str, Ledger]
    ) -> None:
        self.home, self.key, self.clock, self.definitions = home, key, clock, definitions
        self._stores: list[SqlLedgerStore] = []

    def open(
        self, *, write: bool = True, actor: str = ACTOR, definitions: dict[str, Ledger] | None = None
    ) -> SqlLedgerStore:
        store = open_store(
            self.home, self.key, actor, self.clock, definitions or self.definitions, write=write
        )
        self._stores.append(store)
        return store

    def close(self) -> None:
        for store in self._stores:
            store.close()
        self._stores.clear()

    def outside(self) -> Any:  # noqa: ANN401 - apsw has no types
        """The database as a stranger's program sees it who has the key: SQLite3 Multiple Ciphers."""
        import apsw

        connection = apsw.Connection(str(self.home / "ledger.db"))
        for pragma in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{self.key.hex()}'\""):
            list(connection.execute(f"PRAGMA {pragma}"))
        return connection


def add(store: SqlLedgerStore, ledger: str, own: dict[str, str] | None = None, **values: Cell | Fault) -> str:
    """Add one row in one operation; faults may stand among the values."""
    faults = {name: value for name, value in values.items() if isinstance(value, Fault)}
    cells = {name: value for name, value in values.items() if not isinstance(value, Fault)}
    with store.transaction(OperationKind.ADD) as transaction:
        return transaction.insert(ledger, cells, faults, own)


def edit(store: SqlLedgerStore, ledger: str, uid: str, **values: Cell | Fault) -> int:
    """Change one row in one operation and return its number."""
    faults = {name: value for name, value in values.items() if isinstance(value, Fault)}
    cells = {name: value for name, value in values.items() if not isinstance(value, Fault)}
    with store.transaction(OperationKind.EDIT) as transaction:
        transaction.update(ledger, uid, cells, faults)
    return transaction.number


def dump(store: SqlLedgerStore) -> dict[str, list[tuple[Any, ...]]]:
    """Every ledger table, refused text and 自有列, without the numbers of operations."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name, table in store.tables.items():
        found[name] = store.connection.all(
            f"SELECT id, uid, draft, retired_op IS NOT NULL, {table.quoted_columns} FROM {table.name} ORDER BY id"
        )
    found["cell_fault"] = store.connection.all("SELECT * FROM cell_fault")
    found["own_cell"] = store.connection.all("SELECT * FROM own_cell")
    found["search_key"] = store.connection.all("SELECT * FROM search_key")
    return found

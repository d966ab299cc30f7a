"""An import's staging: raw cells, settings and preview rows in a file of its own.

It lies under HOME/tmp, encrypted under a key that is thrown away with it. The window makes the key, a worker fills the
file, further workers map anew and apply, and the window pages through it; losing it loses nothing but a preview.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.imports import RowVerdict
from township_ledger.store.connection import open_database
from township_ledger.usecases.import_json import (
    columns_of,
    head_json,
    row_json,
    row_of,
    rows_json,
    rows_of,
    source_of,
)
from township_ledger.usecases.staging_port import StagedSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from township_ledger.domain.imports import PreviewRow
    from township_ledger.domain.readings import Raw
    from township_ledger.store.connection import Connection
    from township_ledger.store.keys import DatabaseKey
    from township_ledger.usecases.import_source import SourceSheet

_CHUNK = 256  # raw rows in one blob
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS chunk (first INTEGER PRIMARY KEY, rows TEXT NOT NULL)",
    # place: of all rows; at: among the rows of one verdict; seen: among all but the ignored ones
    """CREATE TABLE IF NOT EXISTS preview
    (place INTEGER PRIMARY KEY, verdict TEXT NOT NULL, at INTEGER NOT NULL, seen INTEGER, text TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS by_verdict ON preview (verdict, at)",
    "CREATE INDEX IF NOT EXISTS by_seen ON preview (seen) WHERE seen IS NOT NULL",
)


class SqlStaging:
    """A staging file open for a worker (`usecases.staging_port.Staging`)."""

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        """Open the file, or make it.

        Raises:
            WorldFault: `store.full`, `store.cannot_open`, `store.wrong_key`.
        """
        self._connection = open_database(path, key, create=True)
        # a staging that is lost with the machine is only a preview: no waiting for the disk
        self._connection.execute("PRAGMA synchronous = OFF")
        for statement in _SCHEMA:
            self._connection.execute(statement)

    def keep_source(self, source: SourceSheet) -> None:
        """Keep the sheet as it was read."""
        with _transaction(self._connection):
            self._connection.execute("DELETE FROM chunk")
            self._connection.run_many(
                "INSERT INTO chunk VALUES (?, ?)",
                (
                    (first, rows_json(source.rows[first : first + _CHUNK]))
                    for first in range(0, len(source.rows), _CHUNK)
                ),
            )
            self._keep("head", head_json(source))

    def source(self) -> SourceSheet:
        """Return the sheet as it was read.

        Raises:
            WorldFault: `import.staging_gone` when nothing was kept.
        """
        rows: list[list[Raw]] = []
        for (text,) in self._connection.execute("SELECT rows FROM chunk ORDER BY first"):
            rows.extend(rows_of(text))
        return source_of(self._kept("head"), rows)

    def keep_preview(self, settings: StagedSettings, rows: Iterable[PreviewRow]) -> None:
        """Replace settings and preview rows in one transaction."""
        with _transaction(self._connection):
            self._connection.execute("DELETE FROM preview")
            self._connection.run_many("INSERT INTO preview VALUES (?, ?, ?, ?, ?)", _numbered(rows))
            self._keep("settings", _settings_json(settings))

    def settings(self) -> StagedSettings:
        """Return the settings of the newest preview.

        Raises:
            WorldFault: `import.staging_gone` when nothing was kept.
        """
        return _settings_of(self._kept("settings"))

    def close(self) -> None:
        """Close the file; it stays until its folder goes."""
        self._connection.close()

    def _keep(self, name: str, text: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, text))

    def _kept(self, name: str) -> str:
        text = self._connection.value("SELECT text FROM kept WHERE name = ?", (name,))
        if text is None:
            raise WorldFault("import.staging_gone")
        return str(text)


class StagingReader:
    """A staging file open for the window (`ui.services.PreviewReader`): pages of the preview in milliseconds."""

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        """Open the file.

        Raises:
            WorldFault: `import.staging_gone` when it is not there any more, `store.wrong_key`.
        """
        if not path.is_file():
            raise WorldFault("import.staging_gone")
        self._connection = open_database(path, key, write=False)
        self._counts: dict[str, int] = dict(
            self._connection.all("SELECT verdict, count(*) FROM preview GROUP BY verdict")
        )

    def count(self, verdict: RowVerdict | None = None) -> int:
        """Return the number of source rows with this verdict (None: all but the ignored ones)."""
        if verdict is not None:
            return self._counts.get(verdict.value, 0)
        return sum(count for name, count in self._counts.items() if name != RowVerdict.IGNORED.value)

    def page(self, verdict: RowVerdict | None, offset: int, limit: int) -> list[PreviewRow]:
        """Return preview rows in sheet order."""
        if verdict is None:
            found = self._connection.all(
                "SELECT text FROM preview WHERE seen >= ? AND seen < ? ORDER BY seen",
                (offset, offset + limit),
            )
        else:
            found = self._connection.all(
                "SELECT text FROM preview WHERE verdict = ? AND at >= ? AND at < ? ORDER BY at",
                (verdict.value, offset, offset + limit),
            )
        return [row_of(text) for (text,) in found]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _numbered(rows: Iterable[PreviewRow]) -> Iterator[tuple[int, str, int, int | None, str]]:
    at: dict[str, int] = {}
    seen = 0
    for place, row in enumerate(rows):
        verdict = row.verdict.value
        among = at.get(verdict, 0)
        at[verdict] = among + 1
        ignored = row.verdict is RowVerdict.IGNORED
        yield place, verdict, among, None if ignored else seen, row_json(row)
        seen += not ignored


def _settings_json(settings: StagedSettings) -> str:
    mapping = settings.mapping
    return json.dumps(
        {
            "ledger": settings.ledger,
            "job": settings.job,
            "salt": settings.salt.hex(),
            "mapping": None if mapping is None else [asdict(each) for each in mapping],
            "skip_hidden": settings.skip_hidden,
            "decisions": settings.decisions,
            "plan": settings.plan,
            "operation": settings.operation,
        },
        ensure_ascii=False,
    )


def _settings_of(text: str) -> StagedSettings:
    read = json.loads(text)
    return StagedSettings(
        read["ledger"],
        read["job"],
        bytes.fromhex(read["salt"]),
        columns_of(read["mapping"]),
        read["skip_hidden"],
        read["decisions"],
        read["plan"],
        read["operation"],
    )

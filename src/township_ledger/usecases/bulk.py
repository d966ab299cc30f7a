"""Set-wise reading and writing for imports.

The store does the log, the search index and the digests for all rows at once, inside the same transaction that
`LedgerStore.transaction` opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from township_ledger.domain.rows import Cell, Fault


class NewRow(NamedTuple):
    """A row to be added. `values` stand in the order of `Ledger.columns`; a column with a fault holds None."""

    uid: str
    values: tuple[Cell, ...]
    faults: Mapping[str, Fault]
    own: Mapping[str, str]
    digests: tuple[bytes, ...] = ()  # SHA-256 of the normalised source cells, for `import_row`


class ChangedRow(NamedTuple):
    """A row to be changed: column → (old, new), both a canonical value or a `Fault`; `own:<title>` for an 自有列."""

    uid: str
    changes: Mapping[str, tuple[Cell | Fault, Cell | Fault]]
    digests: tuple[bytes, ...] = ()


class BulkReader(Protocol):
    """Whole-table look-ups, one query each."""

    def key_map(self, ledger: str, columns: Sequence[str]) -> dict[tuple[Cell, ...], list[str]]:
        """Return, for rows in use whose `columns` are all filled: their values → the uids that hold them."""
        ...

    def import_digests(self, ledger: str) -> dict[bytes, str]:
        """Return the digests of source rows already imported → the uid of the row they became (rows in use only)."""
        ...

    def values_of(self, ledger: str, uids: Iterable[str]) -> dict[str, tuple[Cell, ...]]:
        """Return the typed values of rows, in the order of `Ledger.columns`."""
        ...

    def faults_of(self, ledger: str, uids: Iterable[str]) -> dict[str, dict[str, Fault]]:
        """Return the refused texts of rows that have any."""
        ...

    def own_of(self, ledger: str, uids: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the 自有列 of rows that have any."""
        ...

    def mapping(self, fingerprint: str, ledger: str) -> str | None:
        """Return the remembered column mapping (JSON) of a sender's header, or None."""
        ...


class BulkTransaction(Protocol):
    """The same as `ports.Transaction`, for thousands of rows."""

    @property
    def number(self) -> int:
        """The operation's number."""
        ...

    def insert_many(self, ledger: str, rows: Iterable[NewRow]) -> int:
        """Add rows; returns how many."""
        ...

    def update_many(self, ledger: str, rows: Iterable[ChangedRow]) -> int:
        """Change rows; returns how many."""
        ...

    def remember_digests(self, ledger: str, digests: Iterable[tuple[bytes, str]]) -> None:
        """Note that source rows with these digests became these uids (rows found again by key)."""
        ...

    def remember_mapping(self, fingerprint: str, ledger: str, mapping: str) -> None:
        """Keep a sender's column mapping (JSON)."""
        ...

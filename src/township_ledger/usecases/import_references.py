"""From the text that names a row of another ledger (a person, a session, a certificate) to its uid."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.identifiers import id_as_18

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell
    from township_ledger.usecases.import_known import KnownLedger
    from township_ledger.usecases.import_table import LookupColumn


class Resolved(NamedTuple):
    """The row that a text names, or why not; `doubtful` when several could be meant."""

    uid: str | None
    code: str = ""
    doubtful: bool = False
    candidates: tuple[str, ...] = ()


class References:
    """Looks rows up by what a sheet says of them: a unique number first, then the label with what narrows it down."""

    def __init__(
        self,
        known: Mapping[str, KnownLedger],
        ledgers: Mapping[str, Ledger],
        lookups: Sequence[LookupColumn],
    ) -> None:
        self._known = known
        self._ledgers = ledgers
        self._lookups = {(each.ledger, each.column): each for each in lookups}
        self._labels: dict[tuple[str, str], Resolved] = {}

    def resolve(self, column: Column, text: str, row: int, picked: str | None = None) -> Resolved:
        """Return the row of `column.target` that the cell names.

        Args:
            column: the reference.
            text: what stands in the cell, read like the label of the target.
            row: the place of the row among the rows of data (for the columns that only help to find it).
            picked: the clerk's choice among several.
        """
        target = str(column.target)
        kind = "person" if column.type is ColumnType.PERSON else "reference"
        known = self._known[target]
        if picked is not None:
            return Resolved(picked)
        by_number = self._by_number(target, row)
        if by_number is not None:
            if known.value(by_number, known.ledger.label) == text:
                return Resolved(by_number)
            return Resolved(None, "import.number_of_other", doubtful=True, candidates=(by_number,))
        helped = [(name, value) for name, value in self._narrowing(target, row) if value is not None]
        if not helped:
            found = self._labels.get((target, text))
            if found is None:
                found = self._labels[target, text] = self._by_label(known, text, kind, ())
            return found
        return self._by_label(known, text, kind, helped)

    def _by_label(
        self, known: KnownLedger, text: str, kind: str, helped: Sequence[tuple[str, Cell]]
    ) -> Resolved:
        uids = list(known.holders((known.ledger.label,)).get((text,), ()))
        known.load(uids)
        for name, value in helped:
            same = [uid for uid in uids if known.value(uid, name) == value]
            uids = same or [uid for uid in uids if known.value(uid, name) is None]
        if len(uids) == 1:
            return Resolved(uids[0])
        if uids:
            return Resolved(None, f"value.{kind}_many", doubtful=True, candidates=tuple(uids))
        return Resolved(None, f"value.{kind}_unknown")

    def _narrowing(self, target: str, row: int) -> list[tuple[str, Cell]]:
        return [
            (column, each.values[row]) for (ledger, column), each in self._lookups.items() if ledger == target
        ]

    def _by_number(self, target: str, row: int) -> str | None:
        """Return the row that a unique number beside the cell names: an ID number, or a certificate's holder."""
        ledger = self._ledgers[target]
        for (owner, column), each in self._lookups.items():
            value = each.values[row]
            if value is None:
                continue
            if self._ledgers[owner].by_name[column].type is ColumnType.ID_NUMBER:
                value = id_as_18(str(value))
            if owner == target and (column,) in ledger.keys:
                uids = self._known[target].holders((column,)).get((value,), ())
            else:
                uids = self._through_feed(ledger, owner, column, value)
            if len(uids) == 1:
                return uids[0]
        return None

    def _through_feed(self, ledger: Ledger, owner: str, column: str, value: Cell) -> Sequence[str]:
        for feed in ledger.feeds:
            if feed.ledger == owner and feed.when == column:
                fed = self._known[owner]
                links = {fed.value(uid, feed.link) for uid in fed.holders((column,)).get((value,), ())}
                return [str(link) for link in links if link is not None]
        return ()

"""Rows of the ledgers that a sheet feeds besides the one asked for: certificates of a roster, names of a session."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.imports import RowVerdict
from township_ledger.domain.name_lists import split_names
from township_ledger.usecases.bulk import ChangedRow, NewRow
from township_ledger.usecases.import_known import RowFinder
from township_ledger.usecases.import_plan import Remark
from township_ledger.usecases.import_rows import (
    cell_changes,
    doubt_remark,
    odd_remarks,
    orders,
    refuse_disorder,
)
from township_ledger.usecases.import_table import is_reference, refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from township_ledger.domain.name_lists import NameList
    from township_ledger.domain.rows import Cell, Fault
    from township_ledger.usecases.import_known import KnownLedger
    from township_ledger.usecases.import_plan import Uids
    from township_ledger.usecases.import_references import References
    from township_ledger.usecases.import_table import NamesColumn, Part, Table


@dataclass(slots=True)
class FedRow:
    """One fed row: to be added, changed, left alone, rejected, or reason to ask about the whole source row."""

    ledger: str
    new: NewRow | None = None
    changed: ChangedRow | None = None
    doubt: Remark | None = None
    rejected: Remark | None = None
    remarks: list[Remark] = field(default_factory=list)


class Feeds:
    """The feeds with columns of their own (certificate columns in a roster; one attendant a row)."""

    def __init__(
        self,
        table: Table,
        known: Mapping[str, KnownLedger],
        references: References,
        uids: Uids,
    ) -> None:
        self._numbers = table.numbers
        self._feeds = [
            _Feed(part, known[part.ledger.name], references, uids, place)
            for place, part in enumerate(table.feeds)
        ]

    def filled(self, row: int) -> list[tuple[str, int]]:
        """Return (ledger, number of rows) that a source row feeds."""
        return [(feed.part.ledger.name, 1) for feed in self._feeds if feed.is_filled(row)]

    def continues(self, row: int) -> bool:
        """Whether a source row that repeats an earlier one still brings a row of its own."""
        return any(feed.is_filled(row) and feed.repeats for feed in self._feeds)

    def holders(self, row: int) -> list[str]:
        """Return the rows that a proof in a fed ledger points to: the holder of the certificate with this number."""
        return [uid for feed in self._feeds for uid in feed.holders(row)]

    def rows(self, row: int, uid: str, *, is_new: bool, taking: bool) -> list[FedRow]:
        """Return the fed rows of a source row that hangs on `uid`."""
        found: list[FedRow] = []
        for feed in self._feeds:
            if feed.is_filled(row):
                found.append(feed.row(row, self._numbers[row], uid, is_new=is_new, taking=taking))
            else:
                found.extend(feed.lost(row))
        return found


class _Feed:
    def __init__(
        self, part: Part, known: KnownLedger, references: References, uids: Uids, place: int
    ) -> None:
        self.part = part
        self._known = known
        self._references = references
        self._uids = uids
        self._place = place
        self._finder = RowFinder(known)
        self._link = known.place(part.link)
        self._when = known.place(part.when)
        when = part.ledger.by_name[part.when]
        self.repeats = is_reference(when)  # one attendant a row: the session is repeated above and below
        self._linked = [
            (index, column)
            for index, column in enumerate(part.ledger.columns)
            if is_reference(column) and column.name in part.sources
        ]
        self._ordered = orders(part.ledger, part.sources)
        self._taken: dict[tuple[Cell, ...], str] = {}
        self._others = [known.place(name) for name in part.sources if name != part.when]

    def is_filled(self, row: int) -> bool:
        """Whether the column that makes a fed row holds anything, readable or not."""
        if self.part.rows[row][self._when] is not None:
            return True
        return any(
            odd.column == self.part.when and refused(odd) is not None for odd in self.part.odds.get(row, ())
        )

    def holders(self, row: int) -> list[str]:
        value = self.part.rows[row][self._when]
        if value is None or self.repeats:
            return []
        links = (self._known.value(uid, self.part.link) for uid in self._holding(value))
        return [str(link) for link in links if link is not None]

    def _holding(self, value: Cell) -> Sequence[str]:
        return self._known.holders((self.part.when,)).get((value,), ())

    def lost(self, row: int) -> list[FedRow]:
        """Tell of cells that belong to no fed row: a validity without a certificate number."""
        if not any(self.part.rows[row][place] is not None for place in self._others):
            return []
        fed = FedRow(self.part.ledger.name)
        title = self.part.ledger.by_name[self.part.when].title
        fed.rejected = Remark(
            self.part.sources[self.part.when], self.part.when, "import.fed_without_key", {"title": title}
        )
        return [fed]

    def row(self, row: int, number: int, uid: str, *, is_new: bool, taking: bool) -> FedRow:
        ledger = self.part.ledger
        fed = FedRow(ledger.name)
        values = list(self.part.rows[row])
        faults = self._odds(fed, row, taking=taking)
        self._resolve(fed, values, row)
        for rule, fault in refuse_disorder(self._ordered, values):
            values[rule.refused] = None
            name = rule.name
            faults[name] = fault
            fed.remarks.append(
                Remark(self.part.sources.get(name, -1), name, fault.reason, {"text": fault.text})
            )
        values[self._link] = uid
        if fed.doubt is not None or fed.rejected is not None:
            return fed
        return self._written(fed, values, faults, f"{number}:{self._place}", is_new=is_new)

    def _odds(self, fed: FedRow, row: int, *, taking: bool) -> dict[str, Fault]:
        faults: dict[str, Fault] = {}
        for odd in self.part.odds.get(row, ()):
            column = self.part.ledger.by_name[odd.column]
            fed.remarks.extend(odd_remarks(column, odd))
            if odd.reading.doubt and not taking:
                fed.doubt = doubt_remark(column, odd)
            fault = refused(odd)
            if fault is not None:
                faults[odd.column] = fault
        return faults

    def _resolve(self, fed: FedRow, values: list[Cell], row: int) -> None:
        for place, column in self._linked:
            if values[place] is None:
                continue
            text = str(values[place])
            found = self._references.resolve(column, text, row)
            values[place] = found.uid
            if found.uid is None:
                remark = Remark(self.part.sources[column.name], column.name, found.code, {"text": text})
                if found.doubtful:
                    fed.doubt = remark
                else:
                    fed.rejected = remark

    def _written(
        self, fed: FedRow, values: list[Cell], faults: dict[str, Fault], what: str, *, is_new: bool
    ) -> FedRow:
        keys = self._finder.key_values(values)
        complete = next((key for key in keys if key is not None), None)
        source = self.part.sources[self.part.when]
        remark = Remark(source, self.part.when, "import.number_of_other", {"text": str(values[self._when])})
        if complete is not None and complete in self._taken:
            if self._taken[complete] != values[self._link]:
                fed.doubt = remark._replace(code="import.number_twice")
            return fed
        present = self._present(keys, values, faults, is_new=is_new)
        if complete is not None:
            self._taken[complete] = str(values[self._link])
        if present is None:
            uid = self._uids.new(self.part.ledger.name, what)
            fed.new = NewRow(uid, tuple(values), faults, {})
            return fed
        holder = self._known.value(present, self.part.link)
        if holder is not None and holder != values[self._link]:
            fed.doubt = remark
            return fed
        old = self._known.values(present)
        changes = cell_changes(self.part.ledger, old, self._known.faults(present), values, faults)
        if changes:
            fed.changed = ChangedRow(present, changes)
        return fed

    def _present(
        self,
        keys: Sequence[tuple[Cell, ...] | None],
        values: list[Cell],
        faults: Mapping[str, Fault],
        *,
        is_new: bool,
    ) -> str | None:
        """Return the fed row that is in the ledger already."""
        uids = self._finder.candidates(keys)
        if uids:
            self._known.load(uids)
            return uids[0]
        if is_new or self.part.when not in faults:
            return None
        # its number could not be read, so it is found by the row that it hangs on and by the refused text
        mine = self._known.holders((self.part.link,)).get((values[self._link],), ())
        self._known.load(mine)
        text = faults[self.part.when].text
        same = [
            uid for uid in mine if getattr(self._known.faults(uid).get(self.part.when), "text", None) == text
        ]
        return same[0] if same else None


class NamedOutcome(NamedTuple):
    """What the names in one row become."""

    inserts: list[tuple[str, NewRow]]
    counts: list[tuple[str, RowVerdict, int]]
    remarks: list[Remark]
    left_out: bool  # a name did not go in: the row is looked at again next time


_NOBODY = NamedOutcome([], [], [], left_out=False)


class NamedRows:
    """The feeds that are a list of names in one cell."""

    def __init__(
        self,
        table: Table,
        known: Mapping[str, KnownLedger],
        references: References,
        uids: Uids,
    ) -> None:
        self._columns = table.names
        self._known = known
        self._references = references
        self._uids = uids
        self._taken: set[tuple[str, str, str]] = set()

    def filled(self, row: int) -> list[tuple[str, int]]:
        """Return (ledger, number of names) of a source row."""
        found = [(each.ledger.name, len(self._split(each, row).names)) for each in self._columns]
        return [(name, count) for name, count in found if count]

    def _split(self, each: NamesColumn, row: int) -> NameList:
        """Return the names of one cell; where a space could be border or part of a name, the roster decides."""
        roster = self._known[str(each.ledger.by_name[each.column].target)]
        holders = roster.holders((roster.ledger.label,))
        return split_names(each.texts[row], lambda name: (name,) in holders)

    def rows(self, row: int, uid: str, *, is_new: bool, decision: Mapping[str, object]) -> NamedOutcome:
        """Return the rows that the names of a source row become."""
        if not self._columns:
            return _NOBODY
        outcome = NamedOutcome([], [], [], left_out=False)
        left_out = False
        for each in self._columns:
            left_out = self._list(each, row, uid, outcome, decision, is_new=is_new) or left_out
        return outcome._replace(left_out=left_out)

    def _list(
        self,
        each: NamesColumn,
        row: int,
        uid: str,
        outcome: NamedOutcome,
        decision: Mapping[str, object],
        *,
        is_new: bool,
    ) -> bool:
        found = self._split(each, row)
        ledger, column = each.ledger, each.ledger.by_name[each.column]
        picks = decision.get("persons")
        if found.repeated:
            params = {"names": "、".join(found.repeated)}
            outcome.remarks.append(Remark(each.source, each.column, "import.name_repeated", params))
        if found.more:
            outcome.remarks.append(Remark(each.source, each.column, "import.names_missing"))
        left_out = False
        for name in found.names:
            picked = picks.get(name) if isinstance(picks, dict) else None
            who = self._references.resolve(column, name, row, picked)
            if who.uid is None:
                verdict = RowVerdict.DOUBTFUL if who.doubtful else RowVerdict.REJECTED
                outcome.counts.append((ledger.name, verdict, 1))
                outcome.remarks.append(Remark(each.source, each.column, who.code, {"text": name}, verdict))
                left_out = True
                continue
            outcome.counts.append((ledger.name, self._one(each, uid, who.uid, outcome, is_new=is_new), 1))
        return left_out

    def _one(
        self, each: NamesColumn, uid: str, person: str, outcome: NamedOutcome, *, is_new: bool
    ) -> RowVerdict:
        ledger = each.ledger
        pair = (ledger.name, uid, person)
        holders = self._known[ledger.name].holders((each.link, each.column))
        if pair in self._taken or (not is_new and (uid, person) in holders):
            return RowVerdict.SAME
        self._taken.add(pair)
        said: dict[str, Cell] = {each.link: uid, each.column: person}
        values = tuple(said.get(column.name) for column in ledger.columns)
        new = NewRow(self._uids.new(ledger.name, f"{uid}:{person}"), values, {}, {})
        outcome.inserts.append((ledger.name, new))
        return RowVerdict.ADDED

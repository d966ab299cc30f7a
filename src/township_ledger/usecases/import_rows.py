"""One source row as the ledger asked for would take it: values, refused texts, doubts, and what it would change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain import dates, identifiers
from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.normal_text import compact
from township_ledger.domain.rows import Fault
from township_ledger.domain.rules import in_order
from township_ledger.domain.values import plain
from township_ledger.domain.written import shown_text
from township_ledger.usecases.import_plan import Remark
from township_ledger.usecases.import_table import is_reference, refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell
    from township_ledger.usecases.import_known import Key, KnownLedger
    from township_ledger.usecases.import_parent import ParentRow
    from township_ledger.usecases.import_references import References
    from township_ledger.usecases.import_source import Prepared
    from township_ledger.usecases.import_table import Odd, Part, Table

Change = tuple["Cell | Fault", "Cell | Fault"]


@dataclass(slots=True)
class ReadRow:
    """A source row, read. `plausible` is `values` with what a wrong ID number still says of the birth date."""

    values: Sequence[Cell]
    plausible: Sequence[Cell]
    label: str
    faults: dict[str, Fault] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    doubts: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    rejected: Remark | None = None
    derived: frozenset[int] = frozenset()  # places filled from the ID number: they never replace anything
    remainder: str = ""  # what stood in brackets behind the name
    parent: str | None = None  # text that names the parent row
    keys: list[Key | None] = field(default_factory=list)  # from `RowFinder.key_values`


def odd_remarks(column: Column, odd: Odd) -> Iterator[Remark]:
    """Yield what there is to say about an odd cell."""
    reading = odd.reading
    text = plain(odd.raw)
    shown = shown_text(column, text)
    if reading.fault is not None:
        if reading.fault.reason == "value.choice":
            params = {"text": shown, "choices": "、".join(column.choices)}
            yield Remark(odd.source, column.name, "value.choice_listed", params)
        else:
            yield Remark(odd.source, column.name, reading.fault.reason, {"text": shown})
    if reading.note:
        yield Remark(odd.source, column.name, reading.note, {"text": shown})


def doubt_remark(column: Column, odd: Odd) -> Remark:
    """Return the question about a doubtful cell."""
    text = plain(odd.raw)
    shown = shown_text(column, text)
    return Remark(odd.source, column.name, odd.reading.doubt, {"text": shown})


class Order(NamedTuple):
    """A rule `before` of a definition: the day at `first` may not lie after the day at `last`."""

    first: int
    last: int
    refused: int  # the place of the one to refuse: the later-checked, unless the sheet does not give it
    name: str


def orders(ledger: Ledger, sources: Mapping[str, int]) -> list[Order]:
    """Return the rules `before` that a sheet with these columns can break."""
    places = {column.name: place for place, column in enumerate(ledger.columns)}
    found: list[Order] = []
    for rule in ledger.rules:
        if rule.name == "before":
            first, last = str(rule.params["column"]), str(rule.params["other"])
            if first in sources or last in sources:
                name = last if last in sources else first
                found.append(Order(places[first], places[last], places[name], name))
    return found


def refuse_disorder(rules: Sequence[Order], values: Sequence[Cell]) -> list[tuple[Order, Fault]]:
    """Return the dates to be refused because they stand in the wrong order."""
    return [
        (rule, Fault(str(values[rule.refused]), "value.date_before"))
        for rule in rules
        if not in_order(values[rule.first], values[rule.last])
    ]


class RowReader:
    """Reads the rows of the ledger that was asked for."""

    def __init__(
        self, prepared: Prepared, table: Table, references: References, parent: ParentRow, today: date
    ) -> None:
        self._ledger = prepared.ledger
        self._table = table
        self._part: Part = table.main
        self._references = references
        self._parent = parent
        self._today = today
        self._label = self._ledger.columns.index(self._ledger.by_name[self._ledger.label])
        self._keyed = frozenset(name for key in self._ledger.keys for name in key)
        self._linked = [
            (place, column)
            for place, column in enumerate(self._ledger.columns)
            if is_reference(column) and (column.name in self._part.sources or column.name == parent.column)
        ]
        self._id = next(
            (p for p, column in enumerate(self._ledger.columns) if column.type is ColumnType.ID_NUMBER), None
        )
        self._birth, self._sex = self._place("birth"), self._place("sex")
        self._remark = self._remark_column()
        self._ordered = orders(self._ledger, self._part.sources)

    def _place(self, name: str) -> int | None:
        column = self._ledger.by_name.get(name)
        return None if column is None else self._ledger.columns.index(column)

    def _remark_column(self) -> str | None:
        texts = (c for c in self._ledger.columns if c.type is ColumnType.LONG_TEXT)
        return next((c.name for c in texts if c.name == "remark" or c.name.endswith("_remark")), None)

    def read(self, row: int, decision: Mapping[str, object]) -> ReadRow:
        """Return a row of data as the ledger would take it."""
        values: Sequence[Cell] = self._part.rows[row]
        label = values[self._label]
        read = ReadRow(values, values, "" if label is None else str(label))
        odds = self._part.odds.get(row)
        if odds:
            self._read_odds(read, odds, taken=bool(decision.get("take")))
        if self._table.own:
            read.own = {own.title: own.texts[row] for own in self._table.own if own.texts[row]}
        if self._linked:
            self._resolve(read, row, decision)
        if self._id is not None:
            self._derive(read)
        if self._ordered:
            for rule, fault in refuse_disorder(self._ordered, read.values):
                changed = list(read.values)
                changed[rule.refused] = None
                read.values = changed
                read.faults[rule.name] = fault
                source = self._part.sources.get(rule.name, -1)
                read.remarks.append(Remark(source, rule.name, fault.reason, {"text": fault.text}))
        if read.rejected is None and not self._has_key(read):
            title = self._ledger.columns[self._label].title
            source = self._part.sources.get(self._ledger.label, -1)
            read.rejected = Remark(source, self._ledger.label, "import.no_key", {"title": title})
        return read

    def _has_key(self, read: ReadRow) -> bool:
        """Whether anything says which row is meant: the label, where it is part of a key, or any key at all."""
        label = self._ledger.label
        if label in self._keyed:
            return read.values[self._label] is not None or label in read.faults or bool(read.doubts)
        return any(
            read.values[place] is not None or column.name in read.faults
            for place, column in enumerate(self._ledger.columns)
            if column.name in self._keyed
        )

    def _read_odds(self, read: ReadRow, odds: Sequence[Odd], *, taken: bool) -> None:
        for odd in odds:
            column = self._ledger.by_name[odd.column]
            read.remarks.extend(odd_remarks(column, odd))
            if odd.reading.doubt and not taken:
                read.doubts.append(doubt_remark(column, odd))
            fault = refused(odd)
            if fault is not None:
                read.faults[odd.column] = fault
            if odd.reading.remainder:
                self._set_aside(read, odd)

    def _set_aside(self, read: ReadRow, odd: Odd) -> None:
        """Move what stood in brackets behind a name to the remark; without a remark the name keeps it."""
        if self._remark is not None:
            read.remainder = odd.reading.remainder
            return
        values = list(read.values)
        values[self._ledger.columns.index(self._ledger.by_name[odd.column])] = plain(odd.raw)
        read.values = read.plausible = values

    def _resolve(self, read: ReadRow, row: int, decision: Mapping[str, object]) -> None:
        values = list(read.values)
        picks = decision.get("persons")
        for place, column in self._linked:
            text = values[place]
            if column.name in read.faults:
                continue
            if column.name == self._parent.column:
                read.parent = self._parent.text(text)
                values[place] = self._parent.uid(read.parent)
                continue
            if text is None:
                if column.required and column.name in self._keyed:
                    self._reject(read, column, "import.no_key", column.title)
                continue
            picked = picks.get(str(text)) if isinstance(picks, dict) else None
            found = self._references.resolve(column, str(text), row, picked)
            values[place] = found.uid
            if found.doubtful:
                source = self._part.sources.get(column.name, -1)
                read.doubts.append(Remark(source, column.name, found.code, {"text": str(text)}))
            elif found.uid is None and column.required:
                self._reject(read, column, found.code, str(text))
            elif found.uid is None:
                read.faults[column.name] = Fault(str(text), found.code)
                source = self._part.sources.get(column.name, -1)
                read.remarks.append(Remark(source, column.name, found.code, {"text": str(text)}))
        read.values = read.plausible = values

    def _reject(self, read: ReadRow, column: Column, code: str, text: str) -> None:
        source = self._part.sources.get(column.name, -1)
        read.rejected = read.rejected or Remark(source, column.name, code, {"text": text, "title": text})

    def _derive(self, read: ReadRow) -> None:
        """Fill birth date and sex from the ID number where the sheet does not give them."""
        if self._id is None or self._birth is None:
            return
        number = read.values[self._id]
        column = self._ledger.columns[self._id]
        if number is None:
            fault = read.faults.get(column.name)
            plausible_birth = _plausible_birth(fault.text, self._today) if fault else None
            if plausible_birth is not None and read.values[self._birth] is None:
                plausible = list(read.values)
                plausible[self._birth] = plausible_birth
                read.plausible = plausible
            return
        birth = identifiers.birth_in_id(str(number))
        said = {
            self._birth: birth.isoformat() if birth else None,
            self._sex: identifiers.sex_in_id(str(number)),
        }
        values = list(read.values)
        derived: set[int] = set()
        for place, value in said.items():
            if place is None or value is None:
                continue
            name = self._ledger.columns[place].name
            if values[place] is None and name not in read.faults:
                values[place] = value
                derived.add(place)
            elif values[place] is not None and values[place] != value:
                source = self._part.sources.get(name, -1)
                read.remarks.append(
                    Remark(source, name, "import.differs_from_id", {"text": str(values[place])})
                )
        read.values = read.plausible = values
        read.derived = frozenset(derived)

    def unfinished(self, known: KnownLedger, read: ReadRow) -> str | None:
        """Return the draft of the ledger that this row completes or repeats.

        A session whose date was only a month has no complete key; it is found by its label when the month agrees.
        """
        ledger = self._ledger
        key = ledger.keys[-1]
        if not read.label or (ledger.label,) in ledger.keys or ledger.label not in key or len(key) == 1:
            return None
        uids = known.holders((ledger.label,)).get((read.values[self._label],), ())
        known.load(uids)
        fitting = [uid for uid in uids if self._fits(known, uid, key, read)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, known: KnownLedger, uid: str, key: tuple[str, ...], read: ReadRow) -> bool:
        incomplete = False
        for name in key:
            place = known.place(name)
            old, new = known.value(uid, name), read.values[place]
            if old is not None and new is not None:
                if old != new:
                    return False
                continue
            incomplete = True
            old_text = str(old) if old is not None else getattr(known.faults(uid).get(name), "text", "")
            new_text = str(new) if new is not None else getattr(read.faults.get(name), "text", "")
            if not _same_month(old_text, new_text):
                return False
        return incomplete

    def changes(self, known: KnownLedger, uid: str, read: ReadRow) -> dict[str, Change]:
        """Return what a row would change in its row of the ledger; an empty cell changes nothing."""
        old = known.values(uid)
        old_faults = known.faults(uid)
        changes = cell_changes(self._ledger, old, old_faults, read.values, read.faults, read.derived)
        if read.remainder and self._remark is not None:
            self._change_remark(changes, known, uid, read)
        own = known.own(uid) if read.own else {}
        for title, text in read.own.items():
            if own.get(title) != text:
                changes[f"own:{title}"] = (own.get(title), text)
        return changes

    def _change_remark(self, changes: dict[str, Change], known: KnownLedger, uid: str, read: ReadRow) -> None:
        name = str(self._remark)
        old = known.value(uid, name)
        base = changes[name][1] if name in changes else old
        text = with_remainder(base if isinstance(base, str) else None, read.remainder)
        if text == old:
            changes.pop(name, None)
        else:
            changes[name] = (old, text)

    def added_values(self, read: ReadRow) -> tuple[Cell, ...]:
        """Return the values of a new row, its remark with what stood in brackets behind the name."""
        if not read.remainder or self._remark is None:
            return tuple(read.values)
        values = list(read.values)
        place = self._ledger.columns.index(self._ledger.by_name[self._remark])
        base = values[place]
        values[place] = with_remainder(base if isinstance(base, str) else None, read.remainder)
        return tuple(values)


def with_remainder(remark: str | None, remainder: str) -> str:
    """Return a remark that holds `remainder`, once."""
    if not remark:
        return remainder
    return remark if remainder in remark else f"{remark}；{remainder}"


def cell_changes(
    ledger: Ledger,
    old: Sequence[Cell],
    old_faults: Mapping[str, Fault],
    new: Sequence[Cell],
    faults: Mapping[str, Fault],
    derived: frozenset[int] = frozenset(),
) -> dict[str, Change]:
    """Return column → (old, new) where a source row says something else than the ledger."""
    changes: dict[str, Change] = {}
    for place, column in enumerate(ledger.columns):
        value, name = new[place], column.name
        if value is not None:
            before: Cell | Fault = old[place]
            if value == before or (place in derived and (before is not None or name in old_faults)):
                continue
            if (
                column.type is ColumnType.ID_NUMBER
                and before is not None
                and _same_id(str(before), str(value))
            ):
                continue
            changes[name] = (old_faults.get(name) if before is None else before, value)
        elif name in faults:
            kept = old_faults.get(name)
            if kept is None or kept.text != faults[name].text:
                changes[name] = (old[place] if kept is None else kept, faults[name])
    return changes


def _same_id(old: str, new: str) -> bool:
    """Whether the ledger has this ID number already, perhaps in its newer form."""
    return identifiers.id_as_18(old) == identifiers.id_as_18(new) and len(old) >= len(new)


def _plausible_birth(text: str, today: date) -> str | None:
    """Return the birth date inside a refused ID number, when there is one."""
    number = compact(text)
    if len(number) != 18 or not number[:17].isdecimal():
        return None
    birth = identifiers.birth_in_id(number)
    return birth.isoformat() if birth is not None and birth <= today else None


def _same_month(one: str, other: str) -> bool:
    """Whether two texts for one date can mean the same day: equal, or of the same month."""
    if one == other:
        return True
    months = [dates.read_month(compact(text)).value for text in (one, other)]
    return months[0] is not None and months[0] == months[1]

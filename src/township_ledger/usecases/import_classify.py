"""What becomes of each row of a sheet: added, updated, same, doubtful, rejected.

Rejected: no key, or not attributable. Doubtful: what the table of bad input asks about, out until decided. All else
goes in; a refused cell is kept as text and makes its row a draft. An empty cell never clears anything.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.imports import RowVerdict
from township_ledger.usecases.bulk import ChangedRow, NewRow
from township_ledger.usecases.import_feeds import Feeds, NamedRows
from township_ledger.usecases.import_known import NEW, KnownLedger, RowFinder
from township_ledger.usecases.import_parent import ParentRow
from township_ledger.usecases.import_plan import Plan, Remark, Uids
from township_ledger.usecases.import_references import References
from township_ledger.usecases.import_rows import RowReader
from township_ledger.usecases.import_table import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from township_ledger.domain.faults import Param
    from township_ledger.usecases.bulk import BulkReader
    from township_ledger.usecases.import_feeds import FedRow, NamedOutcome
    from township_ledger.usecases.import_known import Found, Key
    from township_ledger.usecases.import_rows import Change, ReadRow
    from township_ledger.usecases.import_source import Prepared
    from township_ledger.usecases.progress import Progress

_PROGRESS_EVERY = 500
_NOTHING_DECIDED: Mapping[str, object] = MappingProxyType({})


def classify(prepared: Prepared, reader: BulkReader, salt: bytes, today: date, progress: Progress) -> Plan:
    """Return what the sheet would do to the ledgers as they are now.

    Args:
        prepared: the sheet with its layout and mapping; nothing outside is read again.
        reader: the ledgers as they are.
        salt: makes the uids of new rows; the same salt gives the same plan.
        today: for dates that cannot lie in the future.
        progress: `stage.classifying`.

    Raises:
        Cancelled: from `progress`.
    """
    return _Classifier(prepared, reader, salt, today).run(progress)


class _Classifier:
    def __init__(self, prepared: Prepared, reader: BulkReader, salt: bytes, today: date) -> None:
        self._prepared = prepared
        self._table = clean(prepared, today)
        self._plan = Plan(self._table)
        self._uids = Uids(salt)
        self._known = {name: KnownLedger(ledger, reader) for name, ledger in prepared.ledgers.items()}
        references = References(self._known, prepared.ledgers, self._table.lookups)
        self._parent = ParentRow(prepared, self._known, self._uids)
        decided = prepared.decisions.get("rows")
        self._decided: Mapping[str, object] = decided if isinstance(decided, dict) else {}
        self._rows = RowReader(prepared, self._table, references, self._parent, today)
        self._finder = RowFinder(self._known[prepared.ledger.name])
        self._feeds = Feeds(self._table, self._known, references, self._uids)
        self._names = NamedRows(self._table, self._known, references, self._uids)
        self._seen = self._known[prepared.ledger.name].digests()
        self._uid_rows: dict[str, int] = {}  # row of the ledger → the row of the file that stands for it
        self._row_uids: dict[int, str] = {}
        self._new: set[str] = set()
        self._read: dict[int, ReadRow] = {}

    def run(self, progress: Progress) -> Plan:
        count = len(self._table.numbers)
        self._load_known(progress)
        for row in range(count):
            if row % _PROGRESS_EVERY == 0:
                progress.step("stage.classifying", row, count)
            verdict = self._row(row)
            self._plan.verdicts.append(verdict)
        self._finish()
        return self._plan

    def _load_known(self, progress: Progress) -> None:
        """Fetch every row of the ledger that the sheet may be about, in one query."""
        found: list[str] = []
        for row in range(len(self._table.numbers)):
            if row % _PROGRESS_EVERY == 0:
                progress.step("stage.classifying", 0, len(self._table.numbers))
            uid = self._seen.get(self._table.digests[row])
            if uid is not None:
                if uid not in self._uid_rows:
                    self._stand_for(row, uid)  # before any other row of the file can claim it
            else:
                read = self._read[row] = self._rows.read(row, self._decision(row))
                read.keys = self._finder.key_values(read.values)
                found.extend(self._finder.candidates(read.keys))
        self._known[self._prepared.ledger.name].load(dict.fromkeys(found))

    def _decision(self, row: int) -> Mapping[str, object]:
        if not self._decided:
            return _NOTHING_DECIDED
        decision = self._decided.get(str(self._table.numbers[row] + 1))
        return decision if isinstance(decision, dict) else _NOTHING_DECIDED

    def _row(self, row: int) -> RowVerdict:
        if row in self._row_uids:  # its digest is known
            return self._same(row)
        read = self._read.get(row) or self._rows.read(row, self._decision(row))
        for remark in read.remarks:
            self._plan.remark(row, remark)
        if self._decision(row).get("take") == "skip":
            self._plan.remark(row, Remark(-1, "", "import.skipped", verdict=RowVerdict.IGNORED))
            return RowVerdict.IGNORED
        if read.rejected is not None:
            return self._out(row, RowVerdict.REJECTED, read.rejected)
        if read.doubts:
            for doubt in read.doubts[1:]:
                self._plan.remark(row, doubt)
            return self._out(row, RowVerdict.DOUBTFUL, read.doubts[0])
        return self._identify(row, read)

    def _same(self, row: int) -> RowVerdict:
        """Count a source row that went in before, unchanged: whatever the clerk changed since stays."""
        self._plan.count(self._prepared.ledger.name, RowVerdict.SAME)
        for ledger, many in (*self._feeds.filled(row), *self._names.filled(row)):
            self._plan.count(ledger, RowVerdict.SAME, many)
        return RowVerdict.SAME

    def _out(
        self, row: int, verdict: RowVerdict, remark: Remark, candidates: Sequence[str] = ()
    ) -> RowVerdict:
        """Leave a row out, with all that hangs on it."""
        self._plan.remark(row, remark._replace(verdict=verdict))
        self._plan.count(self._prepared.ledger.name, verdict)
        for ledger, many in (*self._feeds.filled(row), *self._names.filled(row)):
            self._plan.count(ledger, verdict, many)
        if candidates:
            self._plan.candidates[row] = tuple(candidates)
        return verdict

    def _identify(self, row: int, read: ReadRow) -> RowVerdict:
        values = read.keys or self._finder.key_values(read.values)
        take = self._decision(row).get("take")
        against = self._finder.key_values(read.plausible) if read.plausible is not read.values else values
        earlier = self._finder.earlier(values, against) if not isinstance(take, str) else None
        if earlier is not None:
            return self._again(row, read, earlier)
        decided = self._decided_row(take)
        found = decided or self._find(row, read, values, against)
        if found.doubt:
            return self._doubtful(row, found.doubt, read, found.candidates)
        if decided is None and found.uid is not None and (old := self._other_name(found.uid, read, values)):
            return self._doubtful(row, "import.number_of_other_name", read, (found.uid,), old=old)
        if found.uid is not None and found.uid in self._uid_rows:
            return self._again(row, read, self._uid_rows[found.uid])
        if found.remark:
            self._plan.remark(row, Remark(self._label_source(), self._prepared.ledger.label, found.remark))
        uid = found.uid or self._uids.new(self._prepared.ledger.name, str(self._table.numbers[row]))
        return self._write(row, read, values, uid, is_new=found.uid is None)

    def _decided_row(self, take: object) -> Found | None:
        if take == "new":
            return NEW
        known = self._known[self._prepared.ledger.name]
        if isinstance(take, str) and take:
            known.load([take])
            return NEW._replace(uid=take)
        return None

    def _find(self, row: int, read: ReadRow, values: list[Key | None], against: list[Key | None]) -> Found:
        found = self._finder.find(values, against, self._feeds.holders(row))
        if found is not NEW:
            return found
        unfinished = self._rows.unfinished(self._known[self._prepared.ledger.name], read)
        return NEW._replace(uid=unfinished) if unfinished else NEW

    def _label_source(self) -> int:
        return self._table.main.sources.get(self._prepared.ledger.label, -1)

    def _doubtful(
        self, row: int, code: str, read: ReadRow, candidates: Sequence[str] = (), **more: Param
    ) -> RowVerdict:
        params: dict[str, Param] = {"text": read.label, **more}
        remark = Remark(self._label_source(), self._prepared.ledger.label, code, params)
        return self._out(row, RowVerdict.DOUBTFUL, remark, candidates)

    def _other_name(self, uid: str, read: ReadRow, values: Sequence[Key | None]) -> str:
        """Return the name that the ledger has for this ID number, when the sheet has another; else "".

        A new name, or somebody else's number: only the clerk can tell. Numbers of other things (a power's code) do
        not name persons; there a new label is only told.
        """
        ledger, known = self._prepared.ledger, self._known[self._prepared.ledger.name]
        key = ledger.keys[0]
        if len(key) != 1 or ledger.by_name[key[0]].type is not ColumnType.ID_NUMBER or values[0] is None:
            return ""
        old, new = known.value(uid, ledger.label), read.values[known.place(ledger.label)]
        by_number = uid in known.holders(key).get(values[0], ())
        return str(old) if by_number and old is not None and new is not None and old != new else ""

    def _again(self, row: int, read: ReadRow, earlier: int) -> RowVerdict:
        """A row of the file that names the same row of the ledger as an earlier one.

        It goes on only where that is how such a sheet is written: cells merged down, or a session repeated for each
        person who came. Otherwise the first stands and this one is asked about.
        """
        first = self._table.numbers[earlier] + 1
        merged = self._label_source() in self._prepared.layout.filled.get(self._table.numbers[row], ())
        if not merged and not (self._feeds.continues(row) and self._agrees(read, earlier)):
            params: dict[str, Param] = {"row": first, "text": read.label}
            remark = Remark(self._label_source(), self._prepared.ledger.label, self._twice(), params)
            return self._out(row, RowVerdict.DOUBTFUL, remark)
        uid = self._row_uids[earlier]
        fed = self._feeds.rows(
            row, uid, is_new=uid in self._new, taking=bool(self._decision(row).get("take"))
        )
        doubt = next((each.doubt for each in fed if each.doubt), None)
        if doubt is not None:
            return self._out(row, RowVerdict.DOUBTFUL, doubt)
        wrote = self._write_fed(row, fed)
        if not wrote and any(each.rejected for each in fed):
            return RowVerdict.REJECTED
        if not wrote:
            return RowVerdict.SAME
        return RowVerdict.ADDED if uid in self._new else RowVerdict.UPDATED

    def _twice(self) -> str:
        ledger = self._prepared.ledger
        return (
            "import.same_number_twice"
            if ledger.keys and len(ledger.keys[0]) == 1
            else "import.same_row_twice"
        )

    def _agrees(self, read: ReadRow, earlier: int) -> bool:
        first = self._read.get(earlier) or self._rows.read(earlier, self._decision(earlier))
        return all(
            new is None or old is None or new == old
            for new, old in zip(read.values, first.values, strict=True)
        )

    def _stand_for(self, row: int, uid: str) -> None:
        self._uid_rows[uid] = row
        self._row_uids[row] = uid

    def _write(
        self, row: int, read: ReadRow, values: list[Key | None], uid: str, *, is_new: bool
    ) -> RowVerdict:
        ledger = self._prepared.ledger.name
        taking = bool(self._decision(row).get("take"))
        fed = self._feeds.rows(row, uid, is_new=is_new, taking=taking)
        doubt = next((each.doubt for each in fed if each.doubt), None)
        if doubt is not None:
            return self._out(row, RowVerdict.DOUBTFUL, doubt)
        self._finder.take(values, row)
        self._stand_for(row, uid)
        named = self._names.rows(row, uid, is_new=is_new, decision=self._decision(row))
        complete = not any(each.rejected for each in fed) and not named.left_out
        digest = self._table.digests[row]
        self._plan_parent(read)
        if is_new:
            self._new.add(uid)
            values_ = self._rows.added_values(read)
            new = NewRow(uid, values_, read.faults, read.own, (digest,) if complete else ())
            self._plan.inserts.setdefault(ledger, []).append(new)
            verdict = RowVerdict.ADDED
        else:
            verdict = self._update(row, read, uid, digest if complete else None)
        self._plan.count(ledger, verdict)
        wrote = self._write_fed(row, fed)
        wrote = self._write_named(row, named) or wrote
        return RowVerdict.UPDATED if wrote and verdict is RowVerdict.SAME else verdict

    def _plan_parent(self, read: ReadRow) -> None:
        if read.parent is None:
            return
        new = self._parent.use(read.parent)
        if new is not None:
            self._plan.inserts.setdefault(self._parent.ledger, []).insert(0, new)

    def _update(self, row: int, read: ReadRow, uid: str, digest: bytes | None) -> RowVerdict:
        ledger = self._prepared.ledger.name
        changes = self._rows.changes(self._known[ledger], uid, read)
        if not changes:
            if digest is not None:
                self._plan.digests.setdefault(ledger, []).append((digest, uid))
            return RowVerdict.SAME
        self._plan.changes.setdefault(row, {}).update(
            {(ledger, name): pair for name, pair in changes.items()}
        )
        self._tell_new_label(row, changes)
        changed = ChangedRow(uid, changes, (digest,) if digest is not None else ())
        self._plan.updates.setdefault(ledger, []).append(changed)
        return RowVerdict.UPDATED

    def _tell_new_label(self, row: int, changes: Mapping[str, Change]) -> None:
        """Say aloud that a number of the ledger comes with another name: a new name, or somebody else's number."""
        label = self._prepared.ledger.label
        old, new = changes.get(label, (None, None))
        if isinstance(old, str) and isinstance(new, str):
            params: dict[str, Param] = {"old": old, "text": new}
            self._plan.remark(row, Remark(self._label_source(), label, "import.label_changed", params))

    def _write_fed(self, row: int, fed: Sequence[FedRow]) -> bool:
        wrote = False
        for each in fed:
            for remark in each.remarks:
                self._plan.remark(row, remark)
            if each.rejected is not None:
                self._plan.remark(row, each.rejected._replace(verdict=RowVerdict.REJECTED))
                self._plan.count(each.ledger, RowVerdict.REJECTED)
            elif each.new is not None:
                self._plan.inserts.setdefault(each.ledger, []).append(each.new)
                self._plan.count(each.ledger, RowVerdict.ADDED)
                wrote = True
            elif each.changed is not None:
                self._plan.updates.setdefault(each.ledger, []).append(each.changed)
                pairs = {(each.ledger, name): pair for name, pair in each.changed.changes.items()}
                self._plan.changes.setdefault(row, {}).update(pairs)
                self._plan.count(each.ledger, RowVerdict.UPDATED)
                wrote = True
            else:
                self._plan.count(each.ledger, RowVerdict.SAME)
        return wrote

    def _write_named(self, row: int, named: NamedOutcome) -> bool:
        for remark in named.remarks:
            self._plan.remark(row, remark)
        for ledger, verdict, many in named.counts:
            self._plan.count(ledger, verdict, many)
        for ledger, new in named.inserts:
            self._plan.inserts.setdefault(ledger, []).append(new)
        return bool(named.inserts)

    def _tell_unstored(self) -> None:
        """Tell of formulas without a stored value among the rows of data: their cells came empty."""
        rows = {number: row for row, number in enumerate(self._table.numbers)}
        columns = {each.index for each in self._prepared.columns if each.column or each.own}
        for place in self._prepared.source.head.unstored:
            if place.row in rows and place.column in columns:
                self._plan.remark(rows[place.row], Remark(place.column, "", "import.formula_unstored"))

    def _finish(self) -> None:
        plan, layout = self._plan, self._prepared.layout
        plan.ignored = len(layout.lines)
        if self._prepared.source.head.unstored:
            self._tell_unstored()
        if self._prepared.skip_hidden:
            plan.ignored += len(self._prepared.hidden)
        self._parent.count(plan)
        # a row must stand before those that refer to it
        order = [self._parent.ledger, self._prepared.ledger.name]
        names = [name for name in order if name in plan.inserts]
        names += [name for name in plan.inserts if name not in names]
        plan.inserts = {name: plan.inserts[name] for name in names}

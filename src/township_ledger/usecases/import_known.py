"""What the ledgers already hold, looked up set-wise, and how a row of a sheet is recognised among it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.identifiers import id_as_18

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Cell, Fault
    from township_ledger.usecases.bulk import BulkReader

Key = tuple["Cell", ...]
_NONE: tuple[str, ...] = ()

_NUMBERED = frozenset({ColumnType.ID_NUMBER, ColumnType.CERTIFICATE_NO, ColumnType.CREDIT_CODE})
"""Types that name one person, one certificate or one unit: a key of one such column is proof enough."""


class KnownLedger:
    """The rows of one ledger that an import may meet. Whole-table look-ups are made when first needed."""

    def __init__(self, ledger: Ledger, reader: BulkReader) -> None:
        self.ledger = ledger
        self._reader = reader
        self._maps: dict[tuple[str, ...], Mapping[Key, Sequence[str]]] = {}
        self._places = {column.name: place for place, column in enumerate(ledger.columns)}
        self._values: dict[str, tuple[Cell, ...]] = {}
        self._faults: dict[str, dict[str, Fault]] = {}
        self._own: dict[str, dict[str, str]] = {}
        self._digests: dict[bytes, str] | None = None

    def holders(self, columns: tuple[str, ...]) -> Mapping[Key, Sequence[str]]:
        """Return the values of `columns` → the rows in use that hold them; ID numbers in the 18-character form."""
        if columns not in self._maps:
            found = self._reader.key_map(self.ledger.name, columns)
            ids = [self.ledger.by_name[name].type is ColumnType.ID_NUMBER for name in columns]
            self._maps[columns] = _modern(found, ids) if any(ids) else found
        return self._maps[columns]

    def digests(self) -> Mapping[bytes, str]:
        """Return the digests of source rows that are in the ledger already."""
        if self._digests is None:
            self._digests = self._reader.import_digests(self.ledger.name)
        return self._digests

    def load(self, uids: Iterable[str]) -> None:
        """Fetch rows, so that `values`, `faults` and `own` know them."""
        missing = [uid for uid in uids if uid not in self._values]
        if missing:
            self._values.update(self._reader.values_of(self.ledger.name, missing))
            self._faults.update(self._reader.faults_of(self.ledger.name, missing))
            self._own.update(self._reader.own_of(self.ledger.name, missing))

    def values(self, uid: str) -> tuple[Cell, ...]:
        """Return the typed values of a row."""
        if uid not in self._values:
            self.load([uid])
        return self._values[uid]

    def faults(self, uid: str) -> Mapping[str, Fault]:
        """Return the refused texts of a loaded row."""
        return self._faults.get(uid, {})

    def own(self, uid: str) -> Mapping[str, str]:
        """Return the 自有列 of a loaded row."""
        return self._own.get(uid, {})

    def value(self, uid: str, column: str) -> Cell:
        """Return one value of a row."""
        return self.values(uid)[self.place(column)]

    def place(self, column: str) -> int:
        """Return the place of a column in the ledger's order."""
        return self._places[column]


def _modern(found: Mapping[Key, Sequence[str]], ids: Sequence[bool]) -> dict[Key, list[str]]:
    joined: dict[Key, list[str]] = {}
    for key, uids in found.items():
        modern = tuple(
            id_as_18(str(value)) if is_id else value for value, is_id in zip(key, ids, strict=True)
        )
        joined.setdefault(modern, []).extend(uids)
    return joined


def _getter(known: KnownLedger, key: tuple[str, ...]) -> Callable[[Sequence[Cell]], Key | None]:
    """Return a function that takes a key's value from a row; made once, called for every row."""
    places = [known.place(name) for name in key]
    ids = [known.ledger.by_name[name].type is ColumnType.ID_NUMBER for name in key]
    if len(places) == 1:
        place, is_id = places[0], ids[0]

        def single(row: Sequence[Cell]) -> Key | None:
            value = row[place]
            if value is None:
                return None
            return (id_as_18(str(value)),) if is_id else (value,)

        return single

    def several(row: Sequence[Cell]) -> Key | None:
        values = tuple([row[place] for place in places])
        if None in values:
            return None
        if True not in ids:
            return values
        return tuple(id_as_18(str(v)) if is_id else v for v, is_id in zip(values, ids, strict=True))

    return several


class Found(NamedTuple):
    """The row of the ledger that a source row is about: `uid`, or none, or a doubt with its candidates.

    `remark` is worth telling although nothing stands in the way.
    """

    uid: str | None = None
    doubt: str = ""
    candidates: tuple[str, ...] = ()
    remark: str = ""


NEW = Found()


class RowFinder:
    """Recognises rows of one ledger by its keys in their order, in the ledger and within the file.

    A match by a weaker key does not count when a stronger key that both sides have filled differs: a 王伟 with
    another ID number is another person.
    """

    def __init__(self, known: KnownLedger) -> None:
        self.known = known
        ledger = known.ledger
        self.keys = ledger.keys
        self._getters = [_getter(known, key) for key in ledger.keys]
        self._proof = [len(key) == 1 and ledger.by_name[key[0]].type in _NUMBERED for key in ledger.keys]
        self._maps: list[Mapping[Key, Sequence[str]]] | None = None
        self._empty = False
        self._taken: dict[tuple[int, Key], list[int]] = {}
        self._taken_values: dict[int, list[Key | None]] = {}

    def key_values(self, row: Sequence[Cell]) -> list[Key | None]:
        """Return the value of each key in a row; None where one of its columns is empty."""
        return [value_of(row) for value_of in self._getters]

    def candidates(self, values: Sequence[Key | None]) -> Sequence[str]:
        """Return every row of the ledger that shares a key with `values`, to be loaded at once."""
        if self._maps is None:
            self._maps = [self.known.holders(key) for key in self.keys]
            self._empty = not any(self._maps)
        if self._empty:
            return _NONE
        found: list[str] = []
        for holders, value in zip(self._maps, values, strict=True):
            if value is not None:
                found.extend(holders.get(value, ()))
        return found

    def find(
        self, values: Sequence[Key | None], against: Sequence[Key | None], via: Sequence[str] = ()
    ) -> Found:
        """Return the row of the ledger that `values` name.

        Args:
            values: from `key_values`.
            against: the same with what is merely plausible added (the birth date inside a wrong ID number): it can
                contradict a match, never make one.
            via: rows that a proof in a fed ledger points to (the holder of the certificate with this number).
        """
        if self._empty and not via:
            return NEW
        remark = ""
        for place, value in enumerate(values):
            if via and not self._proof[place]:
                return self._via(via, against)
            uids = self.known.holders(self.keys[place]).get(value, ()) if value is not None else ()
            if not uids:
                continue
            viable = [uid for uid in uids if self._contradiction(uid, against, place) is None]
            if len(viable) == 1 and (len(uids) == 1 or self._proof[place]):
                return Found(viable[0])
            if viable:
                return Found(doubt="import.same_name_many", candidates=tuple(uids))
            if len(self.keys[place]) > 1 and self._by_proof(uids, against, place):
                return Found(doubt="import.same_person_other_number", candidates=tuple(uids))
            if self._by_proof(uids, against, place):
                remark = "import.same_name_other_number"
        if via:
            return self._via(via, against)
        return Found(remark=remark) if remark else NEW

    def _via(self, via: Sequence[str], against: Sequence[Key | None]) -> Found:
        if len(via) == 1 and self._contradiction(via[0], against, len(self.keys)) is None:
            return Found(via[0])
        return Found(doubt="import.number_of_other", candidates=tuple(via))

    def _contradiction(self, uid: str, values: Sequence[Key | None], before: int) -> int | None:
        return contradiction(values, self.key_values(self.known.values(uid)), before)

    def _by_proof(self, uids: Sequence[str], values: Sequence[Key | None], before: int) -> bool:
        places = [self._contradiction(uid, values, before) for uid in uids]
        return any(place is not None and self._proof[place] for place in places)

    def earlier(self, values: Sequence[Key | None], against: Sequence[Key | None]) -> int | None:
        """Return the earlier row of the same file that `values` name, if any; `against` as in `find`."""
        for place, value in enumerate(values):
            for row in self._taken.get((place, value), ()) if value is not None else ():
                if contradiction(against, self._taken_values[row], place) is None:
                    return row
        return None

    def take(self, values: Sequence[Key | None], row: int) -> None:
        """Remember that a row of the file stands for `values`."""
        self._taken_values[row] = list(values)
        for place, value in enumerate(values):
            if value is not None:
                self._taken.setdefault((place, value), []).append(row)


def contradiction(one: Sequence[Key | None], other: Sequence[Key | None], before: int) -> int | None:
    """Return the first key stronger than `before` that both sides have filled and that differs, or None."""
    for place in range(min(before, len(one))):
        if one[place] is not None and other[place] is not None and one[place] != other[place]:
            return place
    return None

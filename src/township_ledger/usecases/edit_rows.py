"""A clerk types into cells: texts become values, or are kept with the reason why not; leaving a cell is never blocked.

A reference (a person, a session) is typed by its label; when the label names exactly one row it is taken, otherwise
the text is kept as refused. The rule `before` of a definition refuses a date that contradicts another one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from township_ledger.domain.definitions import REFERENCE_TYPES, ColumnType
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.normal_text import many_lines, one_line
from township_ledger.domain.rows import Fault, Filter, Op, OperationKind, Query
from township_ledger.domain.rules import out_of_order
from township_ledger.domain.values import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell, Row
    from township_ledger.usecases.ports import LedgerStore

OWN = "own:"
WRONG_ORDER = "value.date_before"
_REMARK = "remark"
_UID = re.compile(r"[0-9a-f]{32}")


class RowEdit(Protocol):
    """What is asked for (`ui.services.EditRequest` is one)."""

    @property
    def ledger(self) -> str:
        """The ledger's name."""
        ...

    @property
    def uid(self) -> str | None:
        """The row; None adds one."""
        ...

    @property
    def texts(self) -> Mapping[str, str]:
        """Column (or `own:<title>`) → what was typed; empty text empties the cell."""
        ...

    @property
    def retire(self) -> bool:
        """Whether the row is to be taken out."""
        ...


class Edited(NamedTuple):
    """What became of an edit; `operation` is None when it changed nothing."""

    uid: str | None
    operation: int | None


class _Read(NamedTuple):
    values: dict[str, Cell]
    faults: dict[str, Fault]
    own: dict[str, str]
    asides: list[str]  # what stood in brackets behind a name: it belongs into the remark


def edit(store: LedgerStore, request: RowEdit, today: date) -> Edited:
    """Write one edit as one operation.

    Args:
        store: a store that may write.
        request: what was typed.
        today: the day that dates and ages are judged by.

    Raises:
        WorldFault: `store.referred` when a row to be taken out is referred to, `store.retired`, `store.no_row`,
            `store.busy`, `store.full`, ….
    """
    if request.retire and request.uid is not None:
        with store.transaction(OperationKind.RETIRE) as transaction:
            transaction.retire(request.ledger, request.uid)
        return Edited(request.uid, transaction.number)
    read = _read_request(store, request, today)
    if request.uid is None:
        with store.transaction(OperationKind.ADD) as transaction:
            uid = transaction.insert(request.ledger, read.values, read.faults, read.own)
        return Edited(uid, transaction.number)
    with store.transaction(OperationKind.EDIT) as transaction:
        changed = transaction.update(request.ledger, request.uid, read.values, read.faults, read.own)
    return Edited(request.uid, transaction.number if changed else None)


def edit_block(store: LedgerStore, requests: Sequence[RowEdit], today: date) -> Edited:
    """Write texts for cells of several rows (a paste, a block that is emptied or filled) as one operation.

    Args:
        store: a store that may write.
        requests: what was typed, one for each row; every one names its row.
        today: the day that dates and ages are judged by.

    Returns:
        `uid` None: the rows are the requests'.

    Raises:
        WorldFault: as `edit`; then none of the rows has changed.
    """
    reads = [(request, _read_request(store, request, today)) for request in requests]
    changed = False
    with store.transaction(OperationKind.EDIT) as transaction:
        for request, read in reads:
            uid = str(request.uid)
            changed |= transaction.update(request.ledger, uid, read.values, read.faults, read.own)
    return Edited(None, transaction.number if changed else None)


def _read_request(store: LedgerStore, request: RowEdit, today: date) -> _Read:
    """Read the texts of one request beside the row that they are for."""
    ledger = store.ledgers()[request.ledger]
    present: Row | None = None
    if request.uid is not None:
        present = store.row(ledger.name, request.uid)
        if present is None:
            raise WorldFault("store.no_row", title=ledger.title)
    return _read(store, ledger, request.texts, present, today)


def _read(
    store: LedgerStore, ledger: Ledger, texts: Mapping[str, str], present: Row | None, today: date
) -> _Read:
    read = _Read({}, {}, {}, [])
    for name, text in texts.items():
        if name.startswith(OWN):
            read.own[name[len(OWN) :]] = many_lines(text)
        else:
            _read_cell(store, ledger, ledger.by_name[name], text, read, today)
    if read.asides:
        old = read.values.get(_REMARK) if _REMARK in texts else (present.values[_REMARK] if present else None)
        read.values[_REMARK] = "；".join([*([str(old)] if old else []), *read.asides])
    _keep_order(ledger, texts, present, read, today)
    return read


def _read_cell(
    store: LedgerStore, ledger: Ledger, column: Column, text: str, read: _Read, today: date
) -> None:
    if column.type in REFERENCE_TYPES:
        found = _referred(store, column, text, today)
        if isinstance(found, Fault):
            read.faults[column.name] = found
        else:
            read.values[column.name] = found
        return
    reading = read_text(column, text, today)
    if reading.fault is not None:
        read.faults[column.name] = reading.fault
    elif reading.doubt:  # an import would ask; what was typed is kept until it is typed clearly
        read.faults[column.name] = Fault(many_lines(text), reading.doubt)
    else:
        read.values[column.name] = reading.value
        if reading.remainder and _REMARK in ledger.by_name and column.name != _REMARK:
            read.asides.append(reading.remainder)


def _referred(store: LedgerStore, column: Column, text: str, today: date) -> str | Fault | None:
    """Return the uid of the row that a text names, None for an empty text, or why it names none."""
    written = one_line(text)
    if not written:
        return None
    target = store.ledgers()[str(column.target)]
    if _UID.fullmatch(written):
        row = store.row(target.name, written)
        if row is not None and not row.retired:
            return written
    found: list[Row] = []
    for name in dict.fromkeys((target.label, *(key[0] for key in target.keys if len(key) == 1))):
        label = target.by_name[name]
        if label.type in REFERENCE_TYPES:
            continue
        value = read_text(label, written, today).value
        if value is not None:
            found = store.page(Query(target.name, filters=(Filter(name, Op.EQ, value),)), 0, 2)
        if found:
            break
    if len(found) == 1:
        return found[0].uid
    kind = "person" if column.type is ColumnType.PERSON else "reference"
    return Fault(written, f"value.{kind}_many" if found else f"value.{kind}_unknown")


def _keep_order(
    ledger: Ledger, texts: Mapping[str, str], present: Row | None, read: _Read, today: date
) -> None:
    """Apply the rules `before`: refuse the typed date that breaks one, take back a refusal that no longer holds."""
    values: dict[str, Cell] = {**(present.values if present is not None else {}), **read.values}
    values.update(dict.fromkeys(read.faults))
    refused = {
        name: fault.text
        for name, fault in (present.faults.items() if present is not None else ())
        if fault.reason == WRONG_ORDER and name not in texts
    }
    for name, text in refused.items():
        if any(
            name in rule.params.values() and not texts.keys().isdisjoint(map(str, rule.params.values()))
            for rule in ledger.rules
        ):
            values[name] = read.values[name] = read_text(ledger.by_name[name], text, today).value
    for column, other in out_of_order(ledger.rules, values):
        again = [name for name in (column, other) if name in refused]
        typed = [name for name in (column, other) if name in texts]
        if again:  # the other date did not mend it: the refusal stands
            read.values.pop(again[0], None)
        elif typed:
            read.faults[typed[0]] = Fault(one_line(texts[typed[0]]), WRONG_ORDER)
            del read.values[typed[0]]

"""Verbs over the ledgers: rows, history, undo, redo, operations, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.cli.output import FOUND_FAULTS, GOOD
from township_ledger.domain.csv_text import csv_lines
from township_ledger.domain.definitions import MASKED_TYPES, REFERENCE_TYPES
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.masks import mask
from township_ledger.domain.rows import Fault, Query
from township_ledger.usecases.unmasking import log_unmasking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from township_ledger.cli.main import Call
    from township_ledger.cli.output import Json
    from township_ledger.cli.tools import OpenHome
    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import Cell, HistoryEntry, Operation, Row, UndoOutcome


def ledger_of(home: OpenHome, name: str) -> Ledger:
    """Return the ledger that the line names.

    Raises:
        WorldFault: `cli.no_ledger`.
    """
    ledgers = home.store.ledgers()
    if name not in ledgers:
        raise WorldFault("cli.no_ledger", ledger=name, known="、".join(sorted(ledgers)))
    return ledgers[name]


def _shown(ledger: Ledger, column: str, value: Cell, *, full: bool) -> Cell:
    kind = ledger.by_name[column].type
    return mask(kind, value) if isinstance(value, str) and kind in MASKED_TYPES and not full else value


def _labels(home: OpenHome, ledger: Ledger, rows: Sequence[Row]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in ledger.columns:
        if column.type in REFERENCE_TYPES and column.target:
            uids = {str(row.values[column.name]) for row in rows if row.values[column.name] is not None}
            found.update(home.store.labels(column.target, uids))
    return found


def _fault_json(ledger: Ledger, name: str, fault: Fault, *, full: bool) -> Json:
    """Return refused text with its reason; the reason too shows the text masked."""
    text = str(_shown(ledger, name, fault.text, full=full)) if name in ledger.by_name else fault.text
    told = words.sentence(fault.reason, text=text) if words.known(fault.reason) else fault.reason
    return {"text": text, "words": told}


def _row_json(ledger: Ledger, row: Row, labels: Mapping[str, str], *, full: bool) -> Json:
    shown: Json = {"uid": row.uid, "draft": row.draft}
    for column in ledger.columns:
        shown[column.name] = _shown(ledger, column.name, row.values[column.name], full=full)
    shown["faults"] = {
        name: _fault_json(ledger, name, fault, full=full) for name, fault in row.faults.items()
    }
    shown["labels"] = {
        column.name: labels[str(row.values[column.name])]
        for column in ledger.columns
        if str(row.values[column.name]) in labels
    }
    shown["own"] = dict(row.own)
    return shown


def _row_texts(ledger: Ledger, row: Row, labels: Mapping[str, str], *, full: bool) -> Iterator[str]:
    for column in ledger.columns:
        if fault := row.faults.get(column.name):
            yield str(_shown(ledger, column.name, fault.text, full=full))
        else:
            value = _shown(ledger, column.name, row.values[column.name], full=full)
            yield labels.get(str(value), "" if value is None else str(value))


def rows_(call: Call) -> int:
    """List a ledger."""
    full: bool = call.args.full_ids
    with call.open(write=full) as home:
        ledger = ledger_of(home, call.args.ledger)
        if full:
            log_unmasking(home.store, f"rows {ledger.name}")
        rows = list(home.store.rows(Query(ledger.name)))
        labels = _labels(home, ledger, rows)
    if call.output.as_json:
        shown = [_row_json(ledger, row, labels, full=full) for row in rows]
        call.output.result({"ledger": ledger.name, "total": len(rows), "rows": shown})
        return GOOD
    heads = [column.title for column in ledger.columns]
    texts = [list(_row_texts(ledger, row, labels, full=full)) for row in rows]
    if call.args.csv:
        call.output.result({}, (line.rstrip("\r\n") for line in csv_lines([heads, *texts])))
    else:
        call.output.result({}, ["\t".join(["uid", *heads]), *map("\t".join, _with_uids(rows, texts))])
    return GOOD


def _with_uids(rows: Sequence[Row], texts: list[list[str]]) -> Iterator[list[str]]:
    for row, line in zip(rows, texts, strict=True):
        yield [row.uid, *(text.replace("\n", " ").replace("\t", " ") for text in line)]


def _value(ledger: Ledger, column: str | None, value: Cell | Fault, *, full: bool) -> object:
    text = value.text if isinstance(value, Fault) else value
    if column is not None and column in ledger.by_name:
        text = _shown(ledger, column, text, full=full)
    return {"fault": text} if isinstance(value, Fault) else text


def _entry(ledger: Ledger, entry: HistoryEntry, *, full: bool) -> Json:
    return {
        "operation": entry.operation,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "kind": entry.kind.value,
        "column": entry.column,
        "old": _value(ledger, entry.column, entry.old, full=full),
        "new": _value(ledger, entry.column, entry.new, full=full),
        "bundles": list(entry.bundles),
    }


def history_(call: Call) -> int:
    """List the changes of one row, newest first."""
    full: bool = call.args.full_ids
    with call.open(write=full) as home:
        ledger = ledger_of(home, call.args.ledger)
        if home.store.row(ledger.name, call.args.uid) is None:
            raise WorldFault("cli.no_row", ledger=ledger.name, uid=call.args.uid)
        if full:
            log_unmasking(home.store, f"history {ledger.name}")
        entries = [
            _entry(ledger, entry, full=full) for entry in home.store.history(ledger.name, call.args.uid)
        ]
    call.output.result(
        {"ledger": ledger.name, "uid": call.args.uid, "entries": entries},
        (
            f"{entry['at']}\t{entry['actor']}\t{entry['column'] or ''}\t{entry['old']} → {entry['new']}"
            for entry in entries
        ),
    )
    return GOOD


def operation_json(operation: Operation) -> Json:
    """Return one operation in the shape of `operations --json`."""
    return {
        "number": operation.number,
        "at": operation.at.isoformat(),
        "actor": operation.actor,
        "kind": operation.kind.value,
        "detail": dict(operation.detail),
        "rows": operation.rows,
        "ledgers": list(operation.ledgers),
        "undoes": operation.undoes,
        "undone_by": operation.undone_by,
    }


def operations_(call: Call) -> int:
    """List the newest operations."""
    with call.open() as home:
        found = home.store.operations(call.args.limit)
    call.output.result(
        {"operations": [operation_json(operation) for operation in found]},
        (
            f"{operation.number}\t{operation.at:%Y-%m-%d %H:%M}\t{operation.actor}\t{operation.kind.value}"
            f"\t{operation.rows}\t{','.join(operation.ledgers)}"
            for operation in found
        ),
    )
    return GOOD


def _tell_undo(call: Call, home: OpenHome, number: int, outcome: UndoOutcome) -> int:
    full: bool = call.args.full_ids
    if full:
        log_unmasking(home.store, f"conflicts of undoing {number}")
    ledgers = home.store.ledgers()
    conflicts: list[Json] = [
        {
            "ledger": conflict.ledger,
            "uid": conflict.uid,
            "column": conflict.column,
            "present": _value(ledgers[conflict.ledger], conflict.column, conflict.present, full=full),
            "wanted": _value(ledgers[conflict.ledger], conflict.column, conflict.wanted, full=full),
        }
        for conflict in outcome.conflicts
    ]
    call.output.say(
        "cli.undone" if outcome.operation is not None else "cli.nothing_undone",
        number=number, restored=outcome.restored, conflicts=len(conflicts),
    )  # fmt: skip
    call.output.result(
        {
            "undone": number,
            "operation": outcome.operation,
            "restored": outcome.restored,
            "conflicts": conflicts,
        },
        (f"{each['ledger']}\t{each['uid']}\t{each['column'] or ''}\t{each['present']}" for each in conflicts),
    )
    return FOUND_FAULTS if conflicts else GOOD


def undo_(call: Call) -> int:
    """Undo an operation, or this person's newest one."""
    with call.open(write=True) as home:
        number: int | None = call.args.operation
        if number is None:
            number = home.store.newest_undoable(home.actor)
        if number is None:
            raise WorldFault("cli.no_operation")
        return _tell_undo(call, home, number, home.store.undo(number))


def redo_(call: Call) -> int:
    """Take this person's newest undo back."""
    with call.open(write=True) as home:
        number = home.store.newest_redoable(home.actor)
        if number is None:
            raise WorldFault("cli.no_redo")
        return _tell_undo(call, home, number, home.store.undo(number))


def search_(call: Call) -> int:
    """Find rows by name, initials or number."""
    with call.open() as home:
        hits = home.store.search(call.args.text)
        titles = {name: ledger.title for name, ledger in home.store.ledgers().items()}
    call.output.result(
        {
            "text": call.args.text,
            "hits": [{"ledger": hit.ledger, "uid": hit.uid, "label": hit.label} for hit in hits],
        },
        (f"{titles[hit.ledger]}\t{hit.label}\t{hit.uid}" for hit in hits),
    )
    return GOOD

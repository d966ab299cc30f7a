"""Verbs over the ledgers: rows, history, undo, redo, operations, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.cli.cell_text import cell_json, cell_text, masked
from township_ledger.cli.output import FOUND_FAULTS, GOOD
from township_ledger.domain.csv_text import csv_lines
from township_ledger.domain.definitions import REFERENCE_TYPES
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import Query
from township_ledger.domain.written import shown_text
from township_ledger.usecases.unmasking import log_unmasking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from township_ledger.cli.main import Call
    from township_ledger.cli.output import Json
    from township_ledger.cli.tools import OpenHome
    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell, Conflict, Fault, HistoryEntry, Operation, Row, UndoOutcome


def ledger_of(home: OpenHome, name: str) -> Ledger:
    """Return the ledger that the line names.

    Raises:
        WorldFault: `cli.no_ledger`.
    """
    ledgers = home.store.ledgers()
    if name not in ledgers:
        raise WorldFault("cli.no_ledger", ledger=name, known="、".join(sorted(ledgers)))
    return ledgers[name]


def _labels(home: OpenHome, ledger: Ledger, cells: Iterable[tuple[str, Cell | Fault]]) -> dict[str, str]:
    """Return the labels of the rows that the references among `cells` (column, value) point to."""
    wanted: dict[str, set[str]] = {}
    for name, value in cells:
        column = ledger.by_name.get(name)
        if column is not None and column.type in REFERENCE_TYPES and isinstance(value, str):
            wanted.setdefault(str(column.target), set()).add(value)
    found: dict[str, str] = {}
    for target, uids in wanted.items():
        found.update(home.store.labels(target, uids))
    return found


def _cells_of(rows: Iterable[Row]) -> Iterator[tuple[str, Cell]]:
    for row in rows:
        yield from row.values.items()


def _fault_json(ledger: Ledger, name: str, fault: Fault, *, full: bool) -> Json:
    """Return refused text with its reason; the reason too shows the text masked."""
    text = masked(ledger.by_name.get(name), fault.text, full=full)
    told = words.sentence(fault.reason, text=text) if words.known(fault.reason) else fault.reason
    return {"text": text, "words": told}


def _row_json(ledger: Ledger, row: Row, labels: Mapping[str, str], *, full: bool) -> Json:
    shown: Json = {"uid": row.uid, "draft": row.draft}
    for column in ledger.columns:
        shown[column.name] = cell_json(column, row.values[column.name], full=full)
    shown["faults"] = {
        name: _fault_json(ledger, name, fault, full=full) for name, fault in row.faults.items()
    }
    shown["labels"] = {
        column.name: labels[str(row.values[column.name])]
        for column in ledger.columns
        if str(row.values[column.name]) in labels
    }
    shown["own"] = {title: text if full else shown_text(None, text) for title, text in row.own.items()}
    return shown


def _row_texts(
    ledger: Ledger, row: Row, labels: Mapping[str, str], own: Sequence[str], *, full: bool
) -> Iterator[str]:
    for column in ledger.columns:
        value = row.faults.get(column.name) or row.values[column.name]
        yield cell_text(column, value, labels, full=full)
    for title in own:
        text = row.own.get(title, "")
        yield text if full else shown_text(None, text)


def rows_(call: Call) -> int:
    """List a ledger."""
    full: bool = call.args.full_ids
    with call.open(write=full) as home:
        ledger = ledger_of(home, call.args.ledger)
        if full:
            log_unmasking(home.store, f"rows {ledger.name}")
        rows = list(home.store.rows(Query(ledger.name)))
        labels = _labels(home, ledger, _cells_of(rows))
    if call.output.as_json:
        shown = [_row_json(ledger, row, labels, full=full) for row in rows]
        call.output.result({"ledger": ledger.name, "total": len(rows), "rows": shown})
        return GOOD
    own = list(dict.fromkeys(title for row in rows for title in row.own))
    heads = [*(column.title for column in ledger.columns), *own]
    texts = [list(_row_texts(ledger, row, labels, own, full=full)) for row in rows]
    if call.args.csv:
        call.output.result({}, (line.rstrip("\r\n") for line in csv_lines([heads, *texts])))
    else:
        call.output.result({}, ["\t".join(["uid", *heads]), *map("\t".join, _with_uids(rows, texts))])
    return GOOD


def _with_uids(rows: Sequence[Row], texts: list[list[str]]) -> Iterator[list[str]]:
    for row, line in zip(rows, texts, strict=True):
        yield [row.uid, *(text.replace("\n", " ").replace("\t", " ") for text in line)]


def _entry(ledger: Ledger, entry: HistoryEntry, *, full: bool) -> Json:
    column = ledger.by_name.get(entry.column or "")
    return {
        "operation": entry.operation,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "kind": entry.kind.value,
        "column": entry.column,
        "old": cell_json(column, entry.old, full=full),
        "new": cell_json(column, entry.new, full=full),
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
        entries = home.store.history(ledger.name, call.args.uid)
        told = [(entry.column or "", value) for entry in entries for value in (entry.old, entry.new)]
        labels = _labels(home, ledger, told)
    call.output.result(
        {
            "ledger": ledger.name,
            "uid": call.args.uid,
            "entries": [_entry(ledger, entry, full=full) for entry in entries],
        },
        (_history_line(ledger, entry, labels, first=entries[-1], full=full) for entry in entries),
    )
    return GOOD


def _history_line(
    ledger: Ledger, entry: HistoryEntry, labels: Mapping[str, str], *, first: HistoryEntry, full: bool
) -> str:
    """Return one change as people read it; `first` is the oldest one of the row, which made it."""
    column = ledger.by_name.get(entry.column or "")
    if entry.column is None:
        code = "cli.row_back" if entry.new is None else "cli.row_retired"
        made = entry.operation == first.operation
        what, change = "", words.sentence("cli.row_added" if made else code)
    else:
        what = column.title if column else entry.column.removeprefix("own:")
        old, new = (
            cell_text(column, value, labels, full=full) or words.sentence("cli.empty_cell")
            for value in (entry.old, entry.new)
        )
        change = f"{old} → {new}"
    head = (_local(entry.at), entry.actor, words.sentence(f"operation.kind.{entry.kind}"), what, change)
    return "\t".join(part.replace("\n", " ").replace("\t", " ") for part in head)


def _local(at: datetime) -> str:
    """Return a moment of the log as the clock on the wall shows it."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


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
        titles = {name: ledger.title for name, ledger in home.store.ledgers().items()}
    call.output.result(
        {"operations": [operation_json(operation) for operation in found]},
        (
            f"{operation.number}\t{_local(operation.at)}\t{operation.actor}"
            f"\t{words.sentence(f'operation.kind.{operation.kind}')}"
            f"\t{operation.rows}\t{'、'.join(titles.get(name, name) for name in operation.ledgers)}"
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
            "present": cell_json(_column(ledgers, conflict), conflict.present, full=full),
            "wanted": cell_json(_column(ledgers, conflict), conflict.wanted, full=full),
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
        _conflict_lines(home, ledgers, outcome.conflicts, full=full),
    )
    return FOUND_FAULTS if conflicts else GOOD


def _column(ledgers: Mapping[str, Ledger], conflict: Conflict) -> Column | None:
    return ledgers[conflict.ledger].by_name.get(conflict.column or "")


def _conflict_lines(
    home: OpenHome, ledgers: Mapping[str, Ledger], conflicts: Sequence[Conflict], *, full: bool
) -> Iterator[str]:
    for conflict in conflicts:
        ledger, column = ledgers[conflict.ledger], _column(ledgers, conflict)
        name = home.store.labels(ledger.name, [conflict.uid]).get(conflict.uid, "")
        if conflict.column is None:
            yield f"{ledger.title}\t{name}\t{words.sentence('cli.row_stays')}\t{conflict.uid}"
            continue
        labels = _labels(home, ledger, [(conflict.column, conflict.present)])
        present = cell_text(column, conflict.present, labels, full=full) or words.sentence("cli.empty_cell")
        title = column.title if column else conflict.column.removeprefix("own:")
        told = words.sentence("cli.cell_stays", title=title, text=present.replace("\n", " "))
        yield f"{ledger.title}\t{name}\t{told}\t{conflict.uid}"


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

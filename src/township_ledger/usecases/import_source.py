"""What an import reads from outside, held in memory, and how it was understood: layout and mapping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.imports import SourceColumn
from township_ledger.domain.matching import (
    REASON_HEADING,
    RETURNED_SHEET,
    mapping_from_json,
    mapping_to_json,
    match_columns,
    vocabulary,
)
from township_ledger.domain.normal_text import heading
from township_ledger.domain.sheet_layout import LineKind, fill_down, recognise
from township_ledger.domain.sheets import column_letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.faults import Param
    from township_ledger.domain.matching import Vocabulary
    from township_ledger.domain.readings import Raw
    from township_ledger.domain.sheet_layout import Known, Layout
    from township_ledger.domain.sheets import SheetHead
    from township_ledger.usecases.progress import Progress
    from township_ledger.usecases.sheet_port import SheetReader

_SAMPLED_ROWS = 200
_SEARCHED_ROWS = 60  # a header stands far above
_MOST_TRIED = 8  # sheets of one workbook that are looked at for a header
_TOLD_HERE = frozenset({"sheet.hidden_rows", "sheet.hidden_columns"})
"""Notes of the reader that an import tells in its own words: what it does about them."""

Note = tuple[str, "Mapping[str, Param]"]
Remembered = Callable[[str, str], str | None]
"""Looks up a sender's mapping: (fingerprint of the header, ledger) → JSON or None."""
Decisions = dict[str, object]
"""What the clerk decided about doubtful rows.

`{"hours_per_day": 8, "rows": {"17": {"take": "new" | "skip" | uid, "cells": {"3": text}, "persons": {name: uid}}}}`:
rows by their number in the sheet (from 1), cells by their column (from 0). `take` settles who a row is about; a cell
that is still asked about then is kept as refused text.
"""


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """One sheet as it came: `rows[n]` is row n of the sheet, counted from 0."""

    file: str
    head: SheetHead
    rows: list[list[Raw]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sheet whose table was found and whose columns have their places."""

    source: SourceSheet
    ledger: Ledger
    ledgers: Mapping[str, Ledger]
    layout: Layout
    columns: tuple[SourceColumn, ...]
    automatic: bool  # the mapping was found by the program, not remembered and not chosen
    skip_hidden: bool = False
    decisions: Decisions = field(default_factory=dict)

    @property
    def hidden(self) -> frozenset[int]:
        """Rows of data that the sheet hides."""
        return self.source.head.hidden_rows & frozenset(self.layout.body)


def read_source(
    reader: SheetReader,
    path: Path,
    progress: Progress,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    known: Known | None = None,
) -> SourceSheet:
    """Read one sheet whole, through the keyless reader.

    Args:
        reader: the keyless reader.
        path: the file.
        progress: `stage.reading`.
        sheet: its name; None takes the first visible one that is not empty, or, with `known`, the first of these
            with a header that is known: a workbook may begin with a sheet of instructions.
        encoding: of a text file; None guesses.
        known: whether a header names a column of the ledgers in question.

    Raises:
        WorldFault: `file.*`, `sheet.*` (see `SheetReader`).
        Cancelled: from `progress`.
    """
    first = _read(reader, path, progress, sheet, encoding)
    if sheet is not None or known is None or _has_header(first, known):
        return first
    for name in _other_sheets(first.head)[:_MOST_TRIED]:
        other = _read(reader, path, progress, name, encoding)
        if _has_header(other, known):
            return other
    return first


def _has_header(source: SourceSheet, known: Known) -> bool:
    layout = recognise(source.rows[:_SEARCHED_ROWS], source.head.merged, known)
    return layout is not None and not layout.guessed


def _other_sheets(head: SheetHead) -> list[str]:
    """Return the names of the visible sheets that hold something and were not read."""
    return [tab.name for tab in head.tabs if tab.visible and not tab.empty and tab.name != head.sheet]


def _read(
    reader: SheetReader, path: Path, progress: Progress, sheet: str | None, encoding: str | None
) -> SourceSheet:
    rows: list[list[Raw]] = []
    with reader.open_sheet(path, sheet=sheet, encoding=encoding, progress=progress) as opened:
        for chunk in opened.chunks:
            while len(rows) < chunk.first:
                rows.append([])
            rows.extend(chunk.rows)
        head = opened.head
    while rows and not any(cell is not None and cell != "" for cell in rows[-1]):
        rows.pop()
    return SourceSheet(path.name, head, rows)


def prepare(
    source: SourceSheet,
    ledger: Ledger,
    ledgers: Mapping[str, Ledger],
    *,
    mapping: Sequence[SourceColumn] | None = None,
    remembered: Remembered | None = None,
) -> Prepared:
    """Find the table and match its columns. Cells merged down a column are filled in `source.rows`.

    Args:
        source: the sheet.
        ledger: where its rows go.
        ledgers: all definitions in use.
        mapping: the clerk's own mapping; None matches by synonyms, or as remembered.
        remembered: looks up the mapping of a header's fingerprint.

    Raises:
        WorldFault: `import.empty` when the sheet holds no text at all.
    """
    words = vocabulary(ledger, ledgers)
    layout = recognise(source.rows, source.head.merged, words.knows)
    if layout is None:
        raise WorldFault("import.empty", file=source.file)
    if source.head.sheet == RETURNED_SHEET and heading(layout.headings[-1].text) == heading(REASON_HEADING):
        layout = replace(layout, headings=layout.headings[:-1])
    fill_down(source.rows, source.head.merged, layout)
    automatic = _match(words, source, layout)
    columns = _known(mapping) if mapping is not None else None
    if columns is None and remembered is not None:
        columns = _remembered(remembered(layout.fingerprint, ledger.name), words, automatic)
    return Prepared(
        source, ledger, ledgers, layout, columns or automatic, automatic=columns in (None, automatic)
    )


def _match(words: Vocabulary, source: SourceSheet, layout: Layout) -> tuple[SourceColumn, ...]:
    sampled = [source.rows[row] for row in layout.body[:_SAMPLED_ROWS]]
    samples = {
        each.column: [row[each.column] for row in sampled if each.column < len(row)]
        for each in layout.headings
    }
    return match_columns(words, layout.headings, samples)


def _known(mapping: Sequence[SourceColumn]) -> tuple[SourceColumn, ...]:
    """Return a chosen mapping; a column that goes into no ledger and is no 自有列 goes nowhere."""
    return tuple(
        SourceColumn(
            each.index, each.header, None if each.own else each.ledger, each.column, each.own, each.is_list
        )
        for each in mapping
    )


def _remembered(
    text: str | None, words: Vocabulary, automatic: tuple[SourceColumn, ...]
) -> tuple[SourceColumn, ...] | None:
    if text is None:
        return None
    try:
        columns = mapping_from_json(text, words)
    except (ValueError, TypeError):
        return None  # written by another version: the columns are matched anew
    same = [(each.index, each.header) for each in columns] == [
        (each.index, each.header) for each in automatic
    ]
    return columns if same else None


def remembered_text(prepared: Prepared) -> str | None:
    """Return the mapping to be remembered for this sender, or None when the program found it by itself."""
    return None if prepared.automatic else mapping_to_json(prepared.columns)


def sheet_notes(prepared: Prepared) -> list[Note]:
    """Return what the clerk should know about the sheet as a whole, as codes with parameters."""
    layout, head = prepared.layout, prepared.source.head
    notes: list[Note] = [note for note in head.notes if note[0] not in _TOLD_HERE]
    if others := _other_sheets(head):
        names = "、".join(others[:8])[:200]
        notes.append(("import.other_sheets", {"sheet": head.sheet, "count": len(others), "names": names}))
    if layout.guessed:
        notes.append(("import.header_guessed", {"row": layout.header_rows[0] + 1}))
    elif len(layout.header_rows) > 1:
        notes.append(
            ("import.header_rows", {"first": layout.header_rows[0] + 1, "last": layout.header_rows[-1] + 1})
        )
    else:
        notes.append(("import.header_row", {"row": layout.header_rows[0] + 1}))
    label = prepared.ledger.by_name[prepared.ledger.label]
    if not any(
        each.ledger == prepared.ledger.name and each.column == label.name for each in prepared.columns
    ):
        notes.append(("import.no_label_column", {"title": label.title}))
    notes.extend(_ignored_notes(layout.lines))
    hidden = sorted(row + 1 for row in prepared.hidden)
    if hidden:
        code = "import.hidden_skipped" if prepared.skip_hidden else "import.hidden_taken"
        notes.append((code, {"count": len(hidden), "rows": _listed(hidden)}))
    if head.hidden_columns & {each.index for each in prepared.columns}:
        notes.append(("import.hidden_columns", {"count": len(head.hidden_columns)}))
    owns = own_titles(prepared.columns)
    if owns:
        notes.append(("import.own_columns", {"titles": "、".join(owns.values())}))
    if twice := _twice(prepared.columns):
        notes.append(("import.columns_twice", {"titles": "、".join(twice)}))
    if not prepared.automatic:
        notes.append(("import.mapping_remembered", {}))
    return notes


def own_titles(columns: Sequence[SourceColumn]) -> dict[int, str]:
    """Return the titles of the 自有列 by their source column.

    A column without a header, and one whose header stands there twice, is named by its letter.
    """
    titles: dict[int, str] = {}
    for each in columns:
        if each.own:
            letter = f"{column_letters(each.index)} 列"
            title = each.header or letter
            titles[each.index] = f"{title}（{letter}）" if title in titles.values() else title
    return titles


def _twice(columns: Sequence[SourceColumn]) -> list[str]:
    """Return the headers that stand there again after a column took them: two lists side by side in one sheet."""
    taken = {heading(each.header): each.header for each in columns if each.ledger is not None}
    again = {heading(each.header) for each in columns if each.own}
    return [title for name, title in taken.items() if name in again]


def _ignored_notes(lines: Mapping[int, LineKind]) -> list[Note]:
    kinds = list(lines.values())
    return [
        (f"import.ignored_{kind.value}", {"count": kinds.count(kind)}) for kind in LineKind if kind in kinds
    ]


def _listed(numbers: Sequence[int], most: int = 8) -> str:
    """Return row numbers as a clerk would list them: 5、7–9、12."""
    parts: list[str] = []
    start = previous = numbers[0]
    for number in [*numbers[1:], 0]:
        if number == previous + 1:
            previous = number
            continue
        parts.append(str(start) if start == previous else f"{start}–{previous}")
        start = previous = number
    return "、".join(parts[:most]) + ("…" if len(parts) > most else "")

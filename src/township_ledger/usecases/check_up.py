"""The first answer to a dropped sheet: a check-up in memory, before anything is asked or kept (design.md §1).

The sheet is read once by the keyless reader; its rows stay in memory, answer the window's page requests, and are
written by `CheckUp.keep` when there is a home to keep them in.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.matching import vocabulary
from township_ledger.domain.sheet_layout import recognise
from township_ledger.usecases.check_up_cards import Cards
from township_ledger.usecases.import_classify import classify
from township_ledger.usecases.import_sheet import ImportRequest, import_source
from township_ledger.usecases.import_source import prepare, read_source
from township_ledger.usecases.import_table import is_reference
from township_ledger.usecases.steady_heap import steady_heap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.rows import Cell, Fault
    from township_ledger.usecases.check_up_cards import Card
    from township_ledger.usecases.import_plan import Plan
    from township_ledger.usecases.import_sheet import ImportStore
    from township_ledger.usecases.import_source import Prepared, SourceSheet
    from township_ledger.usecases.ports import Clock
    from township_ledger.usecases.progress import Progress
    from township_ledger.usecases.sheet_port import SheetReader

_UNIT_LINE = re.compile(r"(?:填报单位|报送单位|单位名称|单位)(?:[(（]盖章[)）])?[:：]\s*([^\s:：]{2,40})")

Json = dict[str, object]


class NothingKept:
    """The ledgers of a home that is not there yet (a `BulkReader`)."""

    def key_map(self, ledger: str, columns: Sequence[str]) -> dict[tuple[Cell, ...], list[str]]:
        """Return nothing."""
        del ledger, columns
        return {}

    def import_digests(self, ledger: str) -> dict[bytes, str]:
        """Return nothing."""
        del ledger
        return {}

    def values_of(self, ledger: str, uids: Iterable[str]) -> dict[str, tuple[Cell, ...]]:
        """Return nothing."""
        del ledger, uids
        return {}

    def faults_of(self, ledger: str, uids: Iterable[str]) -> dict[str, dict[str, Fault]]:
        """Return nothing."""
        del ledger, uids
        return {}

    def own_of(self, ledger: str, uids: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return nothing."""
        del ledger, uids
        return {}

    def mapping(self, fingerprint: str, ledger: str) -> str | None:
        """Return nothing."""
        del fingerprint, ledger
        return None


@steady_heap()
def check_up(
    path: Path,
    *,
    sheets: SheetReader,
    ledgers: Mapping[str, Ledger],
    clock: Clock,
    progress: Progress,
    sheet: str | None = None,
    target_hours: int = 60,
) -> CheckUp:
    """Read a sheet and look at it.

    Args:
        path: the file.
        sheets: the keyless reader.
        ledgers: the definitions in use; the one whose columns the header names best is meant.
        clock: tells what day it is.
        progress: `stage.reading`, `stage.classifying`.
        sheet: a sheet's name, or None.
        target_hours: the yearly target of class hours.

    Raises:
        WorldFault: `file.*`, `sheet.*`, `import.empty`.
        Cancelled: from `progress`.
    """
    vocabularies = [vocabulary(each, ledgers) for each in ledgers.values()]
    source = read_source(
        sheets,
        path,
        progress,
        sheet=sheet,
        known=lambda parts: any(each.knows(parts) for each in vocabularies),
    )
    ledger = meant_ledger(source, ledgers)
    prepared = prepare(source, ledger, ledgers)
    today = clock.now().date()
    plan = classify(prepared, NothingKept(), secrets.token_bytes(32), today, progress)
    return CheckUp(prepared, plan, path, Cards(prepared, plan, today, target_hours).cards())


def meant_ledger(source: SourceSheet, ledgers: Mapping[str, Ledger]) -> Ledger:
    """Return the ledger whose columns a sheet's header names best, the first of equals.

    A ledger whose rows need rows of another (a certificate its holder) comes last: nothing is kept yet, and a roster
    with certificate columns brings the holders along.

    Raises:
        WorldFault: `import.empty`.
    """
    best: Ledger | None = None
    most = (-1, False, -1)
    for ledger in sorted(
        ledgers.values(), key=lambda each: (each.name != "people", not each.sidebar, each.name)
    ):
        known = vocabulary(ledger, ledgers)
        layout = recognise(source.rows, source.head.merged, known.knows)
        if layout is None:
            continue
        own = [t for each in layout.headings for t in known.of(each.parts)[:1] if not t.lookup]
        has_label = any(t.ledger == ledger.name and t.column == ledger.label for t in own)
        score = 2 * len({(t.ledger, t.column) for t in own if t.ledger == ledger.name}) + len(own)
        stands_alone = not any(column.required and is_reference(column) for column in ledger.columns)
        rank = (int(has_label), stands_alone, score)
        if rank > most:
            best, most = ledger, rank
    if best is None:
        raise WorldFault("import.empty", file=source.file)
    return best


class CheckUp:
    """A looked-at sheet in memory."""

    def __init__(self, prepared: Prepared, plan: Plan, path: Path, cards: list[Card]) -> None:
        self._prepared = prepared
        self._plan = plan
        self._path = path
        self.cards = cards

    @property
    def ledger(self) -> str:
        """The ledger that the sheet will be kept in."""
        return self._prepared.ledger.name

    def result(self) -> Json:
        """Return the answer for the window: what was recognised, and the cards with how many rows stand behind each."""
        columns = self._prepared.columns
        return {
            "file": self._prepared.source.file,
            "sheet": self._prepared.source.head.sheet,
            "sheets": [tab.name for tab in self._prepared.source.head.tabs],
            "ledger": self.ledger,
            "rows": len(self._plan.verdicts),
            "columns": len(columns),
            "known": sum(1 for each in columns if not each.own),
            "unit": self._unit(),
            "notes": [[code, dict(params)] for code, params in self._prepared.source.head.notes],
            "cards": [
                {
                    "code": card.code,
                    "number": card.number,
                    "tone": card.tone,
                    "title": card.title,
                    "detail": card.detail,
                    "rows": len(card.lines),
                }
                for card in self.cards
            ],
        }

    def page(self, card: str, offset: int, limit: int) -> Json:
        """Return rows behind a card; each line is 原表行, 姓名, 原来写的, 毛病, 怎么改."""
        lines = next((each.lines for each in self.cards if each.code == card), [])
        shown = [[str(line.row), *line[1:]] for line in lines[offset : offset + limit]]
        return {"card": card, "offset": offset, "lines": shown}

    @steady_heap()
    def keep(self, store: ImportStore, clock: Clock, progress: Progress, job: str = "") -> ImportSummary:
        """Write the rows into a home; the file is not read again.

        Raises:
            WorldFault: `store.*`.
            Cancelled: from `progress`; then nothing was written.
        """
        ledger = store.ledgers()[self.ledger]
        run = import_source(
            self._prepared.source,
            ledger,
            ImportRequest(ledger.name, self._path),
            store=store,
            clock=clock,
            progress=progress,
            apply=True,
            job=job,
        )
        return run.summary

    def _unit(self) -> str:
        """Return the unit that the lines above the header name, or ""."""
        for line in self._prepared.layout.above:
            found = _UNIT_LINE.search(line)
            if found:
                return found[1]
        return ""

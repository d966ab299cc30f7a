"""What every report carries: who, which period, as of when, who signs, and the notes all share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from township_ledger.domain.masks import mask
from township_ledger.words import sentence

if TYPE_CHECKING:
    from datetime import date

    from township_ledger.domain.definitions import ColumnType
    from township_ledger.domain.periods import Period
    from township_ledger.domain.plans import Plan
    from township_ledger.domain.rows import Cell
    from township_ledger.usecases.ports import LedgerReader
    from township_ledger.usecases.progress import Progress


@dataclass(frozen=True, slots=True)
class Ask:
    """What a report is asked for, and where it reads."""

    reader: LedgerReader
    period: Period
    as_of: date
    plan: Plan
    full_ids: bool
    progress: Progress

    def shown(self, kind: ColumnType, value: Cell) -> str | None:
        """Return a text of the ledger as this report shows it: ID numbers and phones masked unless asked for."""
        if not isinstance(value, str):
            return None
        return value if self.full_ids else mask(kind, value)


def day_words(day: date) -> str:
    """Return a day as documents write it: 2026年9月30日, no leading zeros (GB/T 9704-2012)."""
    return sentence("report.day", year=day.year, month=day.month, day=day.day)


def period_words(period: Period) -> str:
    """Return a period as documents write it: 2026年, 2026年上半年, 2026年第三季度, 2026年10月."""
    mark = period.text[4:]
    if not mark:
        return sentence("report.year", year=period.year)
    if mark.startswith("-"):
        return sentence("report.month", year=period.year, month=period.first.month)
    return sentence(f"report.part_{mark.lower()}", year=period.year)


def head(ask: Ask) -> tuple[str, ...]:
    """Return the line under the title: unit, period, as-of date."""
    unit = ask.reader.setting("unit_name") or ""
    return (
        sentence("report.head_unit", unit=unit),
        sentence("report.head_period", period=period_words(ask.period)),
        sentence("report.head_as_of", day=day_words(ask.as_of)),
    )


def signatures() -> tuple[str, ...]:
    """Return the places to sign at the foot."""
    return (sentence("report.made_by"), sentence("report.checked_by"), sentence("report.signed_on"))


def draft_note(drafts: int) -> tuple[str, ...]:
    """Return the note that says how many drafts were left out; none when there were none."""
    return (sentence("report.note_drafts", count=drafts),) if drafts else ()


def count_in_order(notes: list[str]) -> tuple[str, ...]:
    """Return the notes numbered, unless there is only one."""
    if len(notes) == 1:
        return (sentence("report.note", text=notes[0]),)
    return tuple(
        sentence("report.note_first" if number == 1 else "report.note_next", number=number, text=text)
        for number, text in enumerate(notes, start=1)
    )

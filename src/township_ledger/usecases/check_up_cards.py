"""The cards of the check-up: numbers about a sheet, with the rows behind each and how to mend them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from township_ledger import words
from township_ledger.domain import amounts
from township_ledger.domain.imports import RowVerdict
from township_ledger.domain.normal_text import compact
from township_ledger.domain.values import plain
from township_ledger.domain.written import shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from township_ledger.domain.rows import Cell
    from township_ledger.usecases.import_plan import Plan, Remark
    from township_ledger.usecases.import_source import Prepared
    from township_ledger.usecases.import_table import Part

DUE_DAYS = 180
_TWICE = frozenset({"import.same_number_twice", "import.same_row_twice", "import.number_twice"})
_HOURS_HEADER = re.compile(r".*(?:学时|课时)(?:数|合计|累计)?(?:[(（].*[)）])?")


class Line(NamedTuple):
    """One row behind a card: sheet row, name, what was written (masked), what is wrong, how to mend it."""

    row: int
    name: str
    written: str
    fault: str
    mend: str


@dataclass(frozen=True, slots=True)
class Card:
    """One fact of the check-up. `tone`: grey 说明, amber 留意, red 要处理, green 正常."""

    code: str
    number: int
    tone: str
    title: str
    detail: str
    lines: list[Line] = field(default_factory=list)


class Cards:
    """Looks at a classified sheet."""

    def __init__(self, prepared: Prepared, plan: Plan, today: date, target: int) -> None:
        self._prepared = prepared
        self._plan = plan
        self._today = today
        self._target = target
        self._main = plan.table.main
        self._places = {column.name: place for place, column in enumerate(self._main.ledger.columns)}
        self._certificates: Part | None = next(
            (part for part in plan.table.feeds if part.ledger.name == "certificates"), None
        )

    def cards(self) -> list[Card]:
        """Return the cards in the order in which they are shown."""
        if self._main.ledger.name != "people":
            return self._plain_cards()
        return [
            self._people(),
            self._expiring(),
            self._ids(),
            self._hours(),
            self._twice(),
            self._without_certificate(),
        ]

    # --- what the rows say ----------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[int]:
        """Yield the rows that are about somebody."""
        return (row for row, verdict in enumerate(self._plan.verdicts) if verdict is not RowVerdict.REJECTED)

    def _value(self, row: int, column: str) -> Cell:
        return self._main.rows[row][self._places[column]]

    def _name(self, row: int) -> str:
        value = self._main.rows[row][self._places[self._main.ledger.label]]
        return "" if value is None else str(value)

    def _line(self, row: int, written: str = "", fault: str = "", mend: str = "") -> Line:
        return Line(self._plan.table.numbers[row] + 1, self._name(row), written, fault, mend)

    def _told(self, row: int, remark: Remark) -> Line:
        """Return the line of a remark: what is wrong and what to do are the two parts of its sentence."""
        what, _, todo = words.sentence(remark.code, **remark.params).partition("。")
        return self._line(row, self._written(row, remark), what, todo.rstrip("。"))

    def _written(self, row: int, remark: Remark) -> str:
        cells = self._prepared.source.rows[self._plan.table.numbers[row]]
        if not 0 <= remark.source < len(cells):
            return ""
        text = plain(cells[remark.source])
        column = self._main.ledger.by_name.get(remark.column)
        return shown_text(column, text)

    def _listed(self, lines: Sequence[Line], most: int = 4) -> str:
        rows = list(dict.fromkeys(line.row for line in lines))
        told = "、".join(map(str, rows[:most])) + (" 等" if len(rows) > most else "")
        return words.sentence("check_up.rows", rows=told) if rows else ""

    # --- cards of a roster ----------------------------------------------------------------------------------------

    def _people(self) -> Card:
        kinds = {row: self._value(row, "person_type") for row in self._rows()}
        officers = sum(1 for kind in kinds.values() if kind == "执法人员")
        auxiliaries = sum(1 for kind in kinds.values() if kind == "辅助人员")
        others = len(kinds) - officers - auxiliaries
        detail = words.sentence("check_up.people_detail", officers=officers, auxiliaries=auxiliaries)
        if others:
            detail += words.sentence("check_up.people_others", others=others)
        if self._plan.ignored:
            detail += words.sentence("check_up.ignored", count=self._plan.ignored)
        lines = [self._line(row, str(kind or "")) for row, kind in kinds.items()]
        return Card("people", len(kinds), "grey", words.sentence("check_up.people"), detail, lines)

    def _validities(self) -> list[tuple[str, int]]:
        part = self._certificates
        if part is None or "valid_to" not in part.sources:
            return []
        place = [column.name for column in part.ledger.columns].index("valid_to")
        return sorted(
            (str(part.rows[row][place]), row) for row in self._rows() if part.rows[row][place] is not None
        )

    def _expiring(self) -> Card:
        title = words.sentence("check_up.expiring")
        found = self._validities()
        if not found:
            return Card("expiring", 0, "grey", title, words.sentence("check_up.no_validity"))
        today, last = self._today.isoformat(), (self._today + timedelta(days=DUE_DAYS)).isoformat()
        due = [(day, row) for day, row in found if today <= day <= last]
        gone = [(day, row) for day, row in found if day < today]
        lines = [
            self._line(
                row, day, words.sentence("check_up.expired_on", day=day), words.sentence("check_up.renew_now")
            )
            for day, row in gone
        ]
        lines += [
            self._line(
                row, day, words.sentence("check_up.expires_on", day=day), words.sentence("check_up.renew")
            )
            for day, row in due
        ]
        detail = ""
        if due:
            detail = words.sentence("check_up.expiring_first", day=due[0][0], name=self._name(due[0][1]))
        if gone:
            detail += words.sentence("check_up.expired" if due else "check_up.expired_only", count=len(gone))
        tone = "red" if gone else "amber" if due else "green"
        return Card("expiring", len(due), tone, title, detail, lines)

    def _ids(self) -> Card:
        title = words.sentence("check_up.ids")
        if "id_number" not in self._main.sources:
            return Card("ids", 0, "grey", title, words.sentence("check_up.no_ids"))
        lines: list[Line] = []
        for row in range(len(self._plan.verdicts)):
            lines += [
                self._told(row, remark)
                for remark in self._plan.remarks.get(row, ())
                if remark.column == "id_number" and remark.code != "value.id_old"
            ]
        return Card(
            "ids",
            len({line.row for line in lines}),
            "red" if lines else "green",
            title,
            self._listed(lines),
            lines,
        )

    def _hours(self) -> Card:
        title = words.sentence("check_up.hours", target=self._target)
        own = next((own for own in self._plan.table.own if _HOURS_HEADER.fullmatch(compact(own.title))), None)
        if own is None:
            return Card("hours", 0, "grey", title, words.sentence("check_up.no_hours"))
        lines: list[Line] = []
        for row in self._rows():
            read = amounts.read_hours(compact(own.texts[row]) or "0", None)
            if self._value(row, "person_type") not in (None, "执法人员") or read.value is None:
                continue
            if read.value < self._target:
                gap = f"{self._target - read.value:g}"
                fault = words.sentence("check_up.hours_short", hours=f"{read.value:g}", gap=gap)
                lines.append(self._line(row, own.texts[row], fault, words.sentence("check_up.hours_attend")))
        detail = words.sentence("check_up.hours_basis", header=own.title)
        return Card("hours", len(lines), "amber" if lines else "green", title, detail, lines)

    def _twice(self) -> Card:
        lines = [
            self._told(row, remark)
            for row in sorted(self._plan.remarks)
            for remark in self._plan.remarks[row]
            if remark.code in _TWICE
        ]
        title = words.sentence("check_up.twice")
        return Card("twice", len(lines), "amber" if lines else "green", title, self._listed(lines), lines)

    def _without_certificate(self) -> Card:
        title = words.sentence("check_up.no_certificate")
        part = self._certificates
        if part is None:
            return Card("no_certificate", 0, "grey", title, words.sentence("check_up.no_certificates"))
        place = [column.name for column in part.ledger.columns].index(part.when)
        lines = [
            self._line(
                row,
                fault=words.sentence("check_up.no_certificate_why"),
                mend=words.sentence("check_up.no_certificate_do"),
            )
            for row in self._rows()
            if self._value(row, "person_type") == "执法人员"
            and part.rows[row][place] is None
            and not any(odd.column == part.when for odd in part.odds.get(row, ()))
        ]
        tone = "red" if lines else "green"
        return Card("no_certificate", len(lines), tone, title, self._listed(lines), lines)

    # --- cards of any other sheet ---------------------------------------------------------------------------------

    def _plain_cards(self) -> list[Card]:
        ledger = self._main.ledger
        going = [
            row for row, v in enumerate(self._plan.verdicts) if v in (RowVerdict.ADDED, RowVerdict.UPDATED)
        ]
        detail = (
            words.sentence("check_up.ignored", count=self._plan.ignored).lstrip("；")
            if self._plan.ignored
            else ""
        )
        title = words.sentence("check_up.all_rows", title=ledger.title)
        cards = [Card("rows", len(going), "grey", title, detail, [self._line(row) for row in going])]
        kept = [
            self._told(row, remark)
            for row in going
            for remark in self._plan.remarks.get(row, ())
            if remark.verdict is None and remark.code.startswith("value.") and self._is_refused(row, remark)
        ]
        title = words.sentence("check_up.refused")
        cards.append(
            Card("refused", len(kept), "amber" if kept else "green", title, self._listed(kept), kept)
        )
        for code, verdict in (("asked", RowVerdict.DOUBTFUL), ("rejected", RowVerdict.REJECTED)):
            lines = [
                self._told(row, remark)
                for row in sorted(self._plan.remarks)
                for remark in self._plan.remarks[row]
                if remark.verdict is verdict and self._plan.verdicts[row] is verdict
            ]
            rows = len({line.row for line in lines})
            title = words.sentence(f"check_up.{code}")
            cards.append(Card(code, rows, "red" if lines else "green", title, self._listed(lines), lines))
        return [*cards, *self._unknown_names()]

    def _unknown_names(self) -> list[Card]:
        """Return the card of names that no ledger knows yet, when the sheet holds lists of names."""
        if not self._plan.table.names:
            return []
        lines: dict[str, Line] = {}
        for row in sorted(self._plan.remarks):
            for remark in self._plan.remarks[row]:
                if (
                    remark.code == "value.person_unknown"
                    and self._plan.verdicts[row] is not RowVerdict.REJECTED
                ):
                    name = str(remark.params["text"])
                    lines.setdefault(name, self._told(row, remark)._replace(written=name))
        title = words.sentence("check_up.unknown_names")
        detail = words.sentence("check_up.roster_first") if lines else ""
        return [Card("names", len(lines), "amber" if lines else "green", title, detail, list(lines.values()))]

    def _is_refused(self, row: int, remark: Remark) -> bool:
        parts = [self._main, *self._plan.table.feeds]
        return any(
            odd.column == remark.column and odd.reading.fault is not None
            for part in parts
            for odd in part.odds.get(row, ())
        )

"""持证上岗情况表: who is on the roster on a day, by which certificate, in which status, and who may enforce."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from township_ledger.domain.certificates import AUXILIARY, PAIR, is_officer, on_roster
from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.report import (
    CellKind,
    Report,
    ReportCell,
    ReportColumn,
    ReportFigure,
    ReportRow,
    Section,
)
from township_ledger.usecases.report_head import (
    Ask,
    count_in_order,
    day_words,
    draft_note,
    head,
    signatures,
)
from township_ledger.usecases.rule_facts import (
    HeldCertificate,
    certificates_on,
    counted_rows,
    draft_count,
    person_of,
    text_of,
    verdict_on,
)
from township_ledger.words import sentence

if TYPE_CHECKING:
    from datetime import date

    from township_ledger.domain.certificates import MayEnforce, Person
    from township_ledger.domain.rows import Row

_STEP = 500  # rows between two looks at the stop button


def _columns() -> tuple[ReportColumn, ...]:
    return (
        ReportColumn("序号", 5, CellKind.INTEGER),
        ReportColumn("姓名", 12),
        ReportColumn("人员类别", 9, CellKind.MARK),
        ReportColumn("所在机构", 18),
        ReportColumn("职务", 12),
        ReportColumn("身份证号", 20, CellKind.NUMBER_TEXT),
        ReportColumn("执法证号", 13, CellKind.NUMBER_TEXT),
        ReportColumn("发证机关", 14),
        ReportColumn("发证日期", 11, CellKind.DATE),
        ReportColumn("有效期至", 11, CellKind.DATE),
        ReportColumn("证件状态", 8, CellKind.MARK),
        ReportColumn("能否执法", 8, CellKind.MARK),
        ReportColumn("说明", 16),
    )


@dataclass(slots=True)
class _Counts:
    """The figures while the rows pass by."""

    people: int = 0
    officers: int = 0
    auxiliaries: int = 0
    may: int = 0
    without: int = 0  # officers without any certificate
    unusable: int = 0  # officers with certificates, none of them usable
    untyped: int = 0
    unknown_validity: int = 0
    off_roster: int = 0

    def add(self, person: Person, verdict: MayEnforce, *, held: bool) -> None:
        self.people += 1
        self.auxiliaries += person.person_type == AUXILIARY
        if is_officer(person):
            self.officers += 1
            self.untyped += person.person_type is None
            self.may += verdict.may
            self.unknown_validity += verdict.may and verdict.reason != "certificate.may"
            self.without += not held
            self.unusable += held and not verdict.may


def _why(verdict: MayEnforce, each: HeldCertificate | None, day: date) -> str:
    """Return what the last column says: nothing when all is well, else the reason, with the end of a suspension."""
    if verdict.reason == "certificate.may" and (each is None or each.status.usable):
        return ""
    until = each.status.until if each is not None else None
    if until is not None and until >= day:
        return sentence("report.suspended_until", day=until.isoformat())
    if verdict.may and each is not None and not each.status.usable:
        return sentence("report.other_certificate")
    return sentence(verdict.reason)


def _rows_of(
    ask: Ask, number: int, row: Row, held: list[HeldCertificate], verdict: MayEnforce
) -> list[ReportRow]:
    """Return one row per certificate of a person, or one without; a second certificate repeats the person."""
    values = row.values
    fronts: tuple[ReportCell, ...] = (
        number,
        text_of(values["name"]),
        text_of(values["person_type"]),
        text_of(values["unit"]),
        text_of(values["post"]),
        ask.shown(ColumnType.ID_NUMBER, values["id_number"]),
    )
    may = sentence("report.yes" if verdict.may else "report.no")
    if not held:
        return [ReportRow((*fronts, *(None,) * 5, may, _why(verdict, None, ask.as_of)))]
    return [
        ReportRow(
            (
                *fronts,
                each.number,
                each.issuer,
                each.certificate.issued,
                each.certificate.valid_to,
                each.status.status.value,
                may,
                _why(verdict, each, ask.as_of),
            )
        )
        for each in held
    ]


def _figures(counts: _Counts) -> tuple[ReportFigure, ...]:
    figures = (
        ("people", counts.people),
        ("officers", counts.officers),
        ("may_enforce", counts.may),
        ("unusable", counts.unusable),
        ("without", counts.without),
        ("auxiliaries", counts.auxiliaries),
    )
    return tuple(
        ReportFigure(
            f"roster.{name}", sentence(f"report.roster_{name}"), value, sentence(f"report.roster_{name}_rule")
        )
        for name, value in figures
    )


def _notes(ask: Ask, counts: _Counts, drafts: int) -> tuple[str, ...]:
    notes = [
        sentence("report.note_status", day=day_words(ask.as_of)),
        sentence("report.note_pair", pair=PAIR, count=counts.may),
    ]
    if counts.untyped:
        notes.append(sentence("report.note_untyped", count=counts.untyped))
    if counts.unknown_validity:
        notes.append(sentence("report.note_validity", count=counts.unknown_validity))
    if counts.off_roster:
        notes.append(sentence("report.note_off_roster", count=counts.off_roster))
    if not ask.full_ids:
        notes.append(sentence("report.note_masked"))
    notes.extend(draft_note(drafts))
    return count_in_order(notes)


def build_roster(ask: Ask) -> Report:
    """Return the roster as of the day."""
    reader, day = ask.reader, ask.as_of
    certificates = certificates_on(reader, day)
    counts = _Counts()
    rows: list[ReportRow] = []
    for row in counted_rows(reader, "people"):
        person = person_of(row)
        if not on_roster(person, day):
            counts.off_roster += 1
            continue
        held = certificates.get(row.uid, [])
        verdict = verdict_on(person, held, day)
        counts.add(person, verdict, held=bool(held))
        rows.extend(_rows_of(ask, counts.people, row, held, verdict))
        if counts.people % _STEP == 0:
            ask.progress.step("report.reading", counts.people)
    drafts = draft_count(reader, "people") + draft_count(reader, "certificates")
    title = sentence("report.roster")
    return Report(
        name="roster",
        title=title,
        as_of=day,
        head=head(ask),
        sections=(
            Section(
                sheet=sentence("report.roster_sheet"),
                heading="",
                columns=_columns(),
                rows=tuple(rows),
                figures=_figures(counts),
                notes=_notes(ask, counts, drafts),
                empty=sentence("report.no_people"),
            ),
        ),
        signatures=signatures(),
        drafts=drafts,
    )

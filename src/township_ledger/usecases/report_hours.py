"""人员学时台账: the class hours of everybody in the year up to a day, and the list of those below the target."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from township_ledger.domain.report import (
    CellKind,
    Report,
    ReportCell,
    ReportColumn,
    ReportFigure,
    ReportRow,
    Section,
    plain_number,
)
from township_ledger.domain.training import ZERO, hours_of_people
from township_ledger.usecases.class_hours import class_hours, formula
from township_ledger.usecases.report_head import (
    Ask,
    count_in_order,
    day_words,
    draft_note,
    head,
    signatures,
)
from township_ledger.usecases.rule_facts import attendances, counted_cells, sessions, text_of
from township_ledger.words import sentence

if TYPE_CHECKING:
    from township_ledger.domain.training import PersonHours
    from township_ledger.usecases.class_hours import HoursOfYear, PersonYear

_TENTH = Decimal("0.1")


def _columns(hours: HoursOfYear, *, part: bool) -> tuple[ReportColumn, ...]:
    counted = [name for name in hours.categories if name not in hours.target.recorded_only]
    aside = [name for name in hours.categories if name in hours.target.recorded_only]
    return (
        ReportColumn("序号", 5, CellKind.INTEGER),
        ReportColumn("姓名", 12),
        ReportColumn("人员类别", 10, CellKind.MARK),
        ReportColumn("所在机构", 20),
        ReportColumn("参训班次", 9, CellKind.INTEGER),
        *(ReportColumn(name, 12, CellKind.DECIMAL) for name in counted),
        *((ReportColumn("本期学时", 10, CellKind.DECIMAL),) if part else ()),
        ReportColumn("本年计入学时", 12, CellKind.DECIMAL),
        *(ReportColumn(sentence("report.aside", category=name), 13, CellKind.DECIMAL) for name in aside),
        ReportColumn("尚差学时", 9, CellKind.DECIMAL),
        ReportColumn("是否达标", 9, CellKind.MARK),
    )


def _row(
    number: int, each: PersonYear, unit: str | None, hours: HoursOfYear, part: dict[str, PersonHours] | None
) -> ReportRow:
    by_category = each.hours.by_category
    counted = [name for name in hours.categories if name not in hours.target.recorded_only]
    aside = [name for name in hours.categories if name in hours.target.recorded_only]
    in_part: tuple[ReportCell, ...] = ()
    if part is not None:
        in_part = (part[each.person.uid].counted if each.person.uid in part else ZERO,)
    return ReportRow(
        (
            number,
            each.person.name,
            each.person.person_type,
            unit,
            each.hours.sessions,
            *(by_category.get(name, ZERO) for name in counted),
            *in_part,
            each.hours.counted,
            *(by_category.get(name, ZERO) for name in aside),
            each.gap if each.owes else None,
            sentence("report.yes" if each.reached else "report.no")
            if each.owes
            else sentence("report.not_asked"),
        )
    )


def _rows(
    hours: HoursOfYear, units: dict[str, str | None], part: dict[str, PersonHours] | None
) -> tuple[ReportRow, ...]:
    """Return the officers who owe hours, then, apart and under a heading of their own, everybody else."""
    owing = [each for each in hours.people if each.owes]
    others = [each for each in hours.people if not each.owes]
    rows: list[ReportRow] = []
    for title, people in (("report.group_owing", owing), ("report.group_others", others)):
        if people and others:
            rows.append(ReportRow((), group=sentence(title, count=len(people))))
        start = len(owing) if people is others else 0
        rows.extend(
            _row(number, each, units.get(each.person.uid), hours, part)
            for number, each in enumerate(people, start=start + 1)
        )
    return tuple(rows)


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)


def _figures(hours: HoursOfYear) -> tuple[ReportFigure, ...]:
    owing = [each for each in hours.people if each.owes]
    reached = sum(each.reached for each in owing)
    total = sum((each.hours.counted for each in owing), ZERO)
    target = plain_number(hours.target.target_hours)
    values: list[tuple[str, int | Decimal]] = [
        ("officers", len(owing)),
        ("reached", reached),
        ("below", len(owing) - reached),
    ]
    if owing:
        values += [
            ("rate", _tenth(Decimal(100 * reached) / len(owing))),
            ("total", total),
            ("average", _tenth(total / len(owing))),
        ]
    return tuple(
        ReportFigure(
            f"training-hours.{name}",
            sentence(f"report.hours_{name}"),
            value,
            sentence(f"report.hours_{name}_rule", target=target),
        )
        for name, value in values
    )


def _notes(ask: Ask, hours: HoursOfYear) -> tuple[str, ...]:
    target = hours.target
    untyped = sum(each.owes and each.person.person_type is None for each in hours.people)
    notes = [
        sentence(
            "report.note_target",
            target=plain_number(target.target_hours),
            counted="、".join(target.counted),
            source=target.source,
        ),
        sentence("report.note_hours", year=hours.year, day=day_words(min(ask.as_of, hours.last))),
        sentence("report.note_denominator", year=hours.year),
    ]
    if target.recorded_only:
        notes.append(sentence("report.note_aside", categories="、".join(target.recorded_only)))
    if untyped:
        notes.append(sentence("report.note_untyped", count=untyped))
    notes.extend(draft_note(hours.drafts))
    return count_in_order(notes)


def _below(hours: HoursOfYear, units: dict[str, str | None]) -> Section:
    rows = tuple(
        ReportRow(
            (
                number,
                each.person.name,
                units.get(each.person.uid),
                each.hours.counted,
                each.gap,
                formula(each.hours, hours.target, hours.categories),
                None,
            )
        )
        for number, each in enumerate(hours.below, start=1)
    )
    return Section(
        sheet=sentence("report.below_sheet"),
        heading=sentence("report.below"),
        columns=(
            ReportColumn("序号", 5, CellKind.INTEGER),
            ReportColumn("姓名", 12),
            ReportColumn("所在机构", 20),
            ReportColumn("本年计入学时", 12, CellKind.DECIMAL),
            ReportColumn("尚差学时", 9, CellKind.DECIMAL),
            ReportColumn("学时构成", 48),
            ReportColumn("备注", 16),
        ),
        rows=rows,
        empty=sentence("report.nobody_below"),
    )


def build_hours(ask: Ask) -> Report:
    """Return the ledger of class hours: the year of the period up to the as-of day, with the part of the period."""
    hours = class_hours(ask.reader, ask.period.year, ask.plan, until=ask.as_of)
    part: dict[str, PersonHours] | None = None
    if len(ask.period.text) > len("2026"):
        last = min(ask.period.last, ask.as_of)
        part = hours_of_people(
            sessions(ask.reader), attendances(ask.reader), ask.plan.training, ask.period.first, last
        )
    ask.progress.step("report.reading", len(hours.people))
    units = {str(uid): text_of(unit) for _, uid, unit in counted_cells(ask.reader, "people", "unit")}
    return Report(
        name="training-hours",
        title=sentence("report.hours", year=ask.period.year),
        as_of=ask.as_of,
        head=head(ask),
        sections=(
            Section(
                sheet=sentence("report.hours_sheet"),
                heading="",
                columns=_columns(hours, part=part is not None),
                rows=_rows(hours, units, part),
                figures=_figures(hours),
                notes=_notes(ask, hours),
                empty=sentence("report.no_people"),
            ),
            _below(hours, units),
        ),
        signatures=signatures(),
        drafts=hours.drafts,
    )

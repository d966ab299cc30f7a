"""赋权事项清单: the delegated powers of the lists in force on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.powers import Holding, count_powers, holding_on, lists_in_force
from township_ledger.domain.report import (
    CellKind,
    Report,
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
    counted_rows,
    day_of,
    draft_count,
    power_lists,
    power_of,
    text_of,
)
from township_ledger.words import sentence

if TYPE_CHECKING:
    from township_ledger.domain.powers import PowerCounts, PowerList
    from township_ledger.domain.rows import Row

_TYPES = {
    "行政处罚": "penalty",
    "行政许可": "permit",
    "行政强制": "compulsion",
    "行政征收": "levy",
    "行政检查": "inspection",
    "行政裁决": "ruling",
    "行政给付": "benefit",
    "行政确认": "confirmation",
    "行政奖励": "award",
    "行政征用": "requisition",
    "其他": "other",
    "": "untyped",
}
"""The types of powers in the order of the reports, and how figures are named after them."""


def _columns() -> tuple[ReportColumn, ...]:
    return (
        ReportColumn("序号", 5, CellKind.INTEGER),
        ReportColumn("事项名称", 36),
        ReportColumn("事项编码", 13, CellKind.NUMBER_TEXT),
        ReportColumn("权力类型", 9, CellKind.MARK),
        ReportColumn("实施依据", 36),
        ReportColumn("原行使部门", 16),
        ReportColumn("赋权形式", 8, CellKind.MARK),
        ReportColumn("承接状态", 8, CellKind.MARK),
        ReportColumn("赋权文号", 16),
        ReportColumn("承接日期", 11, CellKind.DATE),
    )


def _state(row: Row, holding: Holding) -> str:
    """Return the state on the day; what was entered stands where the dates do not say otherwise."""
    entered = text_of(row.values["state"])
    if holding is Holding.WITHDRAWN:
        return sentence("report.power_withdrawn")
    if holding is Holding.NOT_YET:
        return sentence("report.power_not_yet")
    withdrawn = entered == sentence("report.power_withdrawn")  # its end is still to come
    return sentence("report.power_held") if entered is None or withdrawn else entered


def _row(ask: Ask, number: int, row: Row) -> ReportRow:
    values = row.values
    return ReportRow(
        (
            number,
            text_of(values["name"]),
            text_of(values["code"]),
            text_of(values["power_type"]),
            text_of(values["basis"]),
            text_of(values["department"]),
            text_of(values["mode"]),
            _state(row, holding_on(power_of(row), ask.as_of)),
            text_of(values["given_by"]),
            day_of(values["start_date"]),
        )
    )


def _in_lists(ask: Ask, lists: tuple[PowerList, ...]) -> list[tuple[str, list[Row]]]:
    """Return (title of the list, its items) for the lists in force; items without a list come last, under ""."""
    groups: dict[str | None, list[Row]] = {each.uid: [] for each in lists}
    groups[None] = []
    for row in counted_rows(ask.reader, "powers"):
        uid = text_of(row.values["list"])
        if uid in groups:
            groups[uid].append(row)
    titles = {each.uid: each.title for each in lists}
    return [(titles[uid] if uid is not None else "", rows) for uid, rows in groups.items() if rows]


def _figures(counts: PowerCounts) -> tuple[ReportFigure, ...]:
    figures = [
        ReportFigure(
            f"powers.{name}", sentence(f"report.powers_{name}"), value, sentence(f"report.powers_{name}_rule")
        )
        for name, value in (("held", counts.held), ("withdrawn", counts.withdrawn))
    ]
    by_type = dict(counts.by_type)
    order = [*_TYPES, *sorted(name for name in by_type if name not in _TYPES)]
    for number, name in enumerate(order):
        if name in by_type:
            label = name or sentence("report.powers_untyped")
            figures.append(
                ReportFigure(
                    f"powers.held.{_TYPES.get(name, f'further-{number}')}",
                    sentence("report.powers_of_type", type=label),
                    by_type[name],
                    sentence("report.powers_of_type_rule"),
                )
            )
    return tuple(figures)


def build_powers(ask: Ask) -> Report:
    """Return the items of the lists in force on the as-of day, with their state on that day."""
    every = power_lists(ask.reader)
    lists = lists_in_force(every, ask.as_of)
    groups = _in_lists(ask, lists)
    rows: list[ReportRow] = []
    number = 0
    for title, items in groups:
        if len(groups) > 1:
            rows.append(ReportRow((), group=title or sentence("report.no_list")))
        for row in items:
            number += 1
            rows.append(_row(ask, number, row))
        ask.progress.step("report.reading", number)
    drafts = draft_count(ask.reader, "powers")
    counts = count_powers((power_of(row) for _, items in groups for row in items), ask.as_of)
    notes = [sentence("report.note_powers", day=day_words(ask.as_of))]
    notes.extend(
        sentence(
            "report.note_list" if each.since is not None else "report.note_list_undated",
            title=each.title,
            since=day_words(each.since) if each.since is not None else "",
        )
        for each in lists
    )
    if len(every) > len(lists):
        notes.append(sentence("report.note_other_lists", count=len(every) - len(lists)))
    notes.extend(draft_note(drafts))
    return Report(
        name="powers",
        title=sentence("report.powers"),
        as_of=ask.as_of,
        head=head(ask),
        sections=(
            Section(
                sheet=sentence("report.powers"),
                heading="",
                columns=_columns(),
                rows=tuple(rows),
                figures=_figures(counts),
                notes=count_in_order(notes),
                empty=sentence("report.no_powers"),
            ),
        ),
        signatures=signatures(),
        drafts=drafts,
    )

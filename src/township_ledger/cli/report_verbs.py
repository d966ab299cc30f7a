"""Verbs that answer a question or make a report: hours, may-enforce, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from township_ledger.cli.output import FOUND_FAULTS, GOOD
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.periods import Period, parse_period

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.cli.main import Call
    from township_ledger.cli.output import Json

_FORMATS = ("pdf", "xlsx")


def period_of(call: Call) -> Period:
    """Return the period of the line, or the year of the as-of date.

    Raises:
        WorldFault: `period.shape`.
    """
    named: str | None = call.args.period
    return parse_period(named or str(call.as_of.year))


def _items(result: Json, key: str) -> list[Json]:
    return cast("list[Json]", result[key])


def hours_(call: Call) -> int:
    """Count the class hours of a year, up to the as-of date when one is named."""
    year: int = call.args.year or call.as_of.year
    with call.open() as home:
        result = home.hours(year, call.args.as_of)
    people = _items(result, "people")
    call.output.result(
        result,
        (f"{each['name']}\t{each['counted']}\t{each['recorded']}\t{each['formula']}" for each in people),
    )
    return GOOD


def may_enforce_(call: Call) -> int:
    """Tell who may enforce on a day, and why the others may not."""
    with call.open() as home:
        result = home.may_enforce(call.args.on or call.as_of)
    call.output.result(result, (f"{each['name']}\t{each['words']}" for each in _items(result, "people")))
    return GOOD


def report_(call: Call) -> int:
    """Make a report's files."""
    wanted = [name.strip().lower() for name in call.args.format.split(",") if name.strip()]
    for name in wanted:
        if name not in _FORMATS:
            raise WorldFault("cli.bad_format", format=name)
    full: bool = call.args.full_ids
    out: Path = call.args.out.absolute()
    call.tools.make_folder(out)
    with call.open(write=full) as home:
        result = home.report(
            call.args.name, period_of(call), call.as_of, out, wanted, call.output, full_ids=full
        )
    files = cast("list[str]", result["files"])
    if missing := str(result.get("missing_characters") or ""):
        told = "、".join(f"{each}（U+{ord(each):04X}）" for each in missing)
        call.output.say("cli.missing_characters", characters=told)
    call.output.result(result, files)
    return GOOD if files else FOUND_FAULTS

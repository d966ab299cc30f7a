"""The verb demo: an invented township, from its sheets to a bundle that a stranger verifies."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from township_ledger import words
from township_ledger.cli.output import FOUND_FAULTS, GOOD, Json
from township_ledger.cli.tools import Founding, ImportOrder
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.periods import parse_period

if TYPE_CHECKING:
    from township_ledger.cli.main import Call
    from township_ledger.cli.tools import OpenHome
    from township_ledger.domain.periods import Period

UNIT = "示例镇人民政府"
PERSON = "示例经办人"
PASSWORD = "shili-2026"  # noqa: S105 - of an invented township, told on the screen
PERIOD, AS_OF = "2026H1", date(2026, 6, 30)
"""The invented sheets speak of this half-year; `--as-of` names another day."""

_REPORTS = ("roster", "training-hours", "powers")


def demo_(call: Call) -> int:
    """Make everything in one empty folder and tell what lies where."""
    root: Path = (call.args.folder or Path("township-ledger-demo")).absolute()
    if root.exists() and any(root.iterdir()):
        raise WorldFault("cli.demo_not_empty", folder=str(root))
    places = {name: root / name for name in ("home", "报表", "报送", "登记")}
    call.tools.make_folder(root)
    for place in places.values():
        call.tools.make_folder(place)
    founding = Founding(UNIT, "11340799MB1234567X", "镇", PERSON)
    call.tools.create_home(places["home"], founding, PASSWORD)
    with call.tools.open_home(places["home"], PERSON, PASSWORD, write=True) as home:
        result = _work(call, home, places)
    bundle, key = Path(str(result["bundle"])), Path(str(result["key"]))
    (verdict,) = call.tools.verify([bundle], [key], call.output)
    result |= {"folder": str(root), "home": str(places["home"]), "person": PERSON, "password": PASSWORD}
    result |= {"verdict": verdict["verdict"], "words": verdict["words"]}
    result["files"] = sorted(
        str(path.relative_to(root)) for place in ("报表", "报送", "登记") for path in places[place].iterdir()
    )
    call.output.result(result, _lines(result))
    return GOOD if verdict["verdict"] == "pass" else FOUND_FAULTS


def _work(call: Call, home: OpenHome, places: dict[str, Path]) -> Json:
    as_of: date = call.args.as_of or AS_OF
    period: Period = parse_period(PERIOD if as_of == AS_OF else str(as_of.year))
    imports: list[Json] = []
    for number, sheet in enumerate(call.tools.samples(), start=1):
        ledger = sheet.name.split("-")[1]
        out = places["报表"] / f"待处理-{number}.xlsx"
        summary, rejected = home.import_sheet(
            ImportOrder(ledger, sheet, apply=True, rejects=out), call.output
        )
        counts = {
            name: getattr(summary.counts, name) for name in ("added", "updated", "doubtful", "rejected")
        }
        imports.append({"file": sheet.name, "ledger": ledger, **counts, "given_back": rejected or 0})
    for name in _REPORTS:
        home.report(name, period, as_of, places["报表"], ("pdf", "xlsx"), call.output, full_ids=False)
    made = home.bundle(period, as_of, places["报送"], call.output, clock_is_right=True)
    keys = cast("list[str]", home.export_key(places["登记"])["files"])
    return {
        "imports": imports,
        "bundle": made["file"],
        "code": made["code"],
        "gaps": made["gaps"],
        "key": next(name for name in keys if name.endswith(".pem")),
    }


def _lines(result: Json) -> list[str]:
    lines = [words.sentence("cli.demo.head", folder=str(result["folder"]))]
    for each in cast("list[Json]", result["imports"]):
        numbers = {name: cast("int", each[name]) for name in ("added", "updated", "doubtful", "rejected")}
        lines.append(words.sentence("cli.demo.imported", file=str(each["file"]), **numbers))
    lines += [f"  {name}" for name in cast("list[str]", result["files"])]
    lines.append(words.sentence("cli.demo.verdict", words=str(result["words"])))
    lines.append(words.sentence("cli.demo.code", mark=str(result["code"])))
    lines.append(
        words.sentence(
            "cli.demo.open", home=str(result["home"]), person=PERSON, password=str(result["password"])
        )
    )
    return lines

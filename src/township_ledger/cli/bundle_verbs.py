"""Verbs about bundles and keys: bundle, verify, trust."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, cast

from township_ledger import words
from township_ledger.cli.ledger_verbs import ledger_of
from township_ledger.cli.output import FOUND_FAULTS, GOOD
from township_ledger.domain.bundles import Gap
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from township_ledger.cli.main import Call
    from township_ledger.cli.output import Json
    from township_ledger.cli.tools import OpenHome

_WORST = ("faults", "undecided", "pass")


def bundle_(call: Call) -> int:
    """Make the bundle of a period and write it to a folder or stick."""
    args = call.args
    period, out = parse_period(args.period), args.out.absolute()
    call.tools.make_folder(out)
    with call.open(write=True) as home:
        _settle_unit(call, home)
        titles = {name: ledger.title for name, ledger in home.store.ledgers().items()}
        gaps = [_gap(home, text) for text in args.gap]
        made = home.bundle(
            period, call.as_of, out, call.output, gaps=gaps, clock_is_right=args.clock_is_right
        )
    for gap in cast("list[dict[str, str]]", made["gaps"]):
        title = titles.get(gap["item"], gap["item"])
        call.output.say("cli.gap", title=title, what=gap["what"], why=_why(gap))
    for warning in cast("list[str]", made["warnings"]):
        sys.stderr.write(warning + "\n")
    sequence, file, mark = (str(made[name]) for name in ("sequence", "file", "code"))
    call.output.say("cli.bundled", sequence=sequence, file=file, mark=mark)
    call.output.result(made, [file])
    return GOOD


def _gap(home: OpenHome, text: str) -> Gap:
    """Return what `LEDGER=REASON@DATE` says of a gap; the date may be left out.

    Raises:
        WorldFault: `cli.no_ledger`, `cli.bad_gap`.
    """
    name, separator, told = text.partition("=")
    reason, at, promised = told.partition("@")
    try:
        day = date.fromisoformat(promised).isoformat() if at else ""
    except ValueError as error:
        raise WorldFault("cli.bad_gap", text=text[:60]) from error
    if not separator or not reason.strip():
        raise WorldFault("cli.bad_gap", text=text[:60])
    ledger = ledger_of(home, name.strip())
    return Gap(ledger.name, words.sentence("bundle.gap.told"), reason.strip(), day)


def _why(gap: Mapping[str, str]) -> str:
    if not gap["reason"]:
        return words.sentence("cli.gap_unexplained", item=gap["item"])
    promised = words.sentence("cli.gap_promised", date=gap["promised"]) if gap["promised"] else ""
    return gap["reason"] + promised


def _settle_unit(call: Call, home: OpenHome) -> None:
    """Take the unit's code and type from the line, or ask for them; without an answer the bundle goes all the same."""
    wanted: dict[str, str] = {}
    for key, given in (("unit_code", call.args.code), ("unit_type", call.args.type)):
        answer: str = given or ""
        if not answer and not home.store.setting(key):
            answer = _ask(f"cli.ask_{key}")
            if not answer:
                call.output.say(f"cli.no_{key}")
        if answer:
            wanted[key] = answer
    if wanted:
        home.change_unit(wanted)


def _ask(code: str) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        return ""
    sys.stderr.write(words.sentence(code))
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def verify_(call: Call) -> int:
    """Verify bundles; a home is opened only when the line names one."""
    files: list[Path] = [file.absolute() for file in call.args.files]
    pems: list[Path] = [file.absolute() for file in call.args.trust]
    if call.args.home:
        with call.open() as home:
            verdicts = home.verify(files, pems, call.output)
    else:
        verdicts = call.tools.verify(files, pems, call.output)
    overall = min(verdicts, key=lambda each: _WORST.index(str(each["verdict"])))
    result: Json = overall if len(verdicts) == 1 else {**overall, "files": verdicts}
    call.output.result(result, _lines(verdicts))
    return GOOD if overall["verdict"] == "pass" else FOUND_FAULTS


def _lines(verdicts: list[Json]) -> Iterator[str]:
    for verdict in verdicts:
        if len(verdicts) > 1:
            yield str(verdict["file"])
        yield str(verdict["words"])
        for check in cast("list[Json]", verdict["checks"]):
            yield f"  {check['words']}"


def trust_(call: Call) -> int:
    """List, pin or hand out keys."""
    return {"list": _list, "add": _add, "export": _export}[call.args.what](call)


def _list(call: Call) -> int:
    with call.open() as home:
        keys = home.trusted()
    call.output.result({"keys": keys}, (f"{key['unit']}\t{key['registration_code']}" for key in keys))
    return GOOD


def _add(call: Call) -> int:
    with call.open(write=True) as home:
        added = home.pin(call.args.file.absolute(), call.args.unit or "", call.output)
    call.output.result(added, [str(added["words"])])
    return GOOD


def _export(call: Call) -> int:
    folder = call.args.folder.absolute()
    call.tools.make_folder(folder)
    with call.open() as home:
        made = home.export_key(folder)
    call.output.say("cli.exported_key", folder=str(folder), mark=str(made["code"]))
    call.output.result(made, cast("list[str]", made["files"]))
    return GOOD

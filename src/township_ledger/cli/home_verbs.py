"""Verbs about a home: init, backup, restore, audit, doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.cli.output import FOUND_FAULTS, GOOD
from township_ledger.cli.tools import Founding

if TYPE_CHECKING:
    from township_ledger.cli.main import Call


def init_(call: Call) -> int:
    """Make a new home. Its recovery sheet is printed from the window; a terminal keeps what it showed."""
    args = call.args
    person: str = args.person or args.user or call.tools.account_name()
    founding = Founding(unit=args.unit, code=args.code, type=args.type, person=person)
    call.tools.create_home(call.home, founding, call.password.new())
    call.output.say("cli.made_home", folder=str(call.home), person=person)
    call.output.result({"home": str(call.home), "unit": args.unit, "person": person}, [str(call.home)])
    return GOOD


def backup_(call: Call) -> int:
    """Write a backup file and try a restore of it."""
    folder = call.args.folder.absolute()
    call.tools.make_folder(folder)
    with call.open(write=True) as home:
        made = home.backup(folder, call.output)
    call.output.say("cli.made_backup", file=str(made["file"]))
    call.output.result(made, [str(made["file"])])
    return GOOD


def restore_(call: Call) -> int:
    """Unpack a backup into a folder that holds nothing yet."""
    restored = call.tools.restore(
        call.args.file.absolute(), call.home, call.args.user, call.password.known(), call.output
    )
    call.output.say("cli.restored", folder=str(call.home))
    call.output.result(restored, [str(call.home)])
    return GOOD


def audit_(call: Call) -> int:
    """Check the chain, replay the log, and compare every table."""
    with call.open() as home:
        found = home.audit(call.output)
    findings = found["findings"]
    if found["ok"]:
        call.output.say("log.ok", operations=str(found["operations"]), rows=str(found["rows"]))
    else:
        call.output.say("cli.audit_faults")
    call.output.result(found, [str(each["words"]) for each in findings] if isinstance(findings, list) else [])
    return GOOD if found["ok"] else FOUND_FAULTS


def doctor_(call: Call) -> int:
    """Tell of the program, its resources, its libraries and the home, without opening it."""
    state = call.tools.doctor(call.home)
    lines = [f"{name}\t{value}" for name, value in state.items()]
    call.output.result(state, lines)
    return GOOD if state["ok"] else FOUND_FAULTS

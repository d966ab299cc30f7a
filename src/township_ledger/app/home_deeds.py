"""What is done to a whole home, for worker and command line alike: backup, restore, audit, recovery sheet, doctor."""

from __future__ import annotations

import platform
import shutil
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from township_ledger import __version__
from township_ledger.app import paths
from township_ledger.app.definitions import ledgers, plan
from township_ledger.domain.faults import WorldFault
from township_ledger.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.app.opened import OpenedHome
    from township_ledger.app.worker import Json
    from township_ledger.usecases.ports import Clock
    from township_ledger.usecases.progress import Progress


def doctor(home: Path) -> Json:
    """Return the state of the program and of a home as far as it shows without a key; `ok` says whether all is well."""
    state: Json = {
        "ok": True,
        "program": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "executable": sys.executable,
        "logs": str(paths.log_folder()),
        "crash_reports": len(list(paths.log_folder().glob("crash-*.txt"))),
    }
    for name, look in (("resources", _resources), ("libraries", _libraries), ("fonts", _fonts)):
        try:
            state[name] = look()
        except Exception as error:  # noqa: BLE001 - what is broken is what the doctor tells
            state[name], state["ok"] = f"! {type(error).__name__}", False
    state["home"] = str(home)
    state.update(_home(home))
    return state


def _resources() -> str:
    return f"{paths.resources()} ({len(ledgers())} ledgers, {plan().id} {plan().version})"


def _libraries() -> Json:
    return {name: version(name) for name in ("sqlcipher3", "cryptography", "python-calamine", "reportlab")}


def _fonts() -> int:
    return len(list(paths.resource("fonts").glob("*.ttf")))


def _home(home: Path) -> Json:
    from township_ledger.store.home import home_card
    from township_ledger.store.places import is_home

    if not is_home(home):
        return {"home_exists": False}
    try:
        unit, persons = home_card(home)
    except WorldFault as fault:
        return {"home_exists": True, "ok": False, "home_fault": fault.code}
    return {
        "home_exists": True,
        "unit": unit,
        "persons": list(persons),
        "free_bytes": shutil.disk_usage(home).free,
    }


def print_recovery_sheet(home: OpenedHome, out: Path) -> Json:
    """Write the recovery sheet as PDF to `out`, a file that the clerk chose."""
    from township_ledger.reports.recovery_page import RecoveryText, recovery_pdf
    from township_ledger.store.files import replace_file
    from township_ledger.store.recovery import recovery_sheet

    day = home.clock.now().date().isoformat()
    text = RecoveryText(
        home.store.setting("unit_name") or "", day, tuple(recovery_sheet(home.key).splitlines())
    )
    data = recovery_pdf(paths.resource("fonts"), text)
    try:
        replace_file(out, data)
    except WorldFault as fault:
        raise WorldFault("sheet.not_written", file=out.name) from fault
    return {"file": str(out)}


def audit(home: OpenedHome, progress: Progress) -> Json:
    """Check the chain, replay the log, and compare every table; `findings` are told in words."""
    from township_ledger.store.audit import audit as look

    found = look(home.store, progress)
    return {
        "ok": found.ok,
        "operations": found.operations,
        "rows": found.rows,
        "findings_total": found.total,
        "findings": [
            {"code": each.code, "words": sentence(each.code, **each.params)} for each in found.findings
        ],
    }


def backup(home: OpenedHome, folder: Path, progress: Progress) -> Json:
    """Write a backup file into `folder` that has passed a restore of itself."""
    from township_ledger.store.backup import back_up

    made = back_up(home.store, home.path, home.key, folder, home.temporary, progress)
    return {"file": str(made.file), "rows": made.rows, "size": made.size, "self_test": True}


def restore(
    file: Path, new_home: Path, person: str | None, password: str, clock: Clock, progress: Progress
) -> Json:
    """Unpack a backup into a folder without a home; it opens with a password of its day."""
    from township_ledger.store.backup import about_backup, unlock_backup
    from township_ledger.store.backup import restore as unpack

    about = about_backup(file)
    key, actor = unlock_backup(file, person, password)
    unpack(file, new_home, key, actor, clock, progress)
    return {
        "home": str(new_home),
        "unit": about.unit,
        "made_at": about.made_at,
        "rows": about.rows,
        "person": actor,
    }

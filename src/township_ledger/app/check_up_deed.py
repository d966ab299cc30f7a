"""The deed `check-up`: a worker without a key that reads a sheet once, answers for it, and keeps it when asked to."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, cast

from township_ledger.app.clock import SystemClock
from township_ledger.app.definitions import ledgers, plan
from township_ledger.app.opened import opened
from township_ledger.app.reader_process import ReaderProcess
from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.usecases.check_up import CheckUp, check_up
from township_ledger.usecases.import_json import summary_json

if TYPE_CHECKING:
    from township_ledger.app.worker import Job, Json


def run(job: Job) -> None:
    """Look at a sheet, tell the result, then answer requests for pages and for keeping until stdin is closed.

    A home that cannot be written is told as a fault; the rows stay, so another place can be tried.
    """
    path, sheet = job.args["path"], job.args.get("sheet")
    looked_at = check_up(
        Path(str(path)),
        sheets=ReaderProcess(),
        ledgers=ledgers(),
        clock=SystemClock(),
        progress=job.progress,
        sheet=None if sheet is None else str(sheet),
        target_hours=int(plan().training.target_hours),
    )
    job.say({"result": looked_at.result()})
    for request in job.requests():
        _answer(job, looked_at, request)


def _answer(job: Job, looked_at: CheckUp, request: Json) -> None:
    if "page" in request:
        page = cast("Json", request["page"])
        offset, limit = cast("int", page["offset"]), cast("int", page["limit"])
        job.say({"page": looked_at.page(str(page["card"]), offset, limit)})
        return
    try:
        job.say({"result": _keep(job, looked_at, cast("Json", request["keep"]))})
    except WorldFault as fault:
        job.say({"fault": {"code": fault.code, "params": dict(fault.params)}})
    except Cancelled:
        job.say({"cancelled": True})


def _keep(job: Job, looked_at: CheckUp, order: Json) -> Json:
    from township_ledger.store.keys import DatabaseKey

    key = DatabaseKey.from_hex(str(order["key"]))
    with opened(Path(str(order["home"])), key, str(order["actor"]), write=True) as home:
        return summary_json(looked_at.keep(home.store, home.clock, job.progress, secrets.token_hex(16)))

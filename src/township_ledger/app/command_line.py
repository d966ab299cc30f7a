"""The command line, given its tools."""

from __future__ import annotations

import logging
import os
import sys


def run(arguments: list[str]) -> int:
    """Do what `arguments` ask; a fault of ours leaves a report and one sentence, and ends with 2."""
    from township_ledger.app.logs import open_log
    from township_ledger.app.paths import log_folder
    from township_ledger.app.wiring import Wiring
    from township_ledger.cli.main import run as run_verb
    from township_ledger.cli.opening import VERBS

    open_log(log_folder(), "cli")
    try:
        code = run_verb(arguments, Wiring())
    except BrokenPipeError:  # whoever reads our output has seen enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the crash net of this process
        from township_ledger.app.crash import write_report
        from township_ledger.words import sentence

        write_report(log_folder(), "cli", error)
        sys.stderr.write(sentence("app.crashed") + "\n")
        if "--json" in arguments:
            import json

            sys.stdout.write(
                json.dumps({"error": {"code": "app.crashed", "words": sentence("app.crashed")}}) + "\n"
            )
        return 2
    verb = next((word for word in arguments if word in VERBS), "no verb")
    logging.getLogger("cli").info("%s ended with %d", verb, code)
    return code

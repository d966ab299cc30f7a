"""Where things lie: the resources of this program, the clerk's home, the logs of this account."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_NAME = "township-ledger"


@cache
def resources() -> Path:
    """Return the folder of resources.

    A wheel carries it inside the package; a checkout (run as it is, or installed editable) has it beside `src/`.

    Raises:
        RuntimeError: neither is there: the installation is not whole.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent.parent / "resources"):
        if (folder / "ledgers").is_dir():
            return folder
    raise RuntimeError("resources are missing beside and inside the package")


def resource(*parts: str) -> Path:
    """Return the path of one resource: `resource("fonts", "NotoSerifSC_400Regular.ttf")`."""
    return resources().joinpath(*parts)


def default_home() -> Path:
    """Return the home to use when none is named: TOWNSHIP_LEDGER_HOME, else this account's data folder."""
    named = os.environ.get("TOWNSHIP_LEDGER_HOME")
    if named:
        return Path(named).absolute()
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False) / "home"


def log_folder() -> Path:
    """Return the folder of logs and crash reports: TOWNSHIP_LEDGER_LOGS, else this account's log folder.

    It is outside the home: what is written there must be readable without a key, and holds codes and counts only.
    """
    named = os.environ.get("TOWNSHIP_LEDGER_LOGS")
    if named:
        return Path(named).absolute()
    import platformdirs

    return platformdirs.user_log_path(_NAME, appauthor=False)

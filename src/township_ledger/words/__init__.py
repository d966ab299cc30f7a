"""Every code has its Chinese sentence here, and only here.

Each room's codes stand in one module of this package as a dictionary `SENTENCES: dict[str, str]`, code → template
for `str.format`. Codes are dotted: `<subject>.<case>`. A sentence says what, where, and what to do; no blame, no
English, no exclamation mark. The module of a subject is imported when its first code is asked for, so
that the first paint does not wait for all of them.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from township_ledger.domain.faults import Param, WorldFault

# subject (the part of a code before its first dot) → module of this package
_SUBJECTS = {
    "definition": "definitions",
    "period": "periods",
    "plan": "plans",
    "value": "values",
    "sheet": "sheets",
    "file": "files",
    "import": "imports",
    "check_up": "check_ups",
    "home": "homes",
    "store": "stores",
    "log": "logs",
    "operation": "operations",
    "report": "reports",
    "bundle": "bundles",
    "check": "checks",
    "verdict": "verdicts",
    "trust": "trusts",
    "drive": "drives",
    "stage": "stages",
    "hours": "hours",
    "certificate": "certificates",
    "today": "today",
    "backup": "backups",
    "cli": "cli",
    "app": "apps",
    "job": "jobs",
    "window": "windows",
}


@cache
def _sentences(subject: str) -> dict[str, str]:
    module = import_module(f"township_ledger.words.{_SUBJECTS[subject]}")
    sentences: dict[str, str] = module.SENTENCES
    return sentences


def known(code: str) -> bool:
    """Whether `code` has a sentence."""
    subject = code.partition(".")[0]
    return subject in _SUBJECTS and code in _sentences(subject)


def sentence(code: str, **params: Param) -> str:
    """Return the Chinese sentence of `code`, filled with `params`.

    Raises:
        KeyError: no sentence stands for `code`; a test keeps every code of the program known.
    """
    return _sentences(code.partition(".")[0])[code].format(**params)


def explain(fault: WorldFault) -> str:
    """Return the Chinese sentence of a fault of the world."""
    return sentence(fault.code, **fault.params)

"""What a verifier says: checks with their states, and one verdict over all of them.

Written once for clerk, district and command line. The order of `CHECKS` is the order in which they are told; what
each one looks at, and which ones wait for which, stands in `bundle/verifying.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from township_ledger.domain.faults import Param

CHECKS = (
    "container",  # it is a bundle at all
    "complete",  # it is whole
    "outer",  # nothing stands before, behind or beside its three members
    "mark",  # the mark has the one shape
    "content",  # the payload is the one that was marked
    "signature",  # the embedded certificate's key made the mark
    "manifest",  # bundle.json is readable and of a known format
    "signer",  # the key is registered and in force
    "kind",  # the key may sign this kind of bundle
    "unit",  # the unit named inside is the one the key is registered for
    "recipient",  # it is meant for this unit
    "suites",  # every suite that it declares was checked
    "clock",  # it was not signed in the future
    "structure",  # payload.zip: its form, its limits, its names
    "files",  # every file listed is there, unchanged, and no other
    "data",  # the data package is what its description says
    "personal",  # no ID numbers or phones in the open parts
    "figures",  # the figures stand in sheet and page as bundle.json says
    "chain",  # the links of the log follow from one another
)

OPTIONAL = frozenset({"recipient"})
"""Checks that may stay 未执行 without the verdict becoming 无法判断: nobody asked on behalf of a recipient."""

NOTES_PER_CHECK = 200
"""At most so many notes are kept of one check; further ones are counted in a last note `check.more`."""


class CheckState(StrEnum):
    """正确, 错误 or 未执行."""

    OK = "ok"
    FAULT = "fault"
    NOT_RUN = "not_run"


class Verdict(StrEnum):
    """通过, 有问题 or 无法判断."""

    PASS = "pass"  # noqa: S105 - a verdict, no password
    FAULTS = "faults"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that a check has to say: a code of `words` and its parameters. Never an ID number."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One check. Every fault is a note of its own; a good check has one note or none."""

    id: str
    state: CheckState
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the bundle says of itself. Claims: they are worth as much as the verdict beside them.

    `code` is the registration code of the key that signed, None before the signature holds.
    """

    payload_sha256: str | None = None
    code: str | None = None
    key_sha256: str | None = None
    signed_at: str | None = None  # UTC, ISO 8601
    unit: str | None = None
    kind: str | None = None
    period: str | None = None
    as_of: str | None = None
    sequence: int | None = None
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All checks in the order of `CHECKS`, and what the bundle says of itself."""

    checks: tuple[Check, ...]
    facts: Facts = field(default_factory=Facts)

    @property
    def verdict(self) -> Verdict:
        """A fault makes 有问题; else a check that matters and did not run makes 无法判断; else 通过."""
        if any(check.state is CheckState.FAULT for check in self.checks):
            return Verdict.FAULTS
        open_checks = (c for c in self.checks if c.state is CheckState.NOT_RUN and c.id not in OPTIONAL)
        return Verdict.UNDECIDED if any(open_checks) else Verdict.PASS

    @property
    def faults(self) -> tuple[Note, ...]:
        """The notes of all faults, in order."""
        return tuple(note for c in self.checks if c.state is CheckState.FAULT for note in c.notes)

    @property
    def open_notes(self) -> tuple[Note, ...]:
        """The notes of the checks that keep the verdict open, in order."""
        return tuple(
            note
            for c in self.checks
            if c.state is CheckState.NOT_RUN and c.id not in OPTIONAL
            for note in c.notes
        )


def in_order(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Return all checks of `CHECKS` in that order; one that is missing among `checks` did not run."""
    by_id = {check.id: check for check in checks}
    blank = Note("check.not_reached")
    return tuple(by_id.get(name, Check(name, CheckState.NOT_RUN, (blank,))) for name in CHECKS)


def fault_check(name: str, notes: list[Note]) -> Check:
    """Return a check that is 错误 with these notes (cut to `NOTES_PER_CHECK`), or 正确 when there are none."""
    if not notes:
        return Check(name, CheckState.OK)
    kept = tuple(notes[:NOTES_PER_CHECK])
    if len(notes) > NOTES_PER_CHECK:
        kept += (Note("check.more", {"count": len(notes) - NOTES_PER_CHECK}),)
    return Check(name, CheckState.FAULT, kept)

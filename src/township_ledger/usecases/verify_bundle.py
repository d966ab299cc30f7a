"""Verifying bundles that arrived: the question goes to a reader without key, the verdict comes back in plain words."""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Protocol, cast

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.verdicts import (
    CHECKS,
    NOTES_PER_CHECK,
    Check,
    CheckState,
    Facts,
    Note,
    Outcome,
    Verdict,
    in_order,
)
from township_ledger.words import known, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from township_ledger.domain.bundles import TrustedKey, Unit
    from township_ledger.domain.faults import Param
    from township_ledger.usecases.ports import Clock
    from township_ledger.usecases.progress import Progress

Json = dict[str, object]

_LONGEST_PARAM = 400
_NOT_BUNDLE = "check.container.not_bundle"
_UNKNOWN_SIGNER = "check.signer.unknown"


class KeylessReader(Protocol):
    """Lets a process without key or home open one file from outside; `app.reader_process.ReaderProcess`."""

    def ask(self, request: Mapping[str, object], progress: Progress) -> Json:
        """Return the reader's answer to one request, which holds its `mode`.

        Raises:
            WorldFault: the reader's own fault, or `file.unsafe` when it died, hung or said nonsense.
            Cancelled: from `progress`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome in words: the verdict's line, and one line for each check."""

    verdict: Verdict
    words: str
    checks: tuple[tuple[str, CheckState, str], ...]  # id, state, words
    facts: Facts


def verify_file(
    path: Path,
    trust: Iterable[TrustedKey],
    reader: KeylessReader,
    clock: Clock,
    progress: Progress,
    *,
    pems: Sequence[bytes] = (),
    asking: Unit | None = None,
) -> Outcome:
    """Return all checks on the file at `path`.

    Args:
        path: the file.
        trust: the registered keys.
        reader: opens the file.
        clock: the present, against which the time of signing is held.
        progress: is asked whether to stop.
        pems: certificate files (bytes as they are) whose keys count as registered for this once.
        asking: the unit that receives, None when nobody is known.

    Raises:
        WorldFault: `file.missing`, `file.unreadable`, or `trust.*` for one of `pems`.
        Cancelled: the clerk stopped it.
    """
    request = {
        "mode": "bundle",
        "path": str(path.absolute()),
        "trust": [asdict(key) for key in trust],
        "pems": [base64.b64encode(pem).decode("ascii") for pem in pems],
        "now": clock.now().isoformat(),
        "asking": None if asking is None else asdict(asking),
    }
    try:
        return read_outcome(reader.ask(request, progress))
    except WorldFault as fault:
        if fault.code != "file.unsafe":
            raise
        check = Check("container", CheckState.FAULT, (Note("check.container.unsafe"),))
        return Outcome(in_order([check]))


def tell(outcome: Outcome) -> Told:
    """Return an outcome in the words of the clerk."""
    lines = tuple((check.id, check.state, _line(check)) for check in outcome.checks)
    return Told(outcome.verdict, _headline(outcome), lines, outcome.facts)


def as_json(told: Told) -> Json:
    """Return the stable shape of `verify --json`, and beside it what the bundle says of itself."""
    return {
        "verdict": told.verdict.value,
        "words": told.words,
        "checks": [{"id": name, "state": state.value, "words": words} for name, state, words in told.checks],
        "facts": asdict(told.facts),
    }


def read_outcome(untrusted: Json) -> Outcome:
    """Return the outcome that a reader told of.

    Raises:
        WorldFault: `file.unsafe`: it is not of the shape that a reader of ours gives.
    """
    try:
        checks = [_check(item) for item in cast("list[Json]", untrusted["checks"])]
        facts = _facts(cast("Json", untrusted["facts"]))
        if tuple(check.id for check in checks) != CHECKS:
            raise WorldFault("file.unsafe")
        outcome = Outcome(tuple(checks), facts)
        tell(outcome)  # a code without a sentence, or one with a parameter missing, shows here
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise WorldFault("file.unsafe") from error
    return outcome


def _check(untrusted: Json) -> Check:
    notes = cast("list[Json]", untrusted["notes"])
    if len(notes) > NOTES_PER_CHECK + 1:
        raise ValueError
    return Check(
        str(untrusted["id"]), CheckState(str(untrusted["state"])), tuple(_note(note) for note in notes)
    )


def _note(untrusted: Json) -> Note:
    code = str(untrusted["code"])
    params = cast("Json", untrusted["params"])
    if not code.startswith("check.") or not known(code):
        raise ValueError
    return Note(code, {str(name): _param(value) for name, value in params.items()})


def _param(untrusted: object) -> Param:
    if isinstance(untrusted, str) and len(untrusted) <= _LONGEST_PARAM:
        return untrusted
    if isinstance(untrusted, int) and not isinstance(untrusted, bool):
        return untrusted
    raise ValueError


def _facts(untrusted: Json) -> Facts:
    values: dict[str, str | int | None] = {}
    for item in fields(Facts):
        value = untrusted[item.name]
        values[item.name] = None if value is None else _param(value)  # type: ignore[assignment]
        if value is not None and isinstance(value, int) != (item.name == "sequence"):
            raise ValueError
    return Facts(**values)  # type: ignore[arg-type]


def _line(check: Check) -> str:
    name = sentence(f"check.name.{check.id}")
    state = sentence(f"check.state.{check.state.value}")
    if not check.notes:
        return sentence("check.line.plain", name=name, state=state)
    notes = "；".join(sentence(note.code, **note.params).rstrip("。") for note in check.notes)
    return sentence("check.line.notes", name=name, state=state, notes=notes)


def _headline(outcome: Outcome) -> str:
    facts = outcome.facts
    if outcome.verdict is Verdict.PASS:
        return sentence(
            "verdict.pass", unit=facts.unit or "", sequence=facts.sequence or 0, period=facts.period or ""
        )
    notes = outcome.faults or outcome.open_notes
    first = sentence(notes[0].code, **notes[0].params).rstrip("。") if notes else ""
    if outcome.verdict is Verdict.UNDECIDED:
        if any(note.code == _UNKNOWN_SIGNER for note in notes):
            return sentence("verdict.source_unknown", mark=facts.code or "")
        return sentence("verdict.undecided", first=first)
    if notes and notes[0].code == _NOT_BUNDLE:
        return sentence("verdict.not_bundle")
    if len(notes) == 1:
        return sentence("verdict.one_fault", first=first)
    return sentence("verdict.faults", count=len(notes), first=first)

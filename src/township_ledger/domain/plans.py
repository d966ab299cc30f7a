"""Plan packs: what a plan asks for, as data. Of `plan.toml` this reads what is in use: the yearly class hours.

A faulty file names itself and the dotted key; nothing of a faulty pack is used.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from township_ledger.domain.faults import Param, WorldFault

UNCATEGORISED = "未分类"
"""Under this name the hours of sessions without a category are shown; they count."""

_NAME = r"[a-z][a-z0-9_-]{0,39}"
_MOST_CATEGORIES = 20
_MOST_HOURS = 1000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TrainingTarget:
    """The class hours (学时) that a person needs in a calendar year, and which categories count toward them."""

    target_hours: Decimal
    counted: tuple[str, ...]
    recorded_only: tuple[str, ...]
    source: str  # the line of the document that asks for it

    def counts(self, category: str | None) -> bool:
        """Whether hours of `category` count: all but those that are recorded only; a missing category counts."""
        return category not in self.recorded_only


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan pack; `digest` is the SHA-256 of its `plan.toml`, lower-case hex."""

    id: str
    version: int
    title: str
    training: TrainingTarget
    digest: str


def _fault(code: str, file: str, key: str, **params: Param) -> WorldFault:
    return WorldFault(code, file=file, key=key, **params)


def _table(data: dict[str, object], file: str, key: str, known: frozenset[str]) -> dict[str, object]:
    value = data.get(key)
    if value is None:
        raise _fault("plan.missing", file, key)
    if not isinstance(value, dict):
        raise _fault("plan.wrong_type", file, key)
    for name in value:
        if name not in known:
            raise _fault("plan.unknown_key", file, f"{key}.{name}")
    return value


def _take(table: dict[str, object], file: str, key: str, kind: type[T]) -> T:
    value = table.get(key.rpartition(".")[2])
    if value is None:
        raise _fault("plan.missing", file, key)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _fault("plan.wrong_type", file, key)
    return value


def _text(table: dict[str, object], file: str, key: str) -> str:
    value = _take(table, file, key, str)
    if not value.strip():
        raise _fault("plan.missing", file, key)
    return value


def _categories(table: dict[str, object], file: str, key: str) -> tuple[str, ...]:
    values = _take(table, file, key, list)
    if (
        not all(isinstance(value, str) and value.strip() for value in values)
        or len(values) > _MOST_CATEGORIES
    ):
        raise _fault("plan.wrong_type", file, key)
    return tuple(values)


def _hours(table: dict[str, object], file: str, key: str) -> Decimal:
    value = table.get(key.rpartition(".")[2])
    if value is None:
        raise _fault("plan.missing", file, key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _fault("plan.wrong_type", file, key)
    if not 0 < value <= _MOST_HOURS:  # also refuses nan and inf
        raise _fault("plan.hours", file, key, limit=_MOST_HOURS)
    return Decimal(repr(value))


def _training(data: dict[str, object], file: str) -> TrainingTarget:
    table = _table(data, file, "training", frozenset({"target_hours", "counted", "recorded_only", "source"}))
    counted = _categories(table, file, "training.counted")
    recorded_only = _categories(table, file, "training.recorded_only")
    for value in recorded_only:
        if value in counted or value == UNCATEGORISED:
            raise _fault("plan.contradiction", file, "training.recorded_only", value=value)
    return TrainingTarget(
        _hours(table, file, "training.target_hours"),
        counted,
        recorded_only,
        _text(table, file, "training.source"),
    )


def parse_plan(text: str, file: str) -> Plan:
    """Return the plan that the TOML `text` of `file` holds.

    Raises:
        WorldFault: `plan.…`, naming the file and the dotted key; a TOML error also the line.
    """
    try:
        data: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))  # an error at the very end names no line: the last one
        at = int(line[1]) if line else len(text.splitlines())
        raise WorldFault("plan.toml", file=file, line=at) from None
    except RecursionError:
        raise WorldFault("plan.too_deep", file=file) from None
    for name in data:
        if name not in ("format", "plan", "training"):
            raise _fault("plan.unknown_key", file, name)
    if _take(data, file, "format", int) != 1:
        raise _fault("plan.format", file, "format")
    head = _table(data, file, "plan", frozenset({"id", "version", "title"}))
    identity = _text(head, file, "plan.id")
    if not re.fullmatch(_NAME, identity):
        raise _fault("plan.name", file, "plan.id", value=identity)
    version = _take(head, file, "plan.version", int)
    if version < 1:
        raise _fault("plan.wrong_type", file, "plan.version")
    return Plan(
        identity,
        version,
        _text(head, file, "plan.title"),
        _training(data, file),
        hashlib.sha256(text.encode()).hexdigest(),
    )

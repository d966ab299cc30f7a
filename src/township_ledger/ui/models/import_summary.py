"""Reads a worker's summary of an import (JSON) back into the shapes of `domain/imports.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from township_ledger.domain.imports import Counts, Finding, ImportSummary, RowVerdict, SourceColumn

if TYPE_CHECKING:
    from township_ledger.domain.faults import Param

Json = dict[str, object]
_VERDICTS = {verdict.value: verdict for verdict in RowVerdict}


def summary_of(result: Mapping[str, object]) -> ImportSummary:
    """Return the summary that a worker sent; what is missing is empty or zero."""
    operation = result.get("operation")
    return ImportSummary(
        ledger=_text(result, "ledger"),
        file=_text(result, "file"),
        sheet=_text(result, "sheet"),
        title=_text(result, "title"),
        header_rows=tuple(item for item in _items(result.get("header_rows")) if isinstance(item, int)),
        columns=tuple(_column(_object(item)) for item in _items(result.get("columns"))),
        counts=_counts(result),
        by_ledger={str(name): _counts(counts) for name, counts in _object(result.get("ledgers")).items()},
        findings=tuple(_finding(_object(item)) for item in _items(result.get("findings"))),
        notes=tuple(_note(item) for item in _items(result.get("notes"))),
        sheets=tuple(str(item) for item in _items(result.get("sheets"))),
        operation=operation if isinstance(operation, int) else None,
    )


def mapping_of(columns: tuple[SourceColumn, ...]) -> list[Json]:
    """Return a mapping as a worker takes it: one object for each column of the sheet."""
    return [asdict(column) for column in columns]


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(found: Mapping[str, object], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _optional(found: Mapping[str, object], key: str) -> str | None:
    value = found.get(key)
    return value if isinstance(value, str) else None


def _counts(value: object) -> Counts:
    found = value if isinstance(value, Mapping) else {}
    return Counts(
        **{
            verdict.value: count
            for verdict in RowVerdict
            if isinstance(count := found.get(verdict.value), int)
        }
    )


def _column(found: Json) -> SourceColumn:
    index = found.get("index")
    return SourceColumn(
        index=index if isinstance(index, int) else 0,
        header=_text(found, "header"),
        ledger=_optional(found, "ledger"),
        column=_optional(found, "column"),
        own=found.get("own") is True,
        is_list=found.get("is_list") is True,
    )


def _params(value: object) -> dict[str, Param]:
    return {key: item for key, item in _object(value).items() if isinstance(item, str | int | float)}


def _finding(found: Json) -> Finding:
    verdict = _text(found, "verdict")
    return Finding(
        sheet=_text(found, "sheet"),
        cell=_text(found, "cell"),
        column=_text(found, "column"),
        code=_text(found, "code"),
        params=_params(found.get("params")),
        verdict=_VERDICTS.get(verdict),
    )


def _note(value: object) -> tuple[str, Mapping[str, Param]]:
    """A note is `[code, params]`, or an object of both."""
    if isinstance(value, list) and len(value) == 2:
        return str(value[0]), _params(value[1])
    found = _object(value)
    return _text(found, "code"), _params(found.get("params"))

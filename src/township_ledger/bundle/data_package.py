"""`data/`: the ledgers as a Frictionless Data Package (specs.frictionlessdata.io, Data Package 1 / Table Schema 1).

One CSV per ledger (RFC 4180: UTF-8 without BOM, CR LF, doubled quotes), one Table Schema per CSV made from the
ledger's definition. Left out: drafts, retired rows, 自有列, refused texts, and every column that holds ID numbers or
phones by its type; what such a number left in free text is masked and counted. Values are verbatim:
no apostrophe against formulas, because a program reads them. A reference is the uid of a row of the package; one to
a row that stays out (a draft) is empty.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from township_ledger.bundle.personal_data import Masked, mask_numbers
from township_ledger.domain.definitions import MASKED_TYPES, REFERENCE_TYPES, ColumnType
from township_ledger.domain.rows import Query
from township_ledger.domain.written import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell, Row
    from township_ledger.usecases.ports import LedgerReader
    from township_ledger.usecases.progress import Progress

Json = dict[str, object]

DESCRIPTOR = "data/datapackage.json"
_PROGRESS_ROWS = 2000

_FIELD_TYPES: Mapping[ColumnType, Json] = {
    ColumnType.INTEGER: {"type": "integer"},
    ColumnType.DECIMAL: {"type": "number"},
    ColumnType.MONEY: {"type": "number", "description": "元"},
    ColumnType.HOURS: {"type": "number", "description": "学时"},
    ColumnType.DATE: {"type": "date"},
    ColumnType.MONTH: {"type": "yearmonth"},
    ColumnType.DATETIME: {"type": "datetime", "format": "%Y-%m-%d %H:%M"},
    ColumnType.YES_NO: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}
"""Column type → the field of a Table Schema; every other type is a string."""


@dataclass(frozen=True, slots=True)
class DataPackage:
    """The files of `data/` by their paths, and what was done to make them fit to leave the office."""

    files: Mapping[str, bytes]
    rows: Mapping[str, int]  # per ledger
    masked: Mapping[str, Masked]  # per ledger, only where something was masked


def build_data_package(
    reader: LedgerReader, ledgers: Mapping[str, Ledger], about: Json, progress: Progress
) -> DataPackage:
    """Return the package of all `ledgers`, in the order of their names.

    `about` gives the descriptor its name, title and further keys. Each ledger is read twice: its uids first, so that
    references can be checked.
    """
    names = sorted(ledgers)
    uids = {name: {row.uid for row in reader.rows(_sendable(name))} for name in names}
    files: dict[str, bytes] = {}
    resources: list[Json] = []
    counts: dict[str, int] = {}
    masked: dict[str, Masked] = {}
    for at, name in enumerate(names):
        progress.step("stage.bundle_data", at, len(names))
        table = _Table(ledgers[name], uids)
        content = table.write(reader.rows(_sendable(name)), progress)
        path = f"{name}.csv"
        files[f"data/{path}"] = content
        resources.append(_resource(table, path, content))
        counts[name] = table.count
        if table.masked != Masked():
            masked[name] = table.masked
    descriptor = {"profile": "tabular-data-package", **about, "resources": resources}
    files[DESCRIPTOR] = (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()
    return DataPackage(files, counts, masked)


def sent_columns(ledger: Ledger) -> tuple[Column, ...]:
    """Return the columns that leave the office."""
    return tuple(column for column in ledger.columns if column.type not in MASKED_TYPES)


def _sendable(ledger: str) -> Query:
    return Query(ledger, draft=False)


class _Table:
    """One ledger on its way into a CSV."""

    def __init__(self, ledger: Ledger, uids: Mapping[str, set[str]]) -> None:
        self.ledger = ledger
        self.columns = sent_columns(ledger)
        self.known = uids
        self.masked = Masked()
        self.count = 0
        self._convert = [(column.name, self._converter(column)) for column in self.columns]

    def write(self, rows: Iterable[Row], progress: Progress) -> bytes:
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(["uid", *(column.name for column in self.columns)])
        for row in rows:
            values = row.values
            writer.writerow(
                [
                    row.uid,
                    *(
                        "" if values[name] is None else convert(values[name])
                        for name, convert in self._convert
                    ),
                ]
            )
            self.count += 1
            if self.count % _PROGRESS_ROWS == 0:
                progress.step("stage.bundle_data", self.count)
        return text.getvalue().encode()

    def _converter(self, column: Column) -> Callable[[Cell], str]:
        if column.target is not None:
            known = self.known.get(column.target, set())
            return lambda value: str(value) if value in known else ""
        if column.type is ColumnType.YES_NO:
            return lambda value: "true" if value else "false"
        if column.type in {ColumnType.TEXT, ColumnType.LONG_TEXT, ColumnType.CERTIFICATE_NO, ColumnType.FILE}:
            phones = column.type is ColumnType.LONG_TEXT
            return lambda value: mask_numbers(str(value), self.masked, phones=phones)
        return partial(written, column.type)


def _resource(table: _Table, path: str, content: bytes) -> Json:
    ledger = table.ledger
    return {
        "profile": "tabular-data-resource",
        "name": ledger.name,
        "title": ledger.title,
        "path": path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
            "header": True,
        },
        "ledger": {"item": ledger.item, "version": ledger.version, "rows": table.count},
        "schema": _schema(table),
    }


def _schema(table: _Table) -> Json:
    fields: list[Json] = [
        {
            "name": "uid",
            "type": "string",
            "title": "行标识",
            "constraints": {"required": True, "unique": True, "pattern": "[0-9a-f]{32}"},
        }
    ]
    keys: list[Json] = []
    for column in table.columns:
        fields.append(_field(column))
        target = column.target
        if target in table.known:
            # An empty resource name means the table itself (Table Schema 1).
            resource = "" if target == table.ledger.name else target
            keys.append({"fields": [column.name], "reference": {"resource": resource, "fields": ["uid"]}})
    schema: Json = {"fields": fields, "primaryKey": ["uid"], "missingValues": [""]}
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _field(column: Column) -> Json:
    shown: Json = {"name": column.name, "title": column.title, "type": "string"}
    shown |= _FIELD_TYPES.get(column.type, {})
    shown["kind"] = column.type.value
    constraints: Json = {}
    if column.required and column.type not in REFERENCE_TYPES:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        shown["constraints"] = constraints
    return shown

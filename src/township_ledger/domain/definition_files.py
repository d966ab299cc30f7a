"""Reading a ledger definition from TOML; a faulty one names its file and dotted key, a TOML error also the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from township_ledger.domain.definitions import (
    MAX_COLUMNS,
    MAX_LEDGERS,
    NAME_PATTERN,
    REFERENCE_TYPES,
    RESERVED_COLUMNS,
    Column,
    ColumnType,
    Feed,
    Form,
    Ledger,
    Parent,
    Rule,
    View,
)
from township_ledger.domain.faults import Param, WorldFault
from township_ledger.domain.rows import Filter, Op

_ITEMS = frozenset({*map(str, range(1, 18)), "保障一", "保障二", "保障三"})
_ROLES = frozenset({"主", "配", "知"})
_FIXED_TARGETS = {ColumnType.PERSON: "people", ColumnType.POWER: "powers"}
_RULES: Mapping[str, Mapping[str, type]] = {
    # name → its parameters; implemented in domain/rules.py
    "due": {"column": str, "days": int},  # the date lies between today and `days` later
    "overdue": {"column": str},  # the date lies before today
    "before": {"column": str, "other": str},  # `column` may not lie after `other`
    "may_enforce": {},  # people who may enforce on the day
    "below_target": {},  # people below the yearly target of class hours
}

T = TypeVar("T")


class DefinitionFault(WorldFault):
    """A definition that cannot be used; `params` hold `file` and the dotted `key`."""


class _Table:
    """A TOML table that knows its file and dotted key, and remembers which of its keys were read."""

    def __init__(self, data: object, file: str, key: str) -> None:
        self.file, self.key = file, key
        if not isinstance(data, dict):
            raise DefinitionFault("definition.not_table", file=file, key=key)
        self._data: dict[str, object] = data
        self._read: set[str] = set()

    def fault(self, code: str, key: str = "", **params: Param) -> DefinitionFault:
        dotted = ".".join(part for part in (self.key, key) if part)
        return DefinitionFault(code, file=self.file, key=dotted, **params)

    def has(self, key: str) -> bool:
        return key in self._data

    def take(self, key: str, kind: type[T], default: T | None = None) -> T:
        self._read.add(key)
        if key not in self._data:
            if default is None:
                raise self.fault("definition.missing", key)
            return default
        value = self._data[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.fault("definition.wrong_type", key)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key, str, default)
        if default is None and not value.strip():
            raise self.fault("definition.empty", key)
        return value

    def name(self, key: str) -> str:
        value = self.text(key)
        if not re.fullmatch(NAME_PATTERN, value):
            raise self.fault("definition.name", key, value=value)
        return value

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        value = self.text(key)
        if value not in allowed:
            raise self.fault("definition.not_one_of", key, value=value, allowed="、".join(sorted(allowed)))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.take(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault("definition.wrong_type", key)
        return tuple(values)

    def table(self, key: str) -> _Table:
        self._read.add(key)
        return _Table(self._data.get(key), self.file, f"{self.key}.{key}".lstrip("."))

    def tables(self, key: str) -> list[_Table]:
        values = self.take(key, list, [])
        dotted = f"{self.key}.{key}".lstrip(".")
        return [_Table(value, self.file, f"{dotted}[{index}]") for index, value in enumerate(values)]

    def raw(self, key: str) -> object:
        self._read.add(key)
        return self._data.get(key)

    def done(self) -> None:
        for key in self._data:
            if key not in self._read:
                raise self.fault("definition.unknown_key", key)


def _toml(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise DefinitionFault(
            "definition.toml", file=file, key="", line=int(line[1]) if line else 0
        ) from None
    except RecursionError:
        raise DefinitionFault("definition.too_deep", file=file, key="") from None


def _column(table: _Table) -> Column:
    name = table.name("name")
    if name in RESERVED_COLUMNS:
        raise table.fault("definition.reserved", "name", value=name)
    kind = ColumnType(table.one_of("type", [member.value for member in ColumnType]))
    choices = table.texts("choices")
    if (kind is ColumnType.CHOICE) != bool(choices):
        raise table.fault("definition.choices", "choices")
    synonyms = table.table("choice_synonyms") if table.has("choice_synonyms") else None
    choice_synonyms: dict[str, str] = {}
    if synonyms is not None:
        for written in list(table.take("choice_synonyms", dict)):
            choice_synonyms[written] = synonyms.one_of(written, choices)
    target = _FIXED_TARGETS.get(kind)
    if kind is ColumnType.REFERENCE:
        target = table.name("target")
    column = Column(
        name=name,
        title=table.text("title"),
        type=kind,
        synonyms=table.texts("synonyms"),
        required=table.take("required", bool, False),  # noqa: FBT003
        choices=choices,
        choice_synonyms=choice_synonyms,
        target=target,
        width=table.take("width", int, 12),
        grid=table.take("grid", bool, True),  # noqa: FBT003
    )
    table.done()
    return column


def _feed(table: _Table) -> Feed:
    feed = Feed(
        ledger=table.name("ledger"),
        link=table.name("link"),
        when=table.name("when") if table.has("when") else None,
        list_column=table.name("list_column") if table.has("list_column") else None,
        synonyms=table.texts("synonyms"),
    )
    if (feed.when is None) == (feed.list_column is None):
        raise table.fault("definition.feed")
    table.done()
    return feed


def _rule(table: _Table) -> Rule:
    name = table.one_of("rule", _RULES)
    params: dict[str, str | int | tuple[int, ...]] = {}
    for key, kind in _RULES[name].items():
        params[key] = table.name(key) if kind is str else table.take(key, int)
    return Rule(name, params)


def _filter(table: _Table, columns: Mapping[str, Column]) -> Filter:
    column = table.one_of("column", columns)
    op = Op(table.one_of("op", [member.value for member in Op]))
    value = table.raw("value")
    if isinstance(value, list):
        value = tuple(value)
    if value is not None and not isinstance(value, str | int | float | tuple):
        raise table.fault("definition.wrong_type", "value")
    table.done()
    return Filter(column, op, value)


def _view(table: _Table, columns: Mapping[str, Column]) -> View:
    view = View(
        name=table.name("name"),
        title=table.text("title"),
        filters=tuple(_filter(each, columns) for each in table.tables("filter")),
        draft=table.take("draft", bool) if table.has("draft") else None,
        rule=_rule(table) if table.has("rule") else None,
    )
    table.done()
    return view


def _form(table: _Table, columns: Mapping[str, Column]) -> Form:
    form = Form(
        table.text("title"),
        table.texts("columns"),
        table.take("landscape", bool, True),  # noqa: FBT003
    )
    for name in form.columns:
        if name not in columns:
            raise table.fault("definition.unknown_column", "columns", value=name)
    table.done()
    return form


def _unique(table: _Table, what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise table.fault("definition.twice", what, value=name)
        seen.add(name)


def _keys(table: _Table, columns: Mapping[str, Column]) -> tuple[tuple[str, ...], ...]:
    keys = table.take("keys", list)
    if not keys or not all(isinstance(key, list) and key for key in keys):
        raise table.fault("definition.wrong_type", "keys")
    for name in (name for key in keys for name in key):
        if name not in columns:
            raise table.fault("definition.unknown_column", "keys", value=str(name))
    return tuple(tuple(key) for key in keys)


def parse_ledger(text: str, file: str) -> Ledger:
    """Return the ledger that the TOML `text` of `file` defines.

    Raises:
        DefinitionFault: naming the file and the dotted key (for a TOML error, the line).
    """
    whole = _Table(_toml(text, file), file, "")
    if whole.take("format", int) != 1:
        raise whole.fault("definition.format", "format")
    head = whole.table("ledger")
    column_tables = whole.tables("column")
    if not 1 <= len(column_tables) <= MAX_COLUMNS:
        raise whole.fault("definition.column_count", "column", limit=MAX_COLUMNS)
    columns = tuple(_column(table) for table in column_tables)
    _unique(whole, "column", (column.name for column in columns))
    by_name = {column.name: column for column in columns}
    views = tuple(_view(table, by_name) for table in whole.tables("view"))
    _unique(whole, "view", (view.name for view in views))
    rules: list[Rule] = []
    for table in whole.tables("rule"):
        rules.append(_rule(table))
        table.done()
    parent = None
    if whole.has("parent"):
        table = whole.table("parent")
        parent = Parent(table.name("ledger"), table.one_of("column", by_name), table.name("title"))
        table.done()
    form = _form(whole.table("form"), by_name) if whole.has("form") else None
    ledger = Ledger(
        name=head.name("name"),
        title=head.text("title"),
        item=head.one_of("item", _ITEMS),
        role=head.one_of("role", _ROLES),
        version=head.take("version", int),
        label=head.one_of("label", by_name),
        columns=columns,
        keys=_keys(head, by_name),
        hint=head.text("hint"),
        feeds=tuple(_feed(table) for table in whole.tables("feed")),
        parent=parent,
        rules=tuple(rules),
        views=views,
        form=form,
        sidebar=head.take("sidebar", bool, True),  # noqa: FBT003
    )
    head.done()
    whole.done()
    return ledger


def check_together(ledgers: Mapping[str, tuple[Ledger, str]]) -> None:
    """Check what only shows when all definitions stand side by side; the values are (ledger, its file).

    Raises:
        DefinitionFault: a reference, feed or parent names a ledger or column that no definition has, or there are
            too many ledgers.
    """
    if len(ledgers) > MAX_LEDGERS:
        raise DefinitionFault("definition.ledger_count", file="", key="ledger", limit=MAX_LEDGERS)
    for ledger, file in ledgers.values():
        for target, column, key in _pointers(ledger):
            if target not in ledgers:
                raise DefinitionFault("definition.unknown_ledger", file=file, key=key, value=target)
            if column is not None and column not in ledgers[target][0].by_name:
                raise DefinitionFault("definition.unknown_column", file=file, key=key, value=column)


def _pointers(ledger: Ledger) -> Iterable[tuple[str, str | None, str]]:
    """Yield (ledger pointed to, column there or None, dotted key)."""
    for index, column in enumerate(ledger.columns):
        if column.type in REFERENCE_TYPES:
            yield str(column.target), None, f"column[{index}].target"
    for index, feed in enumerate(ledger.feeds):
        for pointed in (feed.link, feed.when, feed.list_column):
            if pointed is not None:
                yield feed.ledger, pointed, f"feed[{index}]"
    if ledger.parent is not None:
        yield ledger.parent.ledger, ledger.parent.title, "parent"


ReadText = Callable[[], str]


def load_ledgers(files: Mapping[str, ReadText]) -> Mapping[str, Ledger]:
    """Return the ledgers of `files` (file name → a function that gives its text) by their names, checked together.

    Raises:
        DefinitionFault: see `parse_ledger` and `check_together`; also two files that define one ledger.
    """
    parsed: dict[str, tuple[Ledger, str]] = {}
    for file, read in files.items():
        ledger = parse_ledger(read(), file)
        if ledger.name in parsed:
            raise DefinitionFault("definition.twice", file=file, key="ledger.name", value=ledger.name)
        parsed[ledger.name] = (ledger, file)
    check_together(parsed)
    return {name: ledger for name, (ledger, _) in parsed.items()}

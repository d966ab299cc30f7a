"""Reading JSON from outside field by field: exactly the keys, types and bounds that are asked for, nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MAX_INTEGER = 2**53 - 1  # what every JSON reader holds exactly (RFC 8785 §3.2.2.3)
MAX_TEXT = 2000

SHA256 = re.compile(r"[0-9a-f]{64}")
DATE = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class ShapeFault(Exception):
    """A value that is not of the shape asked for; `key` says where: `unit.name`, `files[3].size`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Fields:
    """An untrusted JSON object being read key by key; `end` refuses keys that nobody asked for."""

    def __init__(self, untrusted: object, where: str) -> None:
        if not isinstance(untrusted, dict):
            raise ShapeFault(where)
        self._values: dict[str, object] = untrusted
        self._asked: set[str] = set()
        self._where = where

    def path(self, key: str) -> str:
        """Return the dotted name of a key."""
        return f"{self._where}.{key}" if self._where else key

    def get(self, key: str) -> object:
        """Return a value that must be there, of any type."""
        self._asked.add(key)
        if key not in self._values:
            raise ShapeFault(self.path(key))
        return self._values[key]

    def text(self, key: str, pattern: re.Pattern[str] | None = None, *, least: int = 0) -> str:
        """Return a text of at most `MAX_TEXT` characters that `pattern` matches as a whole."""
        return text_of(self.get(key), self.path(key), pattern, least=least)

    def optional_text(self, key: str, pattern: re.Pattern[str] | None = None) -> str | None:
        """Return such a text, or None for null."""
        value = self.get(key)
        return None if value is None else text_of(value, self.path(key), pattern)

    def integer(self, key: str, least: int = 0) -> int:
        """Return an integer from `least` to 2^53 - 1."""
        return integer_of(self.get(key), self.path(key), least)

    def each(self, key: str, read: Callable[[object, str], T], most: int) -> tuple[T, ...]:
        """Return a list of at most `most` items, each read by `read(item, where)`."""
        value = self.get(key)
        if not isinstance(value, list) or len(value) > most:
            raise ShapeFault(self.path(key))
        return tuple(read(item, f"{self.path(key)}[{at}]") for at, item in enumerate(value))

    def optional(self, key: str, read: Callable[[object, str], T]) -> T | None:
        """Return a value read by `read(value, where)`, or None for null."""
        value = self.get(key)
        return None if value is None else read(value, self.path(key))

    def of_later_work(self, key: str, kind: type) -> None:
        """Accept null, or a value of `kind` that this version does not read."""
        value = self.get(key)
        if value is not None and not isinstance(value, kind):
            raise ShapeFault(self.path(key))

    def end(self) -> None:
        """Refuse keys that nobody asked for."""
        strange = sorted(self._values.keys() - self._asked)
        if strange:
            raise ShapeFault(self.path(strange[0][:40]))


def text_of(untrusted: object, where: str, pattern: re.Pattern[str] | None, *, least: int = 0) -> str:
    """Return a text of `least` to `MAX_TEXT` characters that `pattern` matches as a whole."""
    if not isinstance(untrusted, str) or not least <= len(untrusted) <= MAX_TEXT:
        raise ShapeFault(where)
    if pattern is not None and pattern.fullmatch(untrusted) is None:
        raise ShapeFault(where)
    return untrusted


def integer_of(untrusted: object, where: str, least: int) -> int:
    """Return an integer from `least` to 2^53 - 1."""
    if isinstance(untrusted, bool) or not isinstance(untrusted, int) or not least <= untrusted <= MAX_INTEGER:
        raise ShapeFault(where)
    return untrusted

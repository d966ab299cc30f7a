"""A list of names in one cell (参训人员), split into persons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.domain.normal_text import many_lines, person_name

if TYPE_CHECKING:
    from collections.abc import Callable

_STRONG = re.compile(r"[、，,；;/|\n\t。]+|\s*和\s+")
_WIDE_SPACE = re.compile(r"[ \u3000]{2,}")
_SPACE = re.compile(r"[ \u3000]+")
_LABEL = re.compile(r"^[^：:、，,]{0,10}[：:]")
_NUMBERED = re.compile(r"^[(（]?\d{1,3}[)）.．、\s]+|^[①-⑳]")
_AND_OTHERS = re.compile(r"(?<=[\u3400-\u9fff· ])等(?:共?(\d*)[一二三四五六七八九十]*[人名位](?:同志)?)?$")
_COUNT = re.compile(r"[(（]?(?:共|合?计)\s*\d*[一二三四五六七八九十]*\s*[人名位][)）]?$")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")


class NameList(NamedTuple):
    """The persons of one cell in order, each once. `more` says that the cell spoke of others without naming them."""

    names: tuple[str, ...]
    repeated: tuple[str, ...] = ()
    more: bool = False


def split_names(text: str, known: Callable[[str], bool] | None = None) -> NameList:
    """Split a list of names at `、`, commas, semicolons, slashes, line breaks or spaces.

    A space inside a name (`王 伟、李娜`) is no border; what stands in brackets behind a name and numbers before it
    are dropped; a name of a minority may hold one `·`.

    Args:
        text: the cell.
        known: whether the roster has a person of this name. It decides what a single space means: `张磊 刘洋、王伟`
            are three where both are known and 张磊刘洋 is not, `欧阳 明` is one where 欧阳明 is known.
    """
    text = _LABEL.sub("", _unbracketed(many_lines(text)))
    parts = [part for part in _STRONG.split(text) if part.strip()]
    alone = len(parts) == 1
    parts = [piece for part in parts for piece in _pieces(part.strip(), known, alone=alone)]
    names: dict[str, None] = {}
    repeated: list[str] = []
    more = False
    others = 0  # how many the cell itself counts: 张三、李四等2人 names them all
    for part in parts:
        name, bare = _bare(part)
        if counted := _AND_OTHERS.search(bare):
            others = int(counted[1] or 0)
            more = True
        if name in names:
            repeated.append(name)
        elif name:
            names[name] = None
    return NameList(tuple(names), tuple(repeated), more and others != len(names))


def _unbracketed(text: str) -> str:
    """Drop brackets before splitting: `王伟（代、组长）` is one name."""
    return _BRACKETS.sub("", text)


def _pieces(part: str, known: Callable[[str], bool] | None, *, alone: bool) -> list[str]:
    """Return the names that a part between strong borders holds: itself, or what its spaces divide."""
    pieces = _by_spaces(part) if " " in part or "\u3000" in part else [part]
    if len(pieces) == 1:
        return pieces
    if known is not None:
        names = [_bare(piece)[0] for piece in pieces]
        if known(_bare(part)[0]):
            return [part]
        if all(known(name) for name in names if name):
            return pieces
    return pieces if alone else [part]


def _bare(part: str) -> tuple[str, str]:
    """Return a name without its number and count, and the same with 等 still behind it."""
    numbered = _COUNT.sub("", _NUMBERED.sub("", part.strip())).strip()
    return person_name(_AND_OTHERS.sub("", numbered))[0], numbered


def _by_spaces(text: str) -> list[str]:
    wide = _WIDE_SPACE.split(text)
    parts = wide if len(wide) > 1 else _SPACE.split(text)
    if all(part.isascii() for part in parts):
        return [text]  # John Smith
    joined: list[str] = []
    for part in parts:
        if len(part) == 1 and joined and len(joined[-1]) == 1:
            joined[-1] += part  # 王 伟: two characters apart are one name
        else:
            joined.append(part)
    return joined

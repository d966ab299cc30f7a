"""A list of names in one cell (参训人员), split into persons."""

from __future__ import annotations

import re
from typing import NamedTuple

from township_ledger.domain.normal_text import many_lines, person_name

_STRONG = re.compile(r"[、，,；;/|\n\t。]+|\s*和\s+")
_WIDE_SPACE = re.compile(r"[ \u3000]{2,}")
_SPACE = re.compile(r"[ \u3000]+")
_LABEL = re.compile(r"^[^：:、，,]{0,10}[：:]")
_NUMBERED = re.compile(r"^[(（]?\d{1,3}[)）.．、\s]+|^[①-⑳]")
_AND_OTHERS = re.compile(r"(?<=[\u3400-\u9fff·])等(?:共?(\d*)[一二三四五六七八九十]*[人名位](?:同志)?)?$")
_COUNT = re.compile(r"[(（]?(?:共|合?计)\s*\d*[一二三四五六七八九十]*\s*[人名位][)）]?$")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")


class NameList(NamedTuple):
    """The persons of one cell in order, each once. `more` says that the cell spoke of others without naming them."""

    names: tuple[str, ...]
    repeated: tuple[str, ...] = ()
    more: bool = False


def split_names(text: str) -> NameList:
    """Split a list of names at `、`, commas, semicolons, slashes, line breaks or spaces.

    A space inside a name (`王 伟、李娜`) is no border; what stands in brackets behind a name and numbers before it
    are dropped; a name of a minority may hold one `·`.
    """
    text = _LABEL.sub("", _unbracketed(many_lines(text)))
    parts = [part for part in _STRONG.split(text) if part.strip()]
    if len(parts) == 1:
        parts = _by_spaces(parts[0].strip())
    names: dict[str, None] = {}
    repeated: list[str] = []
    more = False
    others = 0  # how many the cell itself counts: 张三、李四等2人 names them all
    for part in parts:
        bare = _COUNT.sub("", _NUMBERED.sub("", part.strip())).strip()
        shortened = _AND_OTHERS.sub("", bare)
        if shortened != bare and (counted := _AND_OTHERS.search(bare)):
            others = int(counted[1] or 0)
            more = True
        name = person_name(shortened)[0]
        if name in names:
            repeated.append(name)
        elif name:
            names[name] = None
    return NameList(tuple(names), tuple(repeated), more and others != len(names))


def _unbracketed(text: str) -> str:
    """Drop brackets before splitting: `王伟（代、组长）` is one name."""
    return _BRACKETS.sub("", text)


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

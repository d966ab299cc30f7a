"""Breaking a text into lines: between Chinese characters anywhere, never inside a number or word that fits a line.

Closing punctuation starts no line and opening punctuation ends none (GB/T 15834-2011 §5.1).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OPENING = "（([{〔【《〈「『“‘"
_CLOSING = "，。、；：？！,.;:?!）)]}〕】》〉」』”’%％‰℃…—·"
# a run of what stays together: a number, a date, a code, a word; else one character, with its punctuation
_PIECE = re.compile(
    rf"[ 　]+|[{re.escape(_OPENING)}]*(?:[A-Za-z0-9][A-Za-z0-9\-./*_+]*|[^ 　])[{re.escape(_CLOSING)}]*"
)


def _pieces(text: str) -> Iterator[str]:
    return (match.group() for match in _PIECE.finditer(text))


def _cut(piece: str, room: float, width: Callable[[str], float]) -> tuple[str, str]:
    """Split a piece that is wider than a whole line: as many characters as fit, at least one, and the rest."""
    end = 1
    while end < len(piece) and width(piece[: end + 1]) <= room:
        end += 1
    return piece[:end], piece[end:]


def _paragraph(text: str, room: float, width: Callable[[str], float]) -> Iterator[str]:
    line, used = "", 0.0
    for piece in _pieces(text):
        rest, needed = piece, width(piece)
        if used + needed > room and line:
            if rest.isspace():
                continue  # a space at the end of a line is not drawn on the next
            yield line.rstrip()
            line, used = "", 0.0
        while needed > room and len(rest) > 1:
            head, rest = _cut(rest, room, width)
            yield head
            needed = width(rest)
        line += rest
        used += needed
    yield line.rstrip()


def break_lines(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """Return the lines of `text` in a column of width `room`, measured like `width` measures.

    A single character wider than the column stands alone on its line.
    """
    return [line for part in text.split("\n") for line in _paragraph(part, room, width)]

"""The fonts of printed pages: which character is drawn in which font, how wide it is, and what no font has.

The three fonts come from a folder that the caller names (bundles and tests: the program's own Noto fonts, so that
equal input gives equal bytes everywhere). reportlab draws a character that a font lacks as an empty box without a
word; here every text is checked first, and what no font has becomes 〓, the printer's mark for a missing sort.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GETA = "〓"
"""Stands where a character is missing from every font; printers have used this mark for it since movable type."""

_BLOCK = 100  # entries of one bfchar block at most (Adobe Technical Note 5014)
_INVISIBLE = frozenset(("Cc", "Cf", "Cs"))  # controls, marks of format, halves of surrogate pairs


class _Face(Protocol):
    """What we use of a reportlab font face."""

    charToGlyph: Mapping[int, int]  # noqa: N815  (reportlab's name)
    charWidths: Mapping[int, float]  # noqa: N815


def to_unicode_map(fontname: str, subset: list[int]) -> str:
    """Return the ToUnicode map of a font subset, from which viewers copy and search.

    Stands in for reportlab's own, which writes characters above U+FFFF as five digits (reportlab 5.1): they print
    right and read back as other characters. PDF 32000-1 §9.10.3 asks for UTF-16BE. Codes that stand for no character
    are left out.
    """
    entries = [
        f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>"
        for code, value in enumerate(subset)
        if value
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({fontname})",
        f"/Ordering ({fontname})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


@cache
def _registered(folder: Path, file: str) -> tuple[str, _Face]:
    """Register a font file once a process; return reportlab's name for it and its face."""
    from reportlab.pdfbase import pdfmetrics, ttfonts

    ttfonts.makeToUnicodeCMap = to_unicode_map
    name = file.partition(".")[0].replace("_", "-")
    font = ttfonts.TTFont(name, str(folder / file))
    pdfmetrics.registerFont(font)
    return name, font.face


def _visible(character: str) -> bool:
    """Whether there is anything to draw.

    Variation selectors (VS1–VS256) choose between shapes of one character; the fonts hold one shape.
    """
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return False
    return unicodedata.category(character) not in _INVISIBLE


def clean(text: str) -> str:
    """Return `text` for paper: line ends as one character, tabs as spaces, invisible marks gone."""
    if text.isprintable() and text.isascii():
        return text
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(each for each in unified if each == "\n" or _visible(each))


class Chain:
    """One style of type: fonts tried in order for each character."""

    def __init__(self, folder: Path, *files: str) -> None:
        loaded = [_registered(folder, file) for file in files]
        self.names = [name for name, _ in loaded]
        self._faces = [face for _, face in loaded]
        self.name = self.names[0]
        self._base = frozenset(self._faces[0].charToGlyph)
        self._fonts: dict[str, int] = {}
        self._widths: dict[str, float] = {}
        self._plain: dict[str, bool] = {}

    def _font_of(self, character: str) -> int:
        """Return the index of the first font that has `character`, -1 when none has."""
        known = self._fonts.get(character)
        if known is None:
            code = ord(character)
            known = next((index for index, face in enumerate(self._faces) if code in face.charToGlyph), -1)
            self._fonts[character] = known
        return known

    def has(self, character: str) -> bool:
        """Whether `character` can be drawn (or is nothing to draw)."""
        return character.isspace() or self._font_of(character) >= 0

    def plain(self, text: str) -> bool:
        """Whether the first font alone draws all of `text`, so that it can be drawn in one piece."""
        known = self._plain.get(text)
        if known is None:
            known = self._plain[text] = self._base.issuperset(map(ord, text))
        return known

    def substituted(self, text: str) -> str:
        """Return `text` with 〓 for every character that no font has."""
        return text if self.plain(text) else "".join(each if self.has(each) else GETA for each in text)

    def width(self, text: str) -> float:
        """Return the width of `text` at size 1."""
        known = self._widths.get(text)
        if known is None:
            faces = self._faces
            known = sum(faces[self._font_of(each)].charWidths.get(ord(each), 1000.0) for each in text) / 1000
            self._widths[text] = known
        return known

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Return `text` in pieces (font name, piece)."""
        if self.plain(text):
            return [(self.name, text)]
        pieces: list[tuple[str, str]] = []
        for character in text:
            name = self.names[max(self._font_of(character), 0)]
            if pieces and pieces[-1][0] == name:
                pieces[-1] = (name, pieces[-1][1] + character)
            else:
                pieces.append((name, character))
        return pieces


class Fonts:
    """The styles of a report: body and title in Song (serif), table heads in Hei (sans)."""

    FILES = ("NotoSerifSC_400Regular.ttf", "NotoSerifSC_700Bold.ttf", "NotoSansSC_400Regular.ttf")

    def __init__(self, folder: Path) -> None:
        """Load the fonts from `folder`; takes 0.3 s the first time in a process, nothing afterwards."""
        serif, bold, sans = self.FILES
        self.body = Chain(folder, serif, sans)
        self.title = Chain(folder, bold, serif, sans)
        self.head = Chain(folder, sans, serif)

    def missing(self, text: str) -> str:
        """Return the characters of `text` that no font has, each once, in their order."""
        return "".join(dict.fromkeys(each for each in clean(text) if not self.body.has(each)))

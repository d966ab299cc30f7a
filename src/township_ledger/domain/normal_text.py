"""Text as it comes out of sheets: full-width letters, invisible characters, line breaks, spaces inside names."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]"
)
_SPACES = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_ANY_SPACE = re.compile(r"\s+")
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_BREAK_IN_HAN = re.compile(rf"(?<=[{_HAN}，、；：（）])\n|\n(?=[{_HAN}，、；：（）])")
_SPACE_IN_HAN = re.compile(rf"(?<=[{_HAN}·]) +(?=[{_HAN}·])")
# What keyboards and sheets put where the dot of a minority name belongs (U+00B7, GB/T 36905-2018 asks for this one).
_DOTS = re.compile(rf"(?<=[{_HAN}]) *[·•‧・･∙⋅᛫●．.] *(?=[{_HAN}])")
_BRACKETS = re.compile(r"[（(【\[〔]([^（()）【】\[\]〔〕]*)[）)】\]〕]")
_NUMBER_PREFIX = "'’‘`\t"


def compact(text: str) -> str:
    """Return `text` in half-width letters without any space: the form in which numbers, dates and codes are read."""
    if text.isascii() and text.isprintable():
        return text.replace(" ", "")
    return _ANY_SPACE.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


def without_prefix(text: str) -> str:
    """Return `text` without the apostrophe or tab that people put before a number to keep it as text."""
    return text.lstrip(_NUMBER_PREFIX)


def one_line(text: str) -> str:
    """Return `text` in NFC on one line, without invisible characters and without spaces at its ends.

    A line break between Chinese characters goes, any other becomes a space.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text if "  " not in text and text[:1] != " " and text[-1:] != " " else _spaced(text)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _BREAKS.sub("\n", text.strip())
    return _spaced(_BREAK_IN_HAN.sub("", text).replace("\n", " "))


def many_lines(text: str) -> str:
    """Return `text` in NFC with plain line breaks, without invisible characters and without empty ends."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text.strip(" ")
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def person_name(text: str) -> tuple[str, str]:
    """Return a person's name and what stood behind it in brackets (`王 伟（代）` → `王伟`, `代`).

    Spaces between Chinese characters go; the dot of a minority name becomes `·`; other names keep single spaces.
    """
    name = one_line(text)
    aside = ""
    if "（" in name or "(" in name or "【" in name or "[" in name or "〔" in name:
        asides = [part.strip() for part in _BRACKETS.findall(name) if part.strip()]
        bare = _spaced(_BRACKETS.sub(" ", name))
        if bare:  # a cell that is nothing but brackets stays as it is
            name, aside = bare, "；".join(asides)
    if " " in name:
        name = _SPACE_IN_HAN.sub("", name)
    return _DOTS.sub("·", name), aside


def heading(text: str) -> str:
    """Return a header cell as it is compared: half-width, without spaces, line breaks, stars and colons."""
    return _HEADING_NOISE.sub("", compact(text)).lower()


_HEADING_NOISE = re.compile(r"[*★☆※:_\"'“”]|\\n")


def bare_heading(text: str) -> str:
    """Return a compared header cell without what stands in brackets (`有效期（年-月-日）` → `有效期`)."""
    return _HEADING_BRACKETS.sub("", heading(text))


_HEADING_BRACKETS = re.compile(r"[(\[【〔<《].*?[)\]】〕>》]")


def unit_in_heading(text: str) -> str:
    """Return the unit of measure that a header names: 万元, 元, 小时, 天, or "" ."""
    found = re.search(r"[(\[]?(?:单位)?:?(万元|元|小时|天)[)\]]?$", heading(text))
    return found[1] if found else ""

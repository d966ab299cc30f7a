"""Which names a payload may hold: plain ASCII paths, no surprises on any system, no archive inside the archive."""

from __future__ import annotations

import re

README_NAME = "README.txt"
_SAFE_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}")
_NESTED = re.compile(r"\.(zip|7z|rar|tar|gz|bz2|xz|zst|tgz|cab|iso|jar|asics|asice|age)$", re.IGNORECASE)
# Device names of Windows open a device whatever their ending says.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_MAX_PARTS = 4
_LISTABLE = re.compile(
    r"bundle\.json|README\.txt|reports/[^/]+\.(pdf|xlsx)|data/datapackage\.json|data/[^/]+\.csv"
)


def unsafe_reason(name: str) -> str:
    """Return why a member's name is not accepted: `path`, `nested`, or an empty text when it is."""
    parts = name.split("/")
    if len(parts) > _MAX_PARTS or not all(_SAFE_PART.fullmatch(part) for part in parts):
        return "path"
    if any(part.endswith(".") or _DEVICES.match(part) for part in parts):
        return "path"
    return "nested" if _NESTED.search(name) else ""


def shown_name(name: str) -> str:
    """Return a member's name fit for a sentence: what is not printable ASCII or Chinese becomes `?`."""
    plain = "".join(letter if letter.isprintable() and ord(letter) < 0xFFFF else "?" for letter in name)
    return plain if len(plain) <= 60 else plain[:57] + "…"


def belongs_to_a_bundle(name: str) -> bool:
    """Whether a payload of the kind `bundle` may hold a file of this name."""
    return _LISTABLE.fullmatch(name) is not None

"""Make `src/township_ledger/store/initials_table.py`: the pinyin initial of every character U+4E00 … U+9FA5.

Run by hand when pypinyin has better readings: `python packaging/build_initials.py`. pypinyin never ships (58 MB).
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

FIRST, LAST = 0x4E00, 0x9FA5
WIDTH = 90
TARGET = Path(__file__).resolve().parent.parent / "src" / "township_ledger" / "store" / "initials_table.py"


def initial(letter: str) -> str:
    """Return the initial of the most frequent reading, or "?" when none is known."""
    from pypinyin import Style, pinyin

    reading = pinyin(letter, style=Style.NORMAL, errors=lambda _: "?")[0][0]
    plain = unicodedata.normalize("NFD", reading)[:1].lower()
    return plain if plain.isascii() and plain.isalpha() else "?"


def module() -> str:
    """Return the text of the generated module."""
    letters = "".join(initial(chr(place)) for place in range(FIRST, LAST + 1))
    lines = "\n".join(f'    "{letters[at : at + WIDTH]}"' for at in range(0, len(letters), WIDTH))
    return (
        '"""Made by packaging/build_initials.py; do not edit. The pinyin initial of each character from U+4E00 on."""'
        f"\n\nfrom __future__ import annotations\n\nINITIALS = (\n{lines}\n)\n"
    )


if __name__ == "__main__":
    TARGET.write_text(module(), "utf-8")

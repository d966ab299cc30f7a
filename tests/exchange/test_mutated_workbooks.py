"""Workbooks with random damage end in rows or in a code: in the real process, with its real limits."""

from __future__ import annotations

import random
import time
import zipfile
from pathlib import Path

from tests.exchange.workbooks import save

from township_ledger.app.reader_process import ReaderProcess
from township_ledger.domain.faults import WorldFault
from township_ledger.usecases.progress import Silent

SAMPLE = Path(__file__).parent.parent / "data" / "sheets" / "libreoffice-roster.xlsx"
PARTS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml")
SECONDS = 4.0  # of wall clock for each kind of damage


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Flip, cut, double or blow up a few places."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(found))
        match chance.randrange(5):
            case 0:
                found[place] = chance.randrange(256)
            case 1:
                del found[place : place + chance.randint(1, 40)]
            case 2:
                found[place:place] = found[max(0, place - chance.randint(1, 200)) : place]
            case 3:
                digit = next((at for at in range(place, len(found)) if 48 <= found[at] <= 57), place)
                found[digit:digit] = str(chance.choice([0, 9, 1048576, 2**31, 2**63, 10**18])).encode()
            case _:
                found[place:place] = chance.choice(
                    [b"<", b">", b'"', b"&", b"\0", b"<!--", b"]]>", b"</row>"]
                )
        if not found:
            return b"x"
    return bytes(found)


def outcome(path: Path) -> str:
    try:
        with ReaderProcess(wall_seconds=20).open_sheet(path, progress=Silent()) as (_, chunks):
            for _ in chunks:
                pass
    except WorldFault as fault:
        return fault.code
    return "rows"


def rounds_of(make: object, tmp_path: Path, rounds: int, seed: int) -> dict[str, int]:
    chance = random.Random(seed)  # noqa: S311 - damage, not a secret
    seen: dict[str, int] = {}
    end = time.monotonic() + SECONDS * rounds
    assert callable(make)
    while time.monotonic() < end:
        path = tmp_path / "a.xlsx"
        make(path, chance)
        begin = time.monotonic()
        code = outcome(path)
        assert time.monotonic() - begin < 30
        assert code == "rows" or code.startswith(("file.", "sheet.")), code
        seen[code] = seen.get(code, 0) + 1
    return seen


def test_damage_to_the_file(tmp_path: Path, rounds: int) -> None:
    whole = SAMPLE.read_bytes()

    def make(path: Path, chance: random.Random) -> None:
        path.write_bytes(damaged(whole, chance))

    seen = rounds_of(make, tmp_path, rounds, 1)
    assert seen.keys() - {"rows"}, "no damage was noticed at all"


def test_damage_inside_the_parts(tmp_path: Path, rounds: int) -> None:
    """The zip is whole: the damage reaches the scanner and the Rust library."""
    with zipfile.ZipFile(SAMPLE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheets = [name for name in parts if name.startswith("xl/worksheets/sheet")]

    def make(path: Path, chance: random.Random) -> None:
        name = chance.choice([*sheets, *sheets, *PARTS])
        save(path, {**parts, name: damaged(parts[name], chance)})

    seen = rounds_of(make, tmp_path, rounds, 2)
    assert "rows" in seen, "small damage inside a part leaves most of a sheet readable"

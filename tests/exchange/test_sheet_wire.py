"""The wire: what goes in comes out, and nothing else gets through."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.faults import WorldFault
from township_ledger.domain.sheets import (
    MAX_ROWS,
    Area,
    Place,
    RowChunk,
    SheetHead,
    SheetKind,
    SheetTab,
)
from township_ledger.exchange import sheet_wire
from township_ledger.exchange.sheet_wire import LineReader, Unsafe, fault_line, sheet_lines
from township_ledger.exchange.xlsx_file import OpenedSheet

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.readings import Raw

HEAD = SheetHead(
    kind=SheetKind.XLSX,
    sheet="花名册",
    tabs=(SheetTab("花名册"), SheetTab("旧", visible=False, empty=True)),
    rows=12,
    date_1904=True,
    encoding="",
    preview=("a",),
    merged=(Area(0, 0, 1, 3),),
    hidden_rows=frozenset({3, 5}),
    hidden_columns=frozenset({1}),
    unstored=(Place(1, 2),),
    errors=(Place(2, 2),),
    comments=(Place(4, 4),),
    notes=(("sheet.hidden_rows", {"count": 2}),),
)


def through(
    rows: list[list[Raw]], first: int = 0, head: SheetHead = HEAD
) -> tuple[SheetHead, list[RowChunk]]:
    lines = iter(sheet_lines(OpenedSheet(head, first, iter(rows))))
    reader = LineReader()
    received = reader.head(next(lines))
    chunks = []
    for line in lines:
        assert b"\n" not in line
        chunk = reader.chunk(line)
        if chunk is not None:
            chunks.append(chunk)
    assert reader.ended
    return received, chunks


cells = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(2**53), 2**53),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
)


@given(st.lists(st.lists(cells, max_size=5), max_size=12), st.integers(0, 1000))
def test_any_rows_come_through(rows: list[list[Raw]], first: int) -> None:
    head, chunks = through(rows, first if rows else 0)
    assert head == HEAD
    got = [row for chunk in chunks for row in chunk.rows]
    assert got == rows
    assert [[type(cell) for cell in row] for row in got] == [[type(cell) for cell in row] for row in rows]
    assert all(chunk.first == first for chunk in chunks[:1])


def test_rows_travel_by_256() -> None:
    _, chunks = through([[float(number)] for number in range(600)], first=4)
    assert [(chunk.first, len(chunk.rows)) for chunk in chunks] == [(4, 256), (260, 256), (516, 88)]


def test_long_lines_are_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_wire, "_SOFT_LINE", 100)
    _, chunks = through([["x" * 30]] * 16)
    assert sum(len(chunk.rows) for chunk in chunks) == 16
    assert max(len(chunk.rows) for chunk in chunks) <= 2


def test_not_a_number_is_text() -> None:
    _, chunks = through([[float("nan"), float("inf"), 1.0]])
    assert chunks[0].rows == [["nan", "inf", 1.0]]


def test_too_much_text_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_wire, "MAX_TEXT_BYTES", 1000)
    with pytest.raises(WorldFault, match=r"file\.too_much_text"):
        through([["x" * 600]] * 300)
    monkeypatch.setattr(sheet_wire, "MAX_LINE", 100)
    with pytest.raises(WorldFault, match=r"file\.too_much_text"):
        through([["x" * 600]])


def test_the_receiver_counts_text_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = LineReader()
    monkeypatch.setattr(sheet_wire, "MAX_TEXT_BYTES", 10)
    with pytest.raises(Unsafe):
        reader.chunk(b'[0,[["xxxxxxxxxxxx"]]]')


def test_a_fault_comes_through() -> None:
    line = fault_line(WorldFault("file.far_cells", cell="IV9", n=3, f=0.5))
    for read in (LineReader().head, LineReader().chunk):
        with pytest.raises(WorldFault) as caught:
            read(line)
        assert caught.value.code == "file.far_cells"
        assert caught.value.params == {"cell": "IV9", "n": 3, "f": 0.5}


@pytest.mark.parametrize(
    "fault",
    [
        {"code": "file.x"},
        {"code": "file.x", "params": {}, "more": 1},
        {"code": 3, "params": {}},
        {"code": "File", "params": {}},
        {"code": "file." + "x" * 60, "params": {}},
        {"code": "file.x", "params": []},
        {"code": "file.x", "params": {"a": "x" * 401}},
        {"code": "file.x", "params": {"a": [1]}},
        {"code": "file.x", "params": {"a": None}},
        {"code": "file.x", "params": {"a": True}},
        {"code": "file.x", "params": {"a b": 1}},
        {"code": "file.x", "params": {f"p{number}": 1 for number in range(9)}},
        [],
        "x",
    ],
)
def test_a_fault_that_is_none_of_ours(fault: object) -> None:
    with pytest.raises(Unsafe):
        LineReader().head(json.dumps({"fault": fault}).encode())


def changed(**changes: object) -> bytes:
    head = json.loads(next(iter(sheet_lines(OpenedSheet(HEAD, 0, iter([]))))))["head"]
    return json.dumps({"head": {**head, **changes}}).encode()


def test_a_changed_head_is_still_read() -> None:
    assert LineReader().head(changed()) == HEAD
    assert LineReader().head(changed(rows=None)).rows is None


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "exe"},
        {"kind": 1},
        {"sheet": "x" * 401},
        {"tabs": [["a", True]]},
        {"tabs": {}},
        {"rows": -1},
        {"rows": True},
        {"rows": MAX_ROWS + 1},
        {"preview": [1]},
        {"merged": [[1, 2, 3]]},
        {"merged": [[1, 2, 3, "4"]]},
        {"hidden_rows": [0.5]},
        {"hidden_rows": 5},
        {"unstored": [[1]]},
        {"notes": [["sheet.x"]]},
        {"notes": [["x", {}]]},
    ],
)
def test_a_head_that_is_none(changes: dict[str, object]) -> None:
    with pytest.raises(Unsafe):
        LineReader().head(changed(**changes))


def test_a_head_without_a_part() -> None:
    with pytest.raises(Unsafe):
        LineReader().head(b'{"head":{"kind":"csv"}}')


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff",
        b"[",
        b"[0]",
        b"[0,[],1]",
        b"[0,[]]",
        b"[0.0,[[1]]]",
        b"[true,[[1]]]",
        b"[-1,[[1]]]",
        b"[0,{}]",
        b"[0,[1]]",
        b"[0,[[[]]]]",
        b'[0,[[{"d":1}]]]',
        b'[0,[[{"d":"2024-06-31"}]]]',
        b'[0,[[{"x":"2024-06-03"}]]]',
        b'[0,[[{"d":"2024-06-03","t":"09:00"}]]]',
        b"[0,[[{}]]]",
        b"[0,[[Infinity]]]",
        b'[0,[["\\ud800"]]]',
        b"[" * 100_000,
        b"[0,[[" + b"1" * 5000 + b"]]]",
        b"{}",
        b"[1048576,[[1]]]",
        b'{"end":0,"x":1}',
        b'{"end":1}',
    ],
)
def test_a_row_line_that_is_none(line: bytes) -> None:
    with pytest.raises(Unsafe):
        LineReader().chunk(line)


def test_the_letters_of_an_escape_are_no_half_character() -> None:
    _, chunks = through([["C:\\ud800", "\\"]])
    assert chunks[0].rows == [["C:\\ud800", "\\"]]


def test_dates_are_told_apart() -> None:
    moment = datetime(2024, 6, 3)  # noqa: DTZ001 - sheets know no time zone
    _, chunks = through([[date(2024, 6, 3), moment, time(9)]])
    assert [type(cell) for cell in chunks[0].rows[0]] == [date, datetime, time]


@given(st.binary(max_size=60))
def test_noise_is_unsafe_or_rows(noise: bytes) -> None:
    reader = LineReader()
    for read in (reader.head, reader.chunk):
        try:
            read(noise)
        except (Unsafe, WorldFault):
            continue
        assert noise.startswith((b"[", b"{"))


def test_a_request_is_served_in_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("姓名\n王伟\n", encoding="utf-8")
    request = json.loads(sheet_wire.request_line(str(path), None, "UTF-8"))
    assert request == {"mode": "sheet", "path": str(path), "sheet": None, "encoding": "UTF-8"}
    lines = list(sheet_wire.serve(request))
    assert lines[1:] == [b'[0,[["\xe5\xa7\x93\xe5\x90\x8d"],["\xe7\x8e\x8b\xe4\xbc\x9f"]]]', b'{"end":2}']


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (timedelta(hours=40, minutes=30), "40:30:00"),
        (timedelta(seconds=-61), "-0:01:01"),
        (timedelta(seconds=0.6), "0:00:01"),
    ],
)
def test_durations_are_shown_as_sheets_show_them(value: timedelta, text: str) -> None:
    assert sheet_wire.duration_text(value) == text


def test_what_no_sheet_gives_is_our_own_mistake() -> None:
    with pytest.raises(TypeError, match="complex"):
        through([[1j]])  # type: ignore[list-item]

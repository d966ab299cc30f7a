"""Tables on pages: every row once, in order, whole or split by lines, and nothing beyond the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.conftest import columns, row

from township_ledger.domain.report import CellKind, ReportColumn, ReportRow
from township_ledger.reports.table_layout import SIZES, Strip, Table, lay_out, paginate

if TYPE_CHECKING:
    from township_ledger.reports.fonts import Fonts

ROOM, PAGE, FIRST = 700.0, 450.0, 380.0


def _unwatched(done: int, total: int) -> None:
    """Nobody looks at the progress."""


def laid(fonts: Fonts, rows: list[ReportRow], cols: tuple[ReportColumn, ...] | None = None) -> Table:
    return lay_out(cols or columns(), rows, ROOM, fonts.body, fonts.head, _unwatched)


def text_of(strips: list[Strip], column: int = -1) -> str:
    cells = (strip.cells[column] for strip in strips)
    return "".join(cell if isinstance(cell, str) else "".join(cell) for cell in cells)


def test_columns_fill_the_width(fonts: Fonts) -> None:
    table = laid(fonts, [row(1)])
    assert sum(table.widths) == pytest.approx(ROOM)
    assert table.style.size in SIZES


def test_many_columns_are_squeezed_at_the_smallest_size(fonts: Fonts) -> None:
    cols = tuple(ReportColumn(f"第{index}列", 20) for index in range(30))
    table = laid(fonts, [ReportRow(tuple("很长的内容" for _ in cols))], cols)
    assert table.style.size == SIZES[-1]
    assert sum(table.widths) == pytest.approx(ROOM)
    assert len(table.strips[0].cells[0]) > 1
    for strips in paginate(table, FIRST, PAGE):
        assert strips


def test_a_number_wider_than_its_column_widens_it(fonts: Fonts) -> None:
    narrow = (ReportColumn("号", 3, CellKind.NUMBER_TEXT), ReportColumn("名", 60))
    table = laid(fonts, [ReportRow(("012345678901234567", "甲"))], narrow)
    assert table.strips[0].cells[0] == "012345678901234567"


def test_only_a_cell_too_wide_is_broken(fonts: Fonts) -> None:
    table = laid(fonts, [row(1, basis="很长的依据" * 20), row(2)])
    assert isinstance(table.strips[0].cells[-1], list)
    assert table.strips[1].cells[-1] == "某法第六条"
    assert table.strips[0].height > table.strips[1].height
    assert table.height == pytest.approx(table.head.height + sum(strip.height for strip in table.strips))


def test_line_ends_of_a_cell_are_kept(fonts: Fonts) -> None:
    assert laid(fonts, [row(1, basis="甲\n乙")]).strips[0].cells[-1] == ["甲", "乙"]


def test_the_head_stands_on_every_page(fonts: Fonts) -> None:
    table = laid(fonts, [row(number) for number in range(100)])
    pages = paginate(table, FIRST, PAGE)
    assert len(pages) > 2
    assert all(page[0] is table.head for page in pages)
    assert [strip.row for page in pages for strip in page[1:]] == list(range(100))


def test_a_full_first_page_leaves_the_table_to_the_next(fonts: Fonts) -> None:
    table = laid(fonts, [row(1)])
    pages = paginate(table, table.head.height + 5, PAGE)
    assert pages[0] == []
    assert len(pages[1]) == 2


def test_a_row_taller_than_a_page_runs_on(fonts: Fonts) -> None:
    basis = "".join(f"第{index}条。" for index in range(2000))
    table = laid(fonts, [row(1), row(2, basis=basis), row(3)])
    pages = paginate(table, FIRST, PAGE)
    strips = [strip for page in pages for strip in page[1:]]
    assert text_of([strip for strip in strips if strip.row == 1]) == basis
    assert text_of([strip for strip in strips if strip.row == 1], 1) == "王五"
    assert len(pages[0]) == 3, "the tall row begins on the page where it stands"
    assert [strip.row for strip in strips][-1] == 2


def test_a_tall_row_does_not_begin_in_the_last_two_lines(fonts: Fonts) -> None:
    table = laid(fonts, [row(1), row(2, basis="条。" * 4000)])
    room = table.head.height + table.strips[0].height + 25
    pages = paginate(table, room, PAGE)
    assert [strip.row for strip in pages[0]] == [-1, 0]


def test_a_group_row_is_not_left_alone_at_the_foot(fonts: Fonts) -> None:
    rows = [row(1), ReportRow((), group="第二组"), row(2)]
    table = laid(fonts, rows)
    room = table.head.height + table.strips[0].height + table.strips[1].height + 1
    pages = paginate(table, room, PAGE)
    assert [strip.row for strip in pages[0]] == [-1, 0]
    assert [strip.row for strip in pages[1]] == [-1, 1, 2]


def test_a_group_before_a_row_taller_than_a_page_does_not_loop(fonts: Fonts) -> None:
    rows = [ReportRow((), group="组"), row(1, basis="条。" * 4000)]
    pages = paginate(laid(fonts, rows), FIRST, PAGE)
    assert next(strip.row for page in pages for strip in page[1:]) == 0


def test_a_group_text_over_several_lines(fonts: Fonts) -> None:
    table = laid(fonts, [ReportRow((), group="很长的组名" * 40), row(1)])
    assert isinstance(table.strips[0].cells[0], list)


def test_a_missing_character_is_marked(fonts: Fonts) -> None:
    assert laid(fonts, [row(1, "张𡈽")]).strips[0].cells[1] == "张〓"


@settings(max_examples=40, deadline=None)
@given(
    lengths=st.lists(st.integers(0, 900), max_size=12),
    first=st.floats(0, 500),
    page=st.floats(150, 600),
)
def test_nothing_is_lost_and_no_page_overflows(
    fonts: Fonts, lengths: list[int], first: float, page: float
) -> None:
    rows = [row(number, basis="依据，" * length) for number, length in enumerate(lengths)]
    table = laid(fonts, rows)
    pages = paginate(table, min(first, page), page)
    for number, strips in enumerate(pages):
        room = page if number else min(first, page)
        assert not strips or sum(strip.height for strip in strips) <= room + 0.1
    strips = [strip for strips in pages for strip in strips[1:]]
    for number, length in enumerate(lengths):
        assert text_of([strip for strip in strips if strip.row == number]) == "依据，" * length

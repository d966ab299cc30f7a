"""The columns of a grid: typed ones, the clerk's own (自有列), and those that are worked out from other ledgers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from township_ledger.ui.models.cell_text import is_right_aligned, reader_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.rows import Cell, Row
    from township_ledger.ui.widgets.lamp import LampColour


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a grid. `column` is set for typed columns; `own` for 自有列; neither for worked-out ones.

    `name` is what a sort key or an edit calls it: the column's name, `own:<title>`, or `"` + title for worked out.
    """

    name: str
    title: str
    width: int  # in halves of a Chinese character
    shown: bool
    right: bool = False
    column: Column | None = None
    own: str = ""
    read: Callable[[Cell], str] | None = None

    @property
    def editable(self) -> bool:
        """Whether the clerk can type into its cells."""
        return self.column is not None or bool(self.own)

    @property
    def sortable(self) -> bool:
        """Whether SQL can put the rows into its order."""
        return self.column is not None or bool(self.own)


class DerivedCell(NamedTuple):
    """A worked-out cell: its text, its lamp, and why (for the tooltip and the panel)."""

    text: str
    lamp: LampColour | None = None
    why: str = ""
    kept: bool = False  # refused text of another ledger: amber here too


class Derived(Protocol):
    """Columns that are worked out for one page of rows at a time."""

    @property
    def titles(self) -> Sequence[tuple[str, int, bool]]:
        """Titles and widths of the columns, and whether their numbers stand right."""
        ...

    @property
    def after(self) -> str:
        """The typed column after which they stand."""
        ...

    @property
    def ledgers(self) -> frozenset[str]:
        """The ledgers they are worked out from."""
        ...

    def cells(self, rows: Sequence[Row]) -> Mapping[str, Sequence[DerivedCell]]:
        """Return the cells of each row, by uid."""
        ...


def columns_of(
    ledger: Ledger, own: Sequence[str], derived: Derived | None, labels: Mapping[str, str]
) -> list[GridColumn]:
    """Return the columns of a ledger's grid, in order; `labels` resolves references and may grow later."""
    columns = [
        GridColumn(
            column.name,
            column.title,
            column.width,
            column.grid,
            right=is_right_aligned(column),
            column=column,
            read=reader_of(column, labels),
        )
        for column in ledger.columns
    ]
    if derived is not None:
        names = [column.name for column in columns]
        at = names.index(derived.after) + 1 if derived.after in names else len(names)
        columns[at:at] = [
            GridColumn(f'"{title}', title, width, shown=True, right=right)
            for title, width, right in derived.titles
        ]
    columns += [GridColumn(f"own:{title}", title, 12, shown=True, own=title) for title in own]
    return columns

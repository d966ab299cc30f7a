"""How the import page tells a summary: counts on chips, what was recognised, widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.imports import RowVerdict
from township_ledger.ui.models.preview_model import VERDICT_WORDS
from township_ledger.ui.widgets.chip_bar import Chip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.domain.imports import ImportSummary, SourceColumn
    from township_ledger.ui.generated.ui_import_page import Ui_ImportPage

CHIPS = (
    Chip("", "全部"),
    *(
        Chip(verdict.value, VERDICT_WORDS[verdict])
        for verdict in RowVerdict
        if verdict is not RowVerdict.IGNORED
    ),
)
"""The chips above the preview: all rows, then one for each verdict."""

_VERDICT_WIDTH, _LEAST, _MOST, _TWO_VALUES, _REASONS_WIDTH = 72, 72, 260, 84, 280
_SHORT = frozenset({ColumnType.DATE, ColumnType.MONTH, ColumnType.DATETIME, ColumnType.PHONE})


def tell_summary(form: Ui_ImportPage, summary: ImportSummary) -> None:
    """Show counts, what was recognised, and what the buttons would do."""
    counts = summary.counts
    form.chips.set_count("", counts.added + counts.updated + counts.same + counts.doubtful + counts.rejected)
    for verdict in RowVerdict:
        form.chips.set_count(verdict.value, int(getattr(counts, verdict.value)))
    form.info.setText("".join(words.sentence(code, **params) for code, params in summary.notes))
    form.sheet.clear()
    form.sheet.addItems(list(summary.sheets))
    form.sheet.setCurrentText(summary.sheet)
    form.sheet.setVisible(len(summary.sheets) > 1)
    written = counts.added + counts.updated
    form.write.setText(f"写入 {written:,} 行")
    form.write.setEnabled(written > 0)
    form.rejects.setEnabled(counts.doubtful + counts.rejected > 0 or bool(fed_out(summary)))
    form.note.setText("写入后可随时撤销整次导入" if written else "没有要写入的行，台账里已经是这样")


def set_widths(form: Ui_ImportPage, summary: ImportSummary, ledgers: Mapping[str, Ledger]) -> None:
    """Give columns the width of their definitions; a date or phone that changes needs room for two."""
    form.rows.setColumnWidth(0, _VERDICT_WIDTH)
    shown = [column for column in summary.columns if column.own or column.column]
    for place, column in enumerate(shown, start=1):
        known = _known(column, ledgers)
        width = (known.width if known else 12) * 8 + 16
        if summary.counts.updated and known is not None and known.type in _SHORT:
            width += _TWO_VALUES
        form.rows.setColumnWidth(place, max(_LEAST, min(_MOST, width)))
    form.rows.setColumnWidth(len(shown) + 1, _REASONS_WIDTH)


def _known(column: SourceColumn, ledgers: Mapping[str, Ledger]) -> Column | None:
    ledger = ledgers.get(column.ledger or "")
    return ledger.by_name.get(column.column or "") if ledger else None


def fed_out(summary: ImportSummary) -> Mapping[str, int]:
    """Return how many rows of the other ledgers that the sheet feeds (names of those who attended) stay out."""
    found = {
        name: counts.doubtful + counts.rejected
        for name, counts in summary.by_ledger.items()
        if name != summary.ledger
    }
    return {name: count for name, count in found.items() if count}


def left_out(summary: ImportSummary, ledgers: Mapping[str, Ledger]) -> str:
    """Return what did not go in."""
    counts = summary.counts
    parts = []
    if counts.same:
        parts.append(f"{counts.same:,} 行与台账相同")
    if counts.doubtful or counts.rejected:
        parts.append(f"{counts.doubtful + counts.rejected:,} 行待处理或不收，没有写入")
    parts += [
        f"{count:,} 条{ledgers[name].title}没有收下，补好人员后把同一张表再导入一次"
        for name, count in fed_out(summary).items()
    ]
    return "；".join(parts) + ("。" if parts else "整张表都写进去了。")

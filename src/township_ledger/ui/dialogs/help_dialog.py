"""F1: the manual, opened at the chapter of the page that the clerk stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from township_ledger.ui.generated.ui_help_dialog import Ui_HelpDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from township_ledger.ui.services import Chapter


class HelpDialog(QDialog):
    """A list of chapters and the text of one."""

    def __init__(self, chapters: Sequence[Chapter], page: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_HelpDialog()
        self.form.setupUi(self)
        self._chapters = list(chapters)
        self.form.contents.addItems([chapter.title for chapter in self._chapters])
        self.form.contents.currentRowChanged.connect(self._show)
        self.form.close.clicked.connect(self.accept)
        names = [chapter.name for chapter in self._chapters]
        wanted = page if page in names else page.partition(":")[0]
        self.form.contents.setCurrentRow(names.index(wanted) if wanted in names else 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._chapters):
            self.form.text.setMarkdown(self._chapters[row].text)

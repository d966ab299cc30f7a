"""The first screen: a place to drop a roster. Nothing is asked before the first answer, and nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from township_ledger.ui.dialogs.file_choice import choose_files, choose_folder
from township_ledger.ui.generated.ui_first_start_page import Ui_FirstStartPage

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.ui.theme import Theme

SHEETS = "表格 (*.xlsx *.csv *.xlsm *.xls *.et *.ods);;所有文件 (*)"
NARROW_MARGIN, WIDE_MARGIN = 40, 120
BUNDLE_SUFFIX = ".asics"


class FirstStartPage(QWidget):
    """Takes a file by drop or by button.

    Signals:
        sheet(path): check this sheet.
        bundle(path): show the verdict on this bundle; it is never taken in from here.
        stop(): stop the check that runs.
        open_home(folder): the clerk has a home elsewhere.
        empty_home(): begin without a sheet.
    """

    sheet = Signal(object)
    bundle = Signal(object)
    stop = Signal()
    open_home = Signal(object)
    empty_home = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self.theme = theme
        self.ui = Ui_FirstStartPage()
        self.ui.setupUi(self)
        self.setObjectName("stage")
        ui = self.ui
        ui.drop.dropped.connect(self.take)
        ui.drop.several.connect(self._several)
        ui.choose.clicked.connect(self._choose)
        ui.stop.clicked.connect(self.stop)
        ui.openHome.clicked.connect(self._choose_home)
        ui.emptyHome.clicked.connect(self.empty_home)
        ui.verifyBundle.clicked.connect(self._choose_bundle)
        ui.trouble.hide()
        ui.work.hide()
        self._icons()
        theme.changed.connect(self._icons)

    def _icons(self) -> None:
        self.ui.picture.setPixmap(self.theme.pixmap("file-spreadsheet", "accent", 44))
        self.ui.choose.setIcon(self.theme.icon("folder-open", "accent_text", 16))
        self.ui.choose.setIconSize(QSize(16, 16))

    def take(self, path: Path) -> None:
        """Take a file as if it had been dropped."""
        self.ui.trouble.hide()
        if path.suffix.lower() == BUNDLE_SUFFIX:
            self.bundle.emit(path)
        else:
            self.sheet.emit(path)

    def show_work(self, text: str, done: int = 0, total: int | None = None) -> None:
        """Show what the check is doing; `total` None is not known yet."""
        ui = self.ui
        ui.dropButtons.setEnabled(False)
        ui.choose.hide()
        ui.trouble.hide()
        ui.workText.setText(text)
        ui.workBar.setMaximum(total or 0)
        ui.workBar.setValue(done)
        ui.work.show()

    def show_idle(self) -> None:
        """Wait for a file again."""
        self.ui.work.hide()
        self.ui.choose.show()

    def show_trouble(self, text: str) -> None:
        """Say why a file could not be checked."""
        self.show_idle()
        self.ui.trouble.setText(text)
        self.ui.trouble.show()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Take less margin in a narrow window."""
        margin = NARROW_MARGIN if narrow else WIDE_MARGIN
        self.ui.outer.setContentsMargins(margin, 16 if narrow else 28, margin, 12 if narrow else 20)

    def _several(self, count: int) -> None:
        self.ui.trouble.setText(f"拖来了 {count} 个文件，先看第一个，其余的存成台账后再导入。")
        self.ui.trouble.show()

    def _choose(self) -> None:
        for path in choose_files(self, "选择花名册", SHEETS):
            self.take(path)

    def _choose_bundle(self) -> None:
        for path in choose_files(self, "选择报送包", f"报送包 (*{BUNDLE_SUFFIX})"):
            self.take(path)

    def _choose_home(self) -> None:
        folder = choose_folder(self, "选择台账所在的文件夹")
        if folder is not None:
            self.open_home.emit(folder)

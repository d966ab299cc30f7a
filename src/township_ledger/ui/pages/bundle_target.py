"""写盘读回: where the bundle goes, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QRadioButton

from township_ledger.ui.widgets.drop_zone import restyle
from township_ledger.ui.widgets.lines import clear

if TYPE_CHECKING:
    from township_ledger.ui.pages.bundle_page import BundlePage
    from township_ledger.ui.services import Json

FOLDER_USED_LAST = "bundle_folder"


class Target(QObject):
    """The last step: a stick or a folder, then the outcome."""

    def __init__(self, page: BundlePage) -> None:
        super().__init__(page)
        self._page = page
        self.folder: Path | None = None
        self._file: Path | None = None
        form = page.form
        form.chooseFolder.clicked.connect(self._choose)
        form.rescan.clicked.connect(self.look_for_drives)
        form.openFolder.clicked.connect(self._open_folder)
        self.forget()

    def forget(self) -> None:
        """Show no outcome."""
        form = self._page.form
        form.targetCard.setEnabled(True)
        form.targetCard.show()
        form.outcomeCard.hide()

    def look_for_drives(self) -> None:
        """List the sticks; exactly one is chosen already, several wait for the clerk's choice."""
        self.forget()
        layout = self._page.form.driveList
        clear(layout)
        drives = list(self._page.services.drives())
        for drive in drives:
            button = QRadioButton(f"U 盘　{drive}")
            button.setProperty("folder", str(drive))
            button.toggled.connect(self._chosen)
            layout.addWidget(button)
            if len(drives) == 1:
                button.setChecked(True)
        if len(drives) == 1:
            return
        last = self._page.services.preference(FOLDER_USED_LAST, "")
        if not drives and last:
            self._aim(Path(last), f"没有找到 U 盘；上次写到 {last}")
        elif not drives:
            self._aim(None, "没有找到 U 盘。插上后点“重新找 U 盘”，或选一个文件夹。")
        else:
            self._aim(None, f"插着 {len(drives)} 个 U 盘，选一个再写。")

    def choose_folder(self, folder: Path) -> None:
        """Write into this folder."""
        self._aim(folder, f"写到 {folder}")

    def say_busy(self) -> None:
        """The worker has begun."""
        self._page.form.targetCard.setEnabled(False)

    def tell(self, result: Json) -> None:
        """Show what was written."""
        form = self._page.form
        form.targetCard.hide()
        self._file = Path(str(result.get("file", "")))
        form.outcomeTitle.setText(self.done_words(result))
        restyle(form.outcomeTitle, "h2")
        form.outcomeNote.setText(
            f"文件：{self._file.name}\n内容摘要：{result.get('digest', '')}\n登记校验码：{result.get('code', '')}"
        )
        form.openFolder.show()
        form.outcomeCard.show()
        if self.folder is not None:
            self._page.services.set_preference(FOLDER_USED_LAST, str(self.folder))

    def done_words(self, result: Json) -> str:
        """Return what is true now; only a stick can be pulled out."""
        stick = self.folder in set(self._page.services.drives())
        return f"第 {result.get('sequence')} 号报送包已写入并读回核对" + ("，可以拔出" if stick else "")

    def tell_fault(self, text: str) -> None:
        """Show why nothing was written."""
        form = self._page.form
        form.targetCard.setEnabled(True)
        form.outcomeTitle.setText("没有写成")
        restyle(form.outcomeTitle, "red")
        form.outcomeNote.setText(text)
        form.openFolder.hide()
        form.outcomeCard.show()

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self._page, "报送包写到哪个文件夹")
        if name:
            self.choose_folder(Path(name))

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QRadioButton) and button.isChecked():
            folder = Path(str(button.property("folder")))
            self._aim(folder, f"写到 {folder}")

    def _aim(self, folder: Path | None, text: str) -> None:
        self.folder = folder
        self._page.form.target.setText(text)
        self._page.settle_next()

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

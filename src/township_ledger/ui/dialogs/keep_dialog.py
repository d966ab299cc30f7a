"""存成台账: unit, your name, one password; nothing else is asked on the first day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from township_ledger.ui.dialogs.file_choice import choose_folder
from township_ledger.ui.generated.ui_keep_dialog import Ui_KeepDialog
from township_ledger.ui.services import KeepRequest
from township_ledger.words import sentence

if TYPE_CHECKING:
    from township_ledger.ui.services import Door, Job, Opened


class KeepDialog(QDialog):
    """Makes the home.

    Signals:
        kept(services): the home is there and open.
    """

    kept = Signal(object)

    def __init__(
        self, door: Door, job: Job | None, rows: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        """`rows` is how many rows the check-up holds; `unit` is what the sheet's title says of the unit."""
        super().__init__(parent)
        self._door, self._job = door, job
        self._folder = door.default_folder()
        self.ui = Ui_KeepDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.intro.setText(
            f"把看过的 {rows:,} 行加密存在这台电脑上。"
            if job is not None
            else "建一本空的台账，加密存在这台电脑上。"
        )
        ui.unit.setText(unit)
        ui.folder.setText(str(self._folder))
        ui.trouble.hide()
        ui.keep.setDefault(True)
        ui.cancel.setAutoDefault(False)
        ui.chooseFolder.setAutoDefault(False)
        ui.keep.clicked.connect(self.keep)
        ui.cancel.clicked.connect(self.reject)
        ui.chooseFolder.clicked.connect(self._choose_folder)
        for field, name in (
            (ui.unit, "单位"),
            (ui.person, "您的姓名"),
            (ui.password, "密码"),
            (ui.again, "再输一次密码"),
        ):
            field.setAccessibleName(name)
        (ui.person if unit else ui.unit).setFocus()

    def request(self) -> KeepRequest:
        """Return the answers as they stand."""
        ui = self.ui
        return KeepRequest(self._folder, ui.unit.text().strip(), ui.person.text().strip(), ui.password.text())

    def keep(self) -> None:
        """Check the answers in words, then make the home."""
        request = self.request()
        trouble = self._trouble(request)
        if trouble:
            self.say(trouble)
            return
        self._set_busy(busy=True)
        self._door.keep(self._job, request, self._done)

    def _trouble(self, request: KeepRequest) -> str:
        if not request.unit_name:
            return "写上单位名称，报表和报送包上要用。"
        if not request.person:
            return "写上您的姓名，操作记录里写的是它。"
        fault = self._door.password_fault(request)
        if fault:
            return sentence(fault)
        if request.password != self.ui.again.text():
            return "两次输的密码不一样，再输一遍。"
        return ""

    def _done(self, opened: Opened) -> None:
        self._set_busy(busy=False)
        if opened.services is None:
            self.say(sentence(opened.code, **opened.params))
            return
        self.ui.password.clear()
        self.ui.again.clear()
        self.accept()
        self.kept.emit(opened.services)

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.keep.setEnabled(not busy)
        self.ui.keep.setText("正在保存" if busy else "存成台账")
        self.ui.cancel.setEnabled(not busy)

    def say(self, text: str) -> None:
        """Say what has to be put right."""
        self.ui.trouble.setText(text)
        self.ui.trouble.show()
        self.adjustSize()

    def _choose_folder(self) -> None:
        folder = choose_folder(self, "台账存在哪个文件夹")
        if folder is not None:
            self._folder = folder
            self.ui.folder.setText(str(folder))

"""Who, the password, one way out for a lost password and one for another home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from township_ledger.ui.generated.ui_unlock_page import Ui_UnlockPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from township_ledger.ui.services import Door, HomeCard, Opened
    from township_ledger.ui.theme import Theme


class UnlockPage(QWidget):
    """Opens one home.

    Signals:
        opened(services): the home is open.
        another(folder): the clerk chose another home.
    """

    opened = Signal(object)
    another = Signal(object)

    def __init__(self, theme: Theme, door: Door, card: HomeCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._door, self._card = theme, door, card
        self._with_sheet = False
        self.ui = Ui_UnlockPage()
        self.ui.setupUi(self)
        self.setObjectName("stage")
        ui = self.ui
        ui.unit.setText(card.unit_name or "乡镇执法台账")
        ui.product.setVisible(bool(card.unit_name))
        ui.who.addItems(card.persons)
        ui.trouble.hide()
        ui.sheet.hide()
        ui.password.returnPressed.connect(self.unlock)
        ui.open.clicked.connect(self.unlock)
        ui.lost.clicked.connect(self._other_way)
        ui.another.clicked.connect(self._choose_home)
        ui.open.setDefault(True)
        self._icons()
        theme.changed.connect(self._icons)

    def _icons(self) -> None:
        self.ui.picture.setPixmap(self._theme.pixmap("lock", "accent", 28))

    def unlock(self) -> None:
        """Try what was typed; the button waits meanwhile."""
        ui = self.ui
        ui.trouble.hide()
        text = ui.sheet.toPlainText() if self._with_sheet else ui.password.text()
        if not text.strip():
            self.say("照恢复单抄进恢复码，再打开。" if self._with_sheet else "输入密码，再打开。")
            return
        ui.open.setEnabled(False)
        ui.open.setText("正在打开")
        if self._with_sheet:
            self._door.unlock_with_sheet(self._card.folder, text, self._done)
        else:
            self._door.unlock(self._card.folder, ui.who.currentText(), text, self._done)

    def _done(self, opened: Opened) -> None:
        ui = self.ui
        ui.open.setEnabled(True)
        ui.open.setText("打开台账")
        if opened.services is None:
            from township_ledger.words import sentence

            self.say(sentence(opened.code, **opened.params))
            field = ui.sheet if self._with_sheet else ui.password
            field.selectAll()
            field.setFocus()
            return
        ui.password.clear()
        ui.sheet.clear()
        self.opened.emit(opened.services)

    def say(self, text: str) -> None:
        """Say what keeps the home shut."""
        self.ui.trouble.setText(text)
        self.ui.trouble.show()

    def _other_way(self) -> None:
        """Change between the password and the recovery sheet."""
        self._with_sheet = not self._with_sheet
        ui = self.ui
        ui.who.setVisible(not self._with_sheet)
        ui.password.setVisible(not self._with_sheet)
        ui.sheet.setVisible(self._with_sheet)
        ui.lost.setText("用密码打开" if self._with_sheet else "忘了密码，用恢复码")
        ui.trouble.hide()
        (ui.sheet if self._with_sheet else ui.password).setFocus()

    def _choose_home(self) -> None:
        from township_ledger.ui.dialogs.file_choice import choose_folder

        folder = choose_folder(self, "选择台账所在的文件夹")
        if folder is not None:
            self.another.emit(folder)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clerk type the password at once."""
        super().showEvent(event)
        self.ui.password.setFocus()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Nothing to arrange: the card fits every window."""

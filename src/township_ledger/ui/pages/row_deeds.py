"""What can be done to a whole row of a ledger: its history, taking it out; and undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from township_ledger.ui.services import EditRequest, EditResult, UndoFault
from township_ledger.words import sentence

if TYPE_CHECKING:
    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.rows import UndoOutcome
    from township_ledger.ui.models.ledger_model import LedgerModel
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme


class RowDeeds(QObject):
    """Deeds of one ledger page.

    Signals:
        told(text): what is true now.
        changed(): rows came, went or changed.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self, services: Services, theme: Theme, ledger: Ledger, model: LedgerModel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._theme, self._ledger, self._model, self._window = (
            services,
            theme,
            ledger,
            model,
            window,
        )

    def _label(self, uid: str) -> str:
        return self._services.reader.labels(self._ledger.name, [uid]).get(uid, "")

    def restore(self, uid: str, column: str, text: str) -> None:
        """Write an older text into a cell."""
        self._model.edit(uid, {column: text})

    def all_history(self, uid: str) -> None:
        """Show every change of a row."""
        from township_ledger.ui.dialogs.history_dialog import HistoryDialog, HistoryModel

        entries = self._services.reader.history(self._ledger.name, uid)
        model = HistoryModel(entries, self._ledger, self._model.labels, self._services.clock.now())
        title = f"{self._label(uid) or self._ledger.title} · 全部历史"
        HistoryDialog(self._theme, title, model, self._window).exec()

    def retire(self, uid: str) -> None:
        """Ask, saying what it does, then take the row out."""
        box = QMessageBox(self._window)
        box.setWindowTitle("移出台账")
        box.setText(f"把“{self._label(uid) or '这一行'}”移出{self._ledger.title}台账？")
        box.setInformativeText("移出后不再出现在台账、报表和报送包里；历史都留着，按 Ctrl+Z 可以撤销。")
        out = box.addButton("移出这一行", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("留着", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        if box.clickedButton() is out:
            self._services.edit(EditRequest(self._ledger.name, uid, retire=True), self._retired)

    def _retired(self, result: EditResult) -> None:
        if result.code:
            self.told.emit(sentence(result.code, **result.params))
        else:
            self.told.emit("已移出 1 行，可撤销")
            self.changed.emit()

    def undo(self) -> None:
        """Take back this person's newest operation."""
        self._services.undo(None, self._undone)

    def redo(self) -> None:
        """Take back the newest undo."""
        self._services.redo(self._redone)

    def _undone(self, outcome: UndoOutcome | UndoFault | None) -> None:
        self._tell(outcome, "已撤销", "没有可以撤销的操作")

    def _redone(self, outcome: UndoOutcome | UndoFault | None) -> None:
        self._tell(outcome, "已恢复", "没有可以恢复的撤销")

    def _tell(self, outcome: UndoOutcome | UndoFault | None, done: str, nothing: str) -> None:
        if outcome is None:
            self.told.emit(nothing)
            return
        if isinstance(outcome, UndoFault):
            self.told.emit(sentence(outcome.code, **outcome.params))
            return
        text = f"{done} {outcome.restored} 处" if outcome.operation is not None else "没有改动任何格子"
        if outcome.conflicts:
            text += f"；{len(outcome.conflicts)} 处后来又改过，没有动"
        self.told.emit(text)
        self.changed.emit()

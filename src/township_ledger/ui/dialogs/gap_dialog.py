"""缺项说明: why something is missing from a bundle, and when it will follow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from township_ledger.ui.generated.ui_gap_dialog import Ui_GapDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class GapDialog(QDialog):
    """Asks for a reason and a promised date; both may stay empty."""

    def __init__(self, what: str, reason: str, promised: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_GapDialog()
        self.form.setupUi(self)
        self.form.what.setText(what)
        self.form.reason.setText(reason)
        self.form.promised.setText(promised)
        self.form.fault.hide()
        self.form.accept.clicked.connect(self._try)
        self.form.cancel.clicked.connect(self.reject)

    @property
    def reason(self) -> str:
        """What the clerk wrote."""
        return self.form.reason.text().strip()

    @property
    def promised(self) -> str:
        """A date, or "" when none is promised."""
        return self.form.promised.text().strip()

    def _try(self) -> None:
        text = self.promised
        try:
            if text:
                date.fromisoformat(text)
        except ValueError:
            self.form.fault.setText(f"“{text}”不是完整日期。写成 2026-12-10 这样的年月日。")
            self.form.fault.show()
            return
        self.accept()

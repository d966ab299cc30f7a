"""登记校验码: a key is pinned to a unit only after its code was compared group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from township_ledger.ui.generated.ui_trust_dialog import Ui_TrustDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TrustDialog(QDialog):
    """Shows a registration code and the unit that the certificate names; accepted only when compared."""

    def __init__(self, code: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_TrustDialog()
        self.form.setupUi(self)
        self.form.code.setText(code)
        self.form.unit.setText(unit)
        self.form.unit.setReadOnly(True)  # the unit is the one in the certificate, or the register would lie
        self.form.fault.hide()
        self.form.accept.setEnabled(False)
        self.form.compared.toggled.connect(self.form.accept.setEnabled)
        self.form.accept.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)

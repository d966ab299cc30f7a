"""One new row, typed field by field: 添加一人, 添加异动. Whatever is typed is kept; what is not readable makes a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from township_ledger.domain.definitions import ColumnType
from township_ledger.domain.written import NO, YES
from township_ledger.ui.generated.ui_row_dialog import Ui_RowDialog
from township_ledger.ui.models.cell_text import example
from township_ledger.ui.services import EditRequest, EditResult
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from township_ledger.domain.definitions import Column, Ledger
    from township_ledger.ui.services import Services


class RowDialog(QDialog):
    """Asks for the columns of one row and writes it; `uid` is the new row after it was accepted."""

    def __init__(
        self,
        services: Services,
        ledger: Ledger,
        title: str,
        fixed: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`fixed` are texts of columns that are not asked (the certificate of an event)."""
        super().__init__(parent)
        self._services, self._ledger, self._fixed = services, ledger, dict(fixed or {})
        self.uid = ""
        self.ui = Ui_RowDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.title.setText(title)
        self.ui.intro.setText("带 * 的要填，暂时没有也能存，先作草稿。")
        self.ui.trouble.hide()
        self._fields: dict[str, QWidget] = {}
        for column in ledger.columns:
            if column.name not in self._fixed and (column.grid or column.required):
                self._add_field(column)
        self.ui.save.setDefault(True)
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.reject)
        self.resize(480, min(410, 200 + 44 * len(self._fields)))
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first.setFocus()

    def _add_field(self, column: Column) -> None:
        field: QWidget
        if column.type in (ColumnType.CHOICE, ColumnType.YES_NO):
            combo = QComboBox()
            combo.setEditable(True)
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.addItems(["", *(column.choices or (YES, NO))])
            field = combo
        elif column.type is ColumnType.LONG_TEXT:
            edit = QPlainTextEdit()
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(64)
            field = edit
        else:
            line = QLineEdit()
            line.setPlaceholderText(example(column))
            field = line
        field.setAccessibleName(column.title)
        label = QLabel(f"{column.title} *" if column.required else column.title)
        label.setProperty("look", "label")
        label.setBuddy(field)
        self.ui.fields.addRow(label, field)
        self._fields[column.name] = field

    def set_text(self, column: str, text: str) -> None:
        """Type into a field."""
        field = self._fields[column]
        if isinstance(field, QComboBox):
            field.setEditText(text)
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        elif isinstance(field, QLineEdit):
            field.setText(text)

    def texts(self) -> dict[str, str]:
        """Return what was typed, without empty fields."""
        result = dict(self._fixed)
        for name, field in self._fields.items():
            text = ""
            if isinstance(field, QComboBox):
                text = field.currentText()
            elif isinstance(field, QPlainTextEdit):
                text = field.toPlainText()
            elif isinstance(field, QLineEdit):
                text = field.text()
            if text.strip():
                result[name] = text.strip()
        return result

    def save(self) -> None:
        """Queue the row; the dialog closes when it is written."""
        texts = self.texts()
        if len(texts) <= len(self._fixed):
            self._say("还什么都没有填。至少填一格再添加。")
            return
        self.ui.save.setEnabled(False)
        self._services.edit(EditRequest(self._ledger.name, None, texts), self._done)

    def _done(self, result: EditResult) -> None:
        self.ui.save.setEnabled(True)
        if result.code:
            self._say(sentence(result.code, **result.params))
            return
        self.uid = result.uid or ""
        self.accept()

    def _say(self, text: str) -> None:
        self.ui.trouble.setText(text)
        self.ui.trouble.show()

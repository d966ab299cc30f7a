"""设置: the unit, the look, recovery and backup, codes, the log of operations, and what the program is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from township_ledger import __version__, words
from township_ledger.domain.registration import registration_code
from township_ledger.ui.dialogs.help_dialog import HelpDialog
from township_ledger.ui.dialogs.recovery_dialog import RecoveryDialog
from township_ledger.ui.dialogs.trust_dialog import TrustDialog
from township_ledger.ui.generated.ui_settings_page import Ui_SettingsPage
from township_ledger.ui.models.operations_model import WHAT, WIDTHS, OperationsModel, can_undo, undo_words
from township_ledger.ui.page import Page
from township_ledger.ui.services import JobEvents, UndoFault
from township_ledger.ui.theme import Mode
from township_ledger.ui.unit_types import UNIT_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.domain.rows import UndoOutcome
    from township_ledger.ui.services import EditResult, Json, Services
    from township_ledger.ui.theme import Theme

OPERATIONS_SHOWN = 300
MODES = ((Mode.SYSTEM, "跟随系统"), (Mode.LIGHT, "浅色"), (Mode.DARK, "深色"))
ROWS = (("normal", "标准"), ("compact", "紧凑"))
_UNIT_KEYS = ("unit_name", "unit_code", "unit_type")


class SettingsPage(Page):
    """Cards in two columns; one below the other in a narrow window."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, parent)
        self.form = Ui_SettingsPage()
        self.form.setupUi(self)
        self.operations = OperationsModel(self)
        self._settings_left = 0
        self._dress()
        self._connect()
        self.read_again()

    @property
    def title(self) -> str:
        """The heading."""
        return "设置"

    @property
    def sub_title(self) -> str:
        """What is here."""
        return "单位、外观、恢复码、备份、登记校验码、操作记录"

    def shown(self, argument: object = None) -> None:
        """Come to the front."""
        self.read_again()

    def refresh(self, changed: frozenset[str]) -> None:
        """Something was written."""
        self.read_again()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """One column in a narrow window."""
        direction = self.form.columns.Direction
        self.form.columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    # -- set up

    def _dress(self) -> None:
        form = self.form
        form.unitType.addItem("")
        form.unitType.addItems(list(UNIT_TYPES))
        for mode, title in MODES:
            form.mode.addItem(title, mode.value)
        form.mode.setCurrentIndex(form.mode.findData(self.theme.mode.value))
        for name, title in ROWS:
            form.rows.addItem(title, name)
        form.rows.setCurrentIndex(form.rows.findData(self.services.preference("rows", "normal")))
        form.operations.setModel(self.operations)
        form.operations.verticalHeader().hide()
        form.operations.setSelectionBehavior(form.operations.SelectionBehavior.SelectRows)
        form.operations.setSelectionMode(form.operations.SelectionMode.SingleSelection)
        form.operations.setWordWrap(False)
        header = form.operations.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            form.operations.setColumnWidth(column, width)
        header.setSectionResizeMode(WHAT, header.ResizeMode.Stretch)
        form.version.setText(__version__)
        form.homePlace.setText(str(self.services.home))

    def _connect(self) -> None:
        form = self.form
        form.unitSave.clicked.connect(self._save_unit)
        form.mode.activated.connect(self._mode_chosen)
        form.rows.activated.connect(self._rows_chosen)
        form.recovery.clicked.connect(self._show_recovery)
        form.recoveryPrint.clicked.connect(self._print_recovery)
        form.backup.clicked.connect(self._back_up)
        form.registration.clicked.connect(self._export_registration)
        form.trustAdd.clicked.connect(self._add_trust)
        form.audit.clicked.connect(self._audit)
        form.undo.clicked.connect(self._undo)
        form.operations.selectionModel().selectionChanged.connect(self._operation_chosen)
        form.logs.clicked.connect(self._open_logs)
        form.licences.clicked.connect(self._show_licences)
        form.manual.clicked.connect(self._show_manual)

    def read_again(self) -> None:
        """Read everything that may have changed."""
        form, services = self.form, self.services
        reader = services.reader
        form.unitName.setText(reader.setting("unit_name") or "")
        form.unitCode.setText(reader.setting("unit_code") or "")
        form.unitType.setCurrentText(reader.setting("unit_type") or "")
        form.person.setText(services.actor)
        own = services.registration()
        form.ownCode.setText(own.code if own else "做第一个报送包时产生")
        form.registration.setEnabled(own is not None)
        form.trusted.clear()
        for key in services.trusted_keys():
            retired = "（已停用）" if key.retired_at else ""
            form.trusted.addItem(f"{key.unit_name}{retired}\n{registration_code(key.key_sha256)}")
        if form.trusted.count() == 0:
            form.trusted.addItem("还没有。收到别的单位的登记表后在这里登记。")
        self.operations.show_operations(reader.operations(OPERATIONS_SHOWN), reader.ledgers())
        self._operation_chosen()

    # -- the unit and the look

    def _save_unit(self) -> None:
        form = self.form
        wanted = (
            form.unitName.text().strip(),
            form.unitCode.text().strip().upper(),
            form.unitType.currentText(),
        )
        if not wanted[0]:
            form.unitNote.setText("单位名称不能空着。")
            return
        changed = [
            (key, value)
            for key, value in zip(_UNIT_KEYS, wanted, strict=True)
            if value != (self.services.reader.setting(key) or "")
        ]
        if not changed:
            form.unitNote.setText("没有改动。")
            return
        self._settings_left = len(changed)
        form.unitNote.clear()
        for key, value in changed:
            self.services.change_setting(key, value, self._unit_saved)

    def _unit_saved(self, result: EditResult) -> None:
        self._settings_left -= 1
        if result.code:
            self.form.unitNote.setText(words.sentence(result.code, **result.params))
        elif self._settings_left == 0 and not self.form.unitNote.text():
            self.form.unitNote.setText("单位信息已保存。")

    def _mode_chosen(self) -> None:
        mode = Mode(str(self.form.mode.currentData()))
        self.theme.set_mode(mode)
        self.services.set_preference("mode", mode.value)

    def _rows_chosen(self) -> None:
        rows = str(self.form.rows.currentData())
        self.theme.set_compact(rows == "compact")
        self.services.set_preference("rows", rows)

    # -- recovery and backup

    def _show_recovery(self) -> None:
        RecoveryDialog(self.services, self).exec()

    def _print_recovery(self) -> None:
        dialog = RecoveryDialog(self.services, self)
        dialog.told.connect(self.message)
        dialog.print_sheet()

    def _back_up(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "备份到哪个文件夹")
        if folder:
            self.form.backupState.setText("正在备份")
            self.services.start(
                "backup", {"folder": folder}, JobEvents(result=self._backed_up, fault=self._backup_failed)
            )

    def _backed_up(self, result: Json) -> None:
        file = Path(str(result.get("file", ""))).name
        now = self.services.clock.now()
        self.services.set_preference(f"backup:{self.services.reader.setting('home_id')}", now.isoformat())
        self.form.backupState.setText(f"已备份到 {file}，打开自检通过。它用今天的密码或恢复码打开。")
        self.message.emit(f"已备份到 {file}")

    def _backup_failed(self, code: str, params: Mapping[str, Param]) -> None:
        self.form.backupState.setText(words.sentence(code, **params))

    # -- codes

    def _export_registration(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "登记表存到哪个文件夹")
        if folder:
            self.services.start(
                "trust-export", {"folder": folder}, JobEvents(result=self._exported, fault=self._failed)
            )

    def _exported(self, result: Json) -> None:
        files = result.get("files")
        names = "、".join(Path(str(name)).name for name in files) if isinstance(files, list) else ""
        self.message.emit(f"登记表已存好：{names}")

    def _add_trust(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "选择对方的证书文件", "", "证书 (*.pem *.cer *.crt);;所有文件 (*)"
        )
        if name:
            self.services.start(
                "trust-look", {"path": name}, JobEvents(result=self._compare, fault=self._failed)
            )

    def _compare(self, result: Json) -> None:
        dialog = TrustDialog(str(result.get("code", "")), str(result.get("unit_name", "")), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.services.start(
                "trust-add", {"key": result}, JobEvents(result=self._pinned, fault=self._failed)
            )

    def _pinned(self, result: Json) -> None:
        self.message.emit(str(result.get("words", "")))
        self.read_again()

    # -- operations

    def _operation_chosen(self) -> None:
        operation = self.operations.operation(self.form.operations.currentIndex().row())
        self.form.undo.setEnabled(can_undo(operation))
        self.form.undo.setText(undo_words(operation) if operation and can_undo(operation) else "撤销这次操作")

    def _undo(self) -> None:
        operation = self.operations.operation(self.form.operations.currentIndex().row())
        if operation is not None and can_undo(operation):
            self.form.undo.setEnabled(False)
            self.services.undo(operation.number, self._undone)

    def _undone(self, outcome: UndoOutcome | UndoFault | None) -> None:
        if outcome is None:
            self.message.emit("没有可撤销的内容")
        elif isinstance(outcome, UndoFault):
            self.message.emit(words.sentence(outcome.code, **outcome.params))
        else:
            kept = f"；{len(outcome.conflicts):,} 处后来改过，保持原样" if outcome.conflicts else ""
            self.message.emit(f"已撤销，恢复 {outcome.restored:,} 处{kept}")
        self.read_again()

    def _audit(self) -> None:
        self.form.auditState.setText("正在核对")
        self.services.start("audit", {}, JobEvents(result=self._audited, fault=self._audit_failed))

    def _audited(self, result: Json) -> None:
        if result.get("ok") is True:
            self.form.auditState.setText("操作记录前后相接，与台账逐行一致")
            return
        findings = result.get("findings")
        told = (
            [str(each.get("words", "")) for each in findings if isinstance(each, dict)]
            if isinstance(findings, list)
            else []
        )
        self.form.auditState.setText(f"发现 {len(told)} 处不一致")
        QMessageBox.warning(self, "核对操作记录", "\n".join(told[:20]))

    def _audit_failed(self, code: str, params: Mapping[str, Param]) -> None:
        self.form.auditState.setText(words.sentence(code, **params))

    # -- about

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.services.log_folder)))

    def _show_licences(self) -> None:
        HelpDialog(self.services.manual(), "licences", self).exec()

    def _show_manual(self) -> None:
        HelpDialog(self.services.manual(), "settings", self).exec()

    def _failed(self, code: str, params: Mapping[str, Param]) -> None:
        self.message.emit(words.sentence(code, **params))

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from township_ledger.domain.bundles import TrustedKey
from township_ledger.domain.rows import Conflict, Operation, OperationKind, UndoOutcome
from township_ledger.ui.dialogs.help_dialog import HelpDialog
from township_ledger.ui.dialogs.recovery_dialog import RecoveryDialog, lines_of_groups
from township_ledger.ui.dialogs.trust_dialog import TrustDialog
from township_ledger.ui.pages.settings_page import SettingsPage
from township_ledger.ui.services import Chapter, Registration, UndoFault
from township_ledger.ui.theme import Mode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.services import Json
    from township_ledger.ui.theme import Theme

CODE = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"


def operation(number: int, kind: OperationKind, rows: int = 0, undone_by: int | None = None) -> Operation:
    at = datetime(2026, 11, 23, 1, number, tzinfo=UTC)
    undoes = 1 if kind is OperationKind.UNDO else None
    return Operation(number, at, "李敏", kind, {}, rows, ("people", "certificates"), undoes, undone_by)


@pytest.fixture
def page(services: FakeServices, theme: Theme, qtbot: QtBot) -> SettingsPage:
    services.reader.operations_made = [
        operation(1, OperationKind.IMPORT, 58, undone_by=3),
        operation(2, OperationKind.BUNDLE),
        operation(3, OperationKind.UNDO, 58),
        operation(4, OperationKind.IMPORT, 12),
    ]
    made = SettingsPage(services, theme)
    qtbot.addWidget(made)
    return made


def answer(services: FakeServices, result: Json) -> None:
    done = services.jobs[-1].events.result
    assert done is not None
    done(result)


def fault(services: FakeServices, code: str) -> None:
    told = services.jobs[-1].events.fault
    assert told is not None
    told(code, {})


def messages(page: SettingsPage) -> list[str]:
    told: list[str] = []
    page.message.connect(told.append)
    return told


def test_the_unit_is_saved_and_not_emptied(page: SettingsPage, services: FakeServices) -> None:
    page.form.unitSave.click()
    assert page.form.unitNote.text() == "没有改动。"
    page.form.unitCode.setText("11340711mb0000000x")
    page.form.unitType.setCurrentText("街道办事处")
    page.form.unitSave.click()
    assert services.reader.settings["unit_code"] == "11340711MB0000000X"
    assert services.reader.settings["unit_type"] == "街道办事处"
    assert page.form.unitNote.text() == "单位信息已保存。"
    page.form.unitName.clear()
    page.form.unitSave.click()
    assert page.form.unitNote.text() == "单位名称不能空着。"
    assert services.reader.settings["unit_name"] == "示例镇人民政府"


def test_the_look_is_kept_for_this_computer(page: SettingsPage, services: FakeServices, theme: Theme) -> None:
    page.form.mode.setCurrentIndex(page.form.mode.findData("dark"))
    page.form.mode.activated.emit(2)
    assert theme.mode is Mode.DARK
    assert services.preferences["mode"] == "dark"
    page.form.rows.setCurrentIndex(1)
    page.form.rows.activated.emit(1)
    assert services.preferences["rows"] == "compact"
    assert theme.row_height == 26
    theme.set_compact(False)


def test_backup_tells_its_self_test(
    page: SettingsPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/media/a")
    page.form.backup.click()
    assert services.jobs[-1].deed == "backup"
    assert services.jobs[-1].args == {"folder": "/media/a"}
    assert page.form.backupState.text() == "正在备份"
    answer(services, {"file": "/media/a/示例镇.tlb", "self_test": True})
    assert page.form.backupState.text().startswith("已备份到 示例镇.tlb，打开自检通过")
    assert any(name.startswith("backup:") for name in services.preferences)
    page.form.backup.click()
    fault(services, "job.died")
    assert page.form.backupState.text().startswith("后台处理意外中断")


def test_a_whole_import_can_be_undone_later(page: SettingsPage, services: FakeServices) -> None:
    told = messages(page)
    assert not page.form.undo.isEnabled()
    page.form.operations.selectRow(0)
    assert page.form.undo.text() == "撤销这次导入 12 行"
    services.outcome = UndoOutcome(5, 12, (Conflict("people", "u", "name", "甲", "乙"),))
    page.form.undo.click()
    assert services.undone == [4]
    assert told == ["已撤销，恢复 12 处；1 处后来改过，保持原样"]
    page.form.operations.selectRow(2)  # a bundle
    assert not page.form.undo.isEnabled()
    page.form.operations.selectRow(3)  # undone already
    assert not page.form.undo.isEnabled()
    assert page.operations.index(3, 3).data() == "导入（已撤销）"
    assert page.operations.index(1, 3).data() == "撤销第 1 号"
    assert page.operations.index(0, 4).data() == "人员、证件"
    services.outcome = UndoFault("operation.undone", {"number": 7})
    page.form.operations.selectRow(0)
    page.form.undo.click()
    assert told[-1] == "第 7 号操作已经撤销过了。"
    services.outcome = None
    page.form.operations.selectRow(0)
    page.form.undo.click()
    assert told[-1] == "没有可撤销的内容"


def test_audit_good_and_bad(
    page: SettingsPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: shown.append(text))
    page.form.audit.click()
    answer(services, {"ok": True, "findings": []})
    assert page.form.auditState.text() == "操作记录前后相接，与台账逐行一致"
    page.form.audit.click()
    answer(services, {"ok": False, "findings": [{"words": "第 3 号接不上"}]})
    assert page.form.auditState.text() == "发现 1 处不一致"
    assert shown == ["第 3 号接不上"]
    page.form.audit.click()
    fault(services, "job.died")
    assert page.form.auditState.text().startswith("后台处理意外中断")


def test_codes_are_listed_exported_and_added(
    page: SettingsPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = messages(page)
    assert page.form.ownCode.text() == "做第一个报送包时产生"
    assert not page.form.registration.isEnabled()
    services.own_registration = Registration(CODE, "示例镇人民政府", "2026-01-01")
    services.trusted = [TrustedKey("00" * 32, "", "另一镇", retired_at="2026-01-01")]
    page.refresh(frozenset())
    assert page.form.ownCode.text() == CODE
    assert page.form.trusted.item(0).text().startswith("另一镇（已停用）\nAAAA-AAAA")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/示例")
    page.form.registration.click()
    answer(services, {"files": ["/示例/登记单.pdf"]})
    assert told[-1] == "登记表已存好：登记单.pdf"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/来件/signer.pem", ""))
    monkeypatch.setattr(TrustDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    page.form.trustAdd.click()
    assert services.jobs[-1].args == {"path": "/来件/signer.pem"}
    answer(services, {"code": CODE, "unit_name": "另一镇"})
    assert services.jobs[-1].deed == "trust-add"
    answer(services, {"words": "已登记 另一镇"})
    assert told[-1] == "已登记 另一镇"
    page.form.trustAdd.click()
    fault(services, "job.died")
    assert told[-1].startswith("后台处理意外中断")


def test_the_recovery_sheet_is_shown_and_printed(
    page: SettingsPage, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(RecoveryDialog, "exec", lambda dialog: shown.append(dialog.form.groups.text()))
    page.form.recovery.click()
    assert shown == ["ABCD　EFGH\nJKLM　NPQR"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/示例/恢复码.pdf", ""))
    page.form.recoveryPrint.click()
    assert services.jobs[-1].deed == "recovery-sheet"
    with qtbot.waitSignal(page.message) as said:
        answer(services, {"file": "/示例/恢复码.pdf"})
    assert said.args == ["已存到 恢复码.pdf，打印后把文件删掉"]
    dialog = RecoveryDialog(services)
    qtbot.addWidget(dialog)
    dialog.form.print.click()
    answer(services, {"file": "/示例/恢复码.pdf"})
    assert dialog.windowTitle() == "已存到 恢复码.pdf，打印后把文件删掉"
    fault(services, "job.died")
    assert dialog.windowTitle().startswith("后台处理意外中断")


def test_groups_are_five_on_a_line() -> None:
    assert lines_of_groups("A B C D E F\nG H") == "A　B　C　D　E\nF\nG　H"


def test_the_manual_opens_at_the_page(qtbot: QtBot) -> None:
    chapters = [
        Chapter("", "怎么用", "# 怎么用"),
        Chapter("ledger", "台账", "# 台账"),
        Chapter("bundle", "报送", "# 报送"),
    ]
    for page, title in (("bundle", "报送"), ("ledger:people", "台账"), ("nowhere", "怎么用"), ("", "怎么用")):
        dialog = HelpDialog(chapters, page)
        qtbot.addWidget(dialog)
        assert dialog.form.text.toPlainText().startswith(title)


def test_manual_licences_and_logs_open(
    page: SettingsPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr(HelpDialog, "exec", lambda dialog: opened.append(dialog.form.text.toPlainText()[:3]))
    page.form.logs.click()
    page.form.manual.click()
    page.form.licences.click()
    assert Path(opened[0]) == services.log_folder
    assert opened[1:] == ["怎么用", "怎么用"]


def test_one_column_in_a_narrow_window(page: SettingsPage) -> None:
    direction = page.form.columns.Direction
    page.set_narrow(True)
    assert page.form.columns.direction() == direction.TopToBottom
    page.set_narrow(False)
    page.shown()
    assert page.form.columns.direction() == direction.LeftToRight
    assert page.title == "设置"

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from township_ledger.ui.dialogs.report_dialog import ReportDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.services import Json
    from township_ledger.ui.theme import Theme


@pytest.fixture
def dialog(services: FakeServices, theme: Theme, qtbot: QtBot) -> ReportDialog:
    services.preferences["report_folder"] = "/示例/报表"
    made = ReportDialog(services, "training")
    qtbot.addWidget(made)
    return made


def answer(services: FakeServices, result: Json) -> None:
    done = services.jobs[-1].events.result
    assert done is not None
    done(result)


def test_it_starts_with_the_report_of_the_ledger(dialog: ReportDialog) -> None:
    assert dialog.form.report.currentData() == "training-hours"
    assert dialog.form.period.currentData() == "2026"
    assert dialog.form.asOf.text() == "2026-11-23"
    dialog.form.period.setCurrentIndex(dialog.form.period.findData("2026Q3"))
    assert dialog.form.asOf.text() == "2026-09-30"


def test_making_a_report_and_opening_its_folder(
    dialog: ReportDialog, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.form.xlsx.setChecked(False)
    dialog.form.fullIds.setChecked(True)
    dialog.form.make.click()
    job = services.jobs[-1]
    assert job.deed == "report"
    assert job.args == {
        "name": "training-hours",
        "period": "2026",
        "as_of": "2026-11-23",
        "out": "/示例/报表",
        "formats": ["pdf"],
        "full_ids": True,
    }
    assert not dialog.form.make.isEnabled()
    assert not dialog.form.open.isEnabled()
    answer(services, {"files": ["/示例/报表/学时.pdf"]})
    assert dialog.form.fault.text() == "已生成 学时.pdf"
    dialog.form.open.click()
    assert opened == ["/示例/报表"]


def test_what_is_wrong_is_told_and_nothing_starts(dialog: ReportDialog, services: FakeServices) -> None:
    dialog.form.asOf.setText("明天")
    dialog.form.make.click()
    assert "不是完整日期" in dialog.form.fault.text()
    dialog.form.asOf.setText("2026-11-23")
    dialog.form.pdf.setChecked(False)
    dialog.form.xlsx.setChecked(False)
    dialog.form.make.click()
    assert dialog.form.fault.text() == "至少选一种格式。"
    assert not services.jobs


def test_another_folder_is_remembered(
    dialog: ReportDialog, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/media/a")
    dialog.form.chooseFolder.click()
    assert services.preferences["report_folder"] == "/media/a"
    assert Path(dialog.form.folder.text()) == Path("/media/a")


def test_faults_and_leaving(dialog: ReportDialog, services: FakeServices) -> None:
    dialog.form.make.click()
    fault = services.jobs[-1].events.fault
    assert fault is not None
    fault("job.died", {})
    assert dialog.form.fault.text().startswith("后台处理意外中断")
    dialog.form.make.click()
    dialog.form.cancel.click()
    assert services.jobs[-1].was_cancelled
    assert dialog.form.fault.text() == "已停下，没有生成文件。"

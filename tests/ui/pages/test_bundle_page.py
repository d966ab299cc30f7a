from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QRadioButton,
)

from township_ledger.domain.bundles import Gap, SentBundle
from township_ledger.domain.rows import Query
from township_ledger.ui.dialogs.gap_dialog import GapDialog
from township_ledger.ui.pages.bundle_page import BundlePage, Place
from township_ledger.ui.services import Registration
from township_ledger.ui.widgets.lines import LampLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.services import Json
    from township_ledger.ui.theme import Theme

CODE = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"


def sent(sequence: int, read_back: str = "2026-10-08T01:13:00+00:00") -> SentBundle:
    return SentBundle(
        sequence,
        "2026Q3",
        "2026-09-30",
        "2026-10-08T01:12:00+00:00",
        "ab" * 32,
        None,
        None,
        9,
        "",
        "a.asics",
        read_back,
        "",
    )


def png() -> bytes:
    """One white pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def page(services: FakeServices, theme: Theme, qtbot: QtBot) -> BundlePage:
    services.reader.settings["unit_type"] = "乡镇人民政府"
    made = BundlePage(services, theme)
    qtbot.addWidget(made)
    return made


def place(page: BundlePage) -> Place:
    return page.place


def aimed(page: BundlePage) -> Path | None:
    return page.target.folder


def answer(services: FakeServices, result: Json) -> None:
    done = services.jobs[-1].events.result
    assert done is not None
    done(result)


def to_writing(page: BundlePage, services: FakeServices) -> None:
    page.form.create.click()
    page.form.next.click()
    page.form.next.click()
    answer(services, {"reports": []})
    page.form.next.click()


def test_the_first_page_says_what_comes_first(page: BundlePage) -> None:
    assert page.form.registrationCard.isHidden()
    assert page.form.sentNote.text().startswith("还没有报送过")
    assert not page.form.copyAgain.isEnabled()
    assert page.title == "报送"


def test_sent_bundles_are_listed_newest_first(page: BundlePage, services: FakeServices) -> None:
    services.sent = [sent(7), sent(6, "")]
    services.own_registration = Registration(CODE, "示例镇人民政府", "2026-01-01")
    page.refresh(frozenset())
    model = page.sent
    assert model.index(0, 0).data() == "7"
    assert model.index(0, 1).data() == "2026 年第三季度"
    assert model.index(1, 4).data() == "还没有"
    assert page.form.registrationTitle.text() == CODE
    page.form.create.click()
    assert page.title == "第 8 号报送包"


def test_steps_lead_on_and_back(page: BundlePage, services: FakeServices) -> None:
    page.form.create.click()
    assert place(page) is Place.PERIOD
    assert page.period == "2026Q4"
    assert page.form.asOf.text() == "2026-11-23"
    assert page.form.periodWords.text() == "2026-10-01 至 2026-12-31"
    page.form.next.click()
    assert place(page) is Place.CHECK
    page.form.back.click()
    assert place(page) is Place.PERIOD
    page.form.back.click()
    assert place(page) is Place.HOME


def test_a_wrong_day_is_told_where_it_stands(page: BundlePage) -> None:
    page.form.create.click()
    page.form.asOf.setText("2026年")
    page.form.next.click()
    assert place(page) is Place.PERIOD
    assert page.form.periodFault.text() == "“2026年”不是完整日期。写成 2026-12-31 这样的年月日。"


def test_unit_code_and_type_are_asked_for_at_the_first_bundle(
    page: BundlePage, services: FakeServices
) -> None:
    del services.reader.settings["unit_type"]
    page.form.create.click()
    assert not page.form.unitCard.isHidden()
    assert page.form.unitName.text() == "示例镇人民政府"
    page.form.unitName.clear()
    page.form.next.click()
    assert page.form.periodFault.text().startswith("写上单位名称")
    page.form.unitName.setText("示例镇人民政府")
    page.form.unitCode.setText(" 11340711mb0000000x ")
    page.form.unitType.setCurrentText("街道办事处")
    page.form.next.click()
    assert place(page) is Place.CHECK
    assert services.reader.settings["unit_type"] == "街道办事处"
    assert services.reader.settings["unit_code"] == "11340711MB0000000X"


def test_gaps_never_block_and_travel_with_their_reasons(
    page: BundlePage, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.lacking = [
        Gap("people", "3 行草稿未列入"),
        Gap("powers", "还没有记录", "市里未下发", "2026-12-10"),
    ]
    page.form.create.click()
    page.form.next.click()
    assert page.form.next.isEnabled()
    lines: list[LampLine] = list(page.form.checkScroll.findChildren(LampLine))
    buttons: list[QPushButton] = []
    for line in lines:
        buttons += list(line.findChildren(QPushButton))
    texts = [button.text() for button in buttons]
    assert texts == ["看这些行", "写原因", "看这些行", "改原因"]
    with qtbot.waitSignal(page.go) as went:
        buttons[0].click()
    assert went.args == ["ledger:people", Query("people", draft=True)]

    def explain(dialog: GapDialog) -> int:
        dialog.form.reason.setText("县平台维护")
        dialog.form.promised.setText("2026-12-01")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(GapDialog, "exec", explain)
    buttons[1].click()
    assert page.precheck.gaps_as_json()[0] == {
        "item": "people",
        "what": "3 行草稿未列入",
        "reason": "县平台维护",
        "promised": "2026-12-01",
    }


def test_the_gap_dialog_refuses_half_a_date(qtbot: QtBot) -> None:
    dialog = GapDialog("3 行草稿未列入", "", "")
    qtbot.addWidget(dialog)
    dialog.form.promised.setText("12月")
    dialog.form.accept.click()
    assert "不是完整日期" in dialog.form.fault.text()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.form.promised.setText("")
    dialog.form.reason.setText(" 忙 ")
    dialog.form.accept.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.reason, dialog.promised) == ("忙", "")


def test_reports_are_drawn_once_for_a_period(page: BundlePage, services: FakeServices, qtbot: QtBot) -> None:
    services.pictures = {"1.png": png(), "2.png": png()}
    page.form.create.click()
    page.form.next.click()
    page.form.next.click()
    job = services.jobs[-1]
    assert job.deed == "report-preview"
    assert (job.args["period"], job.args["as_of"]) == ("2026Q4", "2026-11-23")
    answer(
        services,
        {"reports": [{"title": "名册", "rows": 42, "total": 5, "pages": ["1.png", "2.png", "gone.png"]}]},
    )
    assert page.form.files.item(0).text() == "名册\n42 行 · 5 页"
    qtbot.waitUntil(lambda: page.form.pageList.count() == 4)  # two pages, the number of the rest, the stretch
    page.form.back.click()
    page.form.next.click()
    assert len(services.jobs) == 1


def test_drawing_that_fails_can_be_tried_again(page: BundlePage, services: FakeServices) -> None:
    page.form.create.click()
    page.form.next.click()
    page.form.next.click()
    fault = services.jobs[-1].events.fault
    assert fault is not None
    fault("job.died", {})
    assert page.form.note.text().startswith("后台处理意外中断")
    page.form.back.click()
    page.form.next.click()
    services.jobs[-1].cancel()
    assert page.form.note.text().startswith("排版已停下")
    page.form.back.click()
    page.form.next.click()
    assert len(services.jobs) == 3


def test_one_stick_is_chosen_several_are_asked_about(page: BundlePage, services: FakeServices) -> None:
    services.plugged = [Path("/media/a")]
    to_writing(page, services)
    assert aimed(page) == Path("/media/a")
    assert page.form.next.isEnabled()
    services.plugged = [Path("/media/a"), Path("/media/b")]
    page.form.rescan.click()
    assert aimed(page) is None
    assert not page.form.next.isEnabled()
    found: list[QRadioButton] = list(page.form.drives.findChildren(QRadioButton))
    buttons = [button for button in found if button.isVisibleTo(page.form.drives)]
    buttons[1].setChecked(True)
    assert aimed(page) == Path("/media/b")
    assert page.form.next.isEnabled()


def test_without_a_stick_the_last_folder_is_offered(page: BundlePage, services: FakeServices) -> None:
    to_writing(page, services)
    assert aimed(page) is None
    assert page.form.target.text().startswith("没有找到 U 盘")
    services.preferences["bundle_folder"] = "/示例/报送"
    page.form.rescan.click()
    assert aimed(page) == Path("/示例/报送")


def test_write_read_back_and_what_is_true_then(page: BundlePage, services: FakeServices) -> None:
    services.plugged = [Path("/media/a")]
    to_writing(page, services)
    page.form.next.click()
    job = services.jobs[-1]
    assert job.deed == "bundle"
    assert job.args == {"period": "2026Q4", "as_of": "2026-11-23", "out": "/media/a"} | {
        "gaps": [],
        "clock_is_right": False,
    }
    assert not page.form.next.isEnabled()
    services.sent = [sent(1)]
    answer(services, {"file": "/media/a/x.asics", "sequence": 1, "digest": "cd" * 32, "code": CODE})
    assert page.form.outcomeTitle.text() == "第 1 号报送包已写入并读回核对，可以拔出"
    assert CODE in page.form.outcomeNote.text()
    assert page.title == "第 1 号报送包"
    assert services.preferences["bundle_folder"] == "/media/a"
    assert page.form.back.isHidden()
    page.form.next.click()
    assert place(page) is Place.HOME


def test_a_clock_that_seems_wrong_can_be_confirmed(page: BundlePage, services: FakeServices) -> None:
    services.plugged = [Path("/media/a")]
    to_writing(page, services)
    page.form.next.click()
    fault = services.jobs[-1].events.fault
    assert fault is not None
    params = {"now": "2026-11-23", "last": "2026-12-01"}
    QTimer.singleShot(0, lambda: _press("先不写"))
    fault("bundle.clock_before_operation", params)
    assert len([job for job in services.jobs if job.deed == "bundle"]) == 1
    assert page.form.outcomeNote.text().startswith("电脑时间是 2026-11-23")
    page.form.next.click()
    again = services.jobs[-1].events.fault
    assert again is not None
    QTimer.singleShot(0, lambda: _press("时间没有错，继续"))
    again("bundle.clock_before_operation", params)
    confirmed = [job.args["clock_is_right"] for job in services.jobs if job.deed == "bundle"]
    assert confirmed == [False, False, True]  # asked anew each time
    assert not page.form.next.isEnabled()


def _press(text: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == text).click()


def test_the_focus_goes_with_the_steps(page: BundlePage, services: FakeServices, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.form.create.click()
    assert page.focusWidget() is page.form.period
    page.form.next.click()
    assert page.focusWidget() is page.form.next
    page.form.next.click()
    answer(services, {"reports": []})
    page.form.next.click()
    assert page.focusWidget() is page.form.chooseFolder  # there is no stick: a folder comes first


def test_a_folder_is_not_pulled_out(
    page: BundlePage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/示例/报送")
    to_writing(page, services)
    page.form.chooseFolder.click()
    page.form.next.click()
    answer(services, {"file": "/示例/报送/x.asics", "sequence": 1})
    assert page.form.outcomeTitle.text() == "第 1 号报送包已写入并读回核对"


def test_a_stick_that_fails_is_told_and_can_be_tried_again(page: BundlePage, services: FakeServices) -> None:
    services.plugged = [Path("/media/a")]
    to_writing(page, services)
    page.form.next.click()
    fault = services.jobs[-1].events.fault
    assert fault is not None
    fault("drive.read_only", {"folder": "a"})
    assert page.form.outcomeTitle.text() == "没有写成"
    assert page.form.outcomeNote.text().startswith("a 写不进去")
    assert page.form.next.isEnabled()
    assert page.form.targetCard.isEnabled()
    page.form.next.click()
    services.jobs[-1].cancel()
    assert place(page) is Place.WRITE
    assert page.form.next.isEnabled()


def test_an_old_bundle_is_written_again(
    page: BundlePage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/media/b")
    services.sent = [sent(7), sent(6)]
    page.refresh(frozenset())
    page.form.sent.selectRow(1)
    page.form.copyAgain.click()
    assert services.jobs[-1].deed == "deliver"
    assert services.jobs[-1].args == {"sequence": 6, "out": "/media/b"}
    told: list[str] = []
    page.message.connect(told.append)
    answer(services, {"words": "已写入并读回核对，可以拔出。"})
    assert told == ["已写入并读回核对，可以拔出。"]


def test_the_registration_sheet_is_exported(
    page: BundlePage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/示例")
    told: list[str] = []
    page.message.connect(told.append)
    page.form.registrationPrint.click()
    assert services.jobs[-1].deed == "trust-export"
    answer(services, {"files": ["/示例/a.pem", "/示例/a.pdf"]})
    assert told == ["登记表已存好：a.pem、a.pdf"]


def test_new_bundle_at_once_and_verifying_elsewhere(page: BundlePage, qtbot: QtBot) -> None:
    page.shown("new")
    assert place(page) is Place.PERIOD
    page.shown(None)
    page.form.next.click()
    page.shown(None)
    page.refresh(frozenset({"people"}))
    assert place(page) is Place.CHECK
    with qtbot.waitSignal(page.go) as went:
        page.form.verify.click()
    assert went.args == ["verify", None]

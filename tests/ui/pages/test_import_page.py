from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog
from tests.ui.fake_services import FakePreview, FakeServices

from township_ledger.domain.imports import CellState, Finding, PreviewCell, PreviewRow, RowVerdict
from township_ledger.domain.rows import Conflict, UndoOutcome
from township_ledger.ui.dialogs.mapping_dialog import MappingDialog, letter
from township_ledger.ui.models.import_summary import summary_of
from township_ledger.ui.models.preview_model import CELL_ROLE
from township_ledger.ui.page import ImportRequest
from township_ledger.ui.pages.import_page import ImportPage, Stage
from township_ledger.ui.services import UndoFault

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from township_ledger.ui.services import Json
    from township_ledger.ui.theme import Theme

FILE = Path("/示例/花名册.xlsx")
COLUMNS = (
    ("姓 名", "people", "name"),
    ("公民身份号码", "people", "id_number"),
    ("有效期至", "certificates", "valid_to"),
    ("宿舍", "people", None),
    ("序号", None, None),
)


def summary(operation: int | None = None, **counts: int) -> Json:
    found = {"added": 2, "updated": 1, "same": 1, "doubtful": 1, "rejected": 1, "ignored": 3} | counts
    columns = [
        {"index": place, "header": header, "ledger": ledger, "column": column, "own": header == "宿舍"}
        for place, (header, ledger, column) in enumerate(COLUMNS)
    ]
    return {
        "ledger": "people",
        "file": FILE.name,
        "sheet": "花名册",
        "title": "花名册",
        "header_rows": [3],
        "columns": columns,
        **found,
        "ledgers": {"people": found, "certificates": {"added": 2}},
        "findings": [],
        "notes": [["import.header_row", {"row": 3}]],
        "sheets": ["花名册", "附表"],
        "operation": operation,
    }


def row(
    number: int, verdict: RowVerdict, *cells: PreviewCell, code: str = "", hidden: bool = False
) -> PreviewRow:
    findings = (Finding("花名册", f"B{number}", "id_number", code, {"text": "2026年"}),) if code else ()
    return PreviewRow(number, verdict, cells, findings, hidden)


def rows() -> list[PreviewRow]:
    plain = PreviewCell
    return [
        row(
            4,
            RowVerdict.ADDED,
            plain("徐海燕"),
            plain("3407**********4462"),
            plain("2031-05-05"),
            plain("甲"),
            plain("1"),
        ),
        row(
            5,
            RowVerdict.UPDATED,
            plain("王䶮"),
            plain("3407**********2416"),
            PreviewCell("2031-12-18", CellState.CHANGED, "2026-12-18"),
            plain(""),
            plain("2"),
        ),
        row(
            6,
            RowVerdict.DOUBTFUL,
            plain("单雄信"),
            PreviewCell("2026年", CellState.KEPT),
            plain("2027-06-30"),
            plain(""),
            plain("3"),
            code="period.shape",
        ),
        row(
            7,
            RowVerdict.REJECTED,
            plain(""),
            plain(""),
            plain(""),
            plain(""),
            plain("4"),
            code="period.shape",
            hidden=True,
        ),
    ]


@pytest.fixture
def page(services: FakeServices, theme: Theme, qtbot: QtBot) -> ImportPage:
    made = ImportPage(services, theme)
    qtbot.addWidget(made)
    return made


def stage_of(page: ImportPage) -> Stage:
    return page.stage


def previewed(page: ImportPage, services: FakeServices, **counts: int) -> None:
    services.previews.setdefault("staging.db", FakePreview(rows()))
    page.shown(ImportRequest("people", FILE))
    done = services.jobs[-1].events.result
    assert done is not None
    done(summary(**counts))


def result(services: FakeServices, answer: Json) -> None:
    done = services.jobs[-1].events.result
    assert done is not None
    done(answer)


def test_a_dropped_file_is_read_and_nothing_is_written(page: ImportPage, services: FakeServices) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(FILE))])
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    job = services.jobs[-1]
    assert job.deed == "import-preview"
    assert job.args["path"] == str(FILE)
    assert job.args["ledger"] == "people"
    assert job.args["staging"] == "staging.db"
    assert stage_of(page) is Stage.READING
    assert page.title == "导入"


def test_the_preview_shows_old_beside_new_and_reasons_by_cell(
    page: ImportPage, services: FakeServices
) -> None:
    previewed(page, services)
    model = page.model
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["结果", "姓名", "身份证号", "有效期至", "宿舍", "说明"]
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["新增", "更新", "待处理", "不收"]
    assert model.headerData(1, Qt.Orientation.Vertical) == 5
    changed = model.index(1, 3)
    assert changed.data() == "2031-12-18"
    assert changed.data(CELL_ROLE).old == "2026-12-18"
    assert "2026-12-18" in str(changed.data(Qt.ItemDataRole.ToolTipRole))
    reason = str(model.index(3, 5).data())
    assert reason.startswith("原表里是隐藏行；B7：“2026年”不是报送期间")
    assert page.title == "导入预览"
    assert page.sub_title == "花名册.xlsx → 人员、证件"
    assert page.form.info.text() == "表头认在第 3 行。"


def test_chips_count_and_narrow(page: ImportPage, services: FakeServices) -> None:
    previewed(page, services)
    assert page.form.chips.texts() == ["全部 6", "新增 2", "更新 1", "相同 1", "待处理 1", "不收 1"]
    page.form.chips.chosen.emit("doubtful")
    assert page.model.rowCount() == 1
    page.form.chips.chosen.emit("")
    assert page.model.rowCount() == 4


def test_write_then_undo_the_whole_import(page: ImportPage, services: FakeServices) -> None:
    told: list[str] = []
    page.message.connect(told.append)
    previewed(page, services)
    assert page.form.write.text() == "写入 3 行"
    page.form.write.click()
    assert services.jobs[-1].deed == "import-apply"
    assert stage_of(page) is Stage.WRITING
    assert not page.form.write.isEnabled()
    assert page.form.cancel.text() == "停止"
    result(services, summary(operation=7))
    assert stage_of(page) is Stage.DONE
    assert page.form.doneTitle.text() == "已写入 3 行，可撤销"
    assert page.form.doneNote.text() == "1 行与台账相同；2 行待处理或不收，没有写入。"
    assert told[-1] == "已写入 3 行，可撤销"
    services.outcome = UndoOutcome(8, 5, (Conflict("people", "u", "name", "甲", "乙"),))
    page.form.undo.click()
    assert services.undone == [7]
    assert page.form.doneNote.text() == "已撤销，恢复 5 处；1 处后来改过或被引用，保持原样"
    assert not page.form.undo.isEnabled()


def test_names_that_stayed_out_are_told_and_can_be_saved(page: ImportPage, services: FakeServices) -> None:
    services.previews["staging.db"] = FakePreview(rows())
    page.shown(ImportRequest("training", FILE))
    answer = summary(updated=0, same=0, doubtful=0, rejected=0) | {"ledger": "training"}
    answer["ledgers"] = {
        "training": {"added": answer["added"]},
        "attendance": {"added": 5, "doubtful": 1, "rejected": 1},
    }
    result(services, answer)
    assert page.form.rejects.isEnabled()  # their rows go back with the reason, too
    page.form.write.click()
    result(services, answer | {"operation": 7})
    assert page.form.doneNote.text() == "2 条参训没有收下，补好人员后把同一张表再导入一次。"


def test_the_focus_never_falls_on_giving_up(page: ImportPage, services: FakeServices, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)
    doubtful(page, services)
    page.form.skipRow.setFocus()
    page.form.skipRow.click()
    result(services, summary(doubtful=0))
    assert page.focusWidget() is page.form.rows
    page.form.write.click()
    result(services, summary(operation=7))
    assert page.focusWidget() is page.form.show


def test_an_import_that_is_undone_already(page: ImportPage, services: FakeServices) -> None:
    previewed(page, services)
    page.form.write.click()
    result(services, summary(operation=7))
    services.outcome = None
    page.form.undo.click()
    assert page.form.doneNote.text() == "没有可撤销的内容：这次导入已经撤销过。"


def test_an_undo_that_fails_says_why_and_can_be_tried_again(page: ImportPage, services: FakeServices) -> None:
    previewed(page, services)
    page.form.write.click()
    result(services, summary(operation=7))
    services.outcome = UndoFault("job.undo_stopped")
    page.form.undo.click()
    assert page.form.doneNote.text() == "已停下，什么都没有撤销。"
    assert page.form.undo.isEnabled()


def test_ledgers_that_changed_meanwhile_show_the_preview_again(
    page: ImportPage, services: FakeServices
) -> None:
    told: list[str] = []
    page.message.connect(told.append)
    previewed(page, services)
    page.form.write.click()
    result(services, summary(operation=None, added=1))
    assert stage_of(page) is Stage.PREVIEW
    assert page.form.write.text() == "写入 2 行"
    assert "什么都没有写入" in told[-1]


def test_nothing_to_write_has_no_primary_deed(page: ImportPage, services: FakeServices) -> None:
    previewed(page, services, added=0, updated=0, doubtful=0, rejected=0)
    assert not page.form.write.isEnabled()
    assert not page.form.rejects.isEnabled()
    assert page.form.note.text() == "没有要写入的行，台账里已经是这样"


def test_another_sheet_and_without_hidden_rows(page: ImportPage, services: FakeServices) -> None:
    previewed(page, services)
    page.form.sheet.setCurrentText("附表")
    page.form.sheet.activated.emit(1)
    assert services.jobs[-1].args.get("sheet") == "附表"
    result(services, summary())
    page.form.skipHidden.click()
    assert services.jobs[-1].args["skip_hidden"] is True
    assert services.jobs[-1].args.get("sheet") == "花名册"


def test_a_fault_is_told_where_the_file_was_asked_for(page: ImportPage, services: FakeServices) -> None:
    page.open_file(FILE)
    fault = services.jobs[-1].events.fault
    assert fault is not None
    fault("period.shape", {"text": "x"})
    assert stage_of(page) is Stage.CHOOSE
    assert page.form.fault.text().startswith("“x”不是报送期间")


def test_stop_while_reading_and_while_writing(page: ImportPage, services: FakeServices) -> None:
    page.open_file(FILE)
    page.form.cancel.click()
    assert services.jobs[-1].was_cancelled
    assert stage_of(page) is Stage.CHOOSE
    assert page.form.fault.text() == "已停下，什么都没有写入。"
    previewed(page, services)
    page.form.write.click()
    page.form.cancel.click()
    assert stage_of(page) is Stage.PREVIEW
    assert page.model.rowCount() == 4


def test_a_fault_while_writing_keeps_the_preview(page: ImportPage, services: FakeServices) -> None:
    told: list[str] = []
    page.message.connect(told.append)
    previewed(page, services)
    page.form.write.click()
    fault = services.jobs[-1].events.fault
    assert fault is not None
    fault("period.shape", {"text": "x"})
    assert stage_of(page) is Stage.PREVIEW
    assert told[-1].startswith("“x”")


def test_a_second_file_waits_for_the_first(page: ImportPage, services: FakeServices) -> None:
    page.open_file(FILE)
    page.open_file(FILE)
    assert len(services.jobs) == 1


def test_giving_up_leads_back_to_the_ledger(page: ImportPage, services: FakeServices, qtbot: QtBot) -> None:
    previewed(page, services)
    with qtbot.waitSignal(page.go) as went:
        page.form.cancel.click()
    assert went.args == ["ledger:people", None]
    assert not services.previews
    assert stage_of(page) is Stage.CHOOSE


def test_rejected_rows_are_saved_beside_the_source(
    page: ImportPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, wanted: str, _filter: str) -> tuple[str, str]:
        asked.append(wanted)
        return "/示例/退回.xlsx", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    told: list[str] = []
    page.message.connect(told.append)
    previewed(page, services)
    page.form.rejects.click()
    assert asked == ["/示例/花名册-待处理.xlsx"]
    assert services.jobs[-1].deed == "import-rejects"
    assert services.jobs[-1].args["out"] == "/示例/退回.xlsx"
    result(services, {"file": "/示例/退回.xlsx", "rows": 2})
    assert told[-1] == "已另存 2 行到 退回.xlsx，改好后拖回来就行"


def test_after_writing_one_can_go_on_or_look(page: ImportPage, services: FakeServices, qtbot: QtBot) -> None:
    previewed(page, services)
    page.form.write.click()
    result(services, summary(operation=7))
    page.form.again.click()
    assert stage_of(page) is Stage.CHOOSE
    previewed(page, services)
    page.form.write.click()
    result(services, summary(operation=8))
    with qtbot.waitSignal(page.go) as went:
        page.form.show.click()
    assert went.args == ["ledger:people", None]


def test_asking_for_a_file(page: ImportPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.form.choose.click()
    assert not services.jobs
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(FILE), ""))
    page.form.ledger.setCurrentIndex(page.form.ledger.findData("training"))
    page.form.choose.click()
    assert services.jobs[-1].args["ledger"] == "training"


# -- decisions about doubtful rows


def doubtful(page: ImportPage, services: FakeServices, column: int = 1) -> None:
    previewed(page, services)
    page.form.rows.setCurrentIndex(page.model.index(2, column))


def test_the_strip_asks_about_doubtful_rows_only(page: ImportPage, services: FakeServices) -> None:
    doubtful(page, services)
    assert not page.form.askStrip.isHidden()
    assert page.form.ask.text().startswith("第 6 行：“2026年”不是报送期间")
    assert not page.form.takeNew.isHidden()
    page.form.rows.setCurrentIndex(page.model.index(3, 1))  # rejected: told, not asked
    assert not page.form.askStrip.isHidden()
    assert page.form.takeNew.isHidden()
    page.form.rows.setCurrentIndex(page.model.index(0, 1))
    assert page.form.askStrip.isHidden()


def test_take_as_new_or_leave_out(page: ImportPage, services: FakeServices) -> None:
    doubtful(page, services)
    page.form.takeNew.click()
    job = services.jobs[-1]
    assert job.deed == "import-map"
    assert job.args["mapping"] is None
    assert job.args["decisions"] == {"rows": {"6": {"take": "new"}}}
    assert page.form.stack.currentWidget() is page.form.gridPage
    result(services, summary(added=3, doubtful=0))
    assert page.form.rows.currentIndex().row() == 2
    page.form.rows.setCurrentIndex(page.model.index(0, 0))
    page.form.rows.setCurrentIndex(page.model.index(2, 1))
    page.form.skipRow.click()
    assert services.jobs[-1].args["decisions"] == {"rows": {"6": {"take": "skip"}}}


def test_it_is_somebody_of_the_ledger(page: ImportPage, services: FakeServices) -> None:
    doubtful(page, services)
    actions = page.form.takeKnown.menu().actions()
    known = [row for row in services.reader.tables["people"] if row.values["name"] == "单雄信"]
    assert len(actions) == min(8, len(known))
    actions[0].trigger()
    assert services.jobs[-1].args["decisions"] == {"rows": {"6": {"take": known[0].uid}}}


def test_change_a_cell(page: ImportPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" 340711197902302415 ", True))
    doubtful(page, services, column=0)
    assert not page.form.changeCell.isEnabled()
    doubtful(page, services, column=2)
    page.form.changeCell.click()
    assert services.jobs[-1].args["decisions"] == {"rows": {"6": {"cells": {"1": "340711197902302415"}}}}


def test_hours_of_a_day(page: ImportPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getDouble", lambda *_: (6.0, True))
    services.previews["staging.db"] = FakePreview(
        [row(4, RowVerdict.DOUBTFUL, PreviewCell("1天", CellState.KEPT), code="value.hours_days")]
    )
    previewed(page, services)
    page.form.rows.setCurrentIndex(page.model.index(0, 1))
    assert not page.form.hoursPerDay.isHidden()
    page.form.hoursPerDay.click()
    assert services.jobs[-1].args["decisions"] == {"rows": {}, "hours_per_day": 6.0}


# -- mapping


def test_the_mapping_dialog_offers_the_fed_ledgers(services: FakeServices, qtbot: QtBot) -> None:
    ledgers = services.reader.ledgers()
    columns = summary_of(summary()).columns
    dialog = MappingDialog(columns, ledgers["people"], ledgers)
    qtbot.addWidget(dialog)
    assert dialog.columns() == columns
    dialog.choose(4, "证件 · 执法证号")
    chosen = dialog.columns()[4]
    assert (chosen.ledger, chosen.column) == ("certificates", "certificate_no")
    dialog.choose(4, "姓名")
    assert not dialog.form.apply.isEnabled()
    assert dialog.form.fault.text() == "“姓名”对应了两列，只留一列。"
    dialog.choose(4, "不导入")
    assert dialog.form.apply.isEnabled()


def test_lists_of_names_can_be_mapped(services: FakeServices, qtbot: QtBot) -> None:
    ledgers = services.reader.ledgers()
    dialog = MappingDialog(summary_of(summary()).columns, ledgers["training"], ledgers)
    qtbot.addWidget(dialog)
    dialog.choose(4, f"{ledgers['attendance'].title} · 一格多人的名单")
    assert dialog.columns()[4].is_list


def test_another_mapping_is_classified_again(
    page: ImportPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MappingDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    previewed(page, services)
    page.form.mapping.click()
    job = services.jobs[-1]
    assert job.deed == "import-map"
    assert isinstance(job.args["mapping"], list)
    assert len(job.args["mapping"]) == len(COLUMNS)
    result(services, summary())
    assert stage_of(page) is Stage.PREVIEW


def test_letters_of_columns() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]

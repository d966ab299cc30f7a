"""The window's way: read once into a staging file, map anew, decide, apply; and the rows that go back."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.made_rows import id_number
from tests.usecases.imports.kit import Desk, MadeSheet, StandingClock, counted, told

from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.imports import CellState, PreviewCell, PreviewRow, RowVerdict, SourceColumn
from township_ledger.domain.rows import OperationKind
from township_ledger.domain.sheets import Area
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.staging import SqlStaging, StagingReader
from township_ledger.usecases.import_json import columns_of, rows_json, rows_of, summary_json
from township_ledger.usecases.import_sheet import (
    ImportRequest,
    apply_import,
    preview_import,
    remap_import,
    staged_run,
)
from township_ledger.usecases.progress import Silent
from township_ledger.usecases.rejected_rows import header_of, rejected_rows, write_rejected_rows
from township_ledger.usecases.staging_port import StagedSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.readings import Raw
    from township_ledger.usecases.import_source import Decisions
    from township_ledger.usecases.progress import Progress

WANG = id_number("340711", date(1985, 4, 12), 11)
LI = id_number("340711", date(1979, 2, 28), 33)
HEAD: list[Raw] = ["姓名", "身份证号", "有效期至", "执法证号"]
ROWS: list[list[Raw]] = [
    HEAD,
    ["王 伟", WANG, "2028.5.1", "12071"],
    ["单雄信", "340711197902300000", "2027-06-30", "12072"],
    ["", "", "", "12073"],
    ["合计：3", "", "", ""],
    ["李娜", LI, "2027年", "12074"],
]


class Stage:
    """A staged import as window and workers go through it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.path, self.key = folder / "import.staging", DatabaseKey.new()
        self.clock = StandingClock()
        self.staging = SqlStaging(self.path, self.key)

    def preview(
        self, rows: list[list[Raw]], progress: Progress | None = None, ledger: str = "people"
    ) -> ImportSummary:
        return preview_import(
            ImportRequest(ledger, Path("表.xlsx")),
            sheets=MadeSheet(rows, hidden_rows=frozenset({5})),
            store=self.desk.store, staging=self.staging, clock=self.clock, progress=progress or Silent(),
        )  # fmt: skip

    def remap(self, mapping: tuple[SourceColumn, ...] | None = None, **decisions: object) -> ImportSummary:
        decided: Decisions = dict(decisions)
        return remap_import(
            store=self.desk.store, staging=self.staging, mapping=mapping, decisions=decided,
            clock=self.clock, progress=Silent(),
        )  # fmt: skip

    def apply(self, progress: Progress | None = None) -> ImportSummary:
        return apply_import(
            store=self.desk.store, staging=self.staging, clock=self.clock, progress=progress or Silent()
        )

    def reader(self) -> StagingReader:
        return StagingReader(self.path, self.key)


@pytest.fixture
def stage(desk: Desk, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(desk, tmp_path)
    yield made
    made.staging.close()


def test_a_preview_writes_nothing_and_pages_by_verdict(stage: Stage) -> None:
    before = stage.desk.newest()
    summary = stage.preview(ROWS)
    assert counted(summary) == {"added": 2, "doubtful": 1, "rejected": 1, "ignored": 1}
    assert stage.desk.newest() == before
    reader = stage.reader()
    assert (reader.count(), reader.count(RowVerdict.IGNORED), reader.count(RowVerdict.UPDATED)) == (4, 1, 0)
    rows = reader.page(None, 0, 10)
    assert [row.source_row for row in rows] == [2, 3, 4, 6]
    assert [row.verdict.value for row in rows] == ["added", "doubtful", "rejected", "added"]
    assert rows[0].cells[0] == PreviewCell("王伟", CellState.CONVERTED)
    assert rows[0].cells[1].text == f"3407**********{WANG[-4:]}"
    assert rows[0].cells[2] == PreviewCell("2028-05-01")
    assert rows[1].cells[1] == PreviewCell("3407**********0000", CellState.KEPT)
    assert rows[3].cells[2] == PreviewCell("2027年", CellState.KEPT)
    assert rows[3].hidden
    assert [row.source_row for row in reader.page(None, 1, 2)] == [3, 4]
    (ignored,) = reader.page(RowVerdict.IGNORED, 0, 5)
    assert ignored.cells[0].text == "合计：3"
    (doubtful,) = reader.page(RowVerdict.DOUBTFUL, 0, 5)
    assert doubtful.findings[0].code == "value.id_truncated"
    reader.close()


def test_the_staging_file_is_no_plain_text(stage: Stage) -> None:
    stage.preview(ROWS)
    for path in stage.path.parent.glob("import.staging*"):
        held = path.read_bytes()
        assert WANG.encode() not in held
        assert "王伟".encode() not in held


def test_apply_writes_what_was_seen(stage: Stage) -> None:
    stage.preview(ROWS)
    summary = stage.apply()
    assert summary.operation == stage.desk.newest()
    assert counted(summary)["added"] == 2
    assert {row.values["name"] for row in stage.desk.rows("people")} == {"王伟", "李娜"}
    assert (
        stage.apply().operation == summary.operation
    )  # its answer was lost: found by its job, not written twice
    assert len(stage.desk.rows("people")) == 2


def test_apply_shows_the_preview_again_when_the_ledger_has_changed(stage: Stage) -> None:
    stage.preview(ROWS)
    with stage.desk.store.transaction(OperationKind.ADD) as transaction:
        transaction.insert("people", {"name": "李娜", "id_number": LI, "phone": "13800000000"})
    before = stage.desk.newest()
    summary = stage.apply()
    assert summary.operation is None
    assert counted(summary)["updated"] == 1
    assert stage.desk.newest() == before
    assert stage.apply().operation == before + 1


def test_a_change_elsewhere_does_not_disturb(stage: Stage) -> None:
    stage.preview(ROWS)
    with stage.desk.store.transaction(OperationKind.ADD) as transaction:
        transaction.insert("people", {"name": "别人"})
    assert stage.apply().operation is not None


def test_nothing_left_to_write_is_no_operation(stage: Stage) -> None:
    sheet: list[list[Raw]] = [HEAD, ["王伟", WANG, "2028.5.1", "12071"]]
    stage.preview(sheet)
    stage.apply()
    stage.preview(sheet)
    before = stage.desk.newest()
    assert counted(summary := stage.apply()) == {"same": 1}
    assert summary.operation is None
    assert stage.desk.newest() == before


@pytest.mark.parametrize("name", ["stage.reading", "stage.classifying", "stage.staging"])
def test_cancelling_a_preview(stage: Stage, name: str) -> None:
    with pytest.raises(Cancelled):
        stage.preview(ROWS, StopAt(name))
    with pytest.raises(WorldFault, match=r"import\.staging_gone"):
        stage.staging.settings()


def test_cancelling_before_commit_writes_nothing(stage: Stage) -> None:
    stage.preview(ROWS)
    with pytest.raises(Cancelled):
        stage.apply(StopAt("stage.saving"))
    assert stage.desk.rows("people") == []


class StopAt:
    def __init__(self, stage: str) -> None:
        self._stage = stage

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        if what == self._stage:
            raise Cancelled


# --- another mapping, decisions -----------------------------------------------------------------------------------


def test_another_mapping_without_reading_again(stage: Stage) -> None:
    summary = stage.preview(ROWS)
    mapping = tuple(
        SourceColumn(each.index, each.header, own=True) if each.header == "有效期至" else each
        for each in summary.columns
    )
    again = stage.remap(mapping)
    assert not any(code == "value.date_incomplete" for _, code in told(again))
    stage.apply()
    assert stage.desk.named("people", "李娜").own == {"有效期至": "2027年"}
    remembered = stage.preview([HEAD, ["赵一", "", "2029年", ""]])
    assert ("import.mapping_remembered", {}) in remembered.notes


def test_a_cell_written_anew(stage: Stage) -> None:
    stage.preview(ROWS)
    good = id_number("340711", date(1979, 2, 3), 7)
    summary = stage.remap(None, rows={"3": {"cells": {"1": good}}, "4": {"cells": {"0": "赵一", "9": "x"}}})
    assert counted(summary) == {"added": 4, "ignored": 1}
    stage.apply()
    assert stage.desk.named("people", "单雄信").values["id_number"] == good


def test_take_keeps_a_doubtful_cell_as_refused_text(stage: Stage) -> None:
    stage.preview(ROWS)
    summary = stage.remap(None, rows={"3": {"take": "new"}, "2": {"take": "skip"}, "4": "?"})
    assert counted(summary) == {"added": 2, "rejected": 1, "ignored": 2}
    stage.apply()
    row = stage.desk.named("people", "单雄信")
    assert row.faults["id_number"].reason == "value.id_truncated"


def test_a_new_name_is_taken_once_the_clerk_says_so(stage: Stage) -> None:
    stage.desk.load("people", [["姓名", "身份证号"], ["王伟", WANG]])
    person = stage.desk.only("people")
    assert counted(stage.preview([["姓名", "身份证号"], ["王玮", WANG]])) == {"doubtful": 1}
    summary = stage.remap(None, rows={"2": {"take": person.uid}})
    assert counted(summary) == {"updated": 1}
    assert [finding.code for finding in summary.findings] == ["import.label_changed"]
    stage.apply()
    assert stage.desk.only("people").values["name"] == "王玮"


def test_a_picked_person(stage: Stage) -> None:
    stage.desk.load("people", [["姓名", "身份证号"], ["王伟", WANG], ["王伟", LI]])
    stage.preview([["姓名", "联系电话"], ["王伟", "13800000000"]])
    second = stage.desk.rows("people")[1]
    assert counted(stage.remap(None, rows={"2": {"take": second.uid}})) == {"updated": 1}
    stage.apply()
    assert stage.desk.rows("people")[1].values["phone"] == "13800000000"


def test_hours_a_day_and_a_picked_attendant(stage: Stage) -> None:
    stage.desk.load("people", [["姓名", "身份证号"], ["王伟", WANG], ["王伟", LI]])
    stage.preview(
        [["培训名称", "培训日期", "学时", "参训人员"], ["执法实务", "2026.3.1", "0.5天", "王伟"]],
        ledger="training",
    )
    chosen = stage.desk.rows("people")[0].uid
    stage.remap(None, hours_per_day=8, rows={"2": {"persons": {"王伟": chosen}}})
    stage.apply()
    assert stage.desk.only("training").values["hours"] == 4.0
    assert stage.desk.only("attendance").values["person"] == chosen


# --- old and new --------------------------------------------------------------------------------------------------


def test_old_stands_beside_new(stage: Stage) -> None:
    stage.desk.load(
        "people", [["姓名", "身份证号", "联系电话", "法律职业资格"], ["王伟", WANG, "13800000000", "否"]]
    )
    stage.preview(
        [
            ["姓名", "身份证号", "联系电话", "职务", "法律职业资格"],
            ["王伟", WANG, "13900000000", "队长", "是"],
        ]
    )
    (row,) = stage.reader().page(RowVerdict.UPDATED, 0, 9)
    assert row.cells[2] == PreviewCell("139****0000", CellState.CHANGED, "138****0000")
    assert row.cells[3] == PreviewCell("队长", CellState.NEW)
    assert row.cells[4] == PreviewCell("是", CellState.CHANGED, "否")


def test_old_references_and_refused_texts_are_named(stage: Stage) -> None:
    stage.desk.load("people", [["姓名"], ["王伟"], ["李娜"]])
    stage.desk.load("certificates", [["执法证号", "持证人", "有效期至"], ["12071", "王伟", "2027年"]])
    stage.preview(
        [["执法证号", "持证人", "有效期至"], ["12071", "李娜", "2027-06-30"]], ledger="certificates"
    )
    (row,) = stage.reader().page(RowVerdict.UPDATED, 0, 9)
    assert row.cells[1] == PreviewCell("李娜", CellState.CHANGED, "王伟")
    assert row.cells[2] == PreviewCell("2027-06-30", CellState.CHANGED, "2027年")
    stage.preview([["执法证号", "持证人", "有效期至"], ["12071", "王伟", "2028年"]], ledger="certificates")
    (row,) = stage.reader().page(RowVerdict.UPDATED, 0, 9)
    assert row.cells[2] == PreviewCell("2028年", CellState.KEPT, "2027年")


# --- rows that go back --------------------------------------------------------------------------------------------


class Writer:
    """Remembers what it was given."""

    def write(self, path: Path, header: object, rows: object, *, progress: Progress) -> int:
        self.header, self.rows = list(header), list(rows)  # type: ignore[call-overload]
        return len(self.rows)


def test_rows_that_did_not_go_in_go_back_with_their_reason(stage: Stage) -> None:
    stage.preview(ROWS)
    run = staged_run(store=stage.desk.store, staging=stage.staging, clock=stage.clock, progress=Silent())
    writer = Writer()
    assert write_rejected_rows(run, Path("退回.xlsx"), writer, Silent()) == 2
    first, second = writer.rows
    assert first.reason.startswith("B3：疑似被表格软件截断")
    assert (first.marked, second.marked) == (frozenset({1}), frozenset({0}))
    assert second.reason == "A4：没有姓名，不知道是哪一行。补上后再导入。"
    assert writer.header == [HEAD]


def test_the_mended_file_goes_on_with_just_those_rows(stage: Stage) -> None:
    stage.preview(ROWS)
    run = staged_run(store=stage.desk.store, staging=stage.staging, clock=stage.clock, progress=Silent())
    stage.apply()
    good = id_number("340711", date(1979, 2, 3), 7)
    back: list[list[Raw]] = [[*header, "说明"] for header in header_of(run)]
    back += [[*row.cells, row.reason] for row in rejected_rows(run)]
    back[1][1], back[2][0] = good, "赵一"
    summary = stage.desk.load("people", MadeSheet(back, sheet="退回的行"))
    assert counted(summary) == {"added": 2}
    assert all(row.values["remark"] is None for row in stage.desk.rows("people"))


def test_two_header_rows_and_the_title_come_back(stage: Stage) -> None:
    sheet = MadeSheet(
        [["花名册"], ["姓名", "执法证件", "", "宿舍"], ["", "证号", "管理号", ""], ["", "12071", "x", "2"]],
        merged=(Area(0, 0, 0, 3), Area(1, 1, 1, 2), Area(1, 0, 2, 0), Area(1, 3, 2, 3)),
    )
    run = stage.desk.run("people", sheet, apply=False)
    assert header_of(run) == [
        ["花名册"],
        ["姓名", "执法证件", "执法证件", "宿舍"],
        ["", "证号", "管理号", ""],
    ]
    back: list[list[Raw]] = [*header_of(run), ["王伟", "12071", "x", "2", "没有姓名"]]
    back[2] = [*back[2], "说明"]
    again = stage.desk.run("people", MadeSheet(back, sheet="退回的行"))
    assert counted(again.summary) == {"added": 1}
    assert [column.header for column in again.prepared.columns] == [
        "姓名",
        "执法证件/证号",
        "执法证件/管理号",
        "宿舍",
    ]


def test_a_row_with_an_unknown_name_goes_back_too(stage: Stage) -> None:
    run = stage.desk.run(
        "training", [["培训名称", "培训日期", "学时", "参训人员"], ["执法实务", "2026.3.1", "8", "赵一"]]
    )
    (row,) = rejected_rows(run)
    assert row.reason == "D2：人员台账里没有“赵一”。先登记此人，或核对姓名。"
    nothing = stage.desk.run("people", [["姓名"], ["王伟"]])
    assert write_rejected_rows(nothing, Path("退回.xlsx"), Writer(), Silent()) == 0


# --- shapes -------------------------------------------------------------------------------------------------------


def test_the_summary_as_json(stage: Stage) -> None:
    shown = summary_json(stage.preview(ROWS), most_findings=1)
    assert (shown["added"], shown["rejected"], shown["operation"]) == (2, 1, None)
    assert shown["ledgers"]["people"]["added"] == 2
    assert len(shown["findings"]) == 1
    assert shown["findings_total"] > 1
    assert set(shown["findings"][0]) >= {"sheet", "cell", "column", "code", "words"}


def test_a_mapping_from_json() -> None:
    assert columns_of(None) is None
    assert columns_of([{"index": 1, "own": True}]) == (SourceColumn(1, "", own=True),)
    with pytest.raises(ValueError, match="mapping"):
        columns_of("x")


_RAW = st.one_of(
    st.none(), st.booleans(), st.text(), st.floats(allow_nan=False, allow_infinity=False), st.dates(),
    st.datetimes(), st.times(),
)  # fmt: skip


@given(st.lists(st.lists(_RAW, max_size=4), max_size=4))
def test_raw_rows_come_back_from_json(rows: list[list[Raw]]) -> None:
    back = rows_of(rows_json(rows))
    assert back == rows
    assert [[type(cell) for cell in row] for row in back] == [[type(cell) for cell in row] for row in rows]


def test_only_cells_can_be_staged() -> None:
    with pytest.raises(TypeError):
        rows_json([[object()]])  # type: ignore[list-item]
    assert rows_of(rows_json([[date(2026, 1, 2), datetime.fromisoformat("2026-01-02 03:04"), time(3, 4)]]))


def test_a_staging_that_is_gone(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match=r"import\.staging_gone"):
        StagingReader(tmp_path / "nothing", stage.key)
    with pytest.raises(WorldFault, match=r"import\.staging_gone"):
        stage.staging.source()
    with pytest.raises(WorldFault, match=r"store\.wrong_key"):
        StagingReader(stage.path, DatabaseKey.new())


def test_a_preview_that_breaks_keeps_the_one_before(stage: Stage) -> None:
    stage.preview(ROWS)

    def broken() -> Iterator[PreviewRow]:
        yield PreviewRow(2, RowVerdict.ADDED, ())
        raise Cancelled

    with pytest.raises(Cancelled):
        stage.staging.keep_preview(stage.staging.settings(), broken())
    assert stage.reader().count() == 4


def _cancelled() -> list[PreviewRow]:
    raise Cancelled


def test_a_transaction_that_ended_by_itself_is_not_rolled_back_twice(stage: Stage) -> None:
    connection = stage.staging._connection

    def ended() -> Iterator[PreviewRow]:
        connection.execute("COMMIT")
        yield from _cancelled()

    with pytest.raises(Cancelled):
        stage.staging.keep_preview(StagedSettings("people", "job", b""), ended())

"""导入预览: what a sheet would change, row by row, before anything is written (look/preview.png)."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from township_ledger import words
from township_ledger.domain.imports import RowVerdict
from township_ledger.ui.dialogs.mapping_dialog import MappingDialog
from township_ledger.ui.generated.ui_import_page import Ui_ImportPage
from township_ledger.ui.models.import_summary import mapping_of, summary_of
from township_ledger.ui.models.preview_model import PreviewModel
from township_ledger.ui.page import ImportRequest, Page, ledger_page
from township_ledger.ui.pages.import_decisions import DecisionStrip
from township_ledger.ui.pages.import_telling import CHIPS, left_out, set_widths, tell_summary
from township_ledger.ui.services import JobEvents, UndoFault
from township_ledger.ui.widgets.drop_zone import dropped_files
from township_ledger.ui.widgets.preview_cells import PreviewCells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.domain.imports import ImportSummary
    from township_ledger.domain.rows import UndoOutcome
    from township_ledger.ui.services import Job, Json, Services, Staging
    from township_ledger.ui.theme import Theme

FILE_FILTER = "表格 (*.xlsx *.xlsm *.xls *.csv *.txt *.et *.ods);;所有文件 (*)"
_VERDICT_OF = {verdict.value: verdict for verdict in RowVerdict}


class Stage(Enum):
    """Where the clerk stands; each is a page of the form's stack."""

    CHOOSE = auto()
    READING = auto()
    PREVIEW = auto()
    WRITING = auto()
    DONE = auto()


class ImportPage(Page):
    """Choose a file → look at the preview → write → undo if it was wrong."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, parent)
        self.form = Ui_ImportPage()
        self.form.setupUi(self)
        self.model = PreviewModel(self)
        self.summary: ImportSummary | None = None
        self.stage = Stage.CHOOSE
        self._ledger = "people"
        self._path: Path | None = None
        self._staging: Staging | None = None
        self._job: Job | None = None
        self.strip = DecisionStrip(self)
        self._events = JobEvents(result=self._previewed, fault=self._failed, cancelled=self._stopped)
        self.setAcceptDrops(True)
        self._dress()
        self._connect()
        self._enter(Stage.CHOOSE)

    @property
    def ledger(self) -> str:
        """The ledger that the sheet goes into."""
        return self._ledger

    # -- what the window calls

    @property
    def title(self) -> str:
        """导入, or 导入预览 when there is one."""
        return "导入预览" if self.stage in {Stage.PREVIEW, Stage.WRITING} else "导入"

    @property
    def sub_title(self) -> str:
        """The file and the ledgers that it feeds."""
        if self._path is None or self.stage is Stage.CHOOSE:
            return "先看预览，再决定写不写"
        ledgers = self.services.reader.ledgers()
        names = list(self.summary.by_ledger) if self.summary and self.summary.by_ledger else [self._ledger]
        titles = "、".join(ledgers[name].title for name in names if name in ledgers)
        return f"{self._path.name} → {titles}"

    def shown(self, argument: object = None) -> None:
        """Start with a file, or stay where the clerk was."""
        if isinstance(argument, ImportRequest):
            self._choose_ledger(argument.ledger)
            argument = argument.path
            if argument is None and self.stage is Stage.DONE:
                self._enter(Stage.CHOOSE)
        if isinstance(argument, Path):
            self.open_file(argument)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the page."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        event.acceptProposedAction()
        self.open_file(dropped_files(event.mimeData())[0])

    def open_file(self, path: Path) -> None:
        """Read a file and show what it would change."""
        if self.stage in {Stage.READING, Stage.WRITING}:
            self.message.emit("上一张表还没处理完，等它完成或停下")
            return
        self._path = path
        self._read(sheet=None)

    # -- set up

    def _dress(self) -> None:
        form = self.form
        form.rows.setModel(self.model)
        form.rows.setItemDelegate(PreviewCells(self.theme, self))
        form.rows.verticalHeader().setDefaultSectionSize(self.theme.row_height)
        form.rows.verticalHeader().setMinimumWidth(44)
        form.rows.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        form.rows.horizontalHeader().setStretchLastSection(True)
        form.rows.setWordWrap(False)
        form.chips.set_chips(CHIPS)
        for name, ledger in self.services.reader.ledgers().items():
            form.ledger.addItem(ledger.title, name)
        self._choose_ledger(self._ledger)
        self._draw_icons()

    def _draw_icons(self) -> None:
        form = self.form
        form.dropIcon.setPixmap(self.theme.pixmap("file-spreadsheet", "accent", 44))
        form.stripIcon.setPixmap(self.theme.pixmap("info-circle", "text_2", 18))
        form.write.setIcon(self.theme.icon("check", "accent_text", 16))
        form.rejects.setIcon(self.theme.icon("download", "text_2", 16))
        form.choose.setIcon(self.theme.icon("folder-open", "text_2", 16))

    def _connect(self) -> None:
        form = self.form
        form.chips.chosen.connect(self._filter)
        form.drop.dropped.connect(self.open_file)
        form.choose.clicked.connect(self._ask_for_file)
        form.ledger.currentIndexChanged.connect(self._ledger_chosen)
        form.sheet.activated.connect(self._sheet_chosen)
        form.skipHidden.clicked.connect(self._hidden_chosen)
        form.mapping.clicked.connect(self._map)
        form.write.clicked.connect(self._write)
        form.rejects.clicked.connect(self._save_rejects)
        form.cancel.clicked.connect(self._give_up)
        form.undo.clicked.connect(self._undo)
        form.again.clicked.connect(self._again)
        form.rows.selectionModel().currentChanged.connect(self.strip.look_at)
        self.strip.decided.connect(self._decided)
        form.show.clicked.connect(self._show_ledger)
        self.theme.changed.connect(self._draw_icons)

    # -- reading

    def _choose_ledger(self, ledger: str) -> None:
        place = self.form.ledger.findData(ledger)
        if place >= 0:
            self._ledger = ledger
            self.form.ledger.setCurrentIndex(place)

    def _ledger_chosen(self) -> None:
        self._ledger = str(self.form.ledger.currentData())

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择要导入的表", "", FILE_FILTER)
        if name:
            self.open_file(Path(name))

    def _read(self, sheet: str | None) -> None:
        self.model.clear()
        self.strip.forget()
        self.form.chips.choose("")
        self._staging = self.services.new_staging()
        self._enter(Stage.READING)
        self._job = self.services.start(
            "import-preview",
            {
                "ledger": self._ledger,
                "path": str(self._path),
                "sheet": sheet,
                "mapping": None,
                "skip_hidden": self.form.skipHidden.isChecked(),
                "staging": self._staging.path,
                "staging_key": self._staging.key,
            },
            self._events,
        )

    def _sheet_chosen(self) -> None:
        self._read(self.form.sheet.currentText())

    def _hidden_chosen(self) -> None:
        self._read(self.summary.sheet if self.summary else None)

    def _map(self) -> None:
        if self.summary is None or self._staging is None:
            return
        ledgers = self.services.reader.ledgers()
        dialog = MappingDialog(self.summary.columns, ledgers[self._ledger], ledgers, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.model.clear()
            self._classify_again(mapping_of(dialog.columns()), Stage.READING)

    def _decided(self) -> None:
        self._classify_again(None, Stage.WRITING)  # the grid stays; only its buttons wait

    def _classify_again(self, mapping: list[Json] | None, stage: Stage) -> None:
        if self._staging is None:
            return
        self._enter(stage)
        self._job = self.services.start(
            "import-map",
            {
                "staging": self._staging.path,
                "staging_key": self._staging.key,
                "mapping": mapping,
                "decisions": self.strip.decisions,
            },
            self._events,
        )

    def _previewed(self, result: Json) -> None:
        if self._staging is None:
            return
        self._job = None
        self.summary = summary_of(result)
        at = self.form.rows.currentIndex()  # after a decision the clerk stays where he was
        row, column = at.row(), at.column()
        reader = self.services.preview(self._staging)
        self.model.show_preview(reader, self.summary.columns, self.services.reader.ledgers())
        tell_summary(self.form, self.summary)
        set_widths(self.form, self.summary, self.services.reader.ledgers())
        chosen = self.form.chips.current()
        if chosen:
            self._filter(chosen)
        self.form.rows.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), max(column, 0)))
        self._enter(Stage.PREVIEW)
        self.form.rows.setFocus()  # a button that went with the question must not hand its focus to 取消

    def _filter(self, name: str) -> None:
        self.model.show_verdict(_VERDICT_OF.get(name))

    # -- writing

    def _write(self) -> None:
        if self._staging is None:
            return
        self._enter(Stage.WRITING)
        self._job = self.services.start(
            "import-apply",
            {"staging": self._staging.path, "staging_key": self._staging.key},
            JobEvents(result=self._written, fault=self._failed, cancelled=self._stopped),
        )

    def _written(self, result: Json) -> None:
        self._job = None
        after = summary_of(result)
        if after.operation is None:
            self._previewed(result)
            self.message.emit("台账在预览之后有变动，什么都没有写入；已按现在的台账重新核对，请再看一遍")
            return
        self.summary = after
        self.model.clear()
        self.services.drop_staging()
        self._staging = None
        count = after.counts.added + after.counts.updated
        self.form.doneTitle.setText(f"已写入 {count:,} 行，可撤销")
        self.form.doneNote.setText(left_out(after, self.services.reader.ledgers()))
        self.form.undo.setText(f"撤销这次导入 {count:,} 行")
        self.form.undo.setEnabled(True)
        self.message.emit(f"已写入 {count:,} 行，可撤销")
        self._enter(Stage.DONE)
        self.form.show.setFocus()

    def _undo(self) -> None:
        if self.summary is None or self.summary.operation is None:
            return
        self.form.undo.setEnabled(False)
        self.services.undo(self.summary.operation, self._undone)

    def _undone(self, outcome: UndoOutcome | UndoFault | None) -> None:
        if outcome is None:
            self.form.doneNote.setText("没有可撤销的内容：这次导入已经撤销过。")
            return
        if isinstance(outcome, UndoFault):
            self.form.doneNote.setText(words.sentence(outcome.code, **outcome.params))
            self.form.undo.setEnabled(True)
            return
        kept = len(outcome.conflicts)
        told = f"已撤销，恢复 {outcome.restored:,} 处"
        if kept:
            told += f"；{kept:,} 处后来改过或被引用，保持原样"
        self.form.doneTitle.setText("这次导入已撤销")
        self.form.doneNote.setText(told)
        self.message.emit(told)

    def _save_rejects(self) -> None:
        if self._staging is None or self._path is None:
            return
        wanted = self._path.with_name(f"{self._path.stem}-待处理.xlsx")
        name, _ = QFileDialog.getSaveFileName(self, "待处理和不收的另存", str(wanted), "表格 (*.xlsx)")
        if name:
            self.services.start(
                "import-rejects",
                {"staging": self._staging.path, "staging_key": self._staging.key, "out": name},
                JobEvents(result=self._rejects_saved, fault=self._told),
            )

    def _rejects_saved(self, result: Json) -> None:
        file = Path(str(result.get("file", ""))).name
        self.message.emit(f"已另存 {result.get('rows', 0)} 行到 {file}，改好后拖回来就行")

    # -- ways out

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        self._forget()
        self.go.emit(ledger_page(self._ledger), None)

    def _again(self) -> None:
        self._forget()

    def _show_ledger(self) -> None:
        ledger = self._ledger
        self._forget()
        self.go.emit(ledger_page(ledger), None)

    def _forget(self) -> None:
        self.model.clear()
        self.services.drop_staging()
        self._staging = None
        self._path = None
        self.summary = None
        self.form.skipHidden.setChecked(False)
        self._enter(Stage.CHOOSE)

    def _stopped(self) -> None:
        self._job = None
        if self.stage is Stage.WRITING:
            self.message.emit("已停下，什么都没有写入")
            self._enter(Stage.PREVIEW)
            return
        self._forget()
        self.form.fault.setText("已停下，什么都没有写入。")

    def _failed(self, code: str, params: Mapping[str, Param]) -> None:
        self._job = None
        if self.stage is Stage.WRITING:
            self._told(code, params)
            self._enter(Stage.PREVIEW)
            return
        path = self._path
        self._forget()
        self._path = path
        self.form.fault.setText(words.sentence(code, **params))

    def _told(self, code: str, params: Mapping[str, Param]) -> None:
        self.message.emit(words.sentence(code, **params))

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        form = self.form
        place = {
            Stage.CHOOSE: form.choosePage,
            Stage.READING: form.readingPage,
            Stage.PREVIEW: form.gridPage,
            Stage.WRITING: form.gridPage,
            Stage.DONE: form.donePage,
        }[stage]
        form.stack.setCurrentWidget(place)
        form.chips.setVisible(place is form.gridPage)
        form.acts.setVisible(stage in {Stage.READING, Stage.PREVIEW, Stage.WRITING})
        previewing = stage is Stage.PREVIEW
        for widget in (form.write, form.rejects):
            widget.setVisible(place is form.gridPage)
        form.mapping.setEnabled(previewing)
        form.sheet.setEnabled(previewing)
        form.skipHidden.setEnabled(previewing)
        if not previewing:
            form.write.setEnabled(False)
        elif self.summary is not None:
            counts = self.summary.counts
            form.write.setEnabled(counts.added + counts.updated > 0)
        form.cancel.setText("停止" if stage in {Stage.READING, Stage.WRITING} else "取消")
        if stage is Stage.CHOOSE:
            form.fault.clear()
        self.head_changed.emit()

"""报表: which report, for which period, as of which day, as which files, and where they go."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from township_ledger import words
from township_ledger.ui.generated.ui_report_dialog import Ui_ReportDialog
from township_ledger.ui.models.period_choices import default_as_of, period_choices, period_words
from township_ledger.ui.services import JobEvents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import Job, Json, Services

REPORTS = (("roster", "持证上岗情况表"), ("training-hours", "人员学时台账"), ("powers", "赋权事项清单"))
_REPORT_OF = {
    "people": "roster",
    "certificates": "roster",
    "training": "training-hours",
    "attendance": "training-hours",
    "powers": "powers",
}
FOLDER_USED_LAST = "report_folder"


class ReportDialog(QDialog):
    """Stays open after a report was made, so that the next one is two clicks away; the folder opens on demand."""

    def __init__(self, services: Services, ledger: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ReportDialog()
        self.form.setupUi(self)
        self._services = services
        self._job: Job | None = None
        self._folder = Path(services.preference(FOLDER_USED_LAST, str(Path.home())))
        self._fill(ledger)
        self._connect()
        self._period_chosen()
        self._show_folder()
        self.form.open.setEnabled(False)

    def _fill(self, ledger: str) -> None:
        form = self.form
        for name, title in REPORTS:
            form.report.addItem(title, name)
        for name, definition in self._services.reader.ledgers().items():
            if definition.form is not None:
                form.report.addItem(definition.form.title, f"ledger:{name}")
        wanted = form.report.findData(_REPORT_OF.get(ledger, f"ledger:{ledger}"))
        form.report.setCurrentIndex(max(0, wanted))
        today = self._services.clock.now().date()
        for text in period_choices(today):
            form.period.addItem(f"{text}　{period_words(text)}", text)
        form.period.setCurrentIndex(form.period.findData(str(today.year)))

    def _connect(self) -> None:
        form = self.form
        form.period.currentIndexChanged.connect(self._period_chosen)
        form.chooseFolder.clicked.connect(self._choose_folder)
        form.make.clicked.connect(self._make)
        form.open.clicked.connect(self._open_folder)
        form.cancel.clicked.connect(self._leave)

    def _period_chosen(self) -> None:
        today = self._services.clock.now().date()
        self.form.asOf.setText(default_as_of(str(self.form.period.currentData()), today).isoformat())

    def _show_folder(self) -> None:
        self.form.folder.setText(str(self._folder))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "报表存到哪个文件夹", str(self._folder))
        if name:
            self.use_folder(Path(name))

    def use_folder(self, folder: Path) -> None:
        """Write reports into this folder, next time too."""
        self._folder = folder
        self._services.set_preference(FOLDER_USED_LAST, str(folder))
        self._show_folder()

    def _make(self) -> None:
        form = self.form
        text = form.asOf.text().strip()
        formats = [name for name, box in (("pdf", form.pdf), ("xlsx", form.xlsx)) if box.isChecked()]
        try:
            date.fromisoformat(text)
        except ValueError:
            self._tell(f"“{text}”不是完整日期。写成 2026-12-31 这样的年月日。")
            return
        if not formats:
            self._tell("至少选一种格式。")
            return
        form.make.setEnabled(False)
        self._tell("正在生成")
        self._job = self._services.start(
            "report",
            {
                "name": form.report.currentData(),
                "period": form.period.currentData(),
                "as_of": text,
                "out": str(self._folder),
                "formats": formats,
                "full_ids": form.fullIds.isChecked(),
            },
            JobEvents(result=self._made, fault=self._failed, cancelled=self._stopped),
        )

    def _made(self, result: Json) -> None:
        self._over()
        files = result.get("files")
        names = [Path(str(file)).name for file in files] if isinstance(files, list) else []
        self._tell("已生成 " + "、".join(names))
        self.form.open.setEnabled(True)

    def _failed(self, code: str, params: Mapping[str, Param]) -> None:
        self._over()
        self._tell(words.sentence(code, **params))

    def _stopped(self) -> None:
        self._over()
        self._tell("已停下，没有生成文件。")

    def _over(self) -> None:
        self._job = None
        self.form.make.setEnabled(True)

    def _tell(self, text: str) -> None:
        self.form.fault.setText(text)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.reject()

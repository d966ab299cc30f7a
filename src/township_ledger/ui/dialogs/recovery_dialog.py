"""恢复码: shown only when asked for, printed only where the clerk says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from township_ledger import words
from township_ledger.ui.generated.ui_recovery_dialog import Ui_RecoveryDialog
from township_ledger.ui.services import RECOVERY, JobEvents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import Json, Services

_GROUPS_PER_LINE = 5


def lines_of_groups(sheet: str) -> str:
    """Return the groups of a sheet, five on a line, so that they are easy to copy by hand."""
    lines = []
    for line in sheet.splitlines():
        groups = line.split()
        lines += [
            "　".join(groups[at : at + _GROUPS_PER_LINE]) for at in range(0, len(groups), _GROUPS_PER_LINE)
        ]
    return "\n".join(lines)


def was_asked(services: Services) -> bool:
    """Whether this computer remembers that the sheet was shown, printed or put off."""
    return bool(services.preference(_name(services), ""))


def postpone(services: Services) -> None:
    """Keep that the clerk put it off: 今日 stays yellow until the sheet is shown or printed."""
    services.set_preference(_name(services), "postponed")


def _name(services: Services) -> str:
    return f"{RECOVERY}{services.reader.setting('home_id')}"


class RecoveryDialog(QDialog):
    """Shows the groups; 打印到 PDF lets a worker draw the sheet.

    Signals:
        told(text): what became of the printing, for whoever shows no dialog.
    """

    told = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RecoveryDialog()
        self.form.setupUi(self)
        self._services = services
        self.form.groups.setText(lines_of_groups(services.recovery_sheet()))
        self.form.print.clicked.connect(self.print_sheet)
        self.form.close.clicked.connect(self._copied)

    def print_sheet(self) -> None:
        """Ask for a file and draw the sheet into it."""
        name, _ = QFileDialog.getSaveFileName(
            self, "恢复码存到", str(Path.home() / "恢复码.pdf"), "PDF (*.pdf)"
        )
        if name:
            self._services.start(
                "recovery-sheet", {"out": name}, JobEvents(result=self._printed, fault=self._failed)
            )

    def _copied(self) -> None:
        self._services.set_preference(_name(self._services), "shown")
        self.accept()

    def _printed(self, result: Json) -> None:
        self._services.set_preference(_name(self._services), "printed")
        file = Path(str(result.get("file", ""))).name
        self._tell(f"已存到 {file}，打印后把文件删掉")

    def _failed(self, code: str, params: Mapping[str, Param]) -> None:
        self._tell(words.sentence(code, **params))

    def _tell(self, text: str) -> None:
        self.setWindowTitle(text)
        self.told.emit(text)

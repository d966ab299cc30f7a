"""校验报送包: what arrived is looked at, never taken in; the verdict first, then every check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QListWidgetItem

from township_ledger import words
from township_ledger.domain.verdicts import CheckState, Verdict
from township_ledger.ui.dialogs.trust_dialog import TrustDialog
from township_ledger.ui.generated.ui_verify_page import Ui_VerifyPage
from township_ledger.ui.models.sent_model import local_time
from township_ledger.ui.page import Page
from township_ledger.ui.services import JobEvents
from township_ledger.ui.widgets.drop_zone import dropped_files
from township_ledger.ui.widgets.lamp import LampColour
from township_ledger.ui.widgets.lines import LampLine, card, clear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import Json, Services
    from township_ledger.ui.theme import Theme

FILE_FILTER = "报送包 (*.asics);;所有文件 (*)"
_STATE_LAMPS = {
    CheckState.OK.value: LampColour.GREEN,
    CheckState.FAULT.value: LampColour.RED,
    CheckState.NOT_RUN.value: LampColour.GREY,
}
_VERDICT_LAMPS = {
    Verdict.PASS.value: LampColour.GREEN,
    Verdict.FAULTS.value: LampColour.RED,
    Verdict.UNDECIDED.value: LampColour.AMBER,
}
_VERDICT_ICONS = {
    Verdict.PASS.value: ("check", "green"),
    Verdict.FAULTS.value: ("x", "red"),
    Verdict.UNDECIDED.value: ("help", "amber"),
}


class VerifyPage(Page):
    """Drop bundles, read verdicts; a key that is not registered can be pinned after its code was compared."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, parent)
        self.form = Ui_VerifyPage()
        self.form.setupUi(self)
        self._verdicts: list[Json] = []
        self.setAcceptDrops(True)
        self.form.drop.all_dropped.connect(self.verify)
        self.form.choose.clicked.connect(self._ask_for_files)
        self.form.files.currentRowChanged.connect(self._tell)
        self.form.pin.clicked.connect(self._look_at_key)
        self.form.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their ends
        self.form.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.results.hide()
        self.form.pin.hide()
        self.theme.changed.connect(self._draw_icons)
        self._draw_icons()

    @property
    def title(self) -> str:
        """The heading."""
        return "校验报送包"

    @property
    def sub_title(self) -> str:
        """What it is for."""
        return "来源与完整性校验：谁报的、改没改过、数字对不对"

    def shown(self, argument: object = None) -> None:
        """Verify a file that was dropped elsewhere."""
        if isinstance(argument, Path):
            self.verify([argument])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the page."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Verify what was dropped."""
        event.acceptProposedAction()
        self.verify(dropped_files(event.mimeData()))

    def verify(self, files: Sequence[Path]) -> None:
        """Verify these files, one verdict each."""
        self.form.note.setText(f"正在校验 {len(files)} 个文件")
        self.services.start(
            "verify",
            {"files": [str(file) for file in files], "trust": []},
            JobEvents(result=self._verified, fault=self._failed, cancelled=self._stopped),
        )

    def _draw_icons(self) -> None:
        self.form.dropIcon.setPixmap(self.theme.pixmap("shield-check", "accent", 28))
        self.form.choose.setIcon(self.theme.icon("folder-open", "text_2", 16))

    def _ask_for_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "选择报送包", "", FILE_FILTER)
        if names:
            self.verify([Path(name) for name in names])

    def _verified(self, result: Json) -> None:
        files = result.get("files")
        self._verdicts = (
            [each for each in files if isinstance(each, dict)] if isinstance(files, list) else [result]
        )
        self.form.files.clear()
        for verdict in self._verdicts:
            name = Path(str(verdict.get("file", ""))).name or "报送包"
            icon, token = _VERDICT_ICONS.get(str(verdict.get("verdict")), ("help", "amber"))
            item = QListWidgetItem(self.theme.icon(icon, token, 16), name)
            item.setToolTip(name)
            self.form.files.addItem(item)
        self.form.files.setVisible(len(self._verdicts) > 1)
        self.form.results.show()
        self.form.note.setText("只是看过，什么都没有收进台账")
        self.form.files.setCurrentRow(0)

    def _tell(self, row: int) -> None:
        clear(self.form.details)
        if not 0 <= row < len(self._verdicts):
            return
        verdict = self._verdicts[row]
        headline = QLabel(str(verdict.get("words", "")))
        headline.setProperty("look", "h1")
        headline.setWordWrap(True)
        self.form.details.addWidget(headline)
        checks = [check for check in _list(verdict.get("checks")) if isinstance(check, dict)]
        lines = [
            LampLine(
                self.theme,
                _STATE_LAMPS.get(str(check.get("state")), LampColour.GREY),
                str(check.get("words", "")),
            )
            for check in checks
        ]
        lamp = _VERDICT_LAMPS.get(str(verdict.get("verdict")), LampColour.AMBER)
        look = {LampColour.GREEN: "tag-green", LampColour.RED: "tag-red"}.get(lamp, "tag-amber")
        ran = sum(check.get("state") != CheckState.NOT_RUN.value for check in checks)
        self.form.details.addWidget(
            card("逐项检查", lines, tag=f"{ran}/{len(checks)} 项已执行", tag_look=look)
        )
        facts = verdict.get("facts")
        if isinstance(facts, dict):
            self.form.details.addWidget(self._facts(facts))
        self.form.details.addStretch(1)
        self.form.pin.setVisible(_unknown_signer(verdict))

    def _facts(self, facts: Mapping[str, object]) -> QWidget:
        """What the bundle says of itself; claims, worth as much as the verdict above them."""
        named = {
            "unit": "单位",
            "period": "期间",
            "as_of": "截至日期",
            "sequence": "序号",
            "signed_at": "签署时间",
            "code": "登记校验码",
            "payload_sha256": "内容摘要",
        }
        told = "\n".join(
            f"{title}　{local_time(str(facts[key])) if key == 'signed_at' else facts[key]}"
            for key, title in named.items()
            if facts.get(key) is not None
        )
        label = QLabel(told)
        label.setProperty("look", "sub")
        label.setWordWrap(True)
        return label

    # -- pinning

    def _look_at_key(self) -> None:
        verdict = self._verdicts[self.form.files.currentRow()]
        self.services.start(
            "trust-look", {"path": verdict.get("file")}, JobEvents(result=self._compare, fault=self._failed)
        )

    def _compare(self, result: Json) -> None:
        dialog = TrustDialog(str(result.get("code", "")), str(result.get("unit_name", "")), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.services.start(
                "trust-add", {"key": result}, JobEvents(result=self._pinned, fault=self._failed)
            )

    def _pinned(self, result: Json) -> None:
        self.message.emit(str(result.get("words", "")))
        self.verify([Path(str(verdict.get("file"))) for verdict in self._verdicts])

    def _failed(self, code: str, params: Mapping[str, Param]) -> None:
        self.form.note.setText(words.sentence(code, **params))
        self.message.emit(words.sentence(code, **params))

    def _stopped(self) -> None:
        self.form.note.setText("已停下，没有校验完")


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _unknown_signer(verdict: Mapping[str, object]) -> bool:
    """Whether all that is missing for a judgement is the registration of the key."""
    facts = verdict.get("facts")
    has_code = isinstance(facts, dict) and bool(facts.get("code"))
    signer = next(
        (
            check
            for check in _list(verdict.get("checks"))
            if isinstance(check, dict) and check.get("id") == "signer"
        ),
        None,
    )
    return has_code and signer is not None and signer.get("state") == CheckState.NOT_RUN.value

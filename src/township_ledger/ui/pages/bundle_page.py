"""报送: what was sent, and a new bundle in four steps: 期间和内容 → 预检 → 预览 → 写盘读回 (look/bundle.png)."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from township_ledger import words
from township_ledger.domain.periods import parse_period
from township_ledger.ui.generated.ui_bundle_page import Ui_BundlePage
from township_ledger.ui.models.period_choices import default_as_of, period_choices, period_words
from township_ledger.ui.models.sent_model import WIDTHS, SentModel
from township_ledger.ui.page import Page
from township_ledger.ui.pages.bundle_papers import Papers
from township_ledger.ui.pages.bundle_precheck import Precheck
from township_ledger.ui.pages.bundle_target import Target
from township_ledger.ui.services import JobEvents
from township_ledger.ui.unit_types import UNIT_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import EditResult, Job, Json, Services
    from township_ledger.ui.theme import Theme

STEPS = ("期间和内容", "预检", "预览", "写盘读回")
CLOCK_CODES = frozenset(
    {"bundle.clock_before_build", "bundle.clock_before_operation", "bundle.clock_far_ahead"}
)
"""The codes of a clock that seems wrong."""


class Place(IntEnum):
    """The pages of the form's stack."""

    HOME = 0
    PERIOD = 1
    CHECK = 2
    PREVIEW = 3
    WRITE = 4


class BundlePage(Page):
    """The list of bundles, and the four steps to the next one."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, parent)
        self.form = Ui_BundlePage()
        self.form.setupUi(self)
        self.sent = SentModel(self)
        self.place = Place.HOME
        self._job: Job | None = None
        self._written = False
        self._settings_left = 0
        self.precheck = Precheck(self)
        self.target = Target(self)
        self.papers = Papers(self)
        self._dress()
        self._connect()
        self.read_again()
        self._enter(Place.HOME)

    # -- what the window calls

    @property
    def title(self) -> str:
        """报送, or the bundle being made."""
        if self.place is Place.HOME:
            return "报送"
        return f"第 {self._next_number()} 号报送包"

    @property
    def sub_title(self) -> str:
        """The period, and who receives it."""
        if self.place is Place.HOME:
            return "一个文件交给区司法局：谁报的、改没改过，对方都能核对"
        if self.place is Place.PERIOD:
            return "先定期间和截至日期"
        return f"{period_words(self.period)} · 截至 {self.form.asOf.text()} · 报区司法局"

    def shown(self, argument: object = None) -> None:
        """Come to the front; `"new"` begins a bundle."""
        self.read_again()
        if argument == "new" and self.place is Place.HOME:
            self._create()
        elif self.place is Place.CHECK:
            self.precheck.read_again()
        self._lead_on()

    def refresh(self, changed: frozenset[str]) -> None:
        """The ledgers or the list of bundles have changed."""
        self.read_again()
        if self.place is Place.CHECK:
            self.precheck.read_again()

    @property
    def period(self) -> str:
        """The chosen period."""
        return str(self.form.period.currentData() or "")

    @property
    def as_of(self) -> date:
        """The chosen day; today when the field holds none (then the first step does not let on)."""
        try:
            return date.fromisoformat(self.form.asOf.text().strip())
        except ValueError:
            return self.services.clock.now().date()

    # -- set up

    def _dress(self) -> None:
        form = self.form
        form.steps.set_theme(self.theme)
        form.steps.set_steps(STEPS)
        form.sent.setModel(self.sent)
        form.sent.verticalHeader().hide()
        form.sent.verticalHeader().setDefaultSectionSize(self.theme.row_height)
        form.sent.setSelectionBehavior(form.sent.SelectionBehavior.SelectRows)
        form.sent.setSelectionMode(form.sent.SelectionMode.SingleSelection)
        form.sent.setWordWrap(False)
        form.sent.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            form.sent.setColumnWidth(column, width)
        today = self.services.clock.now().date()
        for text in period_choices(today):
            form.period.addItem(f"{text}　{period_words(text)}", text)
        form.unitType.addItems(list(UNIT_TYPES))
        form.files.setSpacing(2)
        self._period_chosen()
        self._draw_icons()

    def _draw_icons(self) -> None:
        form = self.form
        form.registrationIcon.setPixmap(self.theme.pixmap("key", "accent", 24))
        form.registrationPrint.setIcon(self.theme.icon("printer", "text_2", 16))
        form.outcomePrint.setIcon(self.theme.icon("printer", "text_2", 16))
        form.create.setIcon(self.theme.icon("package-export", "accent_text", 16))
        form.copyAgain.setIcon(self.theme.icon("usb", "text_2", 16))
        form.verify.setIcon(self.theme.icon("shield-check", "text_2", 16))

    def _connect(self) -> None:
        form = self.form
        form.create.clicked.connect(self._create)
        form.copyAgain.clicked.connect(self._copy_again)
        form.verify.clicked.connect(self._verify)
        form.registrationPrint.clicked.connect(self._print_registration)
        form.outcomePrint.clicked.connect(self._print_registration)
        form.period.currentIndexChanged.connect(self._period_chosen)
        form.back.clicked.connect(self._back)
        form.next.clicked.connect(self._next)
        self.theme.changed.connect(self._draw_icons)

    def read_again(self) -> None:
        """Read the list of bundles and the registration code."""
        form = self.form
        bundles = self.services.sent_bundles()
        self.sent.show_bundles(bundles)
        form.copyAgain.setEnabled(bool(bundles))
        form.sentNote.setText("" if bundles else "还没有报送过。做第一个报送包时会产生本单位的登记校验码。")
        own = self.services.registration()
        form.registrationCard.setVisible(own is not None)
        form.outcomePrint.setVisible(own is not None)
        if own is not None:
            form.registrationTitle.setText(own.code)
            form.registrationNote.setText(
                "本单位登记校验码。打印登记表盖章交区司法局，对方登记后就认得本单位的报送包。"
            )

    def _next_number(self) -> int:
        first = self.sent.bundle(0)
        return first.sequence + (0 if self._written else 1) if first else 1

    # -- the list

    def _create(self) -> None:
        self._written = False
        self.papers.forget()
        self.precheck.forget()
        self._enter(Place.PERIOD)

    def _verify(self) -> None:
        self.go.emit("verify", None)

    def _copy_again(self) -> None:
        row = self.form.sent.currentIndex().row()
        bundle = self.sent.bundle(max(0, row))
        if bundle is None:
            return
        folder = QFileDialog.getExistingDirectory(self, f"把第 {bundle.sequence} 号报送包写到哪里")
        if folder:
            self._job = self.services.start(
                "deliver",
                {"sequence": bundle.sequence, "out": folder},
                JobEvents(result=self._copied, fault=self.tell_fault, cancelled=self._stopped),
            )

    def _copied(self, result: Json) -> None:
        self._job = None
        self.message.emit(str(result.get("words") or words.sentence("drive.done")))
        self.read_again()

    def _print_registration(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "登记表存到哪个文件夹")
        if folder:
            self.services.start(
                "trust-export", {"folder": folder}, JobEvents(result=self._printed, fault=self.tell_fault)
            )

    def _printed(self, result: Json) -> None:
        files = result.get("files")
        names = "、".join(Path(str(name)).name for name in files) if isinstance(files, list) else ""
        self.message.emit(f"登记表已存好：{names}")

    # -- the steps

    def _back(self) -> None:
        self._enter(Place(self.place - 1))

    def _next(self) -> None:
        if self.place is Place.PERIOD:
            self._check_period()
        elif self.place is Place.CHECK:
            self._enter(Place.PREVIEW)
            self.papers.draw()
        elif self.place is Place.PREVIEW:
            self.target.look_for_drives()
            self._enter(Place.WRITE)
        elif self._written:
            self._enter(Place.HOME)
        else:
            self._make()

    def _period_chosen(self) -> None:
        if not self.period:
            return
        today = self.services.clock.now().date()
        self.form.asOf.setText(default_as_of(self.period, today).isoformat())
        period = parse_period(self.period)
        self.form.periodWords.setText(f"{period.first} 至 {period.last}")

    def _check_period(self) -> None:
        text = self.form.asOf.text().strip()
        try:
            date.fromisoformat(text)
        except ValueError:
            self.form.periodFault.setText(f"“{text}”不是完整日期。写成 2026-12-31 这样的年月日。")
            return
        if self._asks_unit() and not self.form.unitName.text().strip():
            self.form.periodFault.setText("写上单位名称，报送包要说明是谁报的。")
            return
        self.form.periodFault.clear()
        if self._asks_unit():
            self._keep_unit()
        else:
            self._to_check()

    def _asks_unit(self) -> bool:
        """Unit code and type are asked for at the first bundle at the latest."""
        reader = self.services.reader
        return not reader.setting("unit_name") or not reader.setting("unit_type")

    def _keep_unit(self) -> None:
        form = self.form
        wanted = {
            "unit_name": form.unitName.text().strip(),
            "unit_code": form.unitCode.text().strip().upper(),
            "unit_type": form.unitType.currentText(),
        }
        self._settings_left = len(wanted)
        form.next.setEnabled(False)
        for key, value in wanted.items():
            self.services.change_setting(key, value, self._unit_kept)

    def _unit_kept(self, result: EditResult) -> None:
        self._settings_left -= 1
        if result.code:
            self.form.periodFault.setText(words.sentence(result.code, **result.params))
        if self._settings_left == 0:
            self.form.next.setEnabled(True)
            if not self.form.periodFault.text():
                self._to_check()

    def _to_check(self) -> None:
        self.precheck.read_again()
        self._enter(Place.CHECK)

    def _make(self, *, clock_is_right: bool = False) -> None:
        folder = self.target.folder
        if folder is None:
            return
        self.form.next.setEnabled(False)
        self.form.back.setEnabled(False)
        self.target.say_busy()
        self._job = self.services.start(
            "bundle",
            {
                "period": self.period,
                "as_of": self.as_of.isoformat(),
                "out": str(folder),
                "gaps": self.precheck.gaps_as_json(),
                "clock_is_right": clock_is_right,
            },
            JobEvents(result=self._made, fault=self._not_made, cancelled=self._stopped),
        )

    def _made(self, result: Json) -> None:
        self._job = None
        self._written = True
        self.read_again()
        self.target.tell(result)
        self.message.emit(self.target.done_words(result))
        self._enter(Place.WRITE)

    def _not_made(self, code: str, params: Mapping[str, Param]) -> None:
        self._job = None
        self.target.tell_fault(words.sentence(code, **params))
        self.read_again()
        self._enter(Place.WRITE)
        if code in CLOCK_CODES and self._confirm_clock(words.sentence(code, **params)):
            self.target.forget()
            self._make(clock_is_right=True)

    def _confirm_clock(self, told: str) -> bool:
        """Ask whether the computer's time is right after all; not signing is what Enter and Esc choose."""
        box = QMessageBox(self)
        box.setWindowTitle("核对电脑时间")
        box.setText(told)
        box.setInformativeText("签署时间会写进报送包，对方据此核对。")
        go_on = box.addButton("时间没有错，继续", QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton("先不写", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is go_on

    def _stopped(self) -> None:
        self._job = None
        self.papers.forget()
        self.message.emit("已停下，什么都没有写")
        self.target.forget()
        self._enter(self.place)

    def tell_fault(self, code: str, params: Mapping[str, Param]) -> None:
        """Tell a fault at the foot and beside the buttons."""
        self._job = None
        text = words.sentence(code, **params)
        self.form.note.setText(text)
        self.message.emit(text)

    def _enter(self, place: Place) -> None:
        self.place = place
        form = self.form
        form.stack.setCurrentIndex(place)
        form.steps.setVisible(place is not Place.HOME)
        form.acts.setVisible(place is not Place.HOME)
        form.steps.set_at(place - 1 + (1 if place is Place.WRITE and self._written else 0))
        form.unitCard.setVisible(self._asks_unit())
        if place is Place.PERIOD and not form.unitName.text():
            form.unitName.setText(self.services.reader.setting("unit_name") or "")
        form.back.setVisible(not (place is Place.WRITE and self._written))
        form.back.setEnabled(True)
        self.settle_next()
        self.tell_note()
        self.head_changed.emit()
        self._lead_on()

    def _lead_on(self) -> None:
        """Give the focus to what comes next here; otherwise it would leap to the search box with the old step."""
        form = self.form
        leads = {Place.HOME: form.create, Place.PERIOD: form.period}.get(self.place, form.next)
        if self.place is Place.WRITE and not form.next.isEnabled():
            leads = form.chooseFolder
        if self.isVisible():
            leads.setFocus()

    def settle_next(self) -> None:
        """Say what the primary button does here and whether it can."""
        names = {
            Place.PERIOD: "下一步：预检",
            Place.CHECK: "下一步：预览",
            Place.PREVIEW: "下一步：写盘",
            Place.WRITE: "完成" if self._written else "生成并写入",
        }
        self.form.next.setText(names.get(self.place, ""))
        self.form.next.setEnabled(
            self.place is not Place.WRITE or self._written or self.target.folder is not None
        )

    def tell_note(self) -> None:
        """Say beside the buttons what this step is about."""
        notes = {
            Place.PERIOD: "",
            Place.CHECK: "缺项不挡报送，带着原因和补报日期一起报",
            Place.PREVIEW: "看一眼每一页，再写盘",
            Place.WRITE: "" if self._written else "写入后自动读回核对；盘上其他文件不动",
        }
        self.form.note.setText(notes.get(self.place, ""))

"""今日: what is to be done now, hours against the target, where the last bundle stands (look/today.png)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from township_ledger import words
from township_ledger.domain.lamps import Lamp
from township_ledger.ui.generated.ui_today_page import Ui_TodayPage
from township_ledger.ui.models.period_choices import period_words
from township_ledger.ui.models.sent_model import local_time
from township_ledger.ui.page import ImportRequest, Page, ledger_page
from township_ledger.ui.widgets.hour_bars import HourBar
from township_ledger.ui.widgets.lamp import LampColour
from township_ledger.ui.widgets.lines import LampLine, clear, rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from township_ledger.domain.rows import Query
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme
    from township_ledger.usecases.today import HoursToday, LastBundle, Number, Thing, Today

WEEKDAYS = "一二三四五六日"
_LAMPS = {
    Lamp.GREEN: LampColour.GREEN,
    Lamp.YELLOW: LampColour.AMBER,
    Lamp.RED: LampColour.RED,
    Lamp.GREY: LampColour.GREY,
}


class TodayPage(Page):
    """Things to do at the left, numbers at the right; every number opens its rows."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, parent)
        self.form = Ui_TodayPage()
        self.form.setupUi(self)
        self.form.bars.set_theme(theme)
        self.form.bars.opened.connect(self._open_person)
        self.form.reached.clicked.connect(self._open_reached)
        self.form.below.clicked.connect(self._open_below)
        self.form.bundleOpen.clicked.connect(self._open_bundles)
        self._today: Today | None = None
        self._numbers = ""

    @property
    def title(self) -> str:
        """The heading."""
        return "今日"

    @property
    def sub_title(self) -> str:
        """The day, and who is there."""
        if self._today is None:
            return ""
        day = self._today.day
        told = f"{day.year} 年 {day.month} 月 {day.day} 日，星期{WEEKDAYS[day.weekday()]}"
        return f"{told} · {self._numbers}" if self._numbers else told

    def shown(self, argument: object = None) -> None:
        """Come to the front: everything is counted anew, the day may have changed."""
        self.read_again()

    def refresh(self, changed: frozenset[str]) -> None:
        """Something was written."""
        self.read_again()

    def read_again(self) -> None:
        """Count everything as of now; what was counted before stays in sight until then."""
        self.services.today(self._show)

    def _show(self, today: Today) -> None:
        self._today = today
        self._numbers = (
            "，".join(f"{number.label} {number.value:,}" for number in today.numbers)
            if not today.empty
            else ""
        )
        self._show_things(today)
        self._show_hours(today.hours, empty=today.empty)
        self._show_bundle(today.last_bundle)
        self.head_changed.emit()

    # -- things to do

    def _show_things(self, today: Today) -> None:
        layout = self.form.todoList
        clear(layout)
        self.form.todoCount.setVisible(bool(today.things))
        self.form.todoCount.setText(str(len(today.things)))
        lines = [self._first_step()] if today.empty else [self._line(thing) for thing in today.things]
        if not lines:
            lines = [
                LampLine(
                    self.theme, LampColour.GREEN, "眼下没有要办的事", "到期、草稿、学时有变化时会列在这里"
                )
            ]
        for place, line in enumerate(lines):
            if place:
                layout.addWidget(rule())
            layout.addWidget(line)
        layout.addStretch(1)

    def _first_step(self) -> LampLine:
        """Say the one next step of an empty home."""
        opener = _Opener(self, "import", ImportRequest("people"))
        line = LampLine(
            self.theme,
            LampColour.GREY,
            "台账里还没有人员",
            "把花名册导进来，今日就会列出要办的事",
            deed="导入花名册",
            acted=opener.open,
        )
        opener.setParent(line)
        return line

    def _line(self, thing: Thing) -> LampLine:
        opener = _Opener(self, thing.page, thing.query)
        line = LampLine(
            self.theme,
            _LAMPS[thing.lamp],
            thing.title,
            thing.why,
            due=thing.when,
            deed=words.sentence(thing.action),
            acted=opener.open,
        )
        opener.setParent(line)
        return line

    # -- hours and the bundle

    def _show_hours(self, hours: HoursToday, *, empty: bool) -> None:
        form = self.form
        form.hoursTitle.setText(f"{hours.year} 年 {hours.target} 学时")
        form.reached.setText(f"{hours.reached.label} {hours.reached.value:,}")
        form.below.setText(f"{hours.below.label} {hours.below.value:,}")
        form.reached.setVisible(not empty)
        form.below.setVisible(not empty)
        form.bars.set_bars(
            [HourBar(bar.uid, bar.name, float(bar.counted)) for bar in hours.bars], float(hours.target)
        )
        form.hoursNote.setText(
            "每根一人，按学时从少到多；点开看这个人"
            if hours.bars
            else "登记培训和参训人员后，这里显示每人的学时"
        )

    def _show_bundle(self, last: LastBundle | None) -> None:
        form = self.form
        if last is None:
            form.bundleTitle.setText("还没有报送过")
            form.bundleWhere.setText("做第一个报送包时产生本单位的登记校验码")
            form.bundleOpen.setText("新建报送包")
            return
        form.bundleTitle.setText(f"第 {last.sequence} 号报送包")
        where = f"已读回核对 {local_time(last.read_back)}" if last.read_back else "还没有写盘读回"
        form.bundleWhere.setText(f"{period_words(last.period)}，截至 {last.as_of}；{where}")
        form.bundleOpen.setText("打开")

    # -- where numbers lead

    def _open_rows(self, number: Number) -> None:
        self.go.emit(ledger_page(number.query.ledger), number.query)

    def _open_reached(self) -> None:
        if self._today is not None:
            self._open_rows(self._today.hours.reached)

    def _open_below(self) -> None:
        if self._today is not None:
            self._open_rows(self._today.hours.below)

    def _open_person(self, uid: str) -> None:
        self.go.emit(ledger_page("people"), uid)

    def _open_bundles(self) -> None:
        new = self._today is not None and self._today.last_bundle is None
        self.go.emit("bundle", "new" if new else None)


class _Opener(QObject):
    """The button of one thing."""

    def __init__(self, page: TodayPage, name: str, argument: Query | ImportRequest | None) -> None:
        super().__init__()
        self._page, self._name, self._argument = page, name, argument

    def open(self) -> None:
        """Go where the thing is done."""
        self._page.go.emit(self._name, self._argument)

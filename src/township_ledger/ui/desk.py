"""The shell of an open home: sidebar, heading, search, pages, foot. Pages are built when they are first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from township_ledger.ui.generated.ui_desk import Ui_Desk
from township_ledger.ui.page import ledger_page, pages_for
from township_ledger.ui.widgets.search_hits import SearchHits

if TYPE_CHECKING:
    from collections.abc import Callable

    from township_ledger.ui.page import Page, PageEntry
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme

DEBOUNCE_MS = 120
SIDE_WIDTH, SIDE_WIDTH_NARROW = 168, 52
SEARCH_WIDTH, SEARCH_WIDTH_NARROW = 250, 210
_NAV_HEIGHT = 36


class Desk(QWidget):
    """Holds the pages and leads from one to another."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        foot: QWidget | None = None,
        report: Callable[[str], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`foot` is the foot bar (it has `show_counts` and `show_message`); `report` opens the dialog of reports."""
        super().__init__(parent)
        self.services, self.theme = services, theme
        self.ui = Ui_Desk()
        self.ui.setupUi(self)
        self._foot, self._report = foot, report
        self._entries = pages_for(services.reader.ledgers())
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._searched: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._current = ""
        self._narrow = False
        self._hits = SearchHits(self)
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._set_up_foot()
        self._set_up_search()
        self._set_up_sidebar()
        self._tell_unit()
        theme.changed.connect(self._draw_icons)
        services.listen(self.refresh)

    # --- setting up

    def _set_up_foot(self) -> None:
        if self._foot is not None:
            self.ui.outer.replaceWidget(self.ui.foot, self._foot)
            self.ui.foot.hide()

    def _set_up_sidebar(self) -> None:
        self.ui.side.setFixedWidth(SIDE_WIDTH)
        listed = [(name, entry) for name, entry in self._entries.items() if entry.sidebar]
        for number, (name, entry) in enumerate(listed, start=1):
            button = self._nav_button(name, entry, number)
            box = self.ui.navigationEnd if name == "settings" else self.ui.navigation
            box.addWidget(button)
            self._buttons[name] = button
        self._draw_icons()

    def _nav_button(self, name: str, entry: PageEntry, number: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "nav")
        button.setProperty("page", name)
        button.setCheckable(True)
        button.setFixedHeight(_NAV_HEIGHT)
        button.setIconSize(QSize(20, 20))
        button.setText(f"  {entry.title}")
        button.setAccessibleName(entry.title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if number <= 9:
            button.setToolTip(f"{entry.title}  Ctrl+{number}")
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(button.click)
        else:
            button.setToolTip(entry.title)
        button.clicked.connect(self._clicked)
        return button

    def _set_up_search(self) -> None:
        search = self.ui.search
        search.setFixedWidth(SEARCH_WIDTH)
        self._magnifier = search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._empty = search.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._empty.setToolTip("清空  Esc")
        self._empty.setVisible(False)
        self._empty.triggered.connect(search.clear)
        search.textChanged.connect(self._search_typed)
        search.returnPressed.connect(self._search_entered)
        search.installEventFilter(self)
        self._debounce.timeout.connect(self._search_now)
        self._hits.chosen.connect(self.go)
        find = QShortcut(QKeySequence("Ctrl+K"), self)
        find.activated.connect(self._focus_search)

    def _tell_unit(self) -> None:
        self.ui.unit.setText(self.services.reader.setting("unit_name") or "")

    def _draw_icons(self) -> None:
        for name, button in self._buttons.items():
            colour = "accent" if name == self._current else "text_2"
            button.setIcon(self.theme.icon(self._entries[name].icon, colour))
        self._magnifier.setIcon(self.theme.icon("search", "text_3", 16))
        self._empty.setIcon(self.theme.icon("x", "text_2", 16))

    # --- pages

    @property
    def current(self) -> str:
        """The name of the page in front."""
        return self._current

    def page(self, name: str) -> Page:
        """Return a page, built now if it has not been opened before."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._entries[name].make(self.services, self.theme)
            page.go.connect(self.go)
            page.message.connect(self.say)
            page.counts.connect(self._show_counts)
            page.head_changed.connect(self._tell_head)
            page.set_narrow(self._narrow)
            self.ui.pages.addWidget(page)
        return page

    def go(self, name: str, argument: object = None) -> None:
        """Bring a page to the front, with what it shall show."""
        if name == "report":
            if self._report is not None:
                self._report(str(argument or ""))
            return
        before = self._pages.get(self._current)
        if before is not None and name != self._current and not before.may_leave():
            self._mark_sidebar()
            return
        page = self.page(name)
        self._current = name
        self._mark_sidebar()
        self._hits.hide()
        self.ui.pages.setCurrentWidget(page)
        self._show_counts("")
        stale = self._stale.pop(name, None)
        if stale is not None:
            page.refresh(stale)
        self._put_search(self._searched.get(name, "") if argument is None else "")
        self._tell_head()
        page.shown(argument)

    def _clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.go(str(button.property("page")))

    def _mark_sidebar(self) -> None:
        marked = self._current
        if marked == "import":
            marked = ""
        for name, button in self._buttons.items():
            button.setChecked(name == marked)
        self._draw_icons()

    def refresh(self, changed: frozenset[str]) -> None:
        """Tell the page in front at once and the others when they are shown again."""
        self._tell_unit()
        for name, page in self._pages.items():
            if name == self._current:
                page.refresh(changed)
            else:
                self._stale[name] = self._stale.get(name, frozenset()) | changed

    def say(self, text: str) -> None:
        """Show a sentence at the foot."""
        show = getattr(self._foot, "show_message", None)
        if show is not None:
            show(text)

    def _show_counts(self, text: str) -> None:
        show = getattr(self._foot, "show_counts", None)
        if show is not None:
            show(text)

    def _tell_head(self) -> None:
        page = self._pages.get(self._current)
        if page is not None:
            self.ui.title.setText(page.title)
            self.ui.subTitle.setText(page.sub_title)
            self.ui.subTitle.setVisible(bool(page.sub_title))

    # --- narrow and wide

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Show icons alone in the sidebar under 1100 pixels."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.ui.side.setFixedWidth(SIDE_WIDTH_NARROW if narrow else SIDE_WIDTH)
        self.ui.sideHead.setVisible(not narrow)
        self.ui.search.setFixedWidth(SEARCH_WIDTH_NARROW if narrow else SEARCH_WIDTH)
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
        margin = 16 if narrow else 24
        self.ui.bodyBox.setContentsMargins(margin, 12, margin, 12)
        self.ui.bodyBox.setSpacing(12 if narrow else 16)
        for page in self._pages.values():
            page.set_narrow(narrow)

    # --- search

    def _search_typed(self, text: str) -> None:
        self._empty.setVisible(bool(text))
        self._debounce.start()

    def _focus_search(self) -> None:
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()

    def _put_search(self, text: str) -> None:
        self.ui.search.blockSignals(True)  # noqa: FBT003  Qt's own
        self.ui.search.setText(text)
        self.ui.search.blockSignals(False)  # noqa: FBT003
        self._empty.setVisible(bool(text))
        page = self._pages.get(self._current)
        if page is not None and page.searches:
            page.search(text)
            self._searched[self._current] = text

    def _search_now(self) -> None:
        text = self.ui.search.text().strip()
        page = self._pages.get(self._current)
        if page is None:
            return
        if page.searches:
            self._searched[self._current] = text
            page.search(text)
        elif text:
            ledgers = self.services.reader.ledgers()
            hits = self.services.reader.search(text, 20)
            self._hits.show_hits(hits, {name: ledger.title for name, ledger in ledgers.items()})
            self._hits.place_under(self.ui.search)
        else:
            self._hits.hide()

    def _search_entered(self) -> None:
        self._debounce.stop()
        self._search_now()
        page = self._pages.get(self._current)
        if page is not None and page.searches:
            page.setFocus()
        else:
            self._hits.enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the search; Down goes to the hits."""
        if (
            watched is self.ui.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.ui.search.clear()
                self._hits.hide()
                return True
            if event.key() == Qt.Key.Key_Down and self._hits.isVisible():
                self._hits.enter()
                return True
        return super().eventFilter(watched, event)

    def open_ledger(self, ledger: str) -> None:
        """Bring a ledger's page to the front."""
        self.go(ledger_page(ledger))

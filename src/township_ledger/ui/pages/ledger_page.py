"""The page of one ledger: saved views as chips, the grid, and the panel about the cell under the cursor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from township_ledger.domain.rows import Filter, Op, Query
from township_ledger.ui.generated.ui_ledger_page import Ui_LedgerPage
from township_ledger.ui.models.derived import derived_for
from township_ledger.ui.models.ledger_model import LedgerModel
from township_ledger.ui.page import ImportRequest, Page, ledger_page
from township_ledger.ui.pages.column_choice import ColumnChoice
from township_ledger.ui.pages.drawer import Drawer
from township_ledger.ui.pages.ledger_views import ALL, LedgerViews
from township_ledger.ui.pages.row_deeds import RowDeeds
from township_ledger.ui.widgets.drop_zone import dropped_files
from township_ledger.ui.widgets.row_extra import extra_for
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from township_ledger.domain.faults import Param
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme


class LedgerPage(Page):
    """人员, 证件, 培训, 赋权事项, and every ledger that a definition adds."""

    searches = True

    def __init__(self, services: Services, theme: Theme, ledger: str) -> None:
        super().__init__(services, theme)
        self.ledger = services.reader.ledgers()[ledger]
        self.ui = Ui_LedgerPage()
        self.ui.setupUi(self)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._views = LedgerViews(services, self.ledger)
        self._counts: Mapping[str, int] = {}
        self._derived = derived_for(ledger, services)
        self.model = LedgerModel(services, self.ledger, self._derived)
        self._deeds = RowDeeds(services, theme, self.ledger, self.model, self)
        self._deeds.told.connect(self.message)
        self._deeds.changed.connect(self._changed_here)
        self._search = self._sub_title = ""
        self._base = Query(ledger)
        self._choice = 0  # what was chosen, counted: rows that were found for an older choice are not shown
        self._counter = QTimer(self, singleShot=True, interval=0)
        self._counter.timeout.connect(self._count)
        self._set_up_grid()
        self._set_up_bar()
        self._set_up_version()
        self.ui.version.currentIndexChanged.connect(self._show)
        self._extra = extra_for(ledger, services, theme)
        self._set_up_extra()
        self._put_icons()
        theme.changed.connect(self._put_icons)
        self._look_empty()
        self._recount()

    # --- setting up

    def _set_up_grid(self) -> None:
        ui = self.ui
        ui.grid.set_up(self.theme, self.model)
        self.columns = ColumnChoice(self.services, ui.grid)
        self.drawer = Drawer(ui.panel, ui.gridSide, ui.gridBox, ui.details, ui.grid)
        ui.grid.setAccessibleName(f"{self.ledger.title}台账")
        ui.panel.set_up(self.theme, self.services)
        ui.grid.cell_changed.connect(self._tell_cell)
        ui.grid.cells_selected.connect(self._tell_counts)
        ui.grid.pasted.connect(self._tell_pasted)
        ui.grid.row_menu.connect(self._row_menu)
        ui.panel.restore.connect(self._deeds.restore)
        ui.panel.history.connect(self._deeds.all_history)
        ui.panel.retire.connect(self._deeds.retire)
        self.model.refused.connect(self._refused)
        self.model.written.connect(self._written)

    def _set_up_bar(self) -> None:
        ui = self.ui
        ui.chips.set_chips(self._views.chips())
        ui.chips.chosen.connect(self._choose_view)
        ui.importSheet.clicked.connect(self._import)
        ui.report.clicked.connect(self._report)
        ui.report.setVisible(self.ledger.form is not None)
        ui.add.clicked.connect(self._add)
        ui.emptyDo.clicked.connect(self._empty_do)
        for keys, slot in (
            ("Ctrl+I", self._import),
            ("Ctrl+P", self._report),
            ("Ctrl+N", self._add),
            ("F4", self.drawer.toggle),
            ("Ctrl+Z", self._deeds.undo),
            ("Ctrl+Y", self._deeds.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _set_up_version(self) -> None:
        """Offer the versions of a list (the parent rows) where the ledger has one."""
        parent = self.ledger.parent
        self.ui.version.setVisible(parent is not None)
        if parent is None:
            return
        version = self.ui.version
        chosen = version.currentData()
        version.blockSignals(True)  # noqa: FBT003  Qt's own
        version.clear()
        version.addItem("全部清单版本", "")
        for row in self.services.reader.rows(Query(parent.ledger)):
            version.addItem(str(row.values.get(parent.title) or "没有名称的清单"), row.uid)
        version.setCurrentIndex(max(version.findData(chosen), 0))
        version.blockSignals(False)  # noqa: FBT003

    def _set_up_extra(self) -> None:
        if self._extra is not None:
            self.ui.panel.add_extra(self._extra)
            self._extra.message.connect(self.message)
            self._extra.changed.connect(self._changed_here)

    def _put_icons(self) -> None:
        ui, theme = self.ui, self.theme
        for button, name, colour in (
            (ui.importSheet, "file-import", "text_2"),
            (ui.report, "file-text", "text_2"),
            (ui.add, "plus", "accent_text"),
        ):
            button.setIcon(theme.icon(name, colour, 16))
            button.setIconSize(QSize(16, 16))
        ui.details.setIcon(theme.icon("layout-sidebar-right"))
        ui.details.setIconSize(QSize(20, 20))
        ui.emptyPicture.setPixmap(theme.pixmap("table", "text_3", 40))

    # --- the shell's questions

    @property
    def title(self) -> str:
        """The ledger's title."""
        return self.ledger.title

    @property
    def sub_title(self) -> str:
        """The counts in one line."""
        return self._sub_title

    def shown(self, argument: object = None) -> None:
        """Show what was asked for: a query's rows, or one row by its uid."""
        if isinstance(argument, Query):
            self._show_query(argument)
        elif isinstance(argument, str) and argument:
            self._show_row(argument)
        self.ui.grid.setFocus()
        self._tell_counts(0)

    def search(self, text: str) -> None:
        """Narrow the rows to those that the text finds."""
        if text != self._search:
            self._search = text
            self._show()

    def refresh(self, changed: frozenset[str]) -> None:
        """Read again what these ledgers touch; the cursor stays on its row."""
        related = {self.ledger.name} | (self._derived.ledgers if self._derived else frozenset())
        related |= {column.target for column in self.ledger.columns if column.target}
        if self._extra is not None:
            related |= self._extra.ledgers
        if changed & related:
            self._keep_place(self.model.refresh)
            if self.ledger.parent is not None and self.ledger.parent.ledger in changed:
                self._set_up_version()
        self._recount()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Turn the panel into a drawer under 1100 pixels."""
        self.drawer.set_narrow(narrow)

    # --- what is shown

    def _query(self) -> Query:
        filters = self._base.filters
        parent = self.ledger.parent
        version = self.ui.version.currentData() if parent is not None else ""
        if parent is not None and version:
            filters = (*filters, Filter(parent.column, Op.EQ, version))
        sort = self.model.query.sort or self._base.sort
        return replace(self._base, search=self._search, filters=filters, sort=sort)

    def _show(self) -> None:
        self.model.show(self._query())
        self._look_empty()
        self._tell_counts(0)
        if self.model.total:
            self.ui.grid.go_to(0)

    def _choose_view(self, name: str) -> None:
        self._choice += 1
        self.counts.emit("正在找…")
        self._views.find(name, partial(self._show_view, self._choice))

    def _show_view(self, choice: int, query: Query) -> None:
        """Show the rows of a chip; those of a rule may come later, when something else has been chosen."""
        if choice == self._choice:
            self._base = query
            self._show()

    def _show_query(self, query: Query) -> None:
        """Show a query from elsewhere (a number that was clicked); it belongs to a chip only by chance."""
        chip = self._views.name_of(query)
        if chip is None:
            self.ui.chips.clear_choice()
        else:
            self.ui.chips.choose(chip)
        self._choice += 1
        self._base = replace(query, search="")
        self._search = query.search
        self._show()

    def _show_row(self, uid: str) -> None:
        number = self.model.find(uid)
        if number < 0:
            self.ui.chips.choose(ALL)
            self._choice += 1
            self._base, self._search = Query(self.ledger.name), ""
            self._show()
            number = self.model.find(uid)
        if number >= 0:
            self.ui.grid.go_to(number)
        else:
            self.message.emit("这一行已经不在台账里了，可以在“设置”的操作记录里看。")

    def _changed_here(self) -> None:
        self._keep_place(self.model.refresh)
        self._recount()

    def _keep_place(self, change: Callable[[], None]) -> None:
        current = self.ui.grid.currentIndex()
        found = self.model.grid_row(current.row()) if current.isValid() else None
        uid, column = (found.row.uid, current.column()) if found is not None else ("", -1)
        change()
        self._look_empty()
        if uid and self.ui.grid.currentIndex() != current:
            number = self.model.find(uid, current.row())
            if number >= 0:
                self.ui.grid.go_to(number, column)
        now = self.ui.grid.currentIndex()
        self._tell_cell(now.row(), now.column())

    def _look_empty(self) -> None:
        ui = self.ui
        nothing = self.model.total == 0
        ui.stack.setCurrentWidget(ui.emptySide if nothing else ui.gridSide)
        if not nothing:
            return
        whole = self._query() == Query(self.ledger.name)
        if whole:
            ui.emptyTitle.setText(f"{self.ledger.title}台账还是空的")
            ui.emptyHint.setText(self.ledger.hint)
            ui.emptyDo.setText("导入一张表")
        else:
            ui.emptyTitle.setText("没有符合的行")
            ui.emptyHint.setText("换一个词搜，或者看全部。")
            ui.emptyDo.setText("看全部")

    def _empty_do(self) -> None:
        if self._query() == Query(self.ledger.name):
            self._import()
            return
        self.ui.version.setCurrentIndex(0)
        everything = Query(self.ledger.name)
        self._show_query(everything)
        self.go.emit(ledger_page(self.ledger.name), everything)  # the shell empties its search box, too

    # --- counts

    def _recount(self) -> None:
        """Have the chips counted, after the events that are due, so that the page shows first."""
        self._counter.start()

    def _count(self) -> None:
        self.services.count_views(self.ledger.name, self._counted)

    def _counted(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        for chip in self._views.chips():
            self.ui.chips.set_count(chip.name, counts.get(chip.name))
        self._tell_sub_title()

    def _tell_sub_title(self) -> None:
        parts = []
        for name, title in (("officers", "执法"), ("auxiliaries", "辅助")):
            if self.ledger.name == "people" and self._counts.get(name):
                parts.append(f"{title} {self._counts[name]:,} 人")
        total = self._counts.get(ALL, self.model.total)
        text = "，".join(parts) if parts else f"共 {total:,} 行"
        if text != self._sub_title:
            self._sub_title = text
            self.head_changed.emit()

    def _tell_counts(self, selected: int) -> None:
        text = f"共 {self.model.total:,} 行"
        self.counts.emit(f"{text}    已选 {selected:,} 格" if selected else text)

    # --- the cell

    def _tell_cell(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            self.ui.panel.clear()
            if self._extra is not None:
                self._extra.clear()
            return
        self.ui.panel.tell(self.model, row, column)
        found = self.model.grid_row(row)
        if self._extra is not None and found is not None:
            self._extra.tell(found.row)

    def _row_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        for text, keys, slot in (
            ("修改", "F2", self._edit_here),
            ("复制", "Ctrl+C", self.ui.grid.copy),
            ("清空", "Delete", self.ui.grid.clear_cells),
            ("照上一格填", "Ctrl+D", self.ui.grid.fill_down),
            ("全部历史", "", self._history_here),
            ("移出这一行…", "", self._retire_here),
        ):
            action = QAction(f"{text}\t{keys}" if keys else text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        menu.exec(point)

    def _edit_here(self) -> None:
        self.ui.grid.edit(self.ui.grid.currentIndex())

    def _uid_here(self) -> str:
        found = self.model.grid_row(self.ui.grid.currentIndex().row())
        return found.row.uid if found is not None else ""

    def _history_here(self) -> None:
        self._deeds.all_history(self._uid_here())

    def _retire_here(self) -> None:
        self._deeds.retire(self._uid_here())

    # --- deeds

    def _add(self) -> None:
        from township_ledger.ui.dialogs.row_dialog import RowDialog

        fixed = {}
        parent = self.ledger.parent
        if parent is not None and self.ui.version.currentData():
            fixed[parent.column] = self.ui.version.currentData()
        dialog = RowDialog(self.services, self.ledger, f"添加{self.ledger.title}", fixed, self)
        if dialog.exec():
            self.model.refresh()
            self._look_empty()
            self._recount()
            self._show_row(dialog.uid)
            self.message.emit("已添加 1 行，可撤销")

    def _import(self) -> None:
        self.go.emit("import", ImportRequest(self.ledger.name))

    def _report(self) -> None:
        self.go.emit("report", self.ledger.name)

    def _refused(self, code: str, params: Mapping[str, Param]) -> None:
        self.message.emit(sentence(code, **params))

    def _written(self) -> None:
        now = self.ui.grid.currentIndex()
        self._tell_cell(now.row(), now.column())
        self._recount()

    def _tell_pasted(self, rows: int) -> None:
        self.message.emit(f"粘贴了 {rows} 行" if rows else "剪贴板里没有可以粘贴的文字")

    # --- a file dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show the preview of an import, or the verdict on a bundle."""
        path = dropped_files(event.mimeData())[0]
        event.acceptProposedAction()
        if path.suffix.lower() == ".asics":
            self.go.emit("verify", path)
        else:
            self.go.emit("import", ImportRequest(self.ledger.name, path))

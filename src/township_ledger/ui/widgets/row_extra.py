"""What a ledger says about a whole row, in the panel: the dated events of a certificate, who attended a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from township_ledger.domain.rows import Filter, Op, Query, Sort
from township_ledger.ui.services import EditRequest, EditResult
from township_ledger.words import sentence

if TYPE_CHECKING:
    from township_ledger.domain.rows import Row
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme

_MOST_HEIGHT = 40 * 26  # beyond it the list scrolls by itself
_UID = int(Qt.ItemDataRole.UserRole)


class RowExtra(QWidget):
    """Rows of a second ledger that belong to the row under the cursor, with one way to add and one to take out.

    Signals:
        message(text): what is true now.
        changed(): rows of the second ledger came or went.
    """

    message = Signal(str)
    changed = Signal()

    def __init__(
        self, services: Services, theme: Theme, ledger: str, link: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services, self.theme = services, theme
        self.ledger = services.reader.ledgers()[ledger]
        self.link = link
        self.row: Row | None = None
        self.heading = QLabel()
        self.heading.setProperty("look", "h2")
        self.list = QListWidget()
        self.list.setProperty("look", "plain")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(self.list.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._out = QAction("移出选中的", self.list)
        self._out.setShortcut("Delete")
        self._out.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._out.triggered.connect(self._take_out)
        self.list.addAction(self._out)
        self.out = QPushButton("移出选中的")
        self.out.setProperty("look", "flat")
        self.out.clicked.connect(self._take_out)
        self.list.itemSelectionChanged.connect(self._selected)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.list)

    @property
    def ledgers(self) -> frozenset[str]:
        """The ledgers that are read."""
        return frozenset({self.ledger.name})

    def tell(self, row: Row) -> None:
        """Show what belongs to a row."""
        self.row = row
        self.read()

    def clear(self) -> None:
        """Show nothing."""
        self.row = None
        self.list.clear()

    def query(self) -> Query:
        """Return the query of the rows that belong to the row."""
        uid = self.row.uid if self.row is not None else ""
        return Query(self.ledger.name, filters=(Filter(self.link, Op.EQ, uid),))

    def lines(self, rows: list[Row]) -> list[str]:
        """Return one line of text for each row."""
        raise NotImplementedError

    def title(self, count: int) -> str:
        """Return the heading."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the rows and show them."""
        rows = list(self.services.reader.rows(self.query())) if self.row is not None else []
        self.list.clear()
        for row, line in zip(rows, self.lines(rows), strict=True):
            item = QListWidgetItem(line)
            item.setData(_UID, row.uid)
            item.setToolTip(line)
            self.list.addItem(item)
        self.heading.setText(self.title(len(rows)))
        self.list.setVisible(bool(rows))
        heights = [self.list.sizeHintForRow(place) for place in range(len(rows))]
        self.list.setFixedHeight(min(sum(heights) + 4, _MOST_HEIGHT))
        self._selected()

    def _selected(self) -> None:
        self.out.setEnabled(bool(self.list.selectedItems()))

    def _take_out(self) -> None:
        for item in self.list.selectedItems():
            request = EditRequest(self.ledger.name, str(item.data(_UID)), retire=True)
            self.services.edit(request, self.done)

    def done(self, result: EditResult) -> None:
        """Show what became of adding or taking out."""
        if result.code:
            self.message.emit(sentence(result.code, **result.params))
            return
        self.read()
        self.message.emit("已保存，可撤销")
        self.changed.emit()


class CertificateEvents(RowExtra):
    """The dated events of a certificate, newest first, and 添加异动."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, "certificate_events", "certificate", parent)
        add = QPushButton("添加异动")
        add.clicked.connect(self.add)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addWidget(self.out)
        line.addStretch(1)
        self.box.addLayout(line)
        self.list.setAccessibleName("证件异动")

    @property
    def ledgers(self) -> frozenset[str]:
        """The events."""
        return frozenset({"certificate_events"})

    def query(self) -> Query:
        """Return the events, newest first."""
        base = super().query()
        return Query(base.ledger, filters=base.filters, sort=(Sort("date", descending=True),))

    def title(self, count: int) -> str:
        """Return the heading."""
        return f"证件异动 {count} 笔" if count else "还没有证件异动"

    def lines(self, rows: list[Row]) -> list[str]:
        """Return date, event, end and document of each."""
        result = []
        for row in rows:
            values = row.values
            day = values.get("date") or "没有日期"
            until = f"（至 {values['until']}）" if values.get("until") else ""
            document = str(values.get("document_no") or "缺文号")
            draft = "，先作草稿" if row.draft else ""
            result.append(f"{day} {values.get('event') or '没写异动'}{until} {document}{draft}")
        return result

    def add(self) -> None:
        """Ask for one event of this certificate."""
        from township_ledger.ui.dialogs.row_dialog import RowDialog

        if self.row is None:
            return
        number = str(self.row.values.get("certificate_no") or "")
        if not number:
            self.message.emit("这本证还没有证号，先把证号写上再添加异动。")
            return
        title = f"{number} 添加异动"
        dialog = RowDialog(self.services, self.ledger, title, {"certificate": self.row.uid}, self.window())
        if dialog.exec():
            self.done(EditResult(dialog.uid, None))


class SessionAttendance(RowExtra):
    """Who attended a session: names, a field that adds one, and taking out."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, "attendance", "session", parent)
        self.list.setAccessibleName("参训人员")
        self.list.setSelectionMode(self.list.SelectionMode.ExtendedSelection)
        self.name = QLineEdit()
        self.name.setPlaceholderText("加一个人：姓名，回车")
        self.name.setAccessibleName("加一个参训人")
        self.name.returnPressed.connect(self.add)
        self.box.insertWidget(1, self.name)  # above the list, however long that is
        line = QHBoxLayout()
        line.addWidget(self.out)
        line.addStretch(1)
        self.box.addLayout(line)

    def title(self, count: int) -> str:
        """Return the heading."""
        return f"参训 {count} 人" if count else "还没有参训人员"

    def lines(self, rows: list[Row]) -> list[str]:
        """Return each name, with the hours where they are the person's own."""
        people = {str(row.values["person"]) for row in rows if row.values.get("person")}
        labels = self.services.reader.labels("people", people)
        result = []
        for row in rows:
            fault = row.faults.get("person")
            name = fault.text if fault is not None else labels.get(str(row.values.get("person")), "没写姓名")
            hours = row.values.get("person_hours")
            result.append(
                name
                + (f"  {hours:g} 学时" if isinstance(hours, float | int) else "")
                + ("  草稿" if row.draft else "")
            )
        return result

    def add(self) -> None:
        """Add the typed name to this session; a name that nobody bears is kept as a draft, and said."""
        name = self.name.text().strip()
        if self.row is None or not name:
            return
        self.name.clear()
        texts = {"session": self.row.uid, "person": name}
        self.services.edit(EditRequest("attendance", None, texts), self.done)


def extra_for(ledger: str, services: Services, theme: Theme) -> RowExtra | None:
    """Return what the panel says beyond the cell; None for ledgers without."""
    ledgers = services.reader.ledgers()
    if ledger == "certificates" and "certificate_events" in ledgers:
        return CertificateEvents(services, theme)
    if ledger == "training" and "attendance" in ledgers:
        return SessionAttendance(services, theme)
    return None

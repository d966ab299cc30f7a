"""What the window asks of a page, and which pages there are.

A page is built when it is first opened: the registry imports its module late, so that the first paint waits for
nothing else. The shell (`main_window`) draws title, sub-title and the one search box; the page fills the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.ui.services import Services
    from township_ledger.ui.theme import Theme


class ImportRequest(NamedTuple):
    """What `go("import", …)` may carry: the ledger that was asked for, and a file that was dropped or chosen."""

    ledger: str
    path: Path | None = None


class Page(QWidget):
    """One page of the window.

    Signals:
        go(name, argument): open another page. `name` is a key of `pages_for`; `argument` is handed to its `shown`:
            a `domain.rows.Query` (show these rows), a row's uid (str: put the cursor there), a `Path` (a file to
            import or to verify), an `ImportRequest`, or None.
        message(text): a sentence for the foot bar, in Chinese; what is true now, such as 已写入 42 行.
        counts(text): the left end of the foot bar, such as 共 42 行 · 已选 1 格.
        head_changed(): `title` or `sub_title` has changed.
    """

    go = Signal(str, object)
    message = Signal(str)
    counts = Signal(str)
    head_changed = Signal()

    searches = False
    """Whether the shell's search box narrows this page's rows (`search`); otherwise it searches all ledgers."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.theme = theme
        self.setObjectName("page")

    @property
    def title(self) -> str:
        """The heading of the page."""
        return ""

    @property
    def sub_title(self) -> str:
        """The line under the heading; empty when there is nothing to say."""
        return ""

    def shown(self, argument: object = None) -> None:
        """Come to the front, with what `go` carried. Called each time, after the page is visible."""

    def refresh(self, changed: frozenset[str]) -> None:
        """Read again: these ledgers changed (their names). Called for visible pages only; hidden ones when shown."""

    def search(self, text: str) -> None:
        """Narrow the rows to those that `text` finds (after the 120 ms debounce of the shell); "" shows all."""

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the window's width has two states
        """Arrange for a window under (True) or over (False) 1100 logical pixels."""

    def may_leave(self) -> bool:
        """Whether the page can be left now; a page that answers False has said why itself."""
        return True


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of the registry. `icon` is the name of a file under `resources/icons/`."""

    title: str
    icon: str
    make: Callable[[Services, Theme], Page]
    sidebar: bool = True


def _today(services: Services, theme: Theme) -> Page:
    from township_ledger.ui.pages.today_page import TodayPage

    return TodayPage(services, theme)


def _bundle(services: Services, theme: Theme) -> Page:
    from township_ledger.ui.pages.bundle_page import BundlePage

    return BundlePage(services, theme)


def _import(services: Services, theme: Theme) -> Page:
    from township_ledger.ui.pages.import_page import ImportPage

    return ImportPage(services, theme)


def _verify(services: Services, theme: Theme) -> Page:
    from township_ledger.ui.pages.verify_page import VerifyPage

    return VerifyPage(services, theme)


def _settings(services: Services, theme: Theme) -> Page:
    from township_ledger.ui.pages.settings_page import SettingsPage

    return SettingsPage(services, theme)


class _LedgerMaker:
    """Makes the page of one ledger."""

    def __init__(self, ledger: str) -> None:
        self.ledger = ledger

    def __call__(self, services: Services, theme: Theme) -> Page:
        from township_ledger.ui.pages.ledger_page import LedgerPage

        return LedgerPage(services, theme, self.ledger)


_LEDGER_ICONS = {"people": "users", "certificates": "id", "training": "school", "powers": "list-check"}
_FIRST_LEDGERS = ("people", "certificates", "training", "powers")


def ledger_page(ledger: str) -> str:
    """Return the name of the page of a ledger, for `Page.go`."""
    return f"ledger:{ledger}"


def pages_for(ledgers: Mapping[str, Ledger]) -> dict[str, PageEntry]:
    """Return every page by its name, in the order of the sidebar: 今日, the ledgers, 报送, 设置; then the hidden ones.

    Names: `today`, `ledger:<name>` for every ledger in use, `bundle`, `settings`, `import`, `verify`.
    """
    first = [name for name in _FIRST_LEDGERS if name in ledgers]
    others = [name for name in ledgers if name not in _FIRST_LEDGERS]
    pages = {"today": PageEntry("今日", "sun", _today)}
    for name in (*first, *others):
        ledger = ledgers[name]
        pages[ledger_page(name)] = PageEntry(
            ledger.title, _LEDGER_ICONS.get(name, "table"), _LedgerMaker(name), sidebar=ledger.sidebar
        )
    pages["bundle"] = PageEntry("报送", "package-export", _bundle)
    pages["settings"] = PageEntry("设置", "settings", _settings)
    pages["import"] = PageEntry("导入预览", "file-import", _import, sidebar=False)
    pages["verify"] = PageEntry("校验报送包", "shield-check", _verify, sidebar=False)
    return pages

"""The counts on the chips of a ledger of many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.ui.pages.ledger_page import LedgerPage

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.theme import Theme


def test_in_a_ledger_of_many_rows_no_rule_is_asked_unbidden(
    services: FakeServices, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("township_ledger.ui.pages.ledger_views.FEW_ROWS", 5)
    page = LedgerPage(services, theme, "people")
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: "全部 48" in page.ui.chips.texts() and not page._to_count)
    assert "今日可执法" in page.ui.chips.texts()
    assert "未达学时" in page.ui.chips.texts()
    assert any(text.startswith("执法人员 ") for text in page.ui.chips.texts())

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from township_ledger.app.manual import chapters

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {"today", "ledger", "import", "bundle", "verify", "settings", "licences"}


def test_every_page_has_its_chapter(resources: Path) -> None:
    found = chapters(resources / "help")
    assert {chapter.name for chapter in found} >= PAGES
    assert all(chapter.title for chapter in found)


def test_the_manual_is_chinese_and_promises_nothing_forbidden(resources: Path) -> None:
    for chapter in chapters(resources / "help"):
        if chapter.name != "licences":
            words = set(re.findall(r"[A-Za-z]{4,}", chapter.text))
            assert words <= {"Ctrl", "Enter", "Delete", "xlsx", "asics"}, chapter.name
        for forbidden in ("电子签名", "电子印章", "！", "密评"):
            assert forbidden not in chapter.text


def test_names_stand_for_pages(tmp_path: Path) -> None:
    (tmp_path / "10-ledger_people.md").write_text("# 人员\n正文", encoding="utf-8")
    (tmp_path / "20-x.txt").write_text("x", encoding="utf-8")
    (only,) = chapters(tmp_path)
    assert (only.name, only.title) == ("ledger:people", "人员")

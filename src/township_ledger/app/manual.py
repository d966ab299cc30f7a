"""The user's manual: `resources/help/<order>-<page>.md`, a chapter each; and the licences as its last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.ui.services import Chapter

if TYPE_CHECKING:
    from pathlib import Path


def chapters(folder: Path) -> list[Chapter]:
    """Return the chapters in order. The first line of a file is its title; `_` in a name stands for “:”."""
    found = []
    for file in sorted(folder.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title = text.partition("\n")[0].lstrip("# ").strip()
        name = file.stem.partition("-")[2].replace("_", ":")
        found.append(Chapter(name, title, text))
    return found

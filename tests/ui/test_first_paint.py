"""What has been loaded when the first page is painted: Qt and that page, nothing heavy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "argon2",
    "cryptography",
    "numpy",
    "openpyxl",
    "pandas",
    "pypdfium2",
    "python_calamine",
    "reportlab",
    "sqlite_utils",
    "xlsxwriter",
)
LATE = (
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "township_ledger.store.home",
    "township_ledger.ui.background",
    "township_ledger.ui.desk",
    "township_ledger.ui.models",
    "township_ledger.ui.services",
)
PROBE = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from township_ledger.app import paths, window
from township_ledger.ui import main_window

class Painted(main_window.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)

def told():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

window.MainWindow = Painted
window.run_window(["--home", sys.argv[1]])
"""


def loaded(home: Path, tmp_path: Path) -> list[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "TOWNSHIP_LEDGER_LOGS": str(tmp_path / "logs"),
        "TOWNSHIP_LEDGER_PREFERENCES": str(tmp_path / "window.ini"),
    }
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, str(home)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    modules: list[str] = json.loads(ended.stdout)
    return modules


def check(modules: list[str]) -> None:
    for heavy in HEAVY:
        assert not [name for name in modules if name == heavy or name.startswith(f"{heavy}.")]
    for late in LATE:
        assert not [name for name in modules if name == late or name.startswith(f"{late}.")], late


def test_the_unlock_page_waits_for_nothing_heavy(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "ledger.db").touch()
    slots = {"unit": "示例镇人民政府", "slots": [{"person": "李敏"}]}
    (home / "keys.json").write_text(json.dumps(slots), encoding="utf-8")
    modules = loaded(home, tmp_path)
    assert "township_ledger.ui.pages.unlock_page" in modules
    assert "township_ledger.ui.pages.first_start_page" not in modules
    check(modules)


def test_the_first_start_waits_for_nothing_heavy(tmp_path: Path) -> None:
    modules = loaded(tmp_path / "home", tmp_path)
    assert "township_ledger.ui.pages.first_start_page" in modules
    check(modules)

"""The committed forms are the compiled ones, and a doubtful form stops the build."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def build_forms() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_forms", ROOT / "packaging" / "build_forms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_forms"] = module
    spec.loader.exec_module(module)
    return module


FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Probe</class><widget class="QWidget" name="Probe">
<layout class="QVBoxLayout" name="box"><item><widget class="QLabel" name="one"/></item>
<item><widget class="QLabel" name="{second}"/></item></layout></widget></ui>
"""


def test_the_committed_forms_are_fresh(build_forms: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_forms.main(["--check"]) == 0, capsys.readouterr().out


def test_a_product_has_no_version_and_only_the_imports_it_uses(
    build_forms: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "probe.ui").write_text(FORM.format(second="two"), encoding="utf-8")
    text = build_forms.products(tmp_path)["ui_probe.py"]
    assert "Created by" not in text
    assert "from PySide6.QtWidgets import (QLabel, QVBoxLayout" in text
    assert "QtGui" not in text
    assert "QPushButton" not in text
    compile(text, "ui_probe.py", "exec")


def test_a_name_used_twice_stops_the_build(
    build_forms: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "probe.ui").write_text(FORM.format(second="one"), encoding="utf-8")
    with pytest.raises(build_forms.FormFault, match=r"probe\.ui"):
        build_forms.products(tmp_path)

    def faulty() -> dict[str, str]:
        raise build_forms.FormFault("probe.ui: twice")

    monkeypatch.setattr(build_forms, "products", faulty)
    assert build_forms.main([]) == 1
    assert "probe.ui" in capsys.readouterr().err


def test_stale_products_are_named_written_and_taken_away(build_forms: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "ui_gone.py").write_text("", encoding="utf-8")
    (tmp_path / "ui_old.py").write_text("old", encoding="utf-8")
    wanted = {"ui_old.py": "new", "ui_new.py": "new"}
    assert build_forms.stale(wanted, tmp_path) == ["ui_gone.py", "ui_new.py", "ui_old.py"]
    assert build_forms.write(wanted, tmp_path) == ["ui_gone.py", "ui_new.py", "ui_old.py"]
    assert build_forms.stale(wanted, tmp_path) == []
    assert not (tmp_path / "ui_gone.py").exists()

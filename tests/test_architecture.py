"""What holds the house together: contracts, words, and what may not be committed."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from township_ledger import words

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "township_ledger"
CODE = re.compile(r"[a-z]+(?:\.[a-z][a-z0-9_]*)+")
# A name of a file is no code, even when its first part is a subject.
FILE_NAME = re.compile(r".*\.(?:json|pdf|xlsx|csv|db|txt|asics|p7s|pem|zip|toml|tlb|log|lock|svg|md|new|ini)")

# Dotted names that are never told: keys of a plan pack, and the name of a thing to do.
NOT_SAID = frozenset({"plan.id", "plan.version", "plan.title", "today.backup"})


def sources() -> list[Path]:
    return [
        path
        for path in sorted(SOURCE.rglob("*.py"))
        if "generated" not in path.parts and path.parent != SOURCE / "words"
    ]


@cache
def all_sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for module in set(words._SUBJECTS.values()):
        if (SOURCE / "words" / f"{module}.py").exists():
            found.update(importlib.import_module(f"township_ledger.words.{module}").SENTENCES)
    return found


def _is_code(text: str) -> bool:
    if text in all_sentences():
        return True
    is_dotted = CODE.fullmatch(text) is not None and text.partition(".")[0] in words._SUBJECTS
    if not is_dotted or text in NOT_SAID or FILE_NAME.fullmatch(text):
        return False
    return not (SOURCE / f"{text.replace('.', '/')}.py").exists()  # a module's name


@cache
def used_codes() -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Return the codes that stand whole in the source (code → place), and the (beginning, end) of those built there."""
    whole: dict[str, str] = {}
    built: set[tuple[str, str]] = set()
    for path in sources():
        tree = ast.parse(path.read_text("utf-8"))
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            if id(node) in parts:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_code(node.value):
                whole[node.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
            elif isinstance(node, ast.JoinedStr):
                first, last = node.values[0], node.values[-1]
                start = first.value if isinstance(first, ast.Constant) else ""
                end = last.value if isinstance(last, ast.Constant) else ""
                if isinstance(start, str) and start.partition(".")[0] in words._SUBJECTS and "." in start:
                    built.add((start, str(end) if last is not first else ""))
    return whole, built


def test_every_subject_has_its_module() -> None:
    missing = [
        module for module in words._SUBJECTS.values() if not (SOURCE / "words" / f"{module}.py").exists()
    ]
    assert missing == []


def test_every_code_of_the_source_has_a_sentence() -> None:
    whole, built = used_codes()
    unknown = {code: place for code, place in whole.items() if code not in all_sentences()}
    assert unknown == {}
    empty = [
        (start, end)
        for start, end in built
        if not any(code.startswith(start) and code.endswith(end) for code in all_sentences())
    ]
    assert empty == []


def test_every_sentence_is_used() -> None:
    whole, built = used_codes()
    unused = [
        code
        for code in all_sentences()
        if code not in whole
        and not any(code.startswith(start) and code.endswith(end) for start, end in built)
    ]
    assert unused == []


def test_sentences_are_plain_chinese() -> None:
    """No exclamation mark, no blame, and no word of English that is not a name of a file, a product or a verb."""
    allowed = {
        "json", "csv", "pem", "pdf", "xlsx", "xls", "xlsm", "ods", "et", "docx", "doc", "html", "wps", "excel", "xml",
        "dtd", "gbk", "gb", "utf", "bom", "ole", "openssl", "sha", "sm", "usb", "id", "tlb", "asics", "toml", "rfc",
        "windows", "libreoffice", "qt", "cms", "zip", "crc", "mb", "gib", "kb", "h", "mulan", "psl", "v", "ofd", "der",
    }  # fmt: skip
    bad: dict[str, list[str]] = {}
    for code, sentence in all_sentences().items():
        if (
            code.startswith(("cli.", "definition.", "plan.")) or code == "report.unknown"
        ):  # verbs, options, keys
            continue
        plain = re.sub(
            r"\{[^}]*\}|“[^”]*”|\.[a-z]+|[A-Za-z0-9_.-]+\.[a-z]{2,5}\b|\bX\b|\b\d*[A-Z]\d*\b", " ", sentence
        )
        strange = [word for word in re.findall(r"[A-Za-z]+", plain) if word.lower() not in allowed]
        if strange or "！" in sentence or "!" in sentence:
            bad[code] = strange or ["！"]
    assert bad == {}


def test_the_mark_is_never_called_what_it_is_not() -> None:
    """In our own words it is 校验标记, never 电子签名 or 电子印章 (商用密码管理条例 art. 24, 30)."""
    shown = [
        *SOURCE.rglob("*.py"),
        *(ROOT / "forms").rglob("*.ui"),
        *(ROOT / "resources" / "help").rglob("*.*"),
    ]
    hits = [str(path) for path in shown if re.search("电子签名|电子印章|电子签章", path.read_text("utf-8"))]
    assert hits == []


def test_import_contracts_hold() -> None:
    """The layers and the forbidden imports of ARCHITECTURE.md (import-linter, configured in pyproject.toml)."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def _committed() -> list[Path]:
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name]


def test_no_index_and_no_path_of_a_machine_is_committed() -> None:
    """The hosts are asked of pip's settings, so that none is named here."""
    settings = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    hosts = set(re.findall(r"https?://(?:[^@/\s'\"]*@)?([^/:\s'\"]+)", settings))
    marks = [*hosts, f"{ROOT}/"]
    bad = []
    for path in _committed():
        if path.is_file() and path.suffix not in {".ttf", ".xlsx", ".png", ".pdf"}:
            text = path.read_bytes().decode("utf-8", "replace")
            bad += [f"{path.relative_to(ROOT)}: {mark}" for mark in marks if mark in text]
    assert bad == []


def test_only_the_folders_of_the_house_stand_at_the_top() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in _committed() if len(path.relative_to(ROOT).parts) > 1}
    assert {top for top in tops if not top.startswith(".")} <= {
        "forms",
        "resources",
        "src",
        "tests",
        "packaging",
    }


@pytest.mark.parametrize("library", ["PySide6", "numpy", "pandas", "reportlab", "openpyxl", "cryptography"])
def test_the_command_line_starts_without(library: str) -> None:
    """`--help` needs none of them; that working verbs never import PySide6 is tested with the verbs."""
    program = (
        "import sys; from township_ledger.app.entry import main; main(['--help']); "
        f"sys.exit(3 if {library!r} in sys.modules else 0)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0


PROBE = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
class Sender(QObject):
    sent = Signal(int)
sender, label = Sender(), QLabel("x")
sender.sent.connect(label.setNum)
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range(500):
    sender.sent.emit(number)
    label.update()
    label.setText("a")
after = sys.getrefcount(None), sys.getrefcount(True)
sys.exit(0 if all(b - a > -50 for a, b in zip(before, after)) else 3)  # from 3.12 on None may only gain
"""


def test_qt_does_not_eat_references() -> None:
    """A PySide6 that takes a reference of None or True with each call ends in an abort of the interpreter."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()

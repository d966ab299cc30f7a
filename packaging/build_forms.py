"""Compile `forms/*.ui` into `src/township_ledger/ui/generated/`; with `--check`, only say whether they are fresh.

The compiled forms are committed, so a fresh clone runs without Qt's tools. A warning of `uic` is an error here: it
renames a widget whose name is used twice, and the page would speak to the wrong one. The line with Qt's version is
dropped, so that two developers' products are equal.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "forms"
GENERATED = ROOT / "src" / "township_ledger" / "ui" / "generated"
OPTIONS = ("--from-imports", "--rc-prefix", "--no-autoconnection")
_VERSION_LINE = "## Created by:"
_QT_IMPORT = re.compile(r"^from (?P<module>PySide6\.\w+) import \((?P<names>[^)]*)\)\n", re.MULTILINE)


class FormFault(Exception):
    """A form that `uic` refused or warned about."""


def uic() -> Path:
    """Return the form compiler that belongs to the running interpreter."""
    name = "pyside6-uic.exe" if sys.platform == "win32" else "pyside6-uic"
    return Path(sys.executable).parent / name


def compile_form(form: Path) -> str:
    """Return the Python text of one form.

    Raises:
        FormFault: `uic` ended badly or said anything.
    """
    ended = subprocess.run(
        [str(uic()), *OPTIONS, str(form)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if ended.returncode or ended.stderr.strip():
        raise FormFault(f"{form.name}: {ended.stderr.strip() or f'uic ended with {ended.returncode}'}")
    lines = [line for line in ended.stdout.splitlines() if not line.startswith(_VERSION_LINE)]
    return prune_imports("\n".join(lines) + "\n")


def prune_imports(text: str) -> str:
    """Return a product without the imports that it does not use.

    `uic` imports some forty classes for every form, and PySide builds each class when it is first imported: the
    namespace `Qt` alone costs 20 ms, which the first paint would wait for.
    """
    body = _QT_IMPORT.sub("", text)

    def kept(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found["names"]) if re.search(rf"\b{name}\b", body)]
        return f"from {found['module']} import ({', '.join(names)})\n" if names else ""

    return _QT_IMPORT.sub(kept, text)


def products(forms: Path = FORMS) -> dict[str, str]:
    """Return the text of every product by its file name."""
    return {f"ui_{form.stem}.py": compile_form(form) for form in sorted(forms.glob("*.ui"))}


def stale(wanted: dict[str, str], folder: Path = GENERATED) -> list[str]:
    """Return the names of products that are missing, differ, or have no form any more."""
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("ui_*.py")}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def write(wanted: dict[str, str], folder: Path = GENERATED) -> list[str]:
    """Write the products that are not fresh, take away those without a form, and return their names."""
    changed = stale(wanted, folder)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Compile, or check; 1 when something is stale or faulty."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; end with 1 when a product is stale"
    )
    options = parser.parse_args(arguments)
    try:
        wanted = products()
    except FormFault as fault:
        print(fault, file=sys.stderr)
        return 1
    changed = stale(wanted) if options.check else write(wanted)
    for name in changed:
        print(f"{'stale' if options.check else 'written'}: {name}")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())

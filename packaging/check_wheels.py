"""Ask whether every library of the run list has a wheel for each platform we ship to (run by hand; needs the network).

`.venv/bin/python packaging/check_wheels.py` prints a table: one row a platform, and what is missing there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent / "requirements" / "run.txt"
# platform as uv names it → Pythons
PLATFORMS = {
    "x86_64-pc-windows-msvc": ("3.11", "3.12", "3.13"),
    "x86_64-manylinux_2_28": ("3.11", "3.12", "3.13"),
    "aarch64-manylinux_2_31": ("3.11", "3.12", "3.13"),
}


def resolves(platform: str, python: str, folder: Path) -> str:
    """Return "" when every pinned library has a wheel there, else what uv says."""
    done = subprocess.run(
        [sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--only-binary", ":all:", "--no-deps",
         "--require-hashes", "--python-platform", platform, "--python-version", python,
         "--target", str(folder), "-r", str(REQUIREMENTS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stderr.strip()


def main() -> int:
    """Print the table; ends with 1 when a wheel is missing."""
    folder = REQUIREMENTS.parent.parent.parent / "build" / "wheels"
    missing = 0
    for platform, pythons in PLATFORMS.items():
        for python in pythons:
            told = resolves(platform, python, folder)
            missing += bool(told)
            print(f"{platform:28} {python}  {told or 'all wheels there'}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

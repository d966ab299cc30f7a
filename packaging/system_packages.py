"""What the program needs of a bare Debian or UOS beside Python: Qt's system libraries and a Chinese font."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# library that Qt loads at run time → Debian package that brings it
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# commands that the tests call as a stranger would → Debian package
_TEST_COMMANDS = {"openssl": "openssl", "pdftotext": "poppler-utils"}
_FONT_PACKAGE = "fonts-wqy-microhei"
_FONT_MARKS = (
    "wqy",
    "cjk",
    "notosanssc",
    "notoserifsc",
    "sourcehan",
    "simsun",
    "msyh",
    "uming",
    "ukai",
    "droidfallback",
)


def _library_missing(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return True
    return False


def _font_missing() -> bool:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
    names = (
        path.name.lower().replace("-", "").replace("_", "")
        for folder in folders
        for path in folder.rglob("*.[to]t[fc]")
    )
    return not any(mark in name for name in names for mark in _FONT_MARKS)


def missing(*, for_tests: bool, for_venv: bool) -> list[str]:
    """Return the Debian packages that this machine lacks (nothing on Windows)."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for library, package in _LIBRARIES.items() if _library_missing(library)]
    if _font_missing():
        packages.append(_FONT_PACKAGE)
    if for_tests:
        packages += [package for command, package in _TEST_COMMANDS.items() if shutil.which(command) is None]
    if for_venv:
        packages.append("python3-venv")
    return packages


def install(packages: list[str]) -> bool:
    """Install Debian packages when this user may; otherwise print the one line to run. Returns whether they are there."""
    if not packages:
        return True
    line = "apt-get install --yes --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None:
        print("Missing system libraries (Debian's names): " + " ".join(packages), file=sys.stderr)
        return False
    if os.geteuid() != 0:
        print(f"Missing system packages. Run this line, then start again:\n  sudo {line}", file=sys.stderr)
        return False
    print("Installing system packages: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)  # noqa: S607
    done = subprocess.run([*line.split(), "-qq"], env=environment, check=False)
    if done.returncode != 0:
        print(f"apt-get could not install them. Try by hand:\n  {line}", file=sys.stderr)
        return False
    return True

"""Make the hash-pinned lists anew: `.venv/bin/python packaging/lock.py` (needs the network).

`run.in`, `build.in` and `test.in` are written by hand; the `.txt` beside each holds the exact versions for every
platform and Python that the project supports, with the hashes of all their files. No index is named in them: pip uses
the one of the machine.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent / "requirements"


def compile_list(name: str, *constraints: str, upgrade: bool) -> None:
    """Write `name`.txt from `name`.in; packages that are also in `constraints` get the same version."""
    command = [
        sys.executable, "-m", "uv", "pip", "compile", f"{name}.in", "--output-file", f"{name}.txt",
        "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url",
        "--no-emit-find-links", "--python-version", "3.11", "--quiet",
    ]  # fmt: skip
    for constraint in constraints:
        command += ["--constraint", f"{constraint}.txt"]
    if upgrade:
        command.append("--upgrade")
    subprocess.run(command, cwd=REQUIREMENTS, check=True)


def main(arguments: list[str]) -> int:
    """Compile the lists; with `--upgrade`, take the newest versions that the `.in` files allow."""
    upgrade = "--upgrade" in arguments
    compile_list("run", upgrade=upgrade)
    compile_list("build", "run", upgrade=upgrade)
    compile_list("test", "run", "build", upgrade=upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

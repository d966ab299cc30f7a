"""When a window has been painted, seen from outside: the framebuffer of an Xvfb of its own is watched.

A program's own clock cannot say when its picture stood on the screen. Here each run gets a fresh Xvfb whose
framebuffer is a file; `settled` is the first moment at which the picture equals (to 99.5 %) the one that stayed.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import shutil
import signal
import struct
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

WIDTH, HEIGHT = 1366, 768
_STEP = 8  # every eighth pixel of every eighth line is looked at


@contextlib.contextmanager
def screen(folder: Path) -> Iterator[tuple[str, memoryview]]:
    """Start an Xvfb; yields its display and the live framebuffer as 32-bit pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{WIDTH}x{HEIGHT}x24",
            "-fbdir",
            str(folder),
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(
        reading
    ) as answer:  # the number and its line end are written apart: read to the end of the line
        display = answer.readline().strip()
    with (folder / "Xvfb_screen0").open("rb") as file:
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    header = struct.unpack(">I", memory[:4])[0]
    colours = struct.unpack(">I", memory[76:80])[0]
    start = header + colours * 12
    whole = memoryview(memory)
    pixels = whole[start : start + WIDTH * HEIGHT * 4].cast("I")
    try:
        yield f":{display}", pixels
    finally:
        pixels.release()
        whole.release()
        memory.close()
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _sample(pixels: memoryview) -> bytes:
    parts = (pixels[line * WIDTH : (line + 1) * WIDTH : _STEP].tobytes() for line in range(0, HEIGHT, _STEP))
    return b"".join(parts)


def _different(one: bytes, other: bytes) -> float:
    if one == other:
        return 0.0
    a, b = memoryview(one).cast("I"), memoryview(other).cast("I")
    return sum(x != y for x, y in zip(a, b, strict=True)) / len(a)


def settled(
    command: Sequence[str],
    folder: Path,
    *,
    quiet: float = 1.2,
    limit: float = 40.0,
    env: Mapping[str, str] | None = None,
) -> float:
    """Return the seconds from the start of `command` to its settled picture.

    `quiet` is how long nothing more than a blinking cursor may change before the picture counts as settled.

    Raises:
        RuntimeError: nothing was painted, or the program ended; with what it said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with screen(folder / "fb") as (display, pixels), (folder / "said").open("w+b") as said:
        environment = {**(os.environ if env is None else env), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        blank = last_sample = _sample(pixels)
        seen: list[tuple[float, bytes]] = []
        start = last_change = time.monotonic()
        process = subprocess.Popen(
            list(command),
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )
        try:
            while time.monotonic() - start < limit and process.poll() is None:
                time.sleep(0.003)
                now, sample = time.monotonic(), _sample(pixels)
                if sample != last_sample:
                    if _different(sample, last_sample) > 0.003:
                        last_change = now
                    seen.append((now - start, sample))
                    last_sample = sample
                if seen and _different(last_sample, blank) > 0.01 and now - last_change > quiet:
                    break
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            said.seek(0)
            last_words = said.read()[-2000:].decode("utf-8", "replace")
    for moment, sample in seen:
        if _different(sample, last_sample) <= 0.005:
            return moment
    raise RuntimeError(f"nothing was painted by {' '.join(command)}: {last_words}")

"""The limits of a reader: tried in real processes on Linux; on Windows by the calls they would make."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from township_ledger.app.process_limits import Limits, LinuxLimits, NoLimits, ProcessLimits, limits_of
from township_ledger.app.windows_limits import ExtendedLimits, WindowsLimits, extended_limits

if TYPE_CHECKING:
    from collections.abc import Callable

linux = pytest.mark.skipif(sys.platform != "linux", reason="rlimits and prctl")
START = (
    f"import sys; sys.path[:] = {[folder for folder in sys.path if folder]!r}\n"
    "from township_ledger.app.process_limits import Limits, limits_of\n"
)


def run(code: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", START + code], capture_output=True, timeout=60, check=False
    )


def test_each_system_has_its_limits() -> None:
    assert isinstance(limits_of("linux"), LinuxLimits)
    assert isinstance(limits_of("win32"), WindowsLimits)
    other: ProcessLimits = limits_of("sunos5")
    assert isinstance(other, NoLimits)
    other.restrain(Limits())
    other.alive(Limits())


@linux
def test_a_worker_lets_the_window_go_first() -> None:
    done = run(
        "import os\n"
        "from township_ledger.app.process_limits import give_way\n"
        "before = os.nice(0)\n"
        "give_way()\n"
        "print(os.nice(0) - before if before < 15 else 5)"
    )
    assert done.stdout.strip() == b"5"


@linux
def test_what_is_set_on_linux() -> None:
    done = run(
        "limits_of('linux').restrain(Limits(memory=2**30, cpu_seconds=7, wall_seconds=50))\n"
        "import json, resource, signal\n"
        "names = ('RLIMIT_AS', 'RLIMIT_DATA', 'RLIMIT_CPU', 'RLIMIT_CORE')\n"
        "found = {name: resource.getrlimit(getattr(resource, name)) for name in names}\n"
        "status = open('/proc/self/status').read()\n"
        "found['privileges'] = 'NoNewPrivs:\\t1' in status\n"
        "found['alarm'] = signal.alarm(0)\n"
        "import ctypes\n"
        "found['dumpable'] = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "print(json.dumps(found))"
    )
    assert json.loads(done.stdout) == {
        "RLIMIT_AS": [2**30, 2**30],
        "RLIMIT_DATA": [2**30, 2**30],
        "RLIMIT_CPU": [7, 7],
        "RLIMIT_CORE": [0, 0],
        "privileges": True,
        "alarm": 50,
        "dumpable": 0,
    }


@linux
def test_a_lower_limit_of_the_system_is_kept() -> None:
    done = run(
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (5, 5))\n"
        "limits_of('linux').restrain(Limits())\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU))"
    )
    assert done.stdout.strip() == b"(5, 5)"


@linux
def test_memory_time_and_silence_end_the_process() -> None:
    assert b"MemoryError" in run("limits_of('linux').restrain(Limits()); bytearray(2**31)").stderr
    busy = run("limits_of('linux').restrain(Limits(cpu_seconds=1))\nwhile True: pass")
    assert busy.returncode in {-9, -24}  # SIGKILL or SIGXCPU
    silent = run("limits_of('linux').restrain(Limits(wall_seconds=1)); import time; time.sleep(30)")
    assert silent.returncode == -14  # SIGALRM


@linux
def test_a_sign_of_life_starts_the_clock_anew() -> None:
    done = run(
        "import time\n"
        "system, limits = limits_of('linux'), Limits(wall_seconds=1)\n"
        "system.restrain(limits)\n"
        "for _ in range(4):\n"
        "    time.sleep(0.4)\n"
        "    system.alive(limits)\n"
        "print('alive')"
    )
    assert done.stdout.strip() == b"alive"


class FakeKernel:
    """Records what would be asked of kernel32."""

    def __init__(self, job: int = 77) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._job = job

    def __getattr__(self, name: str) -> Callable[..., int]:
        def called(*arguments: Any) -> int:  # noqa: ANN401 - as ctypes takes them
            self.calls.append((name, arguments))
            return self._job if name == "CreateJobObjectW" else 1

        setattr(self, name, called)
        return called


def test_the_calls_on_windows() -> None:
    kernel = FakeKernel()
    system = WindowsLimits(kernel)
    system.restrain(Limits())
    assert system._timer is not None
    system._timer.cancel()  # or it would end the test run in a minute
    names = [name for name, _ in kernel.calls]
    assert names == [
        "SetErrorMode",
        "WerSetFlags",
        "CreateJobObjectW",
        "SetInformationJobObject",
        "GetCurrentProcess",
        "AssignProcessToJobObject",
    ]
    _, information = kernel.calls[3]
    assert information[0].value == 77
    assert information[1] == 9  # JobObjectExtendedLimitInformation
    assert information[3] == ctypes.sizeof(ExtendedLimits)


def test_a_job_that_is_refused_on_windows_leaves_the_clock() -> None:
    kernel = FakeKernel(job=0)
    limits = WindowsLimits(kernel)
    limits.restrain(Limits())
    assert [name for name, _ in kernel.calls][-1] == "CreateJobObjectW"
    assert limits._timer is not None
    limits._timer.cancel()


def test_the_clock_on_windows_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    ended = threading.Event()
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        ended.set()

    monkeypatch.setattr("os._exit", end)
    limits = WindowsLimits(FakeKernel())
    limits.alive(Limits(wall_seconds=60))
    first = limits._timer
    assert first is not None
    limits.alive(Limits(wall_seconds=0))
    assert ended.wait(5)
    assert codes == [3]
    first.join(5)
    assert not first.is_alive()  # the older clock was stopped


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="64-bit layout")
def test_the_structure_of_windows_has_its_size() -> None:
    assert ctypes.sizeof(ExtendedLimits) == 144
    wanted = extended_limits(Limits(memory=2**30, cpu_seconds=60))
    assert wanted.process_memory == 2**30
    assert wanted.basic.per_process_user_time == 600_000_000
    assert wanted.basic.active_process_limit == 1
    assert wanted.basic.limit_flags == 0x2 | 0x8 | 0x100 | 0x400 | 0x2000
    assert os.name in {"posix", "nt"}

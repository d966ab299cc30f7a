"""Limits that a process puts on itself before it opens bytes from outside.

On Linux by rlimits and prctl. On Windows by a job object and by keeping Windows Error Reporting away; that half is
written against the documented interface and has **not been run on Windows yet** (packaging/RELEASE.md lists it).
Where neither is known, nothing is limited here; the parent's own clock and the bounds of the wire still hold.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Limits(NamedTuple):
    """What one process may use: bytes of memory, seconds of processor, seconds of the wall clock without a sign."""

    memory: int = 1024 * 1024 * 1024
    cpu_seconds: int = 60
    wall_seconds: int = 60


class ProcessLimits(Protocol):
    """The port: one implementation for each system."""

    def restrain(self, limits: Limits) -> None:
        """Limit this process for good; what the system refuses is left as it is."""
        ...

    def alive(self, limits: Limits) -> None:
        """Start the wall clock anew: the process has just given a sign of life."""
        ...


class NoLimits:
    """A system that offers nothing that we know."""

    def restrain(self, limits: Limits) -> None:
        """Do nothing."""

    def alive(self, limits: Limits) -> None:
        """Do nothing."""


class LinuxLimits:
    """rlimits, an alarm whose default action ends the process even while a library holds the interpreter, prctl.

    No parent-death signal: it fires when the *thread* that started the process ends. The reader watches its standard
    input instead (`reader.py`).
    """

    _PR_SET_DUMPABLE = 4
    _PR_SET_NO_NEW_PRIVS = 38

    def restrain(self, limits: Limits) -> None:
        """Set memory, processor time, no core dump, no new privileges, and start the wall clock."""
        if sys.platform == "win32":  # pragma: no cover - `limits_of` never chooses it there
            return
        import resource

        for kind, wanted in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_DATA, limits.memory),
            (resource.RLIMIT_CPU, limits.cpu_seconds),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(kind)
            value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(kind, (value, value))
        # A core handler behind a pipe ignores RLIMIT_CORE; a process that is not dumpable it never gets.
        self._prctl(self._PR_SET_DUMPABLE, 0)
        self._prctl(self._PR_SET_NO_NEW_PRIVS, 1)
        self.alive(limits)

    def alive(self, limits: Limits) -> None:
        """Set the alarm anew."""
        if sys.platform == "win32":  # pragma: no cover
            return
        import signal

        signal.alarm(limits.wall_seconds)

    @staticmethod
    def _prctl(option: int, value: int) -> None:
        import ctypes

        prctl: Callable[..., int] = ctypes.CDLL(None).prctl
        prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))


def give_way() -> None:
    """Let the window go first from now on, on a computer with few cores; processes that this one starts do the same.

    On Linux by 5 steps of niceness, on Windows by the class BELOW_NORMAL (0x4000, not run there yet).
    """
    if sys.platform == "win32":  # pragma: no cover
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), 0x4000)
        return
    import os

    os.nice(5)


def limits_of(platform: str) -> ProcessLimits:
    """Return the limits that a system (`sys.platform`) knows."""
    if platform.startswith("linux"):
        return LinuxLimits()
    if platform == "win32":
        from township_ledger.app.windows_limits import WindowsLimits

        return WindowsLimits()
    return NoLimits()

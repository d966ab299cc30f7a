"""The limits of `process_limits` on Windows: a job object that this process puts itself into. Not run there yet.

Interface: Win32 `CreateJobObjectW`, `SetInformationJobObject` with JOBOBJECT_EXTENDED_LIMIT_INFORMATION,
`AssignProcessToJobObject`; `SetErrorMode` and `WerSetFlags` keep crash dialogs and dumps away. The kernel library is
an argument, so that the calls are tested on any system.
"""

from __future__ import annotations

import ctypes
import os
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from township_ledger.app.process_limits import Limits

_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_PROCESS_TIME = 0x2
_LIMIT_ACTIVE_PROCESS = 0x8
_LIMIT_PROCESS_MEMORY = 0x100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
# no critical-error box, no fault box, no box for a missing file
_ERROR_MODE = 0x1 | 0x2 | 0x8000
# no heap in a report, no user interface, no queue
_WER_FLAGS = 0x1 | 0x2 | 0x20


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),  # in units of 100 ns
        ("per_job_user_time", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION (144 bytes on 64-bit Windows)."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class WindowsLimits:
    """A job object with memory, time, one process, and death instead of a crash dialog."""

    def __init__(self, kernel: Any = None) -> None:  # noqa: ANN401 - a ctypes library has no type
        self._kernel = kernel
        self._job: object = None
        self._timer: threading.Timer | None = None

    def restrain(self, limits: Limits) -> None:
        """Put this process into a job of its own; a refusal leaves it as it is."""
        kernel = self._kernel or ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore]
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetErrorMode(_ERROR_MODE)
        kernel.WerSetFlags(_WER_FLAGS)
        job = kernel.CreateJobObjectW(None, None)
        if job:
            wanted = extended_limits(limits)
            kernel.SetInformationJobObject(
                ctypes.c_void_p(job), _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)
            )
            kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(kernel.GetCurrentProcess()))
            self._job = job  # closing the handle would end the process
        self.alive(limits)

    def alive(self, limits: Limits) -> None:
        """Start the wall clock anew."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(limits.wall_seconds, os._exit, (3,))
        self._timer.daemon = True
        self._timer.start()


def extended_limits(limits: Limits) -> ExtendedLimits:
    """Return the limits as the job object takes them."""
    wanted = ExtendedLimits()
    wanted.basic.limit_flags = (
        _LIMIT_PROCESS_TIME
        | _LIMIT_ACTIVE_PROCESS
        | _LIMIT_PROCESS_MEMORY
        | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        | _LIMIT_KILL_ON_JOB_CLOSE
    )
    wanted.basic.per_process_user_time = limits.cpu_seconds * 10_000_000
    wanted.basic.active_process_limit = 1
    wanted.process_memory = limits.memory
    return wanted

"""Limits that the operating system holds over a child that reads foreign files, for what no check of ours foresees."""

from __future__ import annotations

import sys


def raise_fence(memory_bytes: int, seconds: float) -> None:
    """Bound this process for the rest of its life: memory, processor time, no core dump, no file written.

    A dump would hold customers' names. Where the system refuses a limit the program's own clock still ends the child.
    """
    if sys.platform == "win32":
        _join_job(memory_bytes, seconds)
    else:
        _set_rlimits(memory_bytes, seconds)


def _set_rlimits(memory_bytes: int, seconds: float) -> None:
    import resource

    processor = int(seconds) + 1
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory_bytes, memory_bytes),
        (resource.RLIMIT_CPU, processor, processor + 1),  # the soft one tells by its signal what happened
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
    ):
        most = resource.getrlimit(kind)[1]
        allowed = [limit if most == resource.RLIM_INFINITY else min(limit, most) for limit in (soft, hard)]
        try:
            resource.setrlimit(kind, (allowed[0], allowed[1]))
        except (OSError, ValueError):  # macOS does not bound the address space
            continue


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("Basic", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_UNHANDLED = 0x2, 0x8, 0x100, 0x400
    _EXTENDED_LIMITS = 9
    _NO_ERROR_BOXES = 0x1 | 0x2 | 0x8000

    def _join_job(memory_bytes: int, seconds: float) -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.SetErrorMode(_NO_ERROR_BOXES)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _Extended()
        limits.Basic.LimitFlags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED
        limits.Basic.PerProcessUserTimeLimit = int((seconds + 1) * 10_000_000)
        limits.Basic.ActiveProcessLimit = 1
        limits.ProcessMemoryLimit = memory_bytes
        job = kernel.CreateJobObjectW(None, None)
        # The handle stays open on purpose: the job ends with this process.
        if job and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

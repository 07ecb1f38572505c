"""The most memory and processor time this process may have, enforced by the operating system."""

import contextlib
import ctypes
import sys

_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_PROCESS_TIME = 0x00000002
_LIMIT_PROCESS_MEMORY = 0x00000100
_TICKS = 10_000_000
"""Windows counts processor time in units of 100 nanoseconds."""


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION (winnt.h)."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION (winnt.h)."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limit_resources(megabytes: int, seconds: int) -> None:
    """Let the operating system refuse this process more; where it will not there is no limit.

    Processor time, not time on the clock: a busy computer makes no file larger. Nor is an image of its memory
    written when it is ended: patients' data would be on the disk. macOS may refuse to limit memory. On
    Windows this has not been tried yet: only the structures are tested.
    """
    if sys.platform == "win32":
        _limit_job(megabytes, seconds)
        return
    import resource

    memory = megabytes * 1024 * 1024
    for what, limit, most in (
        (resource.RLIMIT_AS, memory, memory),
        # at the limit SIGXCPU, which tells why; at the most SIGKILL
        (resource.RLIMIT_CPU, seconds, seconds + 5),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, most))


def _limit_job(megabytes: int, seconds: int) -> None:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    for function in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
        function.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = JobLimits()
    limits.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY | _LIMIT_PROCESS_TIME
    limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _TICKS
    limits.ProcessMemoryLimit = megabytes * 1024 * 1024
    if job and kernel.SetInformationJobObject(
        job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
    ):
        # the handle stays open on purpose: the job ends with the process
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))

"""The child that reads a file's cells, forked instead of started: a tenth of the time, the same limits.

What is left out is the start of a Python of its own, which no damaged file can change. POSIX only.
"""

import gc
import os
import resource
import signal
import sys
from typing import IO

from sscviewer.workbook.child import main as child
from sscviewer.workbook.child.limits import limit_resources


class Forked:
    """What `subprocess.Popen` is to the program that reads cells; its command line says the limits."""

    def __init__(self, command: list[str], **_options: object) -> None:
        megabytes, seconds = int(command[-2]), int(command[-1])
        there_in, here_out = os.pipe()
        here_in, there_out = os.pipe()
        sys.stdout.flush()
        self._pid = os.fork()
        if not self._pid:
            os.close(here_in)
            os.close(here_out)
            _answer(there_in, there_out, megabytes, seconds)
        os.close(there_in)
        os.close(there_out)
        self.stdin: IO[bytes] = os.fdopen(here_out, "wb")
        self.stdout: IO[bytes] = os.fdopen(here_in, "rb")
        self._code: int | None = None

    def kill(self) -> None:
        """End it, if it has not ended."""
        if self._code is None:
            os.kill(self._pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Return how it ended; it has closed its pipe, so that it will soon."""
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self._code


def _answer(come: int, out: int, megabytes: int, seconds: int) -> None:
    """Be the child, and end as one."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        # the memory that is there already is this program's, not the file's
        limit_resources(megabytes + _address_space_mb(), seconds)
        gc.disable()
        with os.fdopen(come, "rb") as coming, os.fdopen(out, "wb") as going:
            child.answer(coming, going)
    finally:
        os._exit(0)


def _address_space_mb() -> int:
    if not os.path.exists("/proc/self/statm"):
        return 0
    with open("/proc/self/statm", encoding="ascii") as pages:
        return int(pages.read().split()[0]) * resource.getpagesize() // (1024 * 1024)

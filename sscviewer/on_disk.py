"""Whether a file or a folder is there, answered without an error: whatever cannot be looked at is not there.

pathlib before Python 3.14 raises where a folder may not be entered or a network drive has gone. A drive that
hangs answers nothing, not even that: `when_answered` waits for it no longer than the user does.
"""

import os.path
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

Answer = TypeVar("Answer")

_POLL = 0.05
"""Seconds between two looks at whether the user still waits."""


def is_file(path: Path) -> bool:
    """Return whether a file is there that can be looked at."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Return whether a folder is there that can be looked at."""
    return os.path.isdir(path)


def is_there(path: Path) -> bool:
    """Return whether there is anything that can be looked at."""
    return os.path.exists(path)


def when_answered(ask: Callable[[], Answer], waiting: Callable[[float], None]) -> Answer:
    """Return what a disk answers, or raise what it raises; give the question up when `waiting` raises.

    Nothing can end a thread that a drive keeps waiting. It is one of its own, then, and a daemon: neither the
    lane of work that asked nor the end of the program waits for it.

    Parameters
    ----------
    waiting
        Called again and again meanwhile, with the seconds waited so far; the first time before asking.
    """
    waiting(0.0)
    answer: Future[Answer] = Future()

    def work() -> None:
        try:
            answer.set_result(ask())
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            answer.set_exception(error)

    began = time.monotonic()
    asking = threading.Thread(target=work, name="sscviewer-disk", daemon=True)
    asking.start()
    asking.join(_POLL)
    while asking.is_alive():
        waiting(time.monotonic() - began)
        asking.join(_POLL)
    return answer.result()

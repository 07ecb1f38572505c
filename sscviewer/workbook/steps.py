"""How far reading a file is: told step by step, stopped when asked."""

from collections.abc import Callable

from sscviewer.model.sentence import say
from sscviewer.workbook.unusable import LoadCancelled

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]

LONG = 5.0
"""Seconds without an answer of a disk after which that is said."""


class Steps:
    """Tells how far the work is and raises `LoadCancelled` at the next step once it was cancelled."""

    def __init__(self, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._progress = progress or _tell_nobody
        self.cancelled = cancelled or _never

    def __call__(self, what: str, part: float) -> None:
        """Say what is done now and which part of the whole, 0 to 1, is done (raises `LoadCancelled`)."""
        if self.cancelled():
            raise LoadCancelled
        self._progress(what, part)

    def waiting(self, seconds: float) -> None:
        """Say for how long the file has been waited for, when that is long."""
        if seconds < LONG:
            self(say("Opening the file"), 0.0)
        else:
            self(say("the disk or network drive is slow or does not answer; you may cancel"), 0.0)


def _tell_nobody(what: str, part: float) -> None:
    """Keep it."""


def _never() -> bool:
    return False

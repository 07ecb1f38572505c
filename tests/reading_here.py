"""The cells of a file read in this process: what the reader is asked and answers, without starting a Python.

A start costs more than all else that is done with a small workbook. That files are read by a process of their
own, which can be limited and killed, is for the tests marked `child`, those of the window and the commands.
"""

import gc
import io
import queue
import warnings
from collections.abc import Callable

from sscviewer.workbook import reading
from sscviewer.workbook.child import main as child
from sscviewer.workbook.container import Container


class _Asked(io.BytesIO):
    """What the program writes for its child; kept when the program closes it."""

    def close(self) -> None:
        self.seek(0)


def run(container: Container, cancelled: Callable[[], bool], password: str | None) -> list[reading.Frame]:
    """Do what `reading._run` does, by its own parts but without a process."""
    asked, answered = _Asked(), io.BytesIO()
    reading._feed(asked, container, password)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nobody hears those of a child
        collects = gc.isenabled()
        gc.disable()  # as the child does
        try:
            child.answer(asked, answered)
        finally:
            if collects:
                gc.enable()
    frames: queue.Queue[reading.Frame] = queue.Queue()
    answered.seek(0)
    reading._listen(answered, frames)
    return reading._gather(frames, cancelled, reading.TIME_LIMIT)

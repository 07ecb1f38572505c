"""A log for bugs that never holds what a file says: kinds of errors and places in the code, no values.

A trial's workbook is full of patients' data and an exception's text often quotes it, so the text stays out.
"""

import errno
import logging
import os
import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sscviewer import __version__

LOG = "sscviewer"
"""Name of the logger."""

NO_MEMORY = (
    "The computer has no memory left for that. Close other programs and do it again; your file is as it was."
)

NOT_LOADED = (
    "A part of sscviewer could not be loaded: the computer has too little memory left, or the installation "
    "is damaged. Close other programs and start sscviewer again; if that does not help, install it again."
)


NOT_COMPUTED = "This could not be computed ({kind}): a fault of the program, not of the file."


class NotComputed(Exception):  # noqa: N818 - what the reader of a result is told has happened
    """What is asked for failed before, and that is in the log; `kind` is the name of the error."""

    def __init__(self, kind: str) -> None:
        super().__init__(NOT_COMPUTED.format(kind=kind))
        self.kind = kind


def kind_of(error: BaseException) -> str:
    """Return the name of an error, or of the one that it follows from."""
    return error.kind if isinstance(error, NotComputed) else type(error).__name__


def told_of(error: BaseException, otherwise: str) -> str:
    """Return what a user is told of an error that nobody expected: what lies outside has its own sentence.

    Libraries are loaded when they are first needed; the system refuses one that finds no room in memory.
    """
    if isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM:
        return NO_MEMORY
    return NOT_LOADED if isinstance(error, ImportError) or _is_of_ctypes(error) else otherwise


def _is_of_ctypes(error: BaseException) -> bool:
    """Return whether ctypes raised an error: it loads libraries, and says OSError when it cannot."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (
        isinstance(error, OSError)
        and trace is not None
        and trace.tb_frame.f_globals.get("__name__") == "ctypes"
    )


def note_fault(error: BaseException) -> None:
    """Write a bug that was caught to the log, once."""
    if isinstance(error, NotComputed):
        return
    logging.getLogger(LOG).error(describe_fault(type(error), error, error.__traceback__))


def log_path() -> Path:
    """Return the log file of this user; its folder is made when the first fault is written."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = home / "Library" / "Logs"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME", home / ".local" / "state"))
    return base / "sscviewer" / "sscviewer.log"


def describe_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return the kinds of errors and the places in the code, innermost last, without any message text."""
    when = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}Z"
    lines = [f"{when} sscviewer {__version__}, Python {platform.python_version()}, {platform.system()}"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    cause = error.__cause__ or error.__context__
    suffix = f" (after {type(cause).__name__})" if cause is not None else ""
    return "\n".join([*lines, f"  {kind.__name__}{suffix}", ""])


def log_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path | None:
    """Append a fault to the log and return the log's path; None if it cannot be written."""
    return _append(describe_fault(kind, error, trace))


def _append(text: str) -> Path | None:
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(text + "\n")
    except OSError:
        return None  # a read-only home must not turn one fault into two
    return path


class FaultLog(logging.Handler):
    """Writes what `note_fault` is told to the log file, where no window does.

    Attributes
    ----------
    texts
        What was written.
    path
        The log file; None where it cannot be written.
    """

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []
        self.path: Path | None = None
        self._at_first: list[logging.Handler] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Append a fault to the log, unless a window has come that does and tells of it."""
        if self._at_first != [one for one in logging.getLogger(LOG).handlers if one is not self]:
            return
        self.texts.append(record.getMessage())
        self.path = _append(self.texts[-1])

    def __enter__(self) -> "FaultLog":
        self._at_first = list(logging.getLogger(LOG).handlers)
        logging.getLogger(LOG).addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger(LOG).removeHandler(self)

"""Runs the child program on a file's bytes: time and memory limits, cancelling, failures in words."""

import contextlib
import marshal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sscviewer.workbook.container import Container
from sscviewer.workbook.unusable import LoadCancelled, UnusableFile

TIME_LIMIT = 20.0
"""Seconds that one look at a file may take."""

MEMORY_LIMIT_MB = 1500

_POLL = 0.05
"""Seconds between two looks at whether the user has cancelled."""

Cancelled = Callable[[], bool]


class _Failed(Exception):  # noqa: N818 - carries what the child said, never leaves this module
    def __init__(self, kind: str, text: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.text = text


def read_workbook(container: Container, cancelled: Cancelled) -> dict[str, Any]:
    """Return the worksheets, error cells and uncalculated formulas of a workbook (see `cell_reader`).

    Raises
    ------
    UnusableFile
        If the file cannot be read, takes too long, needs too much memory, or has a stray cell far away.
    LoadCancelled
        If `cancelled` said so.
    """
    try:
        found = _run(container.data, cancelled)
    except _Failed as failure:
        raise UnusableFile(_in_words(container.name, failure)) from None
    if found["far"]:
        raise UnusableFile(
            f"“{container.name}” has a stray value in cell {found['far']}, far from any table, and was not "
            "opened: delete it in Excel (Ctrl+End goes there), save and open again."
        )
    return found


def _in_words(name: str, failure: _Failed) -> str:
    if failure.kind == "PasswordError":
        return f"“{name}” is password-protected: remove the password in a copy and open the copy."
    if failure.kind == "timeout":
        return (
            f"“{name}” took longer than {TIME_LIMIT:.0f} s to read and was given up: "
            "save only the sheets of the trial to a new workbook and open that."
        )
    if failure.kind in ("MemoryError", "abort"):
        return (
            f"“{name}” needs more than {MEMORY_LIMIT_MB / 1000:.1f} GB of memory to read, often because of "
            "a stray cell far from the table: delete unused rows and columns in Excel, save and open again."
        )
    return (
        f"“{name}” is damaged or not a complete workbook: "
        "open it in Excel, save it under a new name and open that."
    )


def _run(data: bytes, cancelled: Cancelled) -> dict[str, Any]:
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        output = _wait(child, data, cancelled)
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    if child.returncode:
        raise _Failed("abort")
    try:
        answer: dict[str, Any] = marshal.loads(output)
    except (EOFError, ValueError, TypeError):
        raise _Failed("abort") from None
    if "error" in answer:
        raise _Failed(answer["error"], answer["text"])
    return answer


def _command() -> list[str]:
    """Return the child's command line; -I keeps the user's environment out, hence the reader's own folder."""
    spec = find_spec("python_calamine")
    folder = Path(spec.origin).parent.parent if spec and spec.origin else Path()
    program = Path(__file__).with_name("cell_reader.py")
    return [sys.executable, "-I", str(program), str(folder), str(MEMORY_LIMIT_MB)]


def _wait(child: "subprocess.Popen[bytes]", data: bytes, cancelled: Cancelled) -> bytes:
    deadline = time.monotonic() + TIME_LIMIT
    # a second communicate(timeout=...) forgets the input (CPython 3.11), so a thread of its own writes it
    pipe, child.stdin = child.stdin, None
    threading.Thread(target=_feed, args=(pipe, data), daemon=True).start()
    while True:
        try:
            output, _ = child.communicate(timeout=_POLL)
        except subprocess.TimeoutExpired:
            if cancelled():
                raise LoadCancelled from None
            if time.monotonic() > deadline:
                raise _Failed("timeout") from None
        else:
            return output


def _feed(pipe: Any, data: bytes) -> None:
    # a child that died early has closed its end; its exit code tells
    with contextlib.suppress(OSError), pipe:
        pipe.write(data)

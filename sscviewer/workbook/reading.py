"""Runs the child program on a file's bytes: time and memory limits, cancelling, failures in words."""

import contextlib
import marshal
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from sscviewer.workbook.container import Container
from sscviewer.workbook.part_names import make_different, part_names
from sscviewer.workbook.unusable import LoadCancelled, PasswordNeeded, UnusableFile

TIME_LIMIT = 20.0
"""Seconds that one look at a file may take; files larger than `LARGE` get more in proportion."""

LARGE = 20 * 1024 * 1024

MEMORY_LIMIT_MB = 1500

MOST_RECEIVED = 700 * 1024 * 1024
"""Bytes the child may send: what it may make this process hold."""

_POLL = 0.05
"""Seconds between two looks at whether the user has cancelled."""

Cancelled = Callable[[], bool]
Frame = dict[str, Any]


@dataclass(slots=True)
class Found:
    """What was in a file.

    Attributes
    ----------
    kind
        What the file was; of an encrypted one what was inside, of text "csv" or "tsv".
    sheets
        As `sscviewer.workbook.child.coded.CodedSheet` sends them, their names all different.
    notes
        (code, sentence) of files in a folder or archive that were not read, or not wholly.
    """

    kind: str
    sheets: list[Frame] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


class _Failed(Exception):  # noqa: N818 - carries what the child said, never leaves this module
    def __init__(self, kind: str, text: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.text = text


def read_workbook(container: Container, cancelled: Cancelled, password: str | None = None) -> Found:
    """Return the worksheets of a file.

    Raises
    ------
    PasswordNeeded
        If it is encrypted and the password is missing or wrong.
    UnusableFile
        If the file cannot be read, takes too long, needs too much memory, or has a stray cell far away.
    LoadCancelled
        If `cancelled` said so.
    """
    try:
        frames = _run(container, cancelled, password)
    except _Failed as failure:
        if failure.kind.startswith("PasswordNeeded"):
            raise PasswordNeeded(failure.text, is_wrong=failure.kind.endswith("Wrong")) from None
        if failure.kind == "UnusableFile":
            raise UnusableFile(failure.text) from None
        raise UnusableFile(_in_words(container, failure)) from None
    return _collect(container, frames)


def _collect(container: Container, frames: list[Frame]) -> Found:
    """Return what the frames say; sheets of several files are named after their files."""
    kinds = {frame["part"]: frame["kind"] for frame in frames if "kind" in frame}
    with_sheets = [frame for frame in frames if "sheet" in frame]
    notes = [frame["note"] for frame in frames if "note" in frame]
    if container.is_study:
        _name_after_files(with_sheets)
        if not with_sheets:
            what = "a folder" if container.kind == "folder" else "a zip archive"
            raise UnusableFile(
                f"“{container.name}” is {what} without a table that we can read: "
                "choose the Excel workbook of the trial, or the folder or archive of its tables."
            )
    sheets = [frame["sheet"] for frame in with_sheets]
    for sheet, name in zip(sheets, make_different([sheet["name"] for sheet in sheets]), strict=True):
        sheet["name"] = name
    kind = container.kind if container.is_study else kinds.get(container.name, container.kind)
    return Found(kind, sheets, notes)


def _name_after_files(frames: list[Frame]) -> None:
    paths = list(dict.fromkeys(frame["part"] for frame in frames))
    names = dict(zip(paths, part_names(paths), strict=True))
    for path in paths:
        sheets = [frame["sheet"] for frame in frames if frame["part"] == path]
        for sheet in sheets:
            sheet["name"] = names[path] if len(sheets) == 1 else f"{names[path]}: {sheet['name']}"


def _in_words(container: Container, failure: _Failed) -> str:
    name = container.name
    if failure.kind == "FarCell":
        return (
            f"“{name}” has a stray value in cell {failure.text}, far from any table, and was not "
            "opened: delete it in Excel (Ctrl+End goes there), save and open again."
        )
    if failure.kind == "PasswordError":
        return f"“{name}” is password-protected: remove the password in a copy and open the copy."
    if failure.kind == "timeout":
        return (
            f"“{name}” took longer than {_seconds(container):.0f} s to read and was given up: "
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


def _seconds(container: Container) -> float:
    return TIME_LIMIT * max(1.0, container.size / LARGE)


def _command() -> list[str]:
    """Return the child's command line; -I keeps the user's environment out, hence the folders."""
    spec = find_spec("python_calamine")
    readers = Path(spec.origin).parent.parent if spec and spec.origin else Path()
    here = Path(__file__).resolve().parents[2]
    program = Path(__file__).with_name("child") / "main.py"
    return [sys.executable, "-I", str(program), str(here), str(readers), str(MEMORY_LIMIT_MB)]


def _run(container: Container, cancelled: Cancelled, password: str | None) -> list[Frame]:
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert child.stdin is not None
    assert child.stdout is not None
    frames: queue.Queue[Frame] = queue.Queue()
    # threads of their own: the pipes fill up in both directions while this one watches the clock
    feeder = threading.Thread(target=_feed, args=(child.stdin, container, password), daemon=True)
    listener = threading.Thread(target=_listen, args=(child.stdout, frames), daemon=True)
    feeder.start()
    listener.start()
    try:
        return _gather(frames, cancelled, time.monotonic() + _seconds(container))
    finally:
        child.kill()
        child.wait()
        feeder.join()
        listener.join()


def _gather(frames: "queue.Queue[Frame]", cancelled: Cancelled, deadline: float) -> list[Frame]:
    found: list[Frame] = []
    while True:
        try:
            frame = frames.get(timeout=_POLL)
        except queue.Empty:
            pass
        else:
            if "error" in frame:
                raise _Failed(frame["error"], frame["text"])
            if "end" in frame:
                return found
            found.append(frame)
        if cancelled():
            raise LoadCancelled
        if time.monotonic() > deadline:
            raise _Failed("timeout")


def _feed(pipe: IO[bytes], container: Container, password: str | None) -> None:
    header = marshal.dumps(
        {
            "password": password,
            "is_study": container.is_study,
            "is_archive": container.kind == "zip",
            "parts": [(name, len(data)) for name, data in container.parts],
        }
    )
    # a child that died early has closed its end; what it said, or did not say, tells
    with contextlib.suppress(OSError), pipe:
        for piece in (struct.pack("<Q", len(header)), header, *(data for _, data in container.parts)):
            pipe.write(piece)


def _listen(pipe: IO[bytes], frames: "queue.Queue[Frame]") -> None:
    """Put each frame into the queue as it comes; a child that stops in the middle has been aborted."""
    received = 0
    with pipe:
        while True:
            head = pipe.read(8)
            size = struct.unpack("<Q", head)[0] if len(head) == 8 else 0
            received += size
            if not size or received > MOST_RECEIVED:
                break
            try:
                frames.put(marshal.loads(pipe.read(size)))
            except (EOFError, ValueError, TypeError):
                break
    frames.put({"error": "abort", "text": ""})

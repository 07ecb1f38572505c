"""Runs the child program on a file's bytes: time and memory limits, cancelling, failures in words."""

import contextlib
import errno
import marshal
import math
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

from sscviewer.model.counted import counted
from sscviewer.model.issue import Severity
from sscviewer.model.sentence import say
from sscviewer.workbook.child.sent_sentences import received
from sscviewer.workbook.container import Container
from sscviewer.workbook.define_labels import add_labels, merged
from sscviewer.workbook.failures import Failed, why_ended
from sscviewer.workbook.part_names import make_different, part_names
from sscviewer.workbook.signatures import damaged
from sscviewer.workbook.unusable import LoadCancelled, PasswordNeeded, UnusableFile

TIME_LIMIT = 30.0
"""Seconds of processor time, of all its threads, that one look at a file may take; files larger than `LARGE`
get more in proportion. Half a million rows of fifteen cells, 40 MB, take a tenth of theirs."""

PATIENCE = 20
"""On the clock a reader may take so many times as long: a busy computer makes no file larger."""

LARGE = 5 * 1024 * 1024

MEMORY_LIMIT_MB = 1500

MOST_RECEIVED = 700 * 1024 * 1024
"""Bytes the child may send: what it may make this process hold."""

FROZEN_CHILD = "sscviewer-reader"
"""Name of the child program of a packaged program."""

_LINGERS = 2.0
"""Seconds a child is given to end once its pipe is closed."""

_POLL = 0.05
"""Seconds between two looks at whether the user has cancelled."""

_COUNTED = 1.0
"""Seconds between two looks that count as waiting, at most: while the computer slept nothing was read."""

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
        (severity, code, sentence) of files in a folder or archive that were not read, or not wholly.
    """

    kind: str
    sheets: list[Frame] = field(default_factory=list)
    notes: list[tuple[Severity, str, str]] = field(default_factory=list)


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
    except Failed as failure:
        if failure.kind.startswith("PasswordNeeded"):
            raise PasswordNeeded(failure.text, is_wrong=failure.kind.endswith("Wrong")) from None
        if failure.kind == "UnusableFile":
            raise UnusableFile(failure.text) from None
        raise UnusableFile(failure.sentence(container, _seconds(container), MEMORY_LIMIT_MB)) from None
    return _collect(container, frames)


def _collect(container: Container, frames: list[Frame]) -> Found:
    """Return what the frames say; sheets of several files are named after their files."""
    kinds = {frame["part"]: frame["kind"] for frame in frames if "kind" in frame}
    with_sheets = [frame for frame in frames if "sheet" in frame]
    notes = [(*frame["note"][:2], received(frame["note"][2])) for frame in frames if "note" in frame]
    if container.is_study:
        labels = merged([frame["define"] for frame in frames if "define" in frame])
        count = add_labels(with_sheets, labels) if labels else 0
        if count:
            text = say(
                "The variables' labels of {sheet} come from the define.xml.", sheet=counted(count, "sheet")
            )
            notes.append(("info", "file.define", text))
        _name_after_files(with_sheets)
        if not with_sheets:
            what = say("a folder") if container.kind == "folder" else say("a zip archive")
            choose = say("choose the Excel workbook of the trial, or the folder or archive of its tables.")
            why = notes[0][2] if notes else say("there is nothing in it; {choose}", choose=choose)
            raise UnusableFile(
                say(
                    "“{name}” is {what} without a table that we can read: {why}",
                    name=container.name,
                    what=what,
                    why=why,
                )
            )
    sheets = [frame["sheet"] for frame in with_sheets]
    if not sheets:
        raise UnusableFile(damaged(container.name, container.kind))
    if not any(sheet["rows"] for sheet in sheets):
        raise UnusableFile(_nothing_filled(container.name, sheets))
    for sheet, name in zip(sheets, make_different([sheet["name"] for sheet in sheets]), strict=True):
        sheet["name"] = name
    kind = container.kind if container.is_study else kinds.get(container.name, container.kind)
    return Found(kind, sheets, notes)


def _nothing_filled(name: str, sheets: list[Frame]) -> str:
    formulas = sum(len(sheet["unseen"]["formulas"]) for sheet in sheets)
    errors = sum(len(sheet["unseen"]["errors"]) for sheet in sheets)
    if formulas or errors:
        return say(
            "“{name}” holds nothing but formulas that were never calculated ({formulas}) and "
            "Excel errors ({errors}): open it in Excel, save it and open it again.",
            name=name,
            formulas=formulas,
            errors=errors,
        )
    return say(
        "“{name}” has no filled cell on any sheet: choose the workbook that holds the trial's data.",
        name=name,
    )


def _name_after_files(frames: list[Frame]) -> None:
    paths = list(dict.fromkeys(frame["part"] for frame in frames))
    names = dict(zip(paths, part_names(paths), strict=True))
    for path in paths:
        sheets = [frame["sheet"] for frame in frames if frame["part"] == path]
        for sheet in sheets:
            sheet["name"] = names[path] if len(sheets) == 1 else f"{names[path]}: {sheet['name']}"


def _seconds(container: Container) -> int:
    return math.ceil(TIME_LIMIT * max(1.0, container.size / LARGE))


def _command(seconds: int) -> list[str]:
    """Return the child's command line."""
    spec = find_spec("python_calamine")
    readers = Path(spec.origin).parent.parent if spec and spec.origin else Path()
    here = Path(__file__).resolve().parents[2]
    return [*_child_program(), str(here), str(readers), str(MEMORY_LIMIT_MB), str(seconds)]


def _child_program() -> list[str]:
    """Return what starts the child; -I keeps the user's environment out, hence the folders that follow."""
    if getattr(sys, "frozen", False):
        # packaging/sscviewer.spec: the packaged program has no interpreter, the child lies beside it
        own = Path(sys.executable)
        return [str(own.with_name(f"{FROZEN_CHILD}{own.suffix}"))]
    return [sys.executable, "-I", str(Path(__file__).with_name("child") / "main.py")]


def _run(container: Container, cancelled: Cancelled, password: str | None) -> list[Frame]:
    try:
        child = subprocess.Popen(
            _command(_seconds(container)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        if error.errno not in (errno.ENOMEM, errno.EAGAIN):
            raise
        raise Failed("room") from None
    assert child.stdin is not None
    assert child.stdout is not None
    frames: queue.Queue[Frame] = queue.Queue()
    # threads of their own: the pipes fill up in both directions while this one watches the clock
    feeder = threading.Thread(target=_feed, args=(child.stdin, container, password), daemon=True)
    listener = threading.Thread(target=_listen, args=(child.stdout, frames), daemon=True)
    feeder.start()
    listener.start()
    try:
        return _gather(frames, cancelled, PATIENCE * _seconds(container))
    except Failed as failure:
        if failure.kind == "ended":
            raise Failed(why_ended(_exit_code(child))) from None
        raise
    finally:
        child.kill()
        child.wait()
        feeder.join()
        listener.join()


def _exit_code(child: "subprocess.Popen[bytes]") -> int | None:
    """Return how a child ended that has nothing more to say; None if it lives on."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        return child.wait(timeout=_LINGERS)
    return None


def _gather(frames: "queue.Queue[Frame]", cancelled: Cancelled, patience: float) -> list[Frame]:
    found: list[Frame] = []
    waited, looked = 0.0, time.monotonic()
    while True:
        try:
            frame = frames.get(timeout=_POLL)
        except queue.Empty:
            pass
        else:
            if "error" in frame:
                raise Failed(frame["error"], received(frame["text"]))
            if "end" in frame:
                return found
            found.append(frame)
        if cancelled():
            raise LoadCancelled
        now = time.monotonic()
        waited += min(now - looked, _COUNTED)
        looked = now
        if waited > patience:
            raise Failed("clock")


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
        pipe.write(struct.pack("<Q", len(header)) + header)
        while container.parts:
            pipe.write(container.parts.pop(0)[1])


def _listen(pipe: IO[bytes], frames: "queue.Queue[Frame]") -> None:
    """Put each frame into the queue as it comes; a child that stops in the middle has been aborted."""
    received = 0
    with pipe:
        while len(head := pipe.read(8)) == 8:
            size = struct.unpack("<Q", head)[0]
            received += size
            if received > MOST_RECEIVED:
                frames.put({"error": "MemoryError", "text": ""})
                return
            try:
                frames.put(marshal.loads(pipe.read(size)))
            except MemoryError:
                frames.put({"error": "room", "text": ""})
                return
            except (EOFError, ValueError, TypeError):
                break
    frames.put({"error": "ended", "text": ""})

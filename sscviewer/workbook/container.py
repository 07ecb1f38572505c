"""A file or folder on disk → its bytes and what it really is. Everything is opened once, for reading only."""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from sscviewer.model.sentence import say
from sscviewer.on_disk import is_file, is_folder, is_there
from sscviewer.workbook.kinds import kind_of
from sscviewer.workbook.part_names import is_clutter
from sscviewer.workbook.unusable import UnusableFile

MAX_BYTES = 300 * 1024 * 1024
MAX_FILES = 500

_ATTEMPTS = 4
_PAUSE = 0.25
"""Seconds between attempts: Excel, a virus scanner or a network drive holds a file for moments."""

_MOST_NAMED = 5

_CHOOSE = "choose the Excel workbook of the trial"


@dataclass(frozen=True, slots=True)
class Container:
    """What was opened, in memory.

    Attributes
    ----------
    name
        Without its folder.
    parts
        (name, bytes) of the file, or of each file of a folder. Reading takes them away one by one, for they
        may be a third of all there is in memory.
    sha256
        Of the file's bytes; of a folder's file names and their SHA-256, in order.
    kind
        One of `sscviewer.workbook.kinds.READABLE`, or "folder".
    size
        Bytes of all parts.
    """

    name: str
    parts: list[tuple[str, bytes]]
    sha256: str
    kind: str
    size: int

    @property
    def is_study(self) -> bool:
        """Whether several files make up the study."""
        return self.kind in ("folder", "zip")


def open_container(path: Path) -> Container:
    """Read a file, or the files of a folder, and recognise what it is.

    Raises
    ------
    UnusableFile
        If it is not there, cannot be read, is no table, is damaged or made to hurt.
    """
    name = path.name or path.resolve().name or str(path)
    if name.startswith("~$"):
        raise UnusableFile(
            say(
                "“{name}” is only Excel's note that a workbook is open: choose “{name2}” beside it.",
                name=name,
                name2=name[2:],
            )
        )
    if is_folder(path):
        return _open_folder(path, name)
    data = _read_bytes(path, name)
    kind = kind_of(name, data)
    if kind == "define":
        raise UnusableFile(
            say(
                "“{name}” describes the tables of a trial (define.xml) and holds none: open the "
                "folder in which it lies with them.",
                name=name,
            )
        )
    return Container(name, [(name, data)], hashlib.sha256(data).hexdigest(), kind, len(data))


def _open_folder(path: Path, name: str) -> Container:
    try:
        files = _files(path)
        sizes = sum(file.stat().st_size for file in files)
    except OSError as error:
        raise UnusableFile(_unreadable(name, error)) from None
    if not files:
        raise UnusableFile(
            say(
                "“{name}” is a folder without files{folders}: {choose}, or the folder of its tables.",
                name=name,
                folders=_folders(path),
                choose=_CHOOSE,
            )
        )
    if len(files) > MAX_FILES or sizes > MAX_BYTES:
        raise UnusableFile(
            say(
                "“{name}” holds {n} files ({sizes} MB), more than the {max_files} ({max_bytes} MB) "
                "that this program opens as one study: put the tables of the study into a folder of "
                "their own and open that.",
                name=name,
                n=len(files),
                sizes=sizes // 1024 // 1024,
                max_files=MAX_FILES,
                max_bytes=MAX_BYTES // 1024 // 1024,
            )
        )
    parts = [(file.name, _read_bytes(file, file.name)) for file in files]
    digest = hashlib.sha256()
    for part, data in parts:
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0" + hashlib.sha256(data).digest())
    return Container(name, parts, digest.hexdigest(), "folder", sum(len(data) for _, data in parts))


def _files(path: Path) -> list[Path]:
    """Return the files of a folder; those of its only subfolder if it has none itself."""
    inside = sorted(entry for entry in path.iterdir() if not is_clutter(entry.name))
    files = [entry for entry in inside if is_file(entry)]
    folders = [entry for entry in inside if is_folder(entry)]
    return _files(folders[0]) if not files and len(folders) == 1 else files


def _folders(path: Path) -> str:
    """Return which folders there are in a folder without files, in words."""
    names = sorted(entry.name for entry in path.iterdir() if is_folder(entry) and not is_clutter(entry.name))
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED]) + (
        ", …" if len(names) > _MOST_NAMED else ""
    )
    return say(" of its own, only with folders ({listed})", listed=listed) if names else ""


def _read_bytes(path: Path, name: str) -> bytes:
    for attempt in range(_ATTEMPTS):
        try:
            return _read_once(path, name)
        except FileNotFoundError:
            raise UnusableFile(
                say(
                    "“{name}” is not there: it may have been moved, renamed or deleted; choose the file "
                    "again.",
                    name=name,
                )
            ) from None
        except OSError as error:
            if attempt == _ATTEMPTS - 1:
                raise UnusableFile(_unreadable(name, error)) from None
            time.sleep(_PAUSE)
    raise AssertionError("unreachable")


def _read_once(path: Path, name: str) -> bytes:
    if is_there(path) and not is_file(path):
        raise UnusableFile(
            say("“{name}” is no file but a device or a pipe: {choose}.", name=name, choose=_CHOOSE)
        )
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise UnusableFile(
            say(
                "“{name}” has {size} MB, this program opens {max_bytes} MB: save only the sheets of "
                "the trial to a new workbook and open that.",
                name=name,
                size=size // 1024 // 1024,
                max_bytes=MAX_BYTES // 1024 // 1024,
            )
        )
    data = path.read_bytes()
    if len(data) < size:
        raise OSError("the file was cut short while it was read")
    return data


def _unreadable(name: str, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return say(
            "“{name}” may not be read: close it in Excel if it is open there; if it is not, you "
            "have no right to read it, and its owner can give it to you.",
            name=name,
        )
    reason = error.strerror or "the disk or network drive does not answer"
    return say(
        "“{name}” could not be read ({reason}): copy it to this computer and open the copy.",
        name=name,
        reason=reason,
    )

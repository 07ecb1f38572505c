"""Folders for what is needed for a while: only this user may enter them, and they go with the program.

One that crashed could not take its folders along: the next start does, by the mark in each that nobody holds.
"""

import atexit
import contextlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

PREFIX = "sscviewer-"
MARK = "in use"
YOUNG = 60.0
"""Seconds in which a folder is let be: its program may not hold its mark yet."""


class PrivateFolder(tempfile.TemporaryDirectory[str]):
    """A temporary folder, held for as long as the program runs or until `cleanup`.

    Attributes
    ----------
    path
        The folder.
    """

    def __init__(self) -> None:
        remove_abandoned()
        super().__init__(prefix=PREFIX)
        self.path = Path(self.name)
        self._mark = (self.path / MARK).open("xb")
        with contextlib.suppress(OSError):  # where locks are refused the next start leaves the folder
            _hold(self._mark)
        atexit.register(self.cleanup)

    def cleanup(self) -> None:
        """Let the mark go, which Windows would not remove while it is open, and remove the folder."""
        self._mark.close()
        atexit.unregister(self.cleanup)
        super().cleanup()


def remove_abandoned() -> None:
    """Remove the folders of programs that ended without doing so; others' are left alone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_ours(folder) and _is_abandoned(folder / MARK):
                shutil.rmtree(folder)


def _is_ours(folder: Path) -> bool:
    return sys.platform == "win32" or folder.lstat().st_uid == os.getuid()


def _is_abandoned(mark: Path) -> bool:
    """Return whether no program holds a mark (raises OSError where one does, or there is none)."""
    if time.time() - mark.stat().st_mtime < YOUNG:
        return False
    with mark.open("r+b") as file:
        _hold(file)
    return True


def _hold(mark: BinaryIO) -> None:
    """Hold a mark until it is closed or the program ends, however it ends; OSError where another does."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(mark.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)

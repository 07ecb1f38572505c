"""Files are written whole or not at all: beside their place, then put into it; without Qt."""

import contextlib
import errno
import secrets
from pathlib import Path

NOT_WRITTEN = "“{name}” cannot be written: {why}. Choose another folder or name."
NO_ROOM = "the disk is full"
NO_ANSWER = "the disk or network drive does not answer"
NOT_ALLOWED = "it is open in another program, or you have no right to write there"
WHY_NOT = {
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: NO_ROOM,
    errno.EFBIG: NO_ROOM,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: "nothing can be written on that disk",
    errno.ENOENT: "its folder is not there",
    errno.ENOTDIR: "its folder is not there",
    errno.EEXIST: "what should be its folder is a file",
    errno.EISDIR: "a folder has its name",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EINVAL: "that disk does not take such a name",
}
"""The words of what an operating system answers; without one of its own it is as if there were no answer."""


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file; the old one stays untouched until the new one is complete.

    Who may read it is what the folder's other new files are given, not the writer alone.

    Raises
    ------
    OSError
        If its folder cannot be written to or the file is held by another program.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def why_not_written(error: OSError) -> str:
    """Return in words why a file cannot be written; a part of a sentence."""
    if error.errno is None:  # of a library: no answer of the operating system, but what went wrong
        return str(error) or NO_ANSWER
    return WHY_NOT.get(error.errno, NO_ANSWER)


def not_written(path: Path, error: OSError) -> str:
    """Return a sentence for the user: that a file cannot be written, why, and what to do."""
    return NOT_WRITTEN.format(name=path.name, why=why_not_written(error))

"""Files are written whole or not at all: beside their place, then put into it; without Qt."""

import contextlib
import secrets
from pathlib import Path


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

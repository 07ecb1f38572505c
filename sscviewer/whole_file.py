"""Files are written whole or not at all: beside their place, then put into it; without Qt."""

import contextlib
import secrets
import shutil
from pathlib import Path


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file; the old one stays untouched until the new one is complete, and passes on its permissions.

    Raises
    ------
    OSError
        If its folder cannot be written to or the file is held by another program.
    """
    path = path.resolve()  # a link stays a link
    beside = path.with_name(f".{path.name[:32]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise

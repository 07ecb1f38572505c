"""Files are written whole or not at all: beside their place, then put into it; without Qt."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file; the old one stays untouched until the new one is complete.

    Raises
    ------
    OSError
        If its folder cannot be written to or the file is held by another program.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise

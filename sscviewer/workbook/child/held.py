"""The bytes of a workbook while it is read: a large one only once in memory, and not in this process."""

import io
import os
from pathlib import Path

LARGE = 1_000_000
"""Bytes from which it pays."""


class Held:
    """Bytes that several readers open; whoever hands them over should not keep them.

    A large file is put into one that exists only in memory, where there is such a thing (Linux): calamine
    reads it piece by piece, of anything else it makes a copy of its own.
    """

    def __init__(self, data: bytes) -> None:
        self.is_large = len(data) > LARGE
        self._path = _file_in_memory(data) if self.is_large else ""
        self._data = b"" if self._path else data

    def open(self) -> str | io.BytesIO:
        """Return what zipfile, calamine and openpyxl can open, each time at its beginning."""
        return self._path or io.BytesIO(self._data)

    def read(self) -> bytes:
        """Return all bytes."""
        return Path(self._path).read_bytes() if self._path else self._data


def _file_in_memory(data: bytes) -> str:
    """Return the path of a file that is only in memory, "" where there is no such thing."""
    if not hasattr(os, "memfd_create"):
        return ""
    try:
        with os.fdopen(os.memfd_create("workbook"), "wb", closefd=False) as file:
            file.write(data)
            path = f"/proc/self/fd/{file.fileno()}"
    except OSError:
        return ""
    return path if os.path.exists(path) else ""

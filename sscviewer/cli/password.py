"""The password of an encrypted workbook, from a file: a command line can be read by every program."""

from pathlib import Path


def read_password(path: Path | None) -> str | None:
    """Return the first line of a file, None without a file.

    Raises
    ------
    UnusableFile
        If it cannot be read or is empty.
    """
    from sscviewer.workbook import UnusableFile

    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UnusableFile(
            f"The password file “{path.name}” cannot be read: it must be a text file (UTF-8) whose first "
            "line is the password."
        ) from None
    if not lines or not lines[0]:
        raise UnusableFile(f"The password file “{path.name}” is empty: its first line must be the password.")
    return lines[0]

"""Files are written whole or not at all."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile


class WriteFailed(Exception):  # noqa: N818 - reads as what happened
    """A file could not be written; the text is one sentence for the user."""


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text beside the target, then replace it.

    Raises
    ------
    WriteFailed
        If the folder or the file cannot be written to; the old file is untouched.
    """
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(False)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise WriteFailed(f"{path.name} cannot be written: {file.errorString()}. Choose another folder.")
    file.write(text.encode("utf-8"))
    if not file.commit():
        raise WriteFailed(f"{path.name} was not written: {file.errorString()}.")

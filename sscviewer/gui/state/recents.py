"""The files opened lately."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sscviewer.gui.state.settings import Settings
from sscviewer.on_disk import is_file, is_folder

MOST = 10


class Recents(QObject):
    """Paths of the files opened lately, newest first; empty and left alone when the user switched it off.

    Signals
    -------
    changed
        After any change.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths."""
        return tuple(Path(text) for text in self._settings.texts("files/recent")) if self.remembering else ()

    @property
    def remembering(self) -> bool:
        """Whether files are remembered."""
        return self._settings.flag("files/remember")

    def add(self, path: Path) -> None:
        """Put a file on top."""
        if self.remembering:
            others = [text for text in self._settings.texts("files/recent") if text != str(path)]
            self._settings.set("files/recent", [str(path), *others][:MOST])
            self._settings.save()
            self.changed.emit()

    def clear(self) -> None:
        """Forget all files."""
        self._settings.set("files/recent", ())
        self._settings.save()
        self.changed.emit()

    def set_remembering(self, remember: bool) -> None:
        """Switch remembering on or off; off also forgets."""
        self._settings.set("files/remember", remember)
        self.clear()


def why_missing(path: Path) -> str:
    """Return why a file cannot be opened, "" when it is there; may be slow on a network drive."""
    if is_file(path) or is_folder(path):
        return ""
    if is_folder(path.parent):
        return "not there any more: moved, renamed or deleted"
    return "its folder cannot be reached: a drive that is not connected, or moved"

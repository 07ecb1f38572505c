"""Notices that the open file was saved anew by somebody; the window offers to read it again."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from sscviewer.gui.state.session import Session
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial
from sscviewer.on_disk import is_file, is_folder, when_answered

LOOK = "look at the file"
SETTLE_MS = 1000
"""A program that saves writes a file in pieces, or another in its place: looked at when it has done."""

Stamp = tuple[tuple[str, int, int], ...]
"""(name, time of the last change in ns, bytes) of the file, or of those of a folder; () of none."""


@dataclass(frozen=True, slots=True)
class _Look:
    """The work of looking at a file; on a network drive it may take its time."""

    path: Path

    def __call__(self, ticket: Ticket) -> tuple[Path, Stamp]:
        return self.path, when_answered(partial(stamp, self.path), ticket.while_waiting)


def stamp(path: Path) -> Stamp:
    """Return what tells whether a file or a folder of files is as it was."""
    try:
        files = sorted(path.iterdir()) if is_folder(path) else [path]
        seen = [(one.name, one.stat()) for one in files if is_file(one) and not one.name.startswith("~$")]
    except OSError:
        return ()
    return tuple((name, at.st_mtime_ns, at.st_size) for name, at in seen)


class Watching(QObject):
    """Watches the file of the open trial, also where the system tells nothing: when the window is turned to.

    Signals
    -------
    changed
        With the file's name: it is another than the one that was read. Said once for each change.
    """

    changed = Signal(str)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._path: Path | None = None
        self._known: Stamp | None = None
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._soon.start)
        self._watcher.directoryChanged.connect(self._soon.start)
        session.trial_changed.connect(self._watch)

    @Slot(object)
    def _watch(self, trial: Trial) -> None:
        """Watch the file just opened; of one whose names are hidden nothing is looked at."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._path = None if trial.study.is_hidden else trial.path
        self._known = None
        self.look()

    @Slot()
    def look(self) -> None:
        """Find out whether the file is as it was read."""
        if self._path is not None:
            self._tasks.run(LOOK, _Look(self._path), self._looked, lane="looking")

    def _looked(self, found: tuple[Path, Stamp]) -> None:
        path, now = found
        if path != self._path or not now:
            return  # another was opened meanwhile, or it is not there: what is open stays open
        if self._known is None:
            self._known = now
        elif now != self._known:
            self._known = now
            self.changed.emit(path.name)
        if str(path) not in (*self._watcher.files(), *self._watcher.directories()):
            # Programs save by putting another file in its place, which is not watched then.
            self._watcher.addPath(str(path))

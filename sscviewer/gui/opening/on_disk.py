"""Notices that the open file is another on the disk by now: what is shown is no longer what is in it."""

import hashlib
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.gui.state.session import Session
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial

LOOK_AT_OPEN = "look at the open file"
CHANGED = "The open file has changed on the disk since it was read; what is shown is what it was."


class OnDisk(QObject):
    """Looks whenever the user comes back to the window; a folder of files is not looked at.

    No watcher: on network drives it hears nothing, and Excel puts a new file in the old one's place.

    Signals
    -------
    changed
        With the path of the open file, once per change.
    """

    changed = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._since = 0.0
        self._said = ""
        session.trial_changed.connect(self._take)

    @Slot(object)
    def _take(self, _trial: Trial | None) -> None:
        self._since = time.time()

    @Slot()
    def look(self) -> None:
        """Look at the file in the worker: a network drive may take its time."""
        trial = self._session.trial
        if trial is None or trial.study.is_hidden:
            return  # of a hidden trial the name and the hash are kept back too
        if not self._tasks.is_running(LOOK_AT_OPEN):
            self._tasks.run(LOOK_AT_OPEN, _Look(trial, self._since), self._seen)

    def _seen(self, found: tuple[Path, str] | None) -> None:
        trial = self._session.trial
        if found is not None and trial is not None and trial.path == found[0] and found[1] != self._said:
            self._said = found[1]
            self.changed.emit(found[0])


class _Look:
    """The work of comparing; only a file with another time or size is read."""

    def __init__(self, trial: Trial, since: float) -> None:
        self.path, self.source, self.since = trial.path, trial.report.source, since

    def __call__(self, ticket: Ticket) -> tuple[Path, str] | None:
        try:
            if not self.path.is_file():
                return None
            status = self.path.stat()
            if status.st_mtime <= self.since and status.st_size == self.source.bytes:
                return None
            now = hashlib.sha256(self.path.read_bytes()).hexdigest()
        except OSError:
            return None  # a file that is gone, or held by Excel, is not another one
        return None if now == self.source.sha256 else (self.path, now)

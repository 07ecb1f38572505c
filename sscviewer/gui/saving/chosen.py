"""Saving what was ticked: ask what, ask where, write it, say how it went."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask, ask_file, save_dialog
from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.choose import Choose

Work = Callable[[Ticket], tuple[str, str]]
"""Writes a file; returns one sentence for the user, and its kind."""


class ChosenSaving(QObject):
    """Asks what goes into a file and where it goes, and has it written.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    title: str
    """What is saved, for the dialog and for the list of tasks."""
    kinds: str
    """The formats, in Qt's words."""

    told = Signal(str, str)

    def __init__(self, session: Session, settings: Settings, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self.dialog: Choose | None = None

    def _ask(self, dialog: "Choose", then: Callable[[], None]) -> None:
        self.dialog = dialog
        ask(self._session, dialog, then)

    def _choose_file(self, name: str, work: Callable[[Path], Work]) -> None:
        dialog = save_dialog(self._window, self.title, save_folder(self._settings) / name, self.kinds)
        ask_file(self._session, dialog, lambda path: self._save(path, work))

    def _save(self, path: Path, work: Callable[[Path], Work]) -> None:
        self._settings.set("files/save_folder", str(path.parent))
        self._tasks.run(self.title, work(path), self._saved)

    def _saved(self, said: tuple[str, str]) -> None:
        self.told.emit(*said)

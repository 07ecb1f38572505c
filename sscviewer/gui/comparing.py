"""What changed since an earlier export: since the last one opened here, or since one the user chooses."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.password import AskPassword
from sscviewer.gui.opening import KINDS
from sscviewer.gui.recents import Recents
from sscviewer.gui.session import Session
from sscviewer.gui.settings import Settings
from sscviewer.gui.tasks import Cancelled, Tasks, Ticket
from sscviewer.gui.trial import CannotOpen, NeedsPassword, Trial, read_file

if TYPE_CHECKING:
    from sscviewer.model.change import Changes

SINCE, COMPARE, FORGET = "changes since the last file", "compare files", "forget fingerprints"


class _Since:
    """The work of comparing a file just opened with the fingerprints of the last one of its kind."""

    def __init__(self, folder: Path, trial: Trial) -> None:
        self.folder, self.trial = folder, trial

    def __call__(self, ticket: Ticket) -> "Changes | None":
        from sscviewer.workbook.changes.snapshots import compare_with_last

        try:
            return compare_with_last(self.folder, self.trial.collected, self.trial.report)
        except OSError:
            return None  # without a place for fingerprints there is nothing to compare with


class _Compare:
    """The work of reading an older file and comparing the open one with it."""

    def __init__(self, path: Path, trial: Trial, password: str | None) -> None:
        self.path, self.trial, self.password = path, trial, password

    def __call__(self, ticket: Ticket) -> "Changes":
        from sscviewer.workbook.changes.compare import compare_studies

        older = read_file(self.path, ticket, password=self.password)
        return compare_studies(older.study, self.trial.collected)


class _Forget:
    """The work of deleting fingerprints."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, ticket: Ticket) -> None:
        from sscviewer.workbook.changes.snapshots import forget_all

        forget_all(self.folder)


class Comparing(QObject):
    """Compares exports of one study; what it finds goes to the session.

    Fingerprints are kept where recent files are remembered, and forgotten with them.

    Signals
    -------
    begun, advanced, ended
        Reading the older file began (text), is so far (text, 0-1), is over.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    begun = Signal(str)
    advanced = Signal(str, float)
    ended = Signal()
    told = Signal(str, str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        recents: Recents,
        tasks: Tasks,
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._recents = recents
        self._tasks = tasks
        self._folder = folder
        self._window = window
        self._path = Path()
        self._asking: tuple[Path, Trial, AskPassword] | None = None
        session.trial_changed.connect(self._look_back)
        recents.changed.connect(self._forget)

    @Slot()
    def choose(self) -> None:
        """Let the user choose an older export and compare the open file with it."""
        trial = self._session.trial
        if trial is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.text("files/open_folder") or documents
        name, _ = QFileDialog.getOpenFileName(self._window, "Compare with an earlier export", folder, KINDS)
        if name:
            self.compare(Path(name), trial)

    def compare(self, path: Path, trial: Trial, password: str | None = None) -> None:
        """Compare a trial with an older file."""
        self._tasks.cancel(SINCE)
        self._path = path
        self.begun.emit(f"Comparing with {path.name} …")
        self._tasks.run(
            COMPARE, _Compare(path, trial, password), self._compared, self._failed, self.advanced.emit
        )

    @Slot()
    def cancel(self) -> None:
        """Stop comparing."""
        if self._tasks.is_running(COMPARE):
            self._tasks.cancel(COMPARE)
            self.ended.emit()

    @Slot(object)
    def _look_back(self, trial: Trial) -> None:
        self.cancel()
        self._tasks.cancel(SINCE)
        if self._recents.remembering and trial.path != resource_path("demo", "demo_trial.xlsx"):
            self._tasks.run(SINCE, _Since(self._folder, trial), self._looked_back)

    def _looked_back(self, changes: "Changes | None") -> None:
        if changes is None:
            return
        self._session.set_changes(changes)
        if changes.changes:
            self.told.emit(f"{changes.sentence()} The Data page lists them.", "info")

    def _compared(self, changes: "Changes") -> None:
        self.ended.emit()
        self._session.set_changes(changes)
        self._session.set_view("data")

    def _failed(self, error: Exception) -> None:
        self.ended.emit()
        if isinstance(error, NeedsPassword):
            self._ask_password(is_wrong=error.is_wrong)
        elif isinstance(error, CannotOpen):
            self.told.emit(str(error), "error")
        elif not isinstance(error, Cancelled):
            raise error

    def _ask_password(self, *, is_wrong: bool) -> None:
        path, trial = self._path, self._session.trial
        if trial is not None:
            dialog = AskPassword(path.name, is_wrong=is_wrong, parent=self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(self._password_given)
            self._asking = (path, trial, dialog)
            dialog.open()

    @Slot()
    def _password_given(self) -> None:
        if self._asking is not None:
            (path, trial, dialog), self._asking = self._asking, None
            self.compare(path, trial, dialog.password)

    @Slot()
    def _forget(self) -> None:
        if not self._recents.paths:
            self._tasks.run(FORGET, _Forget(self._folder), self._forgotten)

    def _forgotten(self, nothing: None) -> None:
        """There is nothing to show."""

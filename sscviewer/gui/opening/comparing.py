"""What changed since an earlier export: since the last one opened here, or since one the user chooses."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.question import ask_file, open_dialog
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.opening.open_file import KINDS, Opening
from sscviewer.gui.state.recents import Recents
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Cancelled, Tasks, Ticket
from sscviewer.gui.state.trial import CannotOpen, HowToRead, NeedsPassword, Trial, read_file

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.model.change import Changes

SINCE, COMPARE, FORGET = "changes since the last file", "compare files", "forget fingerprints"

COMPARED = 0.6
"""How far comparing is when the records are compared and the results are not yet."""


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


@dataclass(frozen=True, slots=True)
class _Compare:
    """The work of reading an older file and comparing the open one with it."""

    path: Path
    trial: Trial
    library: Path
    password: str | None
    plan: "AnalysisPlan"

    def __call__(self, ticket: Ticket) -> "Changes":
        from sscviewer.analysis.settle import settle_study
        from sscviewer.report.result_changes import results_since
        from sscviewer.workbook.changes.compare import compare_studies

        how = HowToRead(library=self.library, password=self.password, answers=self.trial.answers)
        older = read_file(self.path, ticket, how)
        changes = compare_studies(older.study, self.trial.collected)
        ticket.progress("Comparing the results", COMPARED)
        plan, trial = self.plan, self.trial
        before = older.study, settle_study(older.study, plan)
        return replace(changes, results=results_since(before, (trial.collected, trial.study), plan))


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
        opening: Opening,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._recents = recents
        self._tasks = tasks
        self._folder = folder
        self._opening = opening
        self._window = window
        self._path = Path()
        session.trial_changed.connect(self._look_back)
        recents.changed.connect(self._forget)

    @Slot()
    def choose(self) -> None:
        """Let the user choose an older export and compare the open file with it."""
        if self._session.trial is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.text("files/open_folder") or documents
        dialog = open_dialog(self._window, tr("Compare with an earlier export"), folder, KINDS)
        ask_file(self._session, dialog, self.compare)

    def compare(self, path: Path) -> None:
        """Compare the open trial with an older file, read as an export of its shape is."""
        trial = self._session.trial
        if trial is None:
            return
        self._tasks.cancel(SINCE)
        self._path = path
        self.begun.emit(tr("Comparing with {name} …").format(name=path.name))
        opening = self._opening
        work = _Compare(path, trial, opening.library, opening.passwords.of(path), self._session.planning.plan)
        self._tasks.run(COMPARE, work, self._compared, self._failed, self.advanced.emit)

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
        if trial.study.is_hidden:
            return  # its names are no study's
        if self._recents.remembering and trial.path != resource_path("demo", "demo_trial.xlsx"):
            self._tasks.run(SINCE, _Since(self._folder, trial), self._looked_back)

    def _looked_back(self, changes: "Changes | None") -> None:
        if changes is None:
            return
        self._session.set_changes(changes)
        if changes.changes:
            self.told.emit(
                tr("{sentence} The Data page lists them.").format(sentence=changes.sentence()), "info"
            )

    def _compared(self, changes: "Changes") -> None:
        self.ended.emit()
        self._session.set_changes(changes)
        self._session.set_view("data")

    def _failed(self, error: Exception) -> None:
        self.ended.emit()
        if isinstance(error, NeedsPassword):
            self._opening.passwords.ask(self._path, self.compare, is_wrong=error.is_wrong)
        elif isinstance(error, CannotOpen):
            self.told.emit(error_words(error), "error")
        elif not isinstance(error, Cancelled):
            raise error

    @Slot()
    def _forget(self) -> None:
        if not self._recents.paths:
            self._tasks.run(FORGET, _Forget(self._folder), self._forgotten)

    def _forgotten(self, nothing: None) -> None:
        """There is nothing to show."""

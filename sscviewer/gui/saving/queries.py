"""Saving findings as a query list for the site."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.choose_severities import ChooseSeverities
from sscviewer.gui.dialogs.question import ask, ask_file, save_dialog
from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.state.not_shown_words import counted
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.model.issue import Issue

SAVE = "save query list"
KINDS = "Excel workbook (*.xlsx);;CSV (*.csv)"


class _Save:
    """The work of writing a list."""

    def __init__(self, path: Path, issues: "tuple[Issue, ...]", trial: Trial) -> None:
        self.path, self.issues, self.trial = path, issues, trial

    def __call__(self, ticket: Ticket) -> tuple[str, str]:
        from sscviewer.memory.query_log import numbered
        from sscviewer.memory.query_words import Asker
        from sscviewer.report.query_list import QueryList, QueryListFailed, write_query_list

        report = self.trial.report
        queries = numbered(Asker(self.trial.collected, report).questions(self.issues))
        try:
            write_query_list(self.path, QueryList(queries, report.source))
        except QueryListFailed as error:
            return str(error), "error"
        return f"Saved {counted(len(queries), 'query', 'queries')} to {self.path.name}.", "info"


class Queries(QObject):
    """Asks what goes into the list and where it goes, and has it written.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    told = Signal(str, str)

    def __init__(self, session: Session, settings: Settings, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self.dialog: ChooseSeverities | None = None

    @Slot()
    def ask(self) -> None:
        """Ask about all findings of the open file."""
        trial = self._session.trial
        if trial is not None:
            self.ask_about(trial.report.issues)

    @Slot(tuple)
    def ask_about(self, issues: tuple) -> None:  # type: ignore[type-arg]
        """Ask about some findings: those a table shows."""
        trial = self._session.trial
        if trial is None:
            return
        self.dialog = dialog = ChooseSeverities(issues, self._window)
        ask(self._session, dialog, lambda: self._choose_file(dialog.chosen, trial))

    def _choose_file(self, issues: "tuple[Issue, ...]", trial: Trial) -> None:
        proposal = save_folder(self._settings) / f"{Path(trial.report.source.name).stem}_queries.xlsx"
        dialog = save_dialog(self._window, "Save query list", proposal, KINDS)
        ask_file(self._session, dialog, lambda path: self._save(path, issues, trial))

    def _save(self, path: Path, issues: "tuple[Issue, ...]", trial: Trial) -> None:
        self._settings.set("files/save_folder", str(path.parent))
        self._tasks.run(SAVE, _Save(path, issues, trial), self._saved)

    def _saved(self, said: tuple[str, str]) -> None:
        self.told.emit(*said)

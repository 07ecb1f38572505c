"""Saving findings as a query list for the site."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sscviewer.gui.dialogs.choose_severities import ChooseSeverities
from sscviewer.gui.saving.chosen import ChosenSaving
from sscviewer.gui.state.not_shown_words import counted
from sscviewer.gui.state.tasks import Ticket
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.model.issue import Issue


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


class Queries(ChosenSaving):
    """Asks which findings go into the list."""

    title = "Save query list"
    kinds = "Excel workbook (*.xlsx);;CSV (*.csv)"

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
        dialog = ChooseSeverities(issues, self._window)
        name = f"{Path(trial.report.source.name).stem}_queries.xlsx"
        self._ask(dialog, lambda: self._choose_file(name, partial(_Save, issues=dialog.chosen, trial=trial)))

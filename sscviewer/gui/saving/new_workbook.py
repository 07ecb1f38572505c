"""Saving an empty workbook to start a trial with."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from sscviewer.gui.dialogs.file_kinds import file_kinds
from sscviewer.gui.saving.chosen import ChosenSaving
from sscviewer.gui.state.tasks import Ticket


class _Save:
    """The work of writing it."""

    def __init__(self, path: Path, parts: tuple[str, ...]) -> None:
        self.path, self.parts = path, parts

    def __call__(self, ticket: Ticket) -> tuple[str, str]:
        from sscviewer.report.trial_workbook import TrialWorkbookFailed, write_trial_workbook

        try:
            write_trial_workbook(self.path, self.parts)
        except TrialWorkbookFailed as error:
            return str(error), "error"
        return f"Saved to {self.path.name}: fill it in Excel or LibreOffice, then open it here.", "info"


class NewWorkbook(ChosenSaving):
    """Asks which sheets it gets."""

    title = "Save an empty trial workbook"
    kinds = file_kinds(["xlsx"])

    @Slot()
    def ask(self) -> None:
        """Ask which sheets it gets."""
        from sscviewer.gui.dialogs.choose_sheets import ChooseSheets
        from sscviewer.report.trial_workbook_parts import PARTS

        sheets = ((part.key, part.name, part.rule) for part in PARTS)
        dialog = ChooseSheets(sheets, self._window)
        self._ask(dialog, lambda: self._choose_file("trial.xlsx", partial(_Save, parts=dialog.chosen)))

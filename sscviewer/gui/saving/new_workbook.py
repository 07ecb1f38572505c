"""Saving an empty workbook to start a trial with."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.choose_sheets import ChooseSheets
from sscviewer.gui.dialogs.question import ask, ask_file, save_dialog
from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket

SAVE = "save an empty trial workbook"
KIND = "Excel workbook (*.xlsx)"


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


class NewWorkbook(QObject):
    """Asks which sheets it gets and where it goes, and has it written.

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
        self.dialog: ChooseSheets | None = None

    @Slot()
    def ask(self) -> None:
        """Ask which sheets it gets."""
        from sscviewer.report.trial_workbook_parts import PARTS

        sheets = ((part.key, part.name, part.rule) for part in PARTS)
        self.dialog = dialog = ChooseSheets(sheets, self._window)
        ask(self._session, dialog, lambda: self._choose_file(dialog.chosen))

    def _choose_file(self, parts: tuple[str, ...]) -> None:
        proposal = save_folder(self._settings) / "trial.xlsx"
        dialog = save_dialog(self._window, "Save an empty trial workbook", proposal, KIND)
        ask_file(self._session, dialog, lambda path: self._save(path, parts))

    def _save(self, path: Path, parts: tuple[str, ...]) -> None:
        self._settings.set("files/save_folder", str(path.parent))
        self._tasks.run(SAVE, _Save(path, parts), self._saved)

    def _saved(self, said: tuple[str, str]) -> None:
        self.told.emit(*said)

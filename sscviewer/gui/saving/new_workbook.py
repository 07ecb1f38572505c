"""Saving an empty workbook to start a trial with."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sscviewer.gui.dialogs.choose_sheets import ChooseSheets
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

    def __init__(self, settings: Settings, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self.dialog: ChooseSheets | None = None

    @Slot()
    def ask(self) -> None:
        """Ask which sheets it gets."""
        from sscviewer.report.trial_workbook_parts import PARTS

        sheets = ((part.key, part.name, part.rule) for part in PARTS)
        self.dialog = ChooseSheets(sheets, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._choose_file)
        self.dialog.open()

    @Slot()
    def _choose_file(self) -> None:
        if self.dialog is None:
            return
        parts = self.dialog.chosen
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposal = Path(self._settings.text("files/save_folder") or documents) / "trial.xlsx"
        title = "Save an empty trial workbook"
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposal), KIND)
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.xlsx")
        self._settings.set("files/save_folder", str(path.parent))
        self._tasks.run(SAVE, _Save(path, parts), self._saved)

    def _saved(self, said: tuple[str, str]) -> None:
        self.told.emit(*said)

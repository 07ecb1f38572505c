"""Keeping marks beside the workbook, for everybody who opens it there."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.language import tr
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session

WORDS = (
    "From now on marks, comments and queries of this study are kept in a file beside the workbook. "
    "Everybody who opens the workbook there sees them and adds to them. "
    "Like the workbook the file holds patients’ IDs and data: it goes where the workbook may go."
)


class KeepBeside(QObject):
    """Asks whether marks are to be kept beside the workbook, and has it done."""

    def __init__(self, session: Session, reviews: Reviews, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._reviews, self._window = session, reviews, window
        self.dialog: QMessageBox | None = None

    @property
    def is_possible(self) -> bool:
        """Whether marks are kept elsewhere, and the workbook lies in a folder of the user's."""
        trial, reviews = self._session.trial, self._reviews
        if trial is None or reviews.memory is None or reviews.is_beside:
            return False
        return trial.path != resource_path("demo", "demo_trial.xlsx")

    @Slot()
    def ask(self) -> None:
        """Ask, and keep them there."""
        if not self.is_possible:
            return
        self.dialog = dialog = QMessageBox(self._window)
        dialog.setWindowTitle(tr("Keep marks beside the workbook"))
        dialog.setTextFormat(Qt.TextFormat.PlainText)
        dialog.setText(tr(WORDS))
        dialog.addButton(tr("Keep them there"), QMessageBox.ButtonRole.AcceptRole)
        dialog.addButton(QMessageBox.StandardButton.Cancel)
        ask(self._session, dialog, self._reviews.keep_beside)

"""The patient's page as a table: all that its pictures show, for a keyboard and a screen reader."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.session import Session

_NOTE = "Study days: day 1 is the first dose, the day before it −1. What is not shown is counted at the foot."


class PageTable(QDialog):
    """Follows the patient of the session; stays open beside the window and closes with the trial."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = TablePane("Values of the patient's page", self, stretch=1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 120, self.fontMetrics().height() * 32)
        session.page_changed.connect(self.refresh)
        session.trial_changed.connect(self.reject)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the patient chosen now."""
        from sscviewer.analysis.patient.page_values import COLUMNS, page_values  # there is a trial

        page = self._session.page
        if page is None:
            return
        self.setWindowTitle(tr("{usubjid}: values").format(usubjid=page.usubjid))
        self.table.show_listing(Listing(COLUMNS, page_values(page)), _NOTE)
        self.table.view.setFocus()

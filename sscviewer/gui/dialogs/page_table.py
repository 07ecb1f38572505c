"""What is on screen as a table: all that its pictures show, for a keyboard and a screen reader."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.report.table_file import Table

_NOTE = "Study days: day 1 is the first dose, the day before it −1. What is not shown is counted at the foot."
_OF_VISITS = "The file gives no time between its visits. What is not shown is counted at the foot."


class PageTable(QDialog):
    """Follows patient and page; stays open beside the window and closes with the trial.

    On a page of the whole trial it shows `of_view`, what the view there draws, once that is there.
    """

    def __init__(
        self, session: Session, of_view: "Callable[[], Table | None]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._of_view = session, of_view
        self.table = TablePane("Values shown", self, stretch=1, said=str)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 120, self.fontMetrics().height() * 32)
        session.page_changed.connect(self.refresh)
        session.trial_changed.connect(self.reject)
        self.refresh()
        self.table.view.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show the values of the picture on screen now; where there is none, of the patient chosen."""
        from sscviewer.analysis.patient.page_values import page_columns, page_values  # there is a trial

        table, page = self._of_view(), self._session.page
        if table is not None:
            self.setWindowTitle(tr("{usubjid}: values").format(usubjid=table.title))
            self.table.show_listing(Listing(table.columns, table.rows, table.numeric), " ".join(table.notes))
            return
        if page is None:
            return
        self.setWindowTitle(tr("{usubjid}: values").format(usubjid=page.usubjid))
        self.table.show_listing(
            Listing(page_columns(page), page_values(page)), _OF_VISITS if page.visits else _NOTE
        )

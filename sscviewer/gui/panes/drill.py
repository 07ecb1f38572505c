"""What is behind a number: the records it counts, each with the way to its patient's page."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import Listing, ListingModel
from sscviewer.gui.state.session import Session


@dataclass(frozen=True, slots=True)
class Drill:
    """What stands behind a number the user clicked.

    Attributes
    ----------
    title
        "Nausea, grade ≥ 2: 4 patients, 6 events".
    table, rows
        The records, as positions in a table of the study; no rows when only patients are meant.
    usubjids
        The patients, where there are no records to list.
    """

    title: str
    table: str = "subjects"
    rows: tuple[int, ...] = ()
    usubjids: tuple[str, ...] = ()


class DrillPane(QWidget):
    """Lists records; a double click opens the patient with the record chosen.

    Signals
    -------
    closed
        The user has seen enough.
    """

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drill = Drill("")
        self._usubjids: tuple[str, ...] = ()
        self.model = ListingModel(Listing((), ()), self)
        self.view = ListingView(self.model, "Records behind the number", self)
        self.view.setToolTip(tr("Double-click a row to open its patient"))
        self.view.row_chosen.connect(self._open)
        self.heading = QLabel(self)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        copy, close = QPushButton(tr("Copy table"), self), QPushButton(tr("Close"), self)
        copy.setAccessibleName(tr("Copy the records"))
        copy.clicked.connect(self.view.copy_all)
        close.setAccessibleName(tr("Close the list of records"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)
        bar = QHBoxLayout()
        bar.addWidget(self.heading, 1)
        bar.addWidget(copy)
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.view)

    def show_drill(self, drill: Drill) -> None:
        """List the records of a number."""
        from sscviewer.analysis.listing import list_records, list_subjects

        trial = self._session.trial
        if trial is None:
            return
        self._drill = drill
        found = (
            list_records(trial.study, drill.table, drill.rows)
            if drill.rows
            else list_subjects(trial.study, drill.usubjids)
        )
        self._usubjids = found.usubjids
        self.heading.setText(drill.title)
        self.model.set_listing(Listing(found.columns, found.rows, found.numeric))
        self.view.fit_columns()

    @Slot(int)
    def _open(self, position: int) -> None:
        self._session.set_usubjid(self._usubjids[position])
        if self._drill.rows:
            self._session.set_selected((self._drill.table, self._drill.rows[position]))
        self._session.set_view("patient")

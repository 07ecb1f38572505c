"""The data page: what was read of the file, what is wrong in it, and what no picture shows."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sscviewer.gui.pages.data_tables import DataTables
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.same_record import same_record
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.model.change import Changes
    from sscviewer.report.table_file import Table


class DataView(QWidget):
    """The tables of a file, made when somebody looks: most who open one look at its patients first.

    Signals
    -------
    queries_asked
        With the issues to ask about in a list.
    query_asked
        With those that become queries of the log at once.
    list_asked
        With the queries of the log to be saved as a list.
    map_asked
        With a sheet that is to be mapped, and whether its measurements are what is asked about.
    offer_changed
        Which table can be saved may have changed.
    """

    queries_asked = Signal(tuple)
    query_asked = Signal(tuple)
    list_asked = Signal(tuple)
    map_asked = Signal(str, bool)
    offer_changed = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = parts.session
        self._parts, self._session, self._actions = parts, session, parts.actions
        self._tables: DataTables | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        session.trial_changed.connect(self.show_trial)
        session.changes_changed.connect(self.show_changes)
        session.cell_asked.connect(self.show_cell)
        parts.reviews.changed.connect(self._count_marks)
        parts.queries.changed.connect(self._count_marks)

    @Slot(str, bool)
    def _map(self, sheet: str, measures: bool) -> None:
        if self._actions["map"].isEnabled():  # not while identities are hidden
            self.map_asked.emit(sheet, measures)

    @Slot(object)
    def show_trial(self, _trial: Trial) -> None:
        """Show another file's report."""
        if self._tables is not None:
            self._tables.hide()
            self._tables.deleteLater()
            self._tables = None
        if self.isVisible():
            self._make_tables()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the tables of the file that is open."""
        super().showEvent(event)
        if self._session.trial is not None:
            self._make_tables()

    @property
    def tables(self) -> DataTables:
        """Those of the file that is open."""
        return self._make_tables()

    def _make_tables(self) -> DataTables:
        if self._tables is not None:
            return self._tables
        trial = self._session.trial
        assert trial is not None
        self._tables = tables = DataTables(trial, self._parts, self)
        tables.patient_asked.connect(self._open_patient)
        tables.sheets.map_asked.connect(self._map)
        tables.issues.save_asked.connect(self.queries_asked)
        tables.issues.query_asked.connect(self.query_asked)
        tables.reviews.record_asked.connect(self._open_record)
        tables.queries.record_asked.connect(self._open_as_read)
        tables.queries.save_asked.connect(self.list_asked)
        tables.tabs.currentChanged.connect(self.offer_changed)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(tables)
        tables.show()
        _after(self, tables)
        self.show_changes(self._session.changes)
        return tables

    @Slot()
    def _count_marks(self) -> None:
        if self._tables is not None:
            self._tables.count_marks()
            self.offer_changed.emit()

    @Slot(object)
    def show_changes(self, changes: "Changes | None") -> None:
        """Show what changed since an earlier export, and turn to it when the user chose that export."""
        if self._tables is not None:
            self._tables.show_changes(changes)
            self.offer_changed.emit()

    def table(self) -> "Table | None":
        """Return the table of changes, reviews or queries while it is on screen; issues become queries."""
        return self._tables.table() if self._tables is not None else None

    @Slot()
    def show_not_shown(self) -> None:
        """Turn to the list of what no picture shows; to the issues when there is no such record."""
        trial = self._session.trial
        if trial is not None:
            self.tables.tabs.setCurrentIndex(1 if trial.not_shown else 0)

    @Slot(str)
    def show_cell(self, srcref: str) -> None:
        """Go to the sheet and the column of a cell, and list the issues about it where there are any."""
        if self._session.trial is not None:
            self.tables.show_cell(srcref)

    @Slot(str, object)
    def _open_record(self, usubjid: str, record: "tuple[str, int] | None") -> None:
        self._open_patient(usubjid)
        if record is not None and self._session.usubjid == usubjid:
            self._session.set_selected(record)

    @Slot(str, object)
    def _open_as_read(self, usubjid: str, record: "tuple[str, int] | None") -> None:
        """Open a record of the file as it was read."""
        trial = self._session.trial
        if record is not None and trial is not None:
            row = same_record(trial.collected, trial.study, *record)
            record = (record[0], row) if row >= 0 else None
        self._open_record(usubjid, record)

    @Slot(str)
    def _open_patient(self, usubjid: str) -> None:
        trial = self._session.trial
        if trial is not None and usubjid in trial.study.usubjids:
            self._session.set_usubjid(usubjid)
            self._session.set_view("patient")


def _after(page: QWidget, made: QWidget) -> None:
    """Let Tab lead through what was made late where it stands on its page, not behind all of the window."""
    inside: list[QWidget] = []
    one = page.nextInFocusChain()
    while one is not None and one is not page:
        if made.isAncestorOf(one):
            inside.append(one)
        one = one.nextInFocusChain()
    for before, after in pairwise((page, *inside)):
        QWidget.setTabOrder(before, after)

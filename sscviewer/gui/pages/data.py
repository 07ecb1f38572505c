"""The data page: what was read of the file, what is wrong in it, and what no picture shows."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.pages.data_listings import ISSUE_FILE_COLUMNS, issues_for_file, not_shown_listing
from sscviewer.gui.pages.issues_table import IssuesTable
from sscviewer.gui.pages.sheets_table import SheetsTable
from sscviewer.gui.session import Session
from sscviewer.gui.settings import Settings
from sscviewer.gui.table_model import ListingModel, ListingView, comma_separated
from sscviewer.gui.trial import Trial
from sscviewer.gui.write_file import WriteFailed, write_text


class DataView(QWidget):
    """Built anew for each file: the tables of its load report.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    map_asked
        The user wants to say what the sheets are.
    """

    told = Signal(str, str)
    map_asked = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._contents: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        session.trial_changed.connect(self.show_trial)

    @Slot(object)
    def show_trial(self, trial: Trial) -> None:
        """Show another file's report."""
        if self._contents is not None:
            self._contents.hide()
            self._contents.deleteLater()
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        self.sheets = SheetsTable(trial.report, split)
        self.sheets.map_asked.connect(self.map_asked)
        self.issues = IssuesTable(trial.report.issues, split)
        self.issues.patient_asked.connect(self._open_patient)
        self.issues.save_asked.connect(self._save_issues)
        self.not_shown = self._not_shown(trial, split)
        self.tabs = QTabWidget(split)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.issues, f"Issues ({len(trial.report.issues)})")
        self.tabs.addTab(self.not_shown, f"Not shown ({len(trial.not_shown)})")
        split.addWidget(self.sheets)
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(split)
        self._contents = split

    def _not_shown(self, trial: Trial, parent: QWidget) -> QWidget:
        page = QWidget(parent)
        self.not_shown_model = ListingModel(not_shown_listing(trial.not_shown), page)
        self.not_shown_view = ListingView(self.not_shown_model, "Not shown", page)
        self.not_shown_view.fit_columns()
        self.not_shown_view.row_chosen.connect(self._open_not_shown)
        words = "Records that are in the file and in no picture. Nothing else is left out."
        if trial.n_without_start:
            words += (
                f" {trial.n_without_start} adverse events without a start date are drawn"
                " from the left edge, with an arrow."
            )
        label = QLabel(words, page)
        label.setWordWrap(True)
        copy = QPushButton("Copy table", page)
        copy.setAccessibleName("Copy table")
        copy.clicked.connect(self.not_shown_view.copy_all)
        bar = QHBoxLayout()
        bar.addWidget(label, 1)
        bar.addWidget(copy)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.not_shown_view)
        return page

    @Slot()
    def show_not_shown(self) -> None:
        """Turn to the list of what no picture shows; to the issues when there is no such record."""
        trial = self._session.trial
        if trial is not None:
            self.tabs.setCurrentIndex(1 if trial.not_shown else 0)

    @Slot(int)
    def _open_not_shown(self, position: int) -> None:
        trial = self._session.trial
        if trial is not None:
            self._open_patient(trial.not_shown[position].usubjid)

    @Slot(str)
    def _open_patient(self, usubjid: str) -> None:
        trial = self._session.trial
        if trial is not None and usubjid in trial.study.usubjids:
            self._session.set_usubjid(usubjid)
            self._session.set_view("patient")

    @Slot(tuple)
    def _save_issues(self, issues: tuple) -> None:  # type: ignore[type-arg]
        trial = self._session.trial
        if trial is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._settings.text("files/save_folder") or documents)
        proposal = folder / f"{Path(trial.report.source.name).stem}_issues.csv"
        name, _ = QFileDialog.getSaveFileName(self, "Save issues", str(proposal), "CSV (*.csv)")
        if not name:
            return
        try:
            write_text(Path(name), comma_separated(ISSUE_FILE_COLUMNS, issues_for_file(issues)))
        except WriteFailed as error:
            self.told.emit(str(error), "error")
            return
        self._settings.set("files/save_folder", str(Path(name).parent))
        self.told.emit(f"Saved {len(issues)} issues to {Path(name).name}.", "info")

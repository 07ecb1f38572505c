"""What changed since an earlier export, patient by patient."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.pages.data_listings import changes_listing
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import ListingModel

if TYPE_CHECKING:
    from sscviewer.gui.state.actions import Actions
    from sscviewer.model.change import Changes
    from sscviewer.report.table_file import Table

NOTHING = "No earlier export of this study was opened on this computer. Choose one to see what changed."
NAMES_ONLY = "Its values were not kept: choose the file to see old and new ones."


class ChangesTable(QWidget):
    """Rows added, changed and gone; a double click opens the patient.

    Signals
    -------
    patient_asked
        With the USUBJID of the change.
    """

    patient_asked = Signal(str)

    def __init__(self, actions: "Actions", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: Changes | None = None
        self.words = QLabel(tr(NOTHING), self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAccessibleName(tr("What changed"))
        self.compare_button = QPushButton(tr("Compare with an earlier export…"), self)
        self.compare_button.setAccessibleName(tr("Compare with an earlier export"))
        self.compare_button.clicked.connect(actions["compare"].trigger)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search changes"))
        self.search.setAccessibleName(tr("Search changes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(tr("Kind of change"))
        self.kind.activated.connect(self._narrow)
        self.copy_button = QPushButton(tr("Copy table"), self)
        self.copy_button.setAccessibleName(tr("Copy table"))
        self.copy_button.setToolTip(tr("Copy the changes shown, to paste into a spreadsheet"))
        self.save_button = QPushButton(tr("Save table…"), self)
        self.save_button.setAccessibleName(tr("Save table"))
        self.save_button.setToolTip(tr("Save the changes shown as an Excel workbook or CSV (Ctrl+T)"))
        self.save_button.clicked.connect(actions["save_table"].trigger)
        self.model = ListingModel(changes_listing(None), self)
        self.view = ListingView(self.model, "Changes", self)
        self.view.setToolTip(tr("Double-click a change to open its patient"))
        self.view.row_chosen.connect(self._open)
        self.copy_button.clicked.connect(self.view.copy_all)
        self._lay_out()
        self.show_changes(None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.compare_button)
        bar = FlowLayout()
        for widget in (self.search, self.kind, self.copy_button, self.save_button):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(top)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)

    @property
    def n_changes(self) -> int:
        """How many changes are listed."""
        return len(self._changes.changes) if self._changes else 0

    def show_changes(self, changes: "Changes | None") -> None:
        """Show other changes; None when there is nothing to compare with."""
        self._changes = changes
        words = changes.sentence() if changes else tr(NOTHING)
        if changes and changes.changes and not changes.exact:
            words += f" {NAMES_ONLY}"
        self.words.setText(words)
        self.model.set_listing(changes_listing(changes))
        self.view.fit_columns()
        counts = changes.counts().items() if changes else ()
        self.kind.clear()
        self.kind.addItem(tr("Any change"), "")
        for kind, n in counts:
            if n:
                self.kind.addItem(f"{tr(kind.capitalize())} ({n})", kind)
        for widget in (self.view, self.search, self.copy_button, self.save_button):
            widget.setVisible(self.n_changes > 0)
        self.kind.setVisible(self.kind.count() > 2)
        self._narrow()

    def table(self) -> "Table | None":
        """Return the changes shown, in their order; None without any."""
        changes, listing = self._changes, self.model.listing
        if changes is None or not self.model.shown:
            return None
        from sscviewer.report.table_file import Table

        rows = tuple(listing.rows[position] for position in self.model.shown)
        return Table("changes", changes.sentence(), listing.columns, rows, notes=_notes(changes, len(rows)))

    @Slot()
    def _narrow(self) -> None:
        kind = self.kind.currentData()
        shown = self._changes.changes if self._changes else ()
        self.model.show_only(frozenset(i for i, change in enumerate(shown) if kind in ("", change.kind)))
        self.model.search(self.search.text())

    @Slot(int)
    def _open(self, position: int) -> None:
        if self._changes and self._changes.changes[position].usubjid:
            self.patient_asked.emit(self._changes.changes[position].usubjid)


def _notes(changes: "Changes", n_rows: int) -> tuple[str, ...]:
    """Return what a reader of the saved table must know."""
    notes = []
    if n_rows < len(changes.changes):
        notes.append(f"{n_rows} of {len(changes.changes)} changes, as the list was narrowed.")
    if not changes.exact:
        notes.append("Old and new values are not known: of the earlier file only fingerprints were kept.")
    for columns, which in ((changes.only_new, "newer"), (changes.only_old, "earlier")):
        if columns:
            notes.append(f"Not compared, as only the {which} file has them: {', '.join(columns)}.")
    return tuple(notes)

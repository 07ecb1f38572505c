"""A table of results: sorted, searched, copied and saved, with what a reader must know below it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr, within
from sscviewer.gui.panes.cell_words import cell_said
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.sentence_label import SentenceLabel
from sscviewer.gui.panes.table_model import Listing, ListingModel

if TYPE_CHECKING:
    from sscviewer.report.table_file import Table


class TablePane(QWidget):
    """A listing with a search and its note; its Save button asks the window to save the table of the page.

    Signals
    -------
    cell_chosen
        (row of the listing, column) that was clicked.
    row_chosen
        Row of the listing that was double-clicked or entered.

    Parameters
    ----------
    said
        Gives a cell as it is shown; `str` for a list of what file or user say.
    """

    cell_chosen = Signal(int, int)
    row_chosen = Signal(int)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        stretch: int = -1,
        said: Callable[[str], str] = cell_said,
    ) -> None:
        super().__init__(parent)
        self.model = ListingModel(Listing((), ()), self, said=said)
        self.view = ListingView(self.model, name, self, stretch=stretch)
        self.view.clicked.connect(self._clicked)
        self.view.row_chosen.connect(self.row_chosen)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the table"))
        self.search.setAccessibleName(tr("Search {name}").format(name=within(tr(name))))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.search)
        self.copy_button = QPushButton(tr("Copy table"), self)
        self.copy_button.setAccessibleName(tr("Copy {name}").format(name=within(tr(name))))
        self.copy_button.clicked.connect(self.view.copy_all)
        self.bar = FlowLayout()
        self.bar.addWidget(self.search)
        self.bar.addWidget(self.copy_button)
        self.note = SentenceLabel(tr("About the table"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.note)

    def show_listing(self, listing: Listing, note: str = "") -> None:
        """Show another table."""
        same = self.model.listing.columns == listing.columns
        self.model.set_listing(listing)
        if not same:
            self.view.fit_columns()
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def height_of_rows(self, most: int | None = None) -> int:
        """Return the height in which all rows, or the first of them, are in sight, px."""
        rows = len(self.model.listing.rows) if most is None else min(most, len(self.model.listing.rows))
        around = self.sizeHint().height() - self.view.sizeHint().height() + 2 * self.view.frameWidth()
        head, bar = self.view.horizontalHeader(), self.view.horizontalScrollBar()
        inside = rows * self.view.verticalHeader().defaultSectionSize()
        return around + head.sizeHint().height() + inside + bar.sizeHint().height()

    def table(self, name: str, title: str, notes: tuple[str, ...] = ()) -> "Table":
        """Return the rows shown, as they are sorted, ready to be saved."""
        from sscviewer.report.table_file import Table

        listing = self.model.listing
        rows = tuple(listing.rows[i] for i in self.model.shown)
        own = (self.note.words,) if self.note.words else ()
        return Table(name, title, listing.columns, rows, listing.numeric, (*own, *notes))

    @Slot(object)
    def _clicked(self, index: object) -> None:
        from PySide6.QtCore import QModelIndex

        if isinstance(index, QModelIndex) and index.isValid():
            self.cell_chosen.emit(self.model.row_of(index), index.column())

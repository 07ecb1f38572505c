"""Everything that was marked: ticks, comments and flags with how they stand, and who said what when."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.pages.data_listings import ROLES
from sscviewer.gui.pages.filled_when_seen import FilledWhenSeen
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.reviews import WORDS, Reviews

if TYPE_CHECKING:
    from sscviewer.memory.study_memory import Said, StudyMark
    from sscviewer.report.table_file import Table

STANDINGS = {"same": "As it was", "changed": "Changed since", "gone": "Gone from the file"}
MARKS, TRAIL = "marks", "trail"
MARK_COLUMNS = ("Patient", "Record", "Where", "What", "Text", "Who", "When (UTC)", "Standing", "What changed")
TRAIL_COLUMNS = ("No.", "When (UTC)", "Who", "Patient", "Record of", "What", "Before", "After", "Takes back")


class ReviewsTable(FilledWhenSeen):
    """Marks of patients and records, narrowed by kind and standing; behind a choice the trail.

    Filled when it comes on screen: how a mark stands is found by comparing records.

    Signals
    -------
    record_asked
        USUBJID, and (table, row) of the marked record or None.
    """

    record_asked = Signal(str, object)

    def __init__(self, reviews: Reviews, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._marks: tuple[StudyMark, ...] = ()
        self._trail: tuple[Said, ...] = ()
        self.pane = TablePane("Reviews", self, said=str)
        self.pane.view.setToolTip(tr("Double-click a line to open its patient and record"))
        self.pane.row_chosen.connect(self._open)
        kinds = (("Any mark", ""), *((words.capitalize() + "s", kind) for kind, words in WORDS.items()))
        standings = (("Any standing", ""), *((words, state) for state, words in STANDINGS.items()))
        tables = (("Marks as they stand", MARKS), ("Who said what when", TRAIL))
        self.which = self._combo(tr("Table of reviews"), tables)
        self.kind = self._combo(tr("Kind of mark"), kinds)
        self.standing = self._combo(tr("Standing"), standings)
        self.save_button = QPushButton(tr("Save table…"), self)
        self.save_button.setAccessibleName(tr("Save table"))
        self.save_button.setToolTip(tr("Save the lines shown as an Excel workbook or CSV (Ctrl+T)"))
        self.save_button.clicked.connect(actions["save_table"].trigger)
        self.place = QLabel(self)
        self.place.setAccessibleName(tr("Where marks are kept"))
        self.place.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.place)
        layout.addWidget(self.pane)
        for place, widget in enumerate((self.which, self.kind, self.standing), 1):
            self.pane.bar.insertWidget(place, widget)
        self.pane.bar.addWidget(self.save_button)
        reviews.changed.connect(self.refresh)

    @property
    def n_marks(self) -> int:
        """How many marks there are."""
        return len(self._reviews.all)

    def table(self) -> "Table | None":
        """Return the lines shown; None without any."""
        if self._is_stale or not self.pane.model.shown:
            return None
        is_trail = self.which.currentData() == TRAIL
        name, title = (
            ("trail", "Who said what when") if is_trail else ("reviews", "Ticks, comments and flags")
        )
        return self.pane.table(name, title)

    def _combo(self, name: str, entries: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for text, value in entries:
            combo.addItem(tr(text), value)
        combo.activated.connect(self._chosen)
        return combo

    @Slot()
    def _chosen(self) -> None:
        self._is_stale = True
        self._fill()

    def _load(self) -> None:
        self.place.setText(self._reviews.place_words)
        is_trail = self.which.currentData() == TRAIL
        self._trail = self._reviews.trail() if is_trail else ()
        self._marks = () if is_trail else self._reviews.all
        nothing = tr(
            "Nothing was ticked, commented or flagged yet. R ticks a patient, C is for a comment; the right "
            "mouse button flags a record."
        )
        listing = trail_listing(self._trail) if is_trail else self._marks_listing()
        self.pane.show_listing(listing, "" if listing.rows else nothing)
        self.standing.setVisible(not is_trail)
        self._narrow()

    def _narrow(self) -> None:
        kind, state = self.kind.currentData(), self.standing.currentData()
        kinds = [said.kind for said in self._trail] or [mark.kind for mark in self._marks]
        states = [self._state(mark) if state else "" for mark in self._marks] or [state] * len(kinds)
        fitting = enumerate(zip(kinds, states, strict=True))
        shown = frozenset(i for i, (k, s) in fitting if kind in ("", k) and state in ("", s))
        self.pane.model.show_only(shown)

    def _state(self, mark: "StudyMark") -> str:
        return self._reviews.standing(mark).state

    def _marks_listing(self) -> Listing:
        return Listing(MARK_COLUMNS, tuple(map(self._line, self._marks)))

    def _line(self, mark: "StudyMark") -> tuple[str, ...]:
        table = ROLES.get(mark.record.table, mark.record.table).capitalize()
        words = self._reviews.record_words(mark)
        state = self._state(mark)
        return (
            mark.usubjid,
            f"{table}: {words}" if table else "the whole patient",
            self._reviews.cell_of(mark),
            WORDS[mark.kind].capitalize(),
            mark.value if mark.kind == "comment" else "",
            mark.who,
            when_words(mark.at),
            STANDINGS[state],
            self._reviews.changes_words(mark) if state == "changed" else "",
        )

    @Slot(int)
    def _open(self, position: int) -> None:
        if self._trail:
            self.record_asked.emit(self._trail[position].usubjid, None)
            return
        mark = self._marks[position]
        row = self._reviews.row_of(mark) if mark.record.table else -1
        self.record_asked.emit(mark.usubjid, (mark.record.table, row) if row >= 0 else None)


def trail_listing(trail: "tuple[Said, ...]") -> Listing:
    """Return who said what when."""
    rows = tuple(
        (
            *(str(said.number), when_words(said.at), said.who, said.usubjid),
            ROLES.get(said.record.table, said.record.table) or "the whole patient",
            *(WORDS.get(said.kind, said.kind).capitalize(), said.before, said.after),
            "" if said.undoes is None else str(said.undoes),
        )
        for said in trail
    )
    return Listing(TRAIL_COLUMNS, rows, numeric=frozenset({0, 8}))


def when_words(at: str) -> str:
    """Return a moment as people read it: "2026-11-29 14:05"."""
    return at[:16].replace("T", " ")

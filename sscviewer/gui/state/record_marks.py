"""Marking one record: a flag, a comment, a question to its site; for the menus wherever a record is shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from sscviewer.gui.language import tr
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.plots.screen.plain_tip import plain_tip

if TYPE_CHECKING:
    from sscviewer.memory.query_log import Query
    from sscviewer.memory.study_memory import StudyMark

COMPUTED = "This value is computed: mark the values of the file that it is made of."


class RecordMarks(QObject):
    """What can be said about a record of the shown trial, (table, row), and what was.

    Signals
    -------
    comment_asked, query_asked
        The user wants to write about (table, row).
    changed
        Something else is said about records now.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    comment_asked = Signal(str, int)
    query_asked = Signal(str, int)
    changed = Signal()
    told = Signal(str, str)

    def __init__(self, reviews: Reviews, queries: StudyQueries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviews, self._queries = reviews, queries
        queries.changed.connect(self.changed)

    def add_entries(self, menu: QMenu, table: str, row: int) -> None:
        """Offer to mark a record; all is off where nothing can be kept."""
        is_flagged = "flag" in self._reviews.of_record(table, row)
        entries: tuple[tuple[str, Callable[[str, int], None]], ...] = (
            ("Remove the flag of this record" if is_flagged else "Flag this record", self.flag),
            ("Comment on this record…", self.comment_asked.emit),
            ("Query this record…", self.query_asked.emit),
        )
        for text, does in entries:
            entry = menu.addAction(text)
            entry.setEnabled(not self._reviews.why_not)
            entry.setToolTip(plain_tip(self._reviews.why_not))
            entry.triggered.connect(partial(self._do, does, table, row))

    def said(self, table: str, row: int) -> "tuple[dict[str, StudyMark], tuple[Query, ...]]":
        """Return the marks of a record, and the queries about it that are not over."""
        as_read = self._reviews.row_as_read(table, row)
        queries = self._queries.of_record(table, as_read) if as_read >= 0 else ()
        return self._reviews.of_record(table, row), queries

    def flag(self, table: str, row: int) -> None:
        """Flag a record, or take the flag away."""
        is_flagged = "flag" in self._reviews.of_record(table, row)
        self._reviews.set_of_record(table, row, "flag", "" if is_flagged else "yes")

    def comment(self, table: str, row: int) -> str:
        """Return the comment on a record, "" without one."""
        mark = self._reviews.of_record(table, row).get("comment")
        return mark.value if mark is not None else ""

    def set_comment(self, table: str, row: int, text: str) -> None:
        """Keep a comment; an empty one removes it."""
        if text != self.comment(table, row):
            self._reviews.set_of_record(table, row, "comment", text)

    def query(self, table: str, row: int, text: str) -> None:
        """Ask the site about a record."""
        number = self._queries.ask_about_record(table, self._reviews.row_as_read(table, row), text)
        if number:
            self.told.emit(
                tr("Query {number} is in the log, on the Data page.").format(number=number), "info"
            )

    def _do(self, does: Callable[[str, int], None], table: str, row: int, _checked: bool = False) -> None:
        if self._reviews.row_as_read(table, row) < 0:
            self.told.emit(tr(COMPUTED), "info")
        else:
            does(table, row)

"""Lets the user write about a record: a comment, or a question to its site."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.dialogs.say import Say
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.session import Session


class AskAboutRecord(QObject):
    """Opens the dialogs that the marks of records ask for."""

    def __init__(self, session: Session, marks: RecordMarks, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._marks, self._window = session, marks, window
        self.dialog: Say | None = None
        marks.comment_asked.connect(self.comment)
        marks.query_asked.connect(self.query)

    @Slot(str, int)
    def comment(self, table: str, row: int) -> None:
        """Let the user comment on a record."""
        before = self._marks.comment(table, row)
        title = "Comment on this record"
        dialog = Say(title, self._about(table, row), before, self._window, may_be_empty=True)
        self._ask(dialog, lambda: self._marks.set_comment(table, row, dialog.text))

    @Slot(str, int)
    def query(self, table: str, row: int) -> None:
        """Let the user ask the site about a record."""
        dialog = Say("Query this record", self._about(table, row), parent=self._window)
        self._ask(dialog, lambda: self._marks.query(table, row, dialog.text))

    def _ask(self, dialog: Say, then: Callable[[], None]) -> None:
        self.dialog = dialog
        ask(self._session, dialog, then, of_patient=True)

    def _about(self, table: str, row: int) -> str:
        from sscviewer.analysis.record import record  # there is a trial

        trial = self._session.trial
        if trial is None:
            return ""
        found = record(trial.study, table, row)
        return f"{found.title} of {found.usubjid}, {found.srcref}"

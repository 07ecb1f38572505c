"""The log of queries of the open trial, as the study memory keeps it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.memory.query_log import Query, QueryLog, Status
    from sscviewer.memory.query_words import Question
    from sscviewer.memory.study_memory import StudyMemory


class StudyQueries(QObject):
    """Queries of the open trial; what cannot be kept is said by the reviews, on whose memory it works.

    Signals
    -------
    changed
        The log says something else now.
    """

    changed = Signal()

    def __init__(self, reviews: Reviews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._trial: Trial | None = None
        self._known: tuple[Query, ...] | None = None
        reviews.changed.connect(self._look_again)

    def open(self, trial: Trial) -> None:
        """Take over another trial, after the reviews have."""
        self._trial = trial
        self._changed()

    def all(self) -> "tuple[Query, ...]":
        """Return all queries by number."""
        if self._known is None:
            self._known = self._reviews.attempt(lambda memory: self._log(memory).queries(), ())
        return self._known

    def ask(self, questions: "Iterable[Question]") -> "tuple[tuple[Query, ...], int]":
        """Keep questions in the log; return their queries, with the numbers they have, and how many are new.

        Empty when nothing can be kept.
        """
        asked = tuple(questions)
        new = self._reviews.attempt(lambda memory: self._log(memory).ask(asked), None)
        if new is None:
            return (), 0
        self._changed()
        # What was closed and is asked anew is there twice; the later one is meant.
        latest = {query.question.about(): query for query in self.all()}
        return tuple(latest[question.about()] for question in asked if question.about() in latest), len(new)

    def ask_about_record(self, table: str, row: int, text: str) -> int:
        """Ask about a row of the file as read in the user's words; return its number, 0 if it is not new."""
        from sscviewer.memory.query_words import Asker

        trial = self._trial
        if trial is None:
            return 0
        question = Asker(trial.collected, trial.report).about_record(table, row, text)
        new = self._reviews.attempt(lambda memory: self._log(memory).ask((question,)), ())
        self._changed()
        return new[0] if new else 0

    def of_record(self, table: str, row: int) -> "tuple[Query, ...]":
        """Return the queries, open or answered, about a row of the file as read."""
        found = (query for query in self.all() if query.row >= 0)
        return tuple(query for query in found if (query.question.table, query.row) == (table, row))

    def set_status(self, numbers: Iterable[int], status: "Status") -> None:
        """Say what became of some queries."""

        def put(memory: "StudyMemory") -> None:
            for number in numbers:
                self._log(memory).set_status(number, status)

        self._reviews.attempt(put, None)
        self._changed()

    def take_answers(self, answers: Mapping[int, tuple[str, str]]) -> tuple[int, ...] | None:
        """Keep answers of a list that came back; return numbers nobody asked, None when nothing was kept."""
        unknown = self._reviews.attempt(lambda memory: self._log(memory).take_answers(answers), None)
        self._changed()
        return unknown

    def _log(self, memory: "StudyMemory") -> "QueryLog":
        from sscviewer.memory.query_log import QueryLog

        assert self._trial is not None  # a memory is open only with a trial
        return QueryLog(memory, self._trial.collected)

    @Slot(str)
    def _look_again(self, usubjid: str) -> None:
        """Take over what others asked; a mark of this window leaves the queries as they are."""
        if not usubjid:
            self._changed()

    def _changed(self) -> None:
        self._known = None
        self.changed.emit()

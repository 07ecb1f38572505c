"""Ticks, comments and flags of the open trial, of patients and records, as the study memory keeps them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sscviewer.gui.language import error_words, tr
from sscviewer.gui.state.same_record import same_record
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.memory.contents import Standing
    from sscviewer.memory.study_memory import Kind, MarkedRecord, Said, StudyMark, StudyMemory

OTHERS_MS = 2000
"""How often it is asked whether another window wrote; costs a read of one number."""

NO_PLACE = "There is no place to keep marks and comments, so nothing was marked."
HIDDEN = "While identities are hidden, marks, comments and queries are neither shown nor changed."
NEW_LABELS = "Patients have new labels, which will be others the next time."
WORDS = {"reviewed": "tick", "comment": "comment", "flag": "flag"}
"""Marks as they are called on screen."""

T = TypeVar("T")
U = TypeVar("U")


class Reviews(QObject):
    """Marks and comments of the open trial, written at once or said not to be.

    They lie beside the workbook when there is such a file, else in the user's own folder. When that cannot be
    used, nothing is marked, the sentence says why, and everything else works.

    Signals
    -------
    changed
        With the USUBJID concerned, "" for all.
    marked
        The user marked something: number of its line in the trail, and what it was.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    changed = Signal(str)
    marked = Signal(int, str)
    told = Signal(str, str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._memory: StudyMemory | None = None
        self._trial: Trial | None = None
        self._why_not = NO_PLACE
        self._all: tuple[StudyMark, ...] = ()
        self._marks: dict[tuple[str, str], str] = {}
        self._since: dict[str, str] = {}
        self._standings: dict[StudyMark, Standing] = {}
        self._others = QTimer(self)
        self._others.setInterval(OTHERS_MS)
        self._others.timeout.connect(self.look_for_others)

    @property
    def memory(self) -> "StudyMemory | None":
        """What is remembered of the open trial; None when it cannot be."""
        return self._memory

    @property
    def why_not(self) -> str:
        """Why nothing can be marked; "" when it can."""
        return "" if self._memory is not None else self._why_not

    @property
    def is_beside(self) -> bool:
        """Whether marks are kept beside the workbook."""
        return self._memory is not None and self._memory.database.path != self._path

    @property
    def is_hidden(self) -> bool:
        """Whether nothing can be marked because identities are hidden."""
        return self._trial is not None and self._trial.study.is_hidden

    @property
    def place_words(self) -> str:
        """Where marks are kept, in a sentence."""
        if self._memory is None:
            return self._why_not
        if self.is_beside:
            return f"Marks and queries are kept beside the workbook, in {self._memory.database.path.name}."
        return tr("Marks and queries are kept in your own folder on this computer.")

    def open(self, trial: Trial) -> None:
        """Remember another trial, and say when that cannot be; of a hidden one nothing is remembered."""
        self.close()
        self._trial = trial
        if trial.study.is_hidden:
            self._why_not = HIDDEN
        else:
            self._why_not = NO_PLACE
            self._open(trial)
        self.changed.emit("")

    def _open(self, trial: Trial) -> None:
        from sscviewer.memory.database import MemoryUnusable  # imported here: the start page does without

        try:
            self._memory = self._memory_of(trial)
            self._read()
        except MemoryUnusable as error:
            self._memory = None
            self.told.emit(tr("{error} Nothing can be marked.").format(error=error), "error")
            return
        self._memory.was_written_by_others()
        self._others.start()

    def _memory_of(self, trial: Trial) -> "StudyMemory":
        from sscviewer.memory.beside import open_database
        from sscviewer.memory.database import MemoryUnusable
        from sscviewer.memory.study_memory import StudyMemory
        from sscviewer.workbook.changes.snapshots import shape_of

        database = open_database(self._path, trial.path)
        try:
            return StudyMemory(database, trial.collected, shape_of(trial.report))
        except MemoryUnusable:
            database.close()
            raise

    def close(self) -> None:
        """Let go of the trial."""
        self._others.stop()
        self._all, self._marks, self._since, self._standings = (), {}, {}, {}
        if self._memory is not None:
            self._memory.database.close()
            self._memory = None

    def keep_beside(self) -> None:
        """Keep marks of this study beside its workbook from now on, for everybody who opens it there."""
        from sscviewer.memory.beside import copy_beside

        trial = self._trial
        if trial is None or self._memory is None or self.is_beside:
            return
        try:
            path = self.attempt(lambda memory: copy_beside(memory, trial.path), None)
        except FileExistsError:
            path = None  # somebody else was quicker: theirs is used from now on
        self.open(trial)
        if path is not None and not self.why_not:
            self.told.emit(
                tr("{place_words} Whoever opens it there sees and adds to them.").format(
                    place_words=self.place_words
                ),
                "info",
            )

    def labels(self, trial: Trial) -> "dict[str, str]":
        """Return what patients are called where identities are hidden; says so when it cannot be kept."""
        from sscviewer.memory.database import MemoryUnusable
        from sscviewer.memory.labels import kept_labels, new_labels

        try:
            memory = self._memory_of(trial)
            try:
                return kept_labels(memory, trial.collected.usubjids)
            finally:
                memory.database.close()
        except MemoryUnusable as error:
            self.told.emit(f"{error} {NEW_LABELS}", "error")
            return new_labels(trial.collected.usubjids)

    def is_reviewed(self, usubjid: str) -> bool:
        """Whether the patient has a tick."""
        return (usubjid, "reviewed") in self._marks

    def comment(self, usubjid: str) -> str:
        """Return the comment, "" without one."""
        return self._marks.get((usubjid, "comment"), "")

    def reviewed(self, usubjids: tuple[str, ...]) -> frozenset[str]:
        """Return those of the patients that have a tick."""
        return frozenset(u for u in usubjids if self.is_reviewed(u)) if self._marks else frozenset()

    def comments(self) -> dict[str, str]:
        """Return all that was written of each patient, on the patient and on records."""
        said: dict[str, str] = {}
        for mark in self._all:
            if mark.kind == "comment":
                said[mark.usubjid] = f"{said.get(mark.usubjid, '')} {mark.value}".strip()
        return said

    def changed_since(self, usubjid: str) -> str:
        """Return what changed in the patient since the tick, in words; "" when nothing did."""
        if usubjid not in self._since:
            mark = next((m for m in self._all if m.kind == "reviewed" and m.usubjid == usubjid), None)
            said = self.changes_words(mark) if mark is not None else ""
            self._since[usubjid] = (
                f"Changed since {mark.who} reviewed it on {mark.at.partition('T')[0]}: {said}."
                if mark is not None and said
                else ""
            )
        return self._since[usubjid]

    def toggle(self, usubjid: str) -> None:
        """Tick or untick a patient."""
        self._set(usubjid, "reviewed", "" if self.is_reviewed(usubjid) else "yes")

    def set_comment(self, usubjid: str, text: str, was: str | None = None) -> bool:
        """Keep a comment, an empty one removes it; return whether it is kept.

        Parameters
        ----------
        was
            What the user began from; what somebody else wrote since is kept in front.
        """
        return text == self.comment(usubjid) or self._set(usubjid, "comment", text, was)

    @property
    def all(self) -> "tuple[StudyMark, ...]":
        """Every mark of the study, by patient."""
        return self._all

    def trail(self) -> "tuple[Said, ...]":
        """Return who said what when, oldest first."""
        return self.attempt(lambda memory: memory.trail(), ())

    def standing(self, mark: "StudyMark") -> "Standing":
        """Return how what is marked stands in the open file."""
        from sscviewer.memory.contents import Standing

        if mark not in self._standings:
            unknown = Standing("gone", -1)
            self._standings[mark] = self.attempt(lambda memory: memory.standing(mark), unknown)
        return self._standings[mark]

    def changes_words(self, mark: "StudyMark") -> str:
        """Return what changed since a mark, with old and new values; "" when nothing did."""
        if mark.record.table:
            return "; ".join(field.words() for field in self.standing(mark).fields)
        changes = self.attempt(lambda memory: memory.changes(mark), ())
        return "; ".join(change.words() for change in changes)

    def record_words(self, mark: "StudyMark") -> str:
        """Return the record of a mark as it was then, in words; "" of a whole patient."""
        if not mark.record.table:
            return ""
        then = self.attempt(lambda memory: memory.content_then(mark.content), None)
        return then.tables[mark.record.table].names[mark.record.row] if then is not None else ""

    def cell_of(self, mark: "StudyMark") -> str:
        """Return the cell of a marked record in the open file; "" of a whole patient, and when it is gone."""
        row, trial = self.standing(mark).row, self._trial
        return str(trial.collected.column(mark.record.table, "SRCREF")[row]) if trial and row >= 0 else ""

    def row_of(self, mark: "StudyMark") -> int:
        """Return the row of the shown trial's table of a marked record; -1 when there is none."""
        row, trial = self.standing(mark).row, self._trial
        if row < 0 or trial is None:
            return -1
        return same_record(trial.collected, trial.study, mark.record.table, row)

    def of_record(self, table: str, row: int) -> "dict[str, StudyMark]":
        """Return the marks of a row of the shown trial, by kind."""
        if self._trial is None or not any(mark.record.table == table for mark in self._all):
            return {}
        usubjid = str(self._trial.study.column(table, "USUBJID")[row])
        found = (mark for mark in self._all if mark.usubjid == usubjid and mark.record.table == table)
        return {mark.kind: mark for mark in found if self.row_of(mark) == row}

    def row_as_read(self, table: str, row: int) -> int:
        """Return the row as the file has it, of a row of the shown trial; -1 of what was computed."""
        trial = self._trial
        return -1 if trial is None else same_record(trial.study, trial.collected, table, row)

    def set_of_record(self, table: str, row: int, kind: "Kind", value: str) -> None:
        """StudyMark a row of the shown trial, "" to take the mark away."""
        as_read = self.row_as_read(table, row)
        record = self.attempt(lambda memory: memory.record(table, as_read), None) if as_read >= 0 else None
        if record is None:
            if self._memory is None:
                self.told.emit(self._why_not, "error")
            return
        before = self.of_record(table, row).get(kind)
        stale = before.record if before is not None and before.record != record[1] else None
        self._set(*(record[0], kind, value), record=record[1], instead_of=stale)

    def take_back(self, number: int) -> int:
        """Take one line of the trail back and return the new line; 0, and say so, when it cannot be."""
        done = self.attempt(lambda memory: memory.undo(number), -1)
        if done == 0:
            self.told.emit(tr("Somebody has said something else since: nothing was taken back."), "info")
        self._read_again("")
        return max(done, 0)

    @Slot()
    def look_for_others(self) -> None:
        """Take over what another window or person marked meanwhile."""
        from sscviewer.memory.database import MemoryUnusable

        if self._memory is None:
            return
        try:
            if self._memory.was_written_by_others():
                self._read()
                self.changed.emit("")
        except MemoryUnusable as error:
            self._others.stop()
            self.told.emit(error_words(error), "error")

    def attempt(self, call: "Callable[[StudyMemory], T]", otherwise: U) -> T | U:
        """Return what the memory gives; when it cannot, say why and return `otherwise`."""
        from sscviewer.memory.database import MemoryUnusable

        if self._memory is None:
            return otherwise
        try:
            return call(self._memory)
        except MemoryUnusable as error:
            self.told.emit(error_words(error), "error")
            return otherwise

    def _set(
        self,
        usubjid: str,
        kind: "Kind",
        value: str,
        was: str | None = None,
        *,
        record: "MarkedRecord | None" = None,
        instead_of: "MarkedRecord | None" = None,
    ) -> bool:
        """Keep a mark and return whether it is kept; says why not."""
        from sscviewer.memory.study_memory import WHOLE

        if self._memory is None:
            self.told.emit(self._why_not, "error")
            self.changed.emit(usubjid)
            return False
        number = self.attempt(
            lambda memory: memory.set_mark(
                usubjid, kind, value, record or WHOLE, was=was, instead_of=instead_of
            ),
            0,
        )
        self._read_again(usubjid)
        if number:
            self.marked.emit(number, WORDS[kind])
        return bool(number)

    def _read_again(self, usubjid: str) -> None:
        self.attempt(lambda memory: self._read(), None)
        self.changed.emit(usubjid)

    def _read(self) -> None:
        if self._memory is not None:
            self._all = self._memory.marks()
            self._marks = {(m.usubjid, m.kind): m.value for m in self._all if not m.record.table}
            self._since, self._standings = {}, {}

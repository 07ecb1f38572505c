"""Which patients the user has reviewed, and their comments, as the study memory keeps them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.memory.study_memory import Kind, StudyMemory

OTHERS_MS = 2000
"""How often it is asked whether another window wrote; costs a read of one number."""


class Reviews(QObject):
    """Review marks and comments of the open trial, written at once or said not to be.

    They lie beside the workbook when there is such a file, else in the user's own folder. When that cannot be
    used, nothing is marked, the sentence says why, and everything else works.

    Signals
    -------
    changed
        With the USUBJID concerned, "" for all.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    changed = Signal(str)
    told = Signal(str, str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._memory: StudyMemory | None = None
        self._marks: dict[tuple[str, str], str] = {}
        self._since: dict[str, str] = {}
        self._others = QTimer(self)
        self._others.setInterval(OTHERS_MS)
        self._others.timeout.connect(self.look_for_others)

    @property
    def memory(self) -> "StudyMemory | None":
        """What is remembered of the open trial; None when it cannot be."""
        return self._memory

    def open(self, trial: Trial) -> None:
        """Remember another trial, and say when that cannot be."""
        self.close()
        self._open(trial)
        self.changed.emit("")

    def _open(self, trial: Trial) -> None:
        # Imported here: the start page does without.
        from sscviewer.memory.beside import open_database
        from sscviewer.memory.database import MemoryUnusable
        from sscviewer.memory.study_memory import StudyMemory
        from sscviewer.workbook.changes.snapshots import shape_of

        try:
            database = open_database(self._path, trial.path)
            try:
                self._memory = StudyMemory(database, trial.collected, shape_of(trial.report))
            except MemoryUnusable:
                database.close()
                raise
            self._read()
        except MemoryUnusable as error:
            self._memory = None
            self.told.emit(f"{error} Nothing can be marked.", "error")
            return
        self._memory.was_written_by_others()
        self._others.start()

    def close(self) -> None:
        """Let go of the trial."""
        self._others.stop()
        self._marks, self._since = {}, {}
        if self._memory is not None:
            self._memory.database.close()
            self._memory = None

    def is_reviewed(self, usubjid: str) -> bool:
        """Whether the patient has a tick."""
        return (usubjid, "reviewed") in self._marks

    def comment(self, usubjid: str) -> str:
        """Return the comment, "" without one."""
        return self._marks.get((usubjid, "comment"), "")

    def reviewed(self, usubjids: tuple[str, ...]) -> frozenset[str]:
        """Return those of the patients that have a tick."""
        return frozenset(u for u in usubjids if self.is_reviewed(u)) if self._marks else frozenset()

    def changed_since(self, usubjid: str) -> str:
        """Return what changed in the patient since the tick, in words; "" when nothing did."""
        if usubjid not in self._since:
            self._since[usubjid] = self._what_changed(usubjid)
        return self._since[usubjid]

    def toggle(self, usubjid: str) -> None:
        """Tick or untick a patient."""
        self._set(usubjid, "reviewed", "" if self.is_reviewed(usubjid) else "yes")

    def set_comment(self, usubjid: str, text: str, was: str | None = None) -> None:
        """Keep a comment; an empty one removes it.

        Parameters
        ----------
        was
            What the user began from; what somebody else wrote since is kept in front.
        """
        if text != self.comment(usubjid):
            self._set(usubjid, "comment", text, was)

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
            self.told.emit(str(error), "error")

    def _set(self, usubjid: str, kind: "Kind", value: str, was: str | None = None) -> None:
        from sscviewer.memory.database import MemoryUnusable

        if self._memory is None:
            self.told.emit("There is no place to keep marks and comments, so nothing was marked.", "error")
            self.changed.emit(usubjid)
            return
        try:
            self._memory.set_mark(usubjid, kind, value, was=was)
            self._read()
        except MemoryUnusable as error:
            self.told.emit(str(error), "error")
        self.changed.emit(usubjid)

    def _read(self) -> None:
        if self._memory is not None:
            marks = self._memory.marks()
            self._marks = {(m.usubjid, m.kind): m.value for m in marks if not m.record.table}
            self._since = {}

    def _what_changed(self, usubjid: str) -> str:
        from sscviewer.memory.database import MemoryUnusable

        try:
            mark = self._memory.mark(usubjid, "reviewed") if self._memory is not None else None
            changes = self._memory.changes(mark) if self._memory is not None and mark is not None else ()
        except MemoryUnusable as error:
            self.told.emit(str(error), "error")
            return ""
        if mark is None or not changes:
            return ""
        said = "; ".join(change.words() for change in changes)
        return f"Changed since {mark.who} reviewed it on {mark.at.partition('T')[0]}: {said}."

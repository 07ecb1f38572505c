"""What the user is asked before a file is shown: its password, what it leaves open, limits."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.language import tr
from sscviewer.gui.state.endpoint_choices import TOLERANCE
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import BY_KEY, Settings
from sscviewer.model.questions import Answers, Question, asked_together, with_answers

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.ask_question import AskQuestion
    from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance


class Passwords(QObject):
    """Asks for passwords; they are in memory only, and gone when the window closes."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._given: dict[Path, str] = {}

    def of(self, path: Path) -> str | None:
        """Return the password the user gave for a file, None without one."""
        return self._given.get(path)

    def ask(self, path: Path, then: Callable[[Path], None], *, is_wrong: bool) -> None:
        """Ask for a file's password and go on with the answer; without one nothing happens."""
        from sscviewer.gui.dialogs.password import AskPassword

        dialog = AskPassword(path.name, is_wrong=is_wrong, parent=self._window)

        def answered() -> None:
            self._given[path] = dialog.password
            then(path)

        ask(self._session, dialog, answered)


class Questions(QObject):
    """Asks what a file leaves open, one question at a time, and keeps the answers with the mappings.

    Signals
    -------
    failed
        One sentence saying why an answer could not be kept; it holds until the window closes.

    Attributes
    ----------
    dialog
        The dialog on screen, None without one.
    """

    failed = Signal(str)

    def __init__(self, session: Session, library: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._library, self._window = session, library, window
        self._said: dict[Path, Answers] = {}
        self._left: set[Path] = set()
        self.dialog: AskQuestion | None = None

    def of(self, path: Path) -> Answers:
        """Return what the user said about a file since the window opened."""
        return self._said.get(path, ())

    def put(self, path: Path, answers: Answers) -> None:
        """Take what the user said elsewhere about a file, in the place of what was said before."""
        self._said[path] = answers

    def begin(self, path: Path) -> None:
        """Forget that the questions of a file were left to the program: it is opened anew."""
        self._left.discard(path)

    def close(self) -> None:
        """Close the question on screen without an answer."""
        if self.dialog is not None:
            self.dialog.reject()

    def to_ask(self, path: Path, questions: Sequence[Question]) -> tuple[Question, ...]:
        """Return what is to be asked next about a file: nothing, one question, or several with one answer."""
        if path in self._left:
            return ()
        said = {(a.id, a.sheet, a.column) for a in self.of(path)}
        keys = ((question, question.answered("")) for question in questions)
        return asked_together([q for q, a in keys if (a.id, a.sheet, a.column) not in said])

    def ask(
        self,
        path: Path,
        shape: str,
        questions: Sequence[Question],
        then: Callable[[bool], None],
        skipped: Callable[[], None],
    ) -> None:
        """Ask the next question about a file; without an answer nothing happens.

        Parameters
        ----------
        questions
            All that are open; `to_ask` is not empty.
        then
            Called with whether the answer changes how the file is read.
        skipped
            Called when the user leaves this question and the others to the program.
        """
        from sscviewer.gui.dialogs.ask_question import AskQuestion

        self.close()
        asked = self.to_ask(path, questions)
        more = sum(bool(q.options) for q in questions) - len(asked)
        dialog = AskQuestion(path.name, asked, max(more, 0), self._window)
        dialog.finished.connect(partial(self._closed, dialog))

        def answered() -> None:
            if dialog.is_skipped:
                self._left.add(path)
                skipped()
                return
            answers = tuple(question.answered(dialog.choice) for question in asked)
            self._said[path] = with_answers(self.of(path), answers)
            if dialog.keep.isChecked():
                self._keep(shape, answers)
            then(any(question.taken != dialog.choice for question in asked))

        self.dialog = dialog
        ask(self._session, dialog, answered)

    def _closed(self, dialog: "AskQuestion", result: int) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _keep(self, shape: str, answers: Answers) -> None:
        from sscviewer.workbook import UnusableFile
        from sscviewer.workbook.mapping.library import remember_answers

        try:
            remember_answers(self._library, shape, answers)
        except UnusableFile as error:
            self.failed.emit(tr("The answer is not remembered: {error}").format(error=error))


class FvcTolerance(QObject):
    """Asks how far FVC % predicted may be from the litres; the answer is a setting.

    It is one limit for what contradicts itself in the file and for the computed % predicted.

    Attributes
    ----------
    dialog
        The dialog asked by last, None before any.
    """

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.dialog: AskFvcTolerance | None = None

    @property
    def points(self) -> float:
        """The answer, points of % predicted."""
        return self._settings.number(TOLERANCE)

    def ask(self, then: Callable[[], None]) -> None:
        """Ask, and go on if the answer is another one."""
        from sscviewer.gui.dialogs.fvc_tolerance import AskFvcTolerance

        setting = BY_KEY[TOLERANCE]
        limits = (setting.low or 0.0, setting.high or 0.0)
        self.dialog = dialog = AskFvcTolerance(self.points, setting.default, limits, self._window)

        def answered() -> None:
            if dialog.points.value() != self.points:
                self._settings.set(TOLERANCE, dialog.points.value())
                then()

        ask(self._session, dialog, answered)

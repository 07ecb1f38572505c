"""One undo for the window: the last thing done is taken back, be it plan, mark, filter or choice."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from sscviewer.gui.state.planning import MOST_UNDONE
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the user did: in words, how it is taken back, and how it is done again.

    Attributes
    ----------
    reads
        The file that is read again when it is taken back or done again; None when none is.
    """

    words: str
    undo: Callable[[], None]
    redo: Callable[[], None]
    reads: Path | None = None


class Undoing(QObject):
    """What can be taken back, in the order in which it was done; nothing of another file.

    Signals
    -------
    changed
        Something else can be undone or redone now.
    """

    changed = Signal()

    def __init__(self, session: Session, reviews: Reviews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._planning, self._reviews = session, session.planning, reviews
        self._before: list[Step] = []
        self._after: list[Step] = []
        self._coming: tuple[list[Step], list[Step]] = ([], [])
        self._read: dict[str, Callable[[], Any]] = {}
        self._seen: dict[str, Any] = {}
        self._expected: dict[str, Any] = {}
        session.trial_changed.connect(self._see_all)
        session.planning.stepped.connect(self._plan_changed)
        session.planning.restored.connect(self._forget)
        reviews.marked.connect(self._marked)

    def watch(
        self,
        words: str,
        changed: SignalInstance,
        read: Callable[[], Any],
        write: Callable[[Any], None],
        *,
        is_gathered: bool = False,
    ) -> None:
        """Let a choice of the session be taken back: something that is read, and said to have changed.

        What is gathered is one step as long as nothing else is done: all turns of the wheel.
        """
        self._read[words] = read
        self._seen[words] = read()
        changed.connect(partial(self._look, words, write, is_gathered))

    @property
    def undo_words(self) -> str:
        """What would be taken back; "" when there is nothing."""
        return self._before[-1].words if self._before else ""

    @property
    def redo_words(self) -> str:
        """What would be done again; "" when there is nothing."""
        return self._after[-1].words if self._after else ""

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        if self._before:
            step = self._before.pop()
            self._after.append(step)
            self._coming = ([], [step])
            step.undo()
            self.changed.emit()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        if self._after:
            step = self._after.pop()
            self._before.append(step)
            self._coming = ([step], [])
            step.redo()
            self.changed.emit()

    def did(self, step: Step) -> None:
        """Take note of what the user did."""
        self._before = [*self._before, step][-MOST_UNDONE:]
        self._after = []
        self._coming = ([step], [])
        self.changed.emit()

    @Slot()
    def _see_all(self) -> None:
        """Take what a file shows at first for nobody's doing."""
        self._expected.clear()
        for words, read in self._read.items():
            self._seen[words] = read()

    def _look(self, words: str, write: Callable[[Any], None], is_gathered: bool, *_: object) -> None:
        before, now = self._seen[words], self._read[words]()
        self._seen[words] = now
        if self._session.trial is None or before == now:
            return  # at the start what was chosen last time is taken over
        if words in self._expected and self._expected.pop(words) == now:
            return
        again = partial(self._write, words, write)
        back: Callable[[], None] = partial(again, before)
        if is_gathered and self._before and self._before[-1].words == words and not self._after:
            back = self._before.pop().undo
        self.did(Step(words, back, partial(again, now)))

    def _write(self, words: str, write: Callable[[Any], None], value: Any) -> None:
        """Choose what was chosen before; the change that follows, now or from the worker, is no new step."""
        self._expected[words] = value
        write(value)

    @Slot()
    def _plan_changed(self) -> None:
        self.did(Step("change of the plan", self._planning.undo, self._planning.redo))

    @Slot(int, str)
    def _marked(self, number: int, words: str) -> None:
        lines = [number]  # of the trail: the mark, then each time it was taken back and made again
        self.did(Step(words, partial(self._take_back, lines), partial(self._take_back, lines)))

    def _take_back(self, lines: list[int]) -> None:
        number = self._reviews.take_back(lines[-1])
        if number:
            lines.append(number)

    @Slot()
    def _forget(self) -> None:
        """Forget what was done with the file before; what had this one read again can be taken back still."""
        path = self._session.trial.path if self._session.trial is not None else None
        coming, self._coming = self._coming, ([], [])
        self._before, self._after = (
            [step for step in steps if step.reads is not None and step.reads == path] for steps in coming
        )
        self.changed.emit()

"""One undo for the window: the last thing done is taken back, be it a change of the plan or a mark."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.gui.state.planning import MOST_UNDONE, Planning
from sscviewer.gui.state.reviews import Reviews


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the user did: in words, how it is taken back, and how it is done again."""

    words: str
    undo: Callable[[], None]
    redo: Callable[[], None]


class Undoing(QObject):
    """What can be taken back, in the order in which it was done; nothing of another file.

    Signals
    -------
    changed
        Something else can be undone or redone now.
    """

    changed = Signal()

    def __init__(self, planning: Planning, reviews: Reviews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planning, self._reviews = planning, reviews
        self._before: list[Step] = []
        self._after: list[Step] = []
        planning.stepped.connect(self._plan_changed)
        planning.restored.connect(self._forget)
        reviews.marked.connect(self._marked)

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
            step.undo()
            self.changed.emit()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        if self._after:
            step = self._after.pop()
            self._before.append(step)
            step.redo()
            self.changed.emit()

    @Slot()
    def _plan_changed(self) -> None:
        self._did(Step("change of the plan", self._planning.undo, self._planning.redo))

    @Slot(int, str)
    def _marked(self, number: int, words: str) -> None:
        lines = [number]  # of the trail: the mark, then each time it was taken back and made again
        self._did(Step(words, partial(self._take_back, lines), partial(self._take_back, lines)))

    def _take_back(self, lines: list[int]) -> None:
        number = self._reviews.take_back(lines[-1])
        if number:
            lines.append(number)

    def _did(self, step: Step) -> None:
        self._before = [*self._before, step][-MOST_UNDONE:]
        self._after = []
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._before, self._after = [], []
        self.changed.emit()

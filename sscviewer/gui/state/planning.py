"""The analysis plan in force, with undo and redo: the one place where a rule of the window changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.plan.events import EventRules, TermGroup

MOST_UNDONE = 200
"""Steps that can be undone; a plan is small and a day has fewer changes."""


class Planning(QObject):
    """The plan of the open trial.

    Signals
    -------
    changed
        With the new plan, when any rule is another.
    chosen
        The user changed the plan: it is to be kept for files of this shape.
    stepped
        The change is a new one, that can be taken back.
    restored
        The plan of another file is in force; there is nothing to take back.
    """

    changed = Signal(object)
    chosen = Signal()
    stepped = Signal()
    restored = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: AnalysisPlan | None = None
        self._before: list[AnalysisPlan] = []
        self._after: list[AnalysisPlan] = []

    @property
    def plan(self) -> "AnalysisPlan":
        """The plan in force."""
        if self._plan is None:
            # Imported here because it needs numpy, which the start page does without.
            from sscviewer.analysis.plan import DEFAULT_PLAN

            self._plan = DEFAULT_PLAN
        return self._plan

    @property
    def events(self) -> "EventRules":
        """How adverse events are counted."""
        return self.plan.events

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    def choose(self, plan: "AnalysisPlan") -> None:
        """Take another plan over from the user."""
        if plan != self.plan:
            self._before = [*self._before, self.plan][-MOST_UNDONE:]
            self._after = []
            self.stepped.emit()
            self._set(plan)

    def choose_groups(self, groups: "tuple[TermGroup, ...]") -> None:
        """Count adverse events in the user's groups."""
        self.choose(self.plan.with_value("events", "groups", groups))

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._after.append(self.plan)
            self._set(self._before.pop())

    @Slot()
    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._after:
            self._before.append(self.plan)
            self._set(self._after.pop())

    def restore(self, plan: "AnalysisPlan") -> None:
        """Take over the plan kept for the file that is opened; nothing of another file can be undone here."""
        self._before, self._after = [], []
        self.restored.emit()
        if plan != self.plan:
            self._plan = plan
            self.changed.emit(plan)

    def _set(self, plan: "AnalysisPlan") -> None:
        self._plan = plan
        self.changed.emit(plan)
        self.chosen.emit()

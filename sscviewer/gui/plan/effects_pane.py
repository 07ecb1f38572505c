"""What the last change of the plan moves, computed in the worker."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sscviewer.faults import note_fault, told_of
from sscviewer.gui.language import tr
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.tasks import Cancelled, Tasks, Ticket

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.plan_effects import Effects
    from sscviewer.gui.state.trial import Trial

EFFECTS = "effects of the plan"
USUAL = "Change a line, and the headline numbers it moves are listed here, before → after."
_NOT_COMPUTED = "What this moves could not be computed ({name}); it is in the log."
LINES_SEEN = 7


class _Compare:
    """The work of computing the headline numbers by two plans."""

    def __init__(self, trial: "Trial", before: "AnalysisPlan", after: "AnalysisPlan") -> None:
        self.trial, self.before, self.after = trial, before, after

    def __call__(self, ticket: Ticket) -> "Effects":
        from sscviewer.analysis.plan_effects import plan_effects
        from sscviewer.analysis.stopping import Stopped, stoppable

        try:
            with stoppable(ticket.cancelled):
                return plan_effects(self.trial.collected, self.before, self.after)
        except Stopped as stopped:
            raise Cancelled from stopped


class EffectsPane(QWidget):
    """The change in words, and below it a line for each number that moves."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.heading.setAccessibleName(tr("The last change"))
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.stop = QPushButton(tr("Cancel"), self)
        self.stop.setAccessibleName(tr("Cancel computing what it moves"))
        self.stop.clicked.connect(self._cancel)
        self.lines = QLabel(self)
        self.lines.setWordWrap(True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.setAccessibleName(tr("What it moves"))
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.lines)
        area.setAccessibleName(tr("What it moves"))
        area.setFixedHeight(round(LINES_SEEN * 1.25 * self.fontMetrics().height()))
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(top)
        layout.addWidget(area)
        self.clear()

    @Slot()
    def clear(self) -> None:
        """Nothing has been changed."""
        self._tasks.cancel(EFFECTS)
        self._say(tr("What a change moves"), tr(USUAL))

    def show_list(self, heading: str, lines: tuple[str, ...]) -> None:
        """Show sentences under a heading."""
        self._tasks.cancel(EFFECTS)
        self._say(heading, "\n".join(lines))

    def compare(self, before: "AnalysisPlan", after: "AnalysisPlan") -> None:
        """Compute what moves from one plan to another."""
        from sscviewer.analysis.plan.lines import changed_words

        trial = self._session.trial
        changed = changed_words(before, after)
        if trial is None or not changed:
            return
        heading = "\n".join(changed[:2]) + (
            tr("\n… and {n} more").format(n=len(changed) - 2) if len(changed) > 2 else ""
        )
        self._say(heading, tr("Computing what this moves …"), computing=True)
        work = _Compare(trial, before, after)
        self._tasks.run(EFFECTS, work, self._show, self._failed, lane="computing")

    def _show(self, effects: "Effects") -> None:
        n = effects.unmoved
        rest = (
            tr("1 other headline number stays")
            if n == 1
            else tr("{n} other headline numbers stay").format(n=n)
        )
        if not effects.moved:
            self._say(
                self.heading.text(), tr("None of the {n} headline numbers moves. (All patients.)").format(n=n)
            )
            return
        self._say(
            self.heading.text(),
            "\n".join((*effects.moved, tr("{rest} as before. (All patients.)").format(rest=rest))),
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            note_fault(error)
            words = tr(told_of(error, _NOT_COMPUTED)).format(name=type(error).__name__)
            self._say(self.heading.text(), words)

    @Slot()
    def _cancel(self) -> None:
        self._tasks.cancel(EFFECTS)
        self._say(self.heading.text(), tr("Cancelled; the change is made."))

    def _say(self, heading: str, words: str, *, computing: bool = False) -> None:
        self.heading.setText(heading)
        self.lines.setText(words)
        self.stop.setVisible(computing)

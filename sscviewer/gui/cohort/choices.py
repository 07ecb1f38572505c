"""Choices that the pictures of the whole trial share."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from sscviewer.gui.analysis.controls import Controls, choose
from sscviewer.gui.analysis.level_choice import level_entries
from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.cohort_settings import Anchor

ANCHORS = (
    ("first_dose", "Day 1"),
    ("first_event", "First adverse event, …"),
    ("first_reduction", "First dose reduction"),
    ("stop", "Stop of treatment"),
)
MEASURES = (("value", "Value"), ("change", "Change"), ("percent", "% change"))


def endpoint_entries(session: Session) -> list[tuple[object, str]]:
    """Return the measurements to choose from: those of the patient page first."""
    trial = session.trial
    if trial is None:
        return []
    first = [code for code in trial.parameters if code in trial.study.parameters]
    rest = [code for code in trial.study.parameters if code not in first]
    kept = [trial.study.parameters[code] for code in (*first, *rest)]
    return [(p.paramcd, p.axis_label) for p in kept if p.kind != "item"]


class AnchorChoice:
    """What day 0 is, with the grade of the event where it is one."""

    def __init__(self, controls: Controls, session: Session) -> None:
        self._session, self._controls = session, controls
        self.kind: QComboBox = controls.combo("Align on", ANCHORS)
        self.grade: QComboBox = controls.combo("Worst of the event", level_entries(session), label=False)
        self.grade.setCurrentIndex(1)
        session.trial_changed.connect(self.offer)
        self.kind.activated.connect(self.show_state)
        self.show_state()

    def offer(self) -> None:
        """Offer grades or severities, whichever the file has."""
        choose(self.grade, level_entries(self._session))

    def show(self, shown: bool) -> None:
        """Show the choice, or count from the first visit without it."""
        choose(self.kind, ANCHORS if shown else ANCHORS[:1])
        self._controls.offer(self.kind, shown)
        self.show_state()

    def show_state(self) -> None:
        """Offer the grade only where it matters."""
        self.grade.setVisible(self.kind.currentData() == "first_event")

    @property
    def anchor(self) -> "Anchor":
        """What was chosen."""
        from sscviewer.analysis.cohort.cohort_settings import Anchor

        kind = self.kind.currentData()
        return Anchor(kind, int(self.grade.currentData())) if kind == "first_event" else Anchor(kind)

"""A lane per patient: doses, worse events, outcome."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.level_choice import level_entries
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.cohort.choices import AnchorChoice
from sscviewer.gui.cohort.courses import left_out_words
from sscviewer.gui.cohort.listings import lanes_listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.swimmer import SwimmerPlot, events_outside

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.cohort.cohort_settings import SwimmerSettings
    from sscviewer.analysis.cohort.swimmer import Swimmer
    from sscviewer.plots.mark import Mark

SORTS = (
    ("duration", "Longest on top"),
    ("patient", "Patient"),
    ("end", "Outcome"),
    ("arm", "Arm"),
    ("dose", "Highest average dose on top"),
    ("event", "Earliest event on top"),
)


def compute_swimmer(asked: "Asked", settings: "SwimmerSettings") -> "Swimmer":
    """Return the lanes."""
    from sscviewer.analysis.cohort.swimmer import swimmer
    from sscviewer.analysis.outcome import outcomes

    return swimmer(asked.study, asked.who.safety, settings, outcomes(asked.study), asked.plan.events)


class Lanes(ChartTablePage):
    """The swimmer plot; a click on an event chooses its record."""

    name: ClassVar[str] = "lanes"
    title: ClassVar[str] = "Doses and events"
    needs: ClassVar[Needs] = ("time",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.grade = self.controls.combo("Events", level_entries(parts.session))
        self.grade.setCurrentIndex(1)
        parts.session.trial_changed.connect(self._offer)
        self.sort = self.controls.combo("Sort", SORTS)
        self.time = self.controls.combo("Time", (("month", "Months"), ("day", "Days")))
        self.anchor = AnchorChoice(self.controls, parts.session)

    @Slot()
    def _offer(self) -> None:
        choose(self.grade, level_entries(self.session))

    @property
    def settings(self) -> Any:
        """What the user chose."""
        from sscviewer.analysis.cohort.cohort_settings import SwimmerSettings

        return SwimmerSettings(
            grade=int(self.grade.currentData()),
            sort=self.sort.currentData(),
            anchor=self.anchor.anchor,
            time=self.time.currentData(),
        )

    def computation(self) -> Compute:
        """Return the function that lays the lanes."""
        return compute_swimmer

    def show_result(self, result: "Swimmer") -> None:
        """Show the lanes."""
        outside = events_outside(result)
        before = (
            say("Not shown: {event} outside these days.", event=counted(outside, "event")) if outside else ""
        )
        what = say(
            "Each lane: the dose as steps, the events chosen on their first day, how and when it ended."
        )
        note = joined((what, left_out_words(result.left_out), before))
        title = "Doses, adverse events and outcomes"
        self.show_both(
            Figure("lanes", title, lambda ink: SwimmerPlot(ink, result), note), lanes_listing(result)
        )

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """Open the patient, with the event where one was clicked."""
        super().clicked(mark)
        if mark is not None and mark.row >= 0 and mark.usubjid == self.session.usubjid:
            self.session.set_selected((mark.table, mark.row))

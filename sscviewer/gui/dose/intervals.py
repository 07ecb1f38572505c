"""Each patient's own tolerated dose, and how many kept each dose."""

import math
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.dose.dose_words import dose_axis, percent_interval, share_axis
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.sentence import say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.dose_intervals import DoseInterval, DoseIntervals, DoseIntervalsData
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.titration import Titration
    from sscviewer.analysis.dose_question.tolerated_interval import ToleratedInterval

PICTURES = (("patients", "Each patient"), ("kept", "Highest dose seen to be kept"))
NOT_TOLERANCE = say(
    "What was seen to be kept, not what would be tolerated: doses rise in those who bear "
    "them, so that below the highest dose the curve lies far above the share who would "
    "tolerate the dose to the end."
)


def compute_intervals(asked: "Asked", settings: None) -> "Titration":
    """Return the counts with each patient's interval."""
    from sscviewer.analysis.dose_question.titration import titration

    return titration(asked.study, asked.who.safety, asked.plan)


class EachPatient(ChartTablePage):
    """A bar per patient, or Turnbull's curve under its honest title."""

    name: ClassVar[str] = "tolerated_by_patient"
    title: ClassVar[str] = "Each patient"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.picture = self.controls.combo("Picture", PICTURES)
        self.controls.only_show(self._redraw, self.picture.activated)

    def computation(self) -> Compute:
        """Return the function that makes the intervals."""
        return compute_intervals

    def show_result(self, result: "Titration") -> None:
        """Show the picture chosen."""
        self._redraw()

    def _redraw(self) -> None:
        found: Titration | None = self.result
        if found is None:
            return
        weeks = found.rules.tolerated_weeks
        if self.picture.currentData() == "patients":
            data = interval_data(found)
            note = say(
                "Kept: taken for {weeks} weeks or more on end without a dose-limiting event, below "
                "the lowest dose with one. Nothing failed: the patient's own limit lies above the "
                "bar.",
                weeks=weeks,
            )
            figure = Figure(
                self.name, "Each patient's tolerated dose", lambda ink: DoseIntervals(ink, data), note
            )
            self.show_both(figure, _listing(found))
            return
        title = f"Highest dose seen to be kept for {weeks} weeks"
        steps = kept_data(found)
        self.show_both(
            Figure("highest_kept", title, lambda ink: StepCurves(ink, steps), NOT_TOLERANCE),
            _kept_listing(found),
            in_column(0, [_seen_to_keep(found, point.dose) for point in found.kept_curve]),
        )


def interval_data(found: "Titration") -> DoseIntervalsData:
    """Return a row per patient, who kept most on top."""
    from sscviewer.analysis.dose_question.titration import NOT_KNOWN

    weeks = found.rules.tolerated_weeks
    rows = tuple(
        DoseInterval(one.usubjid, one.tolerated, one.failed, _hover(one, found)) for one in _ordered(found)
    )
    words = (f"kept for {weeks} weeks", "dose-limiting event", "nothing failed")
    empty = say("No patient took a dose with dates.") if found.limiting_known else NOT_KNOWN
    return DoseIntervalsData(dose_axis(found, "Dose", from_zero=True), rows, words, empty=empty)


def kept_data(found: "Titration") -> StepData:
    """Return Turnbull's curve: the share who kept each dose or a higher one."""
    from sscviewer.analysis.dose_question.titration import NOT_KNOWN

    points = found.kept_curve
    x = dose_axis(found, "Dose", from_zero=True)
    y = share_axis("Patients, %")
    if not points:
        empty = say("One dose only: there is no curve.") if found.limiting_known else NOT_KNOWN
        return StepData(x, y, (), empty=empty)
    value = np.array([1.0, *(point.estimate for point in points)])
    # The share who kept a dose holds up to it: the curve falls at each dose, to the next one's share.
    time = np.array([0.0, *(0.0 if k == 0 else points[k - 1].dose for k in range(len(points)))])
    lower = np.array([np.nan, *(point.lower for point in points)])
    upper = np.array([np.nan, *(point.upper for point in points)])
    curve = StepCurve("", time, value, lower, upper, np.empty(0), points[-1].dose)
    return StepData(x, y, (curve,))


def _ordered(found: "Titration") -> "list[ToleratedInterval]":
    return sorted(found.intervals, key=lambda one: (-one.tolerated, -one.failed, one.usubjid))


def _hover(one: "ToleratedInterval", found: "Titration") -> str:
    kept = f"kept {one.tolerated:g} {found.unit}" if one.tolerated else "kept no dose long enough"
    failed = f"lowest dose with a dose-limiting event {one.failed:g} {found.unit}"
    said = f"{one.usubjid}: {kept}, {'nothing failed' if math.isinf(one.failed) else failed}"
    again = ", ".join(f"{dose:g}" for dose in one.tolerated_later)
    return f"{said}\nKept after an event at it: {again}" if again else said


def _listing(found: "Titration") -> Listing:
    heads = ("Patient", "Highest dose kept", "Lowest dose that failed", "Kept again after an event at it")
    rows = tuple(
        (
            one.usubjid,
            f"{one.tolerated:g}",
            "none" if math.isinf(one.failed) else f"{one.failed:g}",
            ", ".join(f"{dose:g}" for dose in one.tolerated_later),
        )
        for one in _ordered(found)
    )
    return Listing(heads, rows, frozenset({1, 2}))


def _seen_to_keep(found: "Titration", dose: float) -> tuple[str, ...]:
    return tuple(one.usubjid for one in found.intervals if one.tolerated >= dose)


def _kept_listing(found: "Titration") -> Listing:
    rows = tuple(
        (f"{point.dose:g} {found.unit}", percent_interval(point.estimate, point.lower, point.upper))
        for point in found.kept_curve
    )
    heads = ("Dose", f"Kept it or a higher one ({100 * found.rules.level:g} %, bootstrap)")
    return Listing(heads, rows, sort_keys={1: tuple(point.estimate for point in found.kept_curve)})

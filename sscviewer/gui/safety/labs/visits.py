"""One laboratory test visit by visit: change by arm with its model, range of normal, multiples, outliers."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.arm_names import arm_entries, arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.arms.change_drawing import ancova_figure
from sscviewer.gui.efficacy.estimates import dot
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.safety.labs.grading import NO_LABS, values_behind
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.session import Session
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.arms.lab_visits import LabVisit, LabVisits
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.labs.labs import Labs

HEADS = (
    *("Visit", "Arm", "n", "Mean change", "SD", "Below normal", "newly", "Above normal", "newly"),
    *("Highest, × ULN", "Outliers"),
)
COUNTED = {2: "patients", 5: "low", 6: "to_low", 7: "high", 8: "to_high", 10: "outliers"}
"""The columns whose numbers are patients."""


def _tests(session: Session) -> list[tuple[object, str]]:
    """Return the laboratory tests of the trial."""
    trial = session.trial
    parameters = () if trial is None else trial.study.parameters.values()
    return [(one.paramcd, one.param) for one in parameters if one.kind == "lab"]


@dataclass(frozen=True, slots=True)
class VisitsFound:
    """The graded values, one test visit by visit (None where it has no number), and its model in words."""

    labs: "Labs"
    found: "LabVisits | None"
    model: tuple[str, ...]


def compute_lab_visits(asked: "Asked", paramcd: str) -> VisitsFound:
    """Return a test visit by visit; nothing where none of its values is a number."""
    from sscviewer.analysis.arms.change_words import model_notes
    from sscviewer.analysis.arms.lab_visits import lab_visits
    from sscviewer.analysis.labs.labs import labs

    of = labs(asked.study)
    there = paramcd in of.tests
    found = lab_visits(asked.study, asked.who.safety, asked.plan, of, paramcd) if there else None
    return VisitsFound(of, found, model_notes(found.changes, asked.plan) if found else ())


class LabVisitsView(ChartTablePage):
    """Mean changes by visit, of all patients or by arm with their difference; counts list their values."""

    name: ClassVar[str] = "lab_visits"
    title: ClassVar[str] = "Labs: by visit"
    needs: ClassVar[Needs] = ("labs",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.test = self.controls.combo("Test", _tests(parts.session))
        self.arm = self.controls.combo("Arm")
        self.controls.only_show(self._redraw, self.arm.activated)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a number to list the patients and values behind it"))
        parts.session.trial_changed.connect(self._new_trial)

    @Slot()
    def _new_trial(self) -> None:
        choose(self.test, _tests(self.session))

    @property
    def settings(self) -> str:
        """The test."""
        return self.test.currentData() or ""

    def computation(self) -> Compute:
        """Return the function that finds the values."""
        return compute_lab_visits

    def show_result(self, result: VisitsFound) -> None:
        """Offer the arms there are."""
        changes = result.found.changes if result.found else ()
        arms = dict.fromkeys(arm for row in changes for arm, _ in row.found.differences)
        choose(self.arm, arm_entries(arms))
        self.controls.offer(self.arm, len(arms) > 1)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        found = self.result.found
        if found is None or not found.rows:
            data = Intervals((), number_axis(0.0, 1.0), empty=NO_LABS)
            figure = Figure(self.name, "", lambda ink: IntervalPlot(ink, data), NO_LABS)
            self.show_both(figure, Listing((), ()))
            return
        self.show_both(
            visits_figure(found, str(self.arm.currentData()), self.result.model), visits_listing(found)
        )

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        found = self.result.found if self.result is not None else None
        if found is None or column not in COUNTED or row >= len(found.rows):
            return
        one: LabVisit = found.rows[row]
        parameter = found.test.parameter
        words = f"{parameter.param}, {one.avisit}, {HEADS[column].lower()}"
        usubjids = getattr(one, COUNTED[column])
        self.drill_asked.emit(values_behind(self.result.labs, parameter.paramcd, words, usubjids))


def visits_figure(of: "LabVisits", arm: str, model: tuple[str, ...]) -> Figure:
    """Return the picture: with arms their adjusted means and difference, else the mean change of all."""
    parameter = of.test.parameter
    unit = f", {parameter.unit}" if parameter.unit else ""
    name = f"{parameter.param}{unit}: change from baseline by visit"
    if of.changes:
        figure = ancova_figure(list(enumerate(of.changes)), arm, (*model, *_notes(of)), "")
        return Figure("lab_visits", name, figure.make, figure.note)
    drawn = []
    for row in of.rows:
        if row.change is not None:
            mark = dot(row.change, min(parameter.digits + 1, 3))
            drawn.append(IntervalRow(f"{row.avisit} (n = {row.n})", (mark,)))
    ends = [end for row in drawn for d in row.dots for end in (d.estimate, d.lower, d.upper) if end == end]
    levels = [f"{100 * row.change.level:g} % CI" for row in of.rows if row.change is not None]
    title = f"Mean change, {parameter.unit}{f' ({levels[0]})' if levels else ''}"
    axis = number_axis(min([0.0, *ends]), max([0.0, *ends]), title)
    data = Intervals(
        tuple(drawn), axis, (), (0.0,), "Mean", say("No two patients have a baseline and a later value.")
    )
    return Figure("lab_visits", name, lambda ink: IntervalPlot(ink, data), joined(_notes(of)))


def _notes(of: "LabVisits") -> list[str]:
    notes = [
        say(
            "One value a patient and visit, by the plan. Newly: below (above) normal, and not at "
            "baseline. Outliers: changes more than three interquartile ranges outside the "
            "quartiles of all patients at the visit. ULN: upper limit of normal."
        )
    ]
    without = sum(row.without_range for row in of.rows if row.arm == "ALL")
    if without:
        notes.append(
            say(
                "{without} values have no limits of normal and are in no count of the range.", without=without
            )
        )
    return notes


def visits_listing(of: "LabVisits") -> Listing:
    """Return the table: every visit and arm."""
    digits = of.test.parameter.digits + 1
    texts = tuple(
        (
            row.avisit,
            arm_name(row.arm),
            str(len(row.patients)),
            _number(row.mean, digits),
            _number(row.sd, digits),
            *(str(len(ids)) for ids in (row.low, row.to_low, row.high, row.to_high)),
            _number(row.highest, 2),
            str(len(row.outliers)),
        )
        for row in of.rows
    )
    return Listing(HEADS, texts, frozenset(range(2, len(HEADS))))


def _number(value: float, digits: int) -> str:
    from sscviewer.analysis.number_words import plain

    return "" if math.isnan(value) else plain(value, min(digits, 3))

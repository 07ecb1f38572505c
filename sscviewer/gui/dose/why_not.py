"""Why not simply the rate per dose? The easy numbers, folded into one view, each with its reason."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.dose.dose_words import who_took
from sscviewer.gui.dose.levels import HIGH_LIMITS, DoseLevels
from sscviewer.gui.dose.outcome import DoseOutcome
from sscviewer.gui.dose.relation import DoseRelation
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.theme import Theme
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.naive import Naive
    from sscviewer.analysis.dose_question.titration import Titration
    from sscviewer.report.table_file import Table


def compute_easy(asked: "Asked", settings: None) -> "tuple[Titration, Naive]":
    """Return the easy numbers of dose-limiting events."""
    from sscviewer.analysis.dose_question.naive import naive_numbers
    from sscviewer.analysis.dose_question.titration import titration

    found = titration(asked.study, asked.who.safety, asked.plan)
    return found, naive_numbers(found)


class EasyNumbers(ChartTablePage):
    """Crude rates of dose-limiting events, what Andersen-Gill would have said, and why neither tells."""

    name: ClassVar[str] = "limiting_rates"
    title: ClassVar[str] = "Dose-limiting events"
    needs: ClassVar[Needs] = ("doses",)

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_easy

    def show_result(self, result: "tuple[Titration, Naive]") -> None:
        """Show rates, table and reasons."""
        found, naive = result
        self.controls.hide()
        data = _rates(found, naive)
        note = joined(_reasons(found, naive))
        title = "Dose-limiting events a year at each dose (not an answer)"
        figure = Figure(self.name, title, lambda ink: IntervalPlot(ink, data), note)
        took = who_took(found, (one.dose for one in naive.crude))
        self.show_both(figure, _listing(found, naive), took)


class WhyNot(AnalysisView):
    """Several pictures behind one tab."""

    name: ClassVar[str] = "why_not"
    title: ClassVar[str] = "Why not the rate per dose?"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.views: tuple[ChartTablePage, ...] = tuple(
            kind(parts, self) for kind in (EasyNumbers, DoseLevels, DoseRelation, DoseOutcome)
        )
        self.which = QComboBox(self)
        self.which.setAccessibleName(tr("Picture"))
        self.stack = QStackedWidget(self)
        for view in self.views:
            self.which.addItem(tr(view.title), view.name)
            self.stack.addWidget(view)
            view.settings_changed.connect(self.settings_changed)
            view.patient_asked.connect(self.patient_asked)
            view.drill_asked.connect(self.drill_asked)
            view.told.connect(self.told)
        self.which.activated.connect(self._turn)
        chooser = QWidget(self)
        top = QHBoxLayout(chooser)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(QLabel(tr("Picture"), self))
        top.addWidget(self.which)
        top.addStretch(1)
        self.put(self.stack, chooser)

    @property
    def shown(self) -> ChartTablePage:
        """The view on top."""
        return self.views[self.stack.currentIndex()]

    @property
    def settings(self) -> Hashable:
        """Which picture, and what was chosen in it."""
        return self.shown.name, self.shown.settings

    def computation(self) -> Compute:
        """Return the function of the picture chosen."""
        compute = self.shown.computation()
        return lambda asked, settings: compute(asked, settings[1])

    def show_result(self, result: Any) -> None:
        """Hand it to the picture chosen."""
        self.shown.present(result)

    def wait(self, words: str = "", *, new_trial: bool = False) -> None:
        """Have no result in any picture."""
        super().wait(words, new_trial=new_trial)
        for view in self.views:
            view.wait(words, new_trial=new_trial)

    @Slot(int)
    def _turn(self, which: int) -> None:
        self.stack.setCurrentIndex(which)
        self.settings_changed.emit()

    def figure(self) -> Figure | None:
        """Return the picture shown."""
        return self.shown.figure()

    def table(self) -> "Table | None":
        """Return the table shown."""
        return self.shown.table()

    def set_patient(self, usubjid: str) -> None:
        """Let the patient stand out in every picture."""
        for view in self.views:
            view.set_patient(usubjid)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        for view in self.views:
            view.set_theme(theme)


def _reasons(found: "Titration", naive: "Naive") -> list[str]:
    from sscviewer.analysis.dose_question.naive import ANDERSEN_GILL_REASON, ARRIVAL_REASON, CRUDE_REASON

    said = [say("The rate: {reason}", reason=CRUDE_REASON)]
    ratio = naive.andersen_gill
    if ratio is not None and ratio.result is not None:
        one = ratio.result
        said.append(
            say(
                "Andersen-Gill: {andersen_gill_reason} Here it would have said {ratio} ({lower} to "
                "{upper}) per {per_dose:g} {unit}.",
                andersen_gill_reason=ANDERSEN_GILL_REASON,
                ratio=rounded(one.ratio, 2),
                lower=rounded(one.lower, 2),
                upper=rounded(one.upper, 2),
                per_dose=ratio.per_dose,
                unit=found.unit,
            )
        )
    said.append(say("Kaplan-Meier from arrival at a dose: {reason}", reason=ARRIVAL_REASON))
    return said


def _rates(found: "Titration", naive: "Naive") -> Intervals:
    cut = HIGH_LIMITS * max((one.per_year for one in naive.crude), default=1.0) or 1.0
    top = max((min(one.upper, cut) for one in naive.crude), default=1.0)
    rows = tuple(
        IntervalRow(
            f"{one.dose:g} {found.unit}",
            (Dot(one.per_year, one.lower, min(one.upper, top), f"{one.events} in {one.weeks} weeks"),),
        )
        for one in naive.crude
    )
    axis = number_axis(0.0, top, f"Events a year at the dose ({100 * found.rules.level:g} %)", floor=0.0)
    return Intervals(
        rows, axis, (), (), say("Events in person-weeks"), say("No weeks at a dose to count events in.")
    )


def _listing(found: "Titration", naive: "Naive") -> Listing:
    level = f"{100 * found.rules.level:g} %"
    heads = (
        "Dose",
        "Person-weeks",
        "Events",
        f"A year ({level})",
        "First stay: no event in 12 weeks (at risk)",
    )
    by_dose = {row.dose: row for row in found.rows}
    rows = []
    for one in naive.crude:
        curve = by_dose[one.dose].since_arrival
        value, at_risk = float(curve.curve.at([84.0])[0][0]), int(curve.at_risk_at([84.0])[0])
        arrival = f"{rounded(100 * value, 0)} % ({at_risk})" if at_risk else "no first stay was so long"
        rate = f"{rounded(one.per_year, 2)} ({rounded(one.lower, 2)} to {rounded(one.upper, 2)})"
        rows.append((f"{one.dose:g} {found.unit}", str(one.weeks), str(one.events), rate, arrival))
    return Listing(heads, tuple(rows), frozenset({1, 2}), {3: tuple(one.per_year for one in naive.crude)})

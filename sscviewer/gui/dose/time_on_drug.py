"""How long patients stay on the drug, why they stop, and the times to events that the file itself gives."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose, said
from sscviewer.gui.analysis.curves import step_data
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.model.told_reason import told_reason
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.step_curves import StepCurves

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.survival.compare_arms import ArmComparison
    from sscviewer.analysis.survival.patients_of_curves import OfCurve
    from sscviewer.analysis.survival.time_to_event import TimeToEvent

PICTURES = (("time on drug", "Time on drug"), ("stopping", "Stopping, by reason"))

TITLES = {"time on drug": "Patients on drug, %", "stopping": "Patients who have stopped, %"}
OTHER_TITLE = "Patients still without the event, %"


@dataclass(frozen=True, slots=True)
class TimesOnDrug:
    """The curves with whom each counts, and the arms compared, as randomised and as treated."""

    rows: "tuple[TimeToEvent, ...]"
    behind: "tuple[OfCurve, ...]"
    comparisons: "tuple[ArmComparison, ...]"


def compute_times(asked: "Asked", lost_is_event: bool) -> TimesOnDrug:
    """Return the curves of time on drug and of stopping, and of the times the file gives."""
    from sscviewer.analysis.survival.compare_arms import compare_times
    from sscviewer.analysis.survival.patients_of_curves import patients_of_curves
    from sscviewer.analysis.survival.recorded_times import recorded_times
    from sscviewer.analysis.survival.time_to_event import ON_DRUG, STOPPING, time_to_event

    rows = time_to_event(
        asked.study, asked.who.disposition, asked.plan.events, grades=(), lost_is_event=lost_is_event
    )
    compared = compare_times(asked.study, asked.who, asked.plan, grades=(), lost_is_event=lost_is_event)
    kept = tuple(row for row in rows if row.what in (ON_DRUG, STOPPING))
    recorded = recorded_times(asked.study, asked.who.efficacy, asked.plan.events.level)
    shown = (*kept, *recorded)
    behind = patients_of_curves(asked.study, asked.who, shown, lost_is_event=lost_is_event)
    return TimesOnDrug(shown, behind, tuple(row for row in compared if row.what == ON_DRUG))


class TimeOnDrug(ChartTablePage):
    """Kaplan-Meier of time on drug or of a time in the file; cumulative incidence of each reason to stop."""

    name: ClassVar[str] = "time_on_drug"
    title: ClassVar[str] = "Time on drug"
    needs: ClassVar[Needs] = ("times",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.picture = self.controls.combo("Picture", PICTURES)
        self.controls.only_show(self._redraw, self.picture.activated)
        self.lost = self.controls.tick("Lost to follow-up counts as stopping")

    @property
    def settings(self) -> Any:
        """Whether loss to follow-up counts as stopping."""
        return self.lost.isChecked()

    def computation(self) -> Compute:
        """Return the function that makes the curves."""
        return compute_times

    def show_result(self, result: TimesOnDrug) -> None:
        """Offer what there is, and show the picture chosen."""
        known = dict(PICTURES)
        there = {row.code or row.what: known.get(row.what, row.what) for row in result.rows}
        choose(self.picture, list(there.items()) or PICTURES)
        self._redraw()

    def _redraw(self) -> None:
        if self.result is None:
            return
        kind = self.picture.currentData()
        both = zip(self.result.rows, self.result.behind, strict=True)
        mine = [(row, behind) for row, behind in both if (row.code or row.what) == kind]
        rows = [row for row, _ in mine]
        arms = [row for row in rows if row.arm != "ALL"]
        # Arms apart where there are arms; reasons of all patients together, else the lines are too many.
        drawn = arms if arms and kind != "stopping" else [row for row in rows if row.arm == "ALL"]
        labels = [_label(row) for row in drawn]
        data = step_data(drawn, labels, TITLES.get(kind, OTHER_TITLE), numbers=kind != "stopping")
        note = joined(dict.fromkeys(words for row in drawn for words in _said_of(row)))
        if kind == "time on drug":
            note = joined((note, *(text for row in self.result.comparisons for text in _compared(row))))
        name = {"time on drug": "time_on_drug", "stopping": "stopping"}.get(kind, "time_in_file")
        figure = Figure(name, said(self.picture), lambda ink: StepCurves(ink, data), note)
        whom = in_column(1, [behind.counted for _, behind in mine])
        whom |= in_column(2, [behind.had for _, behind in mine])
        self.show_both(figure, _listing(rows, "Stopped" if kind in TITLES else "Events"), whom)


def _label(row: "TimeToEvent") -> str:
    if row.reason:
        return capital(told_reason(row.reason))
    return arm_name(row.arm)


def _compared(found: "ArmComparison") -> list[str]:
    """Return the hazard ratio of each arm against the reference, with its interval and the log-rank P."""
    from sscviewer.analysis.number_words import p_words

    said = [
        say(
            "Hazard ratio of stopping {arms}, {term} against {reference}: {ratio} ({level:g} % "
            "CI {lower} to {upper}).",
            arms=found.arms,
            term=ratio.term,
            reference=found.reference,
            ratio=rounded(ratio.ratio, 2),
            level=100 * found.level,
            lower=rounded(ratio.lower, 2),
            upper=rounded(ratio.upper, 2),
        )
        for ratio in found.ratios
    ]
    test = (
        say("Log-rank test of all arms: {p}.", p=p_words(found.p_value))
        if found.p_value == found.p_value
        else ""
    )
    return [*said, test, *found.warnings]


def _said_of(row: "TimeToEvent") -> tuple[str, ...]:
    """Return what is said of a curve; most of it is the same of all."""
    words = say("{method}, {level:g} % intervals.", method=say(row.method), level=100 * row.level)
    return words, row.censoring, *row.notes


def _listing(rows: "list[TimeToEvent]", counted: str) -> Listing:
    heads = ["Curve", "Patients", counted]
    months = rows[0].months if rows else ()
    heads += [f"Month {m.month:g}: % ({100 * rows[0].level:g} % CI)" for m in months] + ["Median, days"]
    texts = []
    for row in rows:
        name = _label(row) if row.arm == "ALL" or not row.reason else f"{row.arm}: {_label(row).lower()}"
        cells = [name, str(row.n), str(row.n_events)]
        for m in row.months:
            shown = rounded(100 * m.estimate, 1)
            if m.lower == m.lower and m.upper == m.upper:
                shown += f" ({rounded(100 * m.lower, 1)} to {rounded(100 * m.upper, 1)})"
            cells.append(shown if m.estimate == m.estimate else "")
        median = rounded(row.median, 0) if row.median == row.median else "not reached"
        cells.append(median if not row.reason else "")
        texts.append(tuple(cells))
    return Listing(tuple(heads), tuple(texts), frozenset({1, 2}))

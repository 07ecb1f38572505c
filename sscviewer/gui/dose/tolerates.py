"""P(tolerates a dose for the planned duration), with its band and what was seen of each dose."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.dose.dose_words import dose_axis, percent_interval, share_axis, who_took
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.dose_curve import CurvePoint, DoseCurve, DoseCurveData

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.titration import Titration
    from sscviewer.analysis.dose_question.tolerance import Tolerance, ToleratedShare

OTHERS = ("without time", "first events only")
HEADS = (
    "Without time",
    "First events only",
    "Person-weeks",
    "Weeks with an event",
    "Patients stayed",
)
Answer = tuple["Titration", "Tolerance", tuple[str, ...]]


def compute_tolerates(asked: "Asked", settings: None) -> "Answer":
    """Return counts, the weekly hazard, and its sentences."""
    from sscviewer.analysis.dose_question.titration import titration
    from sscviewer.analysis.dose_question.tolerance import tolerance
    from sscviewer.analysis.dose_question.words import model_sentences

    found = titration(asked.study, asked.who.safety, asked.plan)
    answer = tolerance(found)
    return found, answer, model_sentences(found, answer)


class ToleratesView(ChartTablePage):
    """Share by dose with its band, dashed where only titration passed through."""

    name: ClassVar[str] = "tolerates_to_end"
    title: ClassVar[str] = "Tolerates to the end"
    needs: ClassVar[Needs] = ("doses",)

    def computation(self) -> Compute:
        """Return the function that fits the weekly hazard."""
        return compute_tolerates

    def show_result(self, result: "Answer") -> None:
        """Show curve and table."""
        found, answer, sentences = result
        self.controls.hide()
        data = curve_data(found, answer)
        figure = Figure(
            self.name, "Tolerates the dose to the end", lambda ink: DoseCurve(ink, data), joined(sentences)
        )
        took = who_took(found, (one.dose for one in answer.shares))
        self.show_both(figure, _listing(found, answer), took)


def curve_data(found: "Titration", answer: "Tolerance") -> DoseCurveData:
    """Return the picture's data."""
    from sscviewer.analysis.dose_question.words import duration_words

    columns = np.array(answer.curve).reshape(-1, 4).T
    end = duration_words(found.duration_weeks)
    return DoseCurveData(
        x=dose_axis(found, "Dose") if found.doses else share_axis(""),
        y=share_axis(say("No dose-limiting event in {end}, %", end=end)),
        dose=columns[0],
        value=columns[1],
        lower=columns[2],
        upper=columns[3],
        points=tuple(_point(one, found) for one in answer.shares),
        others=OTHERS if answer.shares else (),
        empty=answer.why_not or "Nothing to show.",
    )


def _point(one: "ToleratedShare", found: "Titration") -> CurvePoint:
    beside = tuple(
        other[0] if other is not None else float("nan") for other in (one.without_time, one.first_only)
    )
    hover = [f"{one.dose:g} {found.unit}: {percent_interval(one.estimate, one.lower, one.upper)}"]
    hover.append(f"{one.weeks} person-weeks, {one.events} with a dose-limiting event")
    if not one.seen:
        hover.append("Patients only passed through: the curve here is the model's, not the data's")
    return CurvePoint(
        one.dose,
        one.estimate,
        one.lower,
        one.upper,
        one.seen,
        one.weeks,
        one.events,
        beside,
        "\n".join(hover),
    )


def _listing(found: "Titration", answer: "Tolerance") -> Listing:
    rows = []
    for one in answer.shares:
        others = [
            percent_interval(*other) if other is not None else ""
            for other in (one.without_time, one.first_only)
        ]
        rows.append(
            (
                f"{one.dose:g} {found.unit}",
                percent_interval(one.estimate, one.lower, one.upper),
                *others,
                str(one.weeks),
                str(one.events),
                "yes" if one.seen else "no, passed through",
            )
        )
    nothing = (float("nan"),)
    keys = {
        1: tuple(one.estimate for one in answer.shares),
        2: tuple((one.without_time or nothing)[0] for one in answer.shares),
        3: tuple((one.first_only or nothing)[0] for one in answer.shares),
    }
    heads = ("Dose", say("Tolerates to the end ({level:g} %)", level=100 * found.rules.level), *HEADS)
    return Listing(heads, tuple(rows), frozenset({4, 5}), keys)

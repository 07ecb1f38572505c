"""One arm: the mean change with and without what was known before, and a historical control beside it."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.efficacy.endpoint_view import EndpointView
from sscviewer.gui.efficacy.estimates import span
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.one_arm.one_arm import OneArm

HEADS = (
    "What",
    "Mean change",
    "Lower",
    "Upper",
    "P(better than baseline)",
    "P(better by the limit)",
    "P(next trial shows it)",
)


def compute_one_arm(asked: "Asked", paramcd: str) -> "OneArm | str":
    """Return the answer of one endpoint, or why there is none."""
    from sscviewer.analysis.efficacy.efficacy import efficacy
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
    from sscviewer.analysis.one_arm.one_arm import SEVERAL, one_endpoint

    who = asked.who.efficacy
    if len(who.arms) > 1:
        return SEVERAL
    course = efficacy(asked.study, who, efficacy_settings(asked.plan, paramcd, by_arm=False)).course
    return one_endpoint(asked.study, who, asked.plan, course) or say("No visit of this endpoint is modelled.")


class OneArmView(EndpointView):
    """Posteriors, historical control and jump to it, a line each; the table has the probabilities."""

    name: ClassVar[str] = "one_arm"
    title: ClassVar[str] = "One arm"
    needs: ClassVar[Needs] = ("endpoints",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.rows.cell_chosen.connect(self._drill)
        earlier = QPushButton(tr("Earlier trials…"), self)
        earlier.setToolTip(tr("Their numbers are lines of the Plan page: One arm and what was known before"))
        earlier.clicked.connect(lambda: self.session.set_view("plan"))
        self.controls.add(earlier)

    def computation(self) -> Compute:
        """Return the function that makes the posteriors."""
        return compute_one_arm

    def show_result(self, result: "OneArm | str") -> None:
        """Show intervals and probabilities."""
        if isinstance(result, str):
            empty = Intervals((), number_axis(-1.0, 1.0, ""), empty=result)
            self.show_both(
                Figure(self.name, "One arm", lambda ink: IntervalPlot(ink, empty)), Listing(HEADS, ())
            )
            return
        from sscviewer.analysis.one_arm.words import one_arm_sentences

        data = intervals_of(result)
        title = f"{result.parameter.param} at {result.avisit}: one arm and earlier knowledge"
        note = joined(one_arm_sentences(result))
        self.show_both(Figure(self.name, title, lambda ink: IntervalPlot(ink, data), note), _listing(result))

    @Slot(int, int)
    def _drill(self, row: int, column: int) -> None:
        found = self.result
        if found is None or isinstance(found, str):
            return
        without = row < len(_rows(found)) and _rows(found)[row][0] == JUMP
        who = found.without_value if without else found.with_value
        what = "without" if without else "with"
        title = f"{found.parameter.short}: {len(who)} patients {what} a value at {found.avisit}"
        self.drill_asked.emit(Drill(title, usubjids=who))


JUMP = "Missing jump to the control"
Row = tuple[str, float, float, float, tuple[str, str, str]]
"""What, estimate, limits, the three probabilities in words."""


def _rows(found: "OneArm") -> list[Row]:
    from sscviewer.analysis.one_arm.words import percent, prior_label

    blank, rows = ("", "", ""), list[Row]()
    for one in found.believed:
        chances = (percent(one.better), percent(one.mcid), percent(one.next_trial))
        rows.append((prior_label(found, one), one.mean, one.lower, one.upper, chances))
    if found.control is not None:
        control = found.control
        label = f"Historical control ({control.source})"
        rows.append((label, control.change, control.lower, control.upper, blank))
    for label, value in (
        ("Here less the historical control", found.against_control),
        (JUMP, found.jump),
    ):
        if value is not None:
            rows.append((label, value.estimate, value.lower, value.upper, blank))
    return rows


def intervals_of(found: "OneArm") -> Intervals:
    """Return the picture: a line a number, zero and the limit dashed."""
    from sscviewer.analysis.number_words import change_digits, with_limits

    digits = change_digits(found.parameter)
    rows = tuple(
        IntervalRow(label, (Dot(*numbers, with_limits(*numbers, digits=digits)),))
        for label, numbers in ((row[0], row[1:4]) for row in _rows(found))
    )
    limits = (found.limit,) if found.limit == found.limit else ()
    low, high = span([*(dot for row in rows for dot in row.dots), *(Dot(v, v, v) for v in limits)])
    axis = number_axis(low, high, f"Mean change from baseline in {found.parameter.axis_label}")
    empty = say("The mean change cannot be estimated.")
    return Intervals(rows, axis, (), (0.0, *limits), f"{100 * found.rules.level:g} % interval", empty)


def _listing(found: "OneArm") -> Listing:
    from sscviewer.analysis.number_words import change_digits, plain, signed

    digits = change_digits(found.parameter)
    rows = tuple(
        (label, signed(value, digits), plain(low, digits), plain(high, digits), *chances)
        for label, value, low, high, chances in _rows(found)
    )
    nothing = (float("nan"),) * (len(rows) - len(found.believed))
    keys = {
        4 + k: (*(getattr(one, name) for one in found.believed), *nothing)
        for k, name in enumerate(("better", "mcid", "next_trial"))
    }
    return Listing(HEADS, rows, frozenset({1, 2, 3}), keys)

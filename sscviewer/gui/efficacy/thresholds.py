"""Every threshold at once: the share of patients whose change is so much or better."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.efficacy.endpoint_view import NarrowedView
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.distribution.thresholds import Reached, ThresholdCurve, ThresholdCurves

LAST = ""
PERCENT = tuple(Tick(i / 5, str(20 * i)) for i in range(6))


def compute_thresholds(asked: "Asked", paramcd: str) -> "ThresholdCurves":
    """Return the curves of one endpoint."""
    from sscviewer.analysis.distribution.thresholds import threshold_curves

    plan = asked.plan
    return threshold_curves(asked.study, asked.who.efficacy, paramcd, plan.responses, plan.model.level)


class Thresholds(NarrowedView):
    """A curve an arm at the visit chosen; counts at the card's limits open their patients."""

    name: ClassVar[str] = "thresholds"
    title: ClassVar[str] = "Every threshold"
    needs: ClassVar[Needs] = ("endpoints",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, choice="At", whole=(LAST, "Last visit"))
        self._listed: list[Reached] = []

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_thresholds

    def show_result(self, result: "ThresholdCurves") -> None:
        """Offer the visits and show the one chosen."""
        self.offer_parts(list(result.visits))
        self._redraw()

    def show_part(self, result: "ThresholdCurves", part: str) -> None:
        """Show a visit, the last where none is chosen."""
        visit = part or (result.visits[-1] if result.visits else "")
        arms = len({curve.arm for curve in result.curves}) > 1
        curves = [c for c in result.curves if c.avisit == visit and (c.arm != ALL or not arms)]
        self._listed = [r for r in result.rows if r.avisit == visit and (r.arm != ALL or not arms)]
        data = curves_data(result, curves)
        title = f"{result.parameter.param}: change at {visit}, every threshold" if visit else self.title
        name, note = f"thresholds_{result.parameter.paramcd}", joined(result.notes)
        figure = Figure(name, title, lambda ink: StepCurves(ink, data), note)
        self.show_both(figure, _listing(self._listed, result.level))

    def drill(self, row: int, column: int) -> Drill | None:
        """Return who reached a threshold."""
        if row >= len(self._listed):
            return None
        one = self._listed[row]
        return Drill(
            f"{one.words}, {one.avisit}: {len(one.usubjids)} of {one.n} patients", usubjids=one.usubjids
        )


def curves_data(found: "ThresholdCurves", curves: "list[ThresholdCurve]") -> StepData:
    """Return the picture's data."""
    values = [float(v) for curve in curves for v in curve.change] + [*found.limits]
    which = f" ({found.better} is better)" if found.better else ""
    x = number_axis(
        min([*values, 0.0]),
        max([*values, 0.0]),
        f"Change from baseline in {found.parameter.axis_label}{which}",
    )
    kind = "better" if found.better else "lower"
    y = Axis(0.0, 1.0, PERCENT, f"Patients with such a change or a {kind} one, %")
    lone = len(curves) == 1
    steps = tuple(_step(curve, k, x, lone) for k, curve in enumerate(curves) if curve.n)
    return StepData(x, y, steps, empty=say("Nobody has a change at this visit."))


def _step(curve: "ThresholdCurve", colour: int, x: Axis, lone: bool) -> StepCurve:
    time = np.concatenate([[x.low], curve.change])
    label = "" if lone else Verbatim(f"{curve.arm} (n = {curve.n})")
    return StepCurve(label, time, curve.share, curve.lower, curve.upper, np.empty(0), x.high, (), colour)


def _listing(rows: "list[Reached]", level: float) -> Listing:
    share = f"% ({100 * level:g} % CI)"
    heads = ("Threshold", "Arm", "Reached it", share, "% of those with a value", "With a value")
    texts = tuple(
        (
            capital(row.words),
            "all" if row.arm == ALL else row.arm,
            f"{len(row.usubjids)} of {row.n}",
            _share(row) if row.n else "",
            rounded(100 * row.share_seen, 0) if row.n_seen else "",
            str(row.n_seen),
        )
        for row in rows
    )
    keys = {2: tuple(float(len(row.usubjids)) for row in rows), 3: tuple(row.share for row in rows)}
    return Listing(heads, texts, frozenset({4, 5}), keys)


def _share(row: "Reached") -> str:
    share, lower, upper = (rounded(100 * one, 0) for one in (row.share, row.lower, row.upper))
    return f"{share} ({lower} to {upper})"

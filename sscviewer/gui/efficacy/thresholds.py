"""Every threshold at once: the share of patients whose change is so much or better."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Need
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.efficacy.endpoint_view import EndpointView
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.distribution.thresholds import Curve, Reached, ThresholdCurves

ALL, LAST = "ALL", ""
HEADS = ("Threshold", "Arm", "Reached it", "% (95 % CI)", "% of those with a value", "With a value")
PERCENT = tuple(Tick(i / 5, str(20 * i)) for i in range(6))


def compute_thresholds(asked: "Asked", paramcd: str) -> "ThresholdCurves":
    """Return the curves of one endpoint."""
    from sscviewer.analysis.distribution.thresholds import threshold_curves

    plan = asked.plan
    return threshold_curves(asked.study, asked.who.efficacy, paramcd, plan.responses, plan.model.level)


class Thresholds(EndpointView):
    """A curve an arm at the visit chosen; counts at the card's limits open their patients."""

    name: ClassVar[str] = "thresholds"
    title: ClassVar[str] = "Every threshold"
    needs: ClassVar[Need] = "endpoints"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.visit = self.controls.combo("At", [(LAST, "Last visit")])
        self.controls.only_show(self._redraw, self.visit.activated)
        self.rows.cell_chosen.connect(self._drill)
        self._listed: list[Reached] = []

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_thresholds

    def show_result(self, result: "ThresholdCurves") -> None:
        """Offer the visits and show the one chosen."""
        choose(self.visit, [(LAST, "Last visit"), *((visit, visit) for visit in result.visits)])
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        found = self.result
        if found is None:
            return
        visit = self.visit.currentData() or (found.visits[-1] if found.visits else "")
        arms = len({curve.arm for curve in found.curves}) > 1
        curves = [c for c in found.curves if c.avisit == visit and (c.arm != ALL or not arms)]
        self._listed = [r for r in found.rows if r.avisit == visit and (r.arm != ALL or not arms)]
        data = curves_data(found, curves)
        title = f"{found.parameter.param}: change at {visit}, every threshold" if visit else self.title
        note = " ".join(found.notes)
        figure = Figure(
            f"thresholds_{found.parameter.paramcd}", title, lambda ink: StepCurves(ink, data), note
        )
        self.show_both(figure, _listing(self._listed))

    @Slot(int, int)
    def _drill(self, row: int, column: int) -> None:
        if row < len(self._listed):
            one = self._listed[row]
            title = f"{one.words}, {one.avisit}: {len(one.usubjids)} of {one.n} patients"
            self.drill_asked.emit(Drill(title, usubjids=one.usubjids))


def curves_data(found: "ThresholdCurves", curves: "list[Curve]") -> StepData:
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
    return StepData(x, y, steps, empty="Nobody has a change at this visit.")


def _step(curve: "Curve", colour: int, x: Axis, lone: bool) -> StepCurve:
    time = np.concatenate([[x.low], curve.change])
    label = "" if lone else f"{curve.arm} (n = {curve.n})"
    return StepCurve(label, time, curve.share, curve.lower, curve.upper, np.empty(0), x.high, (), colour)


def _listing(rows: "list[Reached]") -> Listing:
    texts = tuple(
        (
            row.words[:1].upper() + row.words[1:],
            "all" if row.arm == ALL else row.arm,
            f"{len(row.usubjids)} of {row.n}",
            _share(row) if row.n else "",
            rounded(100 * row.share_seen, 0) if row.n_seen else "",
            str(row.n_seen),
        )
        for row in rows
    )
    keys = {2: tuple(float(len(row.usubjids)) for row in rows), 3: tuple(row.share for row in rows)}
    return Listing(HEADS, texts, frozenset({4, 5}), keys)


def _share(row: "Reached") -> str:
    share, lower, upper = (rounded(100 * one, 0) for one in (row.share, row.lower, row.upper))
    return f"{share} ({lower} to {upper})"

"""Whether the models fit: residuals, and each patient's weight in the result."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import said
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.model_choice import ModelShown, ModelView
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.efficacy_diagnostics import (
        EfficacyDiagnostics,
        InfluencePlot,
        ResidualPlot,
    )

PICTURES = (
    ("fitted", "Residuals against fitted values"),
    ("normal", "Residuals against the normal distribution"),
    ("influence", "Result without each patient"),
)
MODELS = (("by_visit", "by visit"), ("slope", "random slope"))
FAR = 3.0


@dataclass(frozen=True, slots=True)
class DiagnosticsAnswer:
    """The diagnostics, and the points and rows of each picture: of thousands of patients they take a while.

    Attributes
    ----------
    pictures
        By kind of picture and model; that of influence under `INFLUENCE`.
    """

    found: "EfficacyDiagnostics"
    pictures: dict[tuple[str, str], tuple[ScatterData, Listing]]


INFLUENCE = ("influence", "")


def compute_diagnostics(asked: "Asked", shown: ModelShown) -> DiagnosticsAnswer:
    """Return residuals and influence, ready to be drawn."""
    from sscviewer.analysis.efficacy.efficacy_diagnostics import efficacy_diagnostics

    settings, visit = shown.settings(asked.plan), asked.plan.endpoints.visit
    found = efficacy_diagnostics(asked.study, asked.who.efficacy, settings, visit)
    pictures = {INFLUENCE: _influence(found.influence)}
    for which, plot in (("by_visit", found.by_visit), ("slope", found.slope)):
        pictures |= {(kind, which): drawn for kind, drawn in _residuals(plot).items()}
    return DiagnosticsAnswer(found, pictures)


class Diagnostics(ModelView):
    """One picture at a time; a point is a value of a patient."""

    name: ClassVar[str] = "diagnostics"
    title: ClassVar[str] = "Diagnostics"
    needs: ClassVar[Needs] = ("endpoints",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.picture = self.controls.combo("Picture", PICTURES)
        self.which = self.controls.combo("Of the model", MODELS)
        self.controls.only_show(self._redraw, self.picture.activated, self.which.activated)

    def computation(self) -> Compute:
        """Return the function that looks at the models."""
        return compute_diagnostics

    def show_result(self, result: DiagnosticsAnswer) -> None:
        """Show the picture chosen."""
        self._redraw()

    def _redraw(self) -> None:
        answer, kind = self.result, self.picture.currentData()
        if answer is None:
            return
        result = answer.found
        modelled = any(plot is not None and plot.subjects for plot in (result.by_visit, result.slope))
        note = joined(result.notes) or (say("No value lies far out.") if modelled else "")
        name = f"{kind}_{result.settings.paramcd}"
        self.which.setEnabled(kind != "influence")
        if kind == "influence":
            data, listing = answer.pictures[INFLUENCE]
            title = result.influence.what if result.influence else "Result without each patient"
        else:
            data, listing = answer.pictures[kind, self.which.currentData()]
            title = f"{said(self.picture)}, model {said(self.which)}"
        whom = in_column(0, [(row[0],) for row in listing.rows])
        self.show_both(Figure(name, title, lambda ink: Scatter(ink, data), note), listing, whom)
        self.set_patient(self.session.usubjid)


def _empty() -> tuple[ScatterData, Listing]:
    axis = Axis(0.0, 1.0, ())
    return ScatterData(axis, axis, (), empty=say("There is no model to look at.")), Listing((), ())


def _residuals(plot: "ResidualPlot | None") -> dict[str, tuple[ScatterData, Listing]]:
    """Return both pictures of a model's residuals with their table."""
    if plot is None or not plot.subjects:
        return dict.fromkeys(("fitted", "normal"), _empty())
    from sscviewer.analysis.number_words import plain, signed

    hovers = [
        f"{who}, {visit}\nscaled residual {signed(y, 2)}"
        for y, who, visit in zip(plot.scaled, plot.subjects, plot.avisit, strict=True)
    ]
    far = max(FAR + 0.2, float(abs(plot.scaled).max()))
    y_axis = number_axis(-far, far, "Scaled residual")
    rows = tuple(
        (who, visit, plain(f, 3), signed(c, 3), signed(s, 3))
        for who, visit, f, c, s in zip(
            plot.subjects, plot.avisit, plot.fitted, plot.conditional, plot.scaled, strict=True
        )
    )
    heads = ("Patient", "Visit", "Fitted mean", "Residual", "Scaled residual")
    listing = Listing(heads, rows, frozenset({2, 3, 4}))
    drawn = {}
    for kind, xs in (("fitted", plot.fitted), ("normal", plot.expected)):
        title = "Fitted mean" if kind == "fitted" else "Expected of a normal distribution"
        x_axis = number_axis(float(xs.min()), float(xs.max()), title)
        points = tuple(
            Point(float(x), float(y), who, hover)
            for x, y, who, hover in zip(xs, plot.scaled, plot.subjects, hovers, strict=True)
        )
        drawn[kind] = (ScatterData(x_axis, y_axis, points, lines_y=(-FAR, 0.0, FAR)), listing)
    return drawn


def _influence(plot: "InfluencePlot | None") -> tuple[ScatterData, Listing]:
    if plot is None or not plot.subjects:
        return _empty()
    from sscviewer.analysis.number_words import plain, signed

    order = sorted(range(len(plot.subjects)), key=lambda i: -abs(_known(float(plot.shift[i]))))
    named = set(order[:3])
    points = tuple(
        Point(
            float(i + 1),
            float(plot.estimate[i]),
            who,
            f"Without {who}: {signed(plot.estimate[i], 3)}\nmoved by {signed(plot.shift[i], 2)} SE",
            label=who if i in named else "",
        )
        for i, who in enumerate(plot.subjects)
        if math.isfinite(plot.estimate[i])
    )
    values = [p.y for p in points] + [plot.full]
    x = Axis(0.0, len(plot.subjects) + 1.0, (), "Patients, in the order of the file")
    y = number_axis(min(values), max(values), "Estimate without the patient")
    rows = tuple(
        (
            plot.subjects[i],
            plain(plot.estimate[i], 3),
            signed(plot.shift[i], 3),
        )
        for i in order
    )
    heads = ("Without patient", "Estimate", "Moved by, SE")
    return ScatterData(x, y, points, lines_y=(plot.full,)), Listing(heads, rows, frozenset({1, 2}))


def _known(value: float) -> float:
    return value if math.isfinite(value) else 0.0

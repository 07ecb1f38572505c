"""Benefit against tolerability: a region per dose, thresholds that are dragged, decided or not."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose, name_control
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import Whom, in_column
from sscviewer.gui.dose.dose_words import percent_interval, share_axis
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.benefit_risk import BenefitRisk, Decision, DoseRegion, PlaneData
from sscviewer.plots.charts.chart import Figure

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.estimate import Estimate

NOTE = (
    "Regions: {level} % intervals of both, each dose for itself, of {n} patients. Not decided: neither met "
    "nor ruled out at these thresholds ({undecided} of {doses} doses); the patient chosen is drawn along "
    "the doses taken."
)
DEFAULT_SHARE = 50


@dataclass(frozen=True, slots=True)
class PlaneAnswer:
    """What the picture needs, per endpoint.

    Attributes
    ----------
    shares : dose -> (estimate, lower, upper) of tolerating it to the end
    changes : PARAMCD -> dose -> change at the end, by the exposure so far
    paths : USUBJID -> doses taken, in order
    """

    unit: str
    end: str
    level: float
    units: dict[str, str]
    names: dict[str, str]
    fewer_is_better: frozenset[str]
    shares: dict[float, tuple[float, float, float]]
    changes: "dict[str, dict[float, Estimate]]"
    paths: dict[str, tuple[float, ...]]
    why_not: str


def compute_plane(asked: "Asked", settings: None) -> PlaneAnswer:
    """Return both answers for every dose."""
    from sscviewer.analysis.dose_question.dose_question import dose_benefits
    from sscviewer.analysis.dose_question.patient_days import doses_in_order
    from sscviewer.analysis.dose_question.titration import titration
    from sscviewer.analysis.dose_question.tolerance import tolerance
    from sscviewer.analysis.dose_question.words import duration_words

    found = titration(asked.study, asked.who.safety, asked.plan)
    answer = tolerance(found)
    models = [
        one
        for one in dose_benefits(asked.study, asked.who.safety, asked.plan)
        if one.model == "exposure" and one.has_interval
    ]
    return PlaneAnswer(
        unit=found.unit,
        end=duration_words(found.duration_weeks),
        level=found.rules.level,
        units={one.paramcd: asked.study.parameters[one.paramcd].unit for one in models},
        names={one.paramcd: asked.study.parameters[one.paramcd].param for one in models},
        fewer_is_better=frozenset(one.paramcd for one in models if one.better < 0),
        shares={one.dose: (one.estimate, one.lower, one.upper) for one in answer.shares},
        changes={
            one.paramcd: {dose: change for dose, change in one.changes if math.isfinite(change.lower)}
            for one in models
        },
        paths={patient.usubjid: doses_in_order(patient) for patient in found.patients},
        why_not=answer.why_not,
    )


class BenefitRiskView(ChartTablePage):
    """The plane; thresholds by number or by dragging their lines, redrawn without computing anything."""

    name: ClassVar[str] = "benefit_risk"
    title: ClassVar[str] = "Benefit and risk"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.endpoint = self.controls.combo("Endpoint")
        self.share = self.controls.number("Tolerated by at least", 0, 100, DEFAULT_SHARE, " %")
        self.change = QDoubleSpinBox(self)
        name_control(self.change, "Change of at least")
        self.change.setRange(-1000.0, 1000.0)
        self.change.setDecimals(2)
        self.change.setSingleStep(0.5)
        self.controls.add(self.change, "Change of at least")
        self.controls.only_show(self._redraw, self.endpoint.activated)
        self.controls.only_show(self._redraw, self.share.valueChanged)
        self.change.valueChanged.connect(self._redraw)
        self.chart.viewport().installEventFilter(self)
        self.chart.setToolTip(tr("Drag the dashed lines; which trial would tell is the next view"))
        self._gripped = ""

    def computation(self) -> Compute:
        """Return the function that asks both questions."""
        return compute_plane

    def show_result(self, result: PlaneAnswer) -> None:
        """Offer the endpoints and show the one chosen."""
        choose(self.endpoint, result.names.items())
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        code = self.endpoint.currentData()
        data = plane_data(self.result, code, self.share.value() / 100.0, self.change.value())
        name = self.result.names.get(code, "")
        title = f"{name} against tolerability" if name else "Benefit against tolerability"
        undecided = sum(region.decision == "not decided" for region in data.regions)
        note = say(
            NOTE,
            level=f"{100 * self.result.level:g}",
            n=len(self.result.paths),
            undecided=undecided,
            doses=len(data.regions),
        )
        note = note if data.regions else ""
        figure = Figure(self.name, title, lambda ink: BenefitRisk(ink, data), note)
        self.show_both(figure, *_listing(self.result, data))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the thresholds be dragged."""
        chart = self.chart.chart
        if (
            watched is not self.chart.viewport()
            or not isinstance(chart, BenefitRisk)
            or not isinstance(event, QMouseEvent)
        ):
            return super().eventFilter(watched, event)
        at = event.position()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._gripped = chart.threshold_at(at.x(), at.y())
            return bool(self._gripped)
        if event.type() == QEvent.Type.MouseButtonRelease and self._gripped:
            self._gripped = ""
            return True
        if event.type() == QEvent.Type.MouseMove and self._gripped:
            share, change = chart.values_at(at.x(), at.y())
            if self._gripped == "tolerates":
                self.share.setValue(round(100 * share))
            else:
                self.change.setValue(change)
            return True
        grip = chart.threshold_at(at.x(), at.y()) if event.type() == QEvent.Type.MouseMove else ""
        if grip:
            shapes = {"tolerates": Qt.CursorShape.SplitHCursor, "change": Qt.CursorShape.SplitVCursor}
            self.chart.viewport().setCursor(shapes[grip])
            return True
        return super().eventFilter(watched, event)


def plane_data(answer: PlaneAnswer, code: str, share: float, change: float) -> PlaneData:
    """Return the picture of one endpoint at the thresholds chosen."""
    changes, fewer = answer.changes.get(code, {}), code in answer.fewer_is_better
    doses = [dose for dose in answer.shares if dose in changes]
    limits = [v for dose in doses for v in (changes[dose].lower, changes[dose].upper) if v == v]
    regions = tuple(_region(answer, dose, changes[dose], (share, change), fewer=fewer) for dose in doses)
    low, high = min([change, *limits], default=-1.0), max([change, *limits], default=1.0)
    unit = answer.units.get(code, "")
    better = say("lower is better") if fewer else say("higher is better")
    return PlaneData(
        x=share_axis(say("No dose-limiting event in {end}, %", end=answer.end)),
        y=number_axis(
            low,
            high,
            say("Change in {end} ({better})", end=answer.end, better=joined([say(unit), better], ", ")),
        ),
        regions=regions,
        tolerates=share,
        change=change,
        fewer_is_better=fewer,
        paths=answer.paths,
        empty=answer.why_not or say("No endpoint has a model by dose."),
    )


def _listing(answer: PlaneAnswer, data: PlaneData) -> tuple[Listing, Whom]:
    level = 100 * answer.level
    heads = (
        "Dose",
        "Patients",
        say("{title} ({level:g} % CI)", title=data.x.title, level=level),
        say("{title} ({level:g} % CI)", title=data.y.title, level=level),
        "At these thresholds",
    )
    took = [tuple(who for who, doses in answer.paths.items() if one.dose in doses) for one in data.regions]
    rows = tuple(
        (one.label, str(len(who)), percent_interval(*one.tolerates), _change(one.change), one.decision)
        for one, who in zip(data.regions, took, strict=True)
    )
    keys = {
        2: tuple(one.tolerates[0] for one in data.regions),
        3: tuple(one.change[0] for one in data.regions),
    }
    return Listing(heads, rows, frozenset({1}), keys), in_column(1, took)


def _change(change: tuple[float, float, float]) -> str:
    from sscviewer.analysis.number_words import with_limits

    return with_limits(*change, digits=2)


def decide(
    tolerates: tuple[float, float, float], change: "Estimate", wanted: tuple[float, float], *, fewer: bool
) -> Decision:
    """Return what intervals say of two thresholds; both must be met, either not met is enough."""
    sign = -1.0 if fewer else 1.0
    low, high = sorted((sign * change.lower, sign * change.upper))
    if tolerates[1] >= wanted[0] and low >= sign * wanted[1]:
        return "met"
    if tolerates[2] < wanted[0] or high < sign * wanted[1]:
        return "not met"
    return "not decided"


def _region(
    answer: PlaneAnswer, dose: float, change: "Estimate", wanted: tuple[float, float], *, fewer: bool
) -> DoseRegion:
    tolerates = answer.shares[dose]
    decision = decide(tolerates, change, wanted, fewer=fewer)
    both = (change.estimate, change.lower, change.upper)
    hover = (
        f"{dose:g} {answer.unit}: {decision}\nno dose-limiting event {percent_interval(*tolerates)}\n"
        f"change {_change(both)}"
    )
    return DoseRegion(dose, f"{dose:g} {answer.unit}", tolerates, both, decision, hover)

"""The change at one visit under every assumption about what is missing."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from sscviewer.gui.analysis.controls import choose, name_control
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.estimates import COLUMNS, cells, dot, span
from sscviewer.gui.efficacy.model_choice import ModelShown, ModelView
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.members import members
from sscviewer.gui.state.parts import Parts
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.sensitivity_table import SensitivityTable
    from sscviewer.analysis.estimate import Estimate

WIDEST_DELTA = 1000.0


@dataclass(frozen=True, slots=True)
class SensitivityAsked:
    """Which endpoint at which visit; δ and imputation are the plan's."""

    shown: ModelShown
    avisit: str


def compute_sensitivity(asked: "Asked", wanted: SensitivityAsked) -> "SensitivityTable":
    """Return every row of the table."""
    from sscviewer.analysis.efficacy.sensitivity_table import sensitivity_table

    return sensitivity_table(
        asked.study,
        asked.who.efficacy,
        wanted.shown.settings(asked.plan),
        asked.plan.missing,
        avisit=wanted.avisit,
    )


class Sensitivity(ModelView):
    """Estimates side by side, each with what it assumes."""

    name: ClassVar[str] = "sensitivity"
    title: ClassVar[str] = "Sensitivity"
    needs: ClassVar[Needs] = ("endpoints",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        self._ready = False
        super().__init__(parts, parent, stretch=8)
        self.visit = self.controls.combo("At", [("", "Last visit")])
        self.shift = self.controls.tick("δ")
        self.shift.setToolTip(tr("Shift the missing changes by this much instead of by minus the estimate"))
        self.delta = QDoubleSpinBox(self)
        name_control(self.delta, "Shift of the missing changes")
        self.delta.setRange(-WIDEST_DELTA, WIDEST_DELTA)
        self.delta.setDecimals(2)
        self.delta.setKeyboardTracking(False)
        self.delta.valueChanged.connect(self._delta_chosen)
        self.shift.toggled.connect(self._delta_chosen)
        self.session.planning.changed.connect(self._show_delta)
        self.controls.add(self.delta)
        self.rows.view.row_changed.connect(self._explain)
        self._assumptions: tuple[str, ...] = ()
        self._seen = ""
        self._ready = True
        self.offer()

    @Slot()
    def _delta_chosen(self) -> None:
        planning = self.session.planning
        delta = self.delta.value() if self.shift.isChecked() else None
        planning.choose(planning.plan.with_value("missing", "delta", delta))

    @Slot()
    def _show_delta(self) -> None:
        delta = self.session.planning.plan.missing.delta
        if delta != (self.delta.value() if self.shift.isChecked() else None):
            self.shift.setChecked(delta is not None)
            self.delta.setValue(delta if delta is not None else self.delta.value())

    @Slot(int)
    def _explain(self, row: int) -> None:
        """Say in full what the method of a row assumes."""
        said = self._assumptions[row] if 0 <= row < len(self._assumptions) else ""
        self.note.setText(joined((said, self._seen)))

    @Slot()
    def offer(self) -> None:
        """Offer the visits the endpoint has."""
        super().offer()
        if self._ready:
            from sscviewer.analysis.efficacy.efficacy import efficacy_choices
            from sscviewer.analysis.population import population

            trial, code = self.session.trial, self.endpoint.currentData()
            if trial is not None and code:
                who = population(trial.study, self.session.planning.plan.arms.efficacy, members(self.session))
                visits = efficacy_choices(trial.study, who, code).visits
                choose(self.visit, [("", "Last visit"), *((visit, visit) for visit in visits)])

    @property
    def settings(self) -> Any:
        """What the user chose."""
        return SensitivityAsked(super().settings, self.visit.currentData() or "")

    def computation(self) -> Compute:
        """Return the function that makes the table."""
        return compute_sensitivity

    def show_result(self, result: "SensitivityTable") -> None:
        """Show one row per assumption; in a trial with arms their difference, the arms below in the table."""
        digits = min(result.parameter.digits + 1, 3)
        lines = _lines(result)
        shown = [line for line in lines if line.main]
        rows = tuple(
            IntervalRow(line.name, (dot(line.estimate, digits),), line.assumes, key=line.key)
            for line in shown
        )
        low, high = span([d for row in rows for d in row.dots])
        name = f"change in {result.parameter.axis_label} at {result.avisit}"
        what = f"Difference from {result.reference} in mean" if result.reference else "Mean"
        interval = f"{100 * self.session.planning.plan.model.level:g} % CI"
        axis = number_axis(low, high, f"{what} {name} ({interval})")
        data = Intervals(
            rows,
            axis,
            (),
            (0.0,),
            say("Estimate ({interval})", interval=interval),
            say("No visit has enough values."),
        )
        figure = Figure(
            f"sensitivity_{result.parameter.paramcd}",
            f"Sensitivity of the {name}",
            lambda ink: IntervalPlot(ink, data),
            _note(result, digits),
        )
        texts = tuple(
            (
                line.name,
                str(len(line.patients)) if line.estimate else "",
                *cells(line.estimate, digits),
                joined((line.assumes, line.note)),
            )
            for line in lines
        )
        heads = ("Method", "n", *COLUMNS, "What it assumes")
        self._assumptions = tuple(f"{text[0]}: {text[-1]}" for text in texts)
        self._seen = figure.note
        whom = in_column(1, [line.patients if line.estimate else () for line in lines])
        self.show_both(figure, Listing(heads, texts, frozenset(range(1, len(heads) - 1))), whom)


@dataclass(frozen=True, slots=True)
class SensitivityLine:
    """A row of the table; the main ones are in the picture too."""

    name: str
    estimate: "Estimate | None"
    assumes: str
    note: str
    key: str
    main: bool
    patients: tuple[str, ...]


def _lines(result: "SensitivityTable") -> list[SensitivityLine]:
    """Return a line per method, or per method the difference of the arms and then each arm."""
    lines = []
    for row in result.rows:
        if not result.reference:
            who = result.counted(row.key)
            lines.append(SensitivityLine(row.name, row.estimate, row.assumes, row.note, row.key, True, who))
            continue
        for change in sorted(row.by_arm, key=lambda change: not change.reference):
            name = f"{change.arm} minus {change.reference}" if change.reference else change.arm
            lines.append(
                SensitivityLine(
                    f"{row.name}: {name}",
                    change.estimate,
                    row.assumes,
                    change.note,
                    row.key,
                    bool(change.reference),
                    result.counted(row.key, change.arm, change.reference),
                )
            )
    return lines


def _note(result: "SensitivityTable", digits: int) -> str:
    seen = say(
        "{n_visit} of {n_baseline} patients with a baseline have a value at {avisit}.",
        n_visit=result.n_visit,
        n_baseline=result.n_baseline,
        avisit=result.avisit,
    )
    tip = result.tipping
    if result.reference:
        tips = [change.tipping for row in result.rows for change in row.differences if change.tipping]
        tip = tips[0] if len(tips) == 1 else None
    if tip is None or not math.isfinite(tip.delta_zero):
        return seen
    from sscviewer.analysis.number_words import signed

    delta = f"δ = {signed(tip.delta_zero, digits)} {result.parameter.unit}"
    whose = "difference" if result.reference else "estimate"
    return say(
        "{seen} The {whose} would be zero if the {missing} missing changes (of {n_subjects} "
        "patients) were shifted by {delta}.",
        seen=seen,
        whose=whose,
        missing=tip.missing,
        n_subjects=tip.n_subjects,
        delta=delta,
    )

"""Every patient's course of an endpoint in one picture (spaghetti), or in one small picture each."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import NOBODY
from sscviewer.gui.cohort.choices import MEASURES, AnchorChoice, endpoint_entries
from sscviewer.gui.cohort.listings import courses_listing, means_listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.multiples import MultiplesPlot
from sscviewer.plots.charts.spaghetti import SpaghettiPlot, values_outside

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings
    from sscviewer.analysis.cohort.spaghetti import Spaghetti
    from sscviewer.analysis.cohort.spaghetti_models import ModelBands

EACH = say("Each picture is one patient’s values over everybody’s, all on the same axes.")
SPLITS = (("none", "All together"), ("end", "Completed and stopped"), ("arm", "By arm"))


def compute_courses(asked: "Asked", settings: "SpaghettiSettings") -> "Spaghetti":
    """Return the lines of an endpoint."""
    from sscviewer.analysis.cohort.spaghetti import spaghetti
    from sscviewer.analysis.outcome import outcomes

    return spaghetti(asked.study, asked.who.efficacy, settings, outcomes(asked.study), asked.plan.events)


def compute_models(asked: "Asked", settings: "SpaghettiSettings") -> "ModelBands":
    """Return what the models say of an endpoint."""
    from sscviewer.analysis.cohort.spaghetti_models import spaghetti_models
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings

    return spaghetti_models(
        asked.study, asked.who.efficacy, settings, efficacy_settings(asked.plan, settings.paramcd)
    )


def outside_words(data: "Spaghetti") -> str:
    """Return “2 values lie outside these days”; "" for none."""
    n = values_outside(data)
    return say("Not shown: {value} outside these days.", value=counted(n, "value")) if n else ""


def left_out_words(left_out: tuple[tuple[str, str], ...]) -> str:
    """Return “Not shown: 2 patients (S03: no value; S07: no baseline)”; "" when nobody is left out."""
    if not left_out:
        return ""
    named = joined((say("{usubjid}: {why}", usubjid=u, why=why) for u, why in left_out[:6]), "; ")
    more = say("; and {n} more", n=len(left_out) - 6) if len(left_out) > 6 else ""
    patients = counted(len(left_out), "patient")
    return say("Not shown: {patients} ({named}{more}).", patients=patients, named=named, more=more)


@dataclass(frozen=True, slots=True)
class _WithModel:
    """A picture, and whether the models belong to it."""

    picture: "SpaghettiSettings"
    model: bool


class _Endpoint(ChartTablePage):
    """What spaghetti and small multiples choose alike."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.endpoint = self.controls.combo("Endpoint", endpoint_entries(parts.session))
        self.measure = self.controls.combo("Show", MEASURES)
        self.time = self.controls.combo("Time", (("month", "Months"), ("day", "Days")))
        self.anchor = AnchorChoice(self.controls, parts.session)
        parts.session.trial_changed.connect(self._new_trial)
        self._new_trial()

    def _new_trial(self) -> None:
        """Offer what the trial has; without a time between its visits no unit, and no day to count from."""
        choose(self.endpoint, endpoint_entries(self.session))
        trial = self.session.trial
        has_time = trial is None or not trial.study.visit_order
        self.controls.offer(self.time, has_time)
        self.anchor.show(has_time)

    @property
    def _split(self) -> Literal["none", "end", "arm"]:
        return "none"

    @property
    def settings(self) -> "SpaghettiSettings":
        """What the user chose."""
        from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings

        return SpaghettiSettings(
            paramcd=self.endpoint.currentData() or "",
            measure=self.measure.currentData(),
            time=self.time.currentData(),
            anchor=self.anchor.anchor,
            split=self._split,
            level=self.session.planning.plan.model.level,
        )

    def computation(self) -> Compute:
        """Return the function that gathers the lines."""
        return compute_courses


class Courses(_Endpoint):
    """All lines in one picture, with means and model."""

    name: ClassVar[str] = "courses"
    title: ClassVar[str] = "Courses"
    needs: ClassVar[Needs] = ("measurements",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.groups = self.controls.combo("Means", SPLITS)
        self.model = self.controls.tick("Model", on=True)

    @property
    def _split(self) -> Literal["none", "end", "arm"]:
        chosen: Literal["none", "end", "arm"] = self.groups.currentData()
        return chosen

    @property
    def settings(self) -> Any:
        """What the user chose; with the model or not."""
        return _WithModel(super().settings, self.model.isChecked())

    def computation(self) -> Compute:
        """Return the function that gathers the lines."""
        return lambda asked, chosen: compute_courses(asked, chosen.picture)

    def show_result(self, result: "Spaghetti") -> None:
        """Show the lines without a model."""
        self._show(None)

    def afterwards(self) -> Compute | None:
        """Return the function that fits the models."""
        if not self.model.isChecked():
            return None
        return lambda asked, chosen: compute_models(asked, chosen.picture)

    def show_afterwards(self, result: "ModelBands") -> None:
        """Add the models."""
        self._show(result)

    def _show(self, models: "ModelBands | None") -> None:
        data = self.result
        if data is None:
            return
        notes = [left_out_words(data.left_out), outside_words(data)]
        if data.means:
            notes.insert(
                0, say("Observed means are of the patients with a value at the visit (n below the axis).")
            )
        if models is not None:
            if models.n_subjects:
                n = f"{models.n_subjects} patients, {models.n_obs} values"
                slope = "" if data.visits else say("; slope: random slopes")
                notes.append(
                    say("Model at visits: mixed model for repeated measures, {n}{slope}.", n=n, slope=slope)
                )
            notes += models.notes
        title = f"{data.y_label}: every patient"
        figure = Figure(
            f"courses_{data.parameter.paramcd}",
            title,
            lambda ink: SpaghettiPlot(ink, data, models),
            joined(notes),
        )
        # Aligned on a patient's own day there are no visits to average at.
        listed = means_listing(data, models) if data.means else (courses_listing(data), NOBODY)
        self.show_both(figure, *listed)


class MultiplesView(_Endpoint):
    """A small picture for each patient, in the order of the list."""

    name: ClassVar[str] = "multiples"
    title: ClassVar[str] = "Small multiples"
    needs: ClassVar[Needs] = ("measurements",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        parts.patients.order_changed.connect(self._reorder)

    @property
    def settings(self) -> Any:
        """What the user chose."""
        return replace(super().settings, split="end")

    def show_result(self, result: "Spaghetti") -> None:
        """Show the grid."""
        data, listed = result, self.parts.patients.visible
        # The list may be without some whom the picture counts: they come last, none is dropped.
        rest = sorted(set(data.subjects) - set(listed))
        order = (*listed, *rest)
        figure = Figure(
            f"small_multiples_{data.parameter.paramcd}",
            f"{data.y_label}: one picture per patient",
            lambda ink: MultiplesPlot(ink, data, order),
            joined((EACH, left_out_words(data.left_out), outside_words(data))),
        )
        self.show_both(figure, courses_listing(data))

    @Slot()
    def _reorder(self) -> None:
        """Follow the order of the list."""
        if self.result is not None:
            self.show_result(self.result)
            self.set_patient(self.session.usubjid)

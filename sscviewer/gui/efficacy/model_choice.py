"""The controls that choose endpoint and model, the same on every view of the page."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import Several, choose
from sscviewer.gui.state.members import members
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
    from sscviewer.analysis.plan import AnalysisPlan

RESPONSES = (("CHG", "Change from baseline"), ("AVAL", "Value, baseline as a visit (cLDA)"))


def endpoint_entries(session: Session) -> list[tuple[object, str]]:
    """Return the endpoints whose course is modelled."""
    from sscviewer.analysis.efficacy.efficacy import endpoints

    trial = session.trial
    if trial is None:
        return []
    found = endpoints(trial.study)
    first = [code for code in trial.parameters if code in found]
    ordered = (*first, *(code for code in found if code not in first))
    return [(code, trial.study.parameters[code].axis_label) for code in ordered]


@dataclass(frozen=True, slots=True)
class ModelShown:
    """The endpoint a view shows, and the visits it leaves in; the model is the plan's."""

    paramcd: str
    visits: tuple[str, ...]

    def settings(self, plan: "AnalysisPlan") -> "EfficacySettings":
        """Return how the plan has it modelled."""
        from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings

        return efficacy_settings(plan, self.paramcd, visits=self.visits)


class ModelView(ChartTablePage):
    """A view of one endpoint; its controls of the model are lines of the plan."""

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, stretch: int = 0) -> None:
        super().__init__(parts, parent, stretch=stretch)
        from sscviewer.analysis.plan.models import COVARIANCE_WORDS, DF_WORDS

        self.planning = parts.session.planning
        self.endpoint = self.controls.combo("Endpoint", endpoint_entries(parts.session))
        self.response = self.controls.combo("Model", RESPONSES)
        self.covariance = self.controls.combo(
            "Covariance",
            [("auto", "Automatic"), *((key, words) for key, words in COVARIANCE_WORDS.items())],
        )
        self.df_method = self.controls.combo("df", list(DF_WORDS.items()))
        self.covariates = Several(self.controls, "Adjusted for", "nothing", self._model_chosen)
        self.visits = Several(self.controls, "Visits", "all")
        self.endpoint.activated.connect(self.offer)
        for control in (self.response, self.covariance, self.df_method):
            control.activated.connect(self._model_chosen)
        self.planning.changed.connect(self._show_model)
        parts.session.trial_changed.connect(self._new_trial)
        self._show_model()
        self.offer()

    @Slot()
    def _new_trial(self) -> None:
        choose(self.endpoint, endpoint_entries(self.session))
        self.offer()

    @Slot()
    def _model_chosen(self) -> None:
        model = replace(
            self.planning.plan.model,
            response=self.response.currentData(),
            covariance=self.covariance.currentData(),
            covariates=self.covariates.chosen,
            df_method=self.df_method.currentData(),
        )
        self.planning.choose(replace(self.planning.plan, model=model))

    @Slot()
    def _show_model(self) -> None:
        model = self.planning.plan.model
        for control, value in (
            (self.response, model.response),
            (self.covariance, model.covariance),
            (self.df_method, model.df_method),
        ):
            control.setCurrentIndex(control.findData(value))
        self.covariates.set_chosen(model.covariates)

    @Slot()
    def offer(self) -> None:
        """Offer the covariates and visits the endpoint has."""
        from sscviewer.analysis.efficacy.efficacy import efficacy_choices
        from sscviewer.analysis.plan.models import COVARIATE_WORDS
        from sscviewer.analysis.population import population

        trial, code, plan = self.session.trial, self.endpoint.currentData(), self.planning.plan
        if trial is None or not code:
            return
        who = population(trial.study, plan.arms.efficacy, members(self.session))
        found = efficacy_choices(trial.study, who, code)
        # What the plan adjusts for stays offered where this endpoint cannot be adjusted for it.
        names = dict.fromkeys((*found.covariates, *plan.model.covariates))
        self.covariates.offer([(name, COVARIATE_WORDS[name]) for name in names])
        self.visits.offer([(visit, visit) for visit in found.visits])

    @property
    def settings(self) -> Any:
        """What the user chose of this view alone."""
        return ModelShown(self.endpoint.currentData() or "", self.visits.chosen)

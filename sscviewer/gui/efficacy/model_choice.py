"""The controls that choose endpoint and model, the same on every view of the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import Several, choose
from sscviewer.gui.state.members import members
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings

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


class ModelView(ChartTablePage):
    """A view of one endpoint and one model."""

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, stretch: int = 0) -> None:
        super().__init__(parts, parent, stretch=stretch)
        from sscviewer.analysis.efficacy.efficacy_settings import COVARIANCE_WORDS, DF_WORDS

        self.endpoint = self.controls.combo("Endpoint", endpoint_entries(parts.session))
        self.response = self.controls.combo("Model", RESPONSES)
        self.covariance = self.controls.combo(
            "Covariance", [("auto", "Automatic"), *((key, words) for key, words in COVARIANCE_WORDS.items())]
        )
        self.df_method = self.controls.combo("df", list(DF_WORDS.items()))
        self.covariates = Several(self.controls, "Adjusted for", "nothing")
        self.visits = Several(self.controls, "Visits", "all")
        self.endpoint.activated.connect(self.offer)
        parts.session.trial_changed.connect(self._new_trial)
        self.offer()

    @Slot()
    def _new_trial(self) -> None:
        choose(self.endpoint, endpoint_entries(self.session))
        self.offer()

    @Slot()
    def offer(self) -> None:
        """Offer the covariates and visits the endpoint has."""
        from sscviewer.analysis.efficacy.efficacy import efficacy_choices
        from sscviewer.analysis.efficacy.efficacy_settings import COVARIATE_WORDS
        from sscviewer.analysis.population import population

        trial, code = self.session.trial, self.endpoint.currentData()
        if trial is None or not code:
            return
        found = efficacy_choices(trial.study, population(trial.study, members(self.session)), code)
        self.covariates.offer([(name, COVARIATE_WORDS[name]) for name in found.covariates])
        self.visits.offer([(visit, visit) for visit in found.visits])

    @property
    def settings(self) -> "EfficacySettings":
        """What the user chose."""
        from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings

        return EfficacySettings(
            paramcd=self.endpoint.currentData() or "",
            response=self.response.currentData(),
            covariance=self.covariance.currentData(),
            covariates=self.covariates.chosen,
            df_method=self.df_method.currentData(),
            visits=self.visits.chosen,
        )

"""How parameters are derived (which % predicted, which rules of totals): remembered, applied at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.analysis.plan import DEFAULT_PLAN, AnalysisPlan
from sscviewer.gui.dialogs.endpoints import EndpointsDialog
from sscviewer.gui.state.endpoint_choices import chosen_values, settings_of
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial, derive_again

DERIVE = "derive again"
AS_IN_FILE = "file"
"""The choice that analyses the file's own % predicted; every other is the name of an equation."""


class Choices:
    """What the user chose in the settings, taken when made: the start of the plan of a new file."""

    def __init__(self, settings: Settings) -> None:
        self.percent = settings.text("analysis/percent")
        self.tolerance = settings.number("analysis/percent_tolerance")
        self._values = chosen_values(settings)

    def plan(self) -> AnalysisPlan:
        """Return the plan of a file that none is kept for."""
        return self.put_into(DEFAULT_PLAN)

    def put_into(self, plan: AnalysisPlan) -> AnalysisPlan:
        """Return a plan with what the settings choose of it."""
        derivation = replace(plan.derivation, tolerance=self.tolerance, prefer="file")
        if self.percent != AS_IN_FILE:
            derivation = replace(derivation, equation=self.percent, prefer="computed")
        return replace(plan, derivation=derivation, responses=settings_of(self._values))


class _Derive:
    """The work of deriving the parameters of an open trial anew."""

    def __init__(self, trial: Trial, plan: AnalysisPlan) -> None:
        self.trial, self.plan = trial, plan

    def __call__(self, ticket: Ticket) -> Trial:
        return derive_again(self.trial, ticket, self.plan)


def settles(plan: AnalysisPlan) -> tuple[object, ...]:
    """Return the parts of a plan by which a trial is prepared: another one means preparing it anew."""
    return (plan.derivation, plan.responses, plan.visits, plan.readings, plan.baseline)


class Deriving(QObject):
    """Prepares an open trial anew when the plan settles its values otherwise; the patient shown stays.

    Parameters
    ----------
    show
        Shows a trial.
    """

    def __init__(
        self, session: Session, settings: Settings, tasks: Tasks, show: Callable[[Trial], None]
    ) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._show = show
        session.planning.changed.connect(self._plan_changed)

    @property
    def chosen(self) -> Choices:
        """What is remembered."""
        return Choices(self._settings)

    def choose(self, percent: str) -> None:
        """Analyse the % predicted of the file, or those computed by an equation."""
        self.change({"analysis/percent": percent})

    def change(self, values: Mapping[str, Any]) -> None:
        """Remember other values of settings, and take them into the plan of the open trial."""
        changed = {key: value for key, value in values.items() if self._settings.get(key) != value}
        for key, value in changed.items():
            self._settings.set(key, value)
        if changed:
            planning = self._session.planning
            planning.choose(self.chosen.put_into(planning.plan))

    @Slot(object)
    def _plan_changed(self, plan: AnalysisPlan) -> None:
        trial = self._session.trial
        if trial is not None and settles(trial.plan) != settles(plan):
            self._tasks.run(DERIVE, _Derive(trial, plan), self._done)

    def _done(self, trial: Trial) -> None:
        plan = self._session.planning.plan
        if settles(trial.plan) == settles(plan):
            usubjid = self._session.usubjid
            self._show(replace(trial, plan=plan))
            if usubjid:
                self._session.set_usubjid(usubjid)


class EndpointRules(QObject):
    """Asks how endpoints are made, and derives the open trial anew when something was changed."""

    def __init__(self, settings: Settings, deriving: Deriving, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._deriving, self._window = settings, deriving, window
        self.dialog: EndpointsDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user change the rules."""
        dialog = EndpointsDialog(self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._accepted)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _accepted(self) -> None:
        if self.dialog is not None:
            chosen, self.dialog = self.dialog.chosen, None
            self._deriving.change(chosen)

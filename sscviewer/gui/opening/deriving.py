"""How parameters are derived (which % predicted, which rules of totals): remembered, applied at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.state.endpoint_choices import PERCENT, values_of, with_values
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial, derive_again

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.gui.dialogs.endpoints import EndpointsDialog

DERIVE = "derive again"


class _Derive:
    """The work of deriving the parameters of an open trial anew."""

    def __init__(self, trial: Trial, plan: "AnalysisPlan") -> None:
        self.trial, self.plan = trial, plan

    def __call__(self, ticket: Ticket) -> Trial:
        return derive_again(self.trial, ticket, self.plan)


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
        session.planning.changed.connect(self._settle)
        session.trial_changed.connect(self._settle)

    def choose(self, percent: str) -> None:
        """Analyse the % predicted of the file, or those computed by an equation."""
        self.change({PERCENT: percent})

    def change(self, values: Mapping[str, Any]) -> None:
        """Remember values for new files, and take them into the plan of the open trial."""
        for key, value in values.items():
            self._settings.set(key, value)
        planning = self._session.planning
        planning.choose(with_values(planning.plan, values))

    @Slot()
    def _settle(self) -> None:
        """Have the trial prepared by the plan in force where it is not."""
        trial, plan = self._session.trial, self._session.planning.plan
        if trial is None or trial.is_settled_by(plan):
            self._tasks.cancel(DERIVE)
        else:
            self._tasks.run(DERIVE, _Derive(trial, plan), self._done, self._failed)

    def _done(self, trial: Trial) -> None:
        usubjid = self._session.usubjid
        self._show(replace(trial, plan=self._session.planning.plan))
        if usubjid:
            self._session.set_usubjid(usubjid)

    def _failed(self, error: Exception) -> None:
        """Go back to the plan the trial was prepared by: without it no view would have numbers."""
        self._session.planning.undo()
        raise error


class EndpointRulesDialog(QObject):
    """Asks how endpoints are made, and derives the open trial anew when something was changed."""

    def __init__(self, session: Session, deriving: Deriving, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._deriving, self._window = session, deriving, window
        self.dialog: EndpointsDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user change the rules."""
        from sscviewer.gui.dialogs.endpoints import EndpointsDialog

        planning = self._session.planning
        self.dialog = dialog = EndpointsDialog(values_of(planning.plan), self._window)
        ask(self._session, dialog, lambda: self._deriving.change(dialog.chosen))

"""How parameters are derived (which % predicted, which rules of totals): remembered, applied at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.endpoints import EndpointsDialog
from sscviewer.gui.state.endpoint_choices import chosen_values, settings_of
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial, derive_again

if TYPE_CHECKING:
    from sscviewer.analysis.derived.settings import DerivationSettings

DERIVE = "derive again"
AS_IN_FILE = "file"
"""The choice that analyses the file's own % predicted; every other is the name of an equation."""


class Choices:
    """What the user chose, taken from the settings when made; `derivation` is for the worker."""

    def __init__(self, settings: Settings) -> None:
        self.percent = settings.text("analysis/percent")
        self.tolerance = settings.number("analysis/percent_tolerance")
        self._values = chosen_values(settings)

    def derivation(self) -> "DerivationSettings":
        """Return how parameters are derived; needs pandas."""
        from sscviewer.analysis.derived.settings import DerivationSettings

        endpoints = settings_of(self._values)
        if self.percent == AS_IN_FILE:
            return DerivationSettings(tolerance=self.tolerance, endpoints=endpoints)
        return DerivationSettings(
            equation=self.percent, prefer="computed", tolerance=self.tolerance, endpoints=endpoints
        )


class _Derive:
    """The work of deriving the parameters of an open trial anew."""

    def __init__(self, trial: Trial, choices: Choices) -> None:
        self.trial, self.choices = trial, choices

    def __call__(self, ticket: Ticket) -> Trial:
        return derive_again(self.trial, ticket, self.choices.derivation())


class Deriving:
    """Derives an open trial anew after another choice; the patient shown stays.

    Parameters
    ----------
    show
        Shows a trial.
    """

    def __init__(
        self, session: Session, settings: Settings, tasks: Tasks, show: Callable[[Trial], None]
    ) -> None:
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._show = show

    @property
    def chosen(self) -> Choices:
        """What is remembered."""
        return Choices(self._settings)

    def choose(self, percent: str) -> None:
        """Analyse the % predicted of the file, or those computed by an equation."""
        self.change({"analysis/percent": percent})

    def change(self, values: Mapping[str, Any]) -> None:
        """Remember other values of settings; what is derived is derived anew when one of them is another."""
        changed = {key: value for key, value in values.items() if self._settings.get(key) != value}
        for key, value in changed.items():
            self._settings.set(key, value)
        trial = self._session.trial
        if changed and trial is not None:
            trial = replace(trial, groups=self._session.counting.rules.groups)
            self._tasks.run(DERIVE, _Derive(trial, self.chosen), self._done)

    def _done(self, trial: Trial) -> None:
        usubjid = self._session.usubjid
        self._show(trial)
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

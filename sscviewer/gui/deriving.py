"""How parameters are derived (which % predicted, which rules of totals): remembered, applied at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sscviewer.gui.endpoint_choices import chosen_values, settings_of
from sscviewer.gui.session import Session
from sscviewer.gui.settings import Settings
from sscviewer.gui.tasks import Tasks, Ticket
from sscviewer.gui.trial import Trial, derive_again

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

"""Which % predicted is analysed, and by which equation the computed ones are: remembered, applied at once."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sscviewer.gui.session import Session
from sscviewer.gui.settings import Settings
from sscviewer.gui.tasks import Tasks, Ticket
from sscviewer.gui.trial import Trial, derive_again

if TYPE_CHECKING:
    from sscviewer.analysis.derived.settings import DerivationSettings

DERIVE = "derive again"
AS_IN_FILE = "file"
"""The choice that analyses the file's own % predicted; every other is the name of an equation."""


class _Derive:
    """The work of deriving the parameters of an open trial anew."""

    def __init__(self, trial: Trial, percent: str, tolerance: float) -> None:
        self.trial, self.percent, self.tolerance = trial, percent, tolerance

    def __call__(self, ticket: Ticket) -> Trial:
        return derive_again(self.trial, ticket, derivation(self.percent, self.tolerance))


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
    def chosen(self) -> tuple[str, float]:
        """What is remembered: the choice, and the points that may lie between file and computed."""
        settings = self._settings
        return settings.text("analysis/percent"), settings.number("analysis/percent_tolerance")

    def choose(self, percent: str) -> None:
        """Analyse the % predicted of the file, or those computed by an equation."""
        if percent == self._settings.text("analysis/percent"):
            return
        self._settings.set("analysis/percent", percent)
        trial = self._session.trial
        if trial is not None:
            trial = replace(trial, groups=self._session.counting.rules.groups)
            self._tasks.run(DERIVE, _Derive(trial, *self.chosen), self._done)

    def _done(self, trial: Trial) -> None:
        usubjid = self._session.usubjid
        self._show(trial)
        if usubjid:
            self._session.set_usubjid(usubjid)


def derivation(percent: str, tolerance: float) -> "DerivationSettings":
    """Return how parameters are derived by what the user chose; for the worker, as it needs pandas."""
    from sscviewer.analysis.derived.settings import DerivationSettings

    if percent == AS_IN_FILE:
        return DerivationSettings(tolerance=tolerance)
    return DerivationSettings(equation=percent, prefer="computed", tolerance=tolerance)

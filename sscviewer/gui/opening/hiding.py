"""Hiding identities: the window shows the trial without names, dates and free text, and again with them."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial, derive_again, prepare_trial

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscviewer.analysis.plan import AnalysisPlan

HIDE = "hide identities"


@dataclass(frozen=True, slots=True)
class _Hide:
    """The work of preparing a trial without identities."""

    trial: Trial
    labels: "Mapping[str, str]"
    plan: "AnalysisPlan"

    def __call__(self, ticket: Ticket) -> Trial:
        from sscviewer.model.hidden import NAME, hide_identities, hide_report

        collected = self.trial.collected
        study = hide_identities(collected, self.labels, NAME, self.plan.dose_question.reason_words)
        # What the settled trial found is found again, in words without names.
        n_derived = len(self.trial.study.issues) - len(collected.issues)
        read = self.trial.report.issues[: len(self.trial.report.issues) - n_derived]
        report = hide_report(replace(self.trial.report, issues=read), collected, self.labels, NAME)
        # The place is as nameless: whoever would open it again finds nothing.
        trial = prepare_trial(study, report, Path(NAME), ticket, self.plan, self.trial.plan)
        return replace(trial, shape=self.trial.shape)


@dataclass(frozen=True, slots=True)
class _Show:
    """The work of preparing the trial as it is by a plan that changed while it was hidden."""

    trial: Trial
    plan: "AnalysisPlan"

    def __call__(self, ticket: Ticket) -> Trial:
        return derive_again(self.trial, ticket, self.plan)


class Hiding(QObject):
    """Switches between the trial and the same without identities; a file opened meanwhile is hidden too.

    Where it is preferred every file opens hidden, and the first one if the last time ended hidden.

    Signals
    -------
    changed
        Identities are hidden now, or shown.
    """

    changed = Signal(bool)

    def __init__(
        self, session: Session, settings: Settings, reviews: Reviews, tasks: Tasks, opening: Opening
    ) -> None:
        super().__init__(opening)
        self._settings = settings
        self._session, self._reviews, self._tasks, self._opening = session, reviews, tasks, opening
        self._real: Trial | None = None
        self._labels: Mapping[str, str] = {}
        self._is_on = False
        opening.show_opened = self.show

    @property
    def is_on(self) -> bool:
        """Whether identities are hidden."""
        return self._is_on

    @Slot(bool)
    def toggle(self, hide: bool) -> None:
        """Hide identities, or show them again."""
        trial = self._session.trial
        if hide == self._is_on or trial is None:
            return
        self._set(hide)
        self._tasks.cancel(HIDE)
        if hide:
            self._hide(trial, self._session.planning.plan)
        elif self._real is not None and self._real is not trial:
            self._uncover(self._real, self._session.planning.plan)

    def show(self, trial: Trial) -> None:
        """Show a trial just opened, as it is or hidden; the file shown, read again, as it was."""
        before = self._session.trial
        is_same = before is not None and before.is_same_file(trial)
        was_hidden = before is None and self._settings.flag("privacy/hidden")
        if not self._is_on and not is_same and (was_hidden or self._settings.flag("privacy/open_hidden")):
            self._set(True)
        if self._is_on:
            self._hide(trial, trial.plan)
        else:
            self._opening.show(trial)

    def _set(self, hide: bool) -> None:
        self._is_on = hide
        self._settings.set("privacy/hidden", hide)
        self._opening.is_discreet = hide
        self.changed.emit(hide)

    def _hide(self, trial: Trial, plan: "AnalysisPlan") -> None:
        self._real, self._labels = trial, self._reviews.labels(trial)
        work = _Hide(trial, self._labels, plan)
        self._tasks.run(HIDE, work, self._hidden, self._failed)

    def _hidden(self, trial: Trial) -> None:
        shown, wanted = self._session.usubjid, self._session.filters
        self._opening.show(trial)
        self._session.set_filters(wanted.without_names())
        self._go_to(self._labels.get(shown, ""))

    def _uncover(self, trial: Trial, plan: "AnalysisPlan") -> None:
        if trial.is_settled_by(plan):
            self._uncovered(replace(trial, plan=plan))
        else:
            self._tasks.run(HIDE, _Show(trial, plan), self._uncovered)

    def _uncovered(self, trial: Trial) -> None:
        shown, wanted = self._session.usubjid, self._session.filters
        self._real = None
        self._opening.show(replace(trial, plan=self._session.planning.plan))
        self._session.set_filters(wanted.without_names())
        self._go_to(next((usubjid for usubjid, label in self._labels.items() if label == shown), ""))

    def _go_to(self, usubjid: str) -> None:
        trial = self._session.trial
        if trial is not None and usubjid in trial.study.usubjids:
            self._session.set_usubjid(usubjid)

    def _failed(self, error: Exception) -> None:
        """Do not say that identities are hidden when they are not."""
        self._set(False)
        raise error

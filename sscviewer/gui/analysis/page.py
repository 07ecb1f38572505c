"""A page of the whole trial: its views behind tabs, computed in the worker when they are looked at."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sscviewer.gui.analysis.choices import choices_of, choose_again
from sscviewer.gui.analysis.controls import Controls
from sscviewer.gui.analysis.needs import Empty, missing_words
from sscviewer.gui.analysis.results import Key, Results, Work, fault_sentence
from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.analysis.view_tabs import ViewTabs
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill, DrillPane
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.state.members import members, members_words
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.tasks import Done, Failed, Ticket
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.trial import Trial
from sscviewer.gui.state.undoing import Step

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.report.table_file import Table

VIEW = "view of the whole trial"
"""The kind of the work: what is looked at now comes first, on whatever page."""
SETTLING = "The trial is being prepared by the plan …"


class AnalysisPage(QWidget):
    """Views behind tabs, a line that says who is counted, and what is behind a number that was clicked.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    shown
        Another view is on screen, or it has or lost its result: what can be saved may have changed.
    """

    told = Signal(str, str)
    shown = Signal()

    def __init__(
        self,
        name: str,
        views: tuple[type[AnalysisView], ...],
        parts: Parts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        session = parts.session
        self.name = name
        self._kinds, self._parts, self._theme = views, parts, parts.themes.current
        self._session, self._tasks = session, parts.tasks
        self._views: dict[str, AnalysisView] = {}
        self._results = Results()
        self._trial: Trial | None = None
        self._wanted: Key | None = None
        self._ticket: Ticket | None = None
        self._shown: Key | None = None
        self._owed: Compute | None = None
        self._choices: dict[str, dict[str, Any]] = {}
        self._is_choosing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.tabs = ViewTabs(tuple(tr(view.title) for view in views), self)
        self.tabs.setAccessibleName(tr("Views"))
        self.stack = QStackedWidget(self)
        self.nothing = Empty(self)
        self.stack.addWidget(self.nothing)
        self.who = ElidedLabel(self)
        self.who.setAccessibleName(tr("Patients counted"))
        self.who.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.busy = QLabel(tr("Adding the model …"), self)
        self.busy.hide()
        self.drill = DrillPane(session, self)
        self.drill.hide()
        self._lay_out()
        self.tabs.chosen.connect(self._turn)
        session.trial_changed.connect(self._new_trial)
        session.filters_changed.connect(self.refresh)
        session.planning.changed.connect(self.refresh)
        session.usubjid_changed.connect(self._patient_changed)

    def _lay_out(self) -> None:
        for beside in (self.busy, self.who):
            self.tabs.add_beside(beside)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.stack)
        self.split.addWidget(self.drill)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 8)
        layout.setSpacing(6)
        layout.addWidget(self.tabs)
        layout.addWidget(self.split, 1)

    @property
    def view(self) -> AnalysisView:
        """The view on screen; made when it is first looked at."""
        kind = self._kinds[self.tabs.current]
        if kind.name not in self._views:
            view = kind(self._parts, self)
            view.set_theme(self._theme)
            view.settings_changed.connect(self.refresh)
            for controls in view.findChildren(Controls):
                controls.changed.connect(partial(self._chosen, view))
            view.patient_asked.connect(self.open_patient)
            view.drill_asked.connect(self.show_drill)
            view.told.connect(self.told)
            view.waiting.cancelled.connect(self._cancel)
            view.waiting.asked.connect(self._again)
            self._views[kind.name] = view
            self.stack.addWidget(view)
        return self._views[kind.name]

    def _chosen(self, view: AnalysisView) -> None:
        """Let a choice in a view be taken back."""
        now, before = choices_of(view), self._choices.get(view.name, {})
        self._choices[view.name] = now
        if self._is_choosing or now == before or not before:
            return  # what is offered with a result, or chosen again, is not the user's doing
        again = partial(self._choose_again, view)
        step = Step(
            tr("choice in “{title}”").format(title=tr(view.title)),
            partial(again, before),
            partial(again, now),
        )
        self._parts.undoing.did(step)

    def _choose_again(self, view: AnalysisView, choices: dict[str, Any]) -> None:
        self._session.set_view(self.name)
        self.show_view(view.name)
        self._is_choosing = True
        choose_again(view, choices)
        self._is_choosing = False
        self._choices[view.name] = choices_of(view)

    @property
    def has_result(self) -> bool:
        """Whether the view on screen shows what was asked: this trial, plan, filter and choice."""
        return self._shown is not None and self._shown == self._key()

    def figure(self) -> "Figure | None":
        """Return the picture of the view on screen; None while it, or the model in it, is not there."""
        return self.view.figure() if self.has_result and self.busy.isHidden() else None

    def table(self) -> "Table | None":
        """Return the table of the view on screen; None while it is not there."""
        return self.view.table() if self.has_result else None

    def show_view(self, name: str) -> None:
        """Turn to a view."""
        self.tabs.choose([kind.name for kind in self._kinds].index(name))

    def _key(self) -> Key | None:
        """Return what the view on screen is to show; None when the open file has nothing for it."""
        session, view = self._session, self.view
        trial = session.trial
        if trial is None or missing_words(trial.study, view.needs):
            return None
        return Key(trial, view.name, members(session), session.planning.plan, view.settings)

    @Slot()
    def refresh(self) -> None:
        """Bring the view on screen up to date; others wait until they are looked at."""
        trial = self._session.trial
        if trial is None or not self.isVisible():
            return
        if trial is not self._trial:
            self._new_trial()
            return
        self.who.setText(members_words(self._session, tr))
        self.tabs.set_empty(tuple(bool(missing_words(trial.study, kind.needs)) for kind in self._kinds))
        key, view = self._key(), self.view
        self.nothing.setText(missing_words(trial.study, view.needs))
        self.stack.setCurrentWidget(view if key else self.nothing)
        if key is None:
            self._forget()
        elif not trial.is_settled_by(key.plan):
            self._forget()
            view.wait(SETTLING)
        elif key == self._shown:
            self._add_later()
        elif not self._is_under_way(key):
            self._get(key)
        self.shown.emit()

    def _is_under_way(self, key: Key) -> bool:
        """Whether it is being computed, or the user knows why it is not; another view may have come first."""
        return key == self._wanted and (self._ticket is None or not self._ticket.cancelled())

    def _forget(self) -> None:
        """Show and want nothing."""
        self._wanted = self._shown = None
        self._stop()
        self.drill.hide()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self._owe(None)

    def _owe(self, more: Compute | None) -> None:
        """Say, or no longer say, that the picture is still without what takes longer."""
        self._owed = more
        self.busy.setVisible(more is not None)

    def _get(self, key: Key) -> None:
        """Show a result: at once when it was computed before, else as soon as the worker has it."""
        self._forget()
        self._wanted = key
        view = self.view
        if key in self._results:
            self._show(view, key, self._results[key])
            return
        view.wait()
        self._run(key, view.computation(), partial(self._show, view, key), partial(self._fail, view))

    def _run(self, key: Key, compute: Compute, done: Done, failed: Failed) -> None:
        """Compute in the worker; what comes of a request that was given up is kept, and not shown."""

        def came(result: Any) -> None:
            if key.trial is self._trial:
                self._results[key] = result
            if self._ticket is ticket:
                self._ticket = None
                done(result)

        def went(error: Exception) -> None:
            if self._ticket is ticket:
                failed(error)

        ticket = self._ticket = self._tasks.run(VIEW, Work(key, compute), came, went, lane="looking")

    def _show(self, view: AnalysisView, key: Key, result: Any) -> None:
        self._shown = key
        self._is_choosing = True
        try:
            view.present(result)
        except Exception as error:  # noqa: BLE001 - said in the view's place, which else would wait for ever
            self._shown = None
            self._fail(view, error)
            return
        finally:
            self._is_choosing = False
        self._choices[view.name] = choices_of(view)
        view.set_patient(self._session.usubjid)
        self._owe(view.afterwards())
        self.shown.emit()
        # After the paint: the worker would take half the processor from the first picture.
        QTimer.singleShot(0, self, self._add_later)

    @Slot()
    def _add_later(self) -> None:
        """Add to a picture what takes longer; begun anew when another page's view came in between."""
        key, view, more = self._shown, self.view, self._owed
        is_under_way = self._ticket is not None and not self._ticket.cancelled()
        if key is None or more is None or is_under_way or not self.isVisible():
            return
        longer = replace(key, view=f"{key.view} afterwards")

        def add(result: Any) -> None:
            self._owe(None)
            view.show_afterwards(result)
            view.set_patient(self._session.usubjid)
            self.shown.emit()

        def failed(error: Exception) -> None:
            self._stop()
            self.shown.emit()
            self.told.emit(fault_sentence(error), "error")

        if longer in self._results:
            add(self._results[longer])
        else:
            self._run(longer, more, add, failed)

    def _fail(self, view: AnalysisView, error: Exception) -> None:
        """Say in the view why there is no result; what failed is noted, without any data."""
        self._stop()
        view.stop_waiting(fault_sentence(error), "Try again")
        self.shown.emit()

    @Slot()
    def _cancel(self) -> None:
        """Do not wait any longer; the key stays wanted, so that nothing begins by itself."""
        self._stop()
        self.view.stop_waiting()

    @Slot()
    def _again(self) -> None:
        self._wanted = None
        self.refresh()

    @Slot()
    def _new_trial(self) -> None:
        """Show nothing of the trial before; views have offered what the new one has when it is computed."""
        self._trial = self._session.trial
        self._forget()
        self._results.clear()
        for view in self._views.values():
            view.wait(new_trial=True)
        self.shown.emit()
        if self.isVisible():
            self._soon.start()

    @Slot()
    def _turn(self) -> None:
        self._forget()
        self.refresh()

    @Slot(str)
    def _patient_changed(self, usubjid: str) -> None:
        if self.isVisible():
            self.view.set_patient(usubjid)

    @Slot(object)
    def show_drill(self, drill: Drill) -> None:
        """List what is behind a number."""
        self.drill.show_drill(drill)
        self.drill.show()

    @Slot(str)
    def open_patient(self, usubjid: str) -> None:
        """Turn to a patient's page."""
        trial = self._session.trial
        if trial is not None and usubjid in trial.study.usubjids:
            self._session.set_usubjid(usubjid)
            self._session.set_view("patient")

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what was put off while the page was out of sight."""
        super().showEvent(event)
        self.refresh()
        self.view.set_patient(self._session.usubjid)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        for view in self._views.values():
            view.set_theme(theme)

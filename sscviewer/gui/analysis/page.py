"""A page of the whole trial: its views behind tabs, computed in the worker when they are looked at."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.gui.analysis.needs import Empty, missing_words
from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.panes.drill import Drill, DrillPane
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.state.members import members, members_words
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.tasks import Ticket
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.report.table_file import Table

Key = tuple[str, frozenset[str] | None, AnalysisPlan, Any]
"""View, patients, plan, settings."""
KEPT = 48
"""Results kept, so that going back to a view or a filter computes nothing."""


class _Work:
    """The work of computing one view."""

    def __init__(self, trial: Trial, key: Key, compute: Compute) -> None:
        self.trial, self.key, self.compute = trial, key, compute

    def __call__(self, ticket: Ticket) -> Any:
        # Imported here because it needs pandas, which the start page does without.
        from sscviewer.analysis.asked import Asked
        from sscviewer.analysis.population import populations

        _, among, plan, settings = self.key
        study = self.trial.study
        return self.compute(Asked(study, plan, populations(study, plan, among)), settings)


class AnalysisPage(QWidget):
    """Views behind tabs, a line that says who is counted, and what is behind a number that was clicked.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    shown
        Another view is on screen, or it has a result: what can be saved may have changed.
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
        self._results: OrderedDict[Key, Any] = OrderedDict()
        self._wanted: Key | None = None
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName("Views")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setDocumentMode(True)
        self.stack = QStackedWidget(self)
        self.nothing = Empty(self)
        self.stack.addWidget(self.nothing)
        for view in views:
            self.tabs.addTab(view.title)
        self.who = ElidedLabel(self)
        self.who.setAccessibleName("Patients counted")
        self.busy = QLabel("Computing …", self)
        self.busy.hide()
        self.drill = DrillPane(session, self)
        self.drill.hide()
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        session.trial_changed.connect(self._new_trial)
        session.filters_changed.connect(self.refresh)
        session.planning.changed.connect(self.refresh)
        session.usubjid_changed.connect(self._patient_changed)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.busy)
        top.addSpacing(12)
        top.addWidget(self.who)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.stack)
        self.split.addWidget(self.drill)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.split, 1)

    @property
    def view(self) -> AnalysisView:
        """The view on screen; made when it is first looked at."""
        kind = self._kinds[max(self.tabs.currentIndex(), 0)]
        if kind.name not in self._views:
            view = kind(self._parts, self)
            view.set_theme(self._theme)
            view.settings_changed.connect(self.refresh)
            view.patient_asked.connect(self.open_patient)
            view.drill_asked.connect(self.show_drill)
            view.told.connect(self.told)
            self._views[kind.name] = view
            self.stack.addWidget(view)
        return self._views[kind.name]

    def figure(self) -> "Figure | None":
        """Return the picture of the view on screen."""
        return self.view.figure() if self._has_view else None

    def table(self) -> "Table | None":
        """Return the table of the view on screen."""
        return self.view.table() if self._has_view else None

    @property
    def _has_view(self) -> bool:
        """Whether the open file has what the view needs."""
        trial = self._session.trial
        return trial is not None and not missing_words(trial.study, self.view.needs)

    def show_view(self, name: str) -> None:
        """Turn to a view."""
        self.tabs.setCurrentIndex([kind.name for kind in self._kinds].index(name))

    @Slot()
    def refresh(self) -> None:
        """Bring the view on screen up to date; others wait until they are looked at."""
        trial = self._session.trial
        if trial is None or not self.isVisible():
            return
        self.who.setText(members_words(self._session))
        among, view = members(self._session), self.view
        missing = missing_words(trial.study, view.needs)
        self.nothing.setText(missing)
        self.stack.setCurrentWidget(self.nothing if missing else view)
        if missing:
            self._show_nothing()
            return
        key = (view.name, among, self._session.planning.plan, view.settings)
        if key == self._wanted:
            return
        self._wanted = key
        self._get(key, _Work(trial, key, view.computation()), self._show)

    def _show_nothing(self) -> None:
        self._wanted = None
        self._tasks.cancel(self._kind)
        self.busy.hide()
        self.shown.emit()

    def _get(self, key: Key, work: _Work, show: Callable[[AnalysisView, Key, Any], None]) -> None:
        """Show a result: at once when it was computed before, else as soon as the worker has it."""
        view = self.view
        if key in self._results:
            self._results.move_to_end(key)
            self._tasks.cancel(self._kind)
            show(view, key, self._results[key])
            return

        def done(result: Any) -> None:
            self._results[key] = result
            while len(self._results) > KEPT:
                self._results.popitem(last=False)
            show(view, key, result)

        self.busy.show()
        self._tasks.run(self._kind, work, done)

    @property
    def _kind(self) -> str:
        return f"page {self.name}"

    def _show(self, view: AnalysisView, key: Key, result: Any) -> None:
        view.show_result(result)
        view.set_patient(self._session.usubjid)
        more, trial = view.afterwards(), self._session.trial
        self.busy.setVisible(more is not None)
        self.shown.emit()
        if more is not None and trial is not None:
            name, among, plan, settings = key
            work = _Work(trial, key, more)

            def begin() -> None:
                if self._wanted == key:
                    self._get((f"{name} afterwards", among, plan, settings), work, self._add)

            # After the paint: the worker would take half the processor from the first picture.
            QTimer.singleShot(0, self, begin)

    def _add(self, view: AnalysisView, key: Key, result: Any) -> None:
        self.busy.hide()
        view.show_afterwards(result)
        view.set_patient(self._session.usubjid)

    @Slot(object)
    def _new_trial(self, trial: Trial) -> None:
        self._tasks.cancel(self._kind)
        self._results.clear()
        self._wanted = None
        self.drill.hide()
        self.refresh()

    @Slot()
    def _turn(self) -> None:
        self.drill.hide()
        self.refresh()
        self.shown.emit()

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

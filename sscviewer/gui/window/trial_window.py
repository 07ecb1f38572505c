"""What the window has when a file is open: patient list, pages, details, bottom line."""

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from sscviewer.gui.dialogs.choose_panels import ChoosePanels
from sscviewer.gui.dialogs.name_it import NameIt
from sscviewer.gui.dialogs.page_table import PageTable
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.dialogs.skin_map import SkinDialog
from sscviewer.gui.language import tr
from sscviewer.gui.panes.details import Details
from sscviewer.gui.panes.dock_title import DockTitle
from sscviewer.gui.panes.foot import Foot
from sscviewer.gui.patients.patient_list import PatientList
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.tasks import Ticket
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.window_state import restore_docks
from sscviewer.gui.window.workspace import Workspace

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.model_lines import ModelLines
    from sscviewer.analysis.patient.patient_page import TrialFrame
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.gui.state.trial import Trial
    from sscviewer.plots.charts.chart import Figure

FRAME, MODELS = "frame", "models"
LIST_WIDTH, DETAILS_WIDTH = 366, 270
"""Widths of the panes at first, px."""
ROOM_FOR_DETAILS = 1100
"""In a narrower window, px, the details are folded away until they are asked for: the page has the room."""


class _FrameWork:
    """The work of computing what all pages share for other parameters."""

    def __init__(self, trial: "Trial", before: "TrialFrame", parameters: tuple[str, ...]) -> None:
        self.trial, self.before, self.parameters = trial, before, parameters

    def __call__(self, ticket: Ticket) -> "tuple[tuple[str, ...], TrialFrame]":
        from sscviewer.analysis.patient.patient_page import with_panels

        return self.parameters, with_panels(self.trial.study, self.before, self.parameters)


class _ModelsWork:
    """The work of modelling the course of every parameter shown."""

    def __init__(self, trial: "Trial", plan: "AnalysisPlan", frame: "TrialFrame") -> None:
        self.trial, self.plan, self.frame = trial, plan, frame

    def __call__(self, ticket: Ticket) -> "tuple[TrialFrame, tuple[ModelLines, ...]]":
        from sscviewer.analysis.patient.patient_page import models_of
        from sscviewer.analysis.stopping import stoppable

        with stoppable(ticket.cancelled):
            models = takewhile(
                lambda _: not ticket.cancelled(), models_of(self.trial.study, self.plan, self.frame)
            )
            return self.frame, tuple(models)


class TrialWindow(QObject):
    """Makes the panes and pages of an open file and connects them to the window.

    Attributes
    ----------
    list, workspace, details, foot
        What the user sees; the window puts the workspace in its middle.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    figure_asked
        (figure of the patient, window to ask in): to be saved; without a window, to be copied.
    """

    told = Signal(str, str)
    figure_asked = Signal(object, object)

    def __init__(self, window: QMainWindow, parts: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._session = parts.session
        theme = parts.themes.current
        self.list = PatientList(parts.session, parts.patients, parts.saved_filters, theme, window)
        self.workspace = Workspace(parts, window)
        self.details = Details(parts.session, parts.reviews, parts.marks, theme, window)
        self.skin: SkinDialog | None = None
        self.dialog: ChoosePanels | None = None
        self.naming: NameIt | None = None
        self.foot = Foot(parts.reviews, theme, window)
        self.list_dock = self._dock("Patients", self.list, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.details_dock = self._dock("Details", self.details, Qt.DockWidgetArea.RightDockWidgetArea)
        closable = QDockWidget.DockWidgetFeature.DockWidgetClosable
        self.details_dock.setFeatures(closable | QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions([parts.actions[name] for name in ("review", "comment", "profiles")])
        self.list_dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.list_dock.setTitleBarWidget(QWidget(self.list_dock))
        self.details_title = DockTitle(self.details_dock, theme)
        self.details_dock.setTitleBarWidget(self.details_title)
        bar = window.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.foot, 1)
        self._details_wanted, self._is_presenting = True, False
        self._asked_when_narrow = self._placing = False
        window.installEventFilter(self)
        self._connect()
        if restore_docks(window, parts.settings):
            self._details_wanted = not self.details_dock.isHidden()
        else:
            docks, widths = [self.list_dock, self.details_dock], [LIST_WIDTH, DETAILS_WIDTH]
            window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _dock(self, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(tr(title), self._window)
        dock.setObjectName(title.lower())
        dock.setWidget(widget)
        self._window.addDockWidget(area, dock)
        return dock

    def _connect(self) -> None:
        parts = self._parts
        parts.undoing.watch(
            "choice of measurements",
            parts.session.parameters_changed,
            lambda: parts.session.parameters,
            self._show_panels,
        )
        parts.session.trial_changed.connect(self.foot.show_trial)
        parts.session.trial_changed.connect(self._new_trial)
        parts.session.parameters_changed.connect(self._model)
        parts.session.planning.changed.connect(self._model_again)
        parts.patient_commands.find_asked.connect(self.list.focus_search)
        parts.patient_commands.found_asked.connect(self._find_on)
        parts.patient_commands.filter_asked.connect(self.list.filters.open_menu)
        parts.saved_filters.name_asked.connect(self._name_filter)
        parts.patient_commands.comment_asked.connect(self._comment)
        parts.view_commands.panels_asked.connect(self.choose_panels)
        parts.view_commands.skin_asked.connect(self.show_skin)
        parts.view_commands.values_asked.connect(self.show_values)
        self.details.skin.larger_asked.connect(self.show_skin)
        parts.view_commands.details_asked.connect(self.show_details)
        self.details_dock.visibilityChanged.connect(self._details_visible)
        for signal in (
            parts.session.view_changed,
            parts.session.pinned_changed,
            parts.session.usubjid_changed,
        ):
            signal.connect(self._place_details)
        self.foot.list_asked.connect(self.show_not_shown)
        self.workspace.told.connect(self.told)
        self.details.told.connect(self._copied)

    @Slot(str)
    def _copied(self, text: str) -> None:
        self.told.emit(text, "info")

    def show_panes(self) -> None:
        """Show the panes beside the pages."""
        self.list_dock.show()
        self._place_details()
        self._window.statusBar().show()
        self.list.table.setFocus()

    def present(self, *, presenting: bool) -> None:
        """Show the page alone, or with all that belongs to it."""
        self._is_presenting = presenting
        self.list_dock.setVisible(not presenting)
        self._window.statusBar().setVisible(not presenting)
        self._place_details()
        (self.workspace if presenting else self.list.table).setFocus()

    def hide_panes(self) -> None:
        """Leave the window to the start page."""
        wanted = self._details_wanted
        self.list_dock.hide()
        self.details_dock.hide()
        self._window.statusBar().hide()
        self._details_wanted = wanted

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.list.set_theme(theme)
        self.workspace.set_theme(theme)
        self.details.set_theme(theme)
        if self.skin is not None:
            self.skin.set_theme(theme)
        self.details_title.set_theme(theme)
        self.foot.set_theme(theme)

    @Slot(bool)
    def show_details(self, shown: bool) -> None:
        """Show or hide the details."""
        self._details_wanted = shown
        self._asked_when_narrow = shown and self._is_narrow
        self._place_details()

    @property
    def _is_narrow(self) -> bool:
        return self._window.width() < ROOM_FOR_DETAILS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the details away in a narrow window, and show them again in a wide one."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.workspace.isVisible():
            self._asked_when_narrow = self._asked_when_narrow and self._is_narrow
            self._place_details()
        return False

    @Slot()
    def _place_details(self) -> None:
        """Details are of one patient: other pages, and several beside each other, have the room alone."""
        shown = self._details_wanted and (self._asked_when_narrow or not self._is_narrow)
        self._parts.actions["details"].setChecked(shown)
        is_one = self._session.view == "patient" and not self._session.is_comparing
        self._placing = True
        self.details_dock.setVisible(shown and is_one and not self._is_presenting)
        self._placing = False

    @Slot(bool)
    def _details_visible(self, visible: bool) -> None:
        """Take note when the user closes the pane by its own button."""
        is_patient = self.workspace.patient.isVisible() and not self._is_presenting
        if not self._placing and is_patient:
            self._details_wanted = not self.details_dock.isHidden()
            self._parts.actions["details"].setChecked(self._details_wanted)

    @Slot()
    def show_skin(self) -> None:
        """Show the body map in a window of its own, which stays open beside this one."""
        if self.skin is None:
            parts = self._parts
            self.skin = SkinDialog(parts.session, parts.themes.current, self._window)
            self.skin.save_asked.connect(self._save_skin)
            self.skin.copy_asked.connect(self._copy_skin)
        self.skin.refresh()
        self.skin.show()
        self.skin.raise_()
        self.skin.activateWindow()

    @Slot()
    def show_values(self) -> None:
        """Show what is on screen as a table, in a window that stays open beside this one."""
        dialog = self._window.findChild(PageTable)
        if dialog is None:
            dialog = PageTable(self._session, self.workspace.table, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.workspace.offer_changed.connect(dialog.refresh)
        dialog.show()
        dialog.activateWindow()

    @Slot(object)
    def _save_skin(self, figure: "Figure") -> None:
        self.figure_asked.emit(figure, self.skin)

    @Slot(object)
    def _copy_skin(self, figure: "Figure") -> None:
        self.figure_asked.emit(figure, None)

    @Slot()
    def _comment(self) -> None:
        self._session.set_view("patient")
        self.show_details(True)
        self.details.focus_comment()

    @Slot(int)
    def _find_on(self, by: int) -> None:
        """Go to the next patient found, or the one before."""
        if by > 0:
            self.list.find_next()
        else:
            self.list.find_previous()

    @Slot(tuple)
    def _name_filter(self, names: tuple[str, ...]) -> None:
        """Ask under which name the filter is saved."""
        self.naming = dialog = NameIt("Save the filter", self._session.filters.words(), names, self._window)
        ask(self._session, dialog, lambda: self._parts.saved_filters.save(dialog.name))

    @Slot()
    def show_not_shown(self) -> None:
        """List what no picture shows."""
        self._session.set_view("data")
        self.workspace.data.show_not_shown()

    @Slot()
    def choose_panels(self) -> None:
        """Let the user choose measurements."""
        from sscviewer.analysis.shown_parameters import (  # there is a trial
            LANES,
            derived_parameters,
            lanes_with_data,
        )

        trial = self._session.trial
        if trial is None:
            return
        panels = [(name, LANES[name]) for name in lanes_with_data(trial.study)]
        parameters = [(p.paramcd, p.title) for p in trial.study.parameters.values()]
        derived = derived_parameters(trial.study)
        shown = self._session.parameters
        self.dialog = dialog = ChoosePanels(
            (*panels, *parameters), shown, trial.parameters, derived, self._window
        )
        ask(self._session, dialog, lambda: self._show_panels(dialog.chosen))

    def _show_panels(self, parameters: tuple[str, ...]) -> None:
        trial, frame = self._session.trial, self._session.frame
        if trial is not None and frame is not None:
            self._parts.tasks.run(FRAME, _FrameWork(trial, frame, parameters), self._frame_ready)

    @Slot()
    def _new_trial(self) -> None:
        """Stop what was begun for the trial before."""
        self._parts.tasks.cancel(FRAME)

    @Slot()
    def _model_again(self) -> None:
        """Take away the lines of another plan's model, and model by this one."""
        frame = self._session.frame
        if frame is not None and frame.models:
            self._session.set_models(frame, ())
        self._model()

    @Slot()
    def _model(self) -> None:
        trial, frame = self._session.trial, self._session.frame
        if trial is not None and frame is not None:
            work = _ModelsWork(trial, self._session.planning.plan, frame)
            self._parts.tasks.run(MODELS, work, self._models_ready, lane="computing")

    def _models_ready(self, result: "tuple[TrialFrame, tuple[ModelLines, ...]]") -> None:
        self._session.set_models(*result)

    def _frame_ready(self, result: "tuple[tuple[str, ...], TrialFrame]") -> None:
        self._session.set_parameters(*result)

"""The window: puts the parts together and lets them hear of each other; decides nothing itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.ask_about_record import AskAboutRecord
from sscviewer.gui.opening.comparing import Comparing
from sscviewer.gui.opening.hiding import Hiding
from sscviewer.gui.opening.map_columns import MapColumns
from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.opening.own_checks import OwnChecks
from sscviewer.gui.opening.plan_files import PlanFiles
from sscviewer.gui.pages.start import StartPage
from sscviewer.gui.panes.message_strip import MessageStrip
from sscviewer.gui.panes.progress_strip import ProgressStrip
from sscviewer.gui.saving.everything import SaveEverything
from sscviewer.gui.saving.figures import Figures
from sscviewer.gui.saving.keep_beside import KeepBeside
from sscviewer.gui.saving.new_workbook import NewWorkbook
from sscviewer.gui.saving.profiles import Profiles
from sscviewer.gui.saving.queries import Queries
from sscviewer.gui.saving.tables import SavingTables
from sscviewer.gui.state.actions import ACTIONS, Actions
from sscviewer.gui.state.commands import PatientCommands, ViewCommands, toggled_state
from sscviewer.gui.state.endpoint_choices import PERCENT, values_of
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.patient_model import PatientModel
from sscviewer.gui.state.patient_row import PatientFilter
from sscviewer.gui.state.recents import Recents
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.reviews import HIDDEN, Reviews
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.gui.state.tasks import Tasks
from sscviewer.gui.state.theme import Themes
from sscviewer.gui.state.trial import Trial
from sscviewer.gui.state.undoing import Undoing
from sscviewer.gui.state.window_state import recall_view, restore_geometry, save_window
from sscviewer.gui.window.help import Help
from sscviewer.gui.window.places import Places

if TYPE_CHECKING:
    from sscviewer.gui.saving.writer import Prepared
    from sscviewer.gui.window.trial_window import TrialWindow
    from sscviewer.gui.window.unseen import UnseenViews

FIRST_SIZE = (1280, 800)
ENGINE_MS = 700
"""After a file is opened: by then its first patient is painted, and nobody has turned to another page."""


class MainWindow(QMainWindow):
    """The program's window.

    Attributes
    ----------
    session
        What is shown.
    actions_
        Everything the user can do.
    """

    trial_window: "TrialWindow | None" = None

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("sscviewer")
        self.setAcceptDrops(True)
        self.settings = Settings(places.settings)
        self.session = Session(self)
        self.tasks = Tasks(self)
        self.themes = Themes(self.settings.text("look/theme"), self)
        self.reviews = Reviews(places.memory, self)
        self.study_queries = StudyQueries(self.reviews, self)
        self.record_marks = RecordMarks(self.reviews, self.study_queries, self)
        self.about_record = AskAboutRecord(self.session, self.record_marks, self)
        self.undoing = Undoing(self.session.planning, self.reviews, self)
        self.keep_beside = KeepBeside(self.session, self.reviews, self)
        self.recents = Recents(self.settings, self)
        self.patients = PatientModel(self)
        self.opening = Opening(self.session, self.settings, self.recents, self.tasks, places.mappings, self)
        self.hiding = Hiding(self.session, self.reviews, self.tasks, self.opening)
        self.mapping = MapColumns(self.opening, self.settings, self.themes, self.tasks, self)
        self.patient_commands = PatientCommands(self.session, self.patients, self.reviews, self)
        self.view_commands = ViewCommands(self.session, self.settings, self.themes, self)
        self.figures = Figures(self.session, self.settings, self)
        self.profiles = Profiles(self.session, self.settings, self.tasks, self)
        self.everything = SaveEverything(self.session, self.settings, self.reviews, unseen_views, self)
        self.tables = SavingTables(self.session, self.settings, self)
        shared = self.session, self.settings, self.recents, self.tasks
        self.comparing = Comparing(*shared, places.snapshots, self.opening, self)
        self.plan_files = PlanFiles(self.session, self.settings, self)
        self.own_checks = OwnChecks(self.opening, self.settings, self)
        self.queries = Queries(self.session, self.study_queries, self.settings, self.tasks, self)
        self.new_workbook = NewWorkbook(self.session, self.settings, self.tasks, self)
        self.help = Help(places.log, ACTIONS, self)
        self.actions_ = self._make_actions()
        self._asked: tuple[Path | None, bool] = (None, False)
        self.session.set_dark(self.themes.current.dark)
        recall_view(self.session, self.settings)
        self._lay_out()
        self._connect()
        self._update_actions()
        if not restore_geometry(self, self.settings):
            self.resize(*FIRST_SIZE)

    def _make_actions(self) -> Actions:
        targets = {
            "window": self,
            "opening": self.opening,
            "mapping": self.mapping,
            "patients": self.patient_commands,
            "view": self.view_commands,
            "figures": self.figures,
            "profiles": self.profiles,
            "tables": self.tables,
            "everything": self.everything,
            "comparing": self.comparing,
            "queries": self.queries,
            "new_workbook": self.new_workbook,
            "plan_files": self.plan_files,
            "own_checks": self.own_checks,
            "keep_beside": self.keep_beside,
            "undoing": self.undoing,
            "hiding": self.hiding,
            "help": self.help,
        }
        actions = Actions(self, targets)
        actions.fill(self.menuBar())
        return actions

    def _lay_out(self) -> None:
        theme = self.themes.current
        self.message = MessageStrip(theme, self)
        self.progress = ProgressStrip(self)
        self.start_page = StartPage(self.recents, theme, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start_page)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        opening, start = self.opening, self.start_page
        start.open_asked.connect(opening.choose)
        start.demo_asked.connect(opening.open_demo)
        start.recent_asked.connect(opening.open)
        opening.missing_known.connect(start.set_missing)
        for work in (opening, self.mapping, self.profiles, self.everything, self.comparing):
            work.begun.connect(self._begun)
            work.advanced.connect(self.progress.advance)
            work.ended.connect(self.progress.hide)
            self.progress.cancelled.connect(work.cancel)
        opening.failed.connect(self.message.say)
        opening.unrecognised.connect(self._offer_mapping)
        opening.opened.connect(self._opened)
        self.mapping.failed.connect(self.message.say)
        saving = self.figures, self.profiles, self.tables, self.queries, self.new_workbook, self.plan_files
        for part in (*saving, self.everything, self.comparing, self.own_checks):
            part.told.connect(self.message.say)
        self.view_commands.start_asked.connect(self.show_start)
        self.view_commands.full_screen_asked.connect(self._full_screen)
        self.themes.changed.connect(self._follow_theme)
        self.reviews.changed.connect(self._review_changed)
        self.reviews.told.connect(self.message.say)
        self.record_marks.told.connect(self.message.say)
        self.undoing.changed.connect(self._update_actions)
        self.hiding.changed.connect(self._discreet)
        self.hiding.changed.connect(start.set_discreet)
        session = self.session
        for signal in (
            session.trial_changed,
            session.usubjid_changed,
            session.filters_changed,
            session.day_range_changed,
            session.time_unit_changed,
            session.lane_order_changed,
            session.bands_changed,
            session.view_changed,
            session.planning.changed,
            self.recents.changed,
        ):
            signal.connect(self._update_actions)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a file."""
        self.opening.open(path)

    @Slot()
    def show_start(self) -> None:
        """Show the start page; the open file stays open."""
        self.opening.look_for_recents()
        self.stack.setCurrentWidget(self.start_page)
        if self.trial_window is not None:
            self.trial_window.hide_panes()

    @Slot(str)
    def _offer_mapping(self, why: str) -> None:
        """Open the mapping of a file of which nothing can be seen without; the reason stays on screen."""
        self._update_actions()
        self.mapping.show_because(why)
        self.message.say(why)
        self.message.offer(self.actions_["map"])

    @Slot(str)
    def _begun(self, text: str) -> None:
        self.message.hide()
        self.progress.begin(text)

    @Slot(object)
    def _opened(self, trial: Trial) -> None:
        """Make ready for a trial the session is about to show."""
        if self.trial_window is None:
            # Imported here: it needs pyqtgraph, which the start page does without.
            from sscviewer.gui.window.trial_window import TrialWindow

            self.trial_window = TrialWindow(self, self._parts())
            self.trial_window.told.connect(self.message.say)
            self.trial_window.figure_asked.connect(self.figures.take_of_patient)
            workspace = self.trial_window.workspace
            workspace.data.queries_asked.connect(self.queries.ask_about)
            workspace.data.list_asked.connect(self.queries.save_log)
            workspace.offer_changed.connect(self._update_actions)
            self.plan_files.problems_found.connect(workspace.plan.show_problems)
            self.figures.whole_trial, self.tables.whole_trial = workspace.figure, workspace.table
            self.figures.about_view = workspace.about_view
            self.stack.addWidget(workspace)
        self.trial_window.details.save_comment()
        self.reviews.open(trial)
        self.study_queries.open(trial)
        self.patients.set_patients(trial.patients, self.reviews.reviewed(trial.study.usubjids))
        self.trial_window.show_panes()
        self.stack.setCurrentWidget(self.trial_window.workspace)
        self.setWindowTitle(f"{trial.report.source.name} – sscviewer")
        # Later: imports would take half the processor from the first picture.
        QTimer.singleShot(ENGINE_MS, self, self.opening.warm_up_engine)

    def _parts(self) -> Parts:
        return Parts(
            session=self.session,
            settings=self.settings,
            tasks=self.tasks,
            themes=self.themes,
            reviews=self.reviews,
            queries=self.study_queries,
            marks=self.record_marks,
            patients=self.patients,
            patient_commands=self.patient_commands,
            view_commands=self.view_commands,
            actions=self.actions_,
        )

    @Slot()
    def _update_actions(self) -> None:
        session, actions = self.session, self.actions_
        has_figure, has_table = self.figures.has_figure, self.tables.has_table
        met = {
            "trial": session.trial is not None,
            "named": session.trial is not None and not self.hiding.is_on,
            "not hidden": not self.hiding.is_on,
            "mappable": self.opening.mappable is not None and not self.hiding.is_on,
            "kept_elsewhere": self.keep_beside.is_possible and not self.hiding.is_on,
            "patient": session.page is not None,
            "figure": has_figure,
            "table": has_table,
            "copyable": has_figure or has_table or session.view == "data",
            "back": bool(self.view_commands.page_before),
            "filter": session.filters != PatientFilter(),
            "zoomed": session.day_range is not None,
            "recent": bool(self.recents.paths),
            "undoable": bool(self.undoing.undo_words),
            "redoable": bool(self.undoing.redo_words),
        }
        actions.meet(frozenset(name for name, is_met in met.items() if is_met))
        actions.show_choice("opening.choose_percent", frozenset({self._percent}))
        actions.show_choice("view.choose_time_unit", frozenset({session.time_unit}))
        actions.show_choice("view.choose_lane_order", frozenset({session.lane_order}))
        actions.show_choice("view.choose_bands", session.bands)
        actions.show_choice("view.choose_theme", frozenset({self.themes.wish}))
        actions["undo"].setText(f"&Undo {self.undoing.undo_words}".rstrip())
        actions["redo"].setText(f"&Redo {self.undoing.redo_words}".rstrip())
        actions["hide"].setChecked(self.hiding.is_on)
        actions["remember"].setChecked(self.recents.remembering)
        actions["review"].setChecked(bool(session.usubjid) and self.reviews.is_reviewed(session.usubjid))

    @property
    def _percent(self) -> str:
        """Which % predicted is analysed, or will be in the next file."""
        if self.session.trial is None:
            return self.settings.text(PERCENT)
        return str(values_of(self.session.planning.plan)[PERCENT])

    @Slot()
    def _review_changed(self) -> None:
        trial = self.session.trial
        if trial is not None:
            self.patients.set_reviewed(self.reviews.reviewed(trial.study.usubjids))
        self._update_actions()

    @Slot(bool)
    def _discreet(self, discreet: bool) -> None:
        """Take away what was said of the trial with its names, and say what is off now."""
        self.message.hide()
        if discreet:
            self.message.say(HIDDEN, "info")
        self._update_actions()

    @Slot(object)
    def _follow_theme(self) -> None:
        theme = self.themes.current
        self.message.set_theme(theme)
        self.start_page.set_theme(theme)
        if self.trial_window is not None:
            self.trial_window.set_theme(theme)
        self.session.set_dark(theme.dark)

    @Slot(bool)
    def _full_screen(self, full: bool) -> None:
        self.setWindowState(toggled_state(self.windowState(), full))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        event.acceptProposedAction()
        self.opening.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window to another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange and self.trial_window is not None:
            self.trial_window.workspace.patient.screen_changed()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is to be kept, stop the work, then go."""
        if self.trial_window is not None:
            self.trial_window.details.save_comment()
        with_docks = self.trial_window is not None and self.stack.currentWidget() is not self.start_page
        save_window(self, self.settings, with_docks=with_docks)
        self.hide()
        self.tasks.close()
        self.reviews.close()
        event.accept()

    def asked_for(self, path: Path | None, *, demo: bool) -> None:
        """Remember what the command line asked to open."""
        self._asked = (path, demo)

    @Slot()
    def begin(self) -> None:
        """Open what was asked for; called once the window is on screen."""
        path, demo = self._asked
        if path is not None:
            self.opening.open(path)
        elif demo:
            self.opening.open_demo()
        else:
            self.opening.look_for_recents()
            self.opening.warm_up()


def unseen_views(trial: "Prepared", subjects: tuple[str, ...]) -> "UnseenViews":
    """Return the views of a trial, of some patients or of all, drawn in a window of their own."""
    from sscviewer.gui.state.tasks import Ticket
    from sscviewer.gui.state.trial import prepare_trial
    from sscviewer.gui.window.unseen import UnseenViews

    path = Path(trial.study.source.name)
    shown = prepare_trial(trial.collected, trial.report, path, Ticket.unheard(), trial.plan)
    return UnseenViews(shown, subjects or None, lambda folder: MainWindow(Places.under(folder)))

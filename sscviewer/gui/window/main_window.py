"""The window: puts the parts together and lets them hear of each other; decides nothing itself."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.ask_about_record import AskAboutRecord
from sscviewer.gui.language import tr
from sscviewer.gui.opening.comparing import Comparing
from sscviewer.gui.opening.hiding import Hiding
from sscviewer.gui.opening.map_columns import MapColumns
from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.opening.own_checks import OwnChecks
from sscviewer.gui.opening.plan_files import PlanFiles
from sscviewer.gui.opening.recent_menu import RecentMenu
from sscviewer.gui.opening.watching import Watching
from sscviewer.gui.pages.start import StartPage
from sscviewer.gui.panes.hint_strip import HintStrip
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.message_strip import MessageStrip
from sscviewer.gui.panes.notices import Notices
from sscviewer.gui.panes.progress_strip import ProgressStrip
from sscviewer.gui.saving.everything import SaveEverything
from sscviewer.gui.saving.figures import Figures
from sscviewer.gui.saving.keep_beside import KeepBeside
from sscviewer.gui.saving.new_workbook import NewWorkbook
from sscviewer.gui.saving.profiles import Profiles
from sscviewer.gui.saving.queries import Queries
from sscviewer.gui.saving.tables import SavingTables
from sscviewer.gui.state.actions import ACTIONS, Actions
from sscviewer.gui.state.commands import PatientCommands, ViewCommands
from sscviewer.gui.state.endpoint_choices import PERCENT, values_of
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.patient_model import PatientModel
from sscviewer.gui.state.recents import Recents
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.reviews import HIDDEN, Reviews
from sscviewer.gui.state.saved_filters import SavedFilters
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.gui.state.table_looks import TableLooks
from sscviewer.gui.state.tasks import Tasks
from sscviewer.gui.state.theme import Themes
from sscviewer.gui.state.trial import Trial
from sscviewer.gui.state.undoing import Step, Undoing
from sscviewer.gui.state.window_state import first_size, recall_view, restore_geometry, save_window
from sscviewer.gui.window.help import Help
from sscviewer.gui.window.places import Places
from sscviewer.gui.window.preferring import Preferring
from sscviewer.gui.window.presentation import Presentation

if TYPE_CHECKING:
    from sscviewer.gui.saving.writer import Prepared
    from sscviewer.gui.window.trial_window import TrialWindow
    from sscviewer.gui.window.unseen import UnseenViews

NO_FONT = "The font of the figures is missing, so their lines break elsewhere: install sscviewer again."
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
    notices
        What is to be said once, when the window is on screen: what of this user's cannot be used.
    """

    trial_window: "TrialWindow | None" = None

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = Settings(places.settings)
        self.table_looks = TableLooks(self.settings)
        self.session = Session(self)
        self.tasks = Tasks(self)
        self.themes = Themes(self.settings.text("look/theme"), self)
        self._make_memory(places.memory)
        self.recents = Recents(self.settings, self)
        self.preferring = Preferring(self.settings, self.themes, self.recents, places.memory, self)
        self.patients = PatientModel(self)
        self.opening = Opening(self.session, self.settings, self.recents, self.tasks, places.mappings, self)
        self.hiding = Hiding(self.session, self.settings, self.reviews, self.tasks, self.opening)
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
        self.help = Help(places.log, ACTIONS, self.session, self.settings, self.tasks, self)
        self.presentation = Presentation(self, self.patient_commands)
        self.watching = Watching(self.session, self.tasks, self)
        self.actions_ = self._make_actions()
        self._asked: tuple[Path | None, bool] = (None, False)
        self.notices = [self.settings.trouble] if self.settings.trouble else []
        self.session.set_dark(self.themes.current.dark)
        recall_view(self.session, self.settings)
        self._lay_out()
        self._connect()
        self._update_actions()
        self._place()

    def _place(self) -> None:
        if not restore_geometry(self, self.settings):
            self.resize(first_size(self.screen().availableSize()))

    def _make_memory(self, memory: Path) -> None:
        """Make what is said of a study, and what of it can be taken back."""
        self.reviews = Reviews(memory, self)
        self.study_queries = StudyQueries(self.reviews, self)
        self.record_marks = RecordMarks(self.reviews, self.study_queries, self)
        self.about_record = AskAboutRecord(self.session, self.record_marks, self)
        self.undoing = Undoing(self.session, self.reviews, self)
        self.saved_filters = SavedFilters(self.session, self.reviews, self)
        self.keep_beside = KeepBeside(self.session, self.reviews, self)
        self._watch_choices()

    def _watch_choices(self) -> None:
        """Let what the user chose to see be taken back."""
        session, watch = self.session, self.undoing.watch
        watch("filter", session.filters_changed, lambda: session.filters, session.set_filters)
        watch("time axis", session.time_unit_changed, lambda: session.time_unit, session.set_time_unit)
        watch(
            "order of events", session.lane_order_changed, lambda: session.lane_order, session.set_lane_order
        )
        watch("events shown", session.events_changed, lambda: session.events, session.set_events)
        watch("pinned patients", session.pinned_changed, lambda: session.pinned, session.set_pinned)
        watch("bands", session.bands_changed, lambda: session.bands, session.set_bands)

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
            "preferring": self.preferring,
            "help": self.help,
        }
        actions = Actions(self, targets)
        actions.fill(self.menuBar())
        self.recent_menu = RecentMenu(self.recents, self.opening, actions)
        return actions

    def _lay_out(self) -> None:
        self.setWindowTitle("sscviewer")
        self.setAcceptDrops(True)
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
        layout.addWidget(self.stack)
        self.hint = HintStrip(self.session, self.settings, theme, self)
        self.strips = Notices(centre)
        for strip in (self.progress, self.message, self.hint):
            self.strips.add(strip)
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
        self.mapping.mapped.connect(self._mapped)
        saving = self.figures, self.profiles, self.tables, self.queries, self.new_workbook, self.plan_files
        for part in (*saving, self.everything, self.comparing, self.own_checks):
            part.told.connect(self.message.say)
        self.view_commands.start_asked.connect(self.show_start)
        self.view_commands.presentation_asked.connect(self._present)
        self.presentation.changed.connect(self._update_actions)
        self.presentation.told.connect(self.message.say)
        self.watching.changed.connect(self._offer_reload)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Later, and without the widgets: one that loses the focus may be on its way out.
            queued = Qt.ConnectionType.QueuedConnection
            application.focusChanged.connect(self._focus_changed, queued)
        self.themes.changed.connect(self._follow_theme)
        self.reviews.changed.connect(self._review_changed)
        self.reviews.told.connect(self.message.say)
        self.record_marks.told.connect(self.message.say)
        self.saved_filters.told.connect(self.message.say)
        self.undoing.changed.connect(self._update_actions)
        self.preferring.changed.connect(self._update_actions)
        self.preferring.changed.connect(self.hint.show_hint)
        self.preferring.hints_asked.connect(self.hint.forget)
        self.hiding.changed.connect(self._discreet)
        self.hiding.changed.connect(start.set_discreet)
        session = self.session
        for signal in (
            session.trial_changed,
            session.usubjid_changed,
            session.filters_changed,
            session.pinned_changed,
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
        self.presentation.leave()
        if self.trial_window is not None:
            self.trial_window.hide_panes()

    @Slot(str)
    def _offer_mapping(self, why: str) -> None:
        """Open the mapping of a file of which nothing can be seen without; the reason stays on screen."""
        self._update_actions()
        self.mapping.show_because(why)
        self.message.say(why)
        self.message.offer(self.actions_["map"])

    @Slot(object, object, object)
    def _mapped(self, path: Path, before: object, after: object) -> None:
        """Let a mapping be taken back: the file is read again as before."""
        read = partial(self.mapping.read_by, path)
        self.undoing.did(Step("mapping of columns", partial(read, before), partial(read, after), path))

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
            from sscviewer.plots.style import FAMILY, load_fonts

            if load_fonts() != FAMILY:
                self.notices.append(NO_FONT)
            self.trial_window = TrialWindow(self, self._parts())
            self.trial_window.told.connect(self.message.say)
            self.trial_window.figure_asked.connect(self.figures.take_of_patient)
            self.trial_window.workspace.patient.panel_save_asked.connect(self.figures.save_panel)
            workspace = self.trial_window.workspace
            workspace.data.queries_asked.connect(self.queries.ask_about)
            workspace.data.list_asked.connect(self.queries.save_log)
            workspace.offer_changed.connect(self._update_actions)
            self.plan_files.problems_found.connect(workspace.plan.show_problems)
            self.figures.whole_trial, self.tables.whole_trial = workspace.figure, workspace.table
            self.figures.about_view = workspace.about_view
            self.figures.comparison = workspace.compare.comparison
            self.stack.addWidget(workspace)
        self.trial_window.details.save_comment()
        self._say_notices()
        self.reviews.open(trial)
        self.study_queries.open(trial)
        before = self.session.trial
        reviewed = self.reviews.reviewed(trial.study.usubjids)
        is_same = before is not None and before.is_same_file(trial)
        self.patients.set_patients(trial.patients, reviewed, keep_order=is_same)
        self._tell_marks(trial)
        self.trial_window.show_panes()
        self.stack.setCurrentWidget(self.trial_window.workspace)
        self.setWindowTitle(tr("{name} – sscviewer").format(name=trial.report.source.name))
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
            saved_filters=self.saved_filters,
            patients=self.patients,
            patient_commands=self.patient_commands,
            view_commands=self.view_commands,
            undoing=self.undoing,
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
            "copyable": self.figures.can_copy,
            "back": bool(self.view_commands.page_before),
            "filter": session.filters != PatientFilter(),
            "pinned": bool(session.pinned),
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
        actions["undo"].setText(tr("&Undo {step}").format(step=tr(self.undoing.undo_words)).rstrip())
        actions["redo"].setText(tr("&Redo {step}").format(step=tr(self.undoing.redo_words)).rstrip())
        kept = session.kept
        whom = tr("&All {n} patients of the filter to one PDF…").format(n=len(kept or ()))
        actions["profiles"].setText(tr("&All patients to one PDF…") if kept is None else whom)
        actions["present"].setChecked(self.presentation.is_on)
        actions["pin"].setChecked(session.usubjid in session.pinned)
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
        if self.session.trial is not None:
            self._tell_marks(self.session.trial)
        self._update_actions()

    def _tell_marks(self, trial: Trial) -> None:
        """Tell the list and the filter who has a tick and what was written of whom."""
        reviewed, comments = self.reviews.reviewed(trial.study.usubjids), self.reviews.comments()
        self.patients.set_reviewed(reviewed, comments)
        self.session.set_known(replace(self.session.known, reviewed=reviewed, comment=frozenset(comments)))

    @Slot(bool)
    def _discreet(self, discreet: bool) -> None:
        """Take away what was said of the trial with its names, and say what is off now."""
        self.message.hide()
        if discreet:
            self.message.say(tr(HIDDEN), "info")
        self._update_actions()

    @Slot(object)
    def _follow_theme(self) -> None:
        theme = self.themes.current
        for strip in (self.message, self.hint):
            strip.set_theme(theme)
        self.start_page.set_theme(theme)
        if self.trial_window is not None:
            self.trial_window.set_theme(theme)
        self.session.set_dark(theme.dark)

    @Slot(bool)
    def _present(self, on: bool) -> None:
        if on and self.trial_window is not None and self.stack.currentWidget() is not self.start_page:
            self.presentation.enter(self.trial_window)
        else:
            self.presentation.leave()
        self._update_actions()

    @Slot(str)
    def _offer_reload(self, name: str) -> None:
        """Offer to read the file again that somebody has saved meanwhile."""
        self.message.say(
            tr("“{name}” has changed on the disk since it was read.").format(name=name), "warning"
        )
        self.message.offer(self.actions_["reload"], takes_focus=False)

    @Slot()
    def _focus_changed(self) -> None:
        """Know whether there are rows to copy."""
        now = QApplication.focusWidget()
        if isinstance(now, ListingView):
            selected = now.selectionModel().selectionChanged
            selected.connect(self._update_actions, Qt.ConnectionType.UniqueConnection)
        self.actions_["copy"].setEnabled(self.figures.can_copy)

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
        """Follow the window to another screen, and the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.watching.look()
        kinds = QEvent.Type.DevicePixelRatioChange, QEvent.Type.FontChange
        # Qt tells of the font while the window is still being made.
        trial_window: TrialWindow | None = getattr(self, "trial_window", None)
        if event.type() in kinds and trial_window is not None:
            trial_window.workspace.patient.screen_changed()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is to be kept, stop the work, then go."""
        self.presentation.leave()
        if self.trial_window is not None:
            self.trial_window.details.save_comment()
        with_docks = self.trial_window is not None and self.stack.currentWidget() is not self.start_page
        save_window(self, self.settings, with_docks=with_docks)
        self.hide()
        self.tasks.close()
        self.reviews.close()
        self.preferring.text_size.restore()
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
            self._say_notices()
            self.opening.look_for_recents()
            self.opening.warm_up()

    def _say_notices(self) -> None:
        if self.notices:
            self.message.say(" ".join(self.notices), "warning")
            self.notices.clear()


def unseen_views(trial: "Prepared", subjects: tuple[str, ...] | None) -> "UnseenViews":
    """Return the views of a trial, of some patients or of all, drawn in a window of their own."""
    from sscviewer.gui.state.tasks import Ticket
    from sscviewer.gui.state.trial import prepare_trial
    from sscviewer.gui.window.unseen import UnseenViews

    path = Path(trial.study.source.name)
    shown = prepare_trial(trial.collected, trial.report, path, Ticket.unheard(), trial.plan)
    return UnseenViews(shown, subjects, lambda folder: MainWindow(Places.under(folder)))

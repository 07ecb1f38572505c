"""The parts of the window, made in the order in which they need one another."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.ask_about_record import AskAboutRecord
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
from sscviewer.gui.state.action_table import ACTIONS
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.commands import PatientCommands, ViewCommands
from sscviewer.gui.state.kept_looks import KeptLooks
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.patient_model import PatientModel
from sscviewer.gui.state.recents import Recents
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.saved_filters import SavedFilters
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.gui.state.table_looks import TableLooks
from sscviewer.gui.state.tasks import Tasks
from sscviewer.gui.state.theme import Themes
from sscviewer.gui.state.undoing import Undoing
from sscviewer.gui.state.window_state import first_size, recall_view, restore_geometry
from sscviewer.gui.window.help import Help
from sscviewer.gui.window.places import Places
from sscviewer.gui.window.possible import Possible
from sscviewer.gui.window.preferring import Preferring
from sscviewer.gui.window.presentation import Presentation

if TYPE_CHECKING:
    from sscviewer.gui.saving.trial_folder import Prepared, Views


class WindowParts(QMainWindow):
    """A window with its parts, which do not hear of each other yet.

    Parameters
    ----------
    views_of
        Draws the views of a trial where nobody sees them, to be saved.

    Attributes
    ----------
    session
        What is shown.
    actions_
        Everything the user can do.
    notices
        What is to be said once, when the window is on screen: what of this user's cannot be used.
    """

    def __init__(
        self,
        places: Places,
        views_of: "Callable[[Prepared, tuple[str, ...] | None], Views]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAnimated(False)  # panes do not glide into their places
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
        self.everything = SaveEverything(self.session, self.settings, self.reviews, views_of, self)
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
        self.notices = [self.settings.trouble] if self.settings.trouble else []
        self.session.set_dark(self.themes.current.dark)
        recall_view(self.session, self.settings)
        self._lay_out()
        self.parts = self._make_parts()
        self.possible = Possible(
            self.parts,
            self.opening,
            self.hiding,
            self.figures,
            self.tables,
            self.keep_beside,
            self.recents,
            self.preferring,
            self.presentation,
        )

    def _make_parts(self) -> Parts:
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

    def _place(self) -> None:
        if not restore_geometry(self, self.settings):
            self.resize(first_size(self.screen().availableSize()))

    def _make_memory(self, memory: Path) -> None:
        """Make what is said of a study, and what of it can be taken back."""
        self.reviews = Reviews(memory, self)
        self.study_queries = StudyQueries(self.reviews, self)
        self.record_marks = RecordMarks(self.reviews, self.study_queries, self)
        self.about_record = AskAboutRecord(self.session, self.record_marks, self)
        self.kept_looks = KeptLooks(self.session, self.reviews, self)
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
        zoomed = session.day_range_changed
        watch("zoom", zoomed, lambda: session.day_range, session.set_day_range, is_gathered=True)
        looks = session.looks
        watch("look of a figure", looks.chosen, looks.all, looks.set_all)

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
        # A hint stays until it is read, so it takes room; what comes and goes lies over the page, above it.
        self.hint = HintStrip(self.session, self.settings, theme, self)
        layout.addWidget(self.hint)
        self.strips = Notices(self.stack, centre)
        for strip in (self.progress, self.message):
            self.strips.add(strip)
        self.setCentralWidget(centre)

"""The parts of a window that have no looks, in one place, for those who build its views."""

from dataclasses import dataclass

from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.commands import PatientCommands, ViewCommands
from sscviewer.gui.state.patient_model import PatientModel
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.saved_filters import SavedFilters
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.gui.state.tasks import Tasks
from sscviewer.gui.state.theme import Themes
from sscviewer.gui.state.undoing import Undoing


@dataclass(frozen=True, slots=True)
class Parts:
    """What the views of one window share."""

    session: Session
    settings: Settings
    tasks: Tasks
    themes: Themes
    reviews: Reviews
    queries: StudyQueries
    marks: RecordMarks
    saved_filters: SavedFilters
    patients: PatientModel
    patient_commands: PatientCommands
    view_commands: ViewCommands
    undoing: Undoing
    actions: Actions

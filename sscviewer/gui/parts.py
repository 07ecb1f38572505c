"""The parts of a window that have no looks, in one place, for those who build its views."""

from dataclasses import dataclass

from sscviewer.gui.actions import Actions
from sscviewer.gui.commands import PatientCommands, ViewCommands
from sscviewer.gui.patient_model import PatientModel
from sscviewer.gui.reviews import Reviews
from sscviewer.gui.session import Session
from sscviewer.gui.settings import Settings
from sscviewer.gui.tasks import Tasks
from sscviewer.gui.theme import Themes


@dataclass(frozen=True, slots=True)
class Parts:
    """What the views of one window share."""

    session: Session
    settings: Settings
    tasks: Tasks
    themes: Themes
    reviews: Reviews
    patients: PatientModel
    patient_commands: PatientCommands
    view_commands: ViewCommands
    actions: Actions

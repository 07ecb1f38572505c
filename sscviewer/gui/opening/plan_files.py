"""File ▸ Open plan… and Save plan as…: the plan in force from a file, and into one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask_file, open_dialog, save_dialog
from sscviewer.gui.language import number_of, tr
from sscviewer.gui.saving.origin import save_folder, study_name
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.whole_file import NOT_WRITTEN, why_not_written, write_whole_file

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.plan.plan_file import PlanRead

KINDS = "Analysis plan (*.toml);;All files (*)"


class PlanFiles(QObject):
    """Reads and writes the plan of the open trial.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    problems_found
        A heading, and a sentence for each line that cannot be used; the rest of the plan is used.
    """

    told = Signal(str, str)
    problems_found = Signal(str, tuple)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window

    @Slot()
    def open(self) -> None:
        """Ask which plan, and take it over."""
        folder = str(save_folder(self._settings))
        ask_file(self._session, open_dialog(self._window, tr("Open plan"), folder, KINDS), self.read)

    @Slot()
    def save(self) -> None:
        """Ask where to, and write."""
        proposal = save_folder(self._settings) / f"{study_name(self._session)}_plan.toml"
        ask_file(self._session, save_dialog(self._window, tr("Save plan"), proposal, KINDS), self.write)

    def read(self, path: Path) -> None:
        """Take a plan over; what cannot be used stays as in the default plan and is said."""
        from sscviewer.analysis.plan.plan_file import UnreadablePlan, read_plan

        try:
            text = path.read_text(encoding="utf-8")
            found: PlanRead = read_plan(text)
        except UnreadablePlan as error:
            self.told.emit(tr("{name} is not a plan: {error}").format(name=path.name, error=error), "error")
            return
        except (OSError, UnicodeDecodeError):
            self.told.emit(
                tr("{name} cannot be read as a text file. Choose a plan saved here.").format(name=path.name),
                "error",
            )
            return
        self._settings.set("files/save_folder", str(path.parent))
        self._session.planning.choose(found.plan)
        problems = (*found.problems, *self._not_followed(text, found.plan))
        if problems:
            lines = number_of(len(problems), "line is not followed", "lines are not followed")
            self.problems_found.emit(f"{path.name}: {lines}", problems)
            self.told.emit(
                tr("The plan of {name} is in force; {lines}.").format(name=path.name, lines=lines), "error"
            )
        else:
            self.told.emit(tr("The plan of {name} is in force.").format(name=path.name), "info")
        self._session.set_view("plan")

    def _not_followed(self, text: str, plan: "AnalysisPlan") -> tuple[str, ...]:
        """Return a sentence for each line that the open trial cannot follow."""
        from sscviewer.analysis.plan.plan_file import line_words
        from sscviewer.analysis.plan_in_trial import unfollowed

        trial = self._session.trial
        found = () if trial is None else unfollowed(trial.study, plan)
        return tuple(f"{line_words(text, one.name, one.part)}{one.sentence}" for one in found)

    def write(self, path: Path) -> None:
        """Write the plan in force."""
        from sscviewer.analysis.plan.plan_file import plan_text

        self._settings.set("files/save_folder", str(path.parent))
        try:
            write_whole_file(path, plan_text(self._session.planning.plan).encode("utf-8"))
        except OSError as error:
            said = tr(NOT_WRITTEN).format(name=path.name, why=tr(why_not_written(error)))
            self.told.emit(said, "error")
            return
        self.told.emit(tr("Saved the plan to {name}.").format(name=path.name), "info")

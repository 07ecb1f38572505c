"""Opening a file: chosen, recent, dropped, or the demo; read in the worker, the window stays usable."""

from collections.abc import Callable
from collections.abc import Mapping as ByName
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from sscviewer.bundled import resource_path
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.opening.deriving import Deriving, EndpointRulesDialog
from sscviewer.gui.opening.keep_plan import KeepPlan
from sscviewer.gui.opening.questions import FvcTolerance, Passwords, Questions
from sscviewer.gui.state.endpoint_choices import TOLERANCE, first_plan, remembered
from sscviewer.gui.state.recents import Recents, why_missing
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Cancelled, Tasks, Ticket
from sscviewer.gui.state.trial import CannotOpen, HowToRead, NeedsPassword, Trial, load_trial
from sscviewer.on_disk import when_answered

if TYPE_CHECKING:
    from sscviewer.workbook.mapping.mapping import Mapping

LOAD, LOOK, WARM_UP, ENGINE = "load", "look for recent files", "warm up", "warm up the engine"
KINDS = (
    "Workbooks and tables (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt *.xml *.zip "
    "*.xpt *.sas7bdat *.sav *.zsav *.por *.dta);;"
    "All files (*)"
)

_NOTHING = "“{}” has patients but no value, event or dose that can be drawn: say below which column is what."


@dataclass(frozen=True, slots=True)
class _Load:
    """The work of reading one file."""

    path: Path
    how: HowToRead
    remembered: ByName[str, Any]

    def __call__(self, ticket: Ticket) -> Trial:
        warm_up(ticket)
        return load_trial(self.path, ticket, self.how, partial(first_plan, self.remembered))


def warm_up(ticket: Ticket) -> None:
    """Import what an open file needs, in the worker: the window need not wait for it then."""
    for name in (
        "sscviewer.workbook.load",
        "sscviewer.gui.window.trial_window",
        "sscviewer.analysis.patient.cohort_overview",
        "sscviewer.analysis.derived.derive",
    ):
        if not ticket.cancelled():
            import_module(name)


def warm_up_engine(ticket: Ticket) -> None:
    """Import what models, curves and report need: seconds, while the first patient is looked at."""
    for name in (
        "statsmodels.duration.survfunc",
        "sscviewer.analysis.dose_question.dose_question",
        "sscviewer.report.trial_report",
    ):
        if not ticket.cancelled():
            import_module(name)


class _Look:
    """The work of looking which files are still there; a network drive may take its time."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths

    def __call__(self, ticket: Ticket) -> dict[Path, str]:
        return when_answered(self._missing, ticket.while_waiting)

    def _missing(self) -> dict[Path, str]:
        return {path: reason for path in self.paths if (reason := why_missing(path))}


class Opening(QObject):
    """Opens files.

    Signals
    -------
    begun, advanced, ended
        Reading began (text), is so far (text, 0-1), is over.
    failed
        One sentence saying why a file could not be opened.
    unrecognised
        With one sentence: the file can be read, but needs a mapping before anything is seen of it.
    opened
        With the new trial, before the session shows it.
    missing_known
        {path: reason} of recent files that are not there.

    Attributes
    ----------
    library
        Folder of the mappings that are kept.
    keep_plan
        Keeps the plan there.
    passwords, questions
        What the user said about files since the window opened.
    is_discreet
        Whether names of files are kept from the screen.
    show_opened
        Shows a file just read; as it is unless somebody hides something of it first.
    deriving, endpoints
        Derive the open trial's parameters anew; ask how.
    """

    begun = Signal(str)
    advanced = Signal(str, float)
    ended = Signal()
    failed = Signal(str)
    unrecognised = Signal(str)
    opened = Signal(object)
    missing_known = Signal(object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        recents: Recents,
        tasks: Tasks,
        library: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.library = library
        self.keep_plan = KeepPlan(session, library, self)
        self.keep_plan.failed.connect(self.failed)
        self.passwords = Passwords(session, window)
        self.questions = Questions(session, library, window)
        self.questions.failed.connect(self.failed)
        self._unrecognised: Path | None = None
        self._session = session
        self._settings = settings
        self._recents = recents
        self._tasks = tasks
        self._window = window
        self._path: Path | None = None
        self._is_demo = False
        self.is_discreet = False
        self.show_opened: Callable[[Trial], None] = self.show
        self.deriving = Deriving(session, settings, tasks, self.show)
        self.endpoints = EndpointRulesDialog(session, self.deriving, window)
        self._mapping: Mapping | None = None
        self._shown: tuple[bool, Mapping | None] = (False, None)
        self._tolerance = FvcTolerance(session, settings, window)

    @property
    def session(self) -> Session:
        """What is shown."""
        return self._session

    @property
    def mappable(self) -> Path | None:
        """The file tried last and not recognised, else the open one; None before any."""
        trial = self._session.trial
        return self._unrecognised or (trial.path if trial is not None else None)

    @Slot()
    def choose(self) -> None:
        """Let the user choose a file."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.text("files/open_folder") or documents
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open workbook"), folder, KINDS)
        if name:
            self._settings.set("files/open_folder", str(Path(name).parent))
            self.open(Path(name))

    @Slot()
    def choose_folder(self) -> None:
        """Let the user choose a folder that holds the tables of one study."""
        folder = self._settings.text("files/open_folder")
        name = QFileDialog.getExistingDirectory(self._window, tr("Open a folder of tables"), folder)
        if name:
            self._settings.set("files/open_folder", str(Path(name).parent))
            self.open(Path(name))

    @Slot()
    def open_demo(self) -> None:
        """Open the demo trial."""
        try:
            path = resource_path("demo", "demo_trial.xlsx")
        except FileNotFoundError:
            self.failed.emit(tr("The demo trial is missing from this installation. Install sscviewer again."))
            return
        self._begin(path, is_demo=True)

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a file; what was open stays until it has been read."""
        self.questions.begin(path)
        self._begin(path, is_demo=False)

    def open_mapped(self, path: Path, mapping: "Mapping | None") -> None:
        """Open the file opened or tried last again, by a mapping; None lets it be recognised."""
        from sscviewer.workbook.mapping.mapping import answers_of

        self.questions.put(path, answers_of(mapping))
        self._begin(path, is_demo=self._is_demo, mapping=mapping)

    @Slot()
    def ask_fvc_tolerance(self) -> None:
        """Let the user say how far FVC % predicted may be from the litres; the file is checked again."""
        self._tolerance.ask(self._tolerance_said)

    def _tolerance_said(self) -> None:
        self.deriving.change({TOLERANCE: self._tolerance.points})
        self.read_again()

    def read_again(self) -> None:
        """Read the open file again, as it was read; nothing without one."""
        trial = self._session.trial
        if trial is not None:
            is_demo, mapping = self._shown
            self._begin(trial.path, is_demo=is_demo, mapping=self.keep_plan.put_into(mapping))

    @Slot()
    def reload(self) -> None:
        """Read the open file again as it is on the disk now; patient, page, days and filter stay."""
        self.read_again()

    @Slot()
    def cancel(self) -> None:
        """Stop reading."""
        if self._path is not None:
            self._tasks.cancel(LOAD)
            self._path = None
            self.ended.emit()

    @Slot(bool)
    def remember(self, remember: bool) -> None:
        """Remember recent files or not."""
        self._recents.set_remembering(remember)

    @Slot()
    def forget(self) -> None:
        """Forget recent files."""
        self._recents.clear()

    @Slot()
    def look_for_recents(self) -> None:
        """Find out which recent files are still there."""
        if self._recents.paths:
            self._tasks.run(LOOK, _Look(self._recents.paths), self.missing_known.emit, lane="looking")

    @Slot()
    def warm_up(self) -> None:
        """Make ready for a file while the start page is looked at."""
        self._tasks.run(WARM_UP, warm_up, self._warm)

    @Slot()
    def warm_up_engine(self) -> None:
        """Make ready for the pages of the whole trial, in the lane where they are computed."""
        self._tasks.run(ENGINE, warm_up_engine, self._warm, lane="computing")

    def _warm(self, nothing: None) -> None:
        """There is nothing to show."""

    def _begin(self, path: Path, *, is_demo: bool, mapping: "Mapping | None" = None) -> None:
        if path == self._path:
            return
        self.questions.close()
        self._path, self._is_demo = path, is_demo
        self.begun.emit(tr("Opening {name_of} …").format(name_of=self._name_of(path)))
        self._mapping = mapping
        how = HowToRead(
            mapping,
            self.library,
            self.passwords.of(path),
            self.questions.of(path),
            self._tolerance.points,
        )
        work = _Load(path, how, remembered(self._settings))
        self._tasks.run(LOAD, work, self._done, self._failed, self._progress)

    def _progress(self, text: str, fraction: float) -> None:
        name = self._name_of(self._path) if self._path else ""
        self.advanced.emit(
            tr("Opening {name}: {text}").format(name=name, text=tr(text))
            if text
            else tr("Opening {name} …").format(name=name),
            fraction,
        )

    def _name_of(self, path: Path) -> str:
        return "the file" if self.is_discreet else path.name

    def _done(self, trial: Trial) -> None:
        self._path = self._unrecognised = None
        self.ended.emit()
        self._ask_or_finish(trial)

    def _ask_or_finish(self, trial: Trial) -> None:
        """Ask what the file leaves open and nobody answered; without such a question show it."""
        path, questions = trial.path, trial.report.questions
        if not self.questions.to_ask(path, questions):
            self._finish(trial)
            return

        def answered(is_other: bool) -> None:
            if is_other:
                self._begin(path, is_demo=self._is_demo, mapping=self.keep_plan.put_into(self._mapping))
            else:
                self._ask_or_finish(trial)

        self.questions.ask(path, trial.shape, questions, answered, partial(self._finish, trial))

    def _finish(self, trial: Trial) -> None:
        """Show a file that was read."""
        self._shown = (self._is_demo, self._mapping)
        if not self._is_demo:
            self._recents.add(trial.path)
        self.show_opened(trial)
        if self._mapping is None and not trial.has_anything_to_draw and not self.is_discreet:
            self.unrecognised.emit(tr(_NOTHING).format(trial.path.name))

    @Slot(QAction)
    def choose_percent(self, action: QAction) -> None:
        """Analyse the % predicted of the file, or those computed by an equation."""
        self.deriving.choose(action.data())

    @Slot()
    def ask_endpoints(self) -> None:
        """Let the user change how endpoints are made."""
        self.endpoints.ask()

    def show(self, trial: Trial) -> None:
        """Show a trial as it is."""
        self.opened.emit(trial)
        self._session.set_trial(trial)

    def _failed(self, error: Exception) -> None:
        path, self._path = self._path, None
        self.ended.emit()
        if isinstance(error, NeedsPassword) and path is not None:
            self.passwords.ask(path, self._password_given, is_wrong=error.is_wrong)
        elif isinstance(error, CannotOpen):
            if path is not None and self.questions.to_ask(path, error.questions):
                self._ask_refused(path, error)
            else:
                self._refuse(path, error)
        elif not isinstance(error, Cancelled):
            raise error

    def _ask_refused(self, path: Path, error: CannotOpen) -> None:
        """Ask what would make a file usable, and read it again with the answer."""

        def answered(is_other: bool) -> None:
            self._begin(path, is_demo=self._is_demo, mapping=self.keep_plan.put_into(self._mapping))

        self.questions.ask(path, error.shape, error.questions, answered, partial(self._refuse, path, error))

    def _refuse(self, path: Path | None, error: CannotOpen) -> None:
        self._unrecognised = path if error.can_map else None
        if error.can_map:
            self.unrecognised.emit(error_words(error))
        else:
            self.failed.emit(error_words(error))

    def _password_given(self, path: Path) -> None:
        self._begin(path, is_demo=False, mapping=self._mapping)

"""The window: puts the parts together and lets them hear of each other; decides nothing itself."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from sscviewer.gui.language import number_of, tr
from sscviewer.gui.state.reviews import HIDDEN
from sscviewer.gui.state.trial import Trial
from sscviewer.gui.state.undoing import Step
from sscviewer.gui.state.window_state import save_window
from sscviewer.gui.window.places import Places
from sscviewer.gui.window.window_parts import WindowParts

if TYPE_CHECKING:
    from sscviewer.gui.saving.trial_folder import Prepared
    from sscviewer.gui.window.trial_window import TrialWindow
    from sscviewer.gui.window.unseen import UnseenViews

NO_FONT = "The font of the figures is missing, so their lines break elsewhere: install sscviewer again."
LOST = "The comment could not be kept, and is lost, of: {patients}."
NOT_KEPT = (
    "The comment cannot be kept of: {patients}. Copy it, or make room; to leave without it, close the window "
    "again."
)
ENGINE_MS = 700
"""After a file is opened: by then its first patient is painted, and nobody has turned to another page."""


class MainWindow(WindowParts):
    """The program's window."""

    trial_window: "TrialWindow | None" = None

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(places, unseen_views, parent)
        self._asked: tuple[Path | None, bool] = (None, False)
        self._told_unkept: tuple[str, ...] = ()
        self._connect()
        self.possible.update()
        self._place()

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
        self.presentation.told.connect(self.message.say)
        self.watching.changed.connect(self._offer_reload)
        self.themes.changed.connect(self._follow_theme)
        self.reviews.changed.connect(self._review_changed)
        self.reviews.told.connect(self.message.say)
        self.record_marks.told.connect(self.message.say)
        self.saved_filters.told.connect(self.message.say)
        self.preferring.changed.connect(self.hint.show_hint)
        self.preferring.hints_asked.connect(self.hint.forget)
        self.hiding.changed.connect(self._discreet)
        self.hiding.changed.connect(start.set_discreet)

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
        self.possible.update()
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
            self.trial_window = TrialWindow(self, self.parts)
            self.trial_window.told.connect(self.message.say)
            self.trial_window.figure_asked.connect(self.figures.take_of_patient)
            self.trial_window.workspace.patient.panel_save_asked.connect(self.figures.save_panel)
            workspace = self.trial_window.workspace
            workspace.data.queries_asked.connect(self.queries.ask_about)
            workspace.data.query_asked.connect(self.queries.log)
            workspace.data.list_asked.connect(self.queries.save_log)
            workspace.data.map_asked.connect(self.mapping.show_sheet)
            workspace.offer_changed.connect(self.possible.update)
            self.plan_files.problems_found.connect(workspace.plan.show_problems)
            self.figures.whole_trial, self.tables.whole_trial = workspace.figure, workspace.table
            self.figures.about_view = workspace.about_view
            self.figures.comparison = workspace.compare.comparison
            self.stack.addWidget(workspace)
        if lost := self.trial_window.details.leave():
            self.notices.append(tr(LOST).format(patients=self._named(lost)))
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

    @Slot()
    def _review_changed(self) -> None:
        if self.session.trial is not None:
            self._tell_marks(self.session.trial)
        self.possible.update()

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
        self.possible.update()

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
        self.possible.update()

    @Slot(str)
    def _offer_reload(self, name: str) -> None:
        """Offer to read the file again that somebody has saved meanwhile."""
        self.message.say(
            tr("“{name}” has changed on the disk since it was read.").format(name=name), "warning"
        )
        self.message.offer(self.actions_["reload"], takes_focus=False)

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
        unkept = self.trial_window.details.save_comments() if self.trial_window is not None else ()
        if unkept and unkept != self._told_unkept:
            self._told_unkept = unkept
            self.message.say(tr(NOT_KEPT).format(patients=self._named(unkept)))
            event.ignore()
            return
        with_docks = self.trial_window is not None and self.stack.currentWidget() is not self.start_page
        save_window(self, self.settings, with_docks=with_docks)
        self.hide()
        self.tasks.close()
        self.reviews.close()
        self.preferring.text_size.restore()
        event.accept()

    def _named(self, usubjids: tuple[str, ...]) -> str:
        """Return who they are, or while identities are hidden how many."""
        if self.hiding.is_on:
            return number_of(len(usubjids), "patient", "patients")
        return ", ".join(usubjids)

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

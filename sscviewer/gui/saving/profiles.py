"""Saving all patients, or those whom the filter leaves, to one PDF."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.file_kinds import file_kinds
from sscviewer.gui.dialogs.question import ask_file, save_dialog
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.saving.origin import (
    footer_words,
    manifest_path,
    origin_now,
    save_folder,
    study_name,
    trial_title,
)
from sscviewer.gui.saving.saving import Saving
from sscviewer.gui.state.members import members, members_words
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial
from sscviewer.report.provenance import file_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.plots.paper.figure_settings import FigureSettings
    from sscviewer.report.manifest import Origin

PROFILES = "all patients"


class Profiles(Saving):
    """Writes one page per patient in the worker; it can be stopped."""

    def __init__(self, session: Session, settings: Settings, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._tasks, self._window = session, settings, tasks, window
        self._path = Path()

    @Slot()
    def save(self) -> None:
        """Ask where to, and write."""
        if self._session.trial is None:
            return
        stem = file_stem("{study}", study=study_name(self._session), patient="", view="")
        proposal = save_folder(self._settings) / f"{stem}_patients.pdf"
        dialog = save_dialog(
            self._window,
            tr("{who_words} to one PDF").format(who_words=self.who_words),
            proposal,
            file_kinds(["pdf"]),
        )
        ask_file(self._session, dialog, self._chosen)

    @property
    def who_words(self) -> str:
        """Whose pages are written: "All patients", or "12 of 20 patients" by the filter in force."""
        trial, kept = self._session.trial, members(self._session)
        return "All patients" if trial is None or kept is None else members_words(self._session)

    def _chosen(self, path: Path) -> None:
        self._settings.set("files/save_folder", str(path.parent))
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the page of every patient whom the filter leaves to one PDF."""
        from sscviewer.gui.saving.shown import settings_now

        trial, frame = self._session.trial, self._session.frame
        if trial is not None and frame is not None:
            origin = origin_now(self._session, trial, of_all=True)
            if origin.patients == ():
                self.told.emit(tr("The filter leaves no patient: there is nothing to write."), "error")
                return
            settings = settings_now(self._session)(footer=footer_words(self._session, of_all=True))
            work = _Profiles(path, trial, settings, frame, origin, trial_title(self._session))
            self._path = path
            self.begun.emit(tr("Writing {name} …").format(name=path.name))
            done, failed, advanced = self._written, self._not_written, self.advanced.emit
            self._tasks.run(PROFILES, work, done, failed, advanced, lane="computing")

    @Slot()
    def cancel(self) -> None:
        """Stop writing; nothing is left behind."""
        if self._tasks.is_running(PROFILES):
            self._tasks.cancel(PROFILES)
            self.ended.emit()
            self.told.emit(tr("Cancelled: no file was written."), "info")

    def _written(self, n: int) -> None:
        self.ended.emit()
        self.told.emit(tr("Saved {n} patients to {name}.").format(n=n, name=self._path.name), "info")

    def _not_written(self, error: Exception) -> None:
        from sscviewer.plots.paper.figure_files import SaveFailed

        self.ended.emit()
        if not isinstance(error, SaveFailed):
            raise error
        self.told.emit(error_words(error), "error")


class _Profiles:
    """The work of writing one page per patient; draws on paper only, so it needs no window."""

    def __init__(
        self,
        path: Path,
        trial: Trial,
        settings: "FigureSettings",
        frame: "TrialFrame",
        origin: "Origin",
        title: str,
    ) -> None:
        self.path, self.trial, self.settings, self.frame = path, trial, settings, frame
        self.origin, self.title = origin, title

    @property
    def usubjids(self) -> tuple[str, ...]:
        """Whose pages are written."""
        patients = self.origin.patients
        return self.trial.study.usubjids if patients is None else patients

    def __call__(self, ticket: Ticket) -> int:
        from sscviewer.report.manifest import Made, write_manifest
        from sscviewer.report.profiles import save_profiles

        settings = self.settings
        n = save_profiles(
            self.path,
            self._pages(),
            self.frame,
            total=len(self.usubjids),
            title=self._title(),
            footer=settings.footer,
            time_unit=settings.time_unit,
            bands=settings.bands,
            progress=ticket.progress,
            cancelled=ticket.cancelled,
        )
        if n:
            made = Made(self.path, "patients", "all patients", settings=settings)
            write_manifest(manifest_path(self.path), self.origin, [made])
        return n

    def _title(self) -> str:
        n, total = len(self.usubjids), len(self.trial.study.usubjids)
        who = "all patients" if n == total else f"{n} of {total} patients"
        return f"{self.title}: {who}"

    def _pages(self) -> "Iterator[PatientPage]":
        from sscviewer.analysis.patient.patient_page import patient_page

        order: Any = self.settings.lane_order
        study, events = self.trial.study, self.settings.events
        for usubjid in self.usubjids:
            yield patient_page(study, usubjid, self.frame, self.settings.paramcds, order, events)

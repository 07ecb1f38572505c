"""Saving and copying the figure of a patient, and all patients to one PDF."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.dialogs.save_figure import SaveFigure
from sscviewer.gui.session import Session
from sscviewer.gui.settings import Settings
from sscviewer.gui.table_model import ListingView
from sscviewer.gui.tasks import Tasks, Ticket
from sscviewer.gui.trial import Trial
from sscviewer.report.provenance import file_stem, provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscviewer.analysis.patient_page import PatientPage, TrialFrame
    from sscviewer.plots.settings import FigureSettings

PROFILES = "all patients"
COPY_DPI = 300
COPY_WIDTH_MM = 174.0


class Figures(QObject):
    """Makes files of what the session shows; each is drawn anew, light and at its real size.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    begun, advanced, ended
        Writing all patients began (text), is so far (text, 0-1), is over.
    """

    told = Signal(str, str)
    begun = Signal(str)
    advanced = Signal(str, float)
    ended = Signal()

    def __init__(self, session: Session, settings: Settings, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._path = Path()
        self._session = session
        self._settings = settings
        self._window = window
        self._dialog: SaveFigure | None = None

    @Slot()
    def save(self) -> None:
        """Ask how to save the figure."""
        trial, page = self._session.trial, self._session.page
        if trial is None or page is None:
            return
        panels = [("dose", "Dose"), ("events", "Adverse events")]
        panels += [(t.parameter.paramcd, t.parameter.axis_label) for t in page.trajectories]
        study = Path(trial.report.source.name).stem
        dialog = SaveFigure(study, page.usubjid, tuple(panels), self._settings, self.folder(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._save_accepted)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def copy(self) -> None:
        """Copy the rows selected in the table that has the focus, else the figure as an image."""
        focus = QApplication.focusWidget()
        if isinstance(focus, ListingView) and focus.selectionModel().hasSelection():
            focus.copy()
            self.told.emit("Rows copied.", "info")
            return
        page, frame = self._session.page, self._session.frame
        if self._session.view != "patient" or page is None or frame is None:
            return
        from sscviewer.plots.paper import FigureSize
        from sscviewer.plots.save import render_image

        settings = self._settings_of(
            self.footer() if self._settings.flag("figure/footer") else "",
            size=FigureSize(COPY_WIDTH_MM),
            dpi=COPY_DPI,
            font_pt=self._settings.number("figure/font_pt"),
        )
        image = render_image(page, frame, **settings.keywords())
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(f"Figure of patient {self._session.usubjid} copied.", "info")

    @Slot()
    def save_all(self) -> None:
        """Save every patient of the trial to one PDF."""
        trial = self._session.trial
        if trial is None:
            return
        name = Path(trial.report.source.name).stem
        stem = file_stem("{study}", study=name, patient="", view="")
        proposal = self.folder() / f"{stem}_patients.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self._window, "All patients to one PDF", str(proposal), "PDF (*.pdf)"
        )
        if name:
            self._settings.set("files/save_folder", str(Path(name).parent))
            self.write_all(Path(name))

    def write_all(self, path: Path) -> None:
        """Write every patient's page to one PDF in the worker; it can be stopped."""
        trial, frame = self._session.trial, self._session.frame
        if trial is not None and frame is not None:
            work = _Profiles(path, trial, self._settings_of(self.footer()), frame)
            self._path = path
            self.begun.emit(f"Writing {path.name} …")
            self._tasks.run(PROFILES, work, self._all_written, self._not_written, self.advanced.emit)

    @Slot()
    def cancel(self) -> None:
        """Stop writing all patients; nothing is left behind."""
        if self._tasks.is_running(PROFILES):
            self._tasks.cancel(PROFILES)
            self.ended.emit()
            self.told.emit("Cancelled: no file was written.", "info")

    def _all_written(self, n: int) -> None:
        self.ended.emit()
        self.told.emit(f"Saved {n} patients to {self._path.name}.", "info")

    def _not_written(self, error: Exception) -> None:
        from sscviewer.plots.paper import SaveFailed

        self.ended.emit()
        if not isinstance(error, SaveFailed):
            raise error
        self.told.emit(str(error), "error")

    def folder(self) -> Path:
        """Return the folder saved to last, else the user's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        choices = (self._settings.text("files/save_folder"), documents)
        return next((Path(text) for text in choices if text and Path(text).is_dir()), Path.home())

    def footer(self) -> str:
        """Return where the figure comes from: file, checksum, date, program, n, filters."""
        trial = self._session.trial
        if trial is None:
            return ""
        study = trial.study
        return provenance(study.source, len(study.usubjids), is_synthetic=study.is_synthetic)

    def _settings_of(self, footer: str, **more: Any) -> "FigureSettings":
        from sscviewer.plots.settings import FigureSettings

        session = self._session
        unit: Any = session.time_unit
        return FigureSettings(
            time_unit=unit,
            bands=session.bands,
            day_range=session.day_range,
            footer=footer,
            paramcds=session.parameters,
            lane_order=session.lane_order,
            **more,
        )

    @Slot()
    def _save_accepted(self) -> None:
        if self._dialog is not None:
            self.write(self._dialog.choices)
            self._dialog = None

    def write(self, choices: FigureChoices) -> None:
        """Write the figure of the patient shown."""
        from sscviewer.plots.paper import FigureSize, SaveFailed
        from sscviewer.plots.save import save_patient_figure
        from sscviewer.report.manifest import write_manifest

        trial, page, frame = self._session.trial, self._session.page, self._session.frame
        if trial is None or page is None or frame is None:
            return
        settings = self._settings_of(
            self.footer() if choices.footer else "",
            size=FigureSize(choices.width_mm, choices.height_mm or None),
            dpi=choices.dpi,
            font_pt=choices.font_pt,
            panels=(choices.panel,) if choices.panel else None,
        )
        try:
            save_patient_figure(choices.path, page, frame, **settings.keywords())
            if choices.manifest:
                write_manifest(
                    manifest_path(choices.path),
                    source=trial.report.source,
                    n_subjects=len(trial.study.usubjids),
                    settings=settings,
                    files=[(choices.path, page.usubjid)],
                )
        except SaveFailed as error:
            self.told.emit(str(error), "error")
            return
        self.told.emit(f"Saved {choices.path.name} in {choices.path.parent}.", "info")


class _Profiles:
    """The work of writing one page per patient; draws on paper only, so it needs no window."""

    def __init__(self, path: Path, trial: Trial, settings: "FigureSettings", frame: "TrialFrame") -> None:
        self.path, self.trial, self.settings, self.frame = path, trial, settings, frame

    def __call__(self, ticket: Ticket) -> int:
        from sscviewer.report.manifest import write_manifest
        from sscviewer.report.profiles import save_profiles

        trial, settings = self.trial, self.settings
        n = save_profiles(
            self.path,
            self._pages(),
            self.frame,
            total=len(trial.study.usubjids),
            title=f"{Path(trial.report.source.name).stem}: all patients",
            footer=settings.footer,
            time_unit=settings.time_unit,
            bands=settings.bands,
            progress=ticket.progress,
            cancelled=ticket.cancelled,
        )
        if n:
            write_manifest(
                manifest_path(self.path),
                source=trial.report.source,
                n_subjects=len(trial.study.usubjids),
                settings=settings,
                files=[(self.path, "all patients")],
            )
        return n

    def _pages(self) -> "Iterator[PatientPage]":
        from sscviewer.analysis.patient_page import patient_page

        order: Any = self.settings.lane_order
        for usubjid in self.trial.study.usubjids:
            yield patient_page(self.trial.study, usubjid, self.frame, self.settings.paramcds, order)


def manifest_path(path: Path) -> Path:
    """Return where the manifest of a saved file lies: beside it, named after it."""
    return path.with_name(f"{path.name}.json")

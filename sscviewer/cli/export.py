"""Writes the figures, profiles, tables and report of a trial to a folder, without a window."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.patient.patient_page import (
    PatientPage,
    TrialFrame,
    patient_page,
    trial_frame,
    with_models,
)
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.cli.analysis_text import analysis_text
from sscviewer.cli.report_text import report_text
from sscviewer.model.load_report import LoadReport
from sscviewer.model.study import Study
from sscviewer.whole_file import write_whole_file
from sscviewer.workbook import UnusableFile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Progress = Callable[[str, float], None] | None


def export_study(
    study: Study,
    folder: Path,
    *,
    what: Sequence[str] = ("profiles", "figures"),
    formats: Sequence[str] = ("pdf",),
    subjects: Sequence[str] = (),
    plan: AnalysisPlan,
    progress: Progress = None,
) -> list[Path]:
    """Write what is asked for, figures and profiles with a manifest beside them, and return the files.

    Parameters
    ----------
    folder
        Made if it is not there; files of the same name are replaced.
    what
        "figures": each patient's page in each format; "profiles": all patients in one PDF; "tables": each
        table of results as XLSX and CSV; "report": the document as DOCX and PDF.
    subjects
        The patients to write, or to count; none means all.
    plan
        By which everything is counted and modelled.

    Raises
    ------
    UnusableFile
        If a patient is not in the trial or the folder cannot be written to.
    """
    unknown = [usubjid for usubjid in subjects if usubjid not in study.usubjids]
    if unknown:
        few = ", ".join(study.usubjids[:3])
        raise UnusableFile(f"{study.source.name} has no patient {unknown[0]}; its patients are {few} …")
    application = _application()
    try:
        written: list[Path] = []
        if {"figures", "profiles"} & set(what):
            writer = _Writer(study, plan, folder, tuple(subjects) or study.usubjids, progress)
            written += _write_pages(writer, what, formats)
        if {"tables", "report"} & set(what):
            from sscviewer.cli.export_tables import export_results

            written += export_results(study, folder, what, plan, subjects)
        return written
    finally:
        application.shutdown()


def _write_pages(writer: "_Writer", what: Sequence[str], formats: Sequence[str]) -> list[Path]:
    """Write figures and profiles, with the manifest."""
    from sscviewer.plots.paper.figure_files import SaveFailed
    from sscviewer.report.manifest import write_manifest

    study, folder = writer.study, writer.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if "figures" in what:
            writer.figures(formats)
        if "profiles" in what:
            writer.profiles()
        manifest = folder / f"{writer.name}_manifest.json"
        write_manifest(
            manifest,
            source=study.source,
            n_subjects=len(study.usubjids),
            settings=writer.settings,
            files=writer.written,
        )
    except (SaveFailed, OSError) as error:
        reason = str(error) if isinstance(error, SaveFailed) else f"{folder} cannot be written to."
        raise UnusableFile(reason) from error
    return [*(path for path, _ in writer.written), manifest]


def export_demo(
    study: Study, plan: AnalysisPlan, report: LoadReport, folder: Path, progress: Progress
) -> list[Path]:
    """Write the demo trial's report, figures and profiles, and return the files."""
    written = export_study(study, folder, plan=plan, formats=("png",), progress=progress)
    text = folder / "report.txt"
    page = f"{report_text(report)}\n\n{analysis_text(analyse_study(study, plan))}\n"
    write_bytes(text, page.encode("utf-8"))
    return [text, *written]


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    UnusableFile
        If its folder cannot be written to.
    """
    try:
        write_whole_file(path, data)
    except OSError as error:
        raise UnusableFile(f"{path} cannot be written; choose another folder.") from error


def _application() -> "QApplication":
    """Return a Qt application that needs no display: figures are drawn off screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["sscviewer"])


class _Writer:
    """Draws one trial's pages into files and keeps the list of what it wrote."""

    def __init__(
        self,
        study: Study,
        plan: AnalysisPlan,
        folder: Path,
        usubjids: tuple[str, ...],
        progress: Progress,
    ) -> None:
        from sscviewer.plots.paper.figure_settings import FigureSettings
        from sscviewer.report.provenance import provenance

        self.study = study
        self.folder = folder
        self.usubjids = usubjids
        self.progress = progress
        self.name = Path(study.source.name).stem
        self.parameters = default_parameters(study)
        self.frame: TrialFrame = with_models(study, plan, trial_frame(study, self.parameters))
        footer = provenance(study.source, len(study.usubjids), is_synthetic=study.is_synthetic)
        self.settings = FigureSettings(footer=footer, paramcds=self.parameters)
        self.written: list[tuple[Path, str]] = []

    def figures(self, formats: Sequence[str]) -> None:
        """Write each patient's page in each format."""
        from sscviewer.plots.patient.save import save_patient_figure
        from sscviewer.report.provenance import PATTERN, file_stem

        for position, page in enumerate(self._pages()):
            stem = file_stem(PATTERN, study=self.name, patient=page.usubjid, view="profile")
            for suffix in formats:
                path = self.folder / f"{stem}.{suffix}"
                save_patient_figure(path, page, self.frame, **self.settings.keywords())
                self.written.append((path, page.usubjid))
            self._tell("Writing figures", position + 1)

    def profiles(self) -> None:
        """Write all patients into one PDF with an index."""
        from sscviewer.report.profiles import save_profiles

        path = self.folder / f"{self.name}_profiles.pdf"
        save_profiles(
            path,
            self._pages(),
            self.frame,
            total=len(self.usubjids),
            title=self.study.source.name,
            footer=self.settings.footer,
            progress=self.progress,
        )
        self.written.append((path, "all patients"))

    def _pages(self) -> Iterator[PatientPage]:
        for usubjid in self.usubjids:
            yield patient_page(self.study, usubjid, self.frame, self.parameters)

    def _tell(self, what: str, done: int) -> None:
        if self.progress is not None:
            self.progress(what, done / len(self.usubjids))

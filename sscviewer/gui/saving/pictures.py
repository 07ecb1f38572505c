"""Draws the pages of patients and the views of the whole trial into files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscviewer.gui.saving.trial_folder import TrialFolder
from sscviewer.report.manifest import Made
from sscviewer.report.provenance import PATTERN, file_stem
from sscviewer.report.what import TABLE_FORMATS

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_settings import FigureSettings

WHOLE_TRIAL = "whole_trial"
"""The folder of the pictures of the whole trial, beside those of the patients."""


class Pictures:
    """Pages of patients and views of the whole trial.

    What writes several files returns them for the manifest; the others write the one file they are given.
    """

    def __init__(self, to: TrialFolder) -> None:
        self._to = to

    def patient(
        self, usubjid: str, formats: Sequence[str], settings: "FigureSettings | None" = None
    ) -> list[Made]:
        """Write one patient's page."""
        stem = file_stem(PATTERN, study=self._to.name, patient=usubjid, view="profile")
        how, made = settings or self._to.settings, []
        for path in self._to.paths(stem, formats):
            self.page(path, usubjid, how)
            made.append(Made(path, "patient", usubjid, settings=how))
        return made

    def page(self, path: Path, usubjid: str, settings: "FigureSettings") -> None:
        """Write one patient's page to a file."""
        from sscviewer.plots.patient.save import save_patient_figure

        page = self._to.page_of(usubjid, settings)
        save_patient_figure(path, page, self._to.frame_of(settings), settings)

    def comparison(self, path: Path, choices: Mapping[str, Any], settings: "FigureSettings") -> None:
        """Write a few patients beside each other to a file."""
        from sscviewer.analysis.cohort.side_by_side import SideBySide
        from sscviewer.report.comparison import comparison_on_paper, save_comparison

        wanted = SideBySide.of_json(choices)
        pages = [self._to.page_of(usubjid, settings) for usubjid in wanted.usubjids]
        frame = self._to.frame_of(settings)
        paper = comparison_on_paper(self._to.study, self._to.plan, frame, pages, wanted, settings)
        save_comparison(path, paper, wanted, settings)

    def patients(self) -> list[Made]:
        """Write all patients into one PDF with an index."""
        (path,) = self._to.paths(f"{self._to.name}_profiles", ("pdf",))
        self.profiles(path, self._to.settings)
        return [Made(path, "patients", "all patients", settings=self._to.settings)]

    def profiles(self, path: Path, settings: "FigureSettings") -> None:
        """Write all patients to a file."""
        from sscviewer.report.profiles import save_profiles

        pages = (self._to.page_of(usubjid, settings) for usubjid in self._to.usubjids)
        n, total = len(self._to.usubjids), len(self._to.study.usubjids)
        who = "all patients" if n == total else f"{n} of {total} patients"
        save_profiles(
            path,
            pages,
            self._to.frame_of(settings),
            total=n,
            title=f"{self._to.title}: {who}",
            footer=settings.footer,
            time_unit=settings.time_unit,
            bands=settings.bands,
        )

    def view(self, name: str, choices: Mapping[str, Any], formats: Sequence[str], tables: bool) -> list[Made]:
        """Write picture and table of a view of the whole trial."""
        from sscviewer.plots.paper.figure_files import TooTall

        figure, table, chosen = self._to.views.made(name, choices)
        page, _, view = name.partition("/")
        stem, made = file_stem("{study}_{view}", study=self._to.name, patient="", view=f"{page}_{view}"), []
        paths = self._to.paths(stem, (*formats, *TABLE_FORMATS))
        drawn = [self._to.folder / WHOLE_TRIAL / path.name for path in paths[: len(formats)]]
        if figure is not None and formats:
            settings = replace(self._to.settings, footer=self._to.footer)
            for path in drawn:
                self._to.make_room(path)
                try:
                    self._figure(path, figure, settings)
                except TooTall as error:
                    self._to.left_out.append(str(error))
                    break
                made.append(Made(path, "view figure", name, chosen, settings))
        if table is not None and tables:
            for path in paths[len(formats) :]:
                self._to.table(path, table)
                made.append(Made(path, "view table", name, chosen))
        return made

    def view_again(
        self, path: Path, name: str, choices: Mapping[str, Any], settings: "FigureSettings | None"
    ) -> bool:
        """Write the picture (with settings) or the table of a view to a file; False where it has none."""
        figure, table, _ = self._to.views.made(name, choices)
        if settings is not None and figure is not None:
            self._figure(path, figure, settings)
            return True
        if settings is None and table is not None:
            self._to.table(path, table)
            return True
        return False

    def _figure(self, path: Path, figure: "Figure", settings: "FigureSettings") -> None:
        from sscviewer.plots.charts.chart import save_chart

        save_chart(
            path,
            figure,
            size=settings.size,
            dpi=settings.dpi,
            font_pt=settings.font_pt,
            footer=settings.footer,
            look=settings.look,
        )

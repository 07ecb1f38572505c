"""The figure of a few patients beside each other, for the window and for `export --manifest` alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.cohort.side_by_side import ComparedLines, SideBySide, alignments, anchor_days, courses
from sscviewer.plots.charts.chart import Figure, chart_on_paper
from sscviewer.plots.charts.overlaid import OverlaidPlot
from sscviewer.plots.paper.figure_files import save_paper
from sscviewer.plots.patient.abreast import abreast_on_paper
from sscviewer.plots.patient.page_drawing import whole_range

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.model.study import Study
    from sscviewer.plots.paper.figure_files import Paper
    from sscviewer.plots.paper.figure_settings import FigureSettings

Days = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The days of pages beside each other.

    Attributes
    ----------
    shifts
        Days by which each page is moved; 0 for a patient without the day that time is aligned on.
    missing
        Who they are.
    words
        What time is aligned on.
    """

    shifts: tuple[float, ...]
    missing: tuple[str, ...]
    words: str

    def whole(self, frame: TrialFrame) -> Days:
        """Return the days to show before anybody zooms, of a page that is not moved."""
        first, last = whole_range(frame)
        return first - max(self.shifts, default=0.0), last - min(self.shifts, default=0.0)

    def ranges(self, days: Days) -> tuple[Days, ...]:
        """Return the study days of each page."""
        return tuple((days[0] + shift, days[1] + shift) for shift in self.shifts)

    def note(self) -> str:
        """Return who could not be aligned, in a sentence; "" where everybody is."""
        if not self.missing:
            return ""
        return f"Without {self.words}, aligned on day 1: {', '.join(self.missing)}."


def aligned(study: Study, plan: AnalysisPlan, wanted: SideBySide) -> Aligned:
    """Return how the pages of a comparison are moved against each other."""
    days = anchor_days(study, plan, wanted.usubjids, wanted.on)
    without = np.isnan(days)
    return Aligned(
        tuple(np.where(without, 0.0, days).tolist()),
        tuple(u for u, is_without in zip(wanted.usubjids, without, strict=True) if is_without),
        words_of(study, wanted),
    )


def words_of(study: Study, wanted: SideBySide) -> str:
    """Return what a comparison is aligned on."""
    return alignments(study, wanted.usubjids).get(wanted.on, wanted.on.rpartition(":")[2].lower())


def overlaid_figure(study: Study, plan: AnalysisPlan, wanted: SideBySide, unit: str) -> Figure:
    """Return the lines in one picture; `unit` is "months" or "days"."""
    data, on = courses(study, plan, wanted, unit), words_of(study, wanted)
    measure = "" if wanted.measure == "value" else ", change from baseline"
    title = f"{data.parameter.axis_label}{measure}: {len(data.lines)} patients, aligned on {on}"
    return Figure("comparison", title, partial(OverlaidPlot, data=data, on=on), note=_note(data))


def _note(data: ComparedLines) -> str:
    parts = ["Observed values, one a visit." if data.visits else "Observed values, one a day."]
    if any(not np.isnan(line.stop) for line in data.lines):
        parts.append("× on the time axis: the patient stopped.")
    if data.missing:
        parts.append(f"Not shown: {'; '.join(f'{who}: {why}' for who, why in data.missing)}.")
    return " ".join(parts)


def title_of(wanted: SideBySide) -> str:
    """Return what a saved comparison is called."""
    return f"Patients {', '.join(wanted.usubjids)}"


def comparison_on_paper(
    study: Study,
    plan: AnalysisPlan,
    frame: TrialFrame,
    pages: Sequence[PatientPage],
    wanted: SideBySide,
    settings: FigureSettings,
) -> Paper:
    """Return a comparison at its size on paper.

    Parameters
    ----------
    pages
        Of the patients compared, in their order; not looked at where lines are overlaid.

    Raises
    ------
    SaveFailed
        If it does not fit.
    """
    if wanted.shows == "overlaid":
        figure = overlaid_figure(study, plan, wanted, unit_of(settings.time_unit))
        return chart_on_paper(
            figure,
            size=settings.size,
            font_pt=settings.font_pt,
            footer=settings.footer,
            look=settings.look,
        )
    how = aligned(study, plan, wanted)
    return abreast_on_paper(
        pages,
        frame,
        how.ranges(settings.day_range or how.whole(frame)),
        size=settings.size,
        font_pt=settings.font_pt,
        time_unit=settings.time_unit,
        bands=settings.bands,
        note=f"Aligned on {how.words}. {how.note()}".strip(),
        footer=settings.footer,
        look=settings.look,
    )


def unit_of(time_unit: str) -> str:
    """Return the unit of time since an anchor; calendar dates become days."""
    return "months" if time_unit == "months" else "days"


def save_comparison(path: Path, paper: Paper, wanted: SideBySide, settings: FigureSettings) -> None:
    """Save a comparison; the suffix of `path` says the format (raises SaveFailed)."""
    save_paper(path, paper, title=title_of(wanted), description=settings.footer, dpi=settings.dpi)

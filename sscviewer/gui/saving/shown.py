"""What is on screen to be saved, as it was when the user asked, and how it is laid out on paper as chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.state.figure_looks import page_look
from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.side_by_side import SideBySide
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.gui.state.trial import Trial
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_files import Paper
    from sscviewer.plots.paper.figure_settings import FigureSettings
    from sscviewer.report.manifest import Origin


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be saved, as it was when the user asked for it.

    Attributes
    ----------
    trial, page, frame
        The file, the patient's page and what all pages share.
    figure
        The picture; None for the whole page of the patient.
    footer
        Where it comes from, with the filter in force where it is of the whole trial.
    settings
        How the patient's page is drawn; `size` and the like are chosen in the dialog.
    origin
        File, plan and patients it is made from.
    view, choices
        Of a figure of the whole trial: "page/view", and what is chosen in it.
    comparison, pages
        The patients beside each other; None for one patient, and of the whole trial.
    """

    trial: "Trial"
    page: "PatientPage | None"
    frame: "TrialFrame | None"
    figure: "Figure | None"
    footer: str
    settings: "Callable[..., FigureSettings]"
    origin: "Origin"
    view: str = ""
    choices: "Mapping[str, Any]" = field(default_factory=dict)
    comparison: "SideBySide | None" = None
    pages: "tuple[PatientPage, ...]" = ()


def look_name(shown: Shown) -> str:
    """Return under which name the look of what is shown is kept."""
    if shown.comparison is not None:
        return f"comparison/{shown.comparison.shows}"
    if shown.figure is not None:
        return shown.figure.name
    return page_look(shown.page.usubjid if shown.page is not None else "")


def settings_of(shown: Shown, choices: FigureChoices) -> "FigureSettings":
    """Return everything that decides what the file looks like."""
    from sscviewer.plots.paper.figure_files import FigureSize

    return shown.settings(
        footer=shown.footer if choices.footer else "",
        size=FigureSize(choices.width_mm, choices.height_mm or None),
        dpi=choices.dpi,
        font_pt=choices.font_pt,
        panels=choices.panels,
        look=choices.look,
    )


def title_words(shown: Shown, choices: FigureChoices) -> str:
    """Return the title that a file tells of itself."""
    if shown.comparison is not None:
        from sscviewer.report.comparison import title_of

        return title_of(shown.comparison)
    if shown.figure is None:
        return f"Patient {shown.page.usubjid}" if shown.page is not None else ""
    return shown.figure.title if choices.look.title is None else choices.look.title


def paper_of(shown: Shown, choices: FigureChoices) -> "Paper":
    """Return what is shown, laid out as chosen.

    Raises
    ------
    SaveFailed
        If it does not fit, with one sentence that says what to do.
    """
    from sscviewer.plots.charts.chart import chart_on_paper
    from sscviewer.plots.paper.figure_files import SaveFailed
    from sscviewer.plots.patient.save import lay_out_on_paper
    from sscviewer.report.comparison import comparison_on_paper

    how = settings_of(shown, choices)
    if shown.figure is not None:
        return chart_on_paper(
            shown.figure, size=how.size, font_pt=how.font_pt, footer=how.footer, look=how.look
        )
    if shown.comparison is not None and shown.frame is not None:
        study, plan = shown.trial.study, shown.origin.plan
        return comparison_on_paper(study, plan, shown.frame, shown.pages, shown.comparison, how)
    if shown.page is None or shown.frame is None:
        raise SaveFailed("There is no figure to save.")
    return lay_out_on_paper(shown.page, shown.frame, how)


def paper_or_reason(shown: Shown, choices: FigureChoices) -> "Paper | str":
    """Return what is shown, laid out as chosen, or the sentence why it cannot be."""
    from sscviewer.plots.paper.figure_files import SaveFailed

    try:
        return paper_of(shown, choices)
    except SaveFailed as error:
        return str(error)


def settings_now(session: Session) -> "Callable[..., FigureSettings]":
    """Return what makes the settings of a figure of what the session shows now; the rest is given later."""
    from sscviewer.plots.paper.figure_settings import FigureSettings

    unit: Any = session.time_unit
    return partial(
        FigureSettings,
        time_unit=unit,
        bands=session.bands,
        day_range=session.day_range,
        paramcds=session.parameters,
        lane_order=session.lane_order,
        events=session.events,
        models=session.frame is None or bool(session.frame.models),
    )

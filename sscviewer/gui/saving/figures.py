"""Saving and copying the figure on screen: of a patient, or of the whole trial."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.dialogs.save_figure import SaveFigure, Subject
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.saving.origin import footer_words, manifest_path, origin_now, save_folder, study_name
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.side_by_side import SideBySide
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.gui.state.trial import Trial
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_files import Paper
    from sscviewer.plots.paper.figure_settings import FigureSettings
    from sscviewer.report.manifest import Made, Origin

COPY_DPI = 300
COPY_WIDTH_MM = 174.0


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


class Figures(QObject):
    """Makes files of what is on screen; each is drawn anew, light and at its real size.

    Attributes
    ----------
    whole_trial
        Returns the figure of the whole trial on screen, None on a page without one.
    about_view
        Returns "page/view" of it and what is chosen there.
    comparison
        Returns the patients beside each other on screen, None without.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    told = Signal(str, str)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self.dialog: SaveFigure | None = None
        self.whole_trial: Callable[[], Figure | None] = lambda: None
        self.about_view: Callable[[], tuple[str, Mapping[str, Any]]] = lambda: ("", {})
        self.comparison: Callable[[], SideBySide | None] = lambda: None

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure to save on screen."""
        if self._session.view == "patient":
            return self._session.page is not None
        return self.whole_trial() is not None

    @property
    def can_copy(self) -> bool:
        """Whether there is something to copy: rows selected in a table, or the figure on screen."""
        focus = QApplication.focusWidget()
        if isinstance(focus, ListingView) and focus.selectionModel().hasSelection():
            return True
        return self.has_figure

    @Slot()
    def save(self) -> None:
        """Ask how to save the figure."""
        page, study, figure = self._session.page, study_name(self._session), None
        compared = self.comparison() if self._session.view == "patient" else None
        if compared is not None:
            words = f"patients {', '.join(compared.usubjids)}"
            subject = Subject(study, "", "_".join(("comparison", *compared.usubjids)), words)
        elif self._session.view == "patient" and page is not None:
            from sscviewer.analysis.shown_parameters import LANES  # there is a trial

            panels = [("dose", "Dose"), ("events", "Adverse events")]
            panels += [(t.parameter.paramcd, t.parameter.axis_label) for t in page.trajectories]
            panels += [(name, LANES[name]) for name in self._session.parameters if name in LANES]
            subject = Subject(study, page.usubjid, "profile", f"patient {page.usubjid}", tuple(panels))
        else:
            figure = self.whole_trial()
            if figure is None:
                return
            subject = Subject(study, "", figure.name, f"“{figure.title}”")
        self._ask(subject, self.shown(figure), self._window)

    @Slot(str)
    def save_panel(self, panel: str) -> None:
        """Ask how to save one panel of the patient's page."""
        self.save()
        if self.dialog is not None:
            self.dialog.what.setCurrentIndex(max(self.dialog.what.findData(panel), 0))

    @Slot(object, object)
    def take_of_patient(self, figure: "Figure", window: QWidget | None) -> None:
        """Ask how to save a figure about the patient shown; without a window for the question copy it."""
        if window is None:
            self._copy_chart(figure, of_all=False)
            return
        usubjid = self._session.usubjid
        subject = Subject(study_name(self._session), usubjid, figure.name, f"“{figure.title}”")
        self._ask(subject, self.shown(figure, of_all=False), window)

    def shown(self, figure: "Figure | None" = None, *, of_all: bool = True) -> Shown | None:
        """Return what is on screen to be saved: the patient's page, or a figure of the trial or a patient."""
        session, trial = self._session, self._session.trial
        if trial is None:
            return None
        footer = footer_words(session, of_all=figure is not None and of_all)
        whole = figure is not None and of_all
        view, choices = self.about_view() if whole else ("", {})
        origin = origin_now(session, trial, of_all=whole)
        how = settings_now(session)
        compared = self.comparison() if figure is None and session.view == "patient" else None
        pages = tuple(map(session.page_of, compared.usubjids)) if compared is not None else ()
        return Shown(
            *(trial, session.page, session.frame, figure, footer, how, origin, view, choices),
            comparison=compared,
            pages=pages,
        )

    def _ask(self, subject: Subject, shown: Shown | None, window: QWidget) -> None:
        if shown is None:
            return
        dialog = SaveFigure(subject, self._settings, save_folder(self._settings), window)
        self.dialog = dialog
        # Nothing but the patient's own page changes with the patient.
        of_patient = bool(subject.patient)
        ask(self._session, dialog, lambda: self.write(dialog.choices, shown), of_patient=of_patient)

    @Slot()
    def copy(self) -> None:
        """Copy the rows selected in the table that has the focus, else the figure as an image."""
        focus = QApplication.focusWidget()
        if isinstance(focus, ListingView) and focus.selectionModel().hasSelection():
            focus.copy()
            self.told.emit("Rows copied.", "info")
            return
        if self._session.view == "patient":
            self._copy_patient()
            return
        figure = self.whole_trial()
        if figure is not None:
            self._copy_chart(figure, of_all=True)

    def _copy_chart(self, figure: "Figure", *, of_all: bool) -> None:
        from sscviewer.plots.charts.chart import chart_image
        from sscviewer.plots.paper.figure_files import FigureSize, SaveFailed

        size, font = FigureSize(COPY_WIDTH_MM), self._settings.number("figure/font_pt")
        footer = self._footer(of_all=of_all)
        try:
            image = chart_image(figure, size=size, dpi=COPY_DPI, font_pt=font, footer=footer)
        except SaveFailed as error:
            self.told.emit(str(error), "error")
            return
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(f"“{figure.title}” copied.", "info")

    def _copy_patient(self) -> None:
        page, frame = self._session.page, self._session.frame
        if page is None or frame is None:
            return
        shown = self.shown()
        from sscviewer.plots.paper.figure_files import FigureSize, SaveFailed
        from sscviewer.plots.patient.save import render_image
        from sscviewer.report.comparison import comparison_image

        settings = settings_now(self._session)(
            footer=self._footer(of_all=False),
            size=FigureSize(COPY_WIDTH_MM),
            dpi=COPY_DPI,
            font_pt=self._settings.number("figure/font_pt"),
        )
        try:
            if shown is not None and shown.comparison is not None:
                image = comparison_image(paper_of(shown, settings), shown.comparison, COPY_DPI)
            else:
                image = render_image(page, frame, settings)
        except SaveFailed as error:
            self.told.emit(str(error), "error")
            return
        QGuiApplication.clipboard().setImage(image)
        who = "patients compared" if self.comparison() is not None else f"patient {self._session.usubjid}"
        self.told.emit(f"Figure of {who} copied.", "info")

    def _footer(self, *, of_all: bool) -> str:
        return footer_words(self._session, of_all=of_all) if self._settings.flag("figure/footer") else ""

    def write(self, choices: FigureChoices, shown: Shown | None = None) -> None:
        """Write what was asked for; without it what is on screen now."""
        from sscviewer.plots.charts.chart import save_chart
        from sscviewer.plots.paper.figure_files import FigureSize, SaveFailed
        from sscviewer.plots.patient.save import save_patient_figure
        from sscviewer.report.comparison import save_comparison
        from sscviewer.report.manifest import write_manifest

        shown = shown or self.shown()
        if shown is None:
            return
        figure, page = shown.figure, shown.page
        size = FigureSize(choices.width_mm, choices.height_mm or None)
        footer = shown.footer if choices.footer else ""
        panels = (choices.panel,) if choices.panel else None
        settings = shown.settings(
            footer=footer, size=size, dpi=choices.dpi, font_pt=choices.font_pt, panels=panels
        )
        try:
            if figure is not None:
                save_chart(
                    choices.path, figure, size=size, dpi=choices.dpi, font_pt=choices.font_pt, footer=footer
                )
            elif shown.comparison is not None:
                save_comparison(choices.path, paper_of(shown, settings), shown.comparison, settings)
            elif page is not None and shown.frame is not None:
                save_patient_figure(choices.path, page, shown.frame, settings)
            else:
                return
            if choices.manifest:
                write_manifest(
                    manifest_path(choices.path), shown.origin, [_made(choices.path, shown, settings)]
                )
        except SaveFailed as error:
            self.told.emit(str(error), "error")
            return
        self.told.emit(f"Saved {choices.path.name} in {choices.path.parent}.", "info")


def _made(path: Path, shown: Shown, settings: "FigureSettings") -> "Made":
    from sscviewer.report.manifest import Made

    if shown.comparison is not None:
        return Made(path, "comparison", shown.comparison.shows, shown.comparison.to_json(), settings)
    if shown.figure is None or not shown.view:
        usubjid = shown.page.usubjid if shown.page is not None else ""
        return Made(path, "patient", usubjid, settings=settings)
    return Made(path, "view figure", shown.view, shown.choices, settings)


def paper_of(shown: Shown, settings: "FigureSettings") -> "Paper":
    """Return the patients beside each other at their size on paper (raises SaveFailed)."""
    from sscviewer.report.comparison import comparison_on_paper

    assert shown.comparison is not None
    assert shown.frame is not None
    study, plan = shown.trial.study, shown.origin.plan
    return comparison_on_paper(study, plan, shown.frame, shown.pages, shown.comparison, settings)


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
    )

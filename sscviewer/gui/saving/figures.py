"""Saving and copying the figure on screen: of a patient, or of the whole trial."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.saving.origin import footer_words, manifest_path, origin_now, save_folder, study_name
from sscviewer.gui.saving.shown import (
    Shown,
    look_name,
    paper_of,
    paper_or_reason,
    settings_now,
    settings_of,
    title_words,
)
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.side_by_side import SideBySide
    from sscviewer.gui.dialogs.save_figure import SaveFigure, Subject
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_settings import FigureSettings
    from sscviewer.report.manifest import Made

AXES = {"x": "Horizontal axis", "y": "Vertical axis"}
COPY_DPI = 300
COPY_WIDTH_MM = 174.0


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
        from sscviewer.gui.dialogs.save_figure import Subject

        page, study, figure = self._session.page, study_name(self._session), None
        compared = self.comparison() if self._session.view == "patient" else None
        if compared is not None:
            words = f"patients {', '.join(compared.usubjids)}"
            view, notes = "_".join(("comparison", *compared.usubjids)), compared.shows == "overlaid"
            subject = Subject(study, "", view, words, takes_notes=notes)
        elif self._session.view == "patient" and page is not None:
            from sscviewer.analysis.shown_parameters import LANES  # there is a trial

            panels = [("dose", "Dose"), ("events", "Adverse events")]
            panels += [(t.parameter.paramcd, t.parameter.axis_label) for t in page.trajectories]
            panels += [(name, LANES[name]) for name in self._session.parameters if name in LANES]
            words, axes = f"patient {page.usubjid}", {"x": "Study days"}
            subject = Subject(study, page.usubjid, "profile", words, tuple(panels), axes=axes)
        else:
            figure = self.whole_trial()
            if figure is None:
                return
            subject = _of_figure(study, "", figure)
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
        subject = _of_figure(study_name(self._session), usubjid, figure)
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

    def _ask(self, subject: "Subject", shown: Shown | None, window: QWidget) -> None:
        from sscviewer.gui.dialogs.save_figure import SaveFigure

        if shown is None:
            return
        look, folder = self._session.looks.of(look_name(shown)), save_folder(self._settings)
        make = partial(paper_or_reason, shown)
        dialog = SaveFigure(subject, self._settings, folder, make, look, window)
        dialog.told.connect(self.told)
        self.dialog = dialog
        # Nothing but the patient's own page changes with the patient.
        ask(
            self._session,
            dialog,
            lambda: self._answered(dialog.choices, shown),
            of_patient=bool(subject.patient),
        )
        dialog.draw()

    def _answered(self, choices: FigureChoices, shown: Shown) -> None:
        self._session.looks.set(look_name(shown), choices.look)
        self.write(choices, shown)

    @Slot()
    def copy_drawing(self) -> None:
        """Copy the figure on screen as a drawing: SVG and PDF, and a picture for other programs."""
        from sscviewer.gui.dialogs.hand_over import copy_as_drawing

        figure = None if self._session.view == "patient" else self.whole_trial()
        shown = self.shown(figure)
        if shown is None or (figure is None and self._session.view != "patient"):
            return
        self.told.emit(*copy_as_drawing(paper_or_reason(shown, self._copied(shown))))

    @Slot()
    def copy(self) -> None:
        """Copy the rows selected in the table that has the focus, else the figure as an image."""
        focus = QApplication.focusWidget()
        if isinstance(focus, ListingView) and focus.selectionModel().hasSelection():
            focus.copy()
            self.told.emit(tr("Rows copied."), "info")
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
            look = self._session.looks.of(figure.name)
            image = chart_image(figure, size=size, dpi=COPY_DPI, font_pt=font, footer=footer, look=look)
        except SaveFailed as error:
            self.told.emit(error_words(error), "error")
            return
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(tr("“{title}” copied.").format(title=figure.title), "info")

    def _copy_patient(self) -> None:
        shown = self.shown()
        if shown is None or shown.page is None:
            return
        from sscviewer.plots.paper.figure_files import SaveFailed, image_of_pdf, pdf_bytes

        choices = self._copied(shown)
        try:
            image = image_of_pdf(pdf_bytes(paper_of(shown, choices), title_words(shown, choices)), COPY_DPI)
        except SaveFailed as error:
            self.told.emit(error_words(error), "error")
            return
        QGuiApplication.clipboard().setImage(image)
        who = "patients compared" if shown.comparison is not None else f"patient {self._session.usubjid}"
        self.told.emit(tr("Figure of {who} copied.").format(who=who), "info")

    def _copied(self, shown: Shown) -> FigureChoices:
        """Return how a figure is copied: across a page, with its look."""
        look, font_pt = self._session.looks.of(look_name(shown)), self._settings.number("figure/font_pt")
        footer = self._settings.flag("figure/footer")
        return FigureChoices(Path(), COPY_WIDTH_MM, 0.0, COPY_DPI, font_pt, None, footer, False, look)

    def _footer(self, *, of_all: bool) -> str:
        return footer_words(self._session, of_all=of_all) if self._settings.flag("figure/footer") else ""

    def write(self, choices: FigureChoices, shown: Shown | None = None) -> None:
        """Write what was asked for; without it what is on screen now."""
        from sscviewer.plots.paper.figure_files import SaveFailed, check_format, save_paper
        from sscviewer.report.manifest import write_manifest

        shown = shown or self.shown()
        if shown is None or (shown.figure is None and shown.page is None):
            return
        settings = settings_of(shown, choices)
        try:
            check_format(choices.path)
            paper = paper_of(shown, choices)
            title = title_words(shown, choices)
            save_paper(choices.path, paper, title=title, description=settings.footer, dpi=choices.dpi)
            if choices.manifest:
                write_manifest(
                    manifest_path(choices.path), shown.origin, [_made(choices.path, shown, settings)]
                )
        except SaveFailed as error:
            self.told.emit(error_words(error), "error")
            return
        self.told.emit(
            tr("Saved {name} in {parent}.").format(name=choices.path.name, parent=choices.path.parent), "info"
        )


def _of_figure(study: str, patient: str, figure: "Figure") -> "Subject":
    """Return what the dialog needs to know of a figure."""
    from sscviewer.gui.dialogs.save_figure import Subject
    from sscviewer.plots.ink import Ink
    from sscviewer.plots.style import PAPER_PT, paper_style

    chart = figure.make(Ink(paper_style(PAPER_PT)))
    axes = {axis: AXES[axis] for axis in "xy" if axis in chart.zooms}
    words, series = f"“{figure.title}”", chart.series_names
    return Subject(study, patient, figure.name, words, title=figure.title, axes=axes, series=series)


def _made(path: Path, shown: Shown, settings: "FigureSettings") -> "Made":
    from sscviewer.report.manifest import Made

    if shown.comparison is not None:
        return Made(path, "comparison", shown.comparison.shows, shown.comparison.to_json(), settings)
    usubjid = shown.page.usubjid if shown.page is not None else ""
    if shown.figure is None:
        return Made(path, "patient", usubjid, settings=settings)
    if not shown.view:
        return Made(path, "skin map", usubjid, settings=settings)
    return Made(path, "view figure", shown.view, shown.choices, settings)

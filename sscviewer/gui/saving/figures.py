"""Saving and copying the figure on screen: of a patient, or of the whole trial."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.dialogs.save_figure import SaveFigure, Subject
from sscviewer.gui.panes.table_model import ListingView
from sscviewer.gui.saving.origin import footer_words, manifest_path, save_folder, study_name
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_settings import FigureSettings

COPY_DPI = 300
COPY_WIDTH_MM = 174.0


class Figures(QObject):
    """Makes files of what is on screen; each is drawn anew, light and at its real size.

    Attributes
    ----------
    whole_trial
        Returns the figure of the whole trial on screen, None on a page without one.

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
        self._dialog: SaveFigure | None = None
        self._figure: Figure | None = None
        self._of_all = True
        self.whole_trial: Callable[[], Figure | None] = lambda: None

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure to save on screen."""
        if self._session.view == "patient":
            return self._session.page is not None
        return self.whole_trial() is not None

    @Slot()
    def save(self) -> None:
        """Ask how to save the figure."""
        page, study = self._session.page, study_name(self._session)
        self._figure, self._of_all = None, True
        if self._session.view == "patient" and page is not None:
            panels = [("dose", "Dose"), ("events", "Adverse events")]
            panels += [(t.parameter.paramcd, t.parameter.axis_label) for t in page.trajectories]
            subject = Subject(study, page.usubjid, "profile", f"patient {page.usubjid}", tuple(panels))
        else:
            self._figure = self.whole_trial()
            if self._figure is None:
                return
            subject = Subject(study, "", self._figure.name, f"“{self._figure.title}”")
        self._ask(subject, self._window)

    @Slot(object, object)
    def take_of_patient(self, figure: "Figure", window: QWidget | None) -> None:
        """Ask how to save a figure about the patient shown; without a window for the question copy it."""
        if window is None:
            self._copy_chart(figure, of_all=False)
            return
        self._figure, self._of_all = figure, False
        usubjid = self._session.usubjid
        subject = Subject(study_name(self._session), usubjid, figure.name, f"“{figure.title}”")
        self._ask(subject, window)

    def _ask(self, subject: Subject, window: QWidget) -> None:
        dialog = SaveFigure(subject, self._settings, save_folder(self._settings), window)
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
        if self._session.view == "patient":
            self._copy_patient()
            return
        figure = self.whole_trial()
        if figure is not None:
            self._copy_chart(figure, of_all=True)

    def _copy_chart(self, figure: "Figure", *, of_all: bool) -> None:
        from sscviewer.plots.charts.chart import chart_image
        from sscviewer.plots.paper.figure_files import FigureSize

        size, font = FigureSize(COPY_WIDTH_MM), self._settings.number("figure/font_pt")
        footer = self._footer(of_all=of_all)
        image = chart_image(figure, size=size, dpi=COPY_DPI, font_pt=font, footer=footer)
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(f"“{figure.title}” copied.", "info")

    def _copy_patient(self) -> None:
        page, frame = self._session.page, self._session.frame
        if page is None or frame is None:
            return
        from sscviewer.plots.paper.figure_files import FigureSize
        from sscviewer.plots.patient.save import render_image

        settings = settings_of(
            self._session,
            self._footer(of_all=False),
            size=FigureSize(COPY_WIDTH_MM),
            dpi=COPY_DPI,
            font_pt=self._settings.number("figure/font_pt"),
        )
        image = render_image(page, frame, **settings.keywords())
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(f"Figure of patient {self._session.usubjid} copied.", "info")

    def _footer(self, *, of_all: bool) -> str:
        return footer_words(self._session, of_all=of_all) if self._settings.flag("figure/footer") else ""

    @Slot()
    def _save_accepted(self) -> None:
        if self._dialog is not None:
            choices, figure = self._dialog.choices, self._figure
            self._dialog = self._figure = None
            self.write(choices, figure, of_all=self._of_all)

    def write(self, choices: FigureChoices, figure: "Figure | None" = None, *, of_all: bool = True) -> None:
        """Write the page of the patient shown, or a figure; `of_all` says whether of the whole trial."""
        from sscviewer.plots.charts.chart import save_chart
        from sscviewer.plots.paper.figure_files import FigureSize, SaveFailed
        from sscviewer.plots.patient.save import save_patient_figure
        from sscviewer.report.manifest import write_manifest

        trial, page, frame = self._session.trial, self._session.page, self._session.frame
        if trial is None:
            return
        size = FigureSize(choices.width_mm, choices.height_mm or None)
        is_of_all = figure is not None and of_all
        footer = footer_words(self._session, of_all=is_of_all) if choices.footer else ""
        panels = (choices.panel,) if choices.panel else None
        settings = settings_of(
            self._session, footer, size=size, dpi=choices.dpi, font_pt=choices.font_pt, panels=panels
        )
        try:
            if figure is not None:
                save_chart(
                    choices.path, figure, size=size, dpi=choices.dpi, font_pt=choices.font_pt, footer=footer
                )
            elif page is not None and frame is not None:
                save_patient_figure(choices.path, page, frame, **settings.keywords())
            else:
                return
            if choices.manifest:
                write_manifest(
                    manifest_path(choices.path),
                    source=trial.report.source,
                    n_subjects=len(trial.study.usubjids),
                    settings=settings,
                    files=[(choices.path, figure.title if figure else self._session.usubjid)],
                )
        except SaveFailed as error:
            self.told.emit(str(error), "error")
            return
        self.told.emit(f"Saved {choices.path.name} in {choices.path.parent}.", "info")


def settings_of(session: Session, footer: str, **more: Any) -> "FigureSettings":
    """Return how a figure of what the session shows is drawn."""
    from sscviewer.plots.paper.figure_settings import FigureSettings

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

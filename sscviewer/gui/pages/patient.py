"""The patient page: head, controls and the figure, drawn from the session."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.pages.events_bar import EventsBar
from sscviewer.gui.pages.map_links import MapLinks
from sscviewer.gui.pages.patient_head import PatientHead
from sscviewer.gui.pages.view_bar import ViewBar
from sscviewer.gui.panes.mark_menu import add_figure_entries, add_mark_entries
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.figure_looks import page_look
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.patient.lanes_panel import CLASS_KEY
from sscviewer.plots.patient.patient_figure import PatientFigure
from sscviewer.plots.style import Style, load_fonts, screen_style

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage
    from sscviewer.plots.mark import Mark


class PatientView(QWidget):
    """One patient; what the user does in the figure goes to the session.

    Signals
    -------
    panel_save_asked
        With the name of the one panel to be saved.
    """

    panel_save_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        marks: RecordMarks,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self._session = session
        self._actions = actions
        self._marks = marks
        self._style: Style | None = None
        self.head = PatientHead(self)
        self.bar = ViewBar(session, actions, theme, self)
        self.events_bar = EventsBar(session, self)
        self.events_bar.setVisible(actions["events"].isChecked())
        actions["events"].toggled.connect(self.events_bar.setVisible)
        self.figure = PatientFigure(self._screen_style(theme.dark))
        self.figure.setAccessibleName(tr("Dose, adverse events and measurements of the patient over time"))
        self.links = MapLinks(self.figure, actions["map"])
        self.figure.setAcceptDrops(False)
        self.figure.viewport().setAcceptDrops(False)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Figure"))
        self.area.setWidget(self.figure)
        actions.add_view_keys(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.bar)
        layout.addWidget(self.events_bar)
        layout.addWidget(self.area, 1)
        self._connect()

    def _connect(self) -> None:
        session, figure = self._session, self.figure
        session.page_changed.connect(self.show_page)
        session.parameters_changed.connect(self.show_frame)
        session.models_changed.connect(figure.set_models)
        session.looks.changed.connect(self._look_changed)
        session.time_unit_changed.connect(figure.set_time_unit)
        session.bands_changed.connect(figure.set_bands)
        session.bands_changed.connect(self._fit_height)
        session.day_range_changed.connect(self._follow_days)
        figure.hovered.connect(figure.tell)
        figure.clicked.connect(self._clicked)
        figure.day_range_changed.connect(self._zoomed)
        figure.menu_opening.connect(self._fill_menu)

    @Slot()
    def show_frame(self) -> None:
        """Take over what all pages share, for the trial and the parameters shown."""
        if self._session.frame is not None:
            self.figure.set_frame(self._session.frame)
            self.figure.set_bands(self._session.bands)
            unit: Any = self._session.time_unit
            self.figure.set_time_unit(unit)
            self._follow_days(self._session.day_range)

    @Slot(object)
    def show_page(self, page: "PatientPage | None") -> None:
        """Show another patient."""
        self.head.show_page(page)
        self.figure.setVisible(page is not None)
        if page is not None:
            self.figure.set_notes(self._session.looks.of(page_look(page.usubjid)).notes)
            self.figure.show_page(page)
            self._fit_height()

    @Slot(str)
    def _look_changed(self, name: str) -> None:
        page = self._session.page
        if page is not None and name == page_look(page.usubjid):
            self.figure.set_notes(self._session.looks.of(name).notes)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.bar.set_theme(theme)
        self._restyle(theme.dark)

    @Slot()
    def screen_changed(self) -> None:
        """Follow the window to a screen with other pixels."""
        self._restyle(self._session.dark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the figure as tall as its contents need."""
        super().resizeEvent(event)
        self._fit_height()

    def showEvent(self, event: QShowEvent) -> None:
        """Know the pixels of the screen the window came up on."""
        super().showEvent(event)
        self._restyle(self._session.dark)

    @Slot()
    def _fit_height(self) -> None:
        if self._session.page is not None:
            needed = self.figure.height_needed()
            if self.figure.minimumHeight() != needed:
                self.figure.setMinimumHeight(needed)

    def _screen_style(self, dark: bool) -> Style:
        self._style = screen_style(dark, self.font().pointSizeF(), self.devicePixelRatioF())
        return self._style

    def _restyle(self, dark: bool) -> None:
        before = self._style
        style = self._screen_style(dark)
        if style != before:
            self.figure.set_style(style)
            self._fit_height()

    @Slot(object)
    def _follow_days(self, days: tuple[float, float] | None) -> None:
        if days is None:
            self.figure.reset_day_range()
        else:
            self.figure.set_day_range(*days)

    @Slot(float, float)
    def _zoomed(self, first: float, last: float) -> None:
        self._session.set_day_range(None if self.figure.shows_all_days else (first, last))

    @Slot(object, object, str)
    def _fill_menu(self, menu: QMenu, mark: "Mark | None", panel: str) -> None:
        add_mark_entries(menu, mark, self._session)
        if mark is not None and mark.row >= 0:
            menu.addAction(tr("Show in Details")).triggered.connect(partial(self._clicked, mark))
            self._marks.add_entries(menu, mark.table, mark.row)
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addActions([self._actions["review"], self._actions["comment"]])
        add_figure_entries(menu, self._actions)
        if panel:
            menu.addAction(tr("Save this panel…")).triggered.connect(partial(self._save_panel, panel))

    def _save_panel(self, panel: str, _checked: bool = False) -> None:
        self.panel_save_asked.emit(panel)

    @Slot(object)
    def _clicked(self, mark: "Mark | None") -> None:
        if mark is None:
            return
        if mark.key.startswith(CLASS_KEY):
            self.events_bar.toggle_class(mark.key.removeprefix(CLASS_KEY))
        elif mark.row >= 0:
            self._session.set_selected((mark.table, mark.row))

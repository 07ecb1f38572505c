"""A view that is one picture below its controls, with a note; clicks lead to patients."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from sscviewer.gui.analysis.controls import Controls
from sscviewer.gui.analysis.view import AnalysisView
from sscviewer.gui.language import tr
from sscviewer.gui.panes.mark_menu import add_figure_entries, add_mark_entries
from sscviewer.gui.panes.sentence_label import SentenceLabel
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.charts.chart_view import ChartView

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.mark import Mark


class ChartPage(AnalysisView):
    """Subclasses fill `controls` and hand their picture to `show_figure`.

    The patient under the mouse stands out, else the one chosen in the list; a click opens its page.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.controls = Controls(self)
        self.controls.changed.connect(self.settings_changed)
        self.chart = ChartView(tr(self.title), dark=parts.session.dark, parent=self)
        self.chart.clicked.connect(self.clicked)
        self.chart.hovered.connect(self._hovered)
        self.chart.menu_opening.connect(self._fill_menu)
        self._actions = parts.actions
        parts.session.looks.changed.connect(self._look_changed)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr(self.title))
        self.area.setWidget(self.chart)
        self.note = SentenceLabel(tr("About the picture"), self)
        content = QWidget(self)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.note)
        self.put(content, self.controls)

    def show_figure(self, figure: "Figure") -> None:
        """Show a picture and its note."""
        self.chart.show_figure(figure, self.session.looks.of(figure.name).notes)
        self.note.setText(figure.note)
        self.note.setVisible(bool(figure.note))

    @Slot(str)
    def _look_changed(self, name: str) -> None:
        figure = self.chart.figure
        if figure is not None and figure.name == name:
            self.chart.show_figure(figure, self.session.looks.of(name).notes)

    def figure(self) -> "Figure | None":
        """Return the picture shown."""
        return self.chart.figure

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """Open the patient that was clicked."""
        if mark is not None and mark.usubjid:
            self.patient_asked.emit(mark.usubjid)

    @Slot(object)
    def _hovered(self, mark: "Mark | None") -> None:
        self.chart.set_highlight(mark.key if mark is not None and mark.key else self.session.usubjid)

    @Slot(object, object, str)
    def _fill_menu(self, menu: QMenu, mark: "Mark | None", panel: str) -> None:
        if mark is not None and mark.usubjid:
            entry = menu.addAction(tr("Open the page of {usubjid}").format(usubjid=mark.usubjid))
            entry.triggered.connect(partial(self.patient_asked.emit, mark.usubjid))
        add_mark_entries(menu, mark, self.session)
        if mark is not None and mark.table and mark.row >= 0:
            self.parts.marks.add_entries(menu, mark.table, mark.row)
        add_figure_entries(menu, self._actions)

    def set_patient(self, usubjid: str) -> None:
        """Let the patient stand out."""
        self.chart.set_highlight(usubjid)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.chart.set_dark(theme.dark)

"""The body map with the course of the site that was clicked below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from sscviewer.clinical.skin_score import SITE_CODES, SITES
from sscviewer.gui.language import tr
from sscviewer.plots.charts.chart_view import ChartView

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.skin_map import SkinMap
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.mark import Mark
    from sscviewer.plots.ticks import TimeUnit

COURSE_EMS = 8
"""Room for the course before there is one, in lines of text."""
HINT = "Click a site to see its course."


class SkinView(QWidget):
    """Shows examinations, and lets the user choose a site.

    Signals
    -------
    site_chosen
        With the row of the score that was clicked, on the map or in the course; -1 where there is none.
    """

    site_chosen = Signal(int)

    def __init__(self, *, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.site = ""
        self._maps: tuple[SkinMap, ...] = ()
        self._marked: frozenset[int] = frozenset()
        self._time: tuple[TimeUnit, str] = ("months", "")
        self.map = ChartView(tr("Body map of the skin score"), dark=dark, parent=self)
        self.map.clicked.connect(self._clicked)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Body map"))
        self.area.setWidget(self.map)
        self.words = QLabel(tr(HINT), self)
        self.words.setContentsMargins(10, 0, 10, 0)
        self.words.setWordWrap(True)
        self.course = ChartView(tr("Course of the site"), dark=dark, parent=self)
        self.course.clicked.connect(self._clicked)
        # The map must not move under the mouse when a click brings up the course.
        policy = self.course.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.course.setSizePolicy(policy)
        self.course.setMinimumHeight(round(COURSE_EMS * self.fontMetrics().height()))
        self.course.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.course)

    def show_maps(
        self,
        figure: "Figure",
        maps: "tuple[SkinMap, ...]",
        marked: frozenset[int],
        time: "tuple[TimeUnit, str]",
    ) -> None:
        """Show a picture of some of a patient's examinations.

        Parameters
        ----------
        marked
            Their positions among all.
        time
            Unit of the course's axis and what day 1 is.
        """
        self._maps, self._marked, self._time = maps, marked, time
        self.map.show_figure(figure)
        self._show_course()

    def figure(self) -> "Figure | None":
        """Return the body map shown."""
        return self.map.figure

    def choose(self, site: str) -> None:
        """Show the course of a site ("MRSS05"); "" for none."""
        self.site = site
        self.map.set_highlight(site)
        self._show_course()

    def _show_course(self) -> None:
        from sscviewer.plots.skin.site_course import site_course_figure

        is_shown = bool(self.site and self._maps)
        self.course.setVisible(is_shown)
        self.words.setText(SITES[SITE_CODES.index(self.site)] if is_shown else tr(HINT))
        self.course.show_figure(
            site_course_figure(self._maps, self.site, self._marked, self._time) if is_shown else None
        )

    @Slot(object)
    def _clicked(self, mark: "Mark | None") -> None:
        """Show the course of the site under the mouse; what is beside the body lets go of it."""
        if mark is None:
            self.choose("")
            return
        self.choose(mark.key)
        self.site_chosen.emit(mark.row)

    def set_dark(self, dark: bool) -> None:
        """Be dark or light."""
        self.map.set_dark(dark)
        self.course.set_dark(dark)

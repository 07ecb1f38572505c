"""Shows a chart in a window: an item in a pyqtgraph view, which zooms its axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sscviewer.plots.charts.chart import Chart, Figure
from sscviewer.plots.charts.chart_items import ChartItem, HighlightItem
from sscviewer.plots.ink import Ink
from sscviewer.plots.notes import Note
from sscviewer.plots.screen.canvas import Canvas, moved, zoomed
from sscviewer.plots.screen.range_view import ACROSS, UP, RangeView
from sscviewer.plots.style import load_fonts, screen_style

if TYPE_CHECKING:
    from sscviewer.plots.mark import Mark

MOST_BEYOND, DEEPEST = 0.5, 0.002
"""How far beyond either end an axis can be moved or zoomed out, and how far in, as shares of the whole."""


class ChartView(Canvas):
    """One chart; as high as the room there is, never lower than can be read.

    A zoom stays while what is drawn has the same axes (another theme, size or patient); new axes are shown
    whole, so that no part of a new result hides outside an old zoom. Files are always of the whole.
    """

    _figure: Figure | None = None
    _notes: tuple[Note, ...] = ()

    def __init__(self, name: str, *, dark: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self._dark = dark
        self._chart: Chart | None = None
        self._clickable = False
        self._area = RangeView("", "")
        self._area.add_handle(ACROSS)
        self._area.add_handle(UP)
        self._area.sigRangeChangedManually.connect(self._ranges_moved)
        self._area.whole_asked.connect(self.show_all)
        self.scene().addItem(self._area)
        self._item = ChartItem(self._area)
        self._highlight = HighlightItem(self._area, self._item)

    @property
    def figure(self) -> Figure | None:
        """What is shown."""
        return self._figure

    @property
    def chart(self) -> Chart | None:
        """The chart as laid out."""
        return self._chart

    @property
    def key(self) -> str:
        """What stands out."""
        return self._highlight.key

    @property
    def area(self) -> RangeView:
        """The data area as pyqtgraph has it."""
        return self._area

    @Slot(object)
    def show_figure(self, figure: Figure | None, notes: tuple[Note, ...] = ()) -> None:
        """Show another figure, or none, with what the user wrote on it."""
        self._figure, self._notes = figure, notes
        self._make()

    def set_dark(self, dark: bool) -> None:
        """Be dark or light."""
        if dark != self._dark:
            self._dark = dark
            self._make()

    def set_highlight(self, key: str) -> None:
        """Let the patient or row with this key stand out; "" for none. The chart is not painted again."""
        if key != self._highlight.key:
            self._highlight.set_key(key)

    @property
    def can_zoom(self) -> bool:
        """Whether the chart has an axis to zoom."""
        return bool(self._chart is not None and self._chart.zooms)

    @property
    def is_zoomed(self) -> bool:
        """Whether not the whole axes are on view."""
        return self._chart is not None and self._chart.is_zoomed

    @Slot()
    def show_all(self) -> None:
        """Show the whole axes."""
        if self._chart is not None and self._chart.is_zoomed:
            self._chart.look_at_all()
            self._lay_out()

    def zoom(self, factor: float) -> None:
        """Show more or less along every axis that can be zoomed."""
        self._change([zoomed((low, high), factor) for low, high in self._area.viewRange()])

    def pan(self, share: float) -> None:
        """Move along the x axis, or the only one there is."""
        ranges = self._area.viewRange()
        axis = UP if self._chart is not None and self._chart.zooms == "y" else ACROSS
        ranges[axis] = moved(tuple(ranges[axis]), share)
        self._change(ranges)

    def _change(self, ranges: list[tuple[float, float]]) -> None:
        if self.can_zoom:
            self._area.setRange(xRange=ranges[ACROSS], yRange=ranges[UP], padding=0)
            self._ranges_moved()

    def _make(self) -> None:
        before, self._chart, self._mark = self._chart, None, None
        style = screen_style(self._dark, self.font().pointSizeF(), self.devicePixelRatioF())
        if self._figure is not None:
            self._chart = self._figure.make(Ink(style))
            self._chart.notes = self._notes
            self._take_zoom(self._chart, before)
        window = self.palette().color(QPalette.ColorRole.Window)
        self.setBackground(window if self._chart is None else style.background)
        self._lay_out()
        self.updateGeometry()

    def _take_zoom(self, chart: Chart, before: Chart | None) -> None:
        """Zoom a chart as the one before it, when it has the same axes."""
        if before is None or not before.is_zoomed or type(before) is not type(chart):
            return
        if before.whole == chart.whole:
            chart.look_at(before.x.low, before.x.high, before.y.low, before.y.high)

    def _lay_out(self) -> None:
        if self.width() <= 0:
            return
        chart, width, height = self._chart, self.width(), self.height()
        if chart is not None:
            least = round(chart.least_height(width))
            if self.minimumHeight() != least:
                self.setMinimumHeight(least)
            height = max(height, least)
            chart.lay_out(width, height)
            self._place_area(chart)
        self._item.show_chart(chart, width, height)
        self._highlight.show_chart(chart, width, height)
        self.show_zoom()

    def _place_area(self, chart: Chart) -> None:
        """Give pyqtgraph the data area, and how far the mouse may go."""
        self._area.set_zooms(chart.zooms, chart.zooms)
        if chart.box is None or not chart.zooms:
            self._area.setGeometry(QRectF(self.rect()))
            return
        for name, axis in zip("xy", chart.whole, strict=True):
            far = MOST_BEYOND * (axis.high - axis.low)
            limits = {"Min": axis.low - far, "Max": axis.high + far}
            self._area.setLimits(**{f"{name}{which}": value for which, value in limits.items()})
            self._area.setLimits(**{f"min{name.upper()}Range": DEEPEST * (axis.high - axis.low)})
        self._area.place(chart.box)

    @Slot()
    def _ranges_moved(self) -> None:
        """Take over what the mouse did to pyqtgraph's view."""
        if self._chart is not None and self._chart.box is not None:
            (first, last), (low, high) = self._area.viewRange()
            self._chart.look_at(first, last, low, high)
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the chart out anew."""
        super().resizeEvent(event)
        if event is not None:
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Know the pixels of the screen the window came up on."""
        super().showEvent(event)
        ratio = self.devicePixelRatioF()
        if self._chart is not None and self._chart.ink.style.scale != ratio:
            self._make()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's text."""
        super().changeEvent(event)
        changes = QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange
        if self._figure is not None and event.type() in changes:
            self._make()

    def mark_under(self, at: QPointF) -> Mark | None:
        """Return what is drawn at a position; nothing that is zoomed out of sight."""
        chart = self._chart
        if chart is None or not self._item.is_drawn:
            return None
        if chart.is_zoomed and chart.zooms == "xy" and not self._area.geometry().contains(at):
            return None
        return chart.mark_at(at.x(), at.y())

    def point(self, at: QPointF | None) -> None:
        """Tell what is under the mouse, in words too."""
        before = self._mark
        super().point(at)
        mark = self._mark
        if mark == before:
            return
        self.tell(mark)
        clickable = mark is not None and bool(mark.usubjid or mark.key or mark.row >= 0)
        if clickable != self._clickable:
            self._clickable = clickable
            shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
